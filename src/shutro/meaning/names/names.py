"""Names in a text: persons, bodies, places, events and other named things, and who each stands for."""

from __future__ import annotations

from pathlib import Path

from shutro.bangla.unswept import unswept
from shutro.meaning.names.known.gazetteer import Gazetteer, extended, gazetteer
from shutro.meaning.names.meant.missions import unseated
from shutro.meaning.names.meant.resolved import resolved
from shutro.meaning.names.meant.tells import numbered
from shutro.meaning.names.repairs.repaired import repaired
from shutro.meaning.names.sentence.called import called
from shutro.meaning.names.sentence.glued import unglued
from shutro.meaning.names.sentence.listed import listed
from shutro.meaning.names.sentence.local import local
from shutro.meaning.names.sentence.named import named
from shutro.meaning.names.sentence.nameless import is_nameless
from shutro.meaning.names.sentence.officers import officed
from shutro.meaning.names.sentence.rejoined import aged, rejoined, tried
from shutro.meaning.names.sentence.respelt import respelt
from shutro.meaning.names.sentence.rolls import enrolled
from shutro.meaning.names.sentence.titled import titled
from shutro.meaning.names.tagging.mentions import Sentence
from shutro.meaning.names.tagging.sightings import read
from shutro.meaning.names.text.borne import unvouched
from shutro.meaning.names.text.pairs import parted
from shutro.meaning.names.text.returning import returning
from shutro.meaning.names.text.stand_ins import called_back, halves, teams
from shutro.meaning.names.text.votes import settled
from shutro.model import Name


@unswept
def names(text: str, own: Path | None = None) -> list[Name]:
    """Every name in `text`, in order; a name never overlaps another.

    The span is the printed name with its ending, titles left out. `canonical` is the bare full name:
    the one the text itself gives, or the gazetteer's. `own` is a TOML file of the user's names (see
    `gazetteer.extended`). Raises `DataError` for a file that breaks its format.
    """
    known = extended(own) if own else gazetteer()
    rows = parted(called_back([_by_its_words(row, known) for row in read(text, known)]))
    rows = returning(settled(teams(halves(rows, known)), known))
    rows = [
        row.having(unseated(row, m, known) for m in row.mentions if not is_nameless(row, m)) for row in rows
    ]
    return numbered(text, resolved(text, unvouched(text, rows), known))


def _by_its_words(row: Sentence, known: Gazetteer) -> Sentence:
    """The sentence with its mentions mended by what stands in it, whatever the rest of the text says."""
    row = row.having(repaired(row.tokens, list(row.mentions), known))
    row = named(called(titled(respelt(row, known), known)))
    row = listed(local(officed(enrolled(row)), known), known)
    return unglued(tried(aged(rejoined(row, known))), known) if row.mentions else row
