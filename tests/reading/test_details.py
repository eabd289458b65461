"""Small parts of a page, each in its place."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

import shutro
from shutro.reading.cues import cues
from shutro.reading.dates.dates import parse_iso
from shutro.reading.head.authors import authors_of
from shutro.reading.head.byline import is_byline
from shutro.reading.page.metadata import clean, paragraphs_of


def html(report, over: str = "", under: str = "", head: str = "") -> str:
    return (
        f"<html><head><title>{report.headline}</title>{head}</head><body>{over}<div><h1>{report.headline}</h1>"
        f"<p>{report.byline}</p><p>প্রকাশ: ১৩ অক্টোবর ২০২৪, ০৮:১০ এএম</p>"
        f"{under or report.markup}</div></body></html>"
    )


def test_the_dates_of_a_list_over_the_article_are_not_its_own(report, others):
    side = "".join(
        f"<li><a href='/{i}'>{t}</a><span>১৭ নভেম্বর ২০২৫</span></li>" for i, t in enumerate(others)
    )
    article = shutro.read(html(report, over=f"<ul>{side}</ul>"))
    assert article.published.day == date(2024, 10, 13)
    assert article.authors == (report.byline,)


def test_a_byline_after_the_date_needs_a_word_that_says_so(report):
    page = f"{report.headline}\n\nPublished: 13 Oct 2024, 8:10 AM | By {report.byline}\n\n{report.dump}"
    assert shutro.read(page).authors == (report.byline,)
    assert shutro.read(page.replace("By ", "")).authors == ()


def test_a_lead_printed_over_the_byline_and_again_is_one_paragraph(report):
    page = (
        f"<html><head><title>{report.headline}</title></head><body><h1>{report.headline}</h1>"
        f"<p><b>{report.paragraphs[0]}</b></p><div>{report.byline}</div><div>১৩ অক্টোবর ২০২৪ ০৮:১০</div>"
        f"{report.markup}</body></html>"
    )
    assert shutro.read(page).body == report.paragraphs


def test_captions_and_figures_of_a_table_inside_the_text_are_no_body(report):
    first, *rest = report.paragraphs
    inner = (
        f"<p>{first}</p><figure><figcaption>ভাঙনে হেলে পড়া ঘর। রোববার সকালে</figcaption></figure>"
        "<table><tr><td>ইউনিয়ন</td><td>ঘর</td></tr><tr><td>চরভাঙ্গা</td><td>৪০</td></tr></table>"
        + "".join(f"<p>{text}</p>" for text in rest)
    )
    assert shutro.read(html(report, under=inner)).body == report.paragraphs
    dump = (
        f"{report.headline}\n\nপ্রকাশ: ১৩ অক্টোবর ২০২৪\n\n{first}\n\nভাঙনে হেলে পড়া ঘর। রোববার সকালে\n\n"
        + "\n\n".join(rest)
    )
    assert shutro.read(dump).body == report.paragraphs


def test_a_notice_over_the_article_of_a_dump_is_no_body(report):
    notice = "আমরা আপনার অভিজ্ঞতা উন্নত করতে কুকি ব্যবহার করি। সাইট ব্যবহার করলে ধরে নেওয়া হবে আপনি রাজি।"
    over = f"{report.headline}\n\n{report.byline}\n\n১৩ অক্টোবর ২০২৪ ০৮:১০"
    page = f"{notice}\n\nঠিক আছে\n\n{over}\n\n{report.dump}"
    article = shutro.read(page)
    assert (article.headline, article.body) == (report.headline, report.paragraphs)


def test_a_short_article_stands_before_a_long_one_below_it(report, others):
    long = "".join(f"<p>{'শীতলাই বাজারে পেঁয়াজের দাম কমেছে। ' * 9}</p>" for _ in range(6))
    page = html(report, under=f"<p>{report.paragraphs[0]}</p>").replace(
        "</body>", f"<h1>{others[1]}</h1>{long}</body>"
    )
    assert shutro.read(page).body == report.paragraphs[:1]


@pytest.mark.parametrize(
    "last",
    [
        "পানি উন্নয়ন বোর্ডের প্রকৌশলী জানান, ৪০ মিটার বাঁধ ভেঙেছে। মেরামত শুরু হবে মঙ্গলবার।",
        "এদিকে জেলা প্রশাসন জানিয়েছে, ক্ষতিগ্রস্ত পরিবারগুলোকে চাল দেওয়া হবে।",
    ],
)
def test_a_last_paragraph_behind_a_line_that_points_elsewhere_is_body(report, last):
    paragraphs = (
        "রাজহাঁসখালী উপজেলায় জোয়ারের চাপে বাঁধ ভেঙে পাঁচটি গ্রাম প্লাবিত হয়েছে। রোববার ভোরে এ ঘটনা ঘটে।",
        "উপজেলা নির্বাহী কর্মকর্তা শামীমা নাসরিন বলেন, দুই শতাধিক পরিবারকে আশ্রয়কেন্দ্রে নেওয়া হয়েছে।",
        last,
    )
    one, two, three = (f"<p>{each}</p>" for each in paragraphs)
    related = "<p><a href='/x'>আরও পড়ুন: আগ্রাবাদে গুদামে আগুন, নিয়ন্ত্রণে ছয় ইউনিট</a></p>"
    teaser = "<p>চট্টগ্রামের আগ্রাবাদে একটি গুদামে আগুন লেগেছে। নিয়ন্ত্রণে কাজ করছে ছয় ইউনিট।</p>"
    assert shutro.read(html(report, under=one + two + related + three)).body == paragraphs
    assert shutro.read(html(report, under=one + two + three + related + teaser)).body == paragraphs


@pytest.mark.parametrize("age", ["১ দিন আগে", " 2 hours ago"])
def test_comments_under_an_article_are_no_body(report, age):
    thread = f"রফিক উদ্দিন{age}\n\nখুবই দুঃখজনক ঘটনা। দোষীদের শাস্তি চাই।\n\nজবাব দিন\n\n"
    over = f"{report.headline}\n\n{report.byline}\n\n১৩ অক্টোবর ২০২৪ ০৮:১০"
    page = f"{over}\n\n{report.dump}\n\n২টি মন্তব্য\n\n{thread * 2}"
    assert shutro.read(page).body == report.paragraphs


def test_advice_at_the_end_is_body_though_it_asks(report):
    advice = "ভাঙনের খবর পেলে দেরি না করে শিশু ও বৃদ্ধদের নিয়ে চরভাঙ্গা উচ্চবিদ্যালয়ের আশ্রয়কেন্দ্রে চলে যান।"
    assert shutro.read(html(report, under=report.markup + f"<p>{advice}</p>")).body[-1] == advice


def test_an_article_whose_page_calls_itself_a_website_is_read(report, others):
    more = "".join(f"<p><a href='/{i}'>{t}</a></p>" for i, t in enumerate(others * 4))
    page = html(report, head="<meta property='og:type' content='website'>").replace(
        "</body>", f"{more}</body>"
    )
    assert shutro.read(page).body == report.paragraphs


def test_the_imprint_and_the_reporters_profile_are_no_body(report):
    page = (
        f"{report.headline}\n\n{report.byline}\n\n১৩ অক্টোবর ২০২৪ ০৮:১০\n\n{report.dump}\n\n"
        f"নদীবার্তা/এসকে\n\n{report.byline}\n\n"
        "এই প্রতিবেদক দশ বছর ধরে লিখছেন। আগে শিক্ষকতা করতেন।\n\nভারপ্রাপ্ত সম্পাদক : কেউ একজন\n\n"
        "প্রকাশক কর্তৃক ১২ তেজগাঁও থেকে মুদ্রিত।\n"
    )
    assert shutro.read(page).body == report.paragraphs


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024-10-13T08:10:00+06:00", datetime.fromisoformat("2024-10-13T08:10:00+06:00")),
        ("2024-10-13T08:10:00+06:00.000Z", datetime.fromisoformat("2024-10-13T08:10:00+06:00")),
        ("2024-10-13T08:10:00.123Z", datetime(2024, 10, 13, 8, 10, tzinfo=UTC)),
        ("2024-10-13 08:10", datetime(2024, 10, 13, 8, 10)),
        ("২০২৪-১০-১৩T০৮:১০:০০+0600", datetime.fromisoformat("2024-10-13T08:10:00+06:00")),
        ("2024-10-13", date(2024, 10, 13)),
        ("2024-02-31", None),
        ("yesterday", None),
    ],
)
def test_moments_of_metadata(text, value):
    assert parse_iso(text) == value
    assert type(parse_iso(text)) is type(value)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("শাহানা পারভীন", ("শাহানা পারভীন",)),
        ("শাহানা পারভীন ও রফিক উদ্দিন", ("শাহানা পারভীন", "রফিক উদ্দিন")),
        ("জেলা প্রতিনিধি, খুলনা", ("জেলা প্রতিনিধি, খুলনা",)),
        ("প্রতিবেদক: শাহানা পারভীন", ("শাহানা পারভীন",)),
        ("শাহানা পারভীন | নদীবার্তা", ("শাহানা পারভীন",)),
        ("প্রতিবেদক:", ()),
    ],
)
def test_bylines(line, names):
    assert authors_of(line, frozenset({"নদীবার্তা"})) == names


@pytest.mark.parametrize(
    "line",
    ["Share Tweet Pin Email", "১২৩ বার পঠিত", "প্রচ্ছদ / জাতীয়", "অনলাইন সংস্করণ", "ছবি: সংগৃহীত", "শেয়ার করুন"],
)
def test_lines_that_are_no_byline(line):
    assert not is_byline(line)


def test_metadata_text_as_a_reader_sees_it():
    assert clean("ক &amp;amp; খ <b>গ</b>\n ঘ") == "ক & খ গ ঘ"
    assert clean(3) is None
    assert paragraphs_of("&lt;p&gt;এক কথা&lt;/p&gt;&lt;p&gt;দুই কথা&lt;/p&gt;") == ["এক কথা", "দুই কথা"]


@pytest.mark.parametrize("encoding", ["\u09dc", "\u09a1\u09bc"])
def test_a_word_of_furniture_is_known_in_either_encoding(encoding: str) -> None:
    assert cues().asks.search(f"বিস্তারিত প{encoding}ুন")


@pytest.mark.parametrize("label", ["প্রকাশের সময়:", "সর্বশেষ আপডেট", "Last Updated :", "প্রকাশ"])
def test_what_labels_a_date_is_no_byline(label: str) -> None:
    match = cues().date_label.search(f"সালমা বেগম | {label}")
    assert match is not None
    assert match.start() == len("সালমা বেগম |")
