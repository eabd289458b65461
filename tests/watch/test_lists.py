"""What a look at a source takes, and what it leaves."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from tests.watch.newsstand import START, feed, headline, index, moment, sitemap

from shutro.archive.nouns.sources import SourceKind
from shutro.errors import UndecodableCapture
from shutro.model import Capture
from shutro.watch.lists import Look, look

SINCE = moment(START) - timedelta(days=3)
SITE = "https://padma.example"


def seen(kind: SourceKind, content: bytes, since: datetime = SINCE) -> Look:
    return look(kind, Capture.of(content, source=f"{SITE}/list", url=f"{SITE}/list"), since)


def urls(found: Look) -> list[str]:
    return [one.url for one in found.pages]


def test_the_newest_come_first() -> None:
    rows = [(f"{SITE}/{n}", START + n) for n in (2, 9, 4)]
    assert urls(seen("feed", feed(rows))) == [f"{SITE}/{n}" for n in (9, 4, 2)]


def test_of_one_page_under_several_addresses_the_plainest_is_asked() -> None:
    rows = [
        (f"{SITE}/1/amp", START),
        (f"{SITE}/1?utm_medium=x", START),
        ("/1", START),
        (f"{SITE}/1#top", START),
    ]
    assert urls(seen("feed", feed(rows))) == [f"{SITE}/1"]


def test_what_leads_nowhere_is_left_and_spoils_nothing() -> None:
    names = [
        "http://[broken", "mailto:desk@padma.example", f"{SITE}/{'x' * 3000}", f"{SITE}/list",
        "https://u:p@padma.example/1", f"{SITE}/1",
    ]  # fmt: skip
    found = seen("feed", feed([(name, START) for name in names]))
    assert (urls(found), found.left) == ([f"{SITE}/1"], 4)


def test_a_feed_may_name_pages_of_other_sites_a_sitemap_may_not() -> None:
    rows = [("https://meghna.example/1", START), ("https://m.padma.example/2", START)]
    assert len(seen("feed", feed(rows)).pages) == 2
    assert urls(seen("sitemap", sitemap(list(rows)))) == ["https://m.padma.example/2"]


def test_no_more_than_a_thousand_are_taken_at_once_and_the_rest_is_counted() -> None:
    found = seen("sitemap", sitemap([(f"{SITE}/{n}", START + n) for n in range(1500)]))
    assert (len(found.pages), found.left) == (1000, 500)
    assert found.pages[0].url == f"{SITE}/1499"


def test_of_an_index_what_is_long_past_is_not_followed() -> None:
    lately, past = START - 3600, START - 90 * 86400
    names = [
        ("/news.xml", lately), ("/2026-03.xml", None), ("/post-sitemap2025_12.xml", None),
        ("/post-sitemap2026_3.xml", None), ("/2019.xml", lately), ("/2025/11/map.xml", None),
        ("/archive/2026/03/10.xml", None), ("/other.xml", past), ("/plain.xml", None),
        ("https://meghna.example/news.xml", lately),
    ]  # fmt: skip
    rows = [(path if "://" in path else SITE + path, at) for path, at in names]
    found = seen("sitemap", index(rows))
    assert [one.url.removeprefix(SITE) for one in found.sitemaps] == [
        "/news.xml", "/2026-03.xml", "/post-sitemap2026_3.xml", "/archive/2026/03/10.xml", "/plain.xml",
    ]  # fmt: skip


def test_of_many_undated_sitemaps_those_at_either_end_are_followed() -> None:
    found = seen("sitemap", index([(f"{SITE}/part-{n}.xml", None) for n in range(3000)]))
    assert [one.url.removeprefix(SITE) for one in found.sitemaps] == [
        f"/part-{n}.xml" for n in (*range(10), *range(2990, 3000))
    ]


def test_a_section_pages_menus_and_foreign_links_are_left() -> None:
    page = (
        '<html><body><ul class="menu"><li><a href="/sport">খেলা</a></li></ul>'
        f'<article><h3><a href="/news/1">{headline(1)}</a></h3><a href="/news/1">বিস্তারিত</a></article>'
        f'<div><a href="https://ads.example/x">{headline(2)}</a></div></body></html>'
    )
    assert urls(seen("section", page.encode())) == [f"{SITE}/news/1"]


@pytest.mark.parametrize("kind", ["feed", "sitemap"])
def test_a_page_in_place_of_a_list_is_told(kind: SourceKind) -> None:
    with pytest.raises(UndecodableCapture):
        seen(kind, b"<!doctype html><html><body>Just a moment...</body></html>")


def test_a_picture_in_place_of_a_section_is_told() -> None:
    with pytest.raises(UndecodableCapture):
        seen("section", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)))


def test_a_moment_without_a_zone_counts_as_utc() -> None:
    text = sitemap([(f"{SITE}/1", START)]).replace(b"+00:00", b"")
    assert seen("sitemap", text).pages[0].moment == datetime(2026, 3, 10, 6, tzinfo=UTC)
