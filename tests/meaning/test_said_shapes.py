"""Who says what in how many words, over the shapes of headlines, Kolkata desks, posts, offices and wires.

A case is a text, the names in it (`printed|KIND|canonical`), and of each statement that does not only go
on: the speaker, the stance and the words, None where they do not matter.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from shutro.meaning.statements.attribution import CERTAIN, statements

WHO = "কামরুল হাসান"
KAMRUL = f"{WHO}|PER"
KAMRUL_OF = f"কামরুল হাসানের|PER|{WHO}"
RAHIM = "রহিম উদ্দিন"
RAHIM_NOM = f"{RAHIM}|PER"

HEADLINES = [
    ("জেলেদের কথা সমিতি মানে না: কামরুল হাসান", (KAMRUL,), [(WHO, "says", "জেলেদের কথা সমিতি মানে না")]),
    ("‘আমরা হারব না’, জেলে সমিতিকে খোঁচা কামরুল হাসানের", (KAMRUL_OF,), [(WHO, "criticises", None)]),
    (
        "‘মাছ নেই নদীতে’, বনকে তোপ কামরুলের\nসভায় বললেন মন্ত্রী কামরুল হাসান, নদী খনন দরকার।",
        (f"কামরুলের|PER|{WHO}", KAMRUL),
        [(WHO, "criticises", "মাছ নেই নদীতে"), (WHO, "says", None)],
    ),
    ("জল নিয়ে সরব কামরুল হাসান।", (KAMRUL,), [(WHO, "criticises", "জল নিয়ে")]),
    ("মেলা হবে না, জানিয়ে দিলেন কামরুল!\nকামরুল হাসান কাল আসবেন।", (KAMRUL,), [(WHO, "says", "মেলা হবে না")]),
]

BEHIND_A_QUOTATION = [
    (
        "‘নদী শুকিয়ে গেছে। মাছ নেই।’ মন্তব্য কামরুল হাসানের।",
        (KAMRUL_OF,),
        [(WHO, "says", "নদী শুকিয়ে গেছে। মাছ নেই।")],
    ),
    (
        "‘নদী শুকিয়ে গেছে। মাছ নেই।’ কড়া মন্তব্য কামরুল হাসানের।",
        (KAMRUL_OF,),
        [(WHO, "says", "নদী শুকিয়ে গেছে। মাছ নেই।")],
    ),
    ("‘নদী শুকিয়ে গেছে।’ দাবি নেতা কামরুল হাসান (Kamrul Hasan)।", (KAMRUL,), [(WHO, "claims", "নদী শুকিয়ে গেছে।")]),
    (
        "কড়া কটাক্ষ করে কামরুল হাসানের মন্তব্য, ‘এ মেলা কার?’",
        (KAMRUL_OF,),
        [(WHO, None, "এ মেলা কার?")],
    ),
    (
        "সেতু ভাঙা হবে না, এমনটাই দাবি নদী রক্ষা কমিটির (নরক)।",
        ("নদী রক্ষা কমিটির|ORG|নদী রক্ষা কমিটি",),
        [("নদী রক্ষা কমিটি", "claims", None)],
    ),
    (
        "মামলা সকালে নেওয়া হোক, এমন আর্জি জানান কামরুল হাসান।",
        (KAMRUL,),
        [(WHO, "asks", "মামলা সকালে নেওয়া হোক")],
    ),
]

VERBS = [
    ("কামরুল হাসান একের পর এক কটাক্ষ ছুড়ে দিলেন।", (KAMRUL,), [(WHO, "criticises", None)]),
    ("সভা থেকে জেলে সমিতিকে নিশানা করলেন কামরুল হাসান।", (KAMRUL,), [(WHO, "criticises", None)]),
    ("দখলের বিরুদ্ধে সরব হলেন কামরুল হাসান।", (KAMRUL,), [(WHO, "criticises", "দখলের বিরুদ্ধে")]),
    ("কামরুল হাসান ছেলের জন্য সবার কাছে দোয়া চেয়েছেন।", (KAMRUL,), [(WHO, "asks", None)]),
    (
        "নদী বিক্রির খবরকে ‘ভিত্তিহীন’ বলে উড়িয়ে দিয়েছে বন বিভাগ।",
        ("বন বিভাগ|ORG",),
        [("বন বিভাগ", "denies", None)],
    ),
    ("কামরুল হাসান শিক্ষকের মৃত্যুতে গভীর শোক ও দুঃখ প্রকাশ করেছেন।", (KAMRUL,), [(WHO, "condoles", "শিক্ষকের মৃত্যুতে")]),
    ("শ্রমিকেরা কামরুল হাসানের পদত্যাগ দাবি করছেন।", (KAMRUL_OF,), [("শ্রমিকেরা", "asks", f"{WHO}ের পদত্যাগ")]),
    ("শ্রমিকেরা দাবি করছেন, কারখানা বন্ধ।", (), [("শ্রমিকেরা", "claims", "কারখানা বন্ধ")]),
    (
        "কামরুল মিয়ার দাবি তাঁর ছেলে একাই ঘরে ছিলেন।",
        ("কামরুল মিয়ার|PER|কামরুল মিয়া",),
        [("কামরুল মিয়া", "claims", "তাঁর ছেলে একাই ঘরে ছিলেন")],
    ),
    (
        "একজন শিক্ষক কামরুল হাসানের কাছে জানতে চান তিনি যাবেন কি না।",
        (KAMRUL_OF,),
        [("একজন শিক্ষক", "asks", "তিনি যাবেন কি না")],
    ),
    ("মন্ত্রণালয়ের একজন কর্মকর্তা বলেন, সেতু বন্ধ।", (), [("মন্ত্রণালয়ের একজন কর্মকর্তা", "says", "সেতু বন্ধ")]),
    ("তবে কিয়েভ তা অস্বীকার করেছেন।", ("কিয়েভ|LOC",), [("ইউক্রেন", "denies", "তা")]),
    (
        "কামরুল হাসান, এমপি বলেছেন, সেতু হবে।",
        (KAMRUL,),
        [(WHO, "says", "সেতু হবে")],
    ),
]

WRITTEN = [
    (
        "কামরুল হাসান একটি পোস্ট দিয়েছেন। এতে লিখেছেন:\nনদী আর নেই।",
        (KAMRUL,),
        [(WHO, "says", None), (WHO, "says", "নদী আর নেই")],
    ),
    (
        "মৌসুমি কাল তার স্ট্যাটাসে লেখেন, আমি আর নেই।",
        (),
        [("মৌসুমি", "says", "আমি আর নেই")],
    ),
    (
        "কৃষি অধিদপ্তরের নিয়ন্ত্রণ কক্ষ থেকে এ তথ্য জানানো হয়।",
        ("কৃষি অধিদপ্তরের|ORG|কৃষি অধিদপ্তর",),
        [("কৃষি অধিদপ্তর", "says", "এ তথ্য")],
    ),
    (
        "শহর মহানগর পুলিশের (শমপু) পক্ষ থেকে এ তথ্য জানানো হয়।",
        ("শহর মহানগর পুলিশের|ORG|শহর মহানগর পুলিশ",),
        [("শহর মহানগর পুলিশ", "says", "এ তথ্য")],
    ),
    (
        "সুরমা ব্যাংক (সুব্যা) সূত্রে এ তথ্য জানা গেছে।",
        ("সুরমা ব্যাংক|ORG",),
        [("সুরমা ব্যাংক সূত্র", "says", "এ তথ্য")],
    ),
    ("আদালত সূত্রে খবর, রায় কাল।", (), [("আদালত সূত্র", "says", "রায় কাল")]),
    (
        "সেতু আর খুলবে না। বলেছেন কামরুল হাসান।",
        (KAMRUL,),
        [(WHO, "says", "সেতু আর খুলবে না")],
    ),
    (
        "বিষয়টি তার পরিবারের পক্ষ থেকে নিশ্চিত করেছেন কামরুল হাসান।",
        (KAMRUL,),
        [(WHO, "confirms", "বিষয়টি")],
    ),
    (
        "কামরুল হাসান বিষয়টি রয়টার্সকে নিশ্চিত করেছেন।",
        (KAMRUL, "রয়টার্সকে|ORG|রয়টার্স"),
        [(WHO, "confirms", "বিষয়টি")],
    ),
    ("বন্যার ঘটনায় শোক জানিয়ে বিবৃতি দিয়েছে ভারত।", ("ভারত|LOC",), [("ভারত", "condoles", "বন্যার ঘটনায়")]),
    ("এক সভায় কামরুল হাসান জানান নদীর নানা সমস্যা সম্পর্কে।", (KAMRUL,), [(WHO, "says", "নদীর নানা সমস্যা সম্পর্কে")]),
    ("সব দাবি কামরুল হাসান দৃঢ়ভাবে প্রত্যাখ্যান করেছেন।", (KAMRUL,), [(WHO, "rejects", "সব দাবি")]),
]


@pytest.mark.parametrize(("text", "names", "wanted"), HEADLINES + BEHIND_A_QUOTATION + VERBS + WRITTEN)
def test_who_says_what(text, names, wanted, said):
    found = [s for s in said(text, *names) if not s.inferred]
    assert len(found) == len(wanted), found
    for statement, (source, stance, words) in zip(found, wanted, strict=True):
        assert statement.source == source
        assert stance in {None, statement.stance}
        assert words is None or statement.content.of(text) == words


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


def test_those_who_spoke_together_go_on_as_they(said):
    text = "সভাপতি কামরুল হাসান ও সম্পাদক রহিম উদ্দিন শোক প্রকাশ করেছেন। তাঁরা বলেন, এ ক্ষতি পূরণ হবে না।"
    speakers = [(s.source, s.rule.endswith(":together")) for s in said(text, KAMRUL, RAHIM_NOM)]
    assert speakers == [(WHO, False), (RAHIM, False), (WHO, True), (RAHIM, True)]


def test_they_are_one_body_again_once_it_has_spoken(said):
    text = "সভাপতি কামরুল হাসান ও সম্পাদক রহিম উদ্দিন শোক প্রকাশ করেছেন। পুলিশ জানায়, একজন আটক। তারা বলেছে, তদন্ত চলছে।"
    assert said(text, KAMRUL, RAHIM_NOM)[-1].source == "পুলিশ"


def test_this_actress_is_whoever_was_named_last(said):
    text = "ছবিতে থাকছেন না সালমা বেগম। এ নিয়ে কিছু বলেননি এই অভিনেত্রী।"
    (statement,) = said(text, "সালমা বেগম|PER")
    assert (statement.source, statement.stance) == ("সালমা বেগম", "does_not_confirm")


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


def test_a_word_behind_a_name_that_may_belong_to_it_makes_it_unsure(document):
    def sure(text: str) -> float:
        doc = document(text, KAMRUL)
        tagged = tuple(replace(name, rule="tagger") for name in doc.names)
        return statements(replace(doc, names=tagged))[0].sure

    assert sure("কামরুল হাসান শিমুল বলেন, সেতু হবে।") < CERTAIN <= sure("কামরুল হাসান বলেন, সেতু হবে।")


def test_an_interview_is_its_guests_turns(said):
    text = "মেলার আগে আলাপ।\nপ্রশ্ন: মেলায় যাবেন?\nকামরুল হাসান: সময় নেই। আমি যাব না।\nপ্রশ্ন: কেন?\nকামরুল হাসান: টাকা শেষ।"
    turns = [(s.source, s.content.of(text), s.inferred) for s in said(text, KAMRUL)]
    assert turns == [(WHO, "সময় নেই", False), (WHO, "আমি যাব না", True), (WHO, "টাকা শেষ", False)]


def test_a_name_with_a_colon_in_a_list_is_no_turn(said):
    assert said("কমিটির তালিকা।\nকামরুল হাসান: সভাপতি, জন্ম ঢাকায়।", KAMRUL, "ঢাকায়|LOC|ঢাকা") == []


def test_the_next_speaker_takes_the_word_with_no_stop_between(said):
    text = "মন্ত্রী কামরুল হাসান বলেন, সেতু হবে, সচিব রহিম উদ্দিন বলেন, টাকা নেই।"
    assert [(s.source, s.content.of(text)) for s in said(text, KAMRUL, RAHIM_NOM)] == [
        (WHO, "সেতু হবে"),
        (RAHIM, "টাকা নেই"),
    ]


def test_who_is_quoted_in_somebodys_words_does_not_take_the_word(only):
    text = "মন্ত্রী কামরুল হাসান বলেন, সচিব রহিম উদ্দিন জানিয়েছেন, টাকা নেই।"
    statement = only(text, KAMRUL, RAHIM_NOM)
    assert (statement.source, statement.via) == (RAHIM, (WHO,))


@pytest.mark.parametrize(
    "text", ["মৃতের সংখ্যা নিশ্চিত করতে পারেনি পুলিশ।", "পুলিশ আর কিছু জানাতে পারেনি।", "পুলিশ এ খবর নিশ্চিত করেনি।"]
)
def test_who_cannot_say_it_does_not_confirm(text, only):
    assert (only(text).source, only(text).stance) == ("পুলিশ", "does_not_confirm")


def test_running_speech_goes_on_over_what_unnamed_others_do_in_it(said):
    text = "কামরুল হাসান বলেন, আমরা ভয়ে আছি। মামলা না করতে আমাকে হুমকি দিচ্ছে। আমার ঘর নেই।"
    assert [(s.source, s.inferred) for s in said(text, KAMRUL)] == [(WHO, False), (WHO, True), (WHO, True)]


def test_who_signed_it_issued_it(only):
    assert only("কামরুল হাসান স্বাক্ষরিত এক বিজ্ঞপ্তিতে এ তথ্য জানানো হয়।", KAMRUL).source == WHO


def test_who_gives_a_body_its_name_is_not_its_chairman(said):
    text = "জেলে সমিতির সভাপতি কামরুল হাসান বলেন, মাছ নেই। জেলেদের অভিযোগ, নদী শুকনো। এক জেলে বলেন, জাল নেই।"
    assert [s.source for s in said(text, KAMRUL)] == [WHO, "জেলে", "এক জেলে"]


@pytest.mark.parametrize(
    ("text", "names", "speaker"),
    [
        ("সুরমা বিশ্ববিদ্যালয় কর্তৃপক্ষ এ কথা জানিয়েছে।", ("সুরমা বিশ্ববিদ্যালয়|ORG",), "সুরমা বিশ্ববিদ্যালয় কর্তৃপক্ষ"),
        ("পাড়ার বেশ কয়েকটি পরিবার জানিয়েছে, জল নেই।", (), "পাড়ার বেশ কয়েকটি পরিবার"),
        ("নদী শুকিয়ে গেছে বলে অভিযোগ তুলেছেন ছাত্রীর বাবা-মা।", (), "ছাত্রীর বাবা-মা"),
        ("স্থানীয় সংবাদ মাধ্যমগুলো বলছে, সেতুটি ভেঙে গেছে।", (), "স্থানীয় সংবাদমাধ্যম"),
    ],
)
def test_what_an_unnamed_speaker_is_called(text, names, speaker, only):
    assert only(text, *names).source == speaker
