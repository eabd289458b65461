from __future__ import annotations

from dataclasses import replace

import pytest
from tests.views.ferry import ENTRIES, FIVE, LEASE, SANK, THREE

from shutro.model import Difference
from shutro.views.contests import Contest, Side, contests, sides
from shutro.views.lines import Line


def found(*differences: Difference) -> tuple[Contest, ...]:
    return contests(Line(3, replace(ENTRIES[2], differences=differences)))


def grouped(*differences: Difference) -> tuple[tuple[Difference, ...], ...]:
    return tuple(contest.differences for contest in found(*differences))


def contest_of(*differences: Difference) -> Contest:
    (contest,) = found(*differences)
    return contest


def test_values_that_are_clauses_are_left_to_the_evidence() -> None:
    assert sides(Difference("dead", "৫", "৩", (FIVE, THREE))) == (Side("৫", FIVE, 5), Side("৩", THREE, 3))
    denial = Difference("denial", THREE.text, FIVE.text, (THREE, FIVE))
    assert sides(denial) == (Side(None, THREE), Side(None, FIVE))


def test_an_update_is_read_from_the_earlier_value_to_the_later() -> None:
    update = Difference("dead", "৫", "৩", (FIVE, THREE), kind="update")
    assert sides(update) == (Side("৩", THREE, 3), Side("৫", FIVE, 5))


def test_a_denial_of_several_claims_is_shown_once_against_them_all() -> None:
    first = Difference("denial", "ক" * 90, "খ" * 90, (THREE, FIVE))
    second = Difference("denial", "ক" * 90, "গ" * 90, (THREE, SANK))
    assert grouped(first, second) == ((first, second),)


def test_what_denies_several_claims_of_one_line_is_said_once_before_them() -> None:
    first = Difference("denial", "খ" * 90, "ক" * 90, (FIVE, THREE))
    second = Difference("denial", "গ" * 90, "ক" * 90, (SANK, THREE))
    assert grouped(first, second) == ((first, second),)
    assert contest_of(first, second).cited == (THREE, FIVE, SANK)
    assert contest_of(first).cited == (FIVE, THREE)


def test_a_conflict_of_the_same_two_values_is_shown_once_its_sides_in_turns() -> None:
    one = Difference("dead", "৫ জনের", "৩", (FIVE, THREE))
    other = Difference("dead", "তিনজনের", "পাঁচজন", (SANK, LEASE))
    assert grouped(one, other) == ((one, other),)
    assert contest_of(one, other).cited == (FIVE, THREE, LEASE, SANK)


def test_an_update_and_its_way_back_are_two() -> None:
    up = Difference("dead", "৫", "৩", (FIVE, THREE), kind="update")
    down = Difference("dead", "৩", "৫", (SANK, LEASE), kind="update")
    again = Difference("dead", "৫ জন", "তিন", (LEASE, THREE), kind="update")
    assert grouped(up, down, again) == ((up, again), (down,))


def test_only_short_values_stand_in_the_line_itself() -> None:
    assert contest_of(Difference("place", "হরিণমারার ঘাটে", "বলরামপুরে", (FIVE, THREE))).terse
    assert not contest_of(Difference("place", "হরিণমারার পুরোনো ফেরিঘাটের কাছে", "বলরামপুরে", (FIVE, THREE))).terse
    assert not contest_of(Difference("denial", "ক" * 90, "খ", (FIVE, THREE))).terse


def test_a_remark_on_several_differences_is_made_once() -> None:
    one = Difference("dead", "৫ জনের", "৩", (FIVE, THREE), note="একই রাতের হিসাব")
    other = Difference("dead", "তিনজনের", "পাঁচজন", (SANK, LEASE), note="একই রাতের হিসাব")
    assert contest_of(one, other).notes == ("একই রাতের হিসাব",)


@pytest.mark.parametrize(
    ("this", "other", "counts"),
    [
        ("৬ জনে", "৯ জনের", (6, 9)),
        ("ছয়জন", "৯", (6, 9)),
        ("১৪টি", "১৯টির", (14, 19)),
        ("৫ লাখ টাকা", "৭ লাখ টাকার", None),  # the unit is part of what is told
        ("৩ ঘণ্টা", "৫ ঘণ্টা", None),
        ("২,৫০,০০০ জন", "৩ লাখ জন", None),
        ("প্রায় ২০ জন", "২৫ জন", None),
        ("সোমবার", "মঙ্গলবার", None),
    ],
)
def test_counts_in_two_cases_read_as_bare_numbers(
    this: str, other: str, counts: tuple[int, int] | None
) -> None:
    contest = contest_of(Difference("count", this, other, (FIVE, THREE)))
    assert contest.values == (this, other)
    assert contest.counts == counts
