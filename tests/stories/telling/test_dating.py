"""Which day a sentence tells of when it names several, or one that is still to come."""

import pytest

from shutro.meaning.findings import understand
from shutro.model import Article
from shutro.stories.telling.dating import date_sentences
from shutro.stories.telling.tellings import tellings
from shutro.stories.timeline import timeline


def article(body, published="2025-04-24T18:00:00+06:00"):
    headline = "মজিদ হত্যা মামলা"
    return Article.from_text(id="a", outlet="প্রভাতরেখা", headline=headline, body=body, published=published)


def days(body):
    return [sentence.when.date for sentence in date_sentences(understand(article(body)))]


def test_what_was_set_for_a_day_to_come_happened_on_the_day_it_was_set():
    body = (
        "মজিদ হত্যা মামলার প্রতিবেদন জমা দিতে আগামী ৪ জুন দিন ঠিক করেছেন আদালত।\n"
        "বৃহস্পতিবার (২৪ এপ্রিল) নাটোরের বিচারিক হাকিম এ আদেশ দেন।"
    )
    assert days(body) == ["2025-04-24", "2025-04-24"]


def test_what_will_be_on_a_day_to_come_stands_on_that_day():
    assert days("আগামী ৪ জুন মজিদ হত্যা মামলার রায় ঘোষণা করা হবে।") == ["2025-06-04"]


@pytest.mark.parametrize(
    "sentence",
    [
        "২০ এপ্রিল নাটোরে গ্রেপ্তার হওয়া তিন আসামিকে ২৩ এপ্রিল আদালতে হাজির করেছে পুলিশ।",
        "২৩ এপ্রিল আদালতে হাজির করা হয় ২০ এপ্রিল নাটোরে গ্রেপ্তার হওয়া তিন আসামিকে।",
    ],
)
def test_the_day_of_somebody_named_in_passing_yields_to_that_of_the_sentence(sentence):
    assert days(sentence) == ["2025-04-23"]


def runs(body):
    return [[s.text for s in telling.sentences] for telling in tellings(understand(article(body)))]


def test_a_lead_and_the_paragraph_that_tells_it_again_with_its_day_are_one_telling():
    body = (
        "নাটোরের সিংড়ায় কৃষক মজিদ হত্যার দায় স্বীকার করে জবানবন্দি দিয়েছেন প্রধান আসামি।\n"
        "বৃহস্পতিবার (২৪ এপ্রিল) দুপুরে সিংড়া আমলি আদালতে আসামির জবানবন্দি রেকর্ড করা হয়।\n"
        "গত ২০ এপ্রিল মজিদের লাশ উদ্ধার করে পুলিশ।"
    )
    assert [len(run) for run in runs(body)] == [2, 1]


def test_who_confirmed_the_matter_is_no_happening_of_its_own():
    body = "নাটোরের সিংড়ায় কৃষক মজিদের লাশ উদ্ধার করেছে পুলিশ।\nবিষয়টি নিশ্চিত করেছেন সিংড়া থানার ওসি আসাদুজ্জামান।"
    assert [len(run) for run in runs(body)] == [2]


def test_one_deed_of_one_stated_day_is_one_line_in_whatever_words():
    told = (
        ("প্রভাতরেখা", "গত শুক্রবার রাত ৯টা ৫০ মিনিটে বগুড়ার সাতমাথার শাপলা মার্কেটে আগুন লাগে।"),
        ("জনপদলিপি", "শুক্রবার রাত ১০টার দিকে সাতমাথার শাপলা মার্কেটের দোতলা থেকে আগুন ছড়িয়ে পড়ে।"),
        ("নদীকূল২৪", "গত ১৮ এপ্রিল রাতে সাতমাথার শাপলা মার্কেট নামের ভবনটিতে আগুন লাগে।"),
    )
    reports = [
        Article.from_text(
            id=str(n), outlet=outlet, headline="শাপলা মার্কেটে আগুন", body=body,
            published=f"2025-04-{19 + n}T12:00:00+06:00",
        )
        for n, (outlet, body) in enumerate(told)
    ]  # fmt: skip
    assert [(e.date, len(e.outlets)) for e in timeline(reports)] == [("2025-04-18", 3)]
