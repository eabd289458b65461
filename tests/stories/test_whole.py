"""What a careful reader would write down of a cyclone, a murder case, a by-election, a series of matches."""

from __future__ import annotations

import pytest
from tests.stories.whole import CYCLONE, ELECTION, MURDER, SERIES

from shutro.stories.grouping.clusters import stories
from shutro.stories.timeline import timeline


@pytest.fixture(scope="module")
def cyclone():
    return timeline(CYCLONE)


@pytest.fixture(scope="module")
def murder():
    return timeline(MURDER)


@pytest.fixture(scope="module")
def election():
    return timeline(ELECTION)


def line(entries, words):
    (found,) = [e for e in entries if any(words in proof.text for proof in e.evidence)]
    return found


def contests(entries, kind="conflict"):
    return {(d.slot, frozenset((d.this, d.other))) for e in entries for d in e.differences if d.kind == kind}


def test_what_was_forecast_and_what_came_are_one_line_told_as_it_came(cyclone):
    landfall = line(cyclone, "উপকূলে আঘাত হেনেছে")
    assert (landfall.date, landfall.dated) == ("2025-05-26", "stated")
    assert "পারে" not in landfall.text
    (announced,) = landfall.links
    assert (announced.kind, announced.evidence.article) == ("announced", "cyclone-1")


def test_two_hours_of_one_landfall_are_the_only_conflict(cyclone):
    assert contests(cyclone) == {("clock", frozenset(("18:00", "20:00")))}


def test_a_toll_that_rises_is_an_update_told_with_the_last_figure(cyclone):
    toll = line(cyclone, "৭ জন নিহত")
    assert toll.date == "2025-05-27"
    assert contests(cyclone, "update") == {("dead", frozenset(("৩ জন", "৭ জন")))}
    assert "৭ জন" in toll.text


def test_a_text_in_two_papers_is_one_origin(cyclone):
    toll = line(cyclone, "৭ জন নিহত")
    assert len({proof.article for proof in toll.evidence}) == 3
    assert len(toll.origins) == 2


def test_the_cyclone_of_another_year_is_only_told_where_all_is_told(cyclone):
    assert "2007-11-15" not in {entry.date for entry in cyclone}
    assert min(timeline(CYCLONE, None), key=lambda e: e.importance).date == "2007-11-15"


def test_the_lead_and_the_sentence_that_dates_it_are_one_line(murder):
    found = line(murder, "লাশ উদ্ধার করেছে পুলিশ")
    assert found.date == "2025-03-20"
    assert {proof.article for proof in found.evidence} == {"murder-1", "murder-2", "murder-6"}


def test_a_charge_and_its_denial_are_the_only_conflict(murder):
    assert {slot for slot, _ in contests(murder)} == {"denial"}
    assert len(contests(murder)) == 1


def test_a_verdict_put_off_and_a_verdict_given_are_linked_to_their_plans(murder):
    first, second = (next(e for e in murder if e.date == day) for day in ("2025-06-10", "2025-06-24"))
    assert "postponed" in {link.kind for link in first.links}
    assert {(link.kind, link.evidence.article) for link in second.links} == {("announced", "murder-4")}
    assert second.agreement == "agree"


def test_a_share_told_roughly_contradicts_only_what_is_far_from_it(election):
    values = {pair for slot, pair in contests(election) if slot == "count"}
    assert values == {frozenset(("৪০ শতাংশ", "৫৫ শতাংশ")), frozenset(("৪২ শতাংশ", "৫৫ শতাংশ"))}


def test_the_vote_was_announced(election):
    vote = line(election, "ভোট গ্রহণ হবে")
    assert (vote.date, [link.kind for link in vote.links]) == ("2025-09-25", ["announced"])


@pytest.mark.parametrize("whole", [CYCLONE, MURDER, ELECTION], ids=["cyclone", "murder", "election"])
def test_none_of_the_first_five_lines_says_little_without_another(whole):
    told = sorted(timeline(whole), key=lambda e: -e.importance)[:5]
    assert not [e.text for e in told if "এ কথা জানান" in e.text]


@pytest.mark.parametrize("whole", [CYCLONE, MURDER, ELECTION], ids=["cyclone", "murder", "election"])
def test_the_order_of_the_reports_changes_nothing(whole):
    assert timeline(whole[::-1]) == timeline(whole)


def test_a_match_called_off_and_a_match_played_are_two_stories():
    groups = {frozenset(a.id for a in story.articles) for story in stories(SERIES)}
    assert groups == {frozenset({"series-1", "series-2"}), frozenset({"series-3", "series-4"})}


def test_the_stories_of_other_matters_stay_apart():
    found = stories([*CYCLONE, *MURDER, *ELECTION])
    groups = [{article.id.split("-")[0] for article in story.articles} for story in found]
    assert all(len(names) == 1 for names in groups)
    assert len(groups) <= 5
