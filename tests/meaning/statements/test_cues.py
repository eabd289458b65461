"""What reports and what does not: verbs and nouns of saying, and words that only look like them."""

from __future__ import annotations

import pytest
from tests.meaning.told import DAY, sources

import shutro

MAYOR = "নাসির উদ্দিন|PER"


def test_every_form_of_a_known_verb_is_a_cue(only):
    for verb in ("বলছেন", "বলেছিলেন", "বললেন", "বলতেন", "জানালেন", "জানিয়েছেন", "লেখেন"):
        assert only(f"নাসির উদ্দিন {verb}, কাজ শেষ।", MAYOR).source == "নাসির উদ্দিন", verb


def test_a_noun_of_saying_goes_with_any_light_verb(only):
    for verb in ("করেন", "জানান", "রাখেন", "তোলেন", "দিয়েছেন"):
        assert only(f"সেতু চালুর দাবি {verb} নাসির উদ্দিন।", MAYOR).cue is not None, verb


def test_a_concession_and_a_refusal_are_both_said(said):
    text = "ভোলা পুলিশ আগুনের কথা নিশ্চিত করলেও হতাহতের তথ্য জানায়নি।"
    assert [s.stance for s in said(text, "ভোলা পুলিশ|ORG")] == ["confirms", "does_not_confirm"]


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


@pytest.mark.parametrize(
    "text",
    ["পুলিশের তথ্যমতে তিনজন আহত হয়েছেন।", "পুলিশের ভাষ্যমতে তিনজন আহত হয়েছেন।", "পুলিশেরও দাবি, তিনজন আহত হয়েছেন।"],
)
def test_a_noun_of_saying_alone_belongs_to_the_genitive_before_it(text, only):
    assert only(text).source == "পুলিশ"


def test_an_accusation_that_nobody_owns_is_an_accusation() -> None:
    text = "দোকান ভাঙচুর করে মালামাল লুট করা হয়েছে বলে অভিযোগ। অভিযোগ, রাতভর তাঁকে আটকে রাখা হয়।"
    found = shutro.statements(text, at=DAY)
    assert [(said.source, said.stance) for said in found] == [(None, "accuses"), (None, "accuses")]
    assert [said.content and said.content.of(text) for said in found] == [
        "দোকান ভাঙচুর করে মালামাল লুট করা হয়েছে",
        "রাতভর তাঁকে আটকে রাখা হয়",
    ]


def test_what_ends_what_is_said_is_no_verb_of_saying() -> None:
    (said,) = shutro.statements("রাতে কয়েকজনকে জেরা করা হচ্ছে বলেও সূত্রের খবর।", at=DAY)
    assert said.source == "সূত্র"


def test_information_given_is_a_report_only_with_what_it_is() -> None:
    assert sources("পুলিশ তিনজনকে আটক করে। তারা অনেক গুরুত্বপূর্ণ তথ্য দিয়েছে।") == []
    assert sources("ট্রলারডুবিতে চারজনের মৃত্যুর তথ্য দিয়েছে পুলিশ।") == ["পুলিশ"]


def test_a_party_right_before_its_claim_makes_it() -> None:
    text = "বিএনপি দাবি করে ১২-৮ ভোটে তারা ইউনিয়নটি জিতে নিয়েছে।"
    assert len(sources(text)) == 1
    assert str(sources(text)[0]).endswith(("বিএনপি", "জাতীয়তাবাদী দল"))


def test_a_noun_of_saying_closes_a_sentence_with_whose_it_is() -> None:
    text = "মেয়র তপন সরকারকে কটাক্ষ বিধায়ক সুজিত পালের। সেতু কেন ভাঙল? প্রশ্ন নাগরিক কমিটির সভাপতি রহিমা খাতুনের।"
    found = shutro.statements(text, at=DAY)
    assert [(said.source, said.stance) for said in found] == [
        ("সুজিত পাল", "criticises"),
        ("রহিমা খাতুন", "asks"),
    ]
    assert found[1].content is not None
    assert found[1].content.of(text) == "সেতু কেন ভাঙল"


def test_words_of_the_hustings_criticise() -> None:
    (said,) = shutro.statements("মেয়রের বিরুদ্ধে আক্রমণ শানালেন বিরোধী দলনেতা সুজিত পাল।", at=DAY)
    assert (said.source, said.stance) == ("সুজিত পাল", "criticises")


def test_to_find_something_true_is_not_to_say_so() -> None:
    assert sources("ভুয়া বিলের অভিযোগের প্রাথমিক সত্যতা পেয়েছে তদন্ত দল।") == []


def test_what_is_only_reported_within_a_report_is_no_other_statement() -> None:
    assert sources("সভা আহ্বান করা হয়েছে বলে জানিয়েছে পুলিশ।") == ["পুলিশ"]


def test_to_want_to_know_is_to_ask() -> None:
    text = "সেতু কবে হবে তা প্রকৌশলীর কাছে জানতে চাইলেন ব্যবসায়ী মোশাররফ হোসেন। তিনি সাংবাদিকদের বলেন, আমরা উত্তর পাইনি।"
    found = shutro.statements(text, at=DAY)
    assert [(said.source, said.stance) for said in found] == [
        ("মোশাররফ হোসেন", "asks"),
        ("মোশাররফ হোসেন", "says"),
    ]


def test_a_question_whether_somebody_does_is_none_of_his_statements() -> None:
    text = "কাউকে সন্দেহ করছেন কি না, এ প্রশ্নের জবাবে মোশাররফ হোসেন বলেন, কারও নাম বলিনি।"
    (said,) = shutro.statements(text, at=DAY)
    assert said.stance == "says"


