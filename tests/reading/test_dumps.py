"""Text dumps of whole pages: the article is cut out of menus, lists and second copies."""

from __future__ import annotations

from datetime import date

import pytest

import shutro


def test_the_article_of_a_dump_with_its_furniture(report, others):
    latest = "\n\n".join(f"{n}\n\n{title}" for n, title in zip("১২৩৪৫৬", others, strict=True))
    page = (
        f"নদীবার্তা ডেস্ক\nপ্রকাশ : ১২ অক্টোবর ২০২৪, ০৯:৪৫ পিএম\nঅনলাইন সংস্করণ\n\n{report.headline}\n\n"
        f"{report.caption}\n{report.caption}\n\n{report.dump}\n\n"
        f"নদীবার্তা অনলাইনের সব খবর পেতে গুগল নিউজ ফিডটি অনুসরণ করুন\n\nমন্তব্য করুন\n\n  • সর্বশেষ\n"
        f"  • জনপ্রিয়\n\n{latest}\n"
    )
    article = shutro.read(page)
    assert article.headline == report.headline
    assert article.authors == ("নদীবার্তা ডেস্ক",)
    assert article.outlet == "নদীবার্তা"
    assert article.published.isoformat() == "2024-10-12T21:45:00+06:00"
    assert article.published.note == "no zone printed: Bangladesh time assumed"
    assert article.updated is None
    assert article.page_date is None
    assert article.caption == report.caption
    assert article.body == report.paragraphs
    assert article.text == page


def test_the_pages_own_day_is_not_the_publication(report):
    page = (
        f"X\nশুক্রবার, ০৯ মে ২০২৫\n২৬ বৈশাখ ১৪৩২\n\n{report.headline}\n\nঅনলাইন ডেস্ক\n"
        f"১২ সেপ্টেম্বর ২০২৩, ১৫:০১আপডেট : ১২ সেপ্টেম্বর ২০২৩,"
        f" ১৫:১০\n\n{report.dump}\n\n/এসকে/\nসম্পর্কিত\n"
    )
    article = shutro.read(page)
    assert article.published.isoformat() == "2023-09-12T15:01:00+06:00"
    assert article.updated.isoformat() == "2023-09-12T15:10:00+06:00"
    assert article.page_date.value == date(2025, 5, 9)
    assert article.page_date.calendar is not None
    assert article.body == report.paragraphs


def test_a_page_that_prints_only_its_own_day_has_no_publication(report):
    article = shutro.read(
        f"সোমবার, ২৯ ডিসেম্বর ২০২৫, ১৫ পৌষ ১৪৩২ বঙ্গাব্দ\n\n{report.headline}\n\n{report.dump}\n"
    )
    assert article.published is None
    assert article.page_date.value == date(2025, 12, 29)
    assert article.page_date.calendar == "bd-1987"


def test_a_second_printing_gives_its_date_line_but_no_second_body(report):
    page = (
        f"{report.headline}\n\n{report.dump}\n\nTag :\n\nWrite Your Comment\n\nসর্বাধিক"
        f" পঠিত\n\n{report.headline}\n\n"
        f"প্রকাশিত সময় : ১০:৫৯:০৭ পূর্বাহ্ন, রবিবার, ১৩ অক্টোবর ২০২৪\n\n{report.dump}"
    )
    article = shutro.read(page)
    assert article.body == report.paragraphs
    assert all(span.end <= page.index("Tag :") for span in article.paragraphs)
    assert article.published.isoformat() == "2024-10-13T10:59:07+06:00"


def test_related_lines_inside_are_no_body(report, others):
    first, second, third, *rest = report.paragraphs
    page = (
        f"{report.headline}\n\n{report.byline}\n\nপ্রকাশ: ১৩ অক্টোবর ২০২৪, ০৮:১০"
        f" এএম\n\n{first}\n\nআরও পড়ুন: {others[0]}\n\n{second}\n\n"
        f"আরও পড়ুন\n\n  • {others[1]}\n  • {others[2]}\n\n{third}\n\n" + "\n\n".join(rest)
    )
    assert shutro.read(page).body == report.paragraphs


