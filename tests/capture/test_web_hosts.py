"""Hosts: robots.txt, pace, which machine a name may lead to, certificates, and many pages in one run."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme
from tests.capture.webserver import Server, leads, says, serving

from shutro.capture.hosts import Hosts
from shutro.capture.source import captures
from shutro.capture.web import Fetcher, Policy, fetch
from shutro.errors import AddressRefused, CaptureError, MissingCapture, NotFetched, TryLater
from shutro.model import Capture

PAGE = "<html><body><h1>শিরোনাম</h1><p>নদীর খবর।</p></body></html>".encode()
HERE = Policy(allow_private=True, seconds=5, pace=0)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


def names(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """Have every name resolve to `answers`, one list a question, the last for good; the names asked."""
    left = list(answers)
    asked: list[str] = []

    def getaddrinfo(host: str, port: int, type: int = 0) -> list[tuple[object, ...]]:
        asked.append(host)
        found = left.pop(0) if len(left) > 1 else left[0]
        return [(socket.AF_INET, type, 6, "", (address, port)) for address in found]

    monkeypatch.setattr("shutro.capture.exchange.getaddrinfo", getaddrinfo)
    return asked


# Which machine is asked


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "[::ffff:127.0.0.1]"]
)
def test_this_machine_is_not_asked_however_it_is_written(server: Server, host: str) -> None:
    url = server.at("/x", says(PAGE)).replace("127.0.0.1", host)
    with pytest.raises(AddressRefused, match="loopback"):
        fetch(url)
    assert server.asked == []


def test_a_name_that_leads_to_a_private_network_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    names(monkeypatch, ["10.1.2.3"])
    with pytest.raises(AddressRefused, match=r"news\.example is at 10\.1\.2\.3, a private address"):
        fetch("http://news.example/")


def test_one_private_address_among_public_ones_bars_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    names(monkeypatch, ["8.8.8.8", "192.168.0.1"])
    with pytest.raises(AddressRefused, match=r"192\.168\.0\.1"):
        fetch("http://news.example/")


def test_a_name_is_resolved_once_and_the_checked_address_is_connected_to(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DNS rebinding: a second answer would lead elsewhere, so there must be no second question."""
    port = server.address.rpartition(":")[2]
    server.at("/x", says(PAGE))
    asked = names(monkeypatch, ["127.0.0.1"])
    fetch(f"http://news.example:{port}/x", HERE)
    assert asked == ["news.example"] * 2  # once for robots.txt, once for the page
    assert {headers["Host"] for _, headers in server.asked} == {f"news.example:{port}"}


