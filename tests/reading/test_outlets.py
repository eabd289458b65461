"""Outlets known by a file each, checked on pages of our own writing in their layout."""

from __future__ import annotations

import logging
from datetime import date, datetime, timedelta

import pytest

import shutro
from shutro.reading.article import read
from shutro.reading.outlet import outlet_at, outlets, parse_outlet


def test_every_file_names_an_outlet_with_hosts_of_its_own():
    hosts = [host for outlet in outlets() for host in outlet.hosts]
    assert len(hosts) == len(set(hosts)) >= 8
    assert all(outlet.name and outlet.latin.isascii() for outlet in outlets())


@pytest.mark.parametrize(
    ("host", "name"),
    [("kalbela.com", "কালবেলা"), ("en.jugantor.com", "যুগান্তর"), ("notjugantor.com", None), (None, None)],
)
def test_an_outlet_is_known_by_its_host(host, name):
    found = outlet_at(host)
    assert (found.name if found else None) == name


@pytest.mark.parametrize("url", ["http://[::1", "::", "https://", "no address at all"])
def test_an_address_that_is_none_names_no_outlet(report, url):
    article = read(page(report, "x"), url=url)
    assert (article.url, article.outlet) == (url, None)


def page(report, body_class: str) -> str:
    return (
        f"<html><head><title>{report.headline}</title></head><body><h1>{report.headline}</h1>"
        f"<p>{report.byline}</p>"
        f"<p>প্রকাশ: ১৩ অক্টোবর ২০২৪, ০৮:১০ এএম</p><div class='{body_class}'>{report.markup}</div>"
        f"</body></html>"
    )


def test_a_page_of_a_known_layout_has_the_outlets_name_and_clock(report, caplog):
    article = read(page(report, "desktopDetailBody"), url="https://www.jugantor.com/x/1")
    assert article.outlet == "যুগান্তর"
    assert article.body == report.paragraphs
    assert article.published.value.utcoffset() == timedelta(hours=6)
    assert article.published.note is None
    assert not caplog.records


def test_a_layout_that_no_longer_fits_is_read_and_said_to_have_changed(report, caplog):
    with caplog.at_level(logging.WARNING):
        article = read(page(report, "newDesign2027"), url="https://www.jugantor.com/x/1", source="x.html")
    assert article.body == report.paragraphs
    assert next(p.how for p in article.provenance if p.field == "layout") == (
        "the layout of যুগান্তর has changed since 2024-01-01"
    )
    assert "x.html: the layout of যুগান্তর has changed" in caplog.text


def test_a_page_older_than_every_layout_known_says_nothing(report, caplog):
    old = page(report, "x").replace("২০২৪", "২০১৪")
    article = read(old, url="https://www.jugantor.com/x/1")
    assert article.published.day == date(2014, 10, 13)
    assert not caplog.records


@pytest.mark.parametrize("text", ["name = ", 'name = "ক"', 'name = "ক"\nlatin = "K"\nhosts = 3'])
def test_a_file_that_breaks_the_form_is_a_data_error(text):
    with pytest.raises(shutro.ShutroError, match=r"^bad\.toml: "):
        parse_outlet(text, "bad.toml")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('latn = "K"', "bad.toml: no latin"),
        ('latin = "K"\nzon = "+06:00"', "bad.toml: zon: no such key"),
        ('latin = "K"\n[[layout]]\nsince = 2025-01-01\nclass = ["a"]', "bad.toml: no body"),
    ],
)
def test_a_key_that_is_missing_or_misspelt_is_named(line, told):
    with pytest.raises(shutro.DataError, match=f"^{told}$"):
        parse_outlet(f'name = "ক"\nhosts = ["k.example"]\n{line}', "bad.toml")


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ('hosts = "k.example"', "hosts is not a list of hosts"),
        ('hosts = ["https://k.example/"]', "hosts is not a list of hosts"),
        ('hosts = ["k.example"]\nzone = "+5.30"', "zone: '+5.30' is neither like +06:00 nor a zone"),
        ('hosts = ["k.example"]\nzone = "Asia/Daka"', "zone: 'Asia/Daka' is neither"),
        ('hosts = ["k.example"]\nzone = "Asia"', "zone: 'Asia' is neither"),
        ('hosts = ["k.example"]\nlayout = [5]', "layout is not a list"),
        ('hosts = ["k.example"]\nlayout = {since = 2025-01-01, body = ["a"]}', "layout is not a list"),
        ('hosts = ["k.example"]\n[[layout]]\nsince = "2025-01-01"\nbody = ["a"]', "since is not a day"),
    ],
)
def test_a_value_that_cannot_be_is_named_with_its_key(lines, told):
    with pytest.raises(shutro.DataError) as error:
        parse_outlet(f'name = "ক"\nlatin = "K"\n{lines}', "bad.toml")
    assert f"bad.toml: {told}" in str(error.value)


def test_a_zone_is_an_offset_or_a_name():
    head = 'name = "ক"\nlatin = "K"\nhosts = ["k.example"]\n'
    noon = datetime(2025, 7, 1, 12)
    for zone, hours in (("+05:30", 5.5), ("-04:00", -4), ("Europe/London", 1)):
        known = parse_outlet(f'{head}zone = "{zone}"', "k.toml").zone
        assert known is not None
        assert known.utcoffset(noon) == timedelta(hours=hours)
    assert parse_outlet(head, "k.toml").zone is None
