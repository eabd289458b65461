from dataclasses import replace

import pytest
from tests.views.ferry import ARTICLES, COUNT, ENTRIES, FERRY, FIVE, SANK, THREE

from shutro.errors import DataError
from shutro.span import Span
from shutro.views.exhibit import Exhibit, exhibit
from shutro.views.json import to_json


def test_pages_stand_in_order_of_printing_the_undated_last(story: Exhibit) -> None:
    assert [(page.number, page.article.id) for page in story.pages] == [
        (1, "a-ferry"),
        (2, "b-count"),
        (3, "c-old"),
    ]


def test_order_and_repetition_of_articles_change_nothing() -> None:
    once = to_json([exhibit(ENTRIES, ARTICLES)], "1")
    assert to_json([exhibit(ENTRIES, [*reversed(ARTICLES), FERRY])], "1") == once


def test_a_page_knows_which_lines_rest_on_its_sentences(story: Exhibit) -> None:
    assert {
        span: [line.number for line in lines] for span, lines in story.citing(story.pages[0]).items()
    } == {
        SANK.span: [2],
        THREE.span: [3, 4],
    }


def test_a_statement_is_found_on_its_page(story: Exhibit) -> None:
    line = story.lines[2]
    page = story.page_of(line, line.entry.statements[0])
    assert page is not None
    assert page.article.id == "a-ferry"
    elsewhere = replace(line.entry.statements[0], text="অন্য কথা")
    assert story.page_of(line, elsewhere) is None


def test_a_citation_of_other_characters_is_refused() -> None:
    moved = replace(SANK, start=SANK.start + 1, end=SANK.end + 1)
    with pytest.raises(DataError, match="line 1 cites characters that are not in 'a-ferry'"):
        exhibit([replace(ENTRIES[1], evidence=(moved,))], ARTICLES)


def test_a_citation_of_an_absent_article_is_refused() -> None:
    with pytest.raises(DataError, match="line 2 cites 'a-ferry', which is not among the articles"):
        exhibit(ENTRIES[:2], [article for article in ARTICLES if article is not FERRY])


def test_the_title_is_a_headline_unless_one_is_given() -> None:
    assert exhibit(ENTRIES, ARTICLES).title in {article.headline for article in ARTICLES}
    assert exhibit(ENTRIES, ARTICLES, title="ট্রলারডুবি").title == "ট্রলারডুবি"
    assert exhibit([], []).title == ""


def test_anchors_name_the_page_and_the_characters(story: Exhibit) -> None:
    assert story.page(FIVE).anchor(Span(3, 9)) == "p2-3-9"
    assert COUNT.text[FIVE.start : FIVE.end] == FIVE.text
