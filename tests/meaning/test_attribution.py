"""Who says what: one test a way in which Bangla reports speech."""

from __future__ import annotations

import pytest

import shutro
from shutro.meaning.statements.attribution import CERTAIN, statements

MAYOR = "নাসির উদ্দিন|PER"


def words(statement, text: str) -> str | None:
    return statement.content.of(text) if statement.content else None


@pytest.mark.parametrize(
    ("text", "stance", "content"),
    [
        ("নাসির উদ্দিন বলেন, সেতুর কাজ শেষ হয়েছে।", "says", "সেতুর কাজ শেষ হয়েছে"),
        ("সেতুর কাজ শেষ হয়েছে বলে জানিয়েছেন নাসির উদ্দিন।", "says", "সেতুর কাজ শেষ হয়েছে"),
        ("সেতুর কাজ শেষ হয়েছে বলে নাসির উদ্দিন জানান।", "says", "সেতুর কাজ শেষ হয়েছে"),
        ("‘কাজ শেষ’, লিখেছেন নাসির উদ্দিন।", "says", "কাজ শেষ"),
        ("সেতু চালুর আহ্বান জানিয়েছেন নাসির উদ্দিন।", "asks", "সেতু চালুর"),
        ("ঘটনার নিন্দা জানান নাসির উদ্দিন।", "criticises", "ঘটনার"),
        ("নাসির উদ্দিনের দাবি, টাকা চুরি হয়নি।", "claims", "টাকা চুরি হয়নি"),
        ("নাসির উদ্দিনের মতে, সময় লাগবে।", "believes", "সময় লাগবে"),
        ("চুরির অভিযোগ অস্বীকার করেছেন নাসির উদ্দিন।", "denies", "চুরির অভিযোগ"),
        ("দ্রুত কাজ শেষের প্রতিশ্রুতি দেন নাসির উদ্দিন।", "promises", "দ্রুত কাজ শেষের"),
        ("বিষয়টি নিশ্চিত করেননি নাসির উদ্দিন।", "does_not_confirm", "বিষয়টি"),
        ("কাজ শেষ হবে বলে আশা প্রকাশ করেন নাসির উদ্দিন।", "hopes", "কাজ শেষ হবে"),
        ("কাজ বন্ধ করার হুমকি দিয়েছেন নাসির উদ্দিন।", "threatens", "কাজ বন্ধ করার"),
    ],
)
def test_the_speaker_is_found_before_behind_and_between(text, stance, content, only):
    statement = only(text, MAYOR, "নাসির উদ্দিনের|PER|নাসির উদ্দিন")
    assert (statement.source, statement.stance) == ("নাসির উদ্দিন", stance)
    assert words(statement, text) == content


def test_every_form_of_a_known_verb_is_a_cue(only):
    for verb in ("বলছেন", "বলেছিলেন", "বললেন", "বলতেন", "জানালেন", "জানিয়েছেন", "লেখেন"):
        assert only(f"নাসির উদ্দিন {verb}, কাজ শেষ।", MAYOR).source == "নাসির উদ্দিন", verb


def test_a_noun_of_saying_goes_with_any_light_verb(only):
    for verb in ("করেন", "জানান", "রাখেন", "তোলেন", "দিয়েছেন"):
        assert only(f"সেতু চালুর দাবি {verb} নাসির উদ্দিন।", MAYOR).cue is not None, verb


def test_an_honorific_verb_wants_a_person_and_an_ordinary_one_a_body(only):
    text = "ভোলা পৌরসভা সাংবাদিক করিম হককে পুরস্কৃত করার ঘোষণা দিয়েছে।"
    assert only(text, "ভোলা পৌরসভা|ORG", "করিম হককে|PER|করিম হক").source == "ভোলা পৌরসভা"


def test_a_pronoun_stands_for_the_speaker_before(said):
    found = said("নাসির উদ্দিন বলেন, কাজ শেষ। তিনি আরও বলেন, টাকা লাগবে।", MAYOR)
    assert [s.source for s in found] == ["নাসির উদ্দিন", "নাসির উদ্দিন"]


