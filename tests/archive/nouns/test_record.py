"""An article as bytes, and back."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutro.archive.nouns.record import digest, packed, unpacked
from shutro.errors import ArchiveCorrupt
from shutro.model import Article, Stamp
from shutro.span import Span


@given(st.text(max_size=40), st.text(max_size=40), st.none() | st.dates() | st.datetimes())
def test_a_record_gives_the_article_back(headline: str, body: str, day: date | datetime | None) -> None:
    made = Article(
        "id",
        "cap",
        headline,
        f"{headline}\n{body}",
        (Span(len(headline) + 1, len(headline) + 1 + len(body)),),
    )
    stamp = Stamp(day, str(day), "published", "given", Span(0, 0)) if day else None
    article = replace(made, published=stamp, captured=datetime(2026, 1, 1, tzinfo=UTC), tags=("ক",))
    assert unpacked(packed(article)) == article
    assert packed(article) == packed(article)


def test_the_page_around_an_article_does_not_change_it() -> None:
    one = Article.from_text(id="a", headline="ক", body="খ")
    assert digest(one) == digest(replace(one, id="b", capture="c", text=one.text + "\nআরও পড়ুন"))
    assert digest(one) != digest(replace(one, headline="গ"))


def test_a_record_of_something_else_is_corrupt() -> None:
    with pytest.raises(ArchiveCorrupt):
        unpacked(b"not a record")
