"""How many reports of an outlet others printed later, and how many it printed after another."""

import random
import sqlite3
from collections import Counter
from pathlib import Path

from tests.archive.conftest import MEGHNA, PADMA, TISTA, articles

from shutro.archive.schema.steps import STEPS
from shutro.archive.store import Archive, open_archive
from shutro.archive.stores.sqlite.schema import SQLITE
from shutro.archive.tables.reprints import counting
from shutro.model import Article

BODY = "\n".join(article.body[0] for article in articles()[:4])
OTHER = "\n".join(article.body[0] for article in articles()[4:8])


def report(number: int, outlet: str, day: int | None, body: str = BODY) -> Article:
    published = None if day is None else f"2026-04-{day:02}"
    return Article.from_text(
        id=f"r{number}", headline=f"খবর {number}", body=body, outlet=outlet, published=published
    )


def grown(archive: Archive, *added: Article) -> dict[str, tuple[int, int]]:
    """What the outlets' cards tell once the reports have come."""
    archive.add_all(added)
    archive.grow()
    return {card.name: (card.originals, card.reprints) for card in archive.outlets()}


def test_an_earlier_report_that_comes_late_was_the_original(where: str) -> None:
    with open_archive(where) as archive:
        first = grown(archive, report(1, PADMA, 5), report(2, MEGHNA, 6))
        assert first == {PADMA: (1, 0), MEGHNA: (0, 1)}
        later = grown(archive, report(3, TISTA, 2))
        assert later == {TISTA: (1, 0), PADMA: (0, 1), MEGHNA: (0, 1)}


def test_copies_within_an_outlet_or_of_unknown_day_tell_nothing(where: str) -> None:
    with open_archive(where) as archive:
        counts = grown(archive, report(1, PADMA, 5), report(2, PADMA, 6), report(3, MEGHNA, None))
        assert len(archive.copies_of("r1")) == 2
        assert counts == {PADMA: (0, 0), MEGHNA: (0, 0)}


def test_a_revision_takes_its_counts_along(where: str) -> None:
    with open_archive(where) as archive:
        grown(archive, report(1, PADMA, 5), report(2, MEGHNA, 6))
        assert grown(archive, report(2, MEGHNA, 3)) == {PADMA: (0, 1), MEGHNA: (1, 0)}
        assert grown(archive, report(2, MEGHNA, 3, OTHER)) == {PADMA: (0, 0), MEGHNA: (0, 0)}


def test_a_revision_is_found_by_what_it_says_now(where: str) -> None:
    with open_archive(where) as archive:
        grown(archive, report(1, PADMA, 5))
        grown(archive, report(1, PADMA, 5, OTHER))
        grown(archive, report(1, PADMA, 5))
        grown(archive, report(1, PADMA, 5, OTHER))
        assert grown(archive, report(2, MEGHNA, 6, OTHER)) == {PADMA: (1, 0), MEGHNA: (0, 1)}
        assert [card.id for card, _ in archive.copies_of("r1")] == ["r2"]
        archive.verify()


def test_counts_are_those_of_all_pairs_whatever_came_and_went(where: str) -> None:
    chance = random.Random(4)
    with open_archive(where) as archive:
        for _ in range(12):
            made = [
                report(n, (PADMA, MEGHNA, TISTA)[n % 3], chance.randrange(1, 6), chance.choice((BODY, OTHER)))
                for n in chance.sample(range(9), 3)
            ]
            assert grown(archive, *made) == paired(archive)
        archive.regrow()
        assert grown(archive) == paired(archive)


def paired(archive: Archive) -> dict[str, tuple[int, int]]:
    """What the copies of every article tell, one by one."""
    first, after = Counter[str](), Counter[str]()
    arrived = [article.id for article in archive.articles()]
    for mine in archive.cards(arrived):
        others = [card for card, _ in archive.copies_of(mine.id) if card.outlet != mine.outlet]
        times = [(str(card.day), arrived.index(card.id)) for card in (mine, *others)]
        late = min(times) != times[0]
        first[str(mine.outlet)] += bool(others) and not late
        after[str(mine.outlet)] += late
    return {name: (first[name], after[name]) for name in first}


def test_an_archive_that_kept_no_counts_gets_them_when_it_is_opened(file: Path) -> None:
    step = next(n for n, step in enumerate(STEPS) if any(counting() in sql for sql in step(SQLITE)))
    with open_archive(file) as archive:
        counts = grown(archive, report(1, PADMA, 5), report(2, MEGHNA, 6), report(3, TISTA, 6))
    with sqlite3.connect(file) as db:
        db.execute("DELETE FROM tally WHERE kind IN ('original', 'reprint')")
        db.execute("DROP TABLE bearing")  # of a later step
        db.execute(f"PRAGMA user_version = {step}")
    db.close()
    with open_archive(file) as archive:
        assert counts == grown(archive) == {PADMA: (1, 0), MEGHNA: (0, 1), TISTA: (0, 1)}
