"""Which articles may have printed a card."""

import pytest

from shutro.archive.check.candidates import candidates, rarest
from shutro.archive.check.opened import Opened
from shutro.archive.store import Archive, open_archive
from shutro.archive.stores.query import Group, Need, Wanted
from shutro.archive.words.terms import forms
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
    numbers = shelf.candidates(Wanted(groups, need), 10)
    assert sorted(numbers) == sorted(shelf.find(id) or 0 for id in found)


def test_many_articles_with_two_words_leave_out_those_with_one(where: str) -> None:
    with open_archive(where) as archive:
        for at in range(120):
            body = "পাটের গুদামে আগুন লেগেছে।" if at < 110 else "পাটের দর পড়েছে।"
            archive.add(Article.from_text(id=f"a{at}", headline=f"খবর {at}", body=body))
        shelf = archive._shelf

        def asked(words: str) -> list[int]:
            opened = Opened(shelf)
            return candidates(rarest(forms(words), opened), opened)

        assert set(asked("পাটের গুদামে আগুন")) <= {shelf.find(f"a{at}") for at in range(110)}
        assert len(asked("পাটের দর")) == 100
        few = asked("দর পড়েছে গুদামে")
        assert {shelf.find(f"a{at}") for at in range(110, 120)} == set(few[:10])
        assert len(few) == 100


def test_articles_that_hold_one_of_the_forms(stocked: Archive) -> None:
    shelf = stocked._shelf
    numbers = shelf.holding([*forms("অনিয়ম"), *forms("নেপালকে")])
    assert sorted(numbers) == sorted(shelf.find(id) or 0 for id in ("bridge-minister", "cup"))
    assert shelf.holding(["nowhere"]) == []


def test_of_many_that_printed_the_same_the_claimed_outlet_is_found(where: str) -> None:
    text = "ঝিনাইগাতীর পাহাড়ি ঢলে ভেসে গেছে তিনটি সাঁকো, পানিবন্দী দুই হাজার পরিবার।"
    with open_archive(where) as archive:
        for at in range(40):
            outlet = f"Outlet {at}"
            archive.add(Article.from_text(id=f"a{at}", headline="ঢলে ভাসল সাঁকো", body=text, outlet=outlet))
        for outlet in ("Outlet 0", "Outlet 17", "Outlet 39"):
            verdict = archive.check(text, outlet=outlet)
            assert verdict.verdict == "printed"
            assert verdict.article is not None
            assert verdict.article.outlet == outlet
        assert archive.check(text, outlet="Outlet 40").verdict == "printed-elsewhere"
