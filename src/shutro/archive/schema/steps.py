"""The steps of the schema, the same in both stores.

A step is never changed once released: a new one is added at the end. How many an archive has seen is its
version.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from shutro.archive.schema.desk import desk
from shutro.archive.schema.dialect import Dialect
from shutro.archive.schema.ledger import ledger
from shutro.archive.schema.watching import watching
from shutro.archive.tables.reprints import counting


def first(store: Dialect) -> tuple[str, ...]:
    """Captures, articles with their revisions, the word index, learnt aliases, failures."""
    return store.first


def findings(store: Dialect) -> tuple[str, ...]:
    """What was found in each article, and by which rules."""
    return (
        f"""CREATE TABLE finding (
            article {store.number} PRIMARY KEY REFERENCES article, rules {store.text} NOT NULL,
            data {store.blob} NOT NULL)""",
    )


def read_by(store: Dialect) -> tuple[str, ...]:
    """Which rules read each article; no row: it was read by rules that noted nothing."""
    columns = f"article BIGINT PRIMARY KEY REFERENCES article, rules {store.text} NOT NULL"
    return (f"CREATE TABLE read_by ({columns}){store.compact}",)


def reprints(_: Dialect) -> tuple[str, ...]:
    """How many reports of each outlet came first, and how many after another's."""
    return (f"INSERT INTO tally {counting()}",)


def bearing(store: Dialect) -> tuple[str, ...]:
    """What articles tell of the people they name; `hard` is 1 of what can tell two of a name apart."""
    return (
        f"""CREATE TABLE bearing (
            name BIGINT NOT NULL, hard INTEGER NOT NULL, article BIGINT NOT NULL, place INTEGER NOT NULL,
            told {store.text} NOT NULL, PRIMARY KEY (name, hard, article, place)){store.compact}""",
        "CREATE INDEX bearing_article ON bearing (article)",
    )


STEPS: Final[tuple[Callable[[Dialect], tuple[str, ...]], ...]] = (
    first,
    findings,
    desk,
    ledger,
    read_by,
    watching,
    reprints,
    bearing,
)
