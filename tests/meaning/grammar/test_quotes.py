"""Quotations: every pair of marks, over sentences, unclosed and nested."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutro.bangla.words import sentences
from shutro.meaning.grammar.quotes import quotes
from shutro.meaning.grammar.tokens import tokenize


def quoted(text: str) -> list[str]:
    return [q.span.of(text) for q in quotes(text, tokenize(text), tuple(sentences(text)))]


@pytest.mark.parametrize("marks", ["“”", "‘’", '""', "''", "«»", "„”", "`'"])
def test_every_pair_of_marks_is_known(marks):
    assert quoted(f"তিনি বলেন, {marks[0]}কাজ শেষ।{marks[1]}") == ["কাজ শেষ।"]


@pytest.mark.parametrize("mark", ["‘’", "''"])
def test_a_mark_written_twice_is_one(mark):
    assert quoted(f"তিনি বলেন, {mark[0] * 2}কাজ শেষ।{mark[1] * 2}") == ["কাজ শেষ।"]


def test_a_quotation_runs_over_sentences_and_lines():
    assert quoted("তিনি বলেন, ‘কাজ শেষ।\nএখন যাব।’ সভা শেষ হয়।") == ["কাজ শেষ।\nএখন যাব।"]


def test_the_outer_of_two_nested_quotations_is_taken():
    assert quoted("তিনি বলেন, “সবাই ‘জয়’ বলুন।”") == ["সবাই ‘জয়’ বলুন।"]


def test_a_quotation_left_open_ends_with_its_sentence():
    text = "তিনি বলেন, ‘কাজ শেষ। সভা হয়।"
    found = quotes(text, tokenize(text), tuple(sentences(text)))
    assert [(q.span.of(text), q.closed) for q in found] == [("কাজ শেষ", False)]


def test_an_apostrophe_opens_nothing():
    assert quoted("বিএনপি'র সভা হয় ১শ’ বছর পর।") == []


def test_a_closing_mark_with_an_ending_closes():
    assert quoted("তিনি ‘প্রথম আলো’কে চিঠি দেন।") == ["প্রথম আলো"]


@given(st.text(alphabet="কখ গ।,“”‘’\"'«»\n", max_size=80))
def test_quotations_lie_in_the_text_in_order_and_apart(text):
    found = quotes(text, tokenize(text), tuple(sentences(text)))
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
