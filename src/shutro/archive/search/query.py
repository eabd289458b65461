"""A query as it was typed: words, phrases, prefixes, exclusions."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from shutro.archive.words.terms import is_number, terms

_PIECE = regex.compile(r'(?P<not>(?<![^\s])[-−])?(?:["“”„](?P<phrase>[^"“”„]*)["“”„]?|(?P<word>[^\s"“”„]+))')
LONGEST = 24
"""Words of a query that are looked at; what comes after them hardly tells more."""
_LATIN = regex.compile(r"[a-z]")


@dataclass(frozen=True, slots=True)
class Slot:
    """One word that is asked for; `exact` inside a phrase, `prefix` when typed with a `*`."""

    form: str
    exact: bool = False
    prefix: bool = False

    @property
    def latin(self) -> bool:
        """Whether it is typed in Latin letters."""
        return bool(_LATIN.match(self.form))


@dataclass(frozen=True, slots=True)
class Query:
    """`slots` in the order typed; `together` are ranges of slots that must stand side by side;
    `excluded` are runs of words no hit may hold."""

    slots: tuple[Slot, ...]
    together: tuple[range, ...] = ()
    excluded: tuple[tuple[Slot, ...], ...] = ()


def parse(text: str) -> Query:
    """Read a query. A quoted phrase stands together as typed, and so do a word and its number (ঢাকা-১৭)."""
    slots: list[Slot] = []
    together: list[range] = []
    excluded: list[tuple[Slot, ...]] = []
    for piece in _PIECE.finditer(text):
        phrase = piece["phrase"]
        words = terms(phrase if phrase is not None else piece["word"])
        starred = phrase is None and piece[0].endswith("*")
        found = [
            Slot(word.form, exact=phrase is not None, prefix=starred and word is words[-1]) for word in words
        ]
        if not found or len(slots) + len(found) > 2 * LONGEST:
            continue
        if piece["not"]:
            excluded.append(tuple(found))
            continue
        here = range(len(slots), len(slots) + len(found))
        numbered = len(found) == 2 and is_number(found[1].form) and not is_number(found[0].form)
        if len(found) > 1 and (phrase is not None or (numbered and any(mark in piece[0] for mark in "-–—"))):
            together.append(here)
        slots += found
        if len(slots) >= LONGEST:
            break
    return Query(tuple(slots), tuple(together), tuple(excluded))
