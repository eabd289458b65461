"""A day of a dozen papers, at speed: every article once, no host hurried."""

from __future__ import annotations

from bench.watch import day
from tests.watch.conftest import Stand


def test_a_day_ends_with_every_article_once(stand: Stand) -> None:
    found = day(stand.where, outlets=12, items=180)
    assert found.wrong == ()
    assert found.articles == 175  # five pages are none
    assert found.revisions > 3
    assert found.told["page same"] == 0
    assert found.told["page added"] == found.articles
    assert {"page gone", "page failed", "page passed", "page revised", "source failed"} <= set(found.told)
