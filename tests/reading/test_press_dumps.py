"""Text dumps in the shapes that small papers have."""

from __future__ import annotations

from datetime import date

import shutro

BODY = (
    "রংপুরের পীরগঞ্জে ধানের গুদামে আগুন লেগে তিনটি ঘর পুড়ে গেছে। মঙ্গলবার রাতে এ ঘটনা ঘটে।",
    "দমকল বাহিনীর দুটি দল এক ঘণ্টার চেষ্টায় আগুন নিয়ন্ত্রণে আনে। এতে কেউ হতাহত হননি।",
    "গুদামের মালিক জানান, ক্ষতির পরিমাণ প্রায় ২০ লাখ টাকা। কারণ খুঁজতে কমিটি করা হয়েছে।",
    "স্থানীয় বাসিন্দারা বলেন, রাত নয়টার দিকে প্রথমে ধোঁয়া দেখা যায়, পরে আগুন পাশের দুই ঘরে ছড়ায়।",
    "উপজেলা প্রশাসন ক্ষতিগ্রস্ত পরিবারগুলোকে চাল ও কম্বল দিয়েছে, পরে টিন দেওয়া হবে বলে জানানো হয়।",
)
HEADLINE = "পীরগঞ্জে গুদামে আগুন, পুড়ল তিন ঘর"


def page(*lines: str) -> str:
    return "\n\n".join(lines)


def test_a_related_line_fused_to_the_paragraph_behind_it_is_cut_off() -> None:
    text = page(HEADLINE, "প্রকাশ: ৫ মার্চ ২০২৪", *BODY[:2], "আরও পড়ুন" + BODY[2], *BODY[3:], "মন্তব্য করুন")
    assert shutro.read(text).body == BODY


def test_the_last_line_before_the_comments_is_kept() -> None:
    last = "উল্লেখ্য, গত বছরও একই গুদামে আগুন লেগেছিল।"
    text = HEADLINE + "\n\n" + "\n".join((*BODY, last)) + "\n\nNo comments\n\nPowered by Blogger."
    assert shutro.read(text).body == (*BODY, last)


def test_a_mastheads_name_above_the_date_is_no_author() -> None:
    text = page("উত্তরের খবর", "আপডেট : ০৫ March ২০২৪", HEADLINE, *BODY)
    assert shutro.read(text).authors == ()


def test_a_clock_above_everything_is_the_pages_own() -> None:
    text = page(
        "দুপুর ১:৪৩, ৩রা ডিসেম্বর, ২০২৩ খ্রিস্টাব্দ",
        HEADLINE,
        "রংপুরের পীরগঞ্জে আজ মঙ্গলবার (৭ মার্চ) ধানের গুদামে আগুন লেগে তিনটি ঘর পুড়ে গেছে।",
        *BODY[1:],
    )
    article = shutro.read(text)
    assert article.published is None
    assert article.page_date is not None
    assert str(article.page_date.value)[:10] == "2023-12-03"


def test_today_in_two_calendars_at_the_top_is_the_page_date() -> None:
    text = page("আজ সোমবার, ১৪ই পৌষ, ১৪৩২ বঙ্গাব্দ, ২৯শে ডিসেম্বর, ২০২৫ খ্রিস্টাব্দ", HEADLINE, *BODY)
    article = shutro.read(text)
    assert article.published is None
    assert article.page_date is not None
    assert article.page_date.value == date(2025, 12, 29)


def test_a_ticker_in_one_line_over_the_head_is_neither_body_nor_head() -> None:
    ticker = "ব্রেকিং নিউজ :\n" + " ".join(
        f"{place}ে নদীভাঙনে বিলীন ঘরবাড়ি ও ফসলের মাঠ" for place in "অআইঈউএওকখগ"
    )
    lines = f"{ticker}\n  • প্রকাশিত : ২০১৭-০৫-১১\n  • ৫৫৯ বার পঠিত\n  • নিজস্ব প্রতিবেদক\n{HEADLINE}"
    article = shutro.read(page(lines, *BODY))
    assert (article.headline, article.authors) == (HEADLINE, ("নিজস্ব প্রতিবেদক",))
    assert article.body == BODY


def test_a_sections_name_over_the_headline_is_no_author() -> None:
    text = page("নদীর কথা", HEADLINE, "প্রকাশ: ০৫:৪১ পিএম, ২৭ জানুয়ারি, ২০২৩", "Thumbnail", *BODY)
    assert shutro.read(text).authors == ()


def test_the_label_of_a_date_is_no_author() -> None:
    text = page(HEADLINE, "আপডেট টাইম : মঙ্গলবার, ৪ জুলাই, ২০২৩\n৩২৬ Time View", *BODY)
    article = shutro.read(text)
    assert article.authors == ()
    assert article.updated is not None


def test_the_place_behind_a_persons_name_is_no_second_author() -> None:
    text = page(HEADLINE, "সুবীর পাল, রংপুর\n০৫ মে ২০২৪, ১২:৩০", *BODY)
    assert shutro.read(text).authors == ("সুবীর পাল",)


def test_a_headline_with_a_colon_printed_twice_is_no_list_of_facts() -> None:
    headline = "পীরগঞ্জ: গুদামে আগুন, পুড়ল তিন ঘর"
    text = page("সারাদেশ", headline, headline, "সুবীর পাল\n০৫ মে ২০২৪, ১২:৩০", *BODY)
    assert shutro.read(text).headline == headline


def test_facts_with_labels_over_the_first_sentence_are_body() -> None:
    facts = ("পদের নাম: সহকারী হিসাবরক্ষক", "পদসংখ্যা: ৫", "বেতন: ২২ হাজার টাকা")
    text = page(HEADLINE, "প্রকাশ: ৫ মার্চ ২০২৪", *facts, *BODY)
    assert shutro.read(text).body == (*facts, *BODY)
