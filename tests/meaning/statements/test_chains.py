"""The chain that words came through: media told and reporting, platforms, credit lines."""

from __future__ import annotations

import pytest
from tests.meaning.told import DAY, sources

import shutro

MAYOR = "নাসির উদ্দিন|PER"


class TestChain:
    def test_the_medium_told_is_in_the_chain(self, only):
        text = "নাসির উদ্দিন রয়টার্সকে বলেন, কাজ শেষ।"
        statement = only(text, MAYOR, "রয়টার্সকে|ORG|রয়টার্স")
        assert (statement.source, statement.via) == ("নাসির উদ্দিন", ("রয়টার্স",))

    def test_a_medium_that_quotes_another_comes_after_it(self, only):
        text = "পুলিশের বরাত দিয়ে বিবিসি জানিয়েছে, আগুন নিভেছে।"
        statement = only(text, "বিবিসি|ORG")
        assert (statement.source, statement.via) == ("পুলিশ", ("বিবিসি",))

    def test_the_innermost_speaker_is_the_source(self, only):
        text = "বিবিসি জানায়, নাসির উদ্দিন নিশ্চিত করেছেন, কাজ শেষ।"
        statement = only(text, MAYOR, "বিবিসি|ORG")
        assert (statement.source, statement.via) == ("নাসির উদ্দিন", ("বিবিসি",))

    def test_a_platform_is_in_the_chain(self, only):
        text = "ফেসবুকে দেওয়া এক পোস্টে নাসির উদ্দিন লিখেছেন, কাজ শেষ।"
        assert only(text, MAYOR).via == ("ফেসবুক",)

    def test_a_credit_line_speaks_for_what_stands_before_it(self, said):
        text = "নাসির উদ্দিন বলেন, কাজ শেষ।\nখবর রয়টার্সের।\nপুলিশ জানায়, আগুন নিভেছে।"
        first, credit, later = said(text, MAYOR, "রয়টার্সের|ORG|রয়টার্স")
        assert (first.via, credit.form, later.via) == (("রয়টার্স",), "citation", ())

    def test_a_credit_line_at_the_end_speaks_for_all(self, said):
        text = "নাসির উদ্দিন বলেন, কাজ শেষ।\nপুলিশ জানায়, আগুন নিভেছে।\nসূত্র: রয়টার্স, বিবিসি"
        found = said(text, MAYOR, "রয়টার্স|ORG", "বিবিসি|ORG")
        assert [s.source for s in found[2:]] == ["রয়টার্স", "বিবিসি"]
        assert all("রয়টার্স" in s.via for s in found[:2])

    def test_a_medium_that_gives_this_news_gives_the_report(self, said):
        text = "সভায় যোগ দেন নাসির উদ্দিন।\nএ খবর জানিয়েছে রয়টার্স।\nনাসির উদ্দিন বলেন, কাজ শেষ।"
        citation, later = said(text, MAYOR, "রয়টার্স|ORG")
        assert (citation.source, later.via) == ("রয়টার্স", ("রয়টার্স",))

    def test_a_photo_credit_is_none(self, said):
        assert said("ছবি: সংগৃহীত\nছবি সূত্র: রয়টার্স", "রয়টার্স|ORG") == []


@pytest.mark.parametrize(
    ("line", "source"),
    [("খবর জনপদলিপির।", "জনপদলিপি"), ("খবর এক্সিওসের।", "এক্সিওস"), ("সূত্র: নিউজ আওয়ার", "নিউজ আওয়ার")],
)
def test_a_credit_line_names_its_source_without_its_ending(line, source, said):
    assert said(f"বৈঠক স্থগিত হয়েছে।\n{line}")[-1].source == source


def test_a_line_of_media_alone_is_their_credit() -> None:
    text = "তদন্তকারী কর্মকর্তা বলেছেন, দুজনকে আটক করা হয়েছে।\nরয়টার্স, বিবিসি"
    first, *credit = shutro.statements(text, at=DAY)
    assert first.via == ("রয়টার্স", "বিবিসি")
    assert {(line.source, line.form) for line in credit} == {("রয়টার্স", "citation"), ("বিবিসি", "citation")}


def test_a_medium_gives_news_on_somebodys_word() -> None:
    (said,) = shutro.statements("সরকারি কর্মকর্তাদের বরাতে এ খবর দিয়েছে আল জাজিরা।", at=DAY)
    assert said.via == ("আল জাজিরা",)
    assert sources("তিনি থানায় খবর দেন।") == []


