"""How much a story matters on a front page."""

from __future__ import annotations

from datetime import datetime

from shutro.archive.ledger.importance import importance
from shutro.archive.tables.stories import Member

TODAY = datetime.fromisoformat("2026-11-20T12:00:00+06:00").timestamp()
DAY = 86_400.0


def report(n: int, moment: float | None) -> Member:
    return Member(n, f"a{n}", f"কাগজ {n}", moment, TODAY, 1500)


def weighed(*moments: float | None) -> float:
    return importance([[report(n, moment)] for n, moment in enumerate(moments)])


def test_twice_the_reports_weigh_as_much_as_the_same_a_day_later() -> None:
    assert weighed(TODAY - DAY, TODAY - DAY) == weighed(TODAY)


def test_a_page_that_misprints_its_day_counts_from_when_it_was_added() -> None:
    assert weighed(TODAY + 400 * DAY) == weighed(TODAY)


def test_a_report_of_unknown_day_counts_from_the_latest_of_its_story() -> None:
    assert weighed(TODAY - 9 * DAY, None) == weighed(TODAY - 9 * DAY, TODAY - 9 * DAY)


def test_a_story_of_unknown_days_does_not_lead_today() -> None:
    assert weighed(None, None, None) < weighed(TODAY - 5000 * DAY)


def test_a_story_without_reports_weighs_nothing() -> None:
    assert importance([]) == 0.0
