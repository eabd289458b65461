"""Feeds and sitemaps as lists of pages: what stands on them, however they are made."""

from __future__ import annotations

import gzip
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutro.capture.feeds import feed_links
from shutro.capture.listed import Listed, instant
from shutro.capture.sitemaps import MOST, Sitemap, sitemap
from shutro.errors import UndecodableCapture

SITEMAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
  xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
  xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc> https://padma.example/নদী/১ </loc><lastmod>2026-03-10T09:00:00+06:00</lastmod>
  <news:news><news:publication><news:name>পদ্মা বার্তা</news:name></news:publication>
  <news:publication_date>2026-03-10T08:00:00+06:00</news:publication_date>
  <news:title><![CDATA[নদীতে পানি & স্রোত]]></news:title></news:news>
  <image:image><image:loc>https://padma.example/1.jpg</image:loc></image:image></url>
<url><loc>https://padma.example/2?a=1&b=2</loc><lastmod>2026-03-09</lastmod></url>
<url><loc>https://padma.example/3</loc></url>
</urlset>""".encode()
PAGES = (
    Listed("https://padma.example/নদী/১", "নদীতে পানি & স্রোত", datetime(2026, 3, 10, 2, tzinfo=UTC)),
    Listed("https://padma.example/2?a=1&b=2", None, datetime(2026, 3, 9, tzinfo=UTC)),
    Listed("https://padma.example/3"),
)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(SITEMAP, id="as the protocol has it"),
        pytest.param(gzip.compress(SITEMAP), id="packed"),
        pytest.param(b"\xef\xbb\xbf" + SITEMAP, id="behind a byte order mark"),
        pytest.param(SITEMAP.replace(b"news:", b"n:").replace(b":news=", b":n="), id="under another prefix"),
        pytest.param(SITEMAP.replace(b"<urlset", b"<s:urlset").replace(b"</urlset", b"</s:urlset")
                     .replace(b"xmlns=", b"xmlns:s="), id="its root under a prefix"),
    ],
)  # fmt: skip
def test_a_sitemap_lists_pages_with_title_and_moment(content: bytes) -> None:
    assert sitemap(content) == Sitemap(PAGES)


def test_an_index_lists_sitemaps() -> None:
    index = b"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    <sitemap><loc>https://padma.example/1.xml.gz</loc><lastmod>2026-03-10</lastmod></sitemap>
    <sitemap><loc>https://padma.example/2.xml</loc></sitemap></sitemapindex>"""
    one = Listed("https://padma.example/1.xml.gz", None, datetime(2026, 3, 10, tzinfo=UTC))
    assert sitemap(index) == Sitemap((), (one, Listed("https://padma.example/2.xml")))


def test_a_sitemap_that_breaks_off_gives_what_stands_before_the_break() -> None:
    found = sitemap(SITEMAP[: SITEMAP.index(b"https://padma.example/3")])
    assert found.pages == PAGES[:2]
    assert found.broken
    assert found.broken.startswith("breaks off")


def test_a_plain_list_of_addresses_is_a_sitemap() -> None:
    assert sitemap("https://padma.example/১\n\nhttps://padma.example/2\n".encode()) == Sitemap(
        (Listed("https://padma.example/১"), Listed("https://padma.example/2"))
    )


@pytest.mark.parametrize(
    "content",
    [b"", b"<html><body><a href='/1'>x</a></body></html>", b"Not found", b"<rss><channel/></rss>",
     gzip.compress(SITEMAP)[:30], "আজ সংবাদ নেই".encode()],
)  # fmt: skip
def test_what_is_no_sitemap_says_so(content: bytes) -> None:
    with pytest.raises(UndecodableCapture):
        sitemap(content)


def test_entities_that_would_swell_are_not_let_in() -> None:
    declared = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(9))
    content = f"<!DOCTYPE urlset [{declared}]><urlset><url><loc>&l8;</loc></url></urlset>".encode()
    with pytest.raises(UndecodableCapture):
        sitemap(content)


