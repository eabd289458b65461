"""On which day an event was, and when that is not told."""

from __future__ import annotations

import pytest
from tests.meaning.told import happened

from shutro.meaning.events.events import events


class TestDay:
    def test_the_sentence_states_it(self, document):
        (event,) = events(document("মঙ্গলবার দুই নেতা বৈঠক করেন।"))
        assert (event.date, event.date_how) == ("2025-11-18", "sentence")

    def test_the_context_carries_it(self, document):
        _, event = events(document("মঙ্গলবার দুই নেতা বৈঠক করেন। এতে চুক্তি স্বাক্ষর করা হয়।"))
        assert (event.date, event.date_how) == ("2025-11-18", "context")

    def test_else_the_publication_does(self, document):
        (event,) = events(document("দুই নেতা বৈঠক করেন।"))
        assert (event.date, event.date_how) == ("2025-11-20", "publication")

    def test_a_plan_without_a_day_has_none(self, document):
        (event,) = events(document("দুই নেতা বৈঠক করবেন।"))
        assert (event.date, event.date_how) == (None, "")

    def test_a_day_ahead_is_not_that_of_what_was_done(self, document):
        (event,) = events(document("আগামী ডিসেম্বরের নির্বাচন নিয়ে দুই নেতা আলোচনা করেন।"))
        assert event.date == "2025-11-20"

    def test_the_day_of_the_telling_is_not_that_of_what_is_told(self, document):
        text = "মঙ্গলবার পুলিশ জানায়, গত রোববার বাজারে হামলা চালানো হয়।"
        (event,) = events(document(text))
        assert event.date == "2025-11-16"


def test_a_day_long_ago_goes_on_in_the_tense_of_a_story_and_is_not_guessed() -> None:
    text = "২০১৯ সালের ১১ মে রফিক আজাদকে হত্যা করা হয়। পরে পুলিশ একটি মামলা করে। রোববার আদালত রায় দিয়েছেন।"
    assert [event.date for event in happened(text)] == ["2019-05-11", None, "2024-03-03"]


@pytest.mark.parametrize(
    "text",
    [
        "ব্যবসায়ী রফিক আজাদ কারাগারে আছেন।",
        "নেপালের বিরুদ্ধে একই অভিযোগ করে আসছে ভারত।",
        "ইউক্রেনে হামলা অব্যাহত রেখেছে রাশিয়া।",
        "সম্প্রতি একটি প্রতিষ্ঠানকে জরিমানা করেছে সরকার।",
    ],
)
def test_what_lasts_or_was_some_time_ago_has_no_day(text: str) -> None:
    assert [(event.date, event.date_how) for event in happened(text)] == [(None, "")]
