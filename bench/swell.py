"""Make a grown archive ten times as large in a tenth of the time, to measure what a million articles cost.

    python -m bench.swell FILE TIMES

`bench.growth … --at FILE` makes each article of its own and adds it the way anybody adds one.
This takes such an archive and writes every article into it again and again, under other numbers, with its
rare words (those of up to five articles: names, places, slips) changed to words of that copy alone, so that
the vocabulary grows as it would and rare words stay rare. The index is filled by the store itself; only
reading and cutting up the same text again is spared. Answers show the first article's text, so that what
is found is right no longer: for time and size alone.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator
from pathlib import Path

from shutro.archive.index import word_row
from shutro.archive.shelf import BREAK, Words
from shutro.archive.sqlite import SqliteShelf

_RARE = 5
_BATCH = 5000
_COLUMNS = (
    ("article", "number + {by}, id || '~{copy}', url || '~{copy}', outlet, day, current + {last}", "number"),
    (
        "revision",
        "number + {last}, article + {by}, id || '~{copy}', capture, digest, seen, record",
        "article",
    ),
    ("known", "id || '~{copy}', article + {by}", "article"),
    ("card", "article + {by}, day, inferred, outlet, section, headline", "article"),
    ("finding", "article + {by}, rules, data", "article"),
    ("named", "name, day, article + {by}, times", "article"),
    ("saying", "name, role, day, article + {by}, place", "article"),
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
    for copy in range(1, times):
        by = {"by": copy * count, "copy": copy, "last": copy * last}
        for table, columns, key in _COLUMNS:
            with shelf.writing():
                chosen = f"SELECT {columns.format(**by)} FROM {table} WHERE {key} <= {count}"
                shelf.ask(f"INSERT INTO {table} {chosen}")
        _index(shelf, count, copy, forms, rare)
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


def _renamed(numbers: array[int], renamed: dict[int, int]) -> Iterator[int]:
    return (renamed.get(number, number) for number in numbers)


def _other(form: str, copy: int) -> str:
    """A word like `form` that only this copy has."""
    if form[0].isdigit() or form[0].isascii():
        return form
    return form + "কখগঘচছজঝট"[copy % 9] + "া"


if __name__ == "__main__":
    swell(Path(sys.argv[1]), int(sys.argv[2]))