def test_no_more_is_taken_than_a_sitemap_may_list() -> None:
    rows = b"".join(b"<url><loc>https://a.example/%d</loc></url>" % n for n in range(MOST + 5))
    found = sitemap(b"<urlset>" + rows + b"</urlset>")
    assert (len(found.pages), found.broken) == (MOST, f"more than {MOST} entries")


@given(st.binary(max_size=300))
def test_any_bytes_are_a_sitemap_or_said_to_be_none(content: bytes) -> None:
    for tried in (content, b"<urlset><url><loc>" + content):
        with suppress(UndecodableCapture):
            assert isinstance(sitemap(tried), Sitemap)


RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>পদ্মা বার্তা</title>
<item><title>নদীতে পানি</title><link>https://padma.example/1</link>
<pubDate>Tue, 10 Mar 2026 08:00:00 +0600</pubDate></item>
<item><title>বাঁধ</title><link>/2</link></item><item><title>ঠিকানা নেই</title></item></channel></rss>""".encode()


def test_a_feed_lists_pages_with_moment_and_address_as_printed() -> None:
    assert feed_links(RSS, "https://padma.example/feed") == [
        Listed("https://padma.example/1", "নদীতে পানি", datetime(2026, 3, 10, 2, tzinfo=UTC)),
        Listed("/2", "বাঁধ"),
    ]


def test_atom_and_json_feeds_list_pages_too() -> None:
    atom = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>বাঁধ</title>
    <link rel="alternate" href="https://padma.example/3"/><updated>2026-03-10T02:00:00Z</updated></entry></feed>"""
    moment = datetime(2026, 3, 10, 2, tzinfo=UTC)
    assert feed_links(atom.encode(), "https://padma.example/atom") == [
        Listed("https://padma.example/3", "বাঁধ", moment)
    ]
    rows = '{"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "/4", "title": "হাট",'
    rows += ' "date_published": "2026-03-10T08:00:00+06:00"}, {"url": 7}, 3]}'
    assert feed_links(rows.encode(), "https://padma.example/feed.json") == [Listed("/4", "হাট", moment)]


def test_an_item_of_a_json_feed_may_tell_its_last_change_alone_and_a_title_that_is_none() -> None:
    rows = """{"version": "https://jsonfeed.org/version/1.1", "items": [
    {"url": "/5", "title": 5, "date_modified": "2026-03-10T02:00:00Z"}]}"""
    found = feed_links(rows.encode(), "https://padma.example/feed.json")
    assert found == [Listed("/5", None, datetime(2026, 3, 10, 2, tzinfo=UTC))]


@pytest.mark.parametrize(
    "content", [b"", b"<html><body>no</body></html>", b'{"version": "https://jsonfeed.org/version/1"']
)
def test_what_is_no_feed_says_so(content: bytes) -> None:
    with pytest.raises(UndecodableCapture):
        feed_links(content, "https://padma.example/feed")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-10", datetime(2026, 3, 10, tzinfo=UTC)),
        ("2026-03-10T08:00+06:00", datetime(2026, 3, 10, 2, tzinfo=UTC)),
        ("2026-03-10T02:00:00Z", datetime(2026, 3, 10, 2, tzinfo=UTC)),
        ("0001-01-01T00:00+14:00", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_moment_is_in_utc_or_unknown(text: str, moment: datetime | None) -> None:
    assert instant(text) == moment


@given(
    st.binary(max_size=200),
    st.sampled_from(
        [
            b"",
            b"<rss><channel><item><link>",
            b"<feed><entry><link href='",
            b'{"version": "https://jsonfeed.org/version/1", "items": [',
        ]
    ),
)
def test_any_bytes_are_a_feed_or_said_to_be_none(content: bytes, before: bytes) -> None:
    with suppress(UndecodableCapture):
        assert all(
            isinstance(one, Listed) for one in feed_links(before + content, "https://padma.example/feed")
        )
