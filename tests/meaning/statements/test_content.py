"""Where what is said begins and ends, in what form and stance."""

from __future__ import annotations

import pytest
from tests.meaning.told import DAY

import shutro

MAYOR = "নাসির উদ্দিন|PER"


class TestForm:
    @pytest.mark.parametrize(
        ("text", "form"),
        [
            ("নাসির উদ্দিন বলেন, ‘কাজ শেষ।’", "direct"),
            ("নাসির উদ্দিন বলেন, আমি কাজ শেষ করেছি।", "direct"),
            ("নাসির উদ্দিন বলেন, কাজ শেষ।", "indirect"),
            ("নাসির উদ্দিন বলেন, কাজটি ছিল ‘বড় পরীক্ষা’, তা শেষ হয়েছে।", "mixed"),
        ],
    )
    def test_marks_and_person_tell_the_form(self, text, form, only):
        assert only(text, MAYOR).form == form

    def test_a_medium_is_cited(self, only):
        assert only("রয়টার্স জানায়, আগুন নিভেছে।", "রয়টার্স|ORG").form == "citation"


def test_the_day_is_no_part_of_what_is_only_pointed_at() -> None:
    text = "পুলিশ সুপার মোহাম্মদ আবু নাসের বৃহস্পতিবার (২৯ ফেব্রুয়ারি) বিষয়টি নিশ্চিত করেছেন।"
    (said,) = shutro.statements(text, at=DAY)
    assert said.content is not None
    assert said.content.of(text) == "বিষয়টি"


def test_speech_follows_a_pronoun_and_its_verb_without_a_mark() -> None:
    text = "বিধায়ক সুজিত পাল সভায় আসেন। তিনি বলেন মেয়র এখন বেশি চিন্তিত ভোট নিয়ে।"
    (said,) = shutro.statements(text, at=DAY)
    assert said.source == "সুজিত পাল"
    assert said.content is not None
    assert said.content.of(text) == "মেয়র এখন বেশি চিন্তিত ভোট নিয়ে"


def test_a_paragraph_wholly_in_marks_is_read_within() -> None:
    text = "‘নতুন সেতু আগামী মাসে খুলবে। সেতু কর্তৃপক্ষ জানিয়েছে, টোল আগের মতোই থাকবে।’"
    assert "সেতু কর্তৃপক্ষ" in {said.source for said in shutro.statements(text, at=DAY)}


def test_a_statement_after_a_question_says() -> None:
    text = "প্রধানমন্ত্রী রহিমা খাতুন বলেন, এই খবর আমাকে কে দিয়েছে, জানেন? সবার আগে খবরটি দিয়েছে আমার ছোট বোন।"
    stances = [said.stance for said in shutro.statements(text, at=DAY)]
    assert stances[0] == "asks"
    assert stances[1:] == ["says"]


def test_the_danda_of_kolkata_ends_a_sentence() -> None:
    text = (
        "সেতু ভাঙার খবর ঠিক নয় বলে জানিয়েছেন মন্ত্রী অরুণ ঘোষ৷ "
        "জবাবে বিধায়ক সুজিত পালের দাবি, সেতুটি ঝুঁকিপূর্ণ৷ নদীর জল বেড়েছে৷"
    )
    sources = {said.source: said.content for said in shutro.statements(text, at=DAY)}
    assert set(sources) == {"অরুণ ঘোষ", "সুজিত পাল"}
    content = sources["সুজিত পাল"]
    assert content is not None
    assert content.of(text) == "সেতুটি ঝুঁকিপূর্ণ"


def test_speech_follows_its_verb_without_a_comma() -> None:
    text = "মেয়র নাসিমা বেগম দাবি করেন নগর ভবন দুর্নীতির সঙ্গে যুক্ত নয়।"
    (said,) = shutro.statements(text, at=DAY)
    assert said.content is not None
    assert said.content.of(text) == "নগর ভবন দুর্নীতির সঙ্গে যুক্ত নয়"


def test_a_quotation_before_its_speaker_is_the_content() -> None:
    text = "“আমরা খালি হাতেই মাটি সরাচ্ছি,” শহরের কাছে একটি উদ্ধারকারী দল বিবিসিকে বলেছে।"
    (said,) = shutro.statements(text, at=DAY)
    assert said.content is not None
    assert said.content.of(text).startswith("আমরা খালি হাতেই মাটি সরাচ্ছি")


def test_words_behind_a_verb_with_no_mark_are_what_is_said(only):
    text = "বিশ্লেষকরা মনে করছেন নতুন দলগুলো এখনো মাঠ গোছাতে পারেনি।"
    statement = only(text)
    assert statement.content.of(text) == "নতুন দলগুলো এখনো মাঠ গোছাতে পারেনি"


KAMRUL = "কামরুল হাসান|PER"


def test_an_ordinary_day_is_no_order(only):
    assert only("কামরুল হাসান বলেন, আজ বছরের প্রথম দিন।", KAMRUL).stance == "says"
    assert only("কামরুল হাসান বলেন, সবাই ভোট দিন।", KAMRUL).stance == "asks"


def test_what_only_points_to_what_was_said_may_stand_behind_the_verb(said):
    text = "দৈনিক আলোর প্রতিবেদনে উঠে এসেছে এ তথ্য। মাঠে এখন ধান কাটা চলছে।"
    (statement,) = said(text, "দৈনিক আলোর|ORG|দৈনিক আলো")
    assert (statement.source, statement.content.of(text)) == ("দৈনিক আলো", "এ তথ্য")


def test_a_claim_with_a_clause_of_its_own_lends_its_stance_to_no_other(said):
    text = "ফলন ভালো হয়েছে দাবি করে কৃষি বিভাগ বলছে, দাম এবার বাড়বে।"
    assert said(text)[-1].stance == "says"
