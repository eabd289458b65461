"""What of an article is indexed, and how a query is read."""

import pytest

from shutro.archive.search.index import indexed
from shutro.archive.search.query import parse
from shutro.archive.words.terms import forms
from shutro.model import Article


@pytest.mark.parametrize("day", ["শনিবার", "সোমবার", "বৃহস্পতিবার"])
def test_the_date_that_a_page_prints_of_itself_is_no_part_of_the_text(day: str) -> None:
    body = f"ঢাকা, {day}, ১২ জুলাই ২০২৫, ২৮ আষাঢ় ১৪৩২ বঙ্গাব্দ নদীর পাড় ভাঙছে।"
    _, text, aside = indexed(Article.from_text(id="a", headline="ভাঙন", body=body)).parts
    assert [form for form in text if form] == forms("নদীর পাড় ভাঙছে")
    assert day in aside


@pytest.mark.parametrize("link", ["আরও প\u09dcুন:", "আরো প\u09a1\u09bcুন", "আরও খবর -"])
def test_a_link_inside_a_text_stands_aside(link: str) -> None:
    article = Article.from_text(id="a", headline="ভাঙন", body=f"নদীর পাড় ভাঙছে। {link} সেতুর টোল কমল")
    _, text, aside = indexed(article).parts
    assert [form for form in text if form] == forms("নদীর পাড় ভাঙছে")
    assert "টোল" in aside


def test_a_query_is_read_as_typed() -> None:
    query = parse('নদী "ভাঙন রোধ" -সেতু ইটভা* ঢাকা-১৭')
    assert [slot.form for slot in query.slots] == ["নদি".replace("ি", "ী"), "ভাঙন", "রোধ", "ইটভা", "ঢাকা", "17"]
    assert [list(run) for run in query.together] == [[1, 2], [4, 5]]
    assert [[slot.form for slot in run] for run in query.excluded] == [["সেতু"]]
    assert [slot.prefix for slot in query.slots] == [False, False, False, True, False, False]
