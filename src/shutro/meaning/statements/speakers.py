"""Who speaks at a cue: a party of its sentence, or whom the context leaves as the speaker."""

from __future__ import annotations

from dataclasses import replace

from shutro.bangla.stems import classes_of
from shutro.meaning.actors.identity import asked
from shutro.meaning.actors.memory import Known, Memory
from shutro.meaning.actors.trust import TRUST
from shutro.meaning.cues.cues import Cue
from shutro.meaning.grammar.cases import guess_case, located
from shutro.meaning.grammar.tokens import bare
from shutro.meaning.lexicon import closed
from shutro.meaning.parties.party import Party
from shutro.meaning.parties.states import is_country
from shutro.meaning.parties.strangers import unheard
from shutro.meaning.sentences.agreement import SPEAKS
from shutro.meaning.sentences.order import WHO, introduces
from shutro.meaning.sentences.phrases import phrase
from shutro.meaning.sentences.scene import Scene, Sentence
from shutro.meaning.sentences.subjects import subject_of
from shutro.meaning.sentences.unlisted import NO_NAME
from shutro.meaning.statements.owners import group_of_many, owners
from shutro.meaning.statements.papers import report_of, signers, written
from shutro.meaning.statements.passives import behind, paper_speaks
from shutro.meaning.statements.quoted import quoted
from shutro.meaning.statements.source import Source, source_of, unknown
from shutro.span import Span

_WHAT = closed("what")
_POINTING = closed("pointing")
_WHO_ALL = closed("who_all")
_UNDER_QUESTION = closed("questioned")
_UNHEARD = 0.6
_PART = 0.8


def find(scene: Scene, sentence: Sentence, cue: Cue, memory: Memory, left: int) -> list[Source]:
    """The sources of a cue, usually one; `left` is the first token that belongs to its clause."""
    if cue.kind == "bare":
        return [unknown("unknown")] if cue.impersonal else owners(scene, sentence, cue, memory)
    if cue.kind == "media":
        printed = _printed_in(scene, sentence, cue, memory)
        shown = not printed and introduces(sentence, cue) and written(sentence, cue, left)
        return [behind(scene, sentence, cue, memory, left)] if shown else printed
    several = quoted(scene, sentence, cue, memory, left)
    if cue.impersonal and several:
        return _through(several, report_of(scene, sentence, cue, memory, left))
    if signed := signers(scene, sentence, cue, memory, left):
        return signed
    if cue.impersonal:
        return [behind(scene, sentence, cue, memory, left)]
    if cue.first > left and sentence.tokens[cue.first - 1].key in WHO:
        near = _relative(scene, sentence, cue, memory, left)
        return [near or unknown("left-out")]
    sources = _spoken(scene, sentence, cue, memory, left)
    if several:
        speakers = [source.canonical for source in sources if source.canonical]
        if not speakers and (report := report_of(scene, sentence, cue, memory, left)) is not None:
            return _through(several, report)
        return [replace(s, through=tuple(n for n in speakers if n != s.canonical)) for s in several]
    if sources:
        return sources
    if cue.person == "3" and any(token.key in _WHAT for token in sentence.tokens[left : cue.first]):
        return []
    who = _relative(scene, sentence, cue, memory, left) or paper_speaks(scene, sentence, cue, memory, left)
    if who is None and (whom := asked(sentence, cue.first)) is not None:
        who = source_of(scene, sentence, whom, memory, "asked")
    who = who or _beside(scene, sentence, cue, left)
    return [who or _elided(sentence, cue, memory)]


def _through(sources: list[Source], medium: str | None) -> list[Source]:
    return [replace(source, through=(medium,)) for source in sources] if medium else sources


def _beside(scene: Scene, sentence: Sentence, cue: Cue, left: int) -> Source | None:
    """A subject that no list knows, right before a verb that introduces speech: [সামরিক নেতৃত্ব] জানিয়েছে, ….

    Whoever stands there is not to be taken for left out.
    """
    at = cue.first - 1
    pointing = cue.kind == "noun" and at > left and sentence.tokens[at].key in _POINTING
    at -= pointing
    plain = cue.kind == "verb" and introduces(sentence, cue)
    if cue.person != "3" or at < left or not (plain or pointing):
        return None
    token = sentence.tokens[at]
    noun = "n" in classes_of(token.key) or unheard(token.key)
    other = token.forms or token.key in NO_NAME or guess_case(token.key) != "nom" or located(token.key)
    timed = scene.doc.in_time(token.start)
    if not token.word or not noun or other or timed:
        return None
    span = phrase(scene, sentence, Party(at, at, token.start, token.end, "body", "nom", ""))
    return Source(span.of(scene.doc.text), span, False, "beside", TRUST["found"]["beside"])


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
    groups = (group_of_many(scene, sentence, i, "relative:group") for i in range(at - 1, left - 1, -1))
    group = next((g for g in groups if g is not None), None) if many else None
    if party is None or (group and group.span and group.span.start > party.end):
        return group
    return source_of(scene, sentence, party, memory, f"relative:{party.kind}")


