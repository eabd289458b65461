"""The source of a cue: which party of its sentence speaks, or whom the context leaves as the speaker."""

from __future__ import annotations

from dataclasses import dataclass, replace

from shutro.bangla.verbs import fold
from shutro.meaning.cues import Cue
from shutro.meaning.lexicon import closed, endings, load, strings
from shutro.meaning.media import is_medium
from shutro.meaning.memory import Known, Memory, government
from shutro.meaning.parties import Party, agents
from shutro.meaning.phrases import called, phrase
from shutro.meaning.scene import Scene, Sentence
from shutro.meaning.subjects import SPEAKS, WHO, joined, subject_of
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
_PAPERS: tuple[str, ...] = tuple(strings(_CUES["papers"]["issued"]))
_REPORTS: tuple[str, ...] = tuple(strings(_CUES["papers"]["reported"]))
_WRITTEN = _PAPERS + _REPORTS
_IN = endings("in")
_FROM = fold("থেকে")
_BY_WORD = closed("by_word")
_QUOTED = closed("quoted")
_SOURCED = closed("sourced")
_SIDE = closed("side")
_TRUST: dict[str, dict[str, float]] = load("trust")
_TRUST_OFFICE = 0.95
_NAMED = closed("named")
_MENTIONED = closed("mentioned")
_OF_MANY = fold("দের")
_SOURCE = "সূত্র"
_THIS = closed("this_one")
_WHO_ALL = closed("who_all")
_WHAT = closed("what")


def known(scene: Scene, sentence: Sentence, party: Party, memory: Memory) -> Known | None:
    """Who a party is: its canonical name, or what the context says it stands for."""
    if party.named:
        return Known(government(party), party.kind == "PER", name_trust(party))
    others = {p.canonical for p in sentence.parties if p.named and p.first != party.first}
    if party.kind == "pronoun":
        return memory.pronoun(party.many, others)
    if party.kind == "again":
        return memory.last_body(others)
    span = phrase(scene, sentence, party)
    words = [t.key for t in sentence.tokens if t.word and span.start <= t.start < span.end]
    if party.kind == "person" and (called_so := _by_name(sentence, span)) is not None:
        return Known(called_so.canonical, True, name_trust(called_so))
    if party.kind == "person" and not party.many:
        before = next((t.key for t in reversed(sentence.tokens) if t.end <= span.start), "")
        if before in _THIS and (last := memory.last_person(others)):
            return last
        if holder := memory.office(party.title, words, party.start):
            return Known(
                holder, True, _TRUST["kind"]["role"] if party.title in agents().roles else _TRUST_OFFICE
            )
        if memory.held is not None and (holder := memory.held(span.start, span.end)):
            return Known(holder, True, _TRUST_OFFICE)
    if (
        party.kind == "body"
        and len(words) == 1
        and party.title in agents().bare
        and (body := memory.last_body(others))
    ):
        return body
    name = called(scene, sentence, party)
    if party.kind == "media" and len(words) == 1 and memory.medium:
        return Known(memory.medium, False)
    if party.kind != "person":
        name = memory.longer(party.title, words, name)
    kind = "people" if party.kind == "person" and party.many else party.kind
    trust = _TRUST["kind"].get(kind, 0.7)
    return Known(name, party.kind == "person" and not party.many, trust)


def _by_name(sentence: Sentence, span: Span) -> Party | None:
    """Whose name stands before somebody: [রহিম উদ্দিন] নামের এক ব্যক্তি."""
    tokens = sentence.tokens
    at = next((i for i, token in enumerate(tokens) if token.start >= span.start), 0)
    for word in (at, at - 1):
        if word > 0 and tokens[word].key in _NAMED:
            return next(
                (p for p in sentence.parties if p.named and p.kind == "PER" and p.last == word - 1), None
            )
    return None


def name_trust(party: Party) -> float:
    """How sure a name is to be right and whole, by the rule that found it."""
    if party.name is None:
        return _TRUST["name"]["PER tagger alone"]
    rule = f"{party.kind} {party.name.rule.partition(':')[0]}"
    if rule == "PER tagger" and " " not in party.canonical:
        rule += " alone"
    return _TRUST["name"].get(rule, 1.0)


def trust(found: str, party: Party, who: Known) -> float:
    """How sure a source is: how it was found, what kind of party it is, and how sure its name is."""
    kind = _TRUST["kind"].get(party.kind, 1.0) if party.kind in {"pronoun", "again"} else 1.0
    return _TRUST["found"].get(found, 0.7) * kind * who.trust


