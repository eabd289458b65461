"""Stories that grew in any batches, stopped at any moment, are those that grew in one go."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.archive.newsroom import many, newsroom

from shutro.archive.store import Archive, open_archive
from shutro.model import Article

REPORTS = [*newsroom(), *many(24)]


class Stopped(BaseException):
    """What ends a process at once."""


@contextmanager
def stopped_at(archive: Archive, statement: int) -> Iterator[None]:
    """Let the archive's `statement`-th question to its store end the process."""
    shelf, ask, left = archive._shelf, archive._shelf.ask, [statement]

    def counted(sql: str, values: object = ()) -> list[tuple[object, ...]]:
        left[0] -= 1
        if left[0] < 0:
            raise Stopped
        return ask(sql, values)  # type: ignore[arg-type]

    parts = [
        shelf,
        shelf.ledger,
        shelf.ledger.ties,
        shelf.ledger.copied,
        shelf.ledger.bands,
        archive._growth.terms,
    ]
    named = [(part, "ask" if part is shelf else "_ask") for part in parts]
    with pytest.MonkeyPatch.context() as patch:
        for part, name in named:
            patch.setattr(part, name, counted)
        yield


def together(archive: Archive) -> set[frozenset[str]]:
    """Which reports stand together."""
    cards = archive.stories(1000)
    return {frozenset(report.id for report in archive.reports(card.id)) for card in cards}


def everything(archive: Archive) -> tuple[object, ...]:
    """All that is kept of stories and threads but when they grew."""
    cards = {card.id: replace(card, grown=datetime.min) for card in archive.stories(1000)}
    reasons = {report.id: archive.why(report.id) for report in REPORTS}
    return cards, reasons, [archive.thread(card.id).ties for card in archive.threads(1000)]


@pytest.fixture(scope="module")
def quiet() -> Iterator[Archive]:
    with tempfile.TemporaryDirectory() as folder, open_archive(Path(folder) / "quiet.db") as archive:
        archive.add_all(REPORTS)
        archive.grow()
        yield archive


def cut(reports: list[Article], at: list[int]) -> Iterator[list[Article]]:
    ends = [0, *sorted(set(at)), len(reports)]
    for start, end in pairwise(ends):
        yield reports[start:end]


@given(
    st.lists(st.integers(1, len(REPORTS) - 1), max_size=6),
    st.lists(st.integers(1, 400), min_size=1, max_size=4),
)
@settings(max_examples=12, deadline=None)
def test_stops_and_batches_leave_the_same_stories(quiet: Archive, cuts: list[int], stops: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder) / "stopped.db"
        for batch in cut(REPORTS, cuts):
            with open_archive(where) as archive:
                archive.add_all(batch)
                with pytest.raises(Stopped), stopped_at(archive, 1):
                    archive.grow()
                for stop in stops:
                    with suppress(Stopped), stopped_at(archive, stop):
                        archive.grow()
                    archive.verify()
                archive.grow()
        with open_archive(where) as archive:
            assert together(archive) == together(quiet)
            for one in (archive, quiet):
                one.regrow()
                one.grow()
            assert everything(archive) == everything(quiet)
