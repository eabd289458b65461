"""Embassies and the like, by the city they stand in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shutro.bangla import stems
from shutro.meaning.names.known.gazetteer import Gazetteer
from shutro.meaning.names.known.words import heads, tails
from shutro.meaning.names.meant.own import Own
from shutro.meaning.names.tagging.mentions import Mention, Sentence


def unseated(row: Sentence, mention: Mention, known: Gazetteer) -> Mention:
    """A body without the word before it that says where it is: ঢাকাস্থ জাপানি দূতাবাস."""
    first = row.tokens[mention.first].key
    if mention.kind != "ORG" or mention.last - mention.first < 2 or not first.endswith(tails("situated")):
        return mention
    return replace(mention, first=mention.first + 1) if city_of(first, known) else mention


def by_city(own: Sequence[Own], known: Gazetteer) -> dict[tuple[str, str], str]:
    """Embassies by the city that the text puts right before them: ঢাকাস্থ চীনা দূতাবাস is ঢাকায় চীনা দূতাবাস."""
    out: dict[tuple[str, str], str] = {}
    for one in own:
        if one.kind == "ORG" and (one.base.words[-1],) in heads("mission"):
            row, at = one.row.tokens, one.mention.first - 1
            while at > 0 and (row[at].key,) in heads("standing"):
                at -= 1
            if at >= 0 and (city := city_of(row[at].key, known)):
                out.setdefault((one.kind, one.canonical), f"{locative(city)} {one.canonical}")
    return out


def city_of(key: str, known: Gazetteer) -> str | None:
    """The city that a word says something stands in (ঢাকার, ঢাকায়, ঢাকাস্থ); None for any other word."""
    for form in stems.cuts(key, "name"):
        found = known.find(form)
        if found and found.kind == "LOC" and (found.how == "capital" or found.known.source in _CITIES):
            return found.known.canonical
    return None


_CITIES = frozenset({"city", "district", "division", "regions.toml"})


def locative(place: str) -> str:
    """Where something is that is in a place: ঢাকায়, দিল্লিতে, লন্ডনে."""
    last = place[-1]
    if last == "\u09be":
        return place + "য়"
    return place + ("তে" if stems.is_vowel(last) else "\u09c7")