def find(scene: Scene, sentence: Sentence, cue: Cue, memory: Memory, left: int) -> list[Source]:
    """The sources of a cue, usually one; `left` is the first token that belongs to its clause."""
    if cue.kind == "bare":
        return _genitive(scene, sentence, cue, memory)
    if cue.kind == "media":
        return _printed_in(scene, sentence, cue, memory)
    several = _quoted(scene, sentence, cue, memory, left)
    quoted = several[-1] if several else None
    if cue.impersonal and quoted is not None:
        paper = _paper(sentence, cue, left)
        reported = paper is not None and sentence.tokens[paper].key.startswith(_REPORTS) and memory.medium
        return [replace(s, through=(memory.medium,)) if reported and memory.medium else s for s in several]
    if cue.impersonal:
        return [_behind(scene, sentence, cue, memory, left)]
    if cue.first > left and sentence.tokens[cue.first - 1].key in WHO:
        near = _relative(scene, sentence, cue, memory, left)
        return [near or _unknown("left-out")]
    sources = _spoken(scene, sentence, cue, memory, left)
    if quoted is not None:
        speakers = [source.canonical for source in sources if source.canonical]
        return [replace(s, through=tuple(n for n in speakers if n != s.canonical)) for s in several]
    if sources:
        return sources
    if cue.person == "3" and any(token.key in _WHAT for token in sentence.tokens[left : cue.first]):
        return []
    who = _relative(scene, sentence, cue, memory, left)
    return [who or _elided(sentence, cue, memory)]


def _relative(scene: Scene, sentence: Sentence, cue: Cue, memory: Memory, left: int) -> Source | None:
    """Whom a relative clause goes on about: the party before its pronoun (কিছু রক্ষণশীলদের …, যারা মনে করেন)."""
    at = max((i for i in range(left, cue.first) if sentence.tokens[i].key in WHO), default=None)
    if at is None:
        return None
    many = sentence.tokens[at].key in _WHO_ALL
    party = next(
        (
            p
            for p in reversed(sentence.parties)
            if p.last < at and p.kind in SPEAKS and not (many and p.kind == "PER")
        ),
        None,
    )
    groups = (_group(scene, sentence, i, "relative:group") for i in range(at - 1, left - 1, -1))
    group = next((g for g in groups if g is not None), None) if many else None
    if party is None or (group and group.span and group.span.start > party.end):
        return group
    return _source(scene, sentence, party, memory, "relative", f"relative:{party.kind}")


def _source(
    scene: Scene, sentence: Sentence, party: Party, memory: Memory, found: str, rule: str
) -> Source | None:
    """The source that a party is, found by `found`; None when the text does not tell who it is."""
    who = known(scene, sentence, party, memory)
    if who is None:
        return None
    span = phrase(scene, sentence, party)
    return Source(who.canonical, span, who.one, rule, trust(found, party, who), is_medium(party))


def _spoken(scene: Scene, sentence: Sentence, cue: Cue, memory: Memory, left: int) -> list[Source]:
    parties, found = subject_of(scene, sentence, cue, left) or ([], "")
    made = [_source(scene, sentence, p, memory, found, f"{found}:{p.kind}") for p in parties]
    if parties and found == "after" and parties[0].kind == "pronoun" and made[0] is None:
        twice = [p for p in sentence.parties if left <= p.first and p.last < cue.first and p.kind == "PER"]
        subjects = [p for p in twice if p.case == "nom"][-1:]
        made = [_source(scene, sentence, p, memory, "lead", f"lead:{p.kind}") for p in subjects]
    return [source for source in made if source is not None]


def _genitive(scene: Scene, sentence: Sentence, cue: Cue, memory: Memory) -> list[Source]:
    for party in reversed(sentence.parties):
        if party.last == cue.first - 1 and (party.case == "gen" or party.kind == "source"):
            source = _source(scene, sentence, party, memory, "genitive", f"genitive:{party.kind}")
            return [source] if source is not None else []
    group = _group(scene, sentence, cue.first - 1, "genitive:group")
    return [group] if group is not None else []


def _group(scene: Scene, sentence: Sentence, at: int, rule: str) -> Source | None:
    """People that no list knows, told by the ending of many: [কিছু মার্কিন রক্ষণশীল]দের, [সংশ্লিষ্ট]দের."""
    token = sentence.tokens[at]
    if not token.key.endswith(_OF_MANY):
        return None
    span = phrase(scene, sentence, Party(at, at, token.start, token.end, "person", "gen", ""))
    return Source(span.of(scene.doc.text)[: -len(_OF_MANY)], span, False, rule, 0.6)


def _printed_in(scene: Scene, sentence: Sentence, cue: Cue, memory: Memory) -> list[Source]:
    for party in reversed(sentence.parties):
        if party.last < cue.first and party.case == "loc" and party.kind in {"media", "ORG"}:
            source = _source(scene, sentence, party, memory, "printed", "printed")
            return [replace(source, medium=True)] if source is not None else []
    return []