def test_every_connection_is_checked_anew(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    port = server.address.rpartition(":")[2]
    names(monkeypatch, ["127.0.0.1"], ["169.254.169.254"])
    with pytest.raises(AddressRefused, match="link-local"):
        fetch(f"http://news.example:{port}/x", HERE)
    assert [path for path, _ in server.asked] == ["/robots.txt"]


def test_the_machine_behind_a_redirect_is_checked_too(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = server.address.rpartition(":")[2]
    server.at("/x", leads("http://other.example/secret"))
    names(monkeypatch, ["127.0.0.1"], ["127.0.0.1"], ["169.254.169.254"])
    with pytest.raises(
        AddressRefused, match=r"other\.example is at 169\.254\.169\.254.*\(at http://other\.example"
    ):
        fetch(f"http://news.example:{port}/x", HERE)


def test_an_address_that_does_not_answer_gives_way_to_the_next(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = server.address.rpartition(":")[2]
    server.at("/x", says(PAGE))
    names(monkeypatch, ["127.0.0.2", "127.0.0.1"])
    assert fetch(f"http://news.example:{port}/x", HERE).content == PAGE


def test_a_name_that_nobody_has_is_an_error_of_the_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr("shutro.capture.exchange.getaddrinfo", nobody)
    with pytest.raises(NotFetched, match="has no address"):
        fetch("https://nobody.example/")


# Certificates


@pytest.fixture
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def secure(authority: trustme.CA) -> Iterator[Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("news.example").configure_cert(context)
    with serving(context, "news.example") as server:
        server.at("/x", says(PAGE))
        yield server


def test_tls_a_certificate_nobody_vouches_for_is_refused(
    secure: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    names(monkeypatch, ["127.0.0.1"])
    with pytest.raises(NotFetched, match="certificate is not to be trusted"):
        fetch(secure.address + "/x", HERE)
    assert secure.asked == []


def test_tls_a_certificate_of_a_known_authority_is_checked_for_the_name(
    secure: Server, authority: trustme.CA, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    names(monkeypatch, ["127.0.0.1"])
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    assert fetch(secure.address + "/x", HERE).content == PAGE
    with pytest.raises(NotFetched, match="certificate is not to be trusted: Hostname mismatch"):
        fetch(secure.address.replace("news.", "fake.") + "/x", HERE)


def test_tls_a_server_that_does_not_speak_it(server: Server) -> None:
    with pytest.raises(NotFetched, match="no secure connection"):
        fetch(server.address.replace("http", "https") + "/x", HERE)


# robots.txt and pace

RULES = (
    b"User-agent: *\nDisallow: /admin\nCrawl-delay: 7\n\n"
    b"User-agent: shutro\nDisallow: /private/\nCrawl-delay: 3\n"
)


def test_robots_rules_for_our_name_are_kept(server: Server) -> None:
    server.at("/robots.txt", says(RULES, kind="text/plain"))
    fetcher = Fetcher(HERE, hosts=Hosts(sleep=lambda _: None))
    assert fetcher.fetch(server.at("/admin", says(PAGE))).capture
    for barred in ("/private/x", "/open/../private/x", "/%70rivate/x"):
        with pytest.raises(AddressRefused, match=r"robots\.txt"):
            fetcher.fetch(server.address + barred)
    assert server.paths() == ["/admin"]
    assert len(server.asked) == 2  # the rules are read once


def test_robots_rules_bind_redirects_too(server: Server) -> None:
    server.at("/robots.txt", says(RULES, kind="text/plain"))
    server.at("/private/x", says(PAGE))
    with pytest.raises(AddressRefused, match=r"robots\.txt \(at .*/private/x\)"):
        Fetcher(HERE, hosts=Hosts(sleep=lambda _: None)).fetch(server.at("/x", leads("/private/x")))
    assert server.paths() == ["/x"]


def test_robots_rules_in_bangla(server: Server) -> None:
    server.at("/robots.txt", says("User-agent: *\nDisallow: /গোপন/\n".encode(), kind="text/plain"))
    with pytest.raises(AddressRefused, match=r"robots\.txt"):
        fetch(server.address + "/গোপন/খবর", HERE)


@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_host_without_rules_bars_nothing(server: Server, status: int) -> None:
    server.at("/robots.txt", says(status=status))
    assert fetch(server.at("/x", says(PAGE)), HERE).content == PAGE


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_host_whose_rules_cannot_be_had_is_not_asked(server: Server, status: int) -> None:
    server.at("/robots.txt", says(status=status, Retry_After="60"))
    server.at("/x", says(PAGE))
    fetcher = Fetcher(HERE)
    for _ in range(2):
        with pytest.raises(TryLater, match=r"robots\.txt cannot be had") as caught:
            fetcher.fetch(server.address + "/x")
        assert caught.value.again
    assert [path for path, _ in server.asked] == ["/robots.txt"]


def test_endless_rules_are_read_to_their_limit(server: Server) -> None:
    rules = b"User-agent: *\nDisallow: /private\n" + b"#" * 5_000_000
    server.at("/robots.txt", says(rules, kind="text/plain"))
    assert fetch(server.at("/x", says(PAGE)), HERE).content == PAGE
    with pytest.raises(AddressRefused):
        fetch(server.address + "/private", HERE)


@pytest.mark.parametrize(("rules", "apart"), [(b"", 1.5), (RULES, 3.0)])
def test_pages_of_one_host_are_apart_by_the_pace_or_its_crawl_delay(
    server: Server, rules: bytes, apart: float
) -> None:
    server.at("/robots.txt", says(rules, kind="text/plain"))
    now, slept = [100.0], list[float]()

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    fetcher = Fetcher(Policy(allow_private=True, pace=1.5), hosts=Hosts(lambda: now[0], sleep))
    for number in range(3):
        fetcher.fetch(server.at(f"/{number}", says(PAGE)))
    assert slept == [apart, apart]


def test_a_redirect_within_a_host_takes_no_second_turn(server: Server) -> None:
    server.at("/robots.txt", says(b"User-agent: *\nCrawl-delay: 3600", kind="text/plain"))
    server.at("/end", says(PAGE))
    fetcher = Fetcher(HERE, hosts=Hosts(sleep=lambda _: pytest.fail("slept")))
    assert fetcher.fetch(server.at("/x", leads("/end"))).capture


def test_a_delay_beyond_patience_is_an_error_that_says_when(server: Server) -> None:
    server.at("/robots.txt", says(b"User-agent: *\nCrawl-delay: 3600", kind="text/plain"))
    fetcher = Fetcher(HERE, hosts=Hosts(sleep=lambda _: pytest.fail("slept")))
    fetcher.fetch(server.at("/1", says(PAGE)))
    with pytest.raises(TryLater, match="patience") as caught:
        fetcher.fetch(server.at("/2", says(PAGE)))
    assert caught.value.again
    assert caught.value.again - datetime.now(UTC) > timedelta(minutes=59)


def test_a_host_that_asked_for_time_is_left_alone_until_then(server: Server) -> None:
    fetcher = Fetcher(HERE, hosts=Hosts(sleep=lambda _: pytest.fail("slept")))
    with pytest.raises(TryLater, match="429"):
        fetcher.fetch(server.at("/1", says(status=429, Retry_After="900")))
    with pytest.raises(TryLater, match="patience") as caught:
        fetcher.fetch(server.at("/2", says(PAGE)))
    assert caught.value.again
    assert caught.value.again - datetime.now(UTC) > timedelta(minutes=14)
    assert server.paths() == ["/1"]


# Many pages in one run


def test_a_run_goes_on_past_what_it_cannot_have_and_names_each(server: Server) -> None:
    good, twice = server.at("/1", says(PAGE)), server.address + "/1/amp?fbclid=x"
    found = list(captures(good, server.address + "/2", "ftp-like", "http://", twice, policy=HERE))
    assert [type(one) for one in found] == [Capture, MissingCapture, MissingCapture, AddressRefused, Capture]
    assert found[0] == found[4]
    assert [one.source for one in found if isinstance(one, CaptureError)] == [
        server.address + "/2",
        "ftp-like",
        "http://",
    ]
    assert server.paths() == ["/1", "/2"]
