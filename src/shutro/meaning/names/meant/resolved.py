"""Whom each mention of a text means: its bare full name and its entity."""

from __future__ import annotations

from collections.abc import Sequence

from shutro.bangla.keys import folded, sound_key
from shutro.meaning.names.canonical.base import Base, without_honour
from shutro.meaning.names.canonical.fulls import Fulls, entity_id
from shutro.meaning.names.known.gazetteer import Gazetteer
from shutro.meaning.names.known.words import heads
from shutro.meaning.names.meant.brackets import bracketed
from shutro.meaning.names.meant.missions import by_city
from shutro.meaning.names.meant.own import Own, own_names
from shutro.meaning.names.tagging.mentions import Mention, Sentence
from shutro.model import Name


def resolved(text: str, rows: Sequence[Sentence], known: Gazetteer) -> list[Name]:
    """The names that the mentions of a text are, each with whom it means."""
    own = own_names(text, rows, known)
    short_for, renamed = bracketed(text, own, known)
    own_way = _own_spellings(own) | by_city(own, known) | renamed
    met, persons = Fulls(), Fulls()
    for one in own:
        if one.kind == "PER":
            persons.add(one.kind, one.base, one.canonical)
    out = []
    for one in own:
        canonical = short_for.get(one.base.key) or _fuller(one, met)
        if canonical == one.canonical and one.kind == "PER" and not one.mention.is_known:
            canonical = _to_come(one.base, persons) or canonical
        met.add(one.kind, one.base, canonical)
        out.append(_name(text, one, own_way.get((one.kind, canonical), canonical)))
    return out


def _name(text: str, one: Own, canonical: str) -> Name:
    """A mention as a name; that of a people belongs to its country's entity."""
    entity = entity_id("LOC" if one.mention.rule == "known:people" else one.kind, canonical)
    rule = "slip" if one.base.slip else one.mention.rule
    return Name(one.start, one.end, text[one.start : one.end], one.kind, canonical, entity, rule)


def _own_spellings(own: Sequence[Own]) -> dict[tuple[str, str], str]:
    """The text's own spelling of each person and place that it never spells as the gazetteer does.

    Only the spelling may differ, not the sound (শরীফ for শরিফ). Bodies have an official one.
    """
    out: dict[tuple[str, str], str] = {}
    for one in own:
        if one.kind == "ORG" or not one.mention.is_known or one.base.slip:
            continue
        spelt, canonical = one.base.text, one.canonical
        if one.mention.rule == "known:sound" and spelt.count(" ") != canonical.count(" "):
            continue
        if sound_key(spelt) == sound_key(canonical):
            out.setdefault((one.kind, canonical), spelt)
            if one.base.key == folded(canonical):
                out[one.kind, canonical] = canonical
    return out


def _fuller(one: Own, met: Fulls) -> str:
    """The full name that a short one returns to: the last one printed that has its words."""
    person = one.kind == "PER"
    if one.mention.is_known and not person:
        return one.canonical
    base = without_honour(one.base) if person else one.base
    for full, its in met.containing(one.kind, base):
        if person or (full.words[0] == base.words[0] and one.mention.rule in {"again", "half", "tagger"}):
            return its if _returns(one.mention, full) else one.canonical
    return one.canonical


def _to_come(base: Base, fulls: Fulls) -> str | None:
    """The full name that a headline gives in short: the only one of the text that has its words."""
    found = {canonical for _, canonical in fulls.containing("PER", without_honour(base))}
    return found.pop() if len(found) == 1 else None


def _returns(mention: Mention, full: Base) -> bool:
    """A body comes back by its first word, a place only without the noun that says what it is."""
    if mention.kind == "LOC" and mention.rule != "half":
        return (full.words[-1],) in heads("place_head", "place")
    return mention.kind != "EVENT"
