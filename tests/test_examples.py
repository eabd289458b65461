"""The example captures: each is read as what it is, and what they say of days is true."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

import shutro
from shutro.bangla.calendars.names import WEEKDAYS
from shutro.errors import ShutroError
from shutro.model import Article

EXAMPLES = Path(__file__).parents[1] / "examples"
PAGES = sorted(EXAMPLES.iterdir())

# file: byline, published, updated, page's own day, body paragraphs
EXPECTED = {
    "01-nodikul.txt": ("নদীকূল প্রতিনিধি, হরিদ্রাপুর", "02T21:46", "02T22:30", date(2026, 6, 9), 5),
    "02-prabhatrekha.txt": ("প্রভাতরেখা প্রতিবেদক", "03T09:15", "03T11:40", None, 6),
    "03-bartatori.txt": (None, "03T19:12:41", None, date(2025, 11, 20), 5),
    "04-janapadlipi.html": ("জনপদলিপি ডেস্ক", "03T20:05", None, None, 5),
    "05-janapadlipi.html": ("আনিসুল হক মিঠু", "04T21:30", "04T22:10", None, 5),
    "06-dhrubakal.html": ("নিজস্ব প্রতিবেদক, হরিদ্রাপুর", "04T21:50", None, date(2026, 1, 17), 5),
    "07-prabhatrekha.txt": ("প্রভাতরেখা প্রতিবেদক", "05T20:20", None, None, 5),
    "08-dhrubakal.html": ("ধ্রুবকাল ডেস্ক", "06T19:35", "06T22:15", date(2026, 1, 17), 5),
    "09-dhrubakal.html": ("ধ্রুবকাল ডেস্ক", "07T11:05", None, date(2026, 1, 17), 3),
    "10-nodikul.txt": ("নদীকূল প্রতিনিধি, হরিদ্রাপুর", "13T16:08", "13T16:20", date(2026, 6, 9), 4),
    "11-janapadlipi.html": ("আনিসুল হক মিঠু", "19T19:45", None, None, 5),
    "12-bartatori.txt": (None, "21T11:26:09", None, date(2025, 11, 20), 3),
    "13-janapadlipi.html": ("মণিহারপুর প্রতিনিধি", "06T14:20", None, None, 4),
    "14-prabhatrekha.txt": ("প্রভাতরেখা ডেস্ক", "18T13:32", None, None, 4),
}


def article(name: str) -> Article:
    return shutro.read((EXAMPLES / name).read_bytes())


def at(clock: str | None) -> str | None:
    """`03T09:15` of February 2025, in full."""
    return f"2025-02-{clock}{'' if clock.count(':') == 2 else ':00'}+06:00" if clock else None


def test_there_are_these_captures_and_nothing_else() -> None:
    assert [page.name for page in PAGES] == list(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_page_is_read_as_what_it_is(name: str) -> None:
    byline, published, updated, today, paragraphs = EXPECTED[name]
    read = article(name)
    assert read.authors == ((byline,) if byline else ())
    assert read.published
    assert read.published.isoformat() == at(published)
    if updated:
        assert read.updated
        assert read.updated.isoformat() == at(updated)
    assert (read.page_date.day if read.page_date else None) == today
    assert len(read.paragraphs) == paragraphs
    assert not any(word in line for line in read.body for word in ("আরও পড়ুন", "সর্বশেষ", "©"))


OUTLETS = {"nodikul": "নদীকূল", "prabhatrekha": "প্রভাতরেখা", "janapadlipi": "জনপদলিপি", "dhrubakal": "ধ্রুবকাল"}


@pytest.mark.parametrize("name", EXPECTED)
def test_the_outlet_is_told_where_the_page_names_it(name: str) -> None:
    paper = name[3:].partition(".")[0]
    if paper == "bartatori":  # only its imprint, below everything, has the name
        assert article(name).outlet in (None, "বার্তাতরী")
    else:
        assert article(name).outlet == OUTLETS[paper]


@pytest.mark.parametrize("name", EXPECTED)
def test_the_headline_is_the_one_over_the_article(name: str) -> None:
    read = article(name)
    page = (EXAMPLES / name).read_text("utf-8")
    assert read.headline in page
    assert page.count(read.headline) >= (2 if "bartatori" in name else 1)
    assert len(read.headline) > 15


def test_the_page_of_two_calendars_agrees_by_that_of_1987() -> None:
    today = article("03-bartatori.txt").page_date
    assert today
    assert today.calendar == "bd-1987"


@pytest.mark.parametrize("name", EXPECTED)
def test_yesterday_and_last_sunday_are_true(name: str) -> None:
    """`গতকাল রোববার` on a page of Monday's: the writers' own slips would spoil the examples."""
    read = article(name)
    assert read.published
    day = read.published.day
    yesterday = WEEKDAYS[(day - timedelta(days=1)).weekday()]
    for paragraph in read.body:
        for said in paragraph.split("গতকাল ")[1:]:
            word = said.split()[0].rstrip("।,")
            if word.endswith("বার"):
                assert word == yesterday


@pytest.mark.parametrize("name", EXPECTED)
def test_a_page_cut_anywhere_is_read_or_refused_and_never_breaks(name: str) -> None:
    whole = (EXAMPLES / name).read_bytes()
    for part in range(1, 8):
        cut = whole[: len(whole) * part // 8]
        try:
            read = shutro.read(cut)
        except ShutroError:
            continue
        for span, paragraph in zip(read.paragraphs, read.body, strict=True):
            assert read.text[span.start : span.end] == paragraph
