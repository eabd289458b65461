"""Predicates that report: a verb of saying, or a noun of saying with the verb it goes with."""

from __future__ import annotations

from functools import cache

from shutro.bangla.verbs import fold
from shutro.meaning.cues.cues import Cue, CueKind, Lexicon, lexicon, noun_of
from shutro.meaning.grammar.cases import GENITIVE, genitive
from shutro.meaning.grammar.predicates import Predicate
from shutro.meaning.grammar.tokens import QUOTES, Token, bare
from shutro.meaning.lexicon import closed, folded, load, strings

_ACTS = closed("acts")
_SAY, _KNOW, _HEAR, _BE, _DO, _GO, _SEE, _CLAUSE, _WANT = (
    fold(w) for w in ("বলা", "জানা", "শোনা", "হওয়া", "করা", "যাওয়া", "দেখা", "কথা", "চাওয়া")
)
_RUMOUR = closed("rumour")
_SO = closed("so")
_WHETHER = closed("whether")
# What somebody who cannot say it leaves open: নিশ্চিত করতে পারেনি, জানাতে পারেননি.
_WITHHELD = {"says", "confirms"}
_RELATIVE_REACH = 4
_WHICH = fold("যে")
_IF = closed("if")
_MORE = frozenset(bare(word) for word in closed("more"))
_YOU = closed("second_person")
_END = frozenset("।৷.!?")
_THAT = closed("that")
_GRAMMAR = closed("this")
_BYE = closed("idle")
_HAVING_DONE = fold("করে")
_SOUNDS = closed("sounds")
_AND = closed("and")


def spoken(tokens: list[Token], groups: list[Predicate]) -> list[Cue]:
    """Every cue that a predicate of one sentence is, in order."""
    return [cue for group in groups if (cue := _of_predicate(tokens, group)) is not None]


def _of_predicate(tokens: list[Token], group: Predicate) -> Cue | None:
    """The cue that a predicate is, None for one that reports nothing."""
    if group.shape not in {"finite", "having", "though"} or group.person in {"1", "2"}:
        return None
    unable = group.modal and group.negated and group.tense == "done"
    if group.tense == "will" or group.duty or (group.modal and not unable):
        return None
    if _published(group):
        return Cue(group.first - (group.verb not in _published_words()[1]), group.last, "says", "media")
    stance, words = _stance(group)
    if stance is None or tokens[group.first].key in _SO or (unable and stance not in _WITHHELD):
        return None
    if words == 0 and group.verb == _SAY and group.shape == "having":
        return _plain_say(tokens, group)
    first = group.first - words
    if words:
        first, stance = _reach_back(tokens, first, stance)
    noun = group.before[words - 1] if words else ""
    if _only_done(group, noun, stance) or _elsewhere(tokens, group, first, noun, stance):
        return None
    rumour = bool(words) and group.verb in _RUMOUR and group.person in {"3", ""}
    impersonal = group.passive or rumour or (group.verb, group.link) in lexicon().emerged
    kind: CueKind = "noun" if words else "verb"
    return Cue(
        first, group.last, stance, kind, group.verb, group.person, group.tense,
        impersonal, group.shape == "having", group.negated, noun,
    )  # fmt: skip


def _only_done(group: Predicate, noun: str, stance: str) -> bool:
    """Whether a verb with its noun tells of an act or a state, by its own form: সংবর্ধনা জানিয়েছে."""
    lex = lexicon()
    if group.passive and (noun in _ACTS or (group.verb in {_KNOW, _HEAR} and group.negated)):
        return True
    state = group.verb in lex.states and stance in lex.stative
    if state and (noun, group.verb) not in lex.phrases and not _refused(group, stance):
        return True
    if group.person == "3" and (noun in lex.honoured or (noun, group.verb) in lex.deserved):
        return True
    if group.verb in lex.of_honoured and group.person != "3h":
        return True
    return noun in lex.struck and (group.person, group.tense) != ("3h", "past")


def _elsewhere(tokens: list[Token], group: Predicate, first: int, noun: str, stance: str) -> bool:
    """Whether a verb with its noun reports nothing where it stands, by what stands beside it."""
    lex = lexicon()
    if _supposed(tokens, first):
        return True
    if (group.person == "3h" and _to_you(tokens, first)) or (noun and _in_relative(tokens, first)):
        return True
    if group.last + 1 < len(tokens) and tokens[group.last + 1].key in _WHETHER:
        return True
    if (noun, group.verb) in lex.added and not _opens_or_closes(tokens, first, group.last):
        return True
    if noun in lex.ruled and first and tokens[first - 1].key.startswith(lex.ruled_upon):
        return True
    if noun == lex.sure_noun and first and tokens[first - 1].key in lex.ensured:
        return True
    if not noun and group.verb in _makers() and _makes(tokens, group):
        return True
    return (stance == "announces" or noun in lex.needing) and not _announced(tokens, first, group.last)


def _refused(group: Predicate, stance: str) -> bool:
    """কথা বলতে রাজি হননি: not to be willing is said, where to be willing is a state."""
    return group.negated and stance == "accepts"


def _in_relative(tokens: list[Token], first: int) -> bool:
    """Whether a noun is what a relative clause is about: করিম [যে] বক্তব্য-বিবৃতি দিচ্ছেন, তা …."""
    for at in range(first - 1, max(-1, first - 1 - _RELATIVE_REACH), -1):
        if tokens[at].key == _WHICH:
            return at == 0 or tokens[at - 1].finite is None or tokens[at - 1].is_("having")
        if tokens[at].key == "," or tokens[at].forms:
            return False
    return False