def test_an_office_stands_for_its_holder(only):
    text = "ভোলার মেয়র নাসির উদ্দিন সভায় আসেন। মেয়র বলেন, কাজ শেষ।"
    assert only(text, MAYOR, "ভোলার|LOC|ভোলা").source == "নাসির উদ্দিন"


def test_who_is_spoken_of_is_not_the_speaker(only):
    text = "করিম হকের মৃত্যুতে শোক প্রকাশ করেছেন নাসির উদ্দিন।"
    assert only(text, MAYOR, "করিম হকের|PER|করিম হক").source == "নাসির উদ্দিন"


def test_speakers_joined_by_and_are_several(said):
    text = "করিম হক ও নাসির উদ্দিন এ ঘটনার নিন্দা জানান।"
    assert [s.source for s in said(text, MAYOR, "করিম হক|PER")] == ["করিম হক", "নাসির উদ্দিন"]


def test_a_name_that_looks_like_a_verb_is_a_name(only):
    assert only("কাজ শেষ বলে মনে করেন আবু খান।", "আবু খান|PER").source == "আবু খান"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("পুলিশ জানায়, দুজন ধরা পড়েছে।", "পুলিশ"),
        ("প্রত্যক্ষদর্শীরা জানান, আগুন রাতে লাগে।", "প্রত্যক্ষদর্শীরা"),
        ("নাম প্রকাশে অনিচ্ছুক এক কর্মকর্তা বলেন, সভা হবে না।", "নাম প্রকাশে অনিচ্ছুক এক কর্মকর্তা"),
        ("স্থানীয় সূত্রে জানা গেছে, বাঁধ ভেঙেছে।", "স্থানীয় সূত্র"),
        ("ধারণা করা হচ্ছে, আগুন রাতে লাগে।", None),
        ("অভিযোগ উঠেছে, টাকা চুরি হয়েছে।", None),
        ("জানা গেছে, সভা কাল হবে।", None),
        ("মাহবুব টুংকু নামের এক ব্যক্তি বলেন, আগুন নিভেছে।", "মাহবুব টুংকু"),
        ("সাত দিনের অবরোধ স্থানীয়রা জানান, চলছে।", "স্থানীয়রা"),
        ("মিছিলে থাকা ছাত্র নেতারা বলেন, কাজ শেষ।", "ছাত্র নেতারা"),
        ("বাজার সংশ্লিষ্টদের অভিযোগ, দাম বাড়ছে।", "বাজার সংশ্লিষ্ট"),
        ("এটি কিছু রক্ষণশীলদের ক্ষুব্ধ করে, যারা একে চুরি হিসেবে দেখছেন।", "কিছু রক্ষণশীল"),
    ],
)
def test_unnamed_sources_stay_what_they_are(text, source, only):
    assert only(text, "মাহবুব টুংকু|PER").source == source


def test_a_paper_speaks_for_who_issued_it(said):
    text = "ভোলা পৌরসভার এক বিজ্ঞপ্তিতে বলা হয়, কর বাড়ছে। বিজ্ঞপ্তিতে আরও বলা হয়, জুলাই থেকে কার্যকর।"
    found = said(text, "ভোলা পৌরসভার|ORG|ভোলা পৌরসভা")
    assert [s.source for s in found] == ["ভোলা পৌরসভা", "ভোলা পৌরসভা"]


def test_a_bare_club_is_the_one_named_before(said):
    text = "আবাহনী ক্লাব সভা করে। ক্লাবের পক্ষ থেকে জানানো হয়, কোচ বদলানো হবে।"
    assert [s.source for s in said(text, "আবাহনী ক্লাব|ORG")] == ["আবাহনী ক্লাব"]


def test_what_comes_out_of_a_body_is_not_its_word(only):
    text = "ভোলা ব্যাংক থেকে টাকা তুলে নেওয়া হয়েছে বলে পৌরসভার পক্ষ থেকে জানানো হয়।"
    assert only(text, "ভোলা ব্যাংক|ORG", "পৌরসভার|ORG|পৌরসভা").source == "পৌরসভা"


def test_a_concession_and_a_refusal_are_both_said(said):
    text = "ভোলা পুলিশ আগুনের কথা নিশ্চিত করলেও হতাহতের তথ্য জানায়নি।"
    assert [s.stance for s in said(text, "ভোলা পুলিশ|ORG")] == ["confirms", "does_not_confirm"]


