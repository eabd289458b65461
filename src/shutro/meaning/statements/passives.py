"""Who stands behind a passive that names no speaker: on whose behalf, in whose paper, from whose house."""

from __future__ import annotations

from dataclasses import replace

from shutro.bangla.verbs import fold
from shutro.meaning.actors.memory import Known, Memory
from shutro.meaning.actors.trust import TRUST
from shutro.meaning.cues.cues import Cue
from shutro.meaning.grammar.cases import guess_case
from shutro.meaning.grammar.tokens import past_brackets
from shutro.meaning.lexicon import closed, load, strings
from shutro.meaning.parties.media import is_platform
from shutro.meaning.parties.party import Party
from shutro.meaning.sentences.phrases import phrase
from shutro.meaning.sentences.scene import Scene, Sentence
from shutro.meaning.statements.papers import (
    PAPERS,
    REPORTS,
    WRITTEN,
    owner,
    paper_at,
    paper_noun,
    points_back,
    reporter,
)
from shutro.meaning.statements.source import Source, source_of, unknown

_CUES = load("cues")
# Whoever spoke last has not issued what is filed with a court, nor made a report that others made.
_NOT_HIS: tuple[str, ...] = (*strings(_CUES["papers"]["filed"]), *REPORTS)
_FROM = fold("থেকে")
_IN_A_HOUSE = closed("in_a_house")
_SIDE = closed("side")
_HAND = closed("hand")
_FAR = 3
_GIVEN_WHOLE = closed("given_whole")
_ANYBODYS: tuple[str, ...] = tuple(strings(_CUES["papers"]["anybodys"]))
_FORGED = closed("forged")
_SOME = closed("some_one") | _FORGED
_ROOMS = 8
_SENT = closed("sent")
_POINTING = closed("pointing")
_MENTIONED = closed("mentioned")
_TELLING = closed("telling")


def behind(scene: Scene, sentence: Sentence, cue: Cue, memory: Memory, left: int) -> Source:
    """Who stands behind a passive: X-এর পক্ষ থেকে, X-এর বিবৃতিতে, X থেকে; else the paper's issuer."""
    tokens = sentence.tokens
    able = [p for p in sentence.parties if left <= p.first and p.last < cue.first]
    able = [p for p in able if not is_platform(p) and p.title not in _IN_A_HOUSE]
    for party in reversed(able):
        at = past_brackets(tokens, party.last + 1)
        follower = tokens[at].key if at < len(tokens) else ""
        given = follower == _FROM and party.kind != "LOC" and _given(sentence, cue, at + 1)
        if (party.case == "gen" and follower in _SIDE) or given:
            source = source_of(scene, sentence, party, memory, "behalf")
            if source is not None:
                return replace(source, medium=False)
    if (house := _house(sentence, cue, left)) is not None:
        source = source_of(scene, sentence, house, memory, "house")
        if source is not None:
            return replace(source, medium=False, rule="behalf")
    paper = paper_at(sentence, cue, left)
    if paper is None and (shown := _shown(sentence, cue, left)) is not None:
        return source_of(scene, sentence, shown, memory, "paper") or unknown("unknown")
    if paper is None:
        return _without_paper(sentence, cue, memory)
    whose = owner(sentence, paper, left) or _sender(sentence, paper, left) or _head(sentence, paper)
    source = source_of(scene, sentence, whose, memory, "paper") if whose is not None else None
    if source is not None:
        return replace(source, medium=False)
    if (issuer := memory.papers.get(paper_noun(tokens[paper].key))) is not None:
        return _issued(issuer, "paper")
    if (medium := reporter(scene, sentence, paper, left)) is not None:
        return medium
    if tokens[paper].key.startswith(REPORTS) and memory.medium:
        return Source(memory.medium, None, False, "report", TRUST["found"]["report"], True)
    if (itself := _itself(scene, sentence, paper)) is not None:
        return itself
    others = memory.issuer is not None and memory.issuer.one and tokens[paper].key.startswith(_NOT_HIS)
    if memory.issuer is None or others or _of_anybody(sentence, paper):
        return unknown("unknown")
    return _issued(memory.issuer, "issuer")


def _itself(scene: Scene, sentence: Sentence, paper: int) -> Source | None:
    """What is written as its own speaker where nobody is told to have made it: [এক গবেষণায়] বলা হয়।"""
    token = sentence.tokens[paper]
    noun = next((noun for noun in _TELLING if token.key.startswith(noun)), "")
    if not noun or not any(t.key in _SOME for t in sentence.tokens[max(0, paper - _FAR) : paper]):
        return None
    span = phrase(scene, sentence, Party(paper, paper, token.start, token.end, "body", "loc", ""))
    name = span.of(scene.doc.text)[: len(noun) - len(token.key)]
    return Source(name, span, False, "paper:itself", TRUST["found"]["paper"])


