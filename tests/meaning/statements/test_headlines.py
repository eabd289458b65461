"""Headlines, turns of interviews, and quotations that no verb introduces."""

from __future__ import annotations

import pytest
from tests.meaning.told import DAY

import shutro
from shutro.meaning.statements.attribution import CERTAIN

MAYOR = "নাসির উদ্দিন|PER"


class TestHeadline:
    @pytest.mark.parametrize(
        ("text", "stance"),
        [
            ("সেতুর কাজ শেষ পর্যায়ে: নাসির উদ্দিন", "says"),
            ("নাসির উদ্দিন: সেতুর কাজ শেষ পর্যায়ে", "says"),
            ("সেতু দ্রুত চালুর নির্দেশ নাসির উদ্দিনের", "orders"),
        ],
    )
    def test_a_headline_reports_without_a_verb(self, text, stance, only):
        statement = only(text, MAYOR, "নাসির উদ্দিনের|PER|নাসির উদ্দিন")
        assert (statement.source, statement.stance) == ("নাসির উদ্দিন", stance)

    def test_a_speaker_not_named_yet_is_the_next_one_named(self, said):
        text = "ভোলায় এক সভায় এ কথা বলেন তিনি।\nনাসির উদ্দিন বলেন, কাজ শেষ।"
        first, _ = said(text, MAYOR)
        assert first.source == "নাসির উদ্দিন"
        assert first.sure < CERTAIN

    def test_the_headline_tells_who_the_first_pronoun_is(self, said):
        text = "সেতুর কাজ শেষ: নাসির উদ্দিন\nকবির খানের বাড়িতে এক সভায় এ কথা বলেন তিনি।"
        _, second = said(text, MAYOR, "কবির খানের|PER|কবির খান")
        assert second.source == "নাসির উদ্দিন"


def test_a_headline_names_its_speaker_behind_a_dash() -> None:
    text = "ডিমের দাম কেন বাড়ছে, তা অজানা —মেয়র\nডিমের দাম বাড়ছে বলে মন্তব্য করেছেন মেয়র রফিকুল ইসলাম।"
    first = shutro.statements(text, at=DAY)[0]
    assert (first.source, first.rule) == ("রফিকুল ইসলাম", "headline:colon")


def test_a_quotation_on_its_own_goes_on_from_who_just_spoke() -> None:
    text = (
        "অধিনায়ক মাহমুদ হাসান জানিয়েছেন ভালো শুরু করতে না পারার কথা। ‘আমরা শুরুতেই তিনটি উইকেট হারিয়েছি। সামনের ম্যাচে ঘুরে দাঁড়াব।’"
    )
    quoted = [said for said in shutro.statements(text, at=DAY) if said.form == "direct"]
    assert quoted
    assert {said.source for said in quoted} == {"মাহমুদ হাসান"}


KAMRUL = "কামরুল হাসান|PER"


WHO = "কামরুল হাসান"


def test_an_interview_is_its_guests_turns(said):
    text = "মেলার আগে আলাপ।\nপ্রশ্ন: মেলায় যাবেন?\nকামরুল হাসান: সময় নেই। আমি যাব না।\nপ্রশ্ন: কেন?\nকামরুল হাসান: টাকা শেষ।"
    turns = [(s.source, s.content.of(text), s.inferred) for s in said(text, KAMRUL)]
    assert turns == [(WHO, "সময় নেই", False), (WHO, "আমি যাব না", True), (WHO, "টাকা শেষ", False)]


def test_a_name_with_a_colon_in_a_list_is_no_turn(said):
    assert said("কমিটির তালিকা।\nকামরুল হাসান: সভাপতি, জন্ম ঢাকায়।", KAMRUL, "ঢাকায়|LOC|ঢাকা") == []
