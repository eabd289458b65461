"""Who holds an office that the text ties to nobody, by the dates of the gazetteer."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from shutro.bangla.kept import WORDS, kept
from shutro.bangla.keys import folded
from shutro.bangla.verbs import fold
from shutro.meaning.actors.memory import Known, Memory
from shutro.meaning.actors.offices import offices
from shutro.meaning.document import Document
from shutro.meaning.grammar.cases import guess_case
from shutro.meaning.lexicon import endings, load
from shutro.meaning.names.known.entries import UNITS
from shutro.meaning.names.known.gazetteer import gazetteer
from shutro.meaning.names.meant.referents import referents
from shutro.meaning.sentences.scene import Scene
from shutro.model import Name

_PEOPLE = endings("people")
_TRUST = 0.95
_TRUST_ABROAD = 0.7
_HOME = str(load("offices")["home"])


def memory_of(view: Scene) -> Memory:
    """What a reader of a text begins with: the offices it gives, and who else held one on the day."""
    return Memory(offices=offices(view), held=_held_by(view.doc))


def _held_by(doc: Document) -> Callable[[int, int], Known | None]:
    """Who held an office on the day, for a phrase that the text itself ties to nobody.

    Nobody for one that is of something no list knows (কোম্পানির প্রধান উপদেষ্টা), or of another's
    government. An office with no country of its own is one of the papers' own country only where the
    text is about that: not in a report that is all about other places, and not for certain where
    another country is spoken of more often.
    """

    starts = [name.start for name in doc.names]

    def held(start: int, end: int) -> Known | None:
        phrase = doc.text[start:end]
        owners = [
            replace(name, start=name.start - start, end=name.end - start)
            for name in doc.names[bisect_left(starts, start) : bisect_left(starts, end)]
            if name.end <= end
        ]
        for referent in referents(phrase, owners, doc.at):
            if referent.canonical and referent.how == "held" and referent.span.end == len(phrase):
                before = [fold(word) for word in phrase[: referent.span.start].split()[-1:]]
                owned = any(guess_case(w) == "gen" and not w.startswith(_PEOPLE) for w in before)
                further = any(name.end <= referent.span.start for name in owners)
                trust = _TRUST if owners else _trust_at_home(doc)
                return None if owned or further or not trust else Known(referent.canonical, True, trust)
        return None

    return held


@kept(WORDS)
def states_of(canonical: str) -> frozenset[str]:
    """The countries and bodies whose offices the gazetteer says a person has held."""
    return frozenset(
        office.of for known in gazetteer().entries if known.canonical == canonical for office in known.offices
    )


def _trust_at_home(doc: Document) -> float:
    """How sure it is that an office without a country is the home country's; 0 where it cannot be."""
    home = sum(_at_home(name) for name in doc.names)
    abroad = sum(_abroad(name) for name in doc.names)
    if abroad and not home:
        return 0.0
    return _TRUST_ABROAD if abroad > home else _TRUST


def _at_home(name: Name) -> bool:
    """Whether a name is of the home country: the country, its capital, a district, a body called after it."""
    if _HOME in name.canonical.split():
        return True
    return name.kind == "LOC" and folded(name.canonical) in _home_places()


def _abroad(name: Name) -> bool:
    """Whether a name is that of another country or its people, or of a place that is not at home."""
    if name.kind not in {"LOC", "MISC"} or _at_home(name):
        return False
    meaning = gazetteer().by_key.get(folded(name.canonical))
    return meaning is not None and meaning.known.kind == "LOC"


@cache
def _home_places() -> frozenset[str]:
    """The search keys of the home country's capital, divisions, districts and their parts."""
    home = gazetteer().by_key[folded(_HOME)].known
    places = [known.canonical for known in gazetteer().entries if known.source in UNITS]
    return frozenset(folded(place) for place in (*places, *home.capitals))