def _supposed(tokens: list[Token], first: int) -> bool:
    """Whether a verb is of what may be: কেউ [যদি] অভিযোগ করেন."""
    for at in range(first - 1, -1, -1):
        if tokens[at].key in _IF:
            return True
        if not tokens[at].word or tokens[at].finite is not None:
            return False
    return False


def _to_you(tokens: list[Token], first: int) -> bool:
    """Whether a verb is of whoever is spoken to: আপনারা দাবি জানিয়েছেন."""
    for at in range(first - 1, -1, -1):
        token = tokens[at]
        if token.key in _YOU:
            return True
        if not token.word or token.finite is not None:
            return False
    return False


@cache
def _published_words() -> tuple[frozenset[str], frozenset[str]]:
    data = load("cues")["published"]
    return folded(strings(data["words"])), folded(strings(data["verbs"]))


def _published(group: Predicate) -> bool:
    """Whether something is printed or shown: it is a report when a medium stands beside it."""
    words, verbs = _published_words()
    if group.negated:
        return False
    if group.verb in verbs:
        return group.passive and (group.verb != _SEE or group.link == _GO)
    near, far = (*group.before[:2], "", "")[:2]
    if near not in words or far in lexicon().nouns:
        return False
    return group.verb == _BE or (group.verb == _DO and group.passive)


@cache
def _makers() -> frozenset[str]:
    return folded(strings(load("cues")["makers"]["verbs"]))


def _makes(tokens: list[Token], group: Predicate) -> bool:
    """Whether a verb ends on a thing made (চিত্রনাট্য লিখেছেন।), with nothing said beside it."""
    before = tokens[group.first - 1] if group.first else None
    if before is None or not before.word or before.key == _CLAUSE or tokens[0].key in QUOTES:
        return False
    return not any(token.word or token.key not in _END for token in tokens[group.last + 1 :])


def _opens_or_closes(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a cue has speech right beside it: যোগ করেন, ‘…’; … বলে যোগ করেন."""
    after = tokens[last + 1].key if last + 1 < len(tokens) else ""
    return after in {",", ":", _WHICH} or after in QUOTES or (first > 0 and tokens[first - 1].key in _THAT)


def _announced(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a ঘোষণা or তথ্য is of something said (রাখার ঘোষণা দিয়েছে; ঘোষণা করেন, …), no act (দল ঘোষণা করেছে)."""
    before = tokens[first - 1] if first else None
    after = tokens[last + 1].key if last + 1 < len(tokens) else ""
    if before is not None and (genitive(bare(before.key)) or before.key in _GRAMMAR):
        return True
    return after in {",", ":", _WHICH}


def _plain_say(tokens: list[Token], group: Predicate) -> Cue | None:
    """সে বলে, ‘…’: the one বলে that is a verb of saying and not the word that ends what is said."""
    after = tokens[group.last + 1].key if group.last + 1 < len(tokens) else ""
    others = [word for word in group.before if word not in _MORE]
    if after in {",", ":"} and not others[1:]:
        return Cue(group.first, group.last, "says", "verb", _SAY, "3", "now")
    return None


def _stance(group: Predicate) -> tuple[str | None, int]:
    """The stance a predicate reports with, None if it reports nothing, and how many nouns it carries."""
    lex = lexicon()
    near = group.before[0] if group.before else ""
    far = group.before[1] if len(group.before) > 1 else ""
    if stance := lex.phrases.get((near, group.verb)):
        carried = _of_genitive(lex, far)
        return carried or stance, 1
    if (stance := lex.of_noun.get((near, group.verb))) and (
        far in _THAT or any(noun_of(word) for word in group.before[1:])
    ):
        return stance, 1
    if group.verb == _SEE and near == _HAVING_DONE and far in lex.examined and group.tense == "done":
        return "says", 2
    if (group.verb, group.link) in lex.emerged and near.startswith(lex.emerged_in):
        return "says", 0
    if near == _CLAUSE and (group.verb in lex.verbs or group.verb in lex.light):
        if not (far in _GRAMMAR or genitive(far)):
            return None, 0
        carried = _of_genitive(lex, far)
        if carried:
            return carried, 2
        return lex.verbs.get(group.verb), 1
    if group.verb in lex.light and (group.verb != _HEAR or group.passive):
        if near in lex.carriers and far in lex.nouns and group.verb not in lex.excepted.get(far, ()):
            return lex.nouns[far], 2
        if near in lex.nouns and group.verb not in lex.excepted.get(near, ()):
            return lex.turns.get((near, group.verb), lex.nouns[near]), 1
    if group.verb in lex.verbs and group.passive and group.link == _GO:
        return None, 0
    if group.verb in lex.verbs:
        return (None, 0) if near in _BYE else (lex.verbs[group.verb], 0)
    if group.verb == _KNOW and group.link == _WANT:
        return "asks", 0
    if group.verb == _HEAR and near in _SOUNDS:
        return None, 0
    if group.verb in {_KNOW, _HEAR} and group.passive:
        return "says", 0
    return None, 0


def _of_genitive(lex: Lexicon, word: str) -> str | None:
    """The stance of a noun in the genitive: অঙ্গীকারের কথা."""
    for ending in GENITIVE:
        if word.endswith(ending) and word[: -len(ending)] in lex.nouns:
            return lex.nouns[word[: -len(ending)]]
    return None


def _reach_back(tokens: list[Token], first: int, stance: str) -> tuple[int, str]:
    """Take in a noun of the same stance that is joined on: শোক ও সমবেদনা জানিয়েছেন.

    Sorrow is condolence with শোক before it (শোক ও দুঃখ প্রকাশ করেছেন).
    """
    if first < 2 or tokens[first - 1].key not in _AND:
        return first, stance
    other = lexicon().nouns.get(bare(tokens[first - 2].key))
    if other == stance or (other == "condoles" and stance == "concern"):
        return first - 2, other
    return first, stance
