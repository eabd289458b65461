"""The page that docs/architecture.md follows goes the way it tells."""

from __future__ import annotations

from datetime import date

import pytest
import regex
from tests.docs.pages import DOCS, ROOT

import shutro
from shutro.meaning.document import document
from shutro.meaning.quantities.quantities import quantities
from shutro.model import Article, Statement

TOLD = (DOCS / "architecture.md").read_text("utf-8")
PAGE = ROOT / "examples" / "06-dhrubakal.html"
(SENTENCE,) = regex.findall(r"one sentence in it: `([^`]+)`", TOLD)


@pytest.fixture(scope="module")
def article() -> Article:
    return shutro.read(PAGE.read_bytes())


@pytest.fixture(scope="module")
def said(article: Article) -> Statement:
    start = article.text.index(SENTENCE)
    every = shutro.statements(article.prose, at=article.published.day)
    return next(one for one in every if start <= one.start < start + len(SENTENCE))


def test_it_has_the_days_and_the_sentence_that_the_page_tells(article: Article) -> None:
    assert f"`{PAGE.relative_to(ROOT)}`" in TOLD
    assert article.page_date.text in TOLD
    assert article.page_date.day == date(2026, 1, 17)
    assert article.published.day == date(2025, 2, 4)
    assert any(SENTENCE in paragraph for paragraph in article.body)


def test_the_article_stands_twice_on_the_page_and_once_in_the_body(article: Article) -> None:
    assert article.text.count(SENTENCE) == 2
    assert sum(SENTENCE in paragraph for paragraph in article.body) == 1


def test_its_time_its_speaker_and_its_count_are_found(article: Article, said: Statement) -> None:
    times = [one.text for one in shutro.times(SENTENCE, at=article.published.day)]
    assert any("মঙ্গলবার (৪ ফেব্রুয়ারি) রাত ৮টা" in text for text in times)
    assert said.source == "পুলিশ"
    assert said.cue is not None
    assert said.cue.of(article.text) == "জানিয়েছে"
    counted = [(one.slot, one.value) for one in quantities(document(article.prose, article.published.day))]
    assert ("dead", 17) in counted


def test_it_becomes_a_side_of_a_conflict() -> None:
    pages = [ROOT / "examples" / name for name in ("05-janapadlipi.html", PAGE.name)]
    lines = shutro.timeline(list(shutro.read_all(*pages)))
    conflicts = [one for line in lines for one in line.differences if one.kind == "conflict"]
    assert any(SENTENCE in {evidence.text for evidence in one.evidence} for one in conflicts)
    sides = [side for one in conflicts if one.slot == "dead" for side in (one.this, one.other)]
    assert {int(regex.search(r"\d+", side)[0]) for side in sides} == {14, 17}