def test_subheads_and_lists_are_body(report):
    first, second, third, *rest = report.paragraphs
    listed = ("পরিষদের তিন দাবি হলো—", "১. স্থায়ী বাঁধ", "২. ঘর তোলার টাকা", "৩. নৌকার ব্যবস্থা")
    page = (
        f"{report.headline}\n\n{report.byline}\n\nপ্রকাশ: ১৩ অক্টোবর ২০২৪\n\n{first}\n\nযা বলছে"
        f" প্রশাসন\n\n{second}\n\n" + "\n".join(listed) + f"\n\n{third}\n\n" + "\n\n".join(rest)
    )
    assert shutro.read(page).body == (first, "যা বলছে প্রশাসন", second, *listed, third, *rest)


def test_a_pull_quote_is_no_body_though_its_sentence_is(report):
    first, second, *rest = report.paragraphs
    page = (
        f"{report.headline}\n\n{report.byline}\nপ্রকাশ: ১৩ অক্টোবর"
        f" ২০২৪\n\n{first}\n\n{second}\n\nতাদের শুকনা খাবার দেওয়া হচ্ছে।\n\n" + ("\n\n".join(rest))
    )
    assert shutro.read(page).body == report.paragraphs


def test_the_next_article_below_is_left_out(report):
    page = (
        f"{report.headline}\n\n{report.byline}\n\n১৩ অক্টোবর ২০২৪ ০৮:১০\n\n{report.dump}\n\nপরবর্তী খবর\n\n"
        "শীতলাই বাজারে পেঁয়াজের দাম কমল কেজিতে দশ টাকা\n\nঅর্থনৈতিক প্রতিবেদক\n\n১২ অক্টোবর ২০২৪ ১৭:৩০\n\n"
        "শীতলাই বাজারে এক সপ্তাহে পেঁয়াজের দাম কেজিতে দশ টাকা কমেছে। পাইকাররা বলছেন, আমদানি বেড়েছে।\n\n"
        "খুচরা দোকানে এখন প্রতি কেজি বিক্রি হচ্ছে ষাট টাকায়, যা গত মাসে ছিল আশি টাকা।\n"
    )
    assert shutro.read(page).body == report.paragraphs


def test_the_same_article_as_another_outlet_prints_it_has_the_same_parts(report):
    pages = (
        f"{report.headline}\n{report.byline}\nপ্রকাশ: ১৩ অক্টোবর ২০২৪, ০৮:১০ এএম\n{report.dump}",
        f"জাতীয়\n\n{report.headline}\n\n{report.byline}\n\n{report.byline}\n\nপ্রকাশ: ১৩ অক্টোবর"
        f" ২০২৪, ০৮:১০ এএম\n\n{report.dump}",
        f"{report.headline}\n\n{report.byline} : ১৩ অক্টোবর ২০২৪, ০৮:১০\n\n{report.dump}",
    )
    for page in pages:
        article = shutro.read(page)
        assert (article.headline, article.authors, article.body) == (
            report.headline,
            (report.byline,),
            report.paragraphs,
        )
        assert article.published.isoformat() == "2024-10-13T08:10:00+06:00"


@pytest.mark.parametrize(
    ("page", "error"),
    [
        ("", shutro.EmptyCapture),
        (" \n\t\n", shutro.EmptyCapture),
        (b"\x00\x01\x02\x03" * 500, shutro.UndecodableCapture),
        ("Nothing here is written in that language at all, not a letter of it.", shutro.NotBangla),
        ("সর্বশেষ\nজাতীয়\nরাজনীতি\nঅর্থনীতি\nআন্তর্জাতিক\nখেলা\nবিনোদন", shutro.NotAnArticle),
    ],
)
def test_what_cannot_be_read_says_why(page, error):
    with pytest.raises(error, match=r"^<memory>: "):
        shutro.read(page)


def test_a_list_of_headlines_is_no_article(others):
    with pytest.raises(shutro.NotAnArticle):
        shutro.read("\n\n".join(f"{title}\n১২ অক্টোবর ২০২৪" for title in others * 5))
