"""Who a party of a sentence is: by its name, or by what the text said before."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from shutro.bangla.verbs import fold
from shutro.meaning.actors.holders import states_of
from shutro.meaning.actors.memory import Known, Memory, is_part_of
from shutro.meaning.actors.offices import stem
from shutro.meaning.actors.trust import TRUST, name_trust
from shutro.meaning.document import Document
from shutro.meaning.grammar.cases import guess_case
from shutro.meaning.lexicon import closed, endings
from shutro.meaning.parties.agents import agents
from shutro.meaning.parties.media import is_medium
from shutro.meaning.parties.party import Party
from shutro.meaning.parties.states import government
from shutro.meaning.sentences.order import WHO
from shutro.meaning.sentences.phrases import called, phrase
from shutro.meaning.sentences.scene import Scene, Sentence
from shutro.span import Span

_THIS = closed("this_one")
_ONE = closed("one")
# The office is said to be of a country that nothing ties its only holder to.
_TRUST_ABROAD = 0.7
# Somebody else has acted since he spoke.
_TRUST_TELLER = 0.8
# ক্লাব, বোর্ড: the body spoken of last, where there may be others.
_TRUST_BARE = 0.9
_TRUST_OFFICE = 0.95
_HONOURS = endings("honours")
_MORE = closed("more")
_NAMED = closed("named")
_TOWARDS = closed("asked")


def known(scene: Scene, sentence: Sentence, party: Party, memory: Memory) -> Known | None:
    """Who a party is: its canonical name, or what the context says it stands for."""
    if party.named:
        return _by_its_name(scene, party, memory)
    others = {p.canonical for p in sentence.parties if p.named and p.first != party.first}
    if party.kind == "pronoun":
        return _pronoun(scene, sentence, party, memory, others)
    if party.kind == "again":
        return memory.again(party.title, others)
    span = phrase(scene, sentence, party)
    words = [t.key for t in sentence.tokens if t.word and span.start <= t.start < span.end]
    if party.kind == "person" and (called_so := _by_name(sentence, span)) is not None:
        return Known(called_so.canonical, True, name_trust(called_so))
    if party.kind == "person" and not party.many:
        one = _this_one(sentence, party, span, others, memory) or _holder(party, span, words, memory)
        if one is not None:
            return one
        if _goes_on(sentence, party) and memory.speaker is not None and memory.speaker.one:
            return memory.speaker
        if memory.held is not None and (by_date := memory.held(span.start, span.end)):
            return by_date
    bare = party.kind == "body" and len(words) == 1 and party.title in agents().bare
    if bare and (body := memory.last_body(others)):
        return replace(body, trust=body.trust * _TRUST_BARE)
    return _as_called(party, words, called(scene, sentence, party), memory)


def _by_its_name(scene: Scene, party: Party, memory: Memory) -> Known:
    """Who a name is of; a name that no list knows may be a part of one that the text gives whole."""
    name = government(party)
    if party.kind == "PER" and party.name is None:
        name = memory.whole(name)
        if name == party.canonical:
            name = _named_below(scene, _without_honour(name)) or name
    return Known(name, party.kind == "PER", name_trust(party))


def _pronoun(
    scene: Scene, sentence: Sentence, party: Party, memory: Memory, others: set[str]
) -> Known | None:
    """Whom a pronoun stands for: in its own sentence, of whoever tells a medium more, or before."""
    if party.many:
        return memory.pronoun(True, others)
    whom = _resumed(sentence, party) or asked(sentence, party.first)
    if whom is not None:
        return known(scene, sentence, whom, memory)
    return _teller(sentence, memory) or memory.pronoun(False, others)


def _as_called(party: Party, words: list[str], name: str, memory: Memory) -> Known:
    """Who a party is by nothing but the phrase `name` that it is called by, its `words` as keys."""
    if party.kind == "person" and not party.many and len(words) == 1 and (full := memory.whole(name)) != name:
        return Known(full, True, TRUST["kind"]["role"])
    if party.kind == "media" and len(words) == 1 and memory.medium:
        return Known(memory.medium, False)
    if party.kind != "person":
        name = memory.longer(party.title, words, name)
    kind = "people" if party.kind == "person" and party.many else party.kind
    trust = TRUST["kind"].get(kind, 0.7)
    return Known(name, party.kind == "person" and not party.many, trust)


def _resumed(sentence: Sentence, party: Party) -> Party | None:
    """Who is named before a clause about him and taken up behind it: [করিম হক], যিনি ছিলেন, তিনি বলেন."""
    persons = [p for p in sentence.parties if p.kind == "PER" and p.last < party.first and p.case == "nom"]
    if not persons or sentence.key(persons[-1].last + 1) != ",":
        return None
    between = sentence.tokens[persons[-1].last + 2 : party.first]
    about = bool(between) and between[0].key in WHO
    return persons[-1] if about or not any(token.forms for token in between) else None


def _teller(sentence: Sentence, memory: Memory) -> Known | None:
    """Who tells a medium more, though another was told of since he spoke: বিবিসিকে [তিনি] বলেন."""
    speaker, told = memory.speaker, any(p.case == "acc" and is_medium(p) for p in sentence.parties)
    if not told or speaker is None or not speaker.one or speaker == memory.last_person():
        return None
    return replace(speaker, trust=speaker.trust * _TRUST_TELLER)


def _this_one(sentence: Sentence, party: Party, span: Span, others: set[str], memory: Memory) -> Known | None:
    """Whom a pointing word before an office or a description takes up: এই কর্মকর্তা, এই অভিনেত্রী."""
    first = sentence.at(span.start)
    own = sentence.tokens[first : party.first]  # of another thing that is pointed to: ওই [কক্ষের এক] শিক্ষার্থী
    another = any(token.key in _ONE or guess_case(token.key) == "gen" for token in own)
    if sentence.key(first - 1) not in _THIS or another:
        return None
    return memory.holder(party.title, others) or memory.last_person(others) or memory.last_named(others)


def _holder(party: Party, span: Span, words: list[str], memory: Memory) -> Known | None:
    """Who in the text holds an office; of another country's, whom the gazetteer has in it on the day.

    Else he holds it only where the gazetteer does not know him as an official of other countries.
    """
    holder = memory.office(party.title, words, party.start)
    if not holder:
        return None
    trust = TRUST["kind"]["role"] if party.title in agents().roles else _TRUST_OFFICE
    lands = memory.offices.elsewhere(holder, words)
    if not lands:
        return Known(holder, True, trust)
    if memory.held is not None and (by_date := memory.held(span.start, span.end)):
        return by_date
    served = {stem(land) for land in states_of(holder)}
    if served:
        return Known(holder, True, trust) if lands & served else None
    return Known(holder, True, _TRUST_ABROAD)


def _without_honour(name: str) -> str:
    """A part of a name without what honours its bearer: করিমবাবু."""
    return next((name.removesuffix(end) for end in _HONOURS if name.endswith(end)), name)


def _named_below(scene: Scene, part: str) -> str | None:
    """Whom a part of a name means that the text gives whole only later, as headlines do: the only one."""
    words = fold(part).split()
    able = {whole for whole in _wholes(scene.doc).get(words[0], ()) if is_part_of(words, whole)}
    return able.pop() if len(able) == 1 else None


@lru_cache(maxsize=1)
def _wholes(doc: Document) -> dict[str, set[str]]:
    """The persons whom a text names, by each word of their names."""
    table: dict[str, set[str]] = {}
    for name in doc.names:
        if name.kind == "PER":
            for word in fold(name.canonical).split():
                table.setdefault(word, set()).add(name.canonical)
    return table


def _goes_on(sentence: Sentence, party: Party) -> bool:
    """Whether somebody described says more, who spoke before: নিহতের [ছেলে] আরও বলেন."""
    return sentence.key(party.last + 1) in _MORE


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


def asked(sentence: Sentence, at: int) -> Party | None:
    """Who was asked before he answers at `at`: [করিমের] সঙ্গে যোগাযোগ করা হলে তিনি বলেন."""
    turn = next((g for g in reversed(sentence.groups) if g.last < at and g.shape == "if"), None)
    if turn is None:
        return None
    for party in reversed(sentence.parties):
        if party.last < turn.first and party.kind in {"PER", "person"} and not party.many:
            towards = sentence.tokens[party.last + 1].key in _TOWARDS
            return party if party.case == "acc" or (party.case == "gen" and towards) else None
    return None
