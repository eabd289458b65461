"""Addresses: one spelling for one address, one key for one page, and networks that are never asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutro.capture.addresses import canonical, host_of, readable, refused, same_site, tidy

SLUG = "/%E0%A6%A8%E0%A6%A6%E0%A7%80/%E0%A6%AD%E0%A6%BE%E0%A6%99%E0%A6%A8"  # /নদী/ভাঙন


@pytest.mark.parametrize(
    ("given", "tidied"),
    [
        ("HTTPS://News.Example.COM:443", "https://news.example.com/"),
        ("https://a.example./x#comments", "https://a.example/x"),
        ("https://a.example/x?id=7&utm_source=fb&fbclid=Q&page=2", "https://a.example/x?id=7&page=2"),
        ("https://a.example/নদী/ভাঙন", "https://a.example" + SLUG),
        ("https://a.example" + SLUG.lower(), "https://a.example" + SLUG),
        ("https://a.example/%7Enews/100%", "https://a.example/~news/100%25"),
        ("https://a.example/a/../private/./x", "https://a.example/private/x"),
        ("https://a.example/open/%2e%2e/private", "https://a.example/private"),
        ("https://a.example/../../x/", "https://a.example/x/"),
        ("https://উদাহরণ.বাংলা/", "https://xn--d5b6ci4b4b3a.xn--54b7fta0cc/"),
        ("http://[::1]:8080/x", "http://[::1]:8080/x"),
        ("https://a.example/x?q=ক খ", "https://a.example/x?q=%E0%A6%95%20%E0%A6%96"),
    ],
)
def test_an_address_has_one_spelling(given: str, tidied: str) -> None:
    assert tidy(given) == tidied


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("ftp://a.example/", "only http"),
        ("file:///etc/passwd", "only http"),
        ("javascript:alert(1)", "only http"),
        ("http://who:secret@a.example/", "name and password"),
        ("http:///x", "no host"),
        ("http://a..example/", "no host"),
        ("http://a b.example/", "no host"),
        ("http://a.example:99999/", "no address"),
        ("http://[::1/", "no address"),
    ],
)
def test_what_is_no_address_of_the_web_says_why(given: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        tidy(given)


@given(st.text(max_size=30), st.text(max_size=20))
def test_tidying_again_changes_nothing(path: str, query: str) -> None:
    once = tidy(f"https://a.example/{path}?{query}")
    assert once.isascii()
    assert tidy(once) == once


@pytest.mark.parametrize(
    "other",
    [
        "http://www.a.example/story/12/",
        "https://m.a.example/story/12?utm_medium=social",
        "https://a.example/story/12/amp",
        "https://a.example/story/12/amp/",
        "https://amp.a.example/story/12",
        "https://a.example/amp/story/12",
        "https://a.example/story/12?outputType=amp",
        "https://a.example/story/12?amp=1#top",
        "https://a-example.cdn.ampproject.org/c/s/a.example/story/12/amp",
        "https://www.google.com/amp/s/a.example/amp/story/12",
    ],
)
def test_amp_mobile_and_tracked_forms_are_the_same_page(other: str) -> None:
    assert canonical(other) == canonical("https://a.example/story/12") == "https://a.example/story/12"


@pytest.mark.parametrize(
    "other",
    [
        "https://a.example/story/123",
        "https://a.example/story/12?page=2",
        "https://b.example/story/12",
        "https://a.example/story/12/camp",
        "https://a.example/amphan/12",
        "https://sport.a.example/story/12",
    ],
)
def test_other_pages_stay_other(other: str) -> None:
    assert canonical(other) != canonical("https://a.example/story/12")


def test_people_read_bangla_in_an_address() -> None:
    assert readable("https://a.example" + SLUG) == "https://a.example/নদী/ভাঙন"
    assert readable(tidy("https://a.example/র‍্যাব")) == "https://a.example/র‍্যাব"


@pytest.mark.parametrize("hidden", ["%0A", "%2F", "%3F", "%23", "%20", "%1B", "%E2%80%AE", "%FF", "%25"])
def test_what_would_change_or_break_the_line_stays_encoded(hidden: str) -> None:
    assert readable(f"https://a.example/x{hidden}y") == f"https://a.example/x{hidden}y"


PRIVATE = ["127.0.0.1", "127.9.9.9", "::1", "10.0.0.1", "172.16.5.5", "192.168.1.1", "100.64.0.1"]
PRIVATE += ["fc00::1", "fd12::1", "fec0::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a00:1"]
PRIVATE += ["2002:7f00:1::1", "0.1.2.3"]
NEVER = ["169.254.169.254", "fe80::1", "fe80::1%1", "224.0.0.1", "ff02::1", "240.0.0.1", "255.255.255.255"]
NEVER += ["0.0.0.0", "::", "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe"]


@pytest.mark.parametrize("address", PRIVATE)
def test_private_networks_are_asked_when_allowed_only(address: str) -> None:
    assert refused(address)
    assert refused(address, allow_private=True) is None


@pytest.mark.parametrize("address", NEVER)
def test_some_networks_are_never_asked(address: str) -> None:
    assert refused(address)
    assert refused(address, allow_private=True)


@pytest.mark.parametrize("address", ["8.8.8.8", "103.4.145.245", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_the_public_network_may_be_asked(address: str) -> None:
    assert refused(address) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.padma.example/a", "http://m.padma.example/b?x=1", True),
        ("https://bangla.padma.example/a", "https://padma.example/", True),
        ("https://padma.example/a", "https://meghna.example/a", False),
        ("https://padma.example/a", "https://notpadma.example/a", False),
        ("https://padma.example:8443/a", "https://padma.example/a", False),
        ("https://padma-example.cdn.ampproject.org/c/s/padma.example/a/amp", "https://padma.example/a", True),
        ("https://padma.example/a", "mailto:desk@padma.example", False),
    ],
)
def test_addresses_of_one_site(one: str, other: str, same: bool) -> None:
    assert same_site(one, other) is same
    assert same_site(other, one) is same


def test_one_host_under_all_its_names() -> None:
    names = ("https://www.padma.example/a", "http://M.Padma.example:80", "https://amp.padma.example/খবর")
    assert {host_of(name) for name in names} == {"padma.example"}
    assert host_of("http://127.0.0.1:8080/x") == "127.0.0.1:8080"


def test_a_slug_is_one_page_in_either_spelling_of_its_letters() -> None:
    composed, apart = "https://a.example/\u09a8\u09df/1", "https://a.example/\u09a8\u09af\u09bc/1"
    assert tidy(composed) != tidy(apart)
    assert canonical(composed) == canonical(apart)
    assert canonical("https://a.example/%E0%A6/%ff") == "https://a.example/%E0%A6/%FF"
