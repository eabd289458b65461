"""What is asked when, and what becomes of it: over a real socket, on a clock that the test turns."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from tests.capture.webserver import says
from tests.watch.conftest import HERE, Stand, states
from tests.watch.newsstand import DAY, HOUR, START, article, feed, headline, index, sitemap

from shutro.archive.store import open_archive
from shutro.capture.source import captures
from shutro.errors import ArchiveError, CaptureError
from shutro.model import Article, Capture
from shutro.watch import fetching
from shutro.watch.plan import Outlet, Plan
from shutro.watch.watcher import Tuning, Watcher


def test_what_a_feed_lists_is_fetched_once_and_kept(stand: Stand) -> None:
    stand.publish(1, 2, 3)
    with stand.watch(stand.plan(), once=True) as archive:
        assert {one.headline for one in archive.articles()} == {headline(n) for n in (1, 2, 3)}
        assert [(c.state, c.listed, c.added, c.waiting) for c in archive.sources()] == [("well", 3, 3, 0)]
        for one in archive.articles():
            assert archive.capture(one.capture).url == one.url
    assert sorted(stand.server.paths()) == ["/feed", "/news/1", "/news/2", "/news/3"]
    assert stand.kinds("source") == ["looked"]
    assert stand.kinds() == ["added"] * 3


def test_a_new_run_asks_for_nothing_that_was_had(stand: Stand) -> None:
    stand.publish(1, 2)
    stand.watch(stand.plan(), once=True).close()
    stand.publish(1, 2, 3)
    stand.watch(stand.plan(), once=True).close()
    assert sorted(stand.server.paths()) == ["/feed", "/feed", "/news/1", "/news/2", "/news/3"]
    assert len(stand.asked("/robots.txt")) <= 1
    assert [path for path, _ in stand.server.asked].count("/robots.txt") == 1


def test_a_source_without_news_is_asked_less_and_less_often(stall: Stand) -> None:
    stall.publish(1)
    stall.watch(stall.plan(every=600.0, slowest=3600.0), hours=5).close()
    looks = stall.asked("/feed")
    apart = [round(b - a) for a, b in pairwise(looks)]
    assert apart[:6] == [600, 900, 1350, 2025, 3038, 3600]
    stall.publish(1, 2)
    stall.times.clear()
    stall.watch(stall.plan(every=600.0, slowest=3600.0), hours=2).close()
    again = stall.asked("/feed")
    assert round(again[1] - again[0]) == 600


def test_pages_are_asked_again_after_an_hour_six_a_day_and_a_week_and_then_no_more(stand: Stand) -> None:
    stand.publish(1)
    with stand.watch(stand.plan(), hours=15 * 24) as archive:
        assert len(archive) == 1
        assert [page.due for page in archive.watched_pages("kept")] == [None]
    first, *later = stand.asked("/news/1")
    expected = [HOUR, 6 * HOUR, DAY, 7 * DAY]
    assert [round((at - first) / 60) for at in later] == [round(one / 60) for one in expected]


def test_a_changed_page_becomes_a_revision(stand: Stand) -> None:
    stand.publish(1)
    stand.watch(stand.plan(), once=True).close()
    stand.put("/news/1", says(article(1, more="পরে আরও দুজন যোগ দেন।")))
    with stand.watch(stand.plan(), hours=2) as archive:
        (one,) = archive.articles()
        assert "পরে আরও দুজন যোগ দেন।" in one.text
        assert [r.number for r in archive.revisions(one.id)] == [1, 2]
        assert [card.revised for card in archive.sources()] == [1]
    assert stand.kinds() == ["added", "revised"]


def test_a_page_that_takes_its_change_back_is_shown_as_it_is(stand: Stand) -> None:
    stand.publish(1)
    stand.watch(stand.plan(), once=True).close()
    stand.put("/news/1", says(article(1, more="মন্ত্রী পদত্যাগ করেছেন।")))
    stand.watch(stand.plan(), hours=2).close()
    stand.put("/news/1", says(article(1)))
    with stand.watch(stand.plan(), hours=8) as archive:
        archive.verify()
        (one,) = archive.articles()
        assert "পদত্যাগ" not in one.text
        assert ["পদত্যাগ" in each.article.text for each in archive.revisions(one.id)] == [True, False]
        assert archive.search("পদত্যাগ") == []
    assert stand.kinds() == ["added", "revised", "revised"]


def test_a_page_whose_furniture_alone_changed_takes_no_room(stall: Stand) -> None:
    stall.publish(1)
    with stall.watch(stall.plan(), once=True) as archive:
        (before,) = archive.articles()
    stall.put("/news/1", says(article(1).replace(b"</body>", "<p>আজকের দিন</p></body>".encode())))
    with stall.watch(stall.plan(), hours=2) as archive:
        (after,) = archive.articles()
        assert (after.capture, len(archive.revisions(after.id))) == (before.capture, 1)
    assert stall.kinds() == ["added", "known"]


def test_what_did_not_change_is_not_sent_again(stand: Stand) -> None:
    stand.publish(1, ETag='"one"', Last_Modified="Tue, 10 Mar 2026 05:00:00 GMT")
    url = stand.server.address + "/news/1"
    stand.put("/feed", says(feed([(url, START)]), ETag='"feed"'))
    stand.watch(stand.plan(), once=True).close()
    stand.put("/news/1", says(status=304))
    stand.put("/feed", says(status=304))
    with stand.watch(stand.plan(), hours=8) as archive:
        assert [page.visits for page in archive.watched_pages("kept")] == [3]
    sent = [headers for path, headers in stand.server.asked if path == "/news/1"]
    assert "If-None-Match" not in sent[0]
    assert [one["If-None-Match"] for one in sent[1:]] == ['"one"'] * 2
    assert [one["If-Modified-Since"] for one in sent[1:]] == ["Tue, 10 Mar 2026 05:00:00 GMT"] * 2
    assert stand.kinds() == ["added", "unchanged", "unchanged"]


def test_what_is_no_article_is_remembered_with_its_reason_and_not_asked_again(stand: Stand) -> None:
    teasers = "".join(f'<li><a href="/news/{n}">{headline(n)}</a></li>' for n in range(30))
    stand.put("/list", says(f"<html><body><ul>{teasers}</ul></body></html>".encode()))
    stand.put(
        "/english", says(b"<html><body><p>" + b"The river rose by two feet. " * 40 + b"</p></body></html>")
    )
    stand.list("/list", "/english")
    stand.watch(stand.plan(), hours=30).close()
    with stand.watch(stand.plan(), hours=30) as archive:
        reasons = dict(states(archive, "passed"))
        assert set(reasons) == {"/list", "/english"}
        assert all(reasons.values())
        assert [q.kind for q in archive.quarantined()] == ["NotAnArticle"]  # English is nothing to retry
        assert [card.passed for card in archive.sources()] == [2]
    assert len(stand.asked("/list")) == len(stand.asked("/english")) == 1


def test_one_page_under_several_addresses_is_asked_for_once(stall: Stand) -> None:
    stall.publish(1)
    stall.list(
        "/news/1", "/news/1?utm_source=feed", "/news/1/amp", "/news/1#comments", "/news/1/", "/news/1?amp=1"
    )
    with stall.watch(stall.plan(), once=True) as archive:
        assert len(archive) == 1
    assert stall.server.paths() == ["/feed", "/news/1"]


def test_a_slug_in_bangla_is_one_address_however_it_is_written(stall: Stand) -> None:
    coded = "/%E0%A6%A8%E0%A6%A6%E0%A7%80/%E0%A7%A7"
    stall.put(coded, says(article(1)))
    stall.list(coded, coded.lower(), "/নদী/১")
    with stall.watch(stall.plan(), once=True) as archive:
        assert len(archive) == 1
    assert stall.server.paths() == ["/feed", coded]


def test_the_address_a_page_gives_itself_is_known_from_then_on(stall: Stand) -> None:
    canonical = stall.server.address + "/news/1"
    stall.put("/short/1", says(article(1, canonical=canonical)))
    stall.put("/news/1", says(article(1, canonical=canonical)))
    stall.list("/short/1")
    with stall.watch(stall.plan(), once=True) as archive:
        assert [one.url for one in archive.articles()] == [canonical]
    stall.list("/short/1", "/news/1")
    with stall.watch(stall.plan(), once=True) as archive:
        assert len(archive) == 1
        assert states(archive, "same") == [("/short/1", stall.server.address + "/short/1")]
    assert stall.server.paths() == ["/feed", "/short/1", "/feed"]


def test_no_page_may_pass_for_one_of_another_site(stand: Stand) -> None:
    with open_archive(stand.where) as archive:
        stand.publish(1)
    stand.watch(stand.plan(), once=True).close()
    theirs = "https://meghna.example/news/1"
    stand.put("/copy", says(article(2, canonical=theirs)))
    stand.list("/copy")
    with stand.watch(stand.plan(), once=True) as archive:
        assert len(archive) == 1
        assert states(archive, "passed") == [
            ("/copy", f"names a page of another site as its own address: {theirs}")
        ]


def test_a_page_that_is_gone_leaves_its_article(stand: Stand) -> None:
    stand.publish(1)
    stand.watch(stand.plan(), once=True).close()
    stand.put("/news/1", says(status=410))
    with stand.watch(stand.plan(), hours=30) as archive:
        assert len(archive) == 1
        assert states(archive, "gone") == [("/news/1", "the server has no such page (410)")]
    assert len(stand.asked("/news/1")) == 2


def test_a_page_that_is_not_there_yet_gets_a_second_chance(stall: Stand) -> None:
    stall.list("/news/1")
    stall.put("/news/1", says(status=404))
    stall.watch(stall.plan(), hours=0.5).close()
    stall.put("/news/1", says(article(1)))
    with stall.watch(stall.plan(), hours=1) as archive:
        assert len(archive) == 1


def test_an_article_that_turned_into_a_wall_stays_as_it_was(stall: Stand) -> None:
    stall.publish(1)
    stall.watch(stall.plan(), once=True).close()
    stall.put("/news/1", says("<html><body><p>সদস্য হয়ে পড়ুন</p></body></html>".encode()))
    with stall.watch(stall.plan(), hours=30) as archive:
        assert [one.headline for one in archive.articles()] == [headline(1)]
        assert len(states(archive, "kept")) == 1
    assert stall.kinds() == ["added", "passed", "unchanged", "unchanged"]


def test_what_is_older_than_asked_for_is_left_alone(stall: Stand) -> None:
    stall.publish(1)
    with stall.watch(stall.plan(back=HOUR), once=True) as archive:
        assert len(archive) == 1
    stall.clock.at += 2 * HOUR
    stall.publish(1, 2)
    with stall.watch(stall.plan(back=HOUR), once=True) as archive:
        assert len(archive) == 1
    assert not stall.asked("/news/2")


def test_a_sitemap_an_index_and_what_no_date_places(stand: Stand) -> None:
    site, now = stand.server.address, stand.clock.at
    for number in range(1, 8):
        stand.put(f"/news/{number}", says(article(number)))
    stand.put("/index.xml", says(index([
        (f"{site}/news.xml", now - HOUR), (f"{site}/2019-07.xml", None), (f"{site}/old.xml", now - 90 * DAY),
        (f"{site}/rest.xml", None),
    ])))  # fmt: skip
    stand.put("/news.xml", says(sitemap([(f"{site}/news/1", now), (f"{site}/news/2", now - 30 * DAY)])))
    stand.put("/rest.xml", says(sitemap([(f"{site}/news/3", None), (f"{site}/news/4", None)])))
    plan = Plan((Outlet("Padma Barta", sitemaps=(site + "/index.xml",)),))
    with stand.watch(plan, hours=0.1) as archive:
        assert {one.headline for one in archive.articles()} == {headline(1)}
        assert [path for path, _ in states(archive, "old")] == ["/news/3", "/news/4"]
    stand.put("/rest.xml", says(sitemap([(f"{site}/news/{n}", None) for n in (3, 4, 5)])))
    stand.put("/news.xml", says(sitemap([(f"{site}/news/{n}", now) for n in (1, 6)])))
    stand.put("/index.xml", says(index([(f"{site}/news.xml", now), (f"{site}/rest.xml", None)])))
    with stand.watch(plan, hours=1) as archive:
        assert {one.headline for one in archive.articles()} == {headline(n) for n in (1, 5, 6)}
        assert [c.parent for c in archive.sources()] == [None, site + "/index.xml", site + "/index.xml"]
    assert not stand.asked("/2019-07.xml")
    assert not stand.asked("/old.xml")


def test_a_section_page_gives_its_headlines_and_no_menus(stand: Stand) -> None:
    for number in (1, 2):
        stand.put(f"/news/{number}", says(article(number)))
    page = (
        '<html><body><nav><a href="/">প্রচ্ছদ</a><a href="/sport">খেলা</a></nav>'
        f'<h2><a href="/news/1">{headline(1)}</a></h2><h2><a href="news/2">{headline(2)}</a></h2>'
        f'<h2><a href="https://meghna.example/9">{headline(9)}</a></h2></body></html>'
    )
    stand.put("/", says(page.encode()))
    plan = Plan((Outlet("Padma Barta", sections=(stand.server.address + "/",)),))
    with stand.watch(plan, once=True) as archive:
        assert {one.headline for one in archive.articles()} == {headline(1), headline(2)}
    assert sorted(stand.server.paths()) == ["/", "/news/1", "/news/2"]


def test_a_second_watcher_of_one_archive_is_told_so(stand: Stand) -> None:
    stand.publish(1)
    with open_archive(stand.where) as one, open_archive(stand.where) as other:
        Watcher(one, stand.plan(), stand.told.append, stand.clock, Tuning(grow=False))
        with pytest.raises(ArchiveError, match="another process watches this archive"):
            Watcher(other, stand.plan(), stand.told.append, stand.clock, Tuning(grow=False))


def test_what_came_is_understood_and_put_into_stories(stall: Stand) -> None:
    stall.publish(1)
    with open_archive(stall.where) as archive:
        Watcher(archive, stall.plan(), stall.told.append, stall.clock, Tuning(HERE)).run(once=True)
        (one,) = archive.articles()
        assert archive.findings(one.id).statements
        assert archive.story_of(one.id) is not None
    assert [(one.kind, one.new) for one in stall.told if one.of == "archive"] == [("grown", 1)]


def test_a_page_that_cannot_be_written_down_ends_the_run_and_is_not_taken(
    stall: Stand, tmp_path: Path
) -> None:
    stall.publish(1)
    (tmp_path / "warc").write_text("in the way")
    with pytest.raises(CaptureError, match="warc: cannot be written down"):
        stall.watch(stall.plan(warc=tmp_path / "warc"), once=True)
    with open_archive(stall.where) as archive:
        assert len(archive) == 0
    (tmp_path / "warc").unlink()
    with stall.watch(stall.plan(warc=tmp_path / "warc"), once=True) as archive:
        assert len(archive) == 1
    assert len(list(captures(tmp_path / "warc"))) == 1


def test_a_fault_of_our_own_on_one_page_holds_up_no_other(
    stall: Stand, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    read = fetching.read_own

    def faulty(capture: Capture) -> Article:
        if capture.source.endswith("/2"):
            raise ZeroDivisionError("oh")
        return read(capture)

    monkeypatch.setattr(fetching, "read_own", faulty)
    stall.publish(1, 2, 3)
    with stall.watch(stall.plan(), hours=3) as archive:
        assert len(archive) == 2
        assert states(archive, "failed") == [("/news/2", "a fault of Shutro's own: ZeroDivisionError: oh")]
    assert len(stall.asked("/news/2")) == 1
    assert "Traceback" in caplog.text


def test_a_sitemap_that_comes_on_its_index_later_is_new_from_its_first_line(stand: Stand) -> None:
    site = stand.server.address
    for number in (1, 2):
        stand.put(f"/news/{number}", says(article(number)))
        stand.put(f"/{number}.xml", says(sitemap([(f"{site}/news/{number}", None)])))
    stand.put("/index.xml", says(index([(f"{site}/1.xml", None)])))
    plan = Plan((Outlet("Padma Barta", sitemaps=(site + "/index.xml",)),))
    with stand.watch(plan, hours=0.1) as archive:
        assert len(archive) == 0
    stand.put("/index.xml", says(index([(f"{site}/1.xml", None), (f"{site}/2.xml", None)])))
    with stand.watch(plan, hours=1) as archive:
        assert [one.headline for one in archive.articles()] == [headline(2)]


def test_a_sitemap_whose_changes_its_index_tells_is_asked_when_it_changed(stall: Stand) -> None:
    site, now = stall.server.address, stall.clock.at
    stall.put("/news/1", says(article(1)))
    stall.put("/news.xml", says(sitemap([(f"{site}/news/1", now)])))
    stall.put("/index.xml", says(index([(f"{site}/news.xml", now)])))
    plan = Plan((Outlet("Padma Barta", sitemaps=(site + "/index.xml",)),))
    stall.watch(plan, hours=12).close()
    assert len(stall.asked("/index.xml")) > 10
    assert len(stall.asked("/news.xml")) == 1
    stall.put("/index.xml", says(index([(f"{site}/news.xml", now + HOUR)])))
    stall.watch(plan, hours=3).close()
    assert len(stall.asked("/news.xml")) == 2


def test_an_outlet_that_is_no_longer_named_is_left_alone_with_all_its_pages(stand: Stand) -> None:
    stand.publish(1)
    stand.watch(stand.plan(), once=True).close()
    stand.put("/other", says(feed([])))
    other = Plan((Outlet("Meghna Post", feeds=(stand.server.address + "/other",)),))
    stand.watch(other, hours=30).close()
    assert len(stand.asked("/news/1")) == 1
    moved = Plan((Outlet("Padma Barta", feeds=(stand.server.address + "/other",)),))
    stand.watch(moved, hours=30).close()  # the outlet again, by another feed
    assert len(stand.asked("/news/1")) == 2
