"""What is written and who issued it: X-এর বিবৃতিতে বলা হয়, X চিঠি দেন … চিঠিতে বলা হয়, এতে বলা হয়."""

from __future__ import annotations

from dataclasses import replace

from shutro.bangla.kept import kept
from shutro.bangla.verbs import fold
from shutro.meaning.lexicon import closed, endings, load, strings
from shutro.meaning.sentences.agents import Party
from shutro.meaning.sentences.cases import guess_case
from shutro.meaning.sentences.cues import Cue
from shutro.meaning.sentences.media import is_medium, is_platform
from shutro.meaning.sentences.memory import Known, Memory
from shutro.meaning.sentences.parties import past_brackets, unheard
from shutro.meaning.sentences.phrases import called, phrase
from shutro.meaning.sentences.rows import joined
from shutro.meaning.sentences.scene import Scene, Sentence
from shutro.meaning.sentences.speakers import TRUST, Source, known, source_of, unknown
from shutro.meaning.sentences.subjects import SPEAKS, subject_of

_CUES = load("cues")
_PAPERS: tuple[str, ...] = tuple(sorted(strings(_CUES["papers"]["issued"]), key=len, reverse=True))
_REPORTS: tuple[str, ...] = tuple(strings(_CUES["papers"]["reported"]))
_WRITTEN = _PAPERS + _REPORTS + tuple(strings(_CUES["papers"]["figures"]))
_FILED: tuple[str, ...] = tuple(strings(_CUES["papers"]["filed"]))
_SENT = closed("sent")
_SIGNED = closed("signed")
_OBJECT = ("", *endings("definite"))
_IN = endings("in")
_FROM = fold("থেকে")
_SIDE = closed("side")
# Behind somebody, these say that something written is to him, or only bears his name.
_NOT_HIS = closed("towards") | closed("in_name")
_FORGED = closed("forged")
_SOME = closed("some_one") | _FORGED
_GIVEN_WHOLE = closed("given_whole")
_IN_A_HOUSE = closed("in_a_house")
_ANYBODYS: tuple[str, ...] = tuple(strings(_CUES["papers"]["anybodys"]))
_THIS = closed("this_one")
_MENTIONED = closed("mentioned")
_IN_IT = closed("in_it")
_TELLING = closed("telling")
_BETWEEN = 3
_FAR = 3
_ROOMS = 8
_POINTING = closed("pointing")


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
            source = source_of(scene, sentence, party, memory, "behalf", "behalf")
            if source is not None:
                return replace(source, medium=False)
    if (house := _house(sentence, cue, left)) is not None:
        source = source_of(scene, sentence, house, memory, "house", "behalf")
        if source is not None:
            return replace(source, medium=False)
    paper = _paper(sentence, cue, left)
    if paper is None and (shown := _shown(sentence, cue, left)) is not None:
        return source_of(scene, sentence, shown, memory, "paper", "paper") or unknown("unknown")
    if paper is None:
        return _without_paper(sentence, cue, memory)
    owner = _owner(sentence, paper, left) or _sender(sentence, paper, left) or _head(sentence, paper)
    source = source_of(scene, sentence, owner, memory, "paper", "paper") if owner is not None else None
    if source is not None:
        return replace(source, medium=False)
    if (issuer := memory.papers.get(_noun(tokens[paper].key))) is not None:
        return _issued(issuer, "paper")
    if (medium := _reporter(scene, sentence, paper, left)) is not None:
        return medium
    if tokens[paper].key.startswith(_REPORTS) and memory.medium:
        return Source(memory.medium, None, False, "report", TRUST["found"]["report"], True)
    filed = memory.issuer is not None and memory.issuer.one and tokens[paper].key.startswith(_FILED)
    if memory.issuer is None or filed or _of_anybody(sentence, paper):
        return unknown("unknown")
    return _issued(memory.issuer, "issuer")


def signers(scene: Scene, sentence: Sentence, cue: Cue, memory: Memory, left: int) -> list[Source]:
    """All who signed what is written: সভাপতি [করিম] ও সম্পাদক [রহিম] স্বাক্ষরিত বিবৃতিতে; empty for one or none."""
    able = [p for p in sentence.parties if left <= p.first and p.last < cue.first and p.kind == "PER"]
    signed = next((p for p in able if sentence.tokens[p.last + 1].key in _SIGNED), None)
    if signed is None:
        return []
    row = joined(sentence, signed, [p for p in able if p.last <= signed.last and p.case == "nom"])
    made = [source_of(scene, sentence, p, memory, "paper", "paper") for p in row]
    return [source for source in made if source is not None] if len(row) > 1 else []


def _shown(sentence: Sentence, cue: Cue, left: int) -> Party | None:
    """Whose words are given whole below: [করিমের] স্ট্যাটাসটি হুবহু তুলে ধরা হলো—"""
    if cue.noun not in _GIVEN_WHOLE:
        return None
    near = range(cue.first - 1, max(left, cue.first - _FAR) - 1, -1)
    at = next((i for i in near if sentence.tokens[i].key.startswith(_PAPERS)), None)
    return _owner(sentence, at, left) if at is not None else None


def _of_anybody(sentence: Sentence, paper: int) -> bool:
    """Whether it is something that anybody may have put up: একটি ফেসবুক অ্যাকাউন্ট থেকে, কিছু পোস্টে."""
    near = sentence.tokens[max(0, paper - _FAR) : paper]
    return sentence.tokens[paper].key.startswith(_ANYBODYS) and any(token.key in _SOME for token in near)


