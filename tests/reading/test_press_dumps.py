"""Text dumps in the shapes that small papers have."""

from __future__ import annotations

from datetime import date

import pytest

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


def test_an_agency_keeps_the_place_it_writes_from() -> None:
    assert shutro.read(page(HEADLINE, "বাসস, ঢাকা\n০৫ মে ২০২৪, ১২:৩০", *BODY)).authors == ("বাসস, ঢাকা",)


def test_two_names_with_a_word_between_are_two_authors() -> None:
    text = page(HEADLINE, "সুবীর কুমার পাল ও নন্দিতা রায়\n০৫ মে ২০২৪, ১২:৩০", *BODY)
    assert shutro.read(text).authors == ("সুবীর কুমার পাল", "নন্দিতা রায়")


def test_a_desk_printed_twice_without_a_space_is_one() -> None:
    text = page(HEADLINE, "ধলেশ্বরী ডেস্কধলেশ্বরী ডেস্ক\n০৫ মে ২০২৪, ১২:৩০", *BODY)
    assert shutro.read(text).authors == ("ধলেশ্বরী ডেস্ক",)


def test_the_label_on_a_line_over_its_date_is_no_author_and_a_clock_under_it_is_its_hour() -> None:
    article = shutro.read(page(HEADLINE, "প্রকাশিত হয়েছে", "০৫ মে ২০২৪", "০২:৩০ পিএম", *BODY))
    assert (article.authors, article.published.isoformat()) == ((), "2024-05-05T14:30:00+06:00")


def test_a_button_behind_a_date_is_no_label_and_the_desk_before_it_the_byline() -> None:
    article = shutro.read(page(HEADLINE, "ডেস্ক রিপোর্ট | সোমবার, ০৬ মে ২০২৪ | প্রিন্ট", *BODY))
    assert (article.authors, article.published.isoformat()) == (("ডেস্ক রিপোর্ট",), "2024-05-06")


def test_bars_between_dates_are_no_dandas() -> None:
    line = "প্রকাশিত:মঙ্গলবার ২৩ মে ২০২৩ | হালনাগাদ:শনিবার ১৪ সেপ্টেম্বর ২০২৪ |"
    article = shutro.read(page(HEADLINE, line, *BODY))
    assert article.body == tuple(BODY)
    assert (article.published.isoformat(), article.updated.isoformat()) == ("2023-05-23", "2024-09-14")


def test_headlines_strung_on_one_line_are_no_part_of_the_body() -> None:
    strung = "◈ শীতলপুরে নতুন সেতু! ◈ চরকলমিতে নদীভাঙন, ঘরছাড়া বহু মানুষ ◈ হরিণঘাটায় মেলা শুরু! ◈ নলখোলায় বৃষ্টি, ফসল নষ্ট"
    article = shutro.read(page(strung, HEADLINE, "প্রকাশ: ০৫ মে ২০২৪, ১২:৩০", *BODY))
    assert (article.headline, article.body) == (HEADLINE, tuple(BODY))


def test_texts_that_all_end_in_the_word_for_more_are_teasers() -> None:
    with pytest.raises(shutro.NotAnArticle, match="teasers"):
        shutro.read("\n".join(f"{text} পরে তিনি আরও জানান যে বিস্তারিত" for text in BODY))


def test_a_desk_with_the_sign_typed_for_a_colon_is_head_enough() -> None:
    article = shutro.read("\n".join((f"নিজস্ব সংবাদদাতাঃ {BODY[0]}", *BODY[1:])))
    assert (article.authors, article.headline) == (("নিজস্ব সংবাদদাতা",), "")


def test_the_imprint_under_a_text_is_no_part_of_it() -> None:
    imprint = "সম্পাদক ও প্রকাশক: আবদুল হালিম মিয়া, ১২ বকুলতলা সড়ক, ঢাকা থেকে প্রকাশিত।"
    article = shutro.read(page(HEADLINE, "প্রকাশ: ০৫ মে ২০২৪, ১২:৩০", *BODY, imprint))
    assert article.body == tuple(BODY)


@pytest.mark.parametrize("date_line", ["৭ মার্চ ২০২৪", "৭ মার্চ, ২০২৪ খ্রিস্টাব্দ"])
def test_today_under_its_weekday_at_the_foot_is_no_publication(date_line: str) -> None:
    article = shutro.read("\n".join((HEADLINE, *BODY, "বৃহস্পতিবার", date_line, date_line)))
    assert article.published is None
    assert article.page_date is not None
    assert article.page_date.value == date(2024, 3, 7)


def test_a_date_alone_at_the_foot_is_the_publication() -> None:
    article = shutro.read("\n".join((HEADLINE, *BODY, "2024-03-07")))
    assert article.published is not None
    assert article.published.value == date(2024, 3, 7)


