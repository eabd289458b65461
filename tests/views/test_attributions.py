"""The page that marks who says what: the text as printed, the notes beside it, nothing else loaded."""

from __future__ import annotations

import html

import regex

from shutro.meaning.findings import understand
from shutro.meaning.statements.attribution import CERTAIN
from shutro.model import Article, Statement
from shutro.span import Span
from shutro.views.attributions import to_attributions, told
from shutro.views.labels import labels

BODY = "সেতুর কাজ শেষ বলে জানিয়েছেন মেয়র রফিকুল আলম। তিনি রয়টার্সকে বলেন, ‘আমরা খুশি।’\nবৃষ্টি <নেমেছে> & রাস্তা ডুবেছে।"
ARTICLE = Article.from_text(
    id="a",
    headline="সেতুর কাজ শেষ",
    body=BODY,
    outlet="নদীকূল",
    url="javascript:alert(1)",
    published="2025-11-20",
)


def page() -> str:
    shown = told(ARTICLE, understand(ARTICLE).statements, CERTAIN)
    return to_attributions([shown], labels("bn"), "0")


def test_the_text_stands_as_printed() -> None:
    paragraph = regex.search(r'<p class="text">(.*?)</p>', page(), regex.DOTALL)
    assert paragraph is not None
    marks = regex.sub(r'<a class="ref".*?</a>', "", paragraph[1])
    assert html.unescape(regex.sub(r"<[^>]+>", "", marks)) == BODY.split("\n")[0]


def test_each_statement_has_a_note_that_its_words_lead_to() -> None:
    shown = page()
    notes = regex.findall(r'<li id="p1n(\d+)"', shown)
    assert notes == regex.findall(r'id="p1s(\d+)"', shown) == ["1", "2"]
    assert shown.count("<b>রফিকুল আলম</b>") == 2
    assert "রয়টার্স → নদীকূল" in shown


def test_nothing_printed_is_trusted_and_nothing_is_loaded() -> None:
    shown = page()
    assert "&lt;নেমেছে&gt; &amp;" in shown
    assert "javascript:" not in shown
    assert "<script" not in shown
    assert "default-src 'none'" in html.unescape(shown)


def test_what_goes_on_shares_the_note_it_goes_on_from() -> None:
    text = ARTICLE.text
    start = text.index("সেতুর কাজ শেষ বলে")
    first = Statement(
        start, start + 5, text[start : start + 5], "ক", "indirect", "says", content=Span(start, start + 5)
    )
    on = Statement(
        start + 6, start + 9, text[start + 6 : start + 9], "ক", "indirect", "says",
        content=Span(start + 6, start + 9), inferred=True,
    )  # fmt: skip
    shown = told(ARTICLE, [first, on], CERTAIN)
    runs = [run for block in shown.blocks for run in block.runs if run.said]
    assert [(run.said, run.goes_on) for run in runs] == [((1,), False), ((1,), True)]
    assert shown.count == 1
