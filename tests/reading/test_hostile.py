"""Input made to hurt: every page ends in an article or in one error of ours, in bounded time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import shutro

SENTENCE = "নদীর পাড়ে আজ সকালে আবার ভাঙন দেখা দিয়েছে। "
BOMBS = {
    "nested blocks": "<html><body>" + "<div>" * 60_000 + SENTENCE + "</div>" * 60_000,
    "nested inline": "<html><body>" + "<b>" * 60_000 + SENTENCE,
    "nested tables": "<html><body>" + "<table><tr><td>" * 20_000 + SENTENCE,
    "one line": SENTENCE * 40_000,
    "one word": "ক" * 2_000_000,
    "many lines": "নদীর খবর এখানে\n" * 100_000,
    "many paragraphs": "\n".join(f"{SENTENCE}{n} জন সরে গেছেন বলে জানা গেল।" for n in range(12_000)),
    "many dates": ("১২ আগস্ট ২০২৪, ১০:৪২\n" + SENTENCE * 2 + "\n") * 5_000,
    "JSON brackets": f"<html><head><script type='application/ld+json'>{'[' * 50_000}</script></head>"
    "<body><p>{SENTENCE}",
    "an attribute": f"<html><body><p class='{'a ' * 300_000}'>{SENTENCE}",
    "a surrogate": SENTENCE * 5 + "\ud800",
    "labels": "আরও পড়ুন: " * 50_000,
}


def read_or_error(content: str | bytes) -> shutro.Article | shutro.ShutroError:
    try:
        return shutro.read(content)
    except shutro.ShutroError as error:
        return error


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_read_or_refused_within_seconds(name):
    began = time.monotonic()
    read_or_error(BOMBS[name])
    assert time.monotonic() - began < 20


def test_a_page_past_the_bound_is_refused_with_the_bound():
    with pytest.raises(shutro.UndecodableCapture, match="larger than 32 MB"):
        shutro.read(b"a" * (32 * 2**20 + 1))
    with pytest.raises(shutro.UndecodableCapture, match="longer than 32 million characters"):
        shutro.read("a" * (32 * 2**20 + 1))


WORDS = st.sampled_from(
    [
        "নদী",
        "ভাঙন",
        "সরকার",
        "বলেছেন।",
        "‘আমরা’",
        "১২",
        "আগস্ট",
        "২০২৪",
        "আরও পড়ুন:",
        "ছবি :",
        "প্রতিবেদক",
        "র‍্যাব",
        "?",
        "—",
        "Photo",
    ]
)
LINES = st.lists(WORDS, max_size=30).map(" ".join)
DUMPS = st.lists(LINES, max_size=25).map("\n".join)
TAGS = st.sampled_from(
    [
        "p",
        "div",
        "h1",
        "h2",
        "li",
        "a href=x",
        "span class=author",
        "figcaption",
        "time datetime=2024-01-02",
        "table",
        "br",
    ]
)
MARKUP = st.lists(st.tuples(TAGS, LINES), max_size=25).map(
    lambda parts: "<html><body>" + "".join(f"<{tag}>{line}</{tag.split()[0]}>" for tag, line in parts)
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(DUMPS, MARKUP, st.text(max_size=400), st.binary(max_size=400)))
def test_anything_gives_an_article_whose_spans_hold_or_an_error_of_ours(content):
    found = read_or_error(content)
    if isinstance(found, shutro.Article):
        assert found.paragraphs
        ends = 0
        for span in found.paragraphs:
            assert ends <= span.start < span.end <= len(found.text)
            assert span.of(found.text).strip() == span.of(found.text)
            ends = span.end
        for part in found.provenance:
            if part.span is not None:
                assert part.span.of(found.text)
        for stamp in (found.published, found.updated, found.page_date):
            if stamp is not None and stamp.span is not None:
                assert stamp.span.of(found.text) == stamp.text


@settings(max_examples=60, deadline=None)
@given(st.one_of(DUMPS, MARKUP))
def test_reading_is_the_same_every_time(content):
    first, second = read_or_error(content), read_or_error(content)
    assert first == second if isinstance(first, shutro.Article) else str(first) == str(second)


@settings(max_examples=60, deadline=None)
@given(DUMPS)
def test_the_text_of_a_dump_is_the_dump(content):
    found = read_or_error(content)
    assert not isinstance(found, shutro.Article) or found.text == content