def _house(sentence: Sentence, cue: Cue, left: int) -> Party | None:
    """The body whose office it comes from: [স্বাস্থ্য অধিদপ্তর]ের নিয়ন্ত্রণ কক্ষ থেকে জানানো হয়."""
    tokens = sentence.tokens
    at = next((i for i in range(cue.first - 1, left, -1) if tokens[i].key == _FROM), None)
    if at is None or not _given(sentence, cue, at + 1):
        return None
    near = [p for p in sentence.parties if left <= p.first and p.last < at <= p.last + _ROOMS]
    for party in reversed(near):
        between = tokens[party.last + 1 : at]
        plain = all(t.word and not t.forms and guess_case(t.key) not in {"acc", "loc"} for t in between)
        body = party.kind in {"ORG", "body"} and not is_platform(party) and party.title not in _IN_A_HOUSE
        if body and party.case in {"nom", "gen"} and between and plain:
            return party
    return None


def report_of(scene: Scene, sentence: Sentence, cue: Cue, memory: Memory, left: int) -> str | None:
    """The medium in whose report the words stand: [দৈনিক আলো]র প্রতিবেদনে; else the last one."""
    paper = _paper(sentence, cue, left)
    if paper is None or not sentence.tokens[paper].key.startswith(_REPORTS):
        return None
    owner = _owner(sentence, paper, left)
    if owner is not None and owner.named and is_medium(owner):
        return owner.canonical
    told = _reporter(scene, sentence, paper, left)
    return told.canonical if told is not None else memory.medium


def _reporter(scene: Scene, sentence: Sentence, paper: int, left: int) -> Source | None:
    """A medium that no list knows, told by whose report it is: [নতুন কাল]-এর খবরে বলা হয়।"""
    tokens = sentence.tokens
    if (
        not tokens[paper].key.startswith(_REPORTS)
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


def paper_speaks(scene: Scene, sentence: Sentence, cue: Cue, memory: Memory, left: int) -> Source | None:
    """What is written as its own speaker: [এক জরিপ] বলছে; whose it is where that is told."""
    at = cue.first - 1
    if cue.kind != "verb" or cue.person != "3" or at < left or sentence.tokens[at].key not in _TELLING:
        return None
    owner = _owner(sentence, at, left)
    if owner is not None:
        return source_of(scene, sentence, owner, memory, "paper", "paper")
    token = sentence.tokens[at]
    span = phrase(scene, sentence, Party(at, at, token.start, token.end, "body", "nom", ""))
    return Source(span.of(scene.doc.text), span, False, "paper:itself", TRUST["found"]["paper"])


def _without_paper(sentence: Sentence, cue: Cue, memory: Memory) -> Source:
    """Who stands behind a passive that names nothing written: এতে বলা হয়, … কথা উল্লেখ করা হয়."""
    before, paper = memory.last, memory.last_paper
    if paper is not None and sentence.number - paper[0] <= _FAR and _points_back(sentence, cue):
        return _issued(paper[1], "paper")
    if before is not None and before[0] == sentence.number - 1 and cue.noun in _MENTIONED:
        return Source(before[1], None, False, "issuer", 0.6)
    return unknown("unknown")


def _points_back(sentence: Sentence, cue: Cue) -> bool:
    return any(token.key in _IN_IT for token in sentence.tokens[: cue.first])


def _issued(issuer: Known, rule: str) -> Source:
    sure = TRUST["found"]["issuer"] * issuer.trust
    return Source(issuer.canonical, None, issuer.one, rule, sure)


def note_papers(scene: Scene, sentence: Sentence, memory: Memory) -> None:
    """Keep in mind who issues what is written in a sentence: the next may speak of it without him."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        noun = _noun(token.key) if token.word else ""
        if not noun or scene.quote_at(token.start) is not None:
            continue
        again = at > 0 and tokens[at - 1].key in _THIS and noun in memory.papers
        party = None
        if not again:
            party = _giver(scene, sentence, at, noun) or _from_whom(sentence, at) or _owner(sentence, at, 0)
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


def _given(sentence: Sentence, cue: Cue, at: int) -> bool:
    """Whether what comes from a body is what is said: থেকে জানানো হয়, থেকে দেওয়া এক বিবৃতিতে."""
    if sentence.tokens[cue.first - 1].key in _POINTING:
        return True
    near = sentence.tokens[at : at + 3]
    written = any(token.key.startswith(_WRITTEN) for token in sentence.tokens[at : at + 5])
    return cue.first - at < 3 or (written and any(token.forms for token in near)) or written


def _owner(sentence: Sentence, paper: int, left: int) -> Party | None:
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


def _paper(sentence: Sentence, cue: Cue, left: int) -> int | None:
    """The token that names something written, in the locative or with থেকে: before the cue, or behind it."""
    tokens = sentence.tokens
    before, behind_it = range(left, cue.first), range(cue.last + 1, len(tokens))
    for at in (*reversed(before), *behind_it):
        key = tokens[at].key
        if key.startswith(_WRITTEN):
            follower = tokens[at + 1].key if at + 1 < len(tokens) else ""
            if key.endswith(_IN) or (follower == _FROM and at < cue.first):
                return int(at)
    return None


@kept(50_000)
def _noun(key: str) -> str:
    """The paper that a word names, in any case; empty for any other word."""
    if not key.startswith(_PAPERS):
        return ""
    return next((noun for noun in _PAPERS if key.startswith(noun) and len(key) - len(noun) <= _FAR), "")


def written(sentence: Sentence, cue: Cue, left: int) -> bool:
    """Whether the sentence says in what the words are written (বিজ্ঞপ্তিতে, প্রতিবেদনে, or এতে)."""
    return _paper(sentence, cue, left) is not None or _points_back(sentence, cue)