def test_a_capital_that_speaks_is_its_government(only):
    assert only("এ খবর নিশ্চিত করেনি মস্কো।", "মস্কো|LOC").source == "রাশিয়া"


def test_a_name_no_list_knows_is_told_by_the_office_before_it(only):
    assert only("পুলিশের কর্মকর্তা মাতিয়ান ফ্রুলু বলেন, আগুন নিভেছে।").source == "মাতিয়ান ফ্রুলু"


@pytest.mark.parametrize("text", ["এদিকে সাধনা মহল আরও লেখেন, ‘কাজ শেষ।’", "দল ছাড়ার ঘোষণা দেন সাধনা মহল।"])
def test_a_name_no_list_knows_is_told_by_its_place_beside_the_verb(text, only):
    statement = only(text)
    assert statement.source == "সাধনা মহল"
    assert statement.sure < CERTAIN


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


class TestNoStatement:
    @pytest.mark.parametrize(
        "text",
        [
            "নাসির উদ্দিন কাল ঢাকায় যাবেন।",
            "নাসির উদ্দিন বলবেন, কাজ শেষ।",
            "বিষয়টি থানায় জানানো হয়েছে।",
            "দল ঘোষণা করেছে ক্রিকেট বোর্ড।",
            "৩১ বলে ৪৭ রান করেন নাসির উদ্দিন।",
            "নাসির উদ্দিন সবাইকে বিদায় জানান।",
            "নাসির উদ্দিন ছবিটির চিত্রনাট্য লিখেছেন।",
            "নাসির উদ্দিন চুপ ছিলেন, যা ইঙ্গিত দেয় কাজ শেষ।",
        ],
    )
    def test_what_is_done_is_not_said(self, text, said):
        assert said(text, MAYOR, "ক্রিকেট বোর্ড|ORG") == []

    def test_a_verb_inside_a_quotation_is_the_speakers_own(self, said):
        found = said("নাসির উদ্দিন বলেন, ‘আমাকে পুলিশ জানায়, চোর পালিয়েছে।’", MAYOR)
        assert [s.source for s in found] == ["নাসির উদ্দিন"]


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


def test_a_subject_named_before_and_taken_up_behind_the_verb_is_one(only):
    assert only("এক সভায় নাসির উদ্দিন এ কথা বলেন তিনি।", MAYOR).source == "নাসির উদ্দিন"


def test_a_left_out_subject_is_a_guess_and_says_so(only):
    statement = only("নাসির উদ্দিন সভায় আসেন। সবাইকে ধন্যবাদ জানান।", MAYOR)
    assert statement.source == "নাসির উদ্দিন"
    assert statement.sure < CERTAIN


def test_statements_are_found_the_same_again(document):
    doc = document("নাসির উদ্দিন বলেন, কাজ শেষ।", MAYOR)
    assert statements(doc) == statements(doc)


def test_a_place_after_two_leaders_is_nobody_who_speaks():
    text = "দুই নেতা কল্পলোক মহাকাশ কেন্দ্রে বৈঠক করেন। বৈঠক শেষে সফরের আমন্ত্রণ জানান।"
    assert not any(s.source and "কেন্দ্র" in s.source for s in shutro.statements(text))


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


@pytest.mark.parametrize(
    ("line", "source"),
    [("খবর জনপদলিপির।", "জনপদলিপি"), ("খবর এক্সিওসের।", "এক্সিওস"), ("সূত্র: নিউজ আওয়ার", "নিউজ আওয়ার")],
)
def test_a_credit_line_names_its_source_without_its_ending(line, source, said):
    assert said(f"বৈঠক স্থগিত হয়েছে।\n{line}")[-1].source == source


@pytest.mark.parametrize(
    "text",
    ["পুলিশের তথ্যমতে তিনজন আহত হয়েছেন।", "পুলিশের ভাষ্যমতে তিনজন আহত হয়েছেন।", "পুলিশেরও দাবি, তিনজন আহত হয়েছেন।"],
)
def test_a_noun_of_saying_alone_belongs_to_the_genitive_before_it(text, only):
    assert only(text).source == "পুলিশ"
