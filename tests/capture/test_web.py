"""Fetching one page over a real socket: what comes back, what is refused, what is bounded."""

from __future__ import annotations

import gzip
import socket
import time
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler

import pytest
from tests.capture.webserver import Act, Server, leads, says, serving

from shutro.capture.web import Fetcher, Policy, Validators, fetch
from shutro.errors import AddressRefused, EmptyCapture, MissingCapture, NotFetched, TryLater
from shutro.reading.article import read_capture

PAGE = "<html><body><h1>শিরোনাম</h1><p>নদীর খবর।</p></body></html>".encode()
HERE = Policy(allow_private=True, seconds=5, size=100_000, pace=0)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


def test_a_page_is_the_bytes_the_server_sent(server: Server) -> None:
    url = server.at("/news/1", says(PAGE, kind="text/html; charset=utf-8"))
    before = datetime.now(UTC)
    capture = fetch(url + "?utm_source=x#top", HERE)
    assert capture.content == PAGE
    assert (capture.source, capture.url) == (url + "?utm_source=x#top", url)
    assert capture.media_type == "text/html; charset=utf-8"
    assert capture.captured
    assert before <= capture.captured <= datetime.now(UTC)


def test_a_packed_page_is_unpacked(server: Server) -> None:
    url = server.at("/z", says(gzip.compress(PAGE), Content_Encoding="gzip"))
    assert fetch(url, HERE).content == PAGE


def test_a_bangla_address_is_asked_as_utf8(server: Server) -> None:
    server.at("/%E0%A6%A8%E0%A6%A6%E0%A7%80", says(PAGE))
    assert fetch(server.address + "/নদী", HERE).content == PAGE


def test_the_server_is_told_who_asks_and_at_which_host(server: Server) -> None:
    fetch(server.at("/x", says(PAGE)), HERE)
    for _, headers in server.asked:
        assert headers["User-Agent"].startswith("Shutro/")
        assert headers["Host"] == server.address.removeprefix("http://")


def test_wrong_charset_of_a_header_does_not_spoil_the_text(server: Server) -> None:
    text = "চরভাঙ্গায় এক রাতে বিলীন ৪০ বাড়ি\n\nপ্রকাশ: ১৩ অক্টোবর ২০২৪, ০৮:১০ এএম\n"
    text += "\nনদীভাঙনে এক রাতে অন্তত ৪০টি বাড়ি বিলীন হয়েছে। ঘর হারানো মানুষ বিদ্যালয়ে আশ্রয় নিয়েছেন।\n"
    text += "\nইউএনও বলেন, ভাঙনে ঘর হারানো পরিবারগুলোকে চাল ও শুকনা খাবার দেওয়া হয়েছে।\n"
    url = server.at("/x", says(text.encode(), kind="text/plain; charset=iso-8859-1"))
    assert read_capture(fetch(url, HERE)).text == text


# What takes too long or is too much


def slowly(step: bytes, first: bytes = b"", pause: float = 0.05) -> Act:
    """`first`, then `step` again and again, without end."""

    def act(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(first)
        while True:
            handler.wfile.write(step)
            time.sleep(pause)

    return act


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(lambda _: time.sleep(2), id="slow answer: nothing at all"),
        pytest.param(slowly(b"X-A: b\r\n", HEAD), id="slow answer: a header now and then"),
        pytest.param(slowly(b"a", HEAD + b"\r\n"), id="slow answer: a byte now and then"),
    ],
)
def test_a_slow_answer_ends_with_the_time_for_the_whole_page(server: Server, act: Act) -> None:
    url = server.at("/slow", act)
    begun = time.monotonic()
    with pytest.raises(NotFetched, match=r"within 0\.6 seconds"):
        fetch(url, Policy(allow_private=True, seconds=0.6))
    assert time.monotonic() - begun < 2


def test_time_runs_on_over_redirects(server: Server) -> None:
    def late(goal: str) -> Act:
        def act(handler: BaseHTTPRequestHandler) -> None:
            time.sleep(0.3)
            leads(goal)(handler)

        return act

    for number in range(5):
        server.at(f"/{number}", late(f"/{number + 1}"))
    with pytest.raises(NotFetched, match="within"):
        fetch(server.address + "/0", Policy(allow_private=True, seconds=0.8, pace=0))


