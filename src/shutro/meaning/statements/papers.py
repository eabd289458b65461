"""What is written and who issued it: X-এর বিবৃতিতে বলা হয়, X চিঠি দেন … চিঠিতে বলা হয়, এতে বলা হয়."""

from __future__ import annotations

from shutro.bangla.kept import WORDS, kept
from shutro.bangla.verbs import fold
from shutro.meaning.actors.identity import known
from shutro.meaning.actors.memory import Memory
from shutro.meaning.actors.trust import TRUST
from shutro.meaning.cues.cues import Cue
from shutro.meaning.grammar.cases import guess_case
from shutro.meaning.lexicon import closed, endings, load, strings
from shutro.meaning.parties.media import is_medium, is_platform
from shutro.meaning.parties.party import Party
from shutro.meaning.parties.strangers import unheard
from shutro.meaning.sentences.agreement import SPEAKS
from shutro.meaning.sentences.joining import joined
from shutro.meaning.sentences.phrases import called
from shutro.meaning.sentences.scene import Scene, Sentence
from shutro.meaning.sentences.subjects import subject_of
from shutro.meaning.statements.source import Source, source_of

_THIS = closed("this_one")
_FAR = 3
_FROM = fold("থেকে")
_IN_A_HOUSE = closed("in_a_house")
_BETWEEN = 3
_OBJECT = ("", *endings("definite"))
_FORGED = closed("forged")
# Behind somebody, these say that something written is to him or about him, or only bears his name.
_NOT_HIS = closed("towards") | closed("in_name") | closed("concerning")
_SIGNED = closed("signed")
_IN = endings("in")
_IN_IT = closed("in_it")
_CUES = load("cues")
PAPERS: tuple[str, ...] = tuple(sorted(strings(_CUES["papers"]["issued"]), key=len, reverse=True))
REPORTS: tuple[str, ...] = tuple(strings(_CUES["papers"]["reported"]))
WRITTEN = PAPERS + REPORTS + tuple(strings(_CUES["papers"]["figures"]))


