"""Lineage: a report that quotes another paper of the set, and which report of that paper it quotes."""

from __future__ import annotations

import pytest

from shutro.meaning.findings import understand
from shutro.model import Article
from shutro.stories.copies.lineage import quotations


def report(name, outlet, at, body):
    return Article.from_text(
        id=name, outlet=outlet, headline="পদ্মায় সেতুর নকশা", body=body, published=f"2025-04-{at}:00+06:00"
    )


DESIGN = report(
    "design", "কালবেলা", "02T09:00",
    "রাজবাড়ীর দৌলতদিয়ায় দ্বিতীয় পদ্মা সেতুর নকশা চূড়ান্ত করেছে সেতু কর্তৃপক্ষ। নকশায় সেতুর দৈর্ঘ্য ৪ কিলোমিটার।",
)  # fmt: skip
OTHER = report("other", "কালবেলা", "01T09:00", "খুলনায় ধানের দাম বেড়েছে। হাটে মণপ্রতি ধান ১ হাজার ৩০০ টাকায় বিক্রি হয়।")
QUOTES = report(
    "quotes", "প্রভাতরেখা", "02T15:00",
    "দৌলতদিয়ায় দ্বিতীয় পদ্মা সেতুর নকশা চূড়ান্ত করেছে সেতু কর্তৃপক্ষ বলে জানিয়েছে কালবেলা।\nস্থানীয় মানুষ এতে খুশি।",
)  # fmt: skip


def found(*reports):
    return [understand(one) for one in reports]


def test_a_report_that_names_another_paper_is_tied_to_its_report():
    (quotation,) = quotations(found(DESIGN, OTHER, QUOTES))
    assert (quotation.article, quotation.outlet, quotation.original) == ("quotes", "কালবেলা", "design")
    assert "কালবেলা" in quotation.span.of(QUOTES.text)
    assert 0 < quotation.likeness <= 1


def test_a_later_report_is_not_what_was_quoted():
    late = report("late", "কালবেলা", "03T09:00", "\n".join(DESIGN.body))
    (quotation,) = quotations(found(late, OTHER, QUOTES))
    assert quotation.original is None


def test_a_paper_that_is_not_in_the_set_is_no_lineage():
    assert quotations(found(OTHER.__class__.from_text(
        id="x", outlet="জনপদলিপি", headline="ধান", body="\n".join(OTHER.body), published="2025-04-01"
    ), QUOTES)) == []  # fmt: skip


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0)])
def test_the_order_of_the_reports_changes_nothing(order):
    reports = [DESIGN, OTHER, QUOTES]
    assert quotations(found(*(reports[n] for n in order))) == quotations(found(*reports))