def _spoken(scene: Scene, sentence: Sentence, cue: Cue, memory: Memory, left: int) -> list[Source]:
    parties, found = subject_of(scene, sentence, cue, left) or ([], "")
    if parties and parties[0].kind == "pronoun" and _questioned(sentence, cue):
        return [_arrested(scene, sentence, parties[0], memory)]
    if len(parties) == 1 and parties[0].kind == "pronoun" and parties[0].many and memory.together:
        return [_one_of(scene, sentence, parties[0], who, found) for who in memory.together]
    if (group := _one_group(scene, sentence, parties)) is not None:
        return [replace(group, rule=f"{found}:people", sure=group.sure * TRUST["found"].get(found, 0.7))]
    made = [source_of(scene, sentence, p, memory, f"{found}:{p.kind}") for p in parties]
    if parties and parties[0].kind == "pronoun" and parties[0].many and _no_people(made, cue, memory):
        return [unknown("unknown")]
    if parties and found == "after" and parties[0].kind == "pronoun" and made[0] is None:
        twice = [p for p in sentence.parties if left <= p.first and p.last < cue.first and p.kind == "PER"]
        subjects = [p for p in twice if p.case == "nom"][-1:]
        made = [source_of(scene, sentence, p, memory, f"lead:{p.kind}") for p in subjects]
    return [source for source in made if source is not None]


def _one_of(scene: Scene, sentence: Sentence, they: Party, who: Known, found: str) -> Source:
    """One of several persons who spoke together, and go on as তারা."""
    sure = TRUST["found"].get(found, 0.7) * TRUST["kind"]["pronoun"] * who.trust
    return Source(who.canonical, phrase(scene, sentence, they), True, f"{found}:together", sure)


def _no_people(made: list[Source | None], cue: Cue, memory: Memory) -> bool:
    """Whether তারা is nobody known; or where the verb wants people a country, or a body only named."""
    if made[0] is None or cue.person != "3h":
        return made[0] is None
    called = made[0].canonical or ""
    idle = called in memory.mentioned and all(called != body.canonical for body in memory.bodies)
    return is_country(called) or idle


def _questioned(sentence: Sentence, cue: Cue) -> bool:
    """Whether it is said under questioning: by those arrested, whoever was spoken of before."""
    return any(token.key in _UNDER_QUESTION for token in sentence.tokens[: cue.first])


def _arrested(scene: Scene, sentence: Sentence, party: Party, memory: Memory) -> Source:
    """Who is questioned: the person named last of those who have not spoken; nobody known for several."""
    who = None if party.many else memory.last_named(memory.spoke)
    if who is None:
        return unknown("unknown")
    return Source(who.canonical, phrase(scene, sentence, party), True, "questioned", _UNHEARD * who.trust)


def _one_group(scene: Scene, sentence: Sentence, parties: list[Party]) -> Source | None:
    """People of two kinds with one plural ending: [শিক্ষক ও প্রবীণ লেখকরা]."""
    if len(parties) < 2 or any(p.named or p.kind != "person" for p in parties):
        return None
    first, last = parties[0], parties[-1]
    if first.many or not last.many:
        return None
    span = Span(phrase(scene, sentence, first).start, last.end)
    name = span.of(scene.doc.text)
    return Source(name, span, False, "", TRUST["kind"]["people"])


def _printed_in(scene: Scene, sentence: Sentence, cue: Cue, memory: Memory) -> list[Source]:
    for party in reversed(sentence.parties):
        if party.last < cue.first and party.case == "loc" and party.kind in {"media", "ORG"}:
            source = source_of(scene, sentence, party, memory, "printed")
            return [replace(source, medium=True)] if source is not None else []
    return []


def _called_by_part(sentence: Sentence, cue: Cue, memory: Memory) -> Source | None:
    """Somebody named before, called by a part of his name that no other word is (রাবেয়াও … নিশ্চিত করেন)."""
    inside = {at for p in sentence.parties for at in range(p.first, p.last + 1)}
    for at, token in enumerate(sentence.tokens[: cue.first]):
        part = bare(token.key)
        if at in inside or part == token.key or not token.word or token.forms:
            continue
        if (who := memory.whole(part)) != part:
            return Source(who, token.span, True, "lead:PER", TRUST["found"]["lead"] * _PART)
    return None


def _elided(sentence: Sentence, cue: Cue, memory: Memory) -> Source:
    """The left-out subject: whoever spoke or acted last, agrees with the verb and is not named beside it."""
    others = {p.canonical for p in sentence.parties if p.named}
    if _questioned(sentence, cue):
        return unknown("unknown")
    if cue.person == "3h" and (called := _called_by_part(sentence, cue, memory)) is not None:
        return called
    if cue.person == "3h":
        who = memory.last_person(others)
    elif cue.person == "3":
        who = memory.last_body(others)
    else:
        who = memory.speaker
    if who is None:
        named = sentence.tokens[cue.first - 1].key in _POINTING if cue.first else False
        pronoun = any(p.kind == "pronoun" and p.case == "nom" for p in sentence.parties)
        stands = cue.person == "3" and (named or pronoun)
        return unknown("unknown" if stands else "left-out")
    return Source(who.canonical, None, who.one, "elided", TRUST["found"]["elided"] * who.trust)