def test_a_report_is_of_the_medium_it_is_said_to_be_of() -> None:
    text = "মন্ত্রী ওয়াং লি সতর্ক করেছেন। মঙ্গলবার সিজিটিএন’র খবরে বলা হয়েছে, বৈঠক দীর্ঘ হয়েছে।"
    last = shutro.statements(text, at=DAY)[-1]
    assert (last.source, last.form) == ("সিজিটিএন", "citation")


def test_a_medium_that_only_printed_it_is_not_in_the_chain() -> None:
    text = "এমন খবর একটি গণমাধ্যমে প্রকাশ হয়। নায়িকা তানজিন রহমান বলেন, খবরটি মিথ্যা।"
    assert shutro.statements(text, at=DAY)[-1].via == ()


def test_a_report_named_before_keeps_its_chain() -> None:
    text = "সুদানের স্বাস্থ্য মন্ত্রণালয়ের বরাতে এ তথ্য জানিয়েছে বিবিসি।\nপ্রতিবেদনে বলা হয়েছে, কলেরায় ৩০ জন মারা গেছেন।"
    last = shutro.statements(text, at=DAY)[-1]
    assert "বিবিসি" in (last.source, *last.via)


KAMRUL = "কামরুল হাসান|PER"


def test_a_report_comes_through_every_medium_that_gives_it(said):
    text = "মন্ত্রী কামরুল হাসান বলেন, সেতু হবে। বার্তা সংস্থা এএফপির বরাতে এ খবর জানিয়েছে এনডিটিভি।"
    first, _ = said(text, KAMRUL, "এএফপির|ORG|এএফপি", "এনডিটিভি|ORG")
    assert first.via == ("এএফপি", "এনডিটিভি")


def test_a_medium_before_unnamed_officials_is_who_quotes_them(only):
    text = "শুক্রবার রয়টার্স অজ্ঞাত মার্কিন কর্মকর্তাদের বরাত দিয়ে দাবি করে, আলোচনা থেমে আছে।"
    statement = only(text, "রয়টার্স|ORG", "মার্কিন|MISC|যুক্তরাষ্ট্র")
    assert (statement.source, statement.via) == ("অজ্ঞাত মার্কিন কর্মকর্তা", ("রয়টার্স",))


def test_whose_report_quotes_stands_in_the_chain(only):
    text = "পলিটিকোর এক প্রতিবেদনে তিন কর্মকর্তাকে উদ্ধৃত করে জানায়, আলোচনা থেমে আছে।"
    assert only(text, "পলিটিকোর|ORG|পলিটিকো").via == ("পলিটিকো",)


WHO = "কামরুল হাসান"


def test_the_chain_of_an_accusative_medium_and_of_one_that_reports(only):
    told = only(
        "ইরানের পররাষ্ট্রমন্ত্রী আব্বাস আরাগচি রয়টার্সকে বলেন, আলোচনা চলবে।", "আব্বাস আরাগচি|PER", "রয়টার্সকে|ORG|রয়টার্স"
    )
    assert told.via == ("রয়টার্স",)
    reported = only("কামরুল হাসানকে উদ্ধৃত করে বাসস জানায়, সেতু খুলবে জুনে।", "কামরুল হাসানকে|PER|কামরুল হাসান", "বাসস|ORG")
    assert (reported.source, reported.via) == (WHO, ("বাসস",))


def test_a_report_goes_on_with_the_medium_that_quoted(said):
    text = "গাজার স্বাস্থ্য মন্ত্রণালয়ের বরাতে এ তথ্য জানিয়েছে বিবিসি। প্রতিবেদনে বলা হয়েছে, ১০ জন আহত।"
    first, second = said(text, "গাজার|LOC|গাজা", "বিবিসি|ORG")
    assert (first.source, first.via) == ("গাজার স্বাস্থ্য মন্ত্রণালয়", ("বিবিসি",))
    assert second.source == "বিবিসি"


def test_what_somebody_is_asked_about_is_nothing_said(only):
    text = "সবুজ মঞ্চ কী আশা করছে, জানতে চাইলে মুখপাত্র কামরুল হাসান বলেন, আলোচনা চলবে।"
    statement = only(text, "সবুজ মঞ্চ|ORG", "কামরুল হাসান|PER")
    assert (statement.source, statement.via) == ("কামরুল হাসান", ())