def test_a_claim_is_its_owners_whoever_the_sentence_ends_with() -> None:
    text = "জেলা সভাপতি তপন মজুমদার থানায় যান। তপনবাবুর অভিযোগ, বাড়িটি ঠিকাদার করিম হকের।"
    assert sources(text) == ["তপন মজুমদার"]


def test_a_noun_of_a_light_verb_is_no_source() -> None:
    text = "মেয়র নাসিমা বেগম দুর্নীতির কথা অস্বীকার করেন। সরকারকে চ্যালেঞ্জ করে বলেন, প্রমাণ থাকলে প্রকাশ করা হোক।"
    assert {said.source for said in shutro.statements(text, at=DAY)} == {"নাসিমা বেগম"}


def test_a_claim_behind_its_content() -> None:
    text = "ঠিকাদার নিম্নমানের ইট দিয়ে কাজ করছেন বলে এলাকাবাসীর দাবি।"
    (said,) = shutro.statements(text, at=DAY)
    assert (said.source, said.stance) == ("এলাকাবাসী", "claims")


def test_what_deserves_attention_claims_nothing() -> None:
    assert shutro.statements("দুই দেশের বৈঠকের পাশাপাশি এই সফর বিশেষ মনোযোগের দাবি রাখে।", at=DAY) == []


def test_the_victim_of_a_killing_admits_nothing() -> None:
    text = (
        "সাংবাদিক মাহবুব হত্যার দায় স্বীকার করেছেন গ্রেপ্তার রুবেল নামে এক যুবক। রুবেল সাংবাদিক মাহবুব হত্যাকাণ্ডের দায় স্বীকার করেছেন।"
    )
    assert "মাহবুব" not in {said.source for said in shutro.statements(text, at=DAY)}


KAMRUL = "কামরুল হাসান|PER"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("কামরুল হাসান যে বক্তব্য-বিবৃতি দিচ্ছেন তা ছাপা হয়।", (KAMRUL,)),
        ("সেনারা হাসপাতাল নিশানা করেছে।", ()),
        ("রাতে গুলির আওয়াজ শোনা যায়।", ()),
        ("আদালত দুই পক্ষের বক্তব্য শোনেন।", ()),
        ("কামরুল হাসান সেদিন অনেক কথা বলেছেন।", (KAMRUL,)),
    ],
)
def test_what_is_no_report(text, names, said):
    assert said(text, *names) == []


@pytest.mark.parametrize(
    "text", ["মৃতের সংখ্যা নিশ্চিত করতে পারেনি পুলিশ।", "পুলিশ আর কিছু জানাতে পারেনি।", "পুলিশ এ খবর নিশ্চিত করেনি।"]
)
def test_who_cannot_say_it_does_not_confirm(text, only):
    assert (only(text).source, only(text).stance) == ("পুলিশ", "does_not_confirm")


KAMRUL_OF = "কামরুল হাসানের|PER|কামরুল হাসান"


NOBODY = [
    ("তাদের নাম জানা যায়নি।", ()),
    ("সভাপতি ফুল দিয়ে প্রধান অতিথিকে অভ্যর্থনা জানান।", ()),
    ("স্টেডিয়ামে এসে দলকে অভিবাদন জানান দর্শকেরা।", ()),
    ("দলে তাঁকে নেওয়ার পেছনে ছিল কোচ কামরুল হাসানের পরামর্শ, আর সেই আস্থার প্রতিদান তিনি দিয়েছেন।", (KAMRUL_OF,)),
]


@pytest.mark.parametrize(("text", "names"), NOBODY)
def test_what_only_looks_like_saying_says_nothing(text, names, said):
    assert said(text, *names) == []


def test_an_application_that_is_turned_down_is_not_denied(said):
    assert not said("বিচারক কামরুল হাসান শুনানি শেষে তাঁর জামিন আবেদন নাকচ করে দেন।", "কামরুল হাসান|PER")
    (denial,) = said("মন্ত্রী কামরুল হাসান সব অভিযোগ নাকচ করেছেন।", "কামরুল হাসান|PER")
    assert (denial.source, denial.stance) == ("কামরুল হাসান", "denies")


def test_a_source_at_the_head_has_the_news_without_a_comma(only):
    text = "পুলিশ সূত্রে খবর দোকানদারের বিরুদ্ধে মামলা রুজু করে তদন্ত শুরু।"
    statement = only(text)
    assert (statement.source, statement.cue.of(text)) == ("পুলিশ সূত্র", "খবর")
    assert statement.content.of(text) == "দোকানদারের বিরুদ্ধে মামলা রুজু করে তদন্ত শুরু"


def test_a_claim_that_nothing_is_there_follows_its_noun_without_a_mark(said):
    text = "দোকানদারেরা বসে আছেন। তাঁদের দাবি বাজারে এখন আর কেনাবেচা নেই, ফলে দোকান বন্ধ।"
    claim = said(text)[0]
    assert claim.stance == "claims"
    assert claim.content.of(text).startswith("বাজারে এখন আর কেনাবেচা নেই")


def test_a_colon_in_a_word_stands_for_its_sign(only):
    statement = only("মৃত্যুতে গভীর শোক ও দু:খ প্রকাশ করেছেন কামরুল হাসান।", "কামরুল হাসান|PER")
    assert (statement.source, statement.stance) == ("কামরুল হাসান", "condoles")


def test_what_may_be_said_is_not_said(said):
    assert not said("ভোটার যদি দাবি করেন যে তিনি ভোট দেননি, সেক্ষেত্রে আঙুল দেখা হবে।")