def _quoted(scene: Scene, sentence: Sentence, cue: Cue, memory: Memory, left: int) -> list[Source]:
    """Whom the sentence quotes by name, with all joined to it: X-এর বরাতে, X-কে উদ্ধৃত করে, X সূত্রে."""
    tokens = sentence.tokens
    able = [p for p in sentence.parties if left <= p.first < cue.first and p.kind in SPEAKS]
    for party in able:
        follower = tokens[party.last + 1].key if party.last + 1 < len(tokens) else ""
        kind = party.kind in {"ORG", "body", "person", "PER"}
        sourced = follower in _SOURCED and party.case in {"nom", "gen"} and kind
        word = (
            sourced
            or (party.case == "gen" and follower in _BY_WORD)
            or (party.case == "acc" and follower in _QUOTED)
            or (party.kind == "source" and party.case == "loc")
        )
        if not word:
            continue
        rule = f"quoted:{party.kind}"
        row = joined(
            sentence, party, [p for p in able if p.last <= party.last and p.case in {"nom", party.case}]
        )
        made = [s for p in row if (s := _source(scene, sentence, p, memory, "quoted", rule)) is not None]
        if made and sourced and made[-1].span is not None:
            span = Span(made[-1].span.start, tokens[party.last + 1].end)
            made[-1] = replace(
                made[-1], span=span, canonical=f"{scene.doc.text[span.start : party.end]} {_SOURCE}"
            )
        if made:
            return [replace(source, medium=False) for source in made]
    return []


def _behind(scene: Scene, sentence: Sentence, cue: Cue, memory: Memory, left: int) -> Source:
    """Who stands behind a passive: X-এর পক্ষ থেকে, X-এর বিবৃতিতে, X থেকে; else the paper's issuer."""
    tokens = sentence.tokens
    for party in reversed([p for p in sentence.parties if left <= p.first and p.last < cue.first]):
        follower = tokens[party.last + 1].key if party.last + 1 < len(tokens) else ""
        given = follower == _FROM and party.kind != "LOC" and _given(sentence, cue, party.last + 2)
        if (party.case == "gen" and follower in _SIDE) or given:
            source = _source(scene, sentence, party, memory, "behalf", "behalf")
            if source is not None:
                return replace(source, medium=False)
    paper = _paper(sentence, cue, left)
    if paper is None:
        before = memory.last
        if before is not None and before[0] == sentence.number - 1 and cue.noun in _MENTIONED:
            return Source(before[1], None, False, "issuer", 0.6)
        return _unknown("unknown")
    owner = _owner(sentence, paper, left)
    source = _source(scene, sentence, owner, memory, "paper", "paper") if owner is not None else None
    if source is not None:
        return replace(source, medium=False)
    if tokens[paper].key.startswith(_REPORTS) and memory.medium:
        return Source(memory.medium, None, False, "report", _TRUST["found"]["report"], True)
    if memory.issuer is not None:
        sure = _TRUST["found"]["issuer"] * memory.issuer.trust
        return Source(memory.issuer.canonical, None, memory.issuer.one, "issuer", sure)
    return _unknown("unknown")


def _given(sentence: Sentence, cue: Cue, at: int) -> bool:
    """Whether what comes from a body is what is said: থেকে জানানো হয়, থেকে দেওয়া এক বিবৃতিতে."""
    near = sentence.tokens[at : at + 3]
    written = any(token.key.startswith(_WRITTEN) for token in sentence.tokens[at : at + 5])
    return cue.first - at < 3 or (written and any(token.forms for token in near)) or written


def _owner(sentence: Sentence, paper: int, left: int) -> Party | None:
    """Whose a paper is: the genitive right before it, or a body a little further off."""
    owners = [
        party
        for party in sentence.parties
        if left <= party.first
        and party.last < paper <= party.last + 8
        and party.case == "gen"
        and party.kind in SPEAKS
    ]
    near = [party for party in owners if paper - party.last <= 4]
    near = near or [party for party in owners if party.kind in {"ORG", "body", "PER"}]
    return near[-1] if near else None


def _unknown(rule: str) -> Source:
    return Source(None, None, False, rule, _TRUST["found"].get(rule, 0.4))


def _paper(sentence: Sentence, cue: Cue, left: int) -> int | None:
    """The token that names something written, in the locative: before the cue, or behind it."""
    before, behind = range(left, cue.first), range(cue.last + 1, len(sentence.tokens))
    for at in (*reversed(before), *behind):
        key = sentence.tokens[at].key
        if key.startswith(_WRITTEN) and key.endswith(_IN):
            return int(at)
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
        return _unknown("left-out")
    return Source(who.canonical, None, who.one, "elided", _TRUST["found"]["elided"] * who.trust)
