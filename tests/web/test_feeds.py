"""Feeds, read back by a reader of feeds that is not ours."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.views.exports.loads import ODD
from tests.web.api_serving import OUTLET, PLACE, QUICK, client, stock

from shutro.archive.store import open_archive
from shutro.model import Article
from shutro.views.exports.plain import xml_only
from shutro.views.web.layout.feed import MEDIA_TYPES, Feed, Item, Kind, written
from shutro.views.web.serving.state import Settings

KINDS: tuple[Kind, ...] = ("rss", "atom", "json")


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("feeds") / "news.db"
    stock(path)
    return path


@pytest.fixture(scope="module")
def story(where: Path) -> str:
    with open_archive(where) as archive:
        return archive.stories(1)[0].id


@pytest.fixture(scope="module")
def web(where: Path) -> Iterator[httpx.Client]:
    with client(Settings(where, **QUICK)) as one:
        yield one


def addresses(story: str) -> list[str]:
    return ["latest", f"story/{story}", f"name/{PLACE}", f"outlet/{OUTLET}"]


def items(answer: httpx.Response) -> list[dict[str, Any]]:
    """The items' id, title, link and words, whatever the format."""
    if answer.headers["content-type"] == MEDIA_TYPES["json"]:
        return [
            {"id": one["id"], "title": one["title"], "link": one["url"], "words": one["content_text"]}
            for one in answer.json()["items"]
        ]
    read = feedparser.parse(answer.content)
    assert not read.bozo, read.get("bozo_exception")
    return [
        {"id": one.id, "title": one.title, "link": one.link, "words": one.summary} for one in read.entries
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_every_feed_is_read_by_a_feed_reader_and_says_its_type(
    web: httpx.Client, story: str, kind: Kind
) -> None:
    for address in [*addresses(story), "search"]:
        asked = {"q": "লঞ্চডুবি"} if address == "search" else None
        answer = web.get(f"/feeds/{address}.{kind}", params=asked)
        assert answer.status_code == 200, answer.text
        assert answer.headers["content-type"].startswith(MEDIA_TYPES[kind])
        assert items(answer)


def test_the_three_formats_hold_the_same(web: httpx.Client, story: str) -> None:
    for address in addresses(story):
        rss, atom, feed = (items(web.get(f"/feeds/{address}.{kind}")) for kind in KINDS)
        assert rss == atom == feed
        assert len({one["id"] for one in feed}) == len(feed)


def test_the_items_of_a_story_quote_the_lines_they_tell_and_link_to_where_they_stand(
    web: httpx.Client, story: str
) -> None:
    lines = {line["text"] for line in web.get(f"/api/stories/{story}/timeline").json()["items"]}
    found = items(web.get(f"/feeds/story/{story}.json"))
    assert any(set(one["words"].split("\n")) <= lines for one in found)
    for one in found[:3]:
        assert one["link"].startswith(str(web.base_url))
        assert web.get(one["link"]).status_code == 200


def test_the_newest_stands_first_with_the_time_that_was_printed(web: httpx.Client, story: str) -> None:
    read = feedparser.parse(web.get(f"/feeds/story/{story}.rss").content)
    times = [datetime(*one.published_parsed[:6], tzinfo=UTC) for one in read.entries if "published" in one]
    assert times == sorted(times, reverse=True)
    assert read.feed.updated_parsed == read.entries[0].published_parsed


def test_a_feed_the_reader_has_is_not_sent_again(web: httpx.Client, story: str) -> None:
    for kind in KINDS:
        first = web.get(f"/feeds/story/{story}.{kind}")
        again = web.get(f"/feeds/story/{story}.{kind}", headers={"If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")


def test_since_its_mark_a_feed_has_nothing_new(web: httpx.Client, story: str) -> None:
    feed = web.get(f"/feeds/story/{story}.json").json()
    after = web.get(f"/feeds/story/{story}.json", params={"since": feed["_shutro"]["mark"]}).json()
    assert (after["items"], after["_shutro"]) == ([], feed["_shutro"])
    before = web.get(f"/feeds/story/{story}.json", params={"since": "2020-01-01T00:00:00Z"}).json()
    assert before["items"] == feed["items"]


def test_since_its_mark_every_feed_tells_what_came_since_however_old_its_print(tmp_path: Path) -> None:
    path = tmp_path / "late.db"
    early, late = [
        Article.from_text(id=id, headline="ঝরনাপাড়ার কোয়ারি", body=QUARRY, outlet=OUTLET, published=day)
        for id, day in (("new-print", "2026-01-05"), ("old-print", "2019-01-05"))
    ]
    feeds = ("latest.json?", f"outlet/{OUTLET}.json?", "name/মকবুল সরদার.json?", "search.json?q=কোয়ারি&")
    with open_archive(path) as archive, client(Settings(path, **QUICK)) as web:
        archive.add(early)
        archive.understand()
        archive.grow()
        marks = {feed: web.get(f"/feeds/{feed}").json()["_shutro"]["mark"] for feed in feeds}

        def since(feed: str) -> list[str]:
            answer = web.get(f"/feeds/{feed}since={marks[feed].replace('+', '%2B')}").json()
            return [one["id"].rpartition(":")[2] for one in answer["items"]]

        assert {feed: since(feed) for feed in feeds} == {feed: [] for feed in feeds}
        archive.add(late)
        archive.understand()
        archive.grow()
        assert {feed: since(feed) for feed in feeds} == {feed: ["old-print"] for feed in feeds}


def test_what_is_not_there_is_not_found(web: httpx.Client) -> None:
    for address in ("story/s000000000000.rss", "name/কেউনা.atom", "outlet/নেই.json", "thread/t0.rss"):
        assert web.get(f"/feeds/{address}").status_code == 404
    assert web.get("/feeds/latest.xml").status_code in (400, 404)


def test_a_feed_of_a_thread_has_the_reports_of_all_its_stories(tmp_path: Path) -> None:
    path = tmp_path / "thread.db"
    with open_archive(path) as archive:
        archive.add_all(two_stories())
        archive.grow()
        (thread,) = archive.threads()
        assert (thread.stories, thread.articles) == (2, 4)
    with client(Settings(path, **QUICK)) as web:
        feed = web.get(f"/feeds/thread/{thread.id}.json").json()
        assert [one["id"].rpartition(":")[2] for one in feed["items"]] == [
            "court-2",
            "court-1",
            "quarry-2",
            "quarry-1",
        ]
        mark = feed["_shutro"]["mark"]
        assert web.get(f"/feeds/thread/{thread.id}.json", params={"since": mark}).json()["items"] == []


QUARRY = (
    "ঝরনাপাড়া পাথর কোয়ারিতে পাহাড় ধসে চার শ্রমিক নিহত হয়েছেন। "
    "কোয়ারির ইজারাদার মকবুল সরদারের বিরুদ্ধে অবৈধভাবে পাথর তোলার অভিযোগ রয়েছে।\n"
    "ঝরনাপাড়া থানার পুলিশ জানায়, মকবুল সরদার পলাতক। কোয়ারিটি ছয় মাস আগে বন্ধ ঘোষণা করেছিল জেলা প্রশাসন।"
)
COURT = (
    "ঝরনাপাড়া পাথর কোয়ারিতে শ্রমিক নিহতের মামলায় ইজারাদার মকবুল সরদারকে কারাগারে পাঠিয়েছেন আদালত।\n"
    "ঝরনাপাড়া থানার পুলিশ মকবুল সরদারকে আদালতে হাজির করে। তাঁর আইনজীবী জামিন চাইলে আদালত তা নামঞ্জুর করেন।"
)
REPORTS = (
    ("quarry-1", "ঝরনাপাড়া পাথর কোয়ারিতে ধসে চার শ্রমিক নিহত", QUARRY, "2026-01-05T10:00:00+06:00"),
    ("quarry-2", "ঝরনাপাড়ায় কোয়ারি ধস: নিহত চার শ্রমিক", QUARRY, "2026-01-05T15:00:00+06:00"),
    ("court-1", "ঝরনাপাড়া কোয়ারি মামলা: মকবুল সরদার কারাগারে", COURT, "2026-05-20T12:00:00+06:00"),
    ("court-2", "শ্রমিক নিহত: ইজারাদার মকবুল সরদার কারাগারে", COURT, "2026-05-20T18:00:00+06:00"),
)


def two_stories() -> list[Article]:
    """Two stories of one thread, each told by two outlets."""
    return [
        Article.from_text(
            id=id, headline=headline, body=body, outlet=f"Paper {id[-1]}", published=at, url=f"https://{id}.example/1"
        )
        for id, headline, body, at in REPORTS
    ]  # fmt: skip


NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


@settings(max_examples=80, deadline=None)
@given(ODD, ODD, st.sampled_from(KINDS))
def test_whatever_a_page_printed_the_feed_is_whole_and_shows_it_as_text(
    words: str, name: str, kind: Kind
) -> None:
    item = Item("urn:x", words, "http://x.example/1", NOW, None, NOW, words, (name,), (name,))
    body = written(Feed("urn:f", name, "http://x.example/", "http://x.example/f", (item,)), kind)
    if kind == "json":
        (read,) = json.loads(body)["items"]
        assert (read["title"], read["content_text"]) == (words, words)
        return
    tree = ElementTree.fromstring(body)
    shown = [element.text for element in tree.iter() if element.tag.rpartition("}")[2] == "title"]
    # XML makes one line feed of a carriage return, alone or with one.
    assert shown[1].replace("\r", "\n") == xml_only(words).replace("\r\n", "\n").replace("\r", "\n")
    assert not feedparser.parse(body).bozo
