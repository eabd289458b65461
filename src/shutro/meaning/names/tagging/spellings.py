"""Spellings that the gazetteer knows, put in among the mentions that the tagger found."""

from __future__ import annotations

from collections.abc import Sequence

from shutro.bangla.stems import cuts
from shutro.meaning.names.known.entries import UNITS
from shutro.meaning.names.known.gazetteer import Gazetteer, Spelling
from shutro.meaning.names.known.words import word_list
from shutro.meaning.names.tagging.mentions import Mention
from shutro.meaning.names.tagging.tokens import Token, is_mark

_PLACES = UNITS | {"city"}  # the lists of many, common words among them


def with_known(row: Sequence[Token], found: list[Mention], known: Gazetteer) -> list[Mention]:
    """The tagger's mentions, with the spellings of the gazetteer put in where they are longer or sure."""
    out = list(found)
    after = 0
    reach = known.reach
    for at in [at for at, token in enumerate(row) if reach(token.key)]:
        if at < after:
            continue
        match = longest(row, at, known)
        if match is not None:
            after, spelling = match
            new = Mention(at, after, spelling.kind, f"known:{spelling.how}")
            out = _put(new, spelling, row, out)
    return sorted(out, key=lambda m: m.first)


def longest(row: Sequence[Token], at: int, known: Gazetteer) -> tuple[int, Spelling] | None:
    """The longest known spelling that begins at token `at`; its last word may carry an ending."""
    if is_mark(row[at]):
        return None
    for length in range(known.reach(row[at].key), 0, -1):
        words: list[str] = []
        end = at
        while end < len(row) and len(words) < length:
            if is_mark(row[end]):
                if row[end].key not in {"-", ".", "’", "'"} or not words:
                    break
            else:
                words.append(row[end].key)
            end += 1
        if len(words) < length:
            continue
        key = " ".join(words)
        for form in (key, *cuts(key, "name")):
            if (spelling := known.find(form)) and form.count(" ") == length - 1:
                return end, spelling
    return None


def _put(new: Mention, spelling: Spelling, row: Sequence[Token], found: list[Mention]) -> list[Mention]:
    touching = [m for m in found if m.first < new.last and new.first < m.last]
    single = new.last - new.first == 1
    key = " ".join(t.key for t in row[new.first : new.last] if not is_mark(t))
    unsure = any(k in word_list("words") for k in (key, *cuts(key, "name")))
    place = spelling.known.source in _PLACES
    if place:
        unsure = single
    if any(
        m.first <= new.first and m.last >= new.last and m.last - m.first > new.last - new.first
        for m in touching
    ):
        return found
    exact = [m for m in touching if (m.first, m.last) == (new.first, new.last)]
    if unsure and (place or not exact):
        return found
    if single and not exact and touching:
        return found
    return [m for m in found if m not in touching] + [new]
