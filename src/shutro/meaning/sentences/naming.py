"""Names that the description of their bearer follows: [করিম] ও [রহিম] নামের দুই ব্যক্তি."""

from __future__ import annotations

from shutro.bangla.verbs import fold
from shutro.meaning.lexicon import closed
from shutro.meaning.parties.party import Party
from shutro.meaning.sentences.scene import Sentence

_DESCRIBES = 6
_NAMED = closed("named")
_LISTED = 6
_AND = closed("and")
_NO_OBJECT = closed("no_object")
_OBJECT = fold("কে")


def introduced(sentence: Sentence, party: Party) -> list[Party]:
    """The names that a description follows: [করিম] ও [রহিম] নামের দুই ব্যক্তি, [সালাম মিয়া] (৪৫) নামে এক যুবক."""
    if party.kind not in {"person", "either", "body"} or party.named:
        return []
    at = introducing(sentence, party)
    return _listed_before(sentence, at) if at is not None else []


def introducing(sentence: Sentence, party: Party) -> int | None:
    """Where নামের stands in the phrase of a party, nobody and no verb between."""
    for at in range(party.first, max(0, party.first - _DESCRIBES), -1):
        if sentence.tokens[at].key in _NAMED:
            return at
        other = at < party.first and any(p.first <= at <= p.last for p in sentence.parties)
        if other or not sentence.tokens[at].word or sentence.tokens[at].finite is not None:
            return None
    return None


def only_introduces(sentence: Sentence, party: Party) -> bool:
    """Whether a name only introduces somebody described behind it in another case: [করিম] নামের এক যুবককে."""
    return any(
        other.case != "nom" and party in introduced(sentence, other)
        for other in sentence.parties
        if party.last < other.first <= party.last + _DESCRIBES + _LISTED
    )


def _listed_before(sentence: Sentence, at: int) -> list[Party]:
    """The names that end right before a place, with those that ও or a comma joins; brackets left out."""
    found: list[Party] = []
    last = _before_brackets(sentence, at - 1)
    while (party := next((p for p in sentence.parties if p.named and p.last == last), None)) is not None:
        if party.case != "nom" or party.kind not in {"PER", "ORG"}:
            break
        found.insert(0, party)
        mark = party.first - 1
        if mark < 0 or not (sentence.tokens[mark].key in _AND or sentence.tokens[mark].key == ","):
            break
        last = _before_brackets(sentence, mark - 1)
    return found


def _before_brackets(sentence: Sentence, at: int) -> int:
    """`at`, or the place before what stands in brackets there."""
    if at < 0 or sentence.tokens[at].key != ")":
        return at
    return next((i for i in range(at, -1, -1) if sentence.tokens[i].key == "("), 0) - 1


def introduced_object(sentence: Sentence, first: int) -> tuple[str, ...]:
    """Who is introduced by name before whom something is done to, in whatever word: [করিম] নামের এক বৃদ্ধকে."""
    for at in range(1, first):
        end = min(first, at + 1 + _DESCRIBES)
        if sentence.tokens[at].key in _NAMED and _object_behind(sentence, at, end):
            return tuple(name.canonical for name in _listed_before(sentence, at))
    return ()


def _object_behind(sentence: Sentence, at: int, end: int) -> bool:
    """Whether the first noun with a case behind a place is in the object case."""
    for i in range(at + 1, end):
        token = sentence.tokens[i]
        if token.key.endswith(_OBJECT) and token.key not in _NO_OBJECT:
            return True
        if not token.word or any(p.last == i for p in sentence.parties) or token.key in _NO_OBJECT:
            return False
    return False
