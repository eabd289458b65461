"""Who a party of a sentence is, how sure that is, and the source that it makes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from shutro.bangla.keys import folded
from shutro.bangla.verbs import fold
from shutro.meaning.document import Document
from shutro.meaning.lexicon import closed, endings, load
from shutro.meaning.names.known.parts import is_part
from shutro.meaning.sentences.agents import Party, agents, head_of
from shutro.meaning.sentences.cases import guess_case
from shutro.meaning.sentences.cues import noun_of
from shutro.meaning.sentences.holders import states_of
from shutro.meaning.sentences.media import is_medium
from shutro.meaning.sentences.memory import Known, Memory, government, is_part_of, stem
from shutro.meaning.sentences.parties import located
from shutro.meaning.sentences.phrases import called, phrase
from shutro.meaning.sentences.scene import Scene, Sentence
from shutro.meaning.sentences.tokens import bare
from shutro.meaning.sentences.unlisted import NO_NAME
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


TRUST: dict[str, dict[str, float]] = load("trust")
_TRUST_OFFICE = 0.95
# The office is said to be of a country that nothing ties its only holder to.
_TRUST_ABROAD = 0.7
_NAMED = closed("named")
_THIS = closed("this_one")
_TOWARDS = closed("asked")
_MORE = closed("more")
_HONOURS = endings("honours")
_TRUST_CUT = 0.8
_TITLES = frozenset(word.rstrip(".") for word in agents().before_name)
_NO_PART = NO_NAME | _MORE | closed("adverbs") | closed("and") | closed("between") | closed("pointing")


def known(scene: Scene, sentence: Sentence, party: Party, memory: Memory) -> Known | None:
    """Who a party is: its canonical name, or what the context says it stands for."""
    if party.named:
        name = government(party)
        if party.kind == "PER" and party.name is None:
            name = memory.whole(name)
            if name == party.canonical:
                name = _named_below(scene, _without_honour(name)) or name
        return Known(name, party.kind == "PER", name_trust(party))
    others = {p.canonical for p in sentence.parties if p.named and p.first != party.first}
    if party.kind == "pronoun":
        if not party.many and (whom := asked(sentence, party.first)) is not None:
            return known(scene, sentence, whom, memory)
        return memory.pronoun(party.many, others)
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
    if (
        party.kind == "body"
        and len(words) == 1
        and party.title in agents().bare
        and (body := memory.last_body(others))
    ):
        return body
    name = called(scene, sentence, party)
    if party.kind == "person" and not party.many and len(words) == 1 and (full := memory.whole(name)) != name:
        return Known(full, True, TRUST["kind"]["role"])
    if party.kind == "media" and len(words) == 1 and memory.medium:
        return Known(memory.medium, False)
    if party.kind != "person":
        name = memory.longer(party.title, words, name)
    kind = "people" if party.kind == "person" and party.many else party.kind
    trust = TRUST["kind"].get(kind, 0.7)
    return Known(name, party.kind == "person" and not party.many, trust)


def _this_one(sentence: Sentence, party: Party, span: Span, others: set[str], memory: Memory) -> Known | None:
    """Whom a pointing word before an office or a description takes up: এই কর্মকর্তা, এই অভিনেত্রী."""
    before = next((t.key for t in reversed(sentence.tokens) if t.end <= span.start), "")
    if before not in _THIS:
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
    lands = memory.elsewhere(holder, words)
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
    at = party.last + 1
    return at < len(sentence.tokens) and sentence.tokens[at].key in _MORE


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


def name_trust(party: Party) -> float:
    """How sure a name is to be right and whole, by the rule that found it."""
    if party.name is None:
        return TRUST["name"]["PER tagger alone"]
    rule = f"{party.kind} {party.name.rule.partition(':')[0]}"
    if rule == "PER tagger" and " " not in party.canonical:
        rule += " alone"
    return TRUST["name"].get(rule, 1.0)


def trust(found: str, party: Party, who: Known) -> float:
    """How sure a source is: how it was found, what kind of party it is, and how sure its name is."""
    kind = TRUST["kind"].get(party.kind, 1.0) if party.kind in {"pronoun", "again"} else 1.0
    return TRUST["found"].get(found, 0.7) * kind * who.trust


def source_of(
    scene: Scene, sentence: Sentence, party: Party, memory: Memory, found: str, rule: str
) -> Source | None:
    """The source that a party is, found by `found`; None when the text does not tell who it is."""
    who = known(scene, sentence, party, memory)
    if who is None:
        return None
    span = phrase(scene, sentence, party)
    sure = trust(found, party, who) * (_TRUST_CUT if who.canonical in _cut_names(scene) else 1.0)
    return Source(who.canonical, span, who.one, rule, sure, is_medium(party))


@lru_cache(maxsize=1)
def _cut_names(scene: Scene) -> frozenset[str]:
    """The persons whose name seems to be cut somewhere in the text: wherever they speak, it is less sure."""
    return frozenset(
        party.canonical
        for sentence in scene.sentences
        for party in sentence.parties
        if party.kind == "PER" and party.name is not None and party.name.rule == "tagger"
        if party.case == "loc" or _lacks_its_first(sentence, party) or _lacks_its_last(scene, sentence, party)
    )


def _lacks_its_first(sentence: Sentence, party: Party) -> bool:
    """Whether a part of names, or any word between it and an office, stands right before a name:
    আধিকারিক হরি [প্রসাদ পন্ত]."""
    at = party.first - 1
    token = sentence.tokens[at] if at >= 0 else None
    if token is None or not token.word or token.forms or bare(token.key) in _NO_PART or token.key in _TITLES:
        return False
    if any(p.first <= at <= p.last for p in sentence.parties) or head_of(token.key)[0] is not None:
        return False
    held = at > 0 and head_of(sentence.tokens[at - 1].key)[:2] == ("person", "nom")
    return (held or is_part(folded(token.key))) and guess_case(token.key) == "nom"


def _lacks_its_last(scene: Scene, sentence: Sentence, party: Party) -> bool:
    """Whether one word stands between a name and its verb, or the end, that could be its last part:
    [কেয়া মহল] শিমুল বলেন."""
    at = party.last + 1
    if party.case != "nom" or at >= len(sentence.tokens):
        return False
    token = sentence.tokens[at]
    if not token.word or token.forms or bare(token.key) in _NO_PART or scene.doc.in_time(token.start):
        return False
    if any(p.first <= at <= p.last for p in sentence.parties) or noun_of(token.key) is not None:
        return False
    follower = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
    if follower is not None and follower.word and not follower.forms:
        return False
    return guess_case(token.key) == "nom" and not located(token.key) and not token.key[0].isdigit()


def unknown(rule: str) -> Source:
    """A source that the text does not tell."""
    return Source(None, None, False, rule, TRUST["found"].get(rule, 0.4))
