"""Make a grown archive ten times as large in a tenth of the time, to measure what a million articles cost.

    python -m bench.swell FILE TIMES

`bench.growth … --at FILE` makes each article of its own and adds it the way anybody adds one.
This takes such an archive and writes every article into it again and again, under other numbers, each time
later than the last, with its rare words (those of up to five articles: names, places, slips) changed to words
of that copy alone, so that the vocabulary grows as it would and rare words stay rare. Stories, threads and
sketches of sentences go with them. The index is filled by the store itself; only reading and cutting up the
same text again is spared. Answers show the first article's text, so that what is found is right no longer:
for time and size alone.
"""

from __future__ import annotations

import sys
import time
from array import array
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from shutro.archive.ledger.copies import bands_of
from shutro.archive.ledger.pack import packed_mass, unpacked_mass
from shutro.archive.nouns.record import unpacked
from shutro.archive.nouns.stored import BREAK, Words
from shutro.archive.search.index import word_row
from shutro.archive.stores.sqlite.shelf import SqliteShelf
from shutro.archive.tables.meetings import ALWAYS, PERIOD
from shutro.archive.tables.sql import insert
from shutro.stories.copies.shingles import shingled

_RARE = 5
_BATCH = 5000
_COLUMNS = (
    (
        "article",
        "number + {by}, id || '~{copy}', url || '~{copy}', outlet, date(day, '+{days} days'),"
        " current + {last}",
        "number",
    ),
    (
        "revision",
        "number + {last}, article + {by}, id || '~{copy}', capture, digest, seen, record",
        "article",
    ),
    ("known", "id || '~{copy}', article + {by}", "article"),
    ("card", "article + {by}, day + {days}, inferred, outlet, section, headline", "article"),
    ("finding", "article + {by}, rules, data", "article"),
    ("named", "name, day + {days}, article + {by}, times", "article"),
    ("saying", "name, role, day + {days}, article + {by}, place", "article"),
    (
        "placed",
        "article + {by}, story + {by}, NULL, {now}, moment + {seconds}, length, decision",
        "article",
    ),
    (
        "story",
        "number + {by}, id || '~{copy}', period + {periods}, title, date(first, '+{days} days'),"
        " date(last, '+{days} days'), articles, outlets, origins, importance + {days}, {now},"
        " thread + {by}, titled, tied, 0",
        "number",
    ),
    ("founder", "id || '~{copy}', article + {by}", "article"),
    ("story_outlet", "outlet, story + {by}", "story"),
    ("story_actor", "actor, story + {by}, kind, reports", "story"),
    ("copied", "one + {by}, other + {by}, kind, likeness", "one"),
    ("tie", "one + {by}, other + {by}, likeness, actors, matter", "one"),
    (
        "thread",
        "number + {by}, id || '~{copy}', title, date(first, '+{days} days'), date(last, '+{days} days'),"
        " stories, articles, actors",
        "number",
    ),
)


def swell(path: Path, times: int) -> None:
    """Write every article of an archive `times - 1` times more."""
    shelf = SqliteShelf(path)
    shelf.ask("PRAGMA synchronous = OFF")
    count = shelf.count()
    last = int(shelf.ask("SELECT max(number) FROM revision")[0][0])
    words = shelf.ask("SELECT number, form, articles FROM word")
    forms = {number: form for number, form, _ in words}
    rare = [number for number, _, articles in words if 0 < articles <= _RARE]
    sql = "SELECT max(period) - min(period) + 1 FROM meeting WHERE period <> ?"
    periods = int(shelf.ask(sql, (ALWAYS,))[0][0])
    stories = _Stories(shelf, count)
    for copy in range(1, times):
        shift = copy * periods * PERIOD
        by = {
            "by": copy * count, "copy": copy, "last": copy * last,
            "days": shift // 86_400, "seconds": shift, "periods": copy * periods,
            "now": time.time(),
        }  # fmt: skip
        for table, columns, key in _COLUMNS:
            with shelf.writing():
                chosen = f"SELECT {columns.format(**by)} FROM {table} WHERE {key} <= {count}"
                shelf.ask(f"INSERT INTO {table} {chosen}")
        _index(shelf, count, copy, forms, rare)
        stories.write(copy, shift)
        print(f"{shelf.count()} articles", flush=True)
    for table in ("tally", "name", "entity", "spelt"):
        with shelf.writing():
            shelf.ask(f"UPDATE {table} SET articles = articles * {times}")
    shelf.close()


