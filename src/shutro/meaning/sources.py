"""The source of a cue: which party of its sentence speaks, or whom the context leaves as the speaker."""

from __future__ import annotations

from dataclasses import dataclass

from shutro.bangla.verbs import fold
from shutro.meaning.cues import Cue
from shutro.meaning.lexicon import folded, load, strings
from shutro.meaning.memory import Known, Memory
from shutro.meaning.parties import Party, guess_case, head_of
from shutro.meaning.phrases import called, phrase
from shutro.meaning.scene import Scene, Sentence
from shutro.meaning.tokens import QUOTES
from shutro.span import Span


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks: `canonical` None where the text does not tell; `sure` lies in 0..1."""

    canonical: str | None
    span: Span | None
    one: bool
    rule: str
    sure: float
    medium: bool = False


_PAPERS = tuple(strings(load("cues")["papers"]["issued"]))
_REPORTS = tuple(strings(load("cues")["papers"]["reported"]))
_THAT = fold("বলে")
_WHICH = fold("যে")
_FROM = fold("থেকে")
_AND = folded(["ও", "এবং", "আর"])
_SIDE = folded(["পক্ষ", "তরফ", "তরফে"])
_HONORIFIC = {"PER", "pronoun", "person", "either"}
_ORDINARY = {"ORG", "LOC", "MISC", "EVENT", "body", "media", "source", "either", "again"}


def known(scene: Scene, sentence: Sentence, party: Party, memory: Memory) -> Known | None:
    """Who a party is: its canonical name, or what the context says it stands for."""
    if party.named:
        return Known(party.canonical, party.kind == "PER")
    if party.kind == "pronoun":
        return memory.pronoun(party.many)
    if party.kind == "again":
        return memory.body
    if party.kind == "person" and not party.many:
        span = phrase(scene, sentence, party)
        words = [t.key for t in sentence.tokens if t.word and span.start <= t.start < span.end]
        if holder := memory.office(party.title, words, party.start):
            return Known(holder, True)
    name = called(scene, sentence, party)
    return Known(name, party.kind == "person" and not party.many)


def find(scene: Scene, sentence: Sentence, cue: Cue, memory: Memory, left: int) -> list[Source]:
    """The sources of a cue, usually one; `left` is the first token that belongs to its clause."""
    if cue.kind == "bare":
        return _genitive(scene, sentence, cue, memory)
    if cue.impersonal:
        return [_behind(scene, sentence, cue, memory, left)]
    found = subject_of(scene, sentence, cue, left)
    if found:
        parties, rule, sure = found
        sources = []
        for party in parties:
            who = known(scene, sentence, party, memory)
            if who is None:
                continue
            weaker = 0.85 if party.kind in {"pronoun", "again"} else 1.0
            sources.append(
                Source(
                    who.canonical, phrase(scene, sentence, party), who.one,
                    f"{rule}:{party.kind}", sure * weaker, party.kind == "media",
                )
            )  # fmt: skip
        if sources:
            return sources
    return [_elided(sentence, cue, memory)]


def _genitive(scene: Scene, sentence: Sentence, cue: Cue, memory: Memory) -> list[Source]:
    for party in reversed(sentence.parties):
        if party.last == cue.first - 1 and party.case == "gen":
            who = known(scene, sentence, party, memory)
            if who is None:
                return []
            return [
                Source(who.canonical, phrase(scene, sentence, party), who.one, f"genitive:{party.kind}", 0.9)
            ]
    token = sentence.tokens[cue.first - 1]
    if token.key.endswith(fold("দের")):
        text = scene.doc.text[token.start : token.end]
        return [Source(text[: -len("দের")], token.span, False, "genitive:group", 0.6)]
    return []


def subject_of(
    scene: Scene, sentence: Sentence, cue: Cue, left: int
) -> tuple[list[Party], str, float] | None:
    """The parties that are the subject of a cue or predicate, the rule that says so, and how sure it is."""
    quoted = scene.quote_at(sentence.tokens[cue.first].start)
    able = [
        m for m in sentence.parties
        if m.case in {"nom", "with"} and scene.quote_at(m.start) == quoted and not _stands_aside(sentence, m)
    ]  # fmt: skip
    after = [m for m in able if m.first > cue.last]
    before = [m for m in able if left <= m.first and m.last < cue.first]
    if not introduces(scene, sentence, cue) and not cue.joined:
        tail = _tail(sentence, cue, after)
        if tail:
            return tail, "after", 0.95
        that = _last_that(sentence, cue)
        if that is not None:
            near = [m for m in before if m.first > that]
            if near:
                return _joined(sentence, near[-1], near), "between", 0.93
        agreeing = [m for m in before if agrees(m, cue)]
        lead = [m for m in agreeing if not _qualifies(sentence, m)]
        if lead:
            return _joined(sentence, lead[0], lead), "lead", 0.75
        return None
    agreeing = [m for m in before if agrees(m, cue)]
    if agreeing:
        return _joined(sentence, agreeing[-1], agreeing), "before", 0.95
    if cue.joined:
        later = [m for m in after if m.kind in _HONORIFIC | {"ORG"}]
        if later:
            return [later[0]], "joined", 0.75
        return None
    if before:
        return [before[-1]], "before-odd", 0.6
    return None


def introduces(scene: Scene, sentence: Sentence, cue: Cue) -> bool:
    """Whether what is said follows the cue: after a comma, a colon, a dash, যে or an opening mark."""
    if cue.last + 1 >= len(sentence.tokens):
        return False
    token = sentence.tokens[cue.last + 1]
    if token.key in {",", ":", "—", "–", "-", _WHICH} or token.key in QUOTES:
        return cue.last + 2 < len(sentence.tokens)
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
        if token.finite is not None and token.key != _THAT:
            stop = at
            break
    inside = [m for m in after if m.last < stop and not _qualifies(sentence, m)]
    agreeing = [m for m in inside if agrees(m, cue)] or inside
    if not agreeing:
        return []
    return _joined(sentence, agreeing[-1], agreeing)


def _joined(sentence: Sentence, head: Party, candidates: list[Party]) -> list[Party]:
    """`head` with the parties that a comma, ও or এবং joins to it, in order."""
    chain = [head]
    for party in reversed([m for m in candidates if m.last < head.first]):
        gap = sentence.tokens[party.last + 1 : chain[0].first]
        if not gap or not any(t.key in _AND or t.key == "," for t in gap):
            break
        if any(t.finite is not None for t in gap) or len(gap) > 8 or party.kind == "pronoun":
            break
        joint = gap[0].key
        if joint not in _AND and joint != ",":
            break
        if (
            joint == ","
            and len(chain) == 1
            and not any(t.key in _AND for t in sentence.tokens[party.first : head.last])
        ):
            break
        chain.insert(0, party)
    following = [m for m in candidates if m.first > head.last]
    for party in following:
        gap = sentence.tokens[chain[-1].last + 1 : party.first]
        if (
            gap
            and gap[0].key in _AND | {","}
            and len(gap) <= 6
            and not any(t.finite is not None for t in gap)
        ):
            chain.append(party)
        else:
            break
    return chain


def _qualifies(sentence: Sentence, party: Party) -> bool:
    """Whether a bare place or body only qualifies the noun after it: [উত্তর কোরিয়া] সফরের."""
    if party.kind not in {"LOC", "ORG", "MISC", "EVENT", "body"}:
        return False
    at = party.last + 1
    if at >= len(sentence.tokens) or not sentence.tokens[at].word:
        return False
    return guess_case(sentence.tokens[at].key) in {"gen"} and not any(m.first == at for m in sentence.parties)


def _stands_aside(sentence: Sentence, party: Party) -> bool:
    """Whether a party is no subject: before a postposition, or only named in brackets."""
    at = party.last + 1
    following = sentence.tokens[at].key if at < len(sentence.tokens) else ""
    before = sentence.tokens[party.first - 1].key if party.first else ""
    return following in _POSTPOSITIONS or (before == "(" and following == ")")


_POSTPOSITIONS = folded(
    [
        "থেকে",
        "নিয়ে",
        "ছাড়া",
        "ছাড়াও",
        "সহ",
        "হয়ে",
        "হিসেবে",
        "হিসাবে",
        "নামে",
        "নামের",
        "পর্যন্ত",
        "সূত্রে",
        "বনাম",
        "দিয়ে",
        "জুড়ে",
        "সংলগ্ন",
        "অনুযায়ী",
        "শেষে",
        "সফরে",
        "সফরের",
    ]
)


def _last_that(sentence: Sentence, cue: Cue) -> int | None:
    """Where the last বলে (`that`) before the cue stands."""
    for at in range(cue.first - 1, -1, -1):
        if sentence.tokens[at].key == _THAT:
            return at
    return None


def _behind(scene: Scene, sentence: Sentence, cue: Cue, memory: Memory, left: int) -> Source:
    """Who stands behind a passive: X-এর পক্ষ থেকে, X-এর বিবৃতিতে, X থেকে; else the paper's issuer."""
    tokens = sentence.tokens
    for party in reversed([m for m in sentence.parties if left <= m.first and m.last < cue.first]):
        follower = tokens[party.last + 1].key if party.last + 1 < len(tokens) else ""
        if (party.case == "gen" and follower in _SIDE) or follower == _FROM:
            who = known(scene, sentence, party, memory)
            if who is not None and party.kind not in {"LOC"}:
                return Source(who.canonical, phrase(scene, sentence, party), who.one, "behalf", 0.9)
    paper = _paper(sentence, cue, left)
    if paper is not None:
        owner = [
            m
            for m in sentence.parties
            if left <= m.first and m.last < paper and m.case == "gen" and paper - m.last <= 4
        ]
        if owner:
            who = known(scene, sentence, owner[-1], memory)
            if who is not None:
                return Source(who.canonical, phrase(scene, sentence, owner[-1]), who.one, "paper", 0.85)
        if tokens[paper].key.startswith(_REPORTS) and memory.medium:
            return Source(memory.medium, None, False, "report", 0.7, True)
        if memory.issuer is not None:
            return Source(memory.issuer.canonical, None, memory.issuer.one, "issuer", 0.8)
    return Source(None, None, False, "unknown", 0.8)


def _paper(sentence: Sentence, cue: Cue, left: int) -> int | None:
    """The token that names something written, in the locative, before the cue."""
    for at in range(cue.first - 1, left - 1, -1):
        key = sentence.tokens[at].key
        if key.startswith(_PAPERS + _REPORTS) and key.endswith((fold("তে"), fold("য়"), fold("ে"))):
            return at
    return None


def _elided(sentence: Sentence, cue: Cue, memory: Memory) -> Source:
    """The left-out subject: whoever spoke or acted last and agrees with the verb."""
    if cue.person == "3h":
        who = memory.person if memory.person is not None else memory.speaker
    elif cue.person == "3":
        who = memory.body if memory.body is not None else memory.speaker
    else:
        who = memory.speaker
    if who is None:
        return Source(None, None, False, "unknown", 0.4)
    return Source(who.canonical, None, who.one, "elided", 0.55)


def is_common(key: str) -> bool:
    """Whether a word is a common noun that can speak."""
    return head_of(key)[0] is not None
