"""Mentions set right by their surroundings: what belongs to a name and what does not.

Each repair covers a way names are written (a constituency's number, an embassy's people, initials),
whatever the tagger made of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shutro.bangla.stems import classes, cuts, stem
from shutro.bangla.verbs import fold, readings
from shutro.bangla.words import abbreviations
from shutro.meaning.names.known.gazetteer import Gazetteer
from shutro.meaning.names.known.parts import is_taught
from shutro.meaning.names.known.words import heads, word_list
from shutro.meaning.names.repairs.growing import directed, grown, headed, hyphened, joined, seat
from shutro.meaning.names.repairs.missing import (
    appointed,
    bracketed,
    honoured,
    official,
    placed,
    seats,
    storms,
)
from shutro.meaning.names.repairs.parting import split, undescribed, unplaced
from shutro.meaning.names.repairs.traits import ABBREVIATED, BRACKET, DASH, OPENING, PLACE, STORM, traits
from shutro.meaning.names.tagging.mentions import Mention, apart
from shutro.meaning.names.tagging.tokens import Token, forms_of


def repaired(row: Sequence[Token], found: list[Mention], known: Gazetteer) -> list[Mention]:
    """The mentions of one sentence, every repair applied, in order and apart."""
    if _signature(row):
        return []
    found = [undescribed(row, piece) for mention in found for piece in split(row, mention, known)]
    found = joined(row, [unplaced(row, mention) for mention in found])
    found = [grown(row, hyphened(row, mention, found), found) for mention in found]
    found = apart(found)
    found = [directed(row, headed(row, mention, known)) for mention in found]
    if has := traits(row):
        found += placed(row, found) if has & PLACE else []
        found += official(row, found) if has & OPENING else []
        found += bracketed(row, found) if has & BRACKET else []
        found += seats(row, found, known) if has & DASH else []
        found += honoured(row, found) if has & ABBREVIATED else []
        found += appointed(row, found) if has & BRACKET else []
        named = storms(row, found) if has & STORM else []
        found = [m for m in found if not any(m.first < s.last and s.first < m.last for s in named)] + named
    found = [_event(row, seat(row, mention)) for mention in found]
    return [mention for mention in apart(found) if not _dropped(row, mention)]


def _signature(row: Sequence[Token]) -> bool:
    """ঢাকা/শংকর/এস: who wrote and who edited, under an article."""
    return (
        3 <= len(row) <= 9
        and all((token.key == "/") == bool(i % 2) for i, token in enumerate(row))
        and len(row) % 2 == 1
    )


def _event(row: Sequence[Token], mention: Mention) -> Mention:
    """A league or a championship that the tagger took for a body."""
    if mention.kind != "ORG" or mention.is_known or mention.last - mention.first < 2:
        return mention
    if not any(words in heads("event") for words in forms_of(row[mention.last - 1 : mention.last])):
        return mention
    return replace(mention, kind="EVENT")


def _dropped(row: Sequence[Token], mention: Mention) -> bool:
    """Whether a lone word is a common noun that no name is made of."""
    words = [token.key for token in row[mention.first : mention.last]]
    if mention.kind == "PER" and (all(_is_title(word) for word in words) or _is_verb(mention, words)):
        return not (len(words) > 2 and is_taught(words[-1]))
    if (
        tuple(words) in heads("paradise")
        and mention.last < len(row)
        and (row[mention.last].key,) in heads("granted")
    ):
        return True
    return len(words) == 1 and any(
        (k,) in heads("never") for k in (words[0], stem(words[0]), *cuts(words[0]))
    )


def _is_verb(mention: Mention, words: list[str]) -> bool:
    """Whether a lone word that the tagger took for a person is a form of a verb (গড়ালে)."""
    return (
        mention.rule == "tagger"
        and len(words) == 1
        and not is_taught(words[0])
        and not classes(words[0])
        and bool(readings(fold(words[0])))
    )


def _is_title(word: str) -> bool:
    """Whether a word is a title, an abbreviation or a mark."""
    return word in abbreviations() or word in word_list("before") or not word[0].isalnum()
