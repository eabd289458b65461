"""Who agrees with a verb: জানিয়েছেন asks for a person, জানিয়েছে for a body."""

from __future__ import annotations

from shutro.bangla.verbs import fold
from shutro.meaning.cues.cues import Cue
from shutro.meaning.parties.agents import head_of
from shutro.meaning.parties.party import Party
from shutro.meaning.parties.states import is_country

HONORIFIC = {"PER", "pronoun", "person", "either"}
ORDINARY = {"ORG", "LOC", "EVENT", "body", "media", "source", "either", "again"}
SPEAKS = HONORIFIC | ORDINARY


def agrees(party: Party, cue: Cue) -> bool:
    """Whether verb and subject agree: জানিয়েছেন asks for a person, জানিয়েছে for a body."""
    if cue.person == "3h":
        return party.kind in HONORIFIC or _court(party)
    if cue.person == "3":
        if party.kind == "LOC":
            return is_country(party.canonical)
        return party.kind in ORDINARY or (party.kind in {"pronoun", "person"} and party.many)
    return True


def _court(party: Party) -> bool:
    """Whether a named body takes either verb: চেম্বার আদালত নির্দেশ দিয়েছেন."""
    return party.kind == "ORG" and head_of(fold(party.canonical.rpartition(" ")[2]))[0] == "either"