def test_an_endless_body_is_cut_at_the_size(server: Server) -> None:
    url = server.at("/endless", slowly(b"a" * 50_000, HEAD + b"\r\n", pause=0))
    with pytest.raises(NotFetched, match="larger than 100000 bytes"):
        fetch(url, HERE)


def test_a_body_that_says_it_is_too_big_is_not_read(server: Server) -> None:
    def boasts(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(HEAD + b"Content-Length: 100001\r\n\r\n")
        server.ended.wait(5)

    begun = time.monotonic()
    with pytest.raises(NotFetched, match="larger than 100000 bytes"):
        fetch(server.at("/big", boasts), HERE)
    assert time.monotonic() - begun < 2


def test_a_gzip_bomb_is_stopped_while_it_unpacks(server: Server) -> None:
    bomb = gzip.compress(bytes(200_000_000), 1)
    url = server.at("/bomb", says(bomb, Content_Encoding="gzip"))
    tracemalloc.start()
    with pytest.raises(NotFetched, match="larger than 4000000 bytes"):
        fetch(url, Policy(allow_private=True, size=4_000_000))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 20_000_000


@pytest.mark.parametrize(
    ("body", "packing", "why"),
    [
        (gzip.compress(PAGE)[:-12], "gzip", "breaks off"),
        (b"not packed at all", "gzip", "packed wrongly"),
        (b"x", "br", "not asked for"),
        (gzip.compress(gzip.compress(PAGE)), "gzip, gzip", "not asked for"),
    ],
)
def test_what_cannot_be_unpacked_whole_is_no_page(
    server: Server, body: bytes, packing: str, why: str
) -> None:
    with pytest.raises(NotFetched, match=why):
        fetch(server.at("/x", says(body, Content_Encoding=packing)), HERE)


def test_a_body_cut_short_is_no_page(server: Server) -> None:
    def short(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(HEAD + b"Content-Length: 500\r\n\r\nabc")

    with pytest.raises(NotFetched, match="connection failed"):
        fetch(server.at("/x", short), HERE)


def test_a_picture_is_no_page(server: Server) -> None:
    with pytest.raises(NotFetched, match="image/png"):
        fetch(server.at("/x", says(b"x", kind="image/png")), HERE)


def test_an_empty_page_says_so(server: Server) -> None:
    with pytest.raises(EmptyCapture):
        fetch(server.at("/x", says(b"")), HERE)


def test_nobody_there_is_an_error_of_the_tree() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(NotFetched, match="connection failed"):
        fetch(f"http://127.0.0.1:{port}/", HERE)


def test_an_answer_that_is_no_http_is_an_error_of_the_tree(server: Server) -> None:
    with pytest.raises(NotFetched, match="connection failed"):
        fetch(server.at("/x", lambda handler: handler.wfile.write(b"SSH-2.0\r\n\r\n")), HERE)  # type: ignore[arg-type,return-value]


# Answers that are no page


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_is_not_there(server: Server, status: int) -> None:
    with pytest.raises(MissingCapture, match=str(status)):
        fetch(server.at("/x", says(status=status)), HERE)


@pytest.mark.parametrize("status", [204, 206, 304, 401, 403, 418])
def test_other_answers_are_no_page(server: Server, status: int) -> None:
    with pytest.raises(NotFetched, match=str(status)):
        fetch(server.at("/x", says(status=status)), HERE)


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_says_when_to_come_again_in_seconds(server: Server, status: int) -> None:
    before = datetime.now(UTC)
    with pytest.raises(TryLater, match=str(status)) as caught:
        fetch(server.at("/x", says(status=status, Retry_After="120")), HERE)
    assert caught.value.again
    assert timedelta(seconds=119) < caught.value.again - before < timedelta(seconds=130)


def test_a_busy_server_says_when_to_come_again_as_a_date(server: Server) -> None:
    moment = datetime(2031, 5, 6, 7, 8, 9, tzinfo=UTC)
    url = server.at("/x", says(status=429, Retry_After=format_datetime(moment, usegmt=True)))
    with pytest.raises(TryLater, match="2031-05-06") as caught:
        fetch(url, HERE)
    assert caught.value.again == moment


@pytest.mark.parametrize("told", [{}, {"Retry_After": "soon"}, {"Retry_After": "9" * 30}])
@pytest.mark.parametrize("status", [429, 500, 502, 504])
def test_a_failing_server_that_does_not_say_leaves_the_time_unknown(
    server: Server, status: int, told: dict[str, str]
) -> None:
    with pytest.raises(TryLater) as caught:
        fetch(server.at("/x", says(status=status, **told)), HERE)
    assert caught.value.again is None


# Asking again, cookies


def test_304_a_page_that_did_not_change_is_not_sent_again(server: Server) -> None:
    stamp = "Wed, 04 Feb 2026 10:00:00 GMT"

    def act(handler: BaseHTTPRequestHandler) -> None:
        same = handler.headers["If-None-Match"] == '"v1"' and handler.headers["If-Modified-Since"] == stamp
        says(b"" if same else PAGE, 304 if same else 200, ETag='"v1"', Last_Modified=stamp)(handler)

    url = server.at("/x", act)
    fetcher = Fetcher(HERE)
    first = fetcher.fetch(url)
    assert first.capture
    assert first.validators == Validators('"v1"', stamp)
    again = fetcher.fetch(url, first.validators)
    assert again.capture is None
    assert again.validators == first.validators
    assert fetcher.fetch(url, Validators('"v0"')).capture


def test_cookies_are_not_returned(server: Server) -> None:
    server.at("/end", says(PAGE))
    url = server.at("/x", says(status=302, Location="/end", Set_Cookie="id=1; Path=/"))
    fetcher = Fetcher(HERE)
    fetcher.fetch(url)
    fetcher.fetch(url)
    assert server.paths() == ["/x", "/end", "/x", "/end"]
    assert all("Cookie" not in headers for _, headers in server.asked)


# Redirects


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed_and_the_page_known_by_where_it_was(server: Server, status: int) -> None:
    goal = server.at("/end", says(PAGE))
    capture = fetch(server.at("/x", leads("end", status)), HERE)
    assert (capture.source, capture.url) == (server.address + "/x", goal)


def test_a_redirect_in_raw_utf8_is_followed(server: Server) -> None:
    goal = server.at("/%E0%A6%A8%E0%A6%A6%E0%A7%80", says(PAGE))
    url = server.at("/x", leads("/নদী".encode().decode("latin-1")))
    assert fetch(url, HERE).url == goal


def test_a_redirect_loop_is_seen(server: Server) -> None:
    server.at("/a", leads("/b"))
    with pytest.raises(NotFetched, match="circle"):
        fetch(server.at("/b", leads("/a")), HERE)
    assert server.paths() == ["/b", "/a"]


def test_redirects_without_end_are_cut(server: Server) -> None:
    for number in range(10):
        server.at(f"/{number}", leads(f"/{number + 1}"))
    with pytest.raises(NotFetched, match="more than 5 redirects"):
        fetch(server.address + "/0", HERE)
    assert len(server.paths()) == 6


@pytest.mark.parametrize(
    "goal", ["file:///etc/passwd", "ftp://a.example/", "http://u:p@a.example/", "http://["]
)
def test_a_redirect_off_the_web_is_refused(server: Server, goal: str) -> None:
    with pytest.raises(AddressRefused, match="redirect leads there"):
        fetch(server.at("/x", leads(goal)), HERE)


@pytest.mark.parametrize("goal", ["http://169.254.169.254/latest/", "http://[fe80::1]/", "http://0.0.0.0/"])
def test_a_redirect_to_a_forbidden_address_is_refused(server: Server, goal: str) -> None:
    with pytest.raises(AddressRefused, match="address"):
        fetch(server.at("/x", leads(goal)), HERE)