def _index(shelf: SqliteShelf, count: int, copy: int, forms: dict[int, str], rare: list[int]) -> None:
    own = {number: _other(forms[number], copy) for number in rare}
    with shelf.writing():
        numbers = shelf.number_words(list(dict.fromkeys(own.values())), word_row)
    renamed = {number: numbers[form] for number, form in own.items()}
    named = {numbers[form]: form for form in own.values()}
    for at in range(0, count, _BATCH):
        batch = [*range(at + 1, min(at + _BATCH, count) + 1)]
        with shelf.writing():
            for number, found in shelf.words_of(batch).items():
                lists = [
                    array("I", _renamed(part, renamed)) for part in (found.headline, found.body, found.aside)
                ]
                every = {n: named.get(n) or forms[n] for part in lists for n in part if n != BREAK}
                shelf.put_index(number + copy * count, Words(*lists), every)


class _Stories:
    """What is kept of stories in one piece: their terms, who met whom, the sketches of sentences."""

    def __init__(self, shelf: SqliteShelf, count: int) -> None:
        self._shelf, self._count = shelf, count
        self._masses = [
            (number, unpacked_mass(mass)) for number, mass in shelf.ask("SELECT story, mass FROM story_mass")
        ]
        self._met = shelf.ask("SELECT period, term, stories, latest FROM meeting")
        self._bands: list[tuple[int, list[int]]] = []
        for at in range(1, count + 1, _BATCH):
            records = shelf.current(range(at, min(at + _BATCH, count + 1)))
            self._bands += [(number, bands_of(shingled(unpacked(data)))) for number, data in records.items()]

    def write(self, copy: int, shift: int) -> None:
        """Write them all once more, `shift` seconds later."""
        by, later, odd = copy * self._count, timedelta(seconds=shift), (copy * 0x9E3779B1) & 0x7FFFFFFF
        with self._shelf.writing():
            self._shelf.ledger.put_masses(
                (number + by, packed_mass(replace(
                    mass, first=mass.first and mass.first + later, last=mass.last and mass.last + later
                )))
                for number, mass in self._masses
            )  # fmt: skip
            for number, bands in self._bands:
                self._shelf.ledger.bands.put(number + by, [band ^ odd for band in bands], 0)
            self._shelf.ask("DELETE FROM meeting WHERE period = ?", (ALWAYS,))
            rows = [
                (
                    period if period == ALWAYS else period + shift // PERIOD,
                    term,
                    stories * (copy + 1 if period == ALWAYS else 1),
                    array("I", [number + by for number in _numbers(latest)]).tobytes(),
                )
                for period, term, stories, latest in self._met
            ]
            insert(self._shelf.ask, "meeting", rows)


def _numbers(packed: bytes) -> array[int]:
    numbers = array("I")
    numbers.frombytes(packed)
    return numbers


def _renamed(numbers: array[int], renamed: dict[int, int]) -> Iterator[int]:
    return (renamed.get(number, number) for number in numbers)


def _other(form: str, copy: int) -> str:
    """A word like `form` that only this copy has."""
    if form[0].isdigit() or form[0].isascii():
        return form
    return form + "কখগঘচছজঝট"[copy % 9] + "া"


if __name__ == "__main__":
    swell(Path(sys.argv[1]), int(sys.argv[2]))
