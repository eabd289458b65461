"""Photocards of every kind against the reports they come from: which were printed, which were altered."""

from collections.abc import Iterator

import pytest
from tests.archive.conftest import STORES, place
from tests.archive.photocards import CARDS, PRINTED, reports

from shutro.archive.nouns.results import VerdictKind
from shutro.archive.store import Archive, open_archive


@pytest.fixture(scope="module", params=STORES)
def press(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of the reports; tests only read it."""
    with open_archive(place(request.param, tmp_path_factory.mktemp("press"))) as archive:
        archive.add_all(reports())
        yield archive


@pytest.mark.parametrize(("card", "outlet", "verdict"), CARDS)
def test_a_card_gets_its_verdict(press: Archive, card: str, outlet: str, verdict: VerdictKind) -> None:
    found = press.check(card, outlet=outlet)
    assert found.verdict == verdict, found.difference
    assert bool(found.difference) == (verdict == "altered") or verdict == "not-found"


@pytest.mark.parametrize(("card", "outlet"), PRINTED)
def test_what_is_printed_is_altered_when_a_word_of_it_is_denied(
    press: Archive, card: str, outlet: str
) -> None:
    """Whatever a card forgives, it does not forgive না at its end."""
    denied = f"{card.rstrip('।’')} না"
    assert press.check(denied, outlet=outlet).verdict != "printed"


@pytest.mark.parametrize(
    ("card", "outlet"), [(card, outlet) for card, outlet in PRINTED if any(char.isdigit() for char in card)]
)
def test_no_digit_of_a_printed_card_may_change(press: Archive, card: str, outlet: str) -> None:
    for at, char in enumerate(card):
        if char.isdigit():
            other = f"{card[:at]}{(int(char) + 1) % 10}{card[at + 1 :]}"
            assert press.check(other, outlet=outlet).verdict != "printed", other


@pytest.mark.parametrize(("card", "outlet"), PRINTED)
def test_no_word_of_a_printed_card_may_be_another(press: Archive, card: str, outlet: str) -> None:
    words = card.split(" ")
    for at in range(len(words)):
        other = " ".join([*words[:at], "ঝিঙেফুল", *words[at + 1 :]])
        assert press.check(other, outlet=outlet).verdict != "printed", other
