"""The frontier: what is to be asked when, kept with what was added."""

import subprocess
import sys
from contextlib import suppress
from dataclasses import replace

from shutro.archive.store import open_archive
from shutro.archive.tables.frontier import Frontier, Host, Page, Source
from shutro.model import Article

HOST = "padma.example"
FEED = Source(f"https://{HOST}/feed", "Padma Barta", "feed", None, True, HOST, 0.0, 600.0)
MAP = Source(f"https://{HOST}/map.xml", "Padma Barta", "sitemap", None, True, HOST, 0.0, 600.0)


def page(number: int, due: float | None = 100.0, host: str = "padma.example") -> Page:
    address = f"https://{host}/{number}"
    return Page(address, address, host, FEED.address, 50.0, due)


def test_a_source_is_kept_as_it_was(where: str) -> None:
    odd = replace(FEED, state="failing", reason="দুঃখিত ☹", failures=3, asked=1.5, etag='"x"', added=2)
    with open_archive(where) as archive:
        archive.frontier.put_source(odd)
    with open_archive(where) as archive:
        assert archive.frontier.sources() == [odd]


def test_what_is_known_of_a_source_outlives_a_new_list_of_sources(where: str) -> None:
    with open_archive(where) as archive:
        frontier = archive.frontier
        frontier.follow([FEED, MAP])
        child = replace(MAP, address="https://padma.example/1.xml", parent=MAP.address)
        frontier.put_source(replace(FEED, etag='"1"', due=900.0))
        frontier.add_source(child)
        frontier.follow([replace(FEED, outlet="Padma")])
        assert frontier.source(FEED.address) == replace(FEED, outlet="Padma", etag='"1"', due=900.0)
        assert [(s.address, s.followed) for s in frontier.sources()] == [
            (FEED.address, True), (MAP.address, False), (child.address, False),
        ]  # fmt: skip
        frontier.follow([MAP])
        assert frontier.source(child.address) == child


def test_a_page_is_listed_once_under_its_first_source(where: str) -> None:
    with open_archive(where) as archive:
        frontier = archive.frontier
        frontier.follow([FEED, MAP])
        assert frontier.list_pages([page(n) for n in range(450)]) == [page(n).key for n in range(450)]
        again = [replace(page(n), source=MAP.address) for n in range(440, 460)]
        assert len(frontier.list_pages(again)) == 10
        cards = {card.address: card for card in archive.sources()}
        assert (cards[FEED.address].listed, cards[FEED.address].waiting) == (450, 450)
        assert (cards[MAP.address].listed, cards[MAP.address].waiting) == (10, 10)


def test_the_page_that_waits_longest_is_next_and_a_done_one_never(where: str) -> None:
    with open_archive(where) as archive:
        frontier = archive.frontier
        frontier.follow([FEED])
        frontier.list_pages([page(1, due=30.0), page(2, due=20.0), page(3, due=10.0, host="b.example")])
        assert frontier.page_hosts() == ["b.example", "padma.example"]
        assert frontier.next_page("padma.example", 19.9) is None
        assert frontier.next_page("padma.example", 35.0) == page(2, due=20.0)
        frontier.put_page(replace(page(2), due=None, state="passed", reason="a list of 9 teasers"))
        assert frontier.next_page("padma.example", 35.0) == page(1, due=30.0)
        assert frontier.soonest("padma.example") == 30.0
        frontier.follow([replace(MAP, outlet="Meghna Post")])
        assert (frontier.page_hosts(), frontier.next_page("padma.example", 35.0)) == ([], None)
        assert [(p.address, p.reason) for p in archive.watched_pages("passed")] == [
            (page(2).address, "a list of 9 teasers")
        ]


def test_a_page_and_its_article_are_kept_together_or_not_at_all(where: str) -> None:
    article = Article.from_text(id="one", headline="নদীতে পানি বেড়েছে", body="নদীর পানি বেড়েছে।")
    with open_archive(where) as archive:
        archive.frontier.list_pages([page(1)])
        with suppress(KeyboardInterrupt), archive.writing():
            archive.frontier.put_page(replace(page(1), state="kept", due=None))
            archive.add(article)
            raise KeyboardInterrupt
        assert archive.frontier.page(page(1).key) == page(1)
        assert len(archive) == 0
        assert not archive.holds(article)
        archive.add(article)
        assert archive.holds(article)


def test_hosts_and_their_rules_are_remembered_until_they_lapse(where: str) -> None:
    with open_archive(where) as archive:
        frontier: Frontier = archive.frontier
        frontier.put_host(Host("a.example", 5.0, 1, "failing", "the server fails (503)"))
        frontier.put_host(Host("a.example", 9.0, 2, "resting", "the server fails (503)"))
        frontier.put_host(Host("b.example", 9.0, 2, "failing", None))
        frontier.drop_host("b.example")
        frontier.put_rules("https://a.example/robots.txt", b"User-agent: *\nDisallow: /x", 50.0)
        frontier.put_rules("https://b.example/robots.txt", b"", 10.0)
    with open_archive(where) as archive:
        assert archive.frontier.hosts() == [Host("a.example", 9.0, 2, "resting", "the server fails (503)")]
        assert archive.hosts()[0].until.timestamp() == 9.0
        assert archive.frontier.rules(20.0) == [
            ("https://a.example/robots.txt", b"User-agent: *\nDisallow: /x", 50.0)
        ]


def test_one_process_watches_an_archive_at_a_time(where: str) -> None:
    program = (
        "import sys; from shutro.archive.store import open_archive\n"
        "archive = open_archive(sys.argv[1]); print(archive.frontier.alone())"
    )

    def other() -> str:
        command = [sys.executable, "-c", program, where]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    with open_archive(where) as archive:
        assert archive.frontier.alone()
        assert other() == "False"
    assert other() == "True"


def test_what_no_store_can_hold_is_written_out(where: str) -> None:
    with open_archive(where) as archive:
        archive.frontier.put_source(replace(FEED, reason="half \ud83d and nothing \x00"))
        archive.frontier.put_host(Host("a.example", 9.0, 2, "failing", "\x00"))
        assert archive.sources()[0].reason == "half \\ud83d and nothing \\x00"
        assert archive.hosts()[0].reason == "\\x00"
