"""Which outlet is meant by what somebody calls it: in other letters, another spelling, by its address."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from shutro.archive.nouns.record import storable
from shutro.archive.words.roman import across, phones_of_bangla
from shutro.bangla.keys import folded
from shutro.bangla.script import has_bangla
from shutro.reading.outlet import outlet_at, outlets

if TYPE_CHECKING:
    from shutro.archive.tables.cards import Cards

_MOST = 10_000  # outlets that are looked through
_ALIKE = 0.9  # how like a name in the other script must sound
_NUMBERS = regex.compile(r"\d+")
_BETWEEN = regex.compile(r"[\s\p{P}]+")


def outlet_called(cards: Cards, asked: str | None) -> str | None:
    """The name under which the archive has the outlet that is `asked` for; None where nobody asks.

    The same letters are it, whatever their case and the spaces and marks between them; so are the Latin
    name and the host of an outlet that `reading.outlet` knows, and a name of the same numbers that sounds
    alike, where only one does. What the archive has under no name comes back as it was asked for.
    """
    if not asked:
        return None
    asked = storable(asked)
    if cards.tallied("outlet", asked):
        return asked
    names = [name for name, _ in cards.tally("outlet", _MOST)]
    wanted = {_plain(each) for each in (asked, *_also(asked))}
    if found := [name for name in names if _plain(name) in wanted]:
        return found[0]
    alike = [name for name in names if _sounds(asked, name)]
    return alike[0] if len(alike) == 1 else asked


def _also(asked: str) -> list[str]:
    """The names that known outlets have which bear this one, or stand at this host."""
    at = outlet_at(asked.casefold())
    plain = _plain(asked)
    return [o.name for o in outlets() if o is at or plain in (_plain(o.name), _plain(o.latin))]


def _sounds(asked: str, name: str) -> bool:
    """Whether two names are one, read aloud."""
    one, other = _plain(asked), _plain(name)
    if _NUMBERS.findall(one) != _NUMBERS.findall(other):
        return False  # a number has no sound here: চ্যানেল ৭১ is not চ্যানেল ২৪
    if has_bangla(one) and has_bangla(other):
        return phones_of_bangla(one) == phones_of_bangla(other)
    return across(one, other) >= _ALIKE


def _plain(name: str) -> str:
    return folded(_BETWEEN.sub("", name.casefold()))
