"""Which articles may have printed a card, and a card that stands in print word for word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutro.archive.align import align
from shutro.archive.candidates import candidates, rarest
from shutro.archive.filters import Filters
from shutro.archive.shelf import Group, Need
from shutro.archive.store import Archive, open_archive
from shutro.archive.terms import forms
from shutro.model import Article


@pytest.mark.parametrize(
    ("need", "words", "found"),
    [
        ("every", "শঙ্খচর নির্মাণে অনিয়ম", {"bridge-minister"}),
        ("several", "শঙ্খচর ধসে নেপালকে", {"bridge"}),
        ("several", "অনিয়ম নেপালকে", set()),
        ("any", "অনিয়ম নেপালকে", {"bridge-minister", "cup"}),
    ],
)
def test_articles_with_every_word_with_two_or_with_any(
    stocked: Archive, need: Need, words: str, found: set[str]
) -> None:
    shelf = stocked._shelf
    groups: list[Group] = [[[[form]]] for form in forms(words)]
    numbers = shelf.candidates(groups, need, Filters(), 10)
    assert sorted(numbers) == sorted(shelf.find(id) or 0 for id in found)


def test_many_articles_with_two_words_leave_out_those_with_one(where: str) -> None:
    with open_archive(where) as archive:
        for at in range(80):
            body = "পাটের গুদামে আগুন লেগেছে।" if at < 70 else "পাটের দর পড়েছে।"
            archive.add(Article.from_text(id=f"a{at}", headline=f"খবর {at}", body=body))
        shelf = archive._shelf
        both = {shelf.find(f"a{at}") for at in range(70)}
        assert set(candidates(rarest(forms("পাটের গুদামে"), shelf), shelf)) < both
        assert len(candidates(rarest(forms("পাটের দর"), shelf), shelf)) == 60
        few = candidates(rarest(forms("দর পড়েছে গুদামে"), shelf), shelf)
        assert {shelf.find(f"a{at}") for at in range(70, 80)} < set(few)
        assert len(few) == 60


_WORDS = st.lists(st.sampled_from(["সেতু", "সেতুর", "ধসে", "নিহত", "সাত", "৭", "হননি"]), min_size=1, max_size=6)


@given(before=_WORDS, card=_WORDS, after=_WORDS)
def test_a_card_that_stands_in_print_costs_nothing(
    before: list[str], card: list[str], after: list[str]
) -> None:
    printed = [*before, *card, *after]
    cost, steps = align(card, printed, lambda _: 1.0)
    assert cost == 0
    assert [printed[at] for step in steps for at in step.print] == card
    assert [at for step in steps for at in step.card] == list(range(len(card)))
    assert {step.kind for step in steps} == {"same"}