def note_papers(scene: Scene, sentence: Sentence, memory: Memory) -> None:
    """Keep in mind who issues what is written in a sentence: the next may speak of it without him."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        noun = paper_noun(token.key) if token.word else ""
        if not noun or scene.quote_at(token.start) is not None:
            continue
        again = at > 0 and tokens[at - 1].key in _THIS and noun in memory.papers
        party = None
        if not again:
            party = _giver(scene, sentence, at, noun) or _from_whom(sentence, at) or owner(sentence, at, 0)
        who = known(scene, sentence, party, memory) if party is not None else None
        if who is not None:
            memory.papers[noun] = who
        issuer = who or memory.papers.get(noun)
        if issuer is not None:
            memory.last_paper = (sentence.number, issuer)


def _from_whom(sentence: Sentence, at: int) -> Party | None:
    """The body that something written comes from: মন্ত্রণালয় থেকে … প্রজ্ঞাপন."""
    for party in reversed(sentence.parties):
        body = party.kind in {"ORG", "body"} and party.title not in _IN_A_HOUSE
        if party.last + 1 < at and body and at - party.last <= 2 * _FAR:
            return party if sentence.tokens[party.last + 1].key == _FROM else None
    return None


def _giver(scene: Scene, sentence: Sentence, at: int, noun: str) -> Party | None:
    """Who gives it: সব শাখায় চিঠি দিয়েছে [সোনালী ব্যাংক]."""
    if sentence.tokens[at].key[len(noun) :] not in _OBJECT:
        return None
    group = next((g for g in sentence.groups if at < g.first <= at + _BETWEEN and g.finite), None)
    if group is None or group.passive or group.negated:
        return None
    cue = Cue(at, group.last, "", "noun", group.verb, group.person, group.tense)
    found = subject_of(scene, sentence, cue, 0)
    return found[0][0] if found is not None else None


def owner(sentence: Sentence, paper: int, left: int) -> Party | None:
    """Whose a paper is: who signed it, the genitive right before it, or a body a little further off."""
    signed = [
        p
        for p in sentence.parties
        if left <= p.first and p.last + 1 < paper and sentence.tokens[p.last + 1].key in _SIGNED
    ]
    if signed and signed[-1].kind in {"PER", "pronoun"}:
        return signed[-1]
    owners = [
        party
        for party in sentence.parties
        if left <= party.first
        and party.last < paper <= party.last + 8
        and party.case == "gen"
        and party.kind in SPEAKS
        and not is_platform(party)
        and sentence.tokens[party.last + 1].key not in _NOT_HIS
        and not any(token.key in _FORGED for token in sentence.tokens[party.last + 1 : paper])
    ]
    owners = [p for p in owners if p.kind != "LOC" or paper - p.last <= 2]
    near = [party for party in owners if paper - party.last <= 4]
    near = near or [party for party in owners if party.kind in {"ORG", "body", "PER"}]
    return near[-1] if near else None


def signers(scene: Scene, sentence: Sentence, cue: Cue, memory: Memory, left: int) -> list[Source]:
    """All who signed what is written: সভাপতি [করিম] ও সম্পাদক [রহিম] স্বাক্ষরিত বিবৃতিতে; empty for one or none."""
    able = [p for p in sentence.parties if left <= p.first and p.last < cue.first and p.kind == "PER"]
    signed = next((p for p in able if sentence.tokens[p.last + 1].key in _SIGNED), None)
    if signed is None:
        return []
    row = joined(sentence, signed, [p for p in able if p.last <= signed.last and p.case == "nom"])
    made = [source_of(scene, sentence, p, memory, "paper") for p in row]
    return [source for source in made if source is not None] if len(row) > 1 else []


def report_of(scene: Scene, sentence: Sentence, cue: Cue, memory: Memory, left: int) -> str | None:
    """The medium in whose report the words stand: [দৈনিক আলো]র প্রতিবেদনে; else the last one."""
    paper = paper_at(sentence, cue, left)
    if paper is None or not sentence.tokens[paper].key.startswith(REPORTS):
        return None
    whose = owner(sentence, paper, left)
    if whose is not None and whose.named and is_medium(whose):
        return whose.canonical
    told = reporter(scene, sentence, paper, left)
    return told.canonical if told is not None else memory.medium


def reporter(scene: Scene, sentence: Sentence, paper: int, left: int) -> Source | None:
    """A medium that no list knows, told by whose report it is: [নতুন কাল]-এর খবরে বলা হয়।"""
    tokens = sentence.tokens
    if (
        not tokens[paper].key.startswith(REPORTS)
        or paper <= left
        or guess_case(tokens[paper - 1].key) != "gen"
    ):
        return None
    token = tokens[paper - 1]
    party = Party(paper - 1, paper - 1, token.start, token.end, "body", "gen", "")
    if not unheard(token.key):
        return None
    name = called(scene, sentence, party).rstrip("'’")
    return Source(name, token.span, False, "report", TRUST["found"]["report"], True)


def paper_at(sentence: Sentence, cue: Cue, left: int) -> int | None:
    """The token that names something written, in the locative or with থেকে: before the cue, or behind it."""
    tokens = sentence.tokens
    before, behind_it = range(left, cue.first), range(cue.last + 1, len(tokens))
    for at in (*reversed(before), *behind_it):
        key = tokens[at].key
        if key.startswith(WRITTEN):
            follower = tokens[at + 1].key if at + 1 < len(tokens) else ""
            if key.endswith(_IN) or (follower == _FROM and at < cue.first):
                return int(at)
    return None


@kept(WORDS)
def paper_noun(key: str) -> str:
    """The paper that a word names, in any case; empty for any other word."""
    if not key.startswith(PAPERS):
        return ""
    return next((noun for noun in PAPERS if key.startswith(noun) and len(key) - len(noun) <= _FAR), "")


def written(sentence: Sentence, cue: Cue, left: int) -> bool:
    """Whether the sentence says in what the words are written (বিজ্ঞপ্তিতে, প্রতিবেদনে, or এতে)."""
    return paper_at(sentence, cue, left) is not None or points_back(sentence, cue)


def points_back(sentence: Sentence, cue: Cue) -> bool:
    """Whether something written before is pointed back to: [এতে] বলা হয়."""
    return any(token.key in _IN_IT for token in sentence.tokens[: cue.first])