@pytest.mark.parametrize(
    "lead",
    [
        "নিজস্ব প্রতিনিধি, শীতলপুর, ৭ মার্চ ৷৷ ",
        "নিজস্ব প্রতিনিধি, শীতলপুর, ৭ মার্চ ২০২৪: ",
        "নিজস্ব প্রতিনিধি, শীতলপুর।। ",
    ],
)
def test_a_desk_before_the_first_sentence_may_have_its_day_with_it(lead: str) -> None:
    article = shutro.read("\n".join((HEADLINE, lead + BODY[0], *BODY[1:])))
    assert article.authors == ("নিজস্ব প্রতিনিধি, শীতলপুর",)
    assert article.body[0] == lead + BODY[0]


def test_the_place_of_a_correspondent_in_the_headline_names_no_paper() -> None:
    article = shutro.read("\n".join((HEADLINE, f"পীরগঞ্জ প্রতিনিধি: {BODY[0]}", *BODY[1:])))
    assert (article.authors, article.outlet) == (("পীরগঞ্জ প্রতিনিধি",), None)


def test_a_paper_that_its_desk_and_a_credit_name_is_the_outlet() -> None:
    head = (HEADLINE, "নদীবার্তা ডেস্ক", "৭ মার্চ ২০২৪, ১২:৩০", "পোড়া গুদামের সামনে দমকল কর্মীরা। ছবি: নদীবার্তা")
    assert shutro.read(page(*head, *BODY)).outlet == "নদীবার্তা"


def test_an_edition_is_no_author() -> None:
    article = shutro.read(page("প্রকাশ: ০০:০০, ৭ মার্চ ২০২৪", HEADLINE, "প্রিন্ট ভার্সন", HEADLINE, *BODY))
    assert (article.headline, article.authors, article.caption) == (HEADLINE, (), None)


def test_what_an_article_is_filed_under_is_no_list_of_it() -> None:
    article = shutro.read("\n".join((HEADLINE, *BODY, "- ট্যাগ:", "- আগুন", "- গুদাম", "- পীরগঞ্জ")))
    assert article.body == BODY


def test_some_lines_under_a_headline_are_an_article_where_nothing_else_stands() -> None:
    article = shutro.read(page(HEADLINE, " ".join(BODY[:3])))
    assert (article.headline, len(article.body)) == (HEADLINE, 1)


def test_they_are_none_among_other_headlines() -> None:
    others = ("শীতলপুরে নতুন সেতু হচ্ছে এ বছর", "চরকলমিতে নদীভাঙন, ঘরছাড়া বহু মানুষ", "হরিণঘাটায় মেলা শুরু হলো আজ")
    with pytest.raises(shutro.NotAnArticle):
        shutro.read(page(HEADLINE, " ".join(BODY[:3]), *others))


def test_what_stands_behind_a_labelled_date_makes_it_no_sentence() -> None:
    line = "প্রকাশিত: 02:36:56 pm, 2024-03-07 | দেখা হয়েছে: 13 বার।"
    body = ("নিউজ ডেস্কঃ " + BODY[0], *BODY[1:])
    article = shutro.read("\n".join(("সর্বশেষ সংবাদ", line, *body)))
    assert (article.headline, article.body) == ("", body)
    assert article.published is not None
    assert article.published.isoformat() == "2024-03-07T14:36:56+06:00"


def test_a_collected_photograph_and_a_site_are_no_authors() -> None:
    article = shutro.read(page(HEADLINE, "৭ মার্চ ২০২৪, ১২:৩০", "ছবি সংগৃহীত", "নদীবার্তা ডটকম", *BODY))
    assert article.authors == ()


def test_a_correspondents_line_with_a_colon_is_no_headline() -> None:
    article = shutro.read("\n".join(("রফিক আহমেদ, পীরগঞ্জ জেলা ব্যুরো চীফ:", *BODY)))
    assert (article.headline, article.authors) == ("", ("রফিক আহমেদ, পীরগঞ্জ জেলা ব্যুরো চীফ",))


def test_a_sentence_of_the_text_with_a_date_in_it_is_no_date_line() -> None:
    dated = "আজ রোববার (২০ আগস্ট, ২০২৩, ৫ ভাদ্র ১৪৩০ বাংলা) ঢাকা ও তার পাশের এলাকার নামাজের সময় এখানে দেওয়া হলো-"
    article = shutro.read("\n".join((HEADLINE, BODY[0], dated, *BODY[1:])))
    assert article.body == (BODY[0], dated, *BODY[1:])
    assert (article.published, article.page_date) == (None, None)