def _shown(sentence: Sentence, cue: Cue, left: int) -> Party | None:
    """Whose words are given whole below: [করিমের] স্ট্যাটাসটি হুবহু তুলে ধরা হলো—"""
    if cue.noun not in _GIVEN_WHOLE:
        return None
    near = range(cue.first - 1, max(left, cue.first - _FAR) - 1, -1)
    at = next((i for i in near if sentence.tokens[i].key.startswith(PAPERS)), None)
    return owner(sentence, at, left) if at is not None else None


def _of_anybody(sentence: Sentence, paper: int) -> bool:
    """Whether it is something that anybody may have put up: একটি ফেসবুক অ্যাকাউন্ট থেকে, কিছু পোস্টে."""
    near = sentence.tokens[max(0, paper - _FAR) : paper]
    return sentence.tokens[paper].key.startswith(_ANYBODYS) and any(token.key in _SOME for token in near)


def _house(sentence: Sentence, cue: Cue, left: int) -> Party | None:
    """The body whose office it comes from: [স্বাস্থ্য অধিদপ্তর]ের নিয়ন্ত্রণ কক্ষ থেকে জানানো হয়."""
    tokens = sentence.tokens
    at = next((i for i in range(cue.first - 1, left, -1) if tokens[i].key == _FROM), None)
    if at is None or not _given(sentence, cue, at + 1) or _is_to_be_had(sentence, cue, at):
        return None
    near = [p for p in sentence.parties if left <= p.first and p.last < at <= p.last + _ROOMS]
    for party in reversed(near):
        between = tokens[party.last + 1 : at]
        plain = all(t.word and not t.forms and guess_case(t.key) not in {"acc", "loc"} for t in between)
        body = party.kind in {"ORG", "body"} and not is_platform(party) and party.title not in _IN_A_HOUSE
        if body and party.case in {"nom", "gen"} and between and plain:
            return party
    return None


def _sender(sentence: Sentence, paper: int, left: int) -> Party | None:
    """Somebody that no list knows, told by the genitive before পাঠানো, দেওয়া and a paper: [প্রেস উইং]য়ের পাঠানো."""
    tokens = sentence.tokens
    for at in range(paper - 1, max(left, paper - _FAR - 1), -1):
        if tokens[at].key in _SENT and at > left and guess_case(tokens[at - 1].key) == "gen":
            token = tokens[at - 1]
            return Party(at - 1, at - 1, token.start, token.end, "body", "gen", "")
    return None


def _head(sentence: Sentence, paper: int) -> Party | None:
    """The body a sentence opens with, though its verb is passive: [দূতাবাস] এক পোস্টে … উল্লেখ করা হয়েছে."""
    first = next(
        (p for p in sentence.parties if p.first <= 1 and p.last < paper and not is_platform(p)), None
    )
    return first if first is not None and first.case == "nom" and first.kind in {"ORG", "body"} else None


def _is_to_be_had(sentence: Sentence, cue: Cue, at: int) -> bool:
    """Whether somebody is to give what is asked for: মালিকের [কাছ] থেকে জরিমানা আদায়ের সুপারিশ করা হয়."""
    return bool(cue.noun) and sentence.tokens[at - 1].key in _HAND


def _given(sentence: Sentence, cue: Cue, at: int) -> bool:
    """Whether what comes from a body is what is said: থেকে জানানো হয়, থেকে দেওয়া এক বিবৃতিতে."""
    if sentence.tokens[cue.first - 1].key in _POINTING:
        return True
    return cue.first - at < 3 or any(t.key.startswith(WRITTEN) for t in sentence.tokens[at : at + 5])


def _without_paper(sentence: Sentence, cue: Cue, memory: Memory) -> Source:
    """Who stands behind a passive that names nothing written: এতে বলা হয়, … কথা উল্লেখ করা হয়."""
    before, paper = memory.last, memory.last_paper
    if paper is not None and sentence.number - paper[0] <= _FAR and points_back(sentence, cue):
        return _issued(paper[1], "paper")
    if before is not None and before[0] == sentence.number - 1 and cue.noun in _MENTIONED:
        return Source(before[1], None, False, "issuer", 0.6)
    return unknown("unknown")


def _issued(issuer: Known, rule: str) -> Source:
    sure = TRUST["found"]["issuer"] * issuer.trust
    return Source(issuer.canonical, None, issuer.one, rule, sure)


def paper_speaks(scene: Scene, sentence: Sentence, cue: Cue, memory: Memory, left: int) -> Source | None:
    """What is written as its own speaker: [এক জরিপ] বলছে; whose it is where that is told."""
    at = cue.first - 1
    if cue.kind != "verb" or cue.person != "3" or at < left or sentence.tokens[at].key not in _TELLING:
        return None
    whose = owner(sentence, at, left)
    if whose is not None:
        return source_of(scene, sentence, whose, memory, "paper")
    token = sentence.tokens[at]
    span = phrase(scene, sentence, Party(at, at, token.start, token.end, "body", "nom", ""))
    return Source(span.of(scene.doc.text), span, False, "paper:itself", TRUST["found"]["paper"])
