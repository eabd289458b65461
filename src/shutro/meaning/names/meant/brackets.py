"""Short forms that stand in brackets right after the full name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from shutro.bangla.keys import folded
from shutro.bangla.words import letters
from shutro.meaning.names.canonical.base import Base
from shutro.meaning.names.canonical.fulls import is_short_for
from shutro.meaning.names.known.gazetteer import Gazetteer
from shutro.meaning.names.known.words import heads
from shutro.meaning.names.meant.own import Own


def bracketed(
    text: str, own: Sequence[Own], known: Gazetteer
) -> tuple[dict[str, str], dict[tuple[str, str], str]]:
    """What short forms tell that stand in brackets right after the full name.

    First the canonical name by the search key of the short form; then other canonical names for what
    has one, by kind and that one: জাতীয় পার্টি (জেপি) is another party than the well-known one.
    """
    short_for: dict[str, str] = {}
    renamed: dict[tuple[str, str], str] = {}
    alone = {one.canonical for one in own if " " not in one.base.key}
    for full, short in pairwise(own):
        if not _is_glossed(text, full, short):
            continue
        meant = full.canonical
        if short.mention.is_known and is_short_for(full.base, Base(short.canonical, folded(short.canonical))):
            meant = short.canonical
        elif _another(short.base, full.canonical, known) and full.canonical not in alone:
            meant = f"{full.canonical} ({short.base.text})"
        short_for[short.base.key] = meant
        if meant != full.canonical:
            renamed[full.kind, full.canonical] = meant
    return short_for, renamed


def _is_glossed(text: str, full: Own, short: Own) -> bool:
    """Whether the second of two mentions is the first one's short form, in brackets."""
    if full.row is not short.row or full.kind != short.kind or short.mention.last - short.mention.first > 4:
        return False
    if full.kind in {"LOC", "MISC"}:  # বিরামপুর (দিনাজপুর): where it lies, no other name of it
        return False
    between, after = text[full.end : short.start].strip(), text[short.end : short.end + 3].strip()
    if between != "(" or not after.startswith(")"):
        return False
    return full.kind != "PER" or _initials(short.base, full.base)


def _initials(short: Base, full: Base) -> bool:
    """পি কে হালদার for প্রশান্ত কুমার হালদার: initials before the same family name."""
    return short.words[-1] == full.words[-1] and all(word in letters() for word in short.words[:-1])


def _another(short: Base, canonical: str, known: Gazetteer) -> bool:
    """Whether a well-known party's name, that has another short form, is here another party's."""
    found = known.find(folded(canonical))
    if found is None or (folded(canonical).split(" ")[-1],) not in heads("party"):
        return False
    forms = {folded(spelling) for spelling in found.known.spellings}
    return short.key not in forms and any(" " not in form for form in forms)
