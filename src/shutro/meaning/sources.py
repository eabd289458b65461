"""The source of a cue: which party of its sentence speaks, or whom the context leaves as the speaker."""

from __future__ import annotations

from dataclasses import dataclass

from shutro.bangla.verbs import fold
from shutro.meaning.cues import Cue
from shutro.meaning.lexicon import folded, load, strings
from shutro.meaning.memory import Known, Memory, government
from shutro.meaning.parties import Party, guess_case
from shutro.meaning.phrases import called, phrase
from shutro.meaning.scene import Scene, Sentence
from shutro.meaning.tokens import QUOTES
from shutro.span import Span


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks: `canonical` None where the text does not tell; `sure` lies in 0..1.

    `medium` marks news media; `through` names the media the words came through.
    """

    canonical: str | None
    span: Span | None
    one: bool
    rule: str
    sure: float
    medium: bool = False
    through: tuple[str, ...] = ()


_CUES = load("cues")
_PAPERS = tuple(strings(_CUES["papers"]["issued"]))
_REPORTS = tuple(strings(_CUES["papers"]["reported"]))
_IN = tuple(fold(e) for e in ("তে", "য়", "ে", "তেও", "য়ও", "েও"))
_THAT = fold("বলে")
_WHICH = fold("যে")
_FROM = fold("থেকে")
_BY_WORD = folded(["বরাতে", "বরাত"])
_QUOTED = folded(["উদ্ধৃত"])
_SOURCED = folded(["সূত্রে", "সূত্র"])
_AND = folded(["ও", "এবং", "আর"])
_SIDE = folded(["পক্ষ", "তরফ", "তরফে"])
_HONORIFIC = {"PER", "pronoun", "person", "either"}
_ORDINARY = {"ORG", "LOC", "EVENT", "body", "media", "source", "either", "again"}
_SPEAKS = _HONORIFIC | _ORDINARY
_PLATFORMS = folded(load("media")["platforms"])
_ADJECTIVAL = folded(["প্রধান", "নারী", "তরুণ", "যুবক", "ছাত্র", "কিশোর", "শিক্ষক", "শ্রমিক", "কৃষক"])
_THIS = folded(["এই", "এ", "ওই", "উক্ত", "সেই"])
_RELATIVE = folded(["যা", "যার", "যিনি", "যারা", "যাদের", "যেখানে", "যখন", "এবং", "যাকে", "যাতে"])
_POSTPOSITIONS = folded(
    [
        "থেকে", "নিয়ে", "ছাড়া", "ছাড়াও", "সহ", "হয়ে", "হিসেবে", "হিসাবে", "নামে", "নামের", "পর্যন্ত", "সূত্রে", "বনাম", "দিয়ে",
        "জুড়ে", "সংলগ্ন", "অনুযায়ী", "শেষে", "সফরে", "সফরের", "হওয়ার", "হিসেবেই", "নামক", "এলাকায়", "এলাকার", "জেলার", "উপজেলার",
    ]
)  # fmt: skip


def known(scene: Scene, sentence: Sentence, party: Party, memory: Memory) -> Known | None:
    """Who a party is: its canonical name, or what the context says it stands for."""
    if party.named:
        return Known(government(party), party.kind == "PER")
    others = {p.canonical for p in sentence.parties if p.named and p.first != party.first}
    if party.kind == "pronoun":
        return memory.pronoun(party.many, others)
    if party.kind == "again":
        return memory.last_body(others)
    span = phrase(scene, sentence, party)
    words = [t.key for t in sentence.tokens if t.word and span.start <= t.start < span.end]
    if party.kind == "person" and not party.many:
        before = next((t.key for t in reversed(sentence.tokens) if t.end <= span.start), "")
        if before in _THIS and (last := memory.last_person(others)):
            return last
        if holder := memory.office(party.title, words, party.start):
            return Known(holder, True)
        if memory.held is not None and (holder := memory.held(span.start, span.end)):
            return Known(holder, True)
    name = called(scene, sentence, party)
    if party.kind == "media" and len(words) == 1 and memory.medium:
        return Known(memory.medium, False)
    if party.kind != "person":
        name = memory.longer(party.title, words, name)
    return Known(name, party.kind == "person" and not party.many)


def find(scene: Scene, sentence: Sentence, cue: Cue, memory: Memory, left: int) -> list[Source]:
    """The sources of a cue, usually one; `left` is the first token that belongs to its clause."""
    if cue.kind == "bare":
        return _genitive(scene, sentence, cue, memory)
    if cue.kind == "media":
        return _printed_in(scene, sentence, cue, memory)
    quoted = _quoted(scene, sentence, cue, memory, left)
    if cue.impersonal:
        return [quoted or _behind(scene, sentence, cue, memory, left)]
    sources = _spoken(scene, sentence, cue, memory, left)
    if quoted is not None:
        through = tuple(
            s.canonical
            for s in sources
            if s.canonical and s.canonical != quoted.canonical and s.rule[:6] != "elided"
        )
        return [Source(quoted.canonical, quoted.span, quoted.one, quoted.rule, quoted.sure, False, through)]
    return sources or [_elided(sentence, cue, memory)]


def _spoken(scene: Scene, sentence: Sentence, cue: Cue, memory: Memory, left: int) -> list[Source]:
    found = subject_of(scene, sentence, cue, left)
    sources = []
    for party in found[0] if found else []:
        who = known(scene, sentence, party, memory)
        if who is not None and found:
            weaker = 0.85 if party.kind in {"pronoun", "again"} else 1.0
            span = phrase(scene, sentence, party)
            rule = f"{found[1]}:{party.kind}"
            sources.append(
                Source(who.canonical, span, who.one, rule, found[2] * weaker, party.kind == "media")
            )
    return sources


def _genitive(scene: Scene, sentence: Sentence, cue: Cue, memory: Memory) -> list[Source]:
    for party in reversed(sentence.parties):
        if party.last == cue.first - 1 and party.case == "gen":
            who = known(scene, sentence, party, memory)
            if who is None:
                return []
            span = phrase(scene, sentence, party)
            return [
                Source(who.canonical, span, who.one, f"genitive:{party.kind}", 0.9, party.kind == "media")
            ]
    token = sentence.tokens[cue.first - 1]
    if token.key.endswith(fold("দের")):
        text = scene.doc.text[token.start : token.end]
        return [Source(text[: -len("দের")], token.span, False, "genitive:group", 0.6)]
    return []


def _printed_in(scene: Scene, sentence: Sentence, cue: Cue, memory: Memory) -> list[Source]:
    for party in reversed(sentence.parties):
        if party.last < cue.first and party.case == "loc" and (party.kind == "media" or party.kind == "ORG"):
            who = known(scene, sentence, party, memory)
            if who is not None:
                return [Source(who.canonical, phrase(scene, sentence, party), False, "printed", 0.8, True)]
    return []


def _quoted(scene: Scene, sentence: Sentence, cue: Cue, memory: Memory, left: int) -> Source | None:
    """Whom the sentence quotes by name: X-এর বরাতে, X-কে উদ্ধৃত করে, X সূত্রে."""
    tokens = sentence.tokens
    for party in sentence.parties:
        if not left <= party.first < cue.first:
            continue
        follower = tokens[party.last + 1].key if party.last + 1 < len(tokens) else ""
        word = (
            (party.case == "gen" and follower in _BY_WORD)
            or (party.case == "acc" and follower in _QUOTED)
            or (
                party.case in {"nom", "gen"}
                and follower in _SOURCED
                and party.kind in {"ORG", "body", "person", "PER"}
            )
            or (party.kind == "source" and party.case == "loc")
        )
        if word:
            who = known(scene, sentence, party, memory)
            if who is not None:
                span, name = phrase(scene, sentence, party), who.canonical
                if follower in _SOURCED:
                    span = Span(span.start, tokens[party.last + 1].end)
                    name = f"{scene.doc.text[span.start : party.end]} সূত্র"
                return Source(name, span, who.one, f"quoted:{party.kind}", 0.9)
    return None


def subject_of(
    scene: Scene, sentence: Sentence, cue: Cue, left: int
) -> tuple[list[Party], str, float] | None:
    """The parties that are the subject of a cue or predicate, the rule that says so, and how sure it is."""
    quoted = scene.quote_at(sentence.tokens[cue.first].start)
    able = [
        p for p in sentence.parties
        if p.case in {"nom", "with"} and p.kind in _SPEAKS and scene.quote_at(p.start) == quoted and not _aside(sentence, p)
    ]  # fmt: skip
    after = [p for p in able if p.first > cue.last]
    before = [p for p in able if left <= p.first and p.last < cue.first]
    if cue.joined:
        return _of_participle(scene, sentence, cue, before, after)
    if introduces(scene, sentence, cue):
        agreeing = [p for p in before if agrees(p, cue)]
        if agreeing:
            return _joined(sentence, agreeing[-1], agreeing), "before", 0.95
        return ([before[-1]], "before-odd", 0.6) if before else None
    if tail := _tail(sentence, cue, after):
        return tail, "after", 0.95
    that = _last_that(sentence, cue)
    near = [p for p in before if that is not None and p.first > that]
    if near:
        return _joined(sentence, near[-1], near), "between", 0.93
    return _lead(sentence, cue, before)


def _lead(sentence: Sentence, cue: Cue, before: list[Party]) -> tuple[list[Party], str, float] | None:
    """The subject at the head of a clause whose verb comes last, after any conditional clause."""
    able = [p for p in before if agrees(p, cue) and not _qualifies(sentence, p)]
    turn = max((g.last for g in sentence.groups if g.shape == "if" and g.last < cue.first), default=-1)
    lead = [p for p in able if p.first > turn] or able
    return (_joined(sentence, lead[0], lead), "lead", 0.75) if lead else None


def _of_participle(
    scene: Scene, sentence: Sentence, cue: Cue, before: list[Party], after: list[Party]
) -> tuple[list[Party], str, float] | None:
    """A participle shares the subject of the verb to come: right behind it, or at the head."""
    main = next((g for g in sentence.groups if g.first > cue.last and g.finite), None)
    if main is None:
        return None
    verb = Cue(main.first, main.last, "", "verb", main.verb, main.person, main.tense)
    later = [p for p in after if agrees(p, verb) and not _qualifies(sentence, p)]
    earlier = [p for p in before if agrees(p, verb) and not _qualifies(sentence, p)]
    if earlier and earlier[0].kind == "pronoun":
        return [earlier[0]], "joined", 0.8
    if later:
        return _joined(sentence, later[0], later), "joined", 0.8
    return ([earlier[0]], "joined", 0.75) if earlier else None


def introduces(scene: Scene, sentence: Sentence, cue: Cue) -> bool:
    """Whether what is said follows the cue: after a comma, a colon, a dash, যে or an opening mark."""
    if cue.last + 1 >= len(sentence.tokens):
        return False
    token = sentence.tokens[cue.last + 1]
    if token.key in {",", ":", "—", "–", "-", _WHICH} or token.key in QUOTES:
        after = sentence.tokens[cue.last + 2].key if cue.last + 2 < len(sentence.tokens) else ""
        return after != "" and not (token.key == "," and after in _RELATIVE)
    return False


def agrees(party: Party, cue: Cue) -> bool:
    """Whether verb and subject agree: জানিয়েছেন asks for a person, জানিয়েছে for a body."""
    if cue.person == "3h":
        return party.kind in _HONORIFIC
    if cue.person == "3":
        return party.kind in _ORDINARY or (party.kind == "pronoun" and party.many)
    return True


def _tail(sentence: Sentence, cue: Cue, after: list[Party]) -> list[Party]:
    """The subject behind a sentence-final verb, with all that is joined to it by commas and ও."""
    stop = len(sentence.tokens)
    for at in range(cue.last + 1, len(sentence.tokens)):
        token = sentence.tokens[at]
        relative = token.key == "," and at + 1 < stop and sentence.tokens[at + 1].key in _RELATIVE
        if relative or (token.finite is not None and token.key != _THAT):
            stop = at
            break
    inside = [p for p in after if p.last < stop and not _qualifies(sentence, p)]
    agreeing = [p for p in inside if agrees(p, cue)] or inside
    if not agreeing:
        return []
    head = agreeing[-1]
    listed = [p for p in inside if p.last < head.first and p.case == "with"]
    if listed and not head.named:
        return _joined(sentence, listed[-1], [p for p in inside if p.first <= listed[-1].first])
    return _joined(sentence, head, agreeing)


def _joined(sentence: Sentence, head: Party, candidates: list[Party]) -> list[Party]:
    """`head` with the parties that a comma, ও or এবং joins to it, in order."""
    chain = [head]
    for party in reversed([p for p in candidates if p.last < head.first]):
        if party.kind == "pronoun" or not _link(sentence, party, chain[0], chain):
            break
        chain.insert(0, party)
    for party in [p for p in candidates if p.first > head.last]:
        gap = sentence.tokens[chain[-1].last + 1 : party.first]
        if (
            not gap
            or gap[0].key not in _AND | {","}
            or len(gap) > 7
            or any(t.finite is not None for t in gap)
        ):
            break
        if gap[0].key == "," and not any(
            t.key in _AND for t in sentence.tokens[party.first : candidates[-1].last]
        ):
            break
        chain.append(party)
    return chain


def _link(sentence: Sentence, party: Party, following: Party, chain: list[Party]) -> bool:
    gap = sentence.tokens[party.last + 1 : following.first]
    if not gap or len(gap) > 8 or any(t.finite is not None for t in gap):
        return False
    if gap[0].key in _AND:
        return True
    listed = any(t.key in _AND for t in sentence.tokens[party.first : chain[-1].last])
    return gap[0].key == "," and listed


def _qualifies(sentence: Sentence, party: Party) -> bool:
    """Whether a bare place or body only qualifies the noun after it: [উত্তর কোরিয়া] সফরের, [ইউক্রেন] যুদ্ধে."""
    at = party.last + 1
    if party.kind not in {"LOC", "ORG", "EVENT", "body", "person"} or party.named == (party.kind == "person") or party.case != "nom" or at >= len(sentence.tokens):
        return False
    token = sentence.tokens[at]
    if not token.word or token.forms or any(p.first == at for p in sentence.parties):
        return False
    if party.kind == "ORG" and fold(party.canonical) in _PLATFORMS:
        return True
    case = guess_case(token.key)
    if party.kind == "person":
        return case == "gen" and party.title in _ADJECTIVAL
    return case == "gen" or (case == "loc" and party.kind == "LOC")


def _aside(sentence: Sentence, party: Party) -> bool:
    """Whether a party is no subject: before a postposition, or only named in brackets."""
    at = party.last + 1
    following = sentence.tokens[at].key if at < len(sentence.tokens) else ""
    before = sentence.tokens[party.first - 1].key if party.first else ""
    return following in _POSTPOSITIONS or (before == "(" and following == ")")


def _last_that(sentence: Sentence, cue: Cue) -> int | None:
    """Where the last বলে (`that`) before the cue stands."""
    return next((at for at in range(cue.first - 1, -1, -1) if sentence.tokens[at].key == _THAT), None)


def _behind(scene: Scene, sentence: Sentence, cue: Cue, memory: Memory, left: int) -> Source:
    """Who stands behind a passive: X-এর পক্ষ থেকে, X-এর বিবৃতিতে, X থেকে; else the paper's issuer."""
    tokens = sentence.tokens
    for party in reversed([p for p in sentence.parties if left <= p.first and p.last < cue.first]):
        follower = tokens[party.last + 1].key if party.last + 1 < len(tokens) else ""
        if (party.case == "gen" and follower in _SIDE) or (follower == _FROM and party.kind != "LOC"):
            who = known(scene, sentence, party, memory)
            if who is not None:
                return Source(who.canonical, phrase(scene, sentence, party), who.one, "behalf", 0.9)
    paper = _paper(sentence, cue, left)
    if paper is None:
        return Source(None, None, False, "unknown", 0.8)
    owners = [
        p for p in sentence.parties
        if left <= p.first and p.last < paper and p.case == "gen" and paper - p.last <= 8 and p.kind in _SPEAKS | {"LOC"}
    ]  # fmt: skip
    near = [p for p in owners if paper - p.last <= 4] or [
        p for p in owners if p.kind in {"ORG", "body", "PER"}
    ]
    if near:
        who = known(scene, sentence, near[-1], memory)
        if who is not None:
            return Source(who.canonical, phrase(scene, sentence, near[-1]), who.one, "paper", 0.85)
    if tokens[paper].key.startswith(_REPORTS) and memory.medium:
        return Source(memory.medium, None, False, "report", 0.75, True)
    if memory.issuer is not None:
        return Source(memory.issuer.canonical, None, memory.issuer.one, "issuer", 0.8)
    return Source(None, None, False, "unknown", 0.6)


def _paper(sentence: Sentence, cue: Cue, left: int) -> int | None:
    """The token that names something written, in the locative: before the cue, or behind it."""
    for at in [*range(cue.first - 1, left - 1, -1), *range(cue.last + 1, len(sentence.tokens))]:
        key = sentence.tokens[at].key
        if key.startswith(_PAPERS + _REPORTS) and key.endswith(_IN):
            return at
    return None


def written(sentence: Sentence, cue: Cue, left: int) -> bool:
    """Whether the sentence says in what the words are written (বিজ্ঞপ্তিতে, প্রতিবেদনে)."""
    return _paper(sentence, cue, left) is not None


def _elided(sentence: Sentence, cue: Cue, memory: Memory) -> Source:
    """The left-out subject: whoever spoke or acted last, agrees with the verb and is not named beside it."""
    others = {p.canonical for p in sentence.parties if p.named}
    if cue.person == "3h":
        who = memory.last_person(others)
    elif cue.person == "3":
        who = memory.last_body(others)
    else:
        who = memory.speaker
    if who is None:
        return Source(None, None, False, "left-out", 0.4)
    return Source(who.canonical, None, who.one, "elided", 0.6)
