"""Whom pronouns, offices, parts of names and left-out subjects stand for, and how sure that is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.meaning.told import DAY, sources

import shutro
from shutro.meaning.statements.attribution import CERTAIN, statements

MAYOR = "নাসির উদ্দিন|PER"


def test_a_pronoun_stands_for_the_speaker_before(said):
    found = said("নাসির উদ্দিন বলেন, কাজ শেষ। তিনি আরও বলেন, টাকা লাগবে।", MAYOR)
    assert [s.source for s in found] == ["নাসির উদ্দিন", "নাসির উদ্দিন"]


def test_an_office_stands_for_its_holder(only):
    text = "ভোলার মেয়র নাসির উদ্দিন সভায় আসেন। মেয়র বলেন, কাজ শেষ।"
    assert only(text, MAYOR, "ভোলার|LOC|ভোলা").source == "নাসির উদ্দিন"


def test_a_bare_club_is_the_one_named_before(said):
    text = "আবাহনী ক্লাব সভা করে। ক্লাবের পক্ষ থেকে জানানো হয়, কোচ বদলানো হবে।"
    assert [s.source for s in said(text, "আবাহনী ক্লাব|ORG")] == ["আবাহনী ক্লাব"]


def test_a_left_out_subject_is_a_guess_and_says_so(only):
    statement = only("নাসির উদ্দিন সভায় আসেন। সবাইকে ধন্যবাদ জানান।", MAYOR)
    assert statement.source == "নাসির উদ্দিন"
    assert statement.sure < CERTAIN


@pytest.mark.parametrize(
    ("phrase", "source"),
    [
        ("প্রধান উপদেষ্টা", "মুহাম্মদ ইউনূস"),
        ("অন্তর্বর্তী সরকারের প্রধান উপদেষ্টা", "মুহাম্মদ ইউনূস"),
        ("নেপালের প্রধান উপদেষ্টা", "নেপালের প্রধান উপদেষ্টা"),
        ("নেপালের অন্তর্বর্তী সরকারের প্রধান উপদেষ্টা", "নেপালের অন্তর্বর্তী সরকারের প্রধান উপদেষ্টা"),
        ("কোম্পানির প্রধান উপদেষ্টা", "কোম্পানির প্রধান উপদেষ্টা"),
    ],
)
def test_an_office_of_another_country_or_firm_is_not_held_by_our_own_holder(phrase, source, only):
    assert only(f"{phrase} বলেন, সংলাপ হবে।", "নেপালের|LOC|নেপাল").source == source


def test_somebody_named_before_accuses_under_a_part_of_his_name() -> None:
    text = "জেলা সভাপতি তপন মজুমদার থানায় যান। তাঁকে ঢুকতে দেওয়া হয়নি বলে তপনবাবুর অভিযোগ।"
    assert sources(text) == ["তপন মজুমদার"]


def test_a_bare_office_in_a_report_from_abroad_is_not_held_at_home() -> None:
    day = date(2025, 9, 15)
    abroad = "কাঠমান্ডুতে বিক্ষোভের পর নেপালের রাজধানীতে কারফিউ জারি হয়। প্রধান উপদেষ্টা বলেন, নির্বাচন মার্চে হবে।"
    assert "মুহাম্মদ ইউনূস" not in sources(abroad, day)
    home = "বাংলাদেশে নির্বাচন ফেব্রুয়ারিতে হবে। প্রধান উপদেষ্টা বলেন, প্রস্তুতি শেষ পর্যায়ে।"
    assert sources(home, day) == ["মুহাম্মদ ইউনূস"]


def test_a_sentence_is_about_who_stands_behind_its_verb() -> None:
    text = "মন্ত্রী জাহিদ হোসেন অনুপস্থিত থাকায় উত্তর দিতে দাঁড়ান প্রতিমন্ত্রী ফারজানা রহমান। তিনি বলেন, প্রকল্প চলবে।"
    assert sources(text) == ["ফারজানা রহমান"]


def test_they_are_the_many_the_sentence_before_is_about() -> None:
    text = "জাহাজ চলাচল বন্ধ করেছে বন্দর কর্তৃপক্ষ। এ খবরে নড়েচড়ে বসেছেন বন্দরের ব্যবসায়ীরা। তারা বলছেন, ক্ষতি বাড়ছে।"
    assert sources(text) == ["বন্দরের ব্যবসায়ীরা"]


def test_who_confesses_is_not_the_officer_named_next() -> None:
    text = "জিজ্ঞাসাবাদে হত্যার কথা স্বীকার করে সে।\nপুলিশ সুপার মাহমুদ আশরাফ সাংবাদিকদের বিষয়টি জানান।"
    assert sources(text) == [None, "মাহমুদ আশরাফ"]


def test_they_who_are_questioned_are_not_who_questions() -> None:
    text = "র‍্যাব জানায়, তিনজনকে আটক করা হয়েছে। প্রাথমিক জিজ্ঞাসাবাদে তারা পাচারের বিষয়টি স্বীকার করেছে।"
    assert sources(text) == ["র‍্যাব", None]


def test_this_officer_is_who_holds_an_office() -> None:
    text = (
        "বিষয়টি নিশ্চিত করেন সহকারী পুলিশ সুপার মিজানুর রহমান।\nহেলাল উদ্দিন পুলিশকে জানায়, সে গাড়ি চালায়। "
        "মামলা হচ্ছে বলে জানান পুলিশের এ কর্মকর্তা।"
    )
    assert sources(text)[-1] == "মিজানুর রহমান"


def test_they_whom_nobody_can_tell_are_nobody() -> None:
    text = "সোমবার রাতে মিন্টু মিয়ার বাসায় ডাকাতি হয়। তারা জানান, ঘরের দরজা ভাঙা ছিল।"
    assert sources(text) == [None]


def test_who_adds_something_is_who_spoke() -> None:
    text = "আলোচনার সমাপ্তি টানলেন বোর্ড সভাপতি নাজমুল করিম। নানা আয়োজনে অংশ নিয়ে বলেন, “দল প্রস্তুত।”"
    assert sources(text) == ["নাজমুল করিম"]


def test_a_part_of_a_name_with_an_honour_stands_for_its_bearer() -> None:
    text = "জেলা সভাপতি রাজীব কুমার থানায় যান। রাজীববাবুর দাবি, তিনি কিছু জানেন না।"
    assert sources(text) == ["রাজীব কুমার"]


def test_who_was_asked_is_who_answers() -> None:
    text = (
        "এ বিষয়ে উপজেলা নির্বাহী কর্মকর্তা মো. শফিকুল ইসলামের কাছে জানতে চাওয়া হলে তিনি জানান, অভিযোগ পেলে ব্যবস্থা নেওয়া হবে।"
    )
    (said,) = shutro.statements(text, at=DAY)
    assert said.source == "শফিকুল ইসলাম"


KAMAL = "কামাল হোসেন"


RAJU = "রাজু শেখ"


def test_whom_others_question_is_never_certain(said):
    text = "ওসি কামাল হোসেন বলেন, আটক যুবকের নাম রাজু শেখ। জিজ্ঞাসাবাদে তিনি স্বীকার করেছেন যে তিনি একা ছিলেন।"
    asked = said(text, f"{KAMAL}|PER", f"{RAJU}|PER")[-1]
    assert asked.source == RAJU
    assert asked.sure < CERTAIN


@pytest.mark.parametrize("text", ["কর্মকর্তা হরি কামাল হোসেন বলেন, মেলা হবে।", "কামাল হোসেন শিমুল বলেন, মেলা হবে।"])
def test_a_name_that_may_be_cut_is_unsure_wherever_he_speaks(text, document):
    doc = document(f"{text} পরে কামাল হোসেন বলেন, মেলা শেষ।", f"{KAMAL}|PER")
    tagged = replace(doc, names=tuple(replace(name, rule="tagger") for name in doc.names))
    assert {s.source for s in statements(tagged)} == {KAMAL}
    assert all(s.sure < CERTAIN for s in statements(tagged))


KAMRUL = "কামরুল হাসান|PER"


RAHIM = "রহিম উদ্দিন|PER"


WHO = "কামরুল হাসান"


RAHIM_NAME = "রহিম উদ্দিন"


def test_those_who_spoke_together_go_on_as_they(said):
    text = "সভাপতি কামরুল হাসান ও সম্পাদক রহিম উদ্দিন শোক প্রকাশ করেছেন। তাঁরা বলেন, এ ক্ষতি পূরণ হবে না।"
    speakers = [(s.source, s.rule.endswith(":together")) for s in said(text, KAMRUL, RAHIM)]
    assert speakers == [(WHO, False), (RAHIM_NAME, False), (WHO, True), (RAHIM_NAME, True)]


def test_they_are_one_body_again_once_it_has_spoken(said):
    text = "সভাপতি কামরুল হাসান ও সম্পাদক রহিম উদ্দিন শোক প্রকাশ করেছেন। পুলিশ জানায়, একজন আটক। তারা বলেছে, তদন্ত চলছে।"
    assert said(text, KAMRUL, RAHIM)[-1].source == "পুলিশ"


def test_this_actress_is_whoever_was_named_last(said):
    text = "ছবিতে থাকছেন না সালমা বেগম। এ নিয়ে কিছু বলেননি এই অভিনেত্রী।"
    (statement,) = said(text, "সালমা বেগম|PER")
    assert (statement.source, statement.stance) == ("সালমা বেগম", "does_not_confirm")


def test_a_word_behind_a_name_that_may_belong_to_it_makes_it_unsure(document):
    def sure(text: str) -> float:
        doc = document(text, KAMRUL)
        tagged = tuple(replace(name, rule="tagger") for name in doc.names)
        return statements(replace(doc, names=tagged))[0].sure

    assert sure("কামরুল হাসান শিমুল বলেন, সেতু হবে।") < CERTAIN <= sure("কামরুল হাসান বলেন, সেতু হবে।")


ABROAD = "‘দুই দেশের বাণিজ্য বাড়বে।’"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        # Home's minister is not the neighbour's, and the gazetteer knows whose minister that was.
        (
            f"পররাষ্ট্রমন্ত্রী হাছান মাহমুদ গতকাল বৈঠকে অংশ নেন। ভারতের পররাষ্ট্রমন্ত্রী বলেন, {ABROAD}",
            "এস জয়শঙ্কর",
        ),
        # Nor is she that of a country whose ministers no list holds.
        (
            f"প্রধানমন্ত্রী শেখ হাসিনা গতকাল এক অনুষ্ঠানে যোগ দেন। শ্রীলঙ্কার প্রধানমন্ত্রী বলেন, {ABROAD}",
            "শ্রীলঙ্কার প্রধানমন্ত্রী",
        ),
        # The country is only said later where the only holder is known to be of it.
        (
            f"প্রধানমন্ত্রী নরেন্দ্র মোদি সোমবার কলকাতায় আসেন। ভারতের প্রধানমন্ত্রী বলেন, {ABROAD}",
            "নরেন্দ্র মোদি",
        ),
    ],
)
def test_an_office_of_another_country_is_not_held_by_the_only_holder_named(text: str, source: str) -> None:
    last = shutro.statements(text, at=date(2024, 3, 5))[-1]
    assert last.source == source


def test_an_unlisted_holder_is_only_likely_to_be_of_the_country_named_later() -> None:
    text = f"প্রেসিডেন্ট আসিফ কারিম সোমবার আসেন। মালদ্বীপের প্রেসিডেন্ট বলেন, {ABROAD}"
    last = shutro.statements(text, at=date(2024, 3, 5))[-1]
    assert last.source == "আসিফ কারিম"
    assert last.sure < CERTAIN


def test_they_who_are_honoured_are_no_body_that_was_only_named(said):
    text = "সবুজ কলেজের অধ্যক্ষের পদত্যাগের দাবিতে ক্লাস বর্জন। তারা জানান, দাবি না মানলে আন্দোলন চলবে।"
    assert said(text, "সবুজ কলেজের|ORG|সবুজ কলেজ")[-1].source is None


def test_an_office_is_not_of_who_is_named_behind_its_holder(said):
    text = "মেয়র কামরুল হাসান সচিব রহিম উদ্দিনকে ডাকেন। এরপর মেয়র বলেন, কাজ শেষ।"
    people = ("কামরুল হাসান|PER", "রহিম উদ্দিনকে|PER|রহিম উদ্দিন")
    assert said(text, *people)[-1].source == "কামরুল হাসান"
    text = "মেয়র কামরুল হাসানের উপদেষ্টা রহিম উদ্দিন এলেন। পরে মেয়র বলেন, কাজ শেষ।"
    assert said(text, "কামরুল হাসানের|PER|কামরুল হাসান", "রহিম উদ্দিন|PER")[-1].source == "কামরুল হাসান"


def test_one_of_a_place_pointed_to_is_not_who_was_spoken_of(said):
    text = "প্রাধ্যক্ষ কামরুল হাসান কক্ষ ছাড়তে বলেন। এমন অভিযোগ তুলেছেন ওই কক্ষের এক শিক্ষার্থী।"
    assert said(text, "কামরুল হাসান|PER")[-1].source == "কক্ষের এক শিক্ষার্থী"


def test_who_tells_a_paper_more_is_who_spoke_and_not_who_was_told_of(said):
    text = "দল বড় হয়েছে বলে জানান রহিম উদ্দিন। কামরুল হাসান এরপর নেতৃত্ব নেন। রয়টার্সকে তিনি বলেন, কাজ বাকি।"
    people = ("রহিম উদ্দিন|PER", "কামরুল হাসান|PER", "রয়টার্সকে|ORG|রয়টার্স")
    last = said(text, *people)[-1]
    assert last.source == "রহিম উদ্দিন"
    assert last.sure < CERTAIN


def test_who_is_taken_up_behind_a_clause_about_him_is_he(said):
    text = "সচিব রহিম উদ্দিন বলেন, কাজ শেষ। চিকিৎসক কামরুল হাসান, যিনি দলে ছিলেন, তিনি বলেছেন, কাজ বাকি।"
    assert said(text, "রহিম উদ্দিন|PER", "কামরুল হাসান|PER")[-1].source == "কামরুল হাসান"


def test_a_bare_club_is_less_sure_than_its_name(said):
    text = "সবুজ মঞ্চ বিষয়টি নিশ্চিত করেছে। ক্লাবের পক্ষ থেকে জানানো হয়, খেলা হবে।"
    last = said(text, "সবুজ মঞ্চ|ORG")[-1]
    assert last.source == "সবুজ মঞ্চ"
    assert last.sure < CERTAIN


@pytest.mark.parametrize(
    "rule", ["head", "officer", "official", "opened", "seated", "tagger", "never counted"]
)
def test_a_body_that_no_list_knows_is_unsure_by_whatever_sign_it_was_told(rule, document):
    doc = document("সবুজ মঞ্চ বলেছে, কাজ শেষ।", "সবুজ মঞ্চ|ORG")

    def found_by(rule):
        (told,) = statements(replace(doc, names=tuple(replace(name, rule=rule) for name in doc.names)))
        return told

    told, listed = found_by(rule), found_by("known:name")
    assert (told.source, listed.source) == ("সবুজ মঞ্চ", "সবুজ মঞ্চ")
    assert told.sure < CERTAIN <= listed.sure
