"""What is written: who issued it, who signed it, and what only bears a name."""

from __future__ import annotations

import pytest
from tests.meaning.told import DAY, sources

import shutro


def test_a_paper_speaks_for_who_issued_it(said):
    text = "ভোলা পৌরসভার এক বিজ্ঞপ্তিতে বলা হয়, কর বাড়ছে। বিজ্ঞপ্তিতে আরও বলা হয়, জুলাই থেকে কার্যকর।"
    found = said(text, "ভোলা পৌরসভার|ORG|ভোলা পৌরসভা")
    assert [s.source for s in found] == ["ভোলা পৌরসভা", "ভোলা পৌরসভা"]


def test_what_comes_out_of_a_body_is_not_its_word(only):
    text = "ভোলা ব্যাংক থেকে টাকা তুলে নেওয়া হয়েছে বলে পৌরসভার পক্ষ থেকে জানানো হয়।"
    assert only(text, "ভোলা ব্যাংক|ORG", "পৌরসভার|ORG|পৌরসভা").source == "পৌরসভা"


def test_a_report_is_not_by_whoever_spoke_last() -> None:
    text = (
        "সংবাদ সম্মেলনে ঘাটের ইজারাদার সেলিম শেখ বলেন, ঘাটে ভিড় ছিল না। "
        "গত বুধবার জমা দেওয়া প্রতিবেদনে বলা হয়, ঘাটে চার শ মানুষ ছিলেন।"
    )
    assert sources(text) == ["সেলিম শেখ", None]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("প্রতিবেদনে মেঘনা ট্রেডার্সের কাছ থেকে ক্ষতিপূরণ আদায়ের সুপারিশ করা হয়েছে।", None),
        ("সভায় সেলিম শেখের হাত থেকে জমি উদ্ধারের দাবি জানানো হয়।", None),
        ("জেলা প্রশাসনের কাছ থেকে জানানো হয়, ফেরি চলবে না।", "জেলা প্রশাসন"),
        ("মেঘনা সমিতি থেকে ধর্মঘট প্রত্যাহারের আহ্বান জানানো হয়।", "মেঘনা সমিতি"),
    ],
)
def test_from_whose_hand_something_is_asked_is_not_who_asks(text: str, source: str | None) -> None:
    assert sources(text) == [source]


def test_what_is_written_is_whose_the_sentence_before_says() -> None:
    text = (
        "চার বন্দরে সংকেত দেখাতে বলেছে বাংলাদেশ আবহাওয়া অধিদপ্তর। সোমবার বিশেষ বিজ্ঞপ্তিতে এমন তথ্য জানানো হয়। "
        "এতে বলা হয়েছে, ঝড়টি এগোচ্ছে।"
    )
    assert sources(text) == ["আবহাওয়া অধিদপ্তর"] * 3


def test_what_a_report_shows_is_said_by_whose_it_is() -> None:
    text = "বাংলাদেশ ব্যাংকের প্রতিবেদনে দেখা যায়, মাসের প্রথম দশ দিনে প্রবাসী আয় কমেছে।"
    assert sources(text) == ["বাংলাদেশ ব্যাংক"]


def test_information_from_a_body_is_its_own_however_far_it_stands() -> None:
    text = "বুধবার সন্ধ্যায় ত্রাণ মন্ত্রণালয় থেকে চলমান পরিস্থিতি সম্পর্কে এসব তথ্য জানানো হয়।"
    assert sources(text) == ["ত্রাণ মন্ত্রণালয়"]


def test_a_published_statement_is_the_bodys() -> None:
    text = (
        "লেবাননের স্বাস্থ্য মন্ত্রণালয় জানিয়েছে, হামলায় ১২ জন নিহত হয়েছেন।\n"
        "মন্ত্রণালয়ের প্রকাশিত তথ্যে বলা হয়েছে, আহত হয়েছেন আরও ৪০ জন।"
    )
    assert {said.source for said in shutro.statements(text, at=DAY)} == {"লেবাননের স্বাস্থ্য মন্ত্রণালয়"}


def test_who_gives_a_testimony_is_its_source() -> None:
    text = "হত্যার কথা স্বীকার করে আদালতে স্বীকারোক্তিমূলক জবানবন্দি দিয়েছেন আসামি আজিজুল ইসলাম যুবরাজ (২১)।"
    assert {said.source for said in shutro.statements(text, at=DAY)} == {"আজিজুল ইসলাম যুবরাজ"}


def test_a_tweet_is_a_statement() -> None:
    text = "ডয়চে ভেলে টুইট করেছে, “বন্যায় দুপুর পর্যন্ত ২৩ জনের মৃত্যু হয়েছে।”"
    (said,) = shutro.statements(text, at=DAY)
    assert (said.source, said.form) == ("ডয়চে ভেলে", "direct")


WHO = "কামরুল হাসান"


KAMRUL = "কামরুল হাসান|PER"


def test_who_signed_it_issued_it(only):
    assert only("কামরুল হাসান স্বাক্ষরিত এক বিজ্ঞপ্তিতে এ তথ্য জানানো হয়।", KAMRUL).source == WHO


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("দাম আবার বেড়েছে বলে এক গবেষণায় উঠে এসেছে।", "এক গবেষণা"),
        ("মন্ত্রী কামরুল হাসান বলেন, কাজ শেষ। একটি জরিপে বলা হয়েছে, দাম আবার বেড়েছে।", "একটি জরিপ"),
        ("সবুজ মঞ্চের এক গবেষণায় উঠে এসেছে, দাম আবার বেড়েছে।", "সবুজ মঞ্চ"),
    ],
)
def test_what_is_found_out_speaks_for_itself_where_nobody_is_told_to_have_found_it(said, text, source):
    statement = said(text, "কামরুল হাসান|PER", "সবুজ মঞ্চের|ORG|সবুজ মঞ্চ")[-1]
    assert (statement.source, statement.content.of(text)) == (source, "দাম আবার বেড়েছে")


def test_a_book_about_somebody_is_not_his(said):
    text = "কামরুল হাসানকে নিয়ে লেখা বইয়ে বলা হয়েছে, কাজ শেষ। রহিম উদ্দিনের সম্পর্কে প্রতিবেদনে বলা হয়, কাজ বাকি।"
    people = ("কামরুল হাসানকে|PER|কামরুল হাসান", "রহিম উদ্দিনের|PER|রহিম উদ্দিন")
    assert not {"কামরুল হাসান", "রহিম উদ্দিন"} & {s.source for s in said(text, *people)}
