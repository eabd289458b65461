"""Copies: one origin for one text, however cut or edited; furniture never makes a copy."""

from __future__ import annotations

import pytest

from shutro.model import Article
from shutro.stories.copies.copies import copies, origin_of

WIRE = (
    "বরগুনার পাথরঘাটায় বলেশ্বর নদে খেয়ানৌকা ডুবে দুই স্কুলছাত্রী নিখোঁজ হয়েছে।",
    "মঙ্গলবার সকাল সাড়ে ৯টার দিকে চরদুয়ানী ঘাটের কাছে এ ঘটনা ঘটে বলে জানিয়েছেন স্থানীয়রা।",
    "নিখোঁজরা হলো নবম শ্রেণির সুমাইয়া আক্তার ও অষ্টম শ্রেণির লিজা মনি।",
    "নৌকাটিতে প্রায় চল্লিশজন যাত্রী ছিলেন, তাঁদের মধ্যে বাকিরা সাঁতরে তীরে ওঠেন।",
    "ফায়ার সার্ভিসের ডুবুরি দল বরিশাল থেকে রওনা হয়েছে বলে জানান স্টেশন কর্মকর্তা মনির হোসেন।",
    "উপজেলা নির্বাহী কর্মকর্তা রোকেয়া সুলতানা বলেন, ঘাটে অতিরিক্ত যাত্রী তোলা হয়েছিল কি না তদন্ত করা হবে।",
)
OTHER = (
    "কুষ্টিয়ার কুমারখালীতে তাঁতপল্লির শতবর্ষী মেলা আজ শুরু হচ্ছে, চলবে পাঁচ দিন।",
    "মেলায় এবার দেড়শ তাঁতি তাঁদের হাতে বোনা লুঙ্গি ও গামছা নিয়ে বসেছেন।",
    "আয়োজকরা জানান, গত বছরের চেয়ে এবার বেচাকেনা দ্বিগুণ হবে বলে তাঁরা আশা করছেন।",
)


def article(id: str, *body: str, at: str | None = None, outlet: str | None = None) -> Article:
    return Article.from_text(
        id=id, headline=f"শিরোনাম {id}", body="\n".join(body), published=at, outlet=outlet
    )


def test_a_reprint_with_an_edited_sentence_is_near() -> None:
    edited = (*WIRE[:3], "নৌকায় জনা চল্লিশেক যাত্রী ছিলেন, বাকিরা সাঁতরে তীরে ওঠেন।", *WIRE[4:])
    (group,) = copies([article("a", *WIRE), article("b", *edited), article("c", *OTHER)])
    assert (group.kind, group.articles) == ("near", ("a", "b"))
    (pair,) = group.pairs
    assert 0.5 <= pair.likeness < 1


def test_a_text_inside_a_longer_one_is_contained() -> None:
    longer = (*OTHER, *WIRE)
    (group,) = copies([article("short", *WIRE), article("long", *longer)])
    assert group.kind in {"near", "contained"}
    (pair,) = group.pairs
    assert (pair.one, pair.other) == ("short", "long")


def test_a_lead_is_a_stub_of_the_full_report() -> None:
    (group,) = copies([article("full", *WIRE), article("stub", WIRE[0], WIRE[1])])
    (pair,) = group.pairs
    assert (pair.kind, pair.one, pair.other) == ("lead-stub", "stub", "full")


def test_the_evidence_is_the_longest_run_that_both_print() -> None:
    short, full = article("stub", WIRE[0], WIRE[1]), article("full", *WIRE)
    (pair,) = copies([short, full])[0].pairs
    assert pair.one_span.of(short.text) == pair.other_span.of(full.text) == f"{WIRE[0]}\n{WIRE[1]}"


def test_ten_reprints_are_one_origin() -> None:
    wire = [article(f"paper-{n}", *WIRE, outlet=f"কাগজ {n}") for n in range(10)]
    origins = origin_of([*wire, article("own", *OTHER)])
    assert len({origins[a.id] for a in wire}) == 1
    assert origins["own"] == "own"


