from dataclasses import replace

import pytest
from tests.views.ferry import ARTICLES, COUNT, ENTRIES, FERRY, FIVE, LEASE, SANK, THREE, cite

from shutro.errors import DataError
from shutro.model import Difference
from shutro.span import Span
from shutro.views.exhibit import Exhibit, Side, exhibit, opposed, sides
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


def test_a_stance_belongs_to_the_sentence_its_source_stands_behind(story: Exhibit) -> None:
    line = story.lines[2]
    five, three = story.quotations(line, line.entry.evidence)
    assert (five.stances, three.stances) == ((), ("claims",))
    silent = replace(line, entry=replace(line.entry, statements=()))
    assert story.quotations(silent, [THREE])[0].stances == ()


def test_evidence_within_a_difference_is_not_shown_twice(story: Exhibit) -> None:
    assert story.lines[2].cited == (FIVE, THREE)
    assert story.lines[2].undisputed == ()
    assert story.lines[1].undisputed == (SANK,)


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


def test_sentences_of_one_page_and_one_chain_are_one_quotation(story: Exhibit) -> None:
    more = cite(FERRY, "ট্রলারে ২০ জন যাত্রী ছিলেন বলে জানিয়েছে পুলিশ।")
    found = story.quotations(story.lines[1], [more, FIVE, SANK, THREE])
    assert [quotation.sentences for quotation in found] == [(SANK, more), (FIVE,), (THREE,)]
    assert found[0].first is SANK


def test_a_difference_seen_from_either_side_is_one_and_conflicts_come_first() -> None:
    one = Difference("dead", "৫", "৩", (FIVE, THREE))
    other = Difference("dead", "৩", "৫", (THREE, FIVE))
    later = Difference("dead", "৫", "০", (FIVE, SANK), kind="update")
    line = exhibit([replace(ENTRIES[2], differences=(later, one, other))], ARTICLES).lines[0]
    assert line.differences == (one, later)


def test_values_that_are_clauses_are_left_to_the_evidence() -> None:
    assert sides(Difference("dead", "৫", "৩", (FIVE, THREE))) == (Side("৫", FIVE, 5), Side("৩", THREE, 3))
    denial = Difference("denial", THREE.text, FIVE.text, (THREE, FIVE))
    assert sides(denial) == (Side(None, THREE), Side(None, FIVE))


def test_an_update_is_read_from_the_earlier_value_to_the_later() -> None:
    update = Difference("dead", "৫", "৩", (FIVE, THREE), kind="update")
    assert sides(update) == (Side("৩", THREE, 3), Side("৫", FIVE, 5))


def test_a_denial_of_several_claims_is_shown_once_against_them_all():
    first = Difference("denial", "ক" * 90, "খ" * 90, (THREE, FIVE))
    second = Difference("denial", "ক" * 90, "গ" * 90, (THREE, SANK))
    line = exhibit([replace(ENTRIES[2], differences=(first, second))], ARTICLES).lines[0]
    assert line.contests == ((first, second),)


def test_what_denies_several_claims_of_one_line_is_said_once_before_them() -> None:
    first = Difference("denial", "খ" * 90, "ক" * 90, (FIVE, THREE))
    second = Difference("denial", "গ" * 90, "ক" * 90, (SANK, THREE))
    line = exhibit([replace(ENTRIES[2], differences=(first, second))], ARTICLES).lines[0]
    assert line.contests == ((first, second),)
    assert opposed((first, second)) == (THREE, FIVE, SANK)
    assert opposed((first,)) == (FIVE, THREE)


def test_a_conflict_of_the_same_two_values_is_shown_once_its_sides_in_turns() -> None:
    one = Difference("dead", "৫ জনের", "৩", (FIVE, THREE))
    other = Difference("dead", "তিনজনের", "পাঁচজন", (SANK, LEASE))
    line = exhibit([replace(ENTRIES[2], differences=(one, other))], ARTICLES).lines[0]
    assert line.contests == ((one, other),)
    assert opposed((one, other)) == (FIVE, THREE, LEASE, SANK)


def test_an_update_and_its_way_back_are_two() -> None:
    up = Difference("dead", "৫", "৩", (FIVE, THREE), kind="update")
    down = Difference("dead", "৩", "৫", (SANK, LEASE), kind="update")
    again = Difference("dead", "৫ জন", "তিন", (LEASE, THREE), kind="update")
    line = exhibit([replace(ENTRIES[2], differences=(up, down, again))], ARTICLES).lines[0]
    assert line.contests == ((up, again), (down,))


def test_only_two_counts_are_shown_as_bare_numbers() -> None:
    one, other = sides(Difference("dead", "১৭ জনের", "তিনজন", (FIVE, THREE)))
    assert (one.count, other.count) == (17, 3)
    for this in ("রাত ৮টা", "৫ লাখ", "১০ দলীয়", "অন্তত ১৭ জন"):
        one, other = sides(Difference("count", this, "তিনজন", (FIVE, THREE)))
        assert (one.count, other.count) == (None, None)
