"""Days without a year: of the news, or of the years that a report looks back on."""

from __future__ import annotations

import pytest

from shutro.meaning.findings import understand
from shutro.model import Article
from shutro.stories.telling.dating import date_sentences


def days(body, published="2025-05-10T10:00:00+06:00"):
    report = Article.from_text(id="x", headline="মেয়রের অসুস্থতা", body=body, published=published)
    return [sentence.when.date for sentence in date_sentences(understand(report))]


def test_days_after_a_named_year_are_of_that_year_and_step_into_the_next():
    body = (
        "২০২২ সালের ১১ জুন মেয়র আবদুল হাই হাসপাতালে ভর্তি হন। ২৪ জুন তিনি বাসায় ফেরেন। "
        "ওই বছরের ২২ আগস্ট তাঁর অস্ত্রোপচার হয়। পাঁচ মাস পর ১১ জানুয়ারি তিনি কাজে যোগ দেন।"
    )
    assert days(body) == ["2022-06-11", "2022-06-24", "2022-08-22", "2023-01-11"]


@pytest.mark.parametrize(
    "news",
    ["গত ১২ এপ্রিল তিনি পদত্যাগ করেন।", "বৃহস্পতিবার (৮ মে) তিনি পদত্যাগ করেন।", "৫ মে তিনি পদত্যাগ করেন।"],
)
def test_a_day_of_the_news_is_not_drawn_into_the_past(news):
    body = f"২০১৯ সালের ৩ মার্চ মেয়র নির্বাচিত হন আবদুল হাই। {news}"
    assert days(body)[1][:4] == "2025"


def test_a_chronicle_ends_with_a_day_counted_from_the_printing():
    body = "২০১৯ সালের ৩ মার্চ মেয়র নির্বাচিত হন আবদুল হাই। গত বুধবার তিনি হাসপাতালে যান। ২০ জানুয়ারি তাঁর বিরুদ্ধে মামলা হয়।"
    assert days(body)[2] == "2025-01-20"


def test_after_an_hour_is_on_that_day():
    assert days("শুক্রবার রাত ৯টার পর মেয়র আবদুল হাইকে দেখতে যান স্বজনেরা।") == ["2025-05-09"]


def test_what_had_been_said_after_a_day_stands_on_it():
    body = "১০ মার্চ তফসিল ঘোষণার পর মেয়র আবদুল হাই বলেছিলেন, তিনি নির্বাচন করবেন না।"
    assert days(body) == ["2025-03-10"]


def test_a_speaker_who_speaks_of_tomorrow_at_large_plans_nothing():
    assert days("মেয়র আবদুল হাই বলেন, ‘কালকে আপনার গায়েও গুলি লাগবে।’") == ["2025-05-10"]


def test_a_sentence_printed_twice_is_told_once():
    line = "শুক্রবার খুলনায় মেয়র আবদুল হাই একটি গ্রন্থাগার খুলে দেন।"
    assert days(f"{line}\n{line}") == ["2025-05-09"]