def test_a_paragraph_that_unlike_reports_repeat_is_no_likeness() -> None:
    background = (
        "গত বছরের মার্চে সেতুটি চালু হয়, এতে ব্যয় হয় সাড়ে তিন হাজার কোটি টাকা, অর্থায়ন করে জাইকা।",
        "সেতুটি দিয়ে প্রতিদিন গড়ে বাইশ হাজার যানবাহন চলে, টোল আদায় হয় প্রায় দেড় কোটি টাকা।",
    )
    own = (
        "সেতুর টোল বাড়ানোর প্রস্তাব নাকচ করেছে মন্ত্রণালয়, জানালেন সচিব।",
        "সেতুর রেলিংয়ে ধাক্কা দিয়ে উল্টে গেছে আলুবোঝাই ট্রাক, চালক আহত।",
        "সেতুতে রোববার থেকে মোটরসাইকেল চলাচলে আলাদা লেন চালু হচ্ছে।",
        "সেতুর নিচে বালু তোলার দায়ে দুই ড্রেজার জব্দ করেছে প্রশাসন।",
    )
    assert copies([article(str(n), lead, *background) for n, lead in enumerate(own)]) == []


def test_a_page_that_carries_its_article_twice_tells_it_once() -> None:
    (group,) = copies([article("twice", *WIRE, *WIRE), article("once", *WIRE)])
    assert group.pairs[0].likeness == 1.0


def test_a_round_up_does_not_make_one_origin_of_its_parts() -> None:
    origins = origin_of(
        [
            article("ferry", *WIRE[:4], at="2024-01-01T10:00:00+06:00"),
            article("fair", *OTHER, at="2024-01-01T11:00:00+06:00"),
            article("day", *WIRE, *OTHER, "এ ছাড়া দিনভর ছিল আরও নানা ঘটনা।", at="2024-01-01T20:00:00+06:00"),
        ]
    )
    assert origins["ferry"] != origins["fair"]


def test_reports_of_one_event_in_own_words_are_two_origins() -> None:
    own_words = (
        "বলেশ্বরে নৌকাডুবি: পাথরঘাটার দুই ছাত্রীর খোঁজ মেলেনি এখনো।",
        "চরদুয়ানী খেয়াঘাট থেকে ছেড়ে মাঝনদীতে যাওয়ার আগেই কাত হয়ে যায় নৌকাটি, বলছেন বেঁচে ফেরা যাত্রীরা।",
        "সুমাইয়া ও লিজা বিদ্যালয়ে যাচ্ছিল পরীক্ষা দিতে।",
    )
    assert copies([article("wire", *WIRE), article("own", *own_words)]) == []


@pytest.mark.parametrize(
    ("times", "first"),
    [
        (("2024-01-01T09:00:00+06:00", "2024-01-01T08:59:00+06:00"), "b"),
        (("2024-01-01T09:00:00+06:00", "2024-01-01T03:30:00+00:00"), "a"),
        (("2024-01-01T09:00:00+06:00", None), None),
        (("2024-01-01", "2024-01-01T09:00:00+06:00"), None),
        (("2024-01-01T09:00:00+06:00", "2024-01-01T09:00:00+06:00"), None),
    ],
)
def test_who_was_first_is_told_by_printed_clock_times_alone(times, first) -> None:
    (group,) = copies([article("a", *WIRE, at=times[0]), article("b", *WIRE, at=times[1])])
    assert group.first == first


def test_a_bulletin_filled_in_anew_each_day_is_no_copy() -> None:
    def bulletin(day: str, cases: str, wards: str) -> tuple[str, ...]:
        return (
            f"{day} সকাল পর্যন্ত চব্বিশ ঘণ্টায় ডায়রিয়ায় আক্রান্ত হয়ে {cases} জন হাসপাতালে ভর্তি হয়েছেন।",
            f"এর মধ্যে {wards} জন উপকূলের তিন জেলার বলে স্বাস্থ্য অধিদপ্তরের নিয়ন্ত্রণকক্ষ জানিয়েছে।",
            "বিজ্ঞপ্তিতে পানি ফুটিয়ে পান করার এবং খাওয়ার আগে হাত ধোয়ার পরামর্শ দেওয়া হয়েছে।",
        )

    first = article("first", *bulletin("সোমবার (৩ জুন)", "৪১২", "১৯০"), at="2024-06-03T12:00:00+06:00")
    second = article("second", *bulletin("মঙ্গলবার (৪ জুন)", "৩৮৭", "১৭৫"), at="2024-06-04T12:00:00+06:00")
    reprint = article("reprint", *bulletin("সোমবার (৩ জুন)", "৪১২", "১৯০"), at="2024-06-03T15:00:00+06:00")
    (group,) = copies([first, second, reprint])
    assert group.articles == ("first", "reprint")


def test_empty_bodies_are_no_copies() -> None:
    assert copies([article("a"), article("b")]) == []
