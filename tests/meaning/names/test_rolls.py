"""Names in the rolls of local pages, and known ones that a page spells in its own way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutro.meaning.names.names import names


def persons(text: str) -> list[str]:
    return [name.text for name in names(text) if name.kind == "PER"]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("সভায় ছিলেন সদস্য সচিব মো. আনিসুর রহমান আসর, জেলা সদস্য করিম শেখ।", "মো. আনিসুর রহমান আসর"),
        ("অনুষ্ঠানে ছিলেন সাধারণ সম্পাদক আব্দুল হামিদ প্রধান, কোষাধ্যক্ষ রহিম মিয়া।", "আব্দুল হামিদ প্রধান"),
        ("আহ্বায়ক নুরুল ইসলাম লাল এর সভাপতিত্বে সভা হয়।", "নুরুল ইসলাম লাল"),
        ("বীরমুক্তিযোদ্ধা নুরুল ইসলাম সভায় বলেন।", "নুরুল ইসলাম"),
    ],
)
def test_a_common_word_ends_a_name_before_a_comma(text: str, whole: str) -> None:
    assert whole in persons(text)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("চালক আনিসুর রহমান নিহত, আহত তিনজন।", "আনিসুর রহমান"),
        ("ব্যবসায়ী আনিসুর রহমান বাজার থেকে ফিরছিলেন।", "আনিসুর রহমান"),
        ("তার মা সালমা বেগম গৃহিণী।", "সালমা বেগম"),
        ("মেয়র আনিসুর রহমান গতকাল, আজও আসেননি।", "আনিসুর রহমান"),
    ],
)
def test_what_is_said_of_a_person_is_no_part_of_the_name(text: str, whole: str) -> None:
    assert persons(text) == [whole]


def test_persons_of_a_list_tell_the_others() -> None:
    assert persons("মামলায় কফিল, আওলাদ ও জয়নাল হোসেনকে খালাস দেওয়া হয়।") == ["কফিল", "আওলাদ", "জয়নাল হোসেনকে"]


def test_ages_in_brackets_tell_persons() -> None:
    text = "মামলায় জয়নাল হোসেন (৪০), চয়ন মালী (৩৮) ও মতি মালী (৩৫) নামের তিনজন আসামি।"
    assert persons(text) == ["জয়নাল হোসেন", "চয়ন মালী", "মতি মালী"]


@pytest.mark.parametrize("text", ["চাল, ডাল ও লবণ কেনেন তিনি।", "বাজারে ধান (৪০), গম (৩৮) ও পাট (৩৫) ওঠে।"])
def test_a_list_of_things_is_no_list_of_persons(text: str) -> None:
    assert persons(text) == []


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("বি.এন.পি নেতারা সভায় যান।", "বাংলাদেশ জাতীয়তাবাদী দল"),
        ("ডি.এম.পি. কমিশনার সভায় যান।", "ঢাকা মহানগর পুলিশ"),
        ("সুপ্রীমকোর্টের আইনজীবীরা সভায় যান।", "সুপ্রিম কোর্ট"),
        ("আওয়ামি লীগ নেতারা সভায় যান।", "আওয়ামী লীগ"),
        ("ছাত্র লীগ নেতারা সভায় যান।", "বাংলাদেশ ছাত্রলীগ"),
    ],
)
def test_a_body_is_known_in_another_spelling(text: str, body: str) -> None:
    assert [name.canonical for name in names(text)] == [body]


def test_a_country_written_together_is_no_part_of_a_person() -> None:
    found = [(name.text, name.canonical) for name in names("দলে আছেন দক্ষিণআফ্রিকার জ্যাক ক্যালিস।")]
    assert found == [("দক্ষিণআফ্রিকার", "দক্ষিণ আফ্রিকা"), ("জ্যাক ক্যালিস", "জ্যাক ক্যালিস")]


@pytest.mark.parametrize("word", ["প্রত্যয়ে", "জিম্মাই", "সাইনবোর্ডের", "বাটোয়ারার"])
def test_a_word_of_the_dictionary_is_no_name_in_another_spelling(word: str) -> None:
    assert word not in [name.text for name in names(f"সবাই {word} কথা বলেন।")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("তিস্তার পানি বিপৎসীমার ওপরে উঠেছে।", "তিস্তার"),
        ("গতকাল ধরলা ও সুরমা নদীর পানি বাড়ে।", "ধরলা"),
        ("রাতে গোয়াইল বাড়ি এলাকায় আগুন লাগে।", "গোয়াইল বাড়ি"),
        ("প্রধান অতিথি ছিলেন ঝুমুরদিয়া ইউপি চেয়ারম্যান করিম শেখ।", "ঝুমুরদিয়া"),
        ("খেলা হয় শহীদ করিম শেখ স্টেডিয়ামে।", "শহীদ করিম শেখ স্টেডিয়ামে"),
        ("তিনি যাত্রাবাড়ী চৌরাস্তায় নামেন।", "যাত্রাবাড়ী চৌরাস্তায়"),
        ("গতকাল রোববার সন্ধ্যায় চরশিমুল ঘাটের কাছে লঞ্চটি ডুবে যায়।", "চরশিমুল ঘাটের"),
    ],
)
def test_the_words_around_tell_a_place(text: str, place: str) -> None:
    assert (place, "LOC") in [(name.text, name.kind) for name in names(text)]


@pytest.mark.parametrize(
    "text",
    ["সভা চলে রহিম শেখ এর সঞ্চালনায় শহরে।", "বাঁধ পরিদর্শণে জেলা প্রশাসক আসেন।", "কপোতাক্ষ মহাবিদ্যালয়ের পাশে বাঁধ ভাঙে।"],
)
def test_what_somebody_does_is_no_place(text: str) -> None:
    assert [name.text for name in names(text) if name.kind == "LOC"] == []


@pytest.mark.parametrize("text", ["ফুলতলা প্রতিবেদক\nসভা হয়।", "ফুলতলা (খুলনা) সংবাদদাতা ॥ সভা হয়।"])
def test_a_reporter_s_place_is_not_told_of(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("মুখ্যসচিব (Chief Secretary) বিপি গোপালিকা (BP Gopalika) বৈঠক করেন।", ["বিপি গোপালিকা"]),
        ("ভাইস চেয়ারম্যান ড.আসাদুজ্জামান রিপন বলেন, কাজ চলছে।", ["আসাদুজ্জামান রিপন"]),
        ("সভায় মো.করিম শেখ বলেন, কাজ চলছে।", ["মো.করিম শেখ"]),
        ("ব্যারিস্টার শাহজাহান ওমর বীর উত্তম সভায় যান।", ["শাহজাহান ওমর"]),
        ("ফোনে শেখ হাসিনা জাহাঙ্গীর কবীরকে কথা দেন।", ["শেখ হাসিনা", "জাহাঙ্গীর কবীরকে"]),
        ("চিত্রনায়িকা ইয়ামিন হক ববি আসেন। পরে ববি বলেন, কাজ চলছে।", ["ইয়ামিন হক ববি", "ববি"]),
        ("শহরে বিথী হত্যা মামলায় রায় হয়।", ["বিথী"]),
    ],
)
def test_a_person_is_neither_cut_nor_run_on(text: str, told: list[str]) -> None:
    assert persons(text) == told


def test_a_short_title_and_a_given_name_are_no_part_of_the_canonical_name() -> None:
    text = "সভায় মো.করিম শেখ ও ড.আসাদুজ্জামান রিপন বলেন, কাজ চলছে।"
    assert [name.canonical for name in names(text)] == ["করিম শেখ", "আসাদুজ্জামান রিপন"]


def test_a_firm_has_the_whole_name_of_the_person_it_is_called_after() -> None:
    found = [(name.text, name.kind) for name in names("কাজ পায় মীর আক্তার হোসেন লিমিটেড।")]
    assert found == [("মীর আক্তার হোসেন লিমিটেড", "ORG")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ধৃতের নাম লকাই মল্লিক।", ["লকাই মল্লিক"]),
        ("ওই ব্যবসায়ীর নাম আনার মিয়া (৪৭)।", ["আনার মিয়া"]),
        ("আরোহীর নাম শহিদ সরদার।", ["শহিদ সরদার"]),
        ("ধৃতদের নাম শেরা শেখ, সঞ্জু শেখ ও রাজা শেখ।", ["শেরা শেখ", "সঞ্জু শেখ", "রাজা শেখ"]),
        ("নিহতের নাম পরিচয় জানা যায়নি।", []),
        ("তাদের নাম ঠিকানা, বয়স ও পেশা লেখা হয়।", []),
        ("ছবির নাম বীর।", []),
    ],
)
def test_the_word_for_a_name_tells_a_person(text: str, told: list[str]) -> None:
    assert persons(text) == told


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("মন্ত্রী শ ম রেজাউল করিম সভায় বলেন।", "শ ম রেজাউল করিম"),
        ("উপদেষ্টা আ ফ ম খালিদ হোসেন সভায় বলেন।", "আ ফ ম খালিদ হোসেন"),
        ("আইনজীবী হারুন-অর-রশিদ বলেন, কাজ চলছে।", "হারুন-অর-রশিদ"),
        ("মুখপাত্র আবদেল-লতিফ আল-কানোয়া বলেন, কাজ চলছে।", "আবদেল-লতিফ আল-কানোয়া"),
    ],
)
def test_initials_and_hyphens_belong_to_a_name(text: str, whole: str) -> None:
    assert persons(text) == [whole]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("রায় দেন খুলনা দ্রুত বিচার ট্রাইব্যুনালের বিচারক।", "খুলনা দ্রুত বিচার ট্রাইব্যুনালের"),
        ("রায় দেয় জামালপুর জেলা ও দায়রা জজ আদালত।", "জামালপুর জেলা ও দায়রা জজ আদালত"),
        ("সভায় অগ্রণী ব্যাংক শাখার কর্মীরা ছিলেন।", "অগ্রণী ব্যাংক"),
    ],
)
def test_a_body_has_its_whole_name_and_no_more(text: str, body: str) -> None:
    assert body in [name.text for name in names(text) if name.kind == "ORG"]


def test_a_place_behind_a_person_is_no_part_of_the_name() -> None:
    found = [(name.text, name.kind) for name in names("গ্রেফতার রহিম হোসেন সর্দার মাদারিপুর জেলার মহেশপুর গ্রামের লোক।")]
    assert found[:2] == [("রহিম হোসেন সর্দার", "PER"), ("মাদারিপুর", "LOC")]


def test_the_grass_roots_are_a_party_only_where_the_text_tells_of_it() -> None:
    assert names("দলের তৃণমূলের মতামত নেওয়া হবে।") == []
    party = names("তৃণমূলের বিরুদ্ধে বিজেপি মিছিল করে।")
    assert [name.canonical for name in party] == ["তৃণমূল কংগ্রেস", "ভারতীয় জনতা পার্টি"]


def test_a_camp_and_custody_are_bodies_only_where_the_text_tells_of_them() -> None:
    assert names("শরণার্থীদের শিবিরে খাবার নেই। শিবিরের লোকজন না খেয়ে আছে।") == []
    assert names("পুলিশের হেফাজত থেকে আসামি পালিয়েছে।") == []
    (body,) = names("ক্যাম্পাসে মিছিল করেছে শিবির।")
    assert body.canonical == "বাংলাদেশ ইসলামী ছাত্রশিবির"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("মামলার আসামি জামিল শরীফ ওরফে মো. আল আমীন, করিম শেখ।", ["জামিল শরীফ", "মো. আল আমীন", "করিম শেখ"]),
        ("গ্রেফতার হন সোমনাথ পাল ওরফে বাপন।", ["সোমনাথ পাল", "বাপন"]),
        ("গ্রেফতার হন সোমনাথ পাল ওরফে ডাক্তার।", ["সোমনাথ পাল"]),
        ("আহবায়ক অ্যাড. শামছুল আলম প্রধান এবং সদস্য সচিব করিম শেখ আসেন।", ["শামছুল আলম প্রধান", "করিম শেখ"]),
        ("ক্যামেরাপার্সন সুমন হাসান ও স্টাফ রিপোর্টার আল আমিন আহমেদ আসেন।", ["সুমন হাসান", "আল আমিন আহমেদ"]),
    ],
)
def test_other_names_and_what_people_do(text: str, told: list[str]) -> None:
    assert persons(text) == told


def test_a_place_between_two_places_is_one() -> None:
    found = [(name.text, name.kind) for name in names("বাঁকুড়ার ইন্দাসের চাঁদপাড়ায় বাড়ি।")]
    assert found == [("বাঁকুড়ার", "LOC"), ("ইন্দাসের", "LOC"), ("চাঁদপাড়ায়", "LOC")]


_SIGNS = "নাম ওরফে ও , । ( ) - . ’ মো র এর ৪০ হত্যা মামলা ধৃতের থানা আদালত"
_WORDS = "তিস্তা পানি ইউপি মোড় আল স আ রহিম মিয়া সরদার শাখা বি এন পি গ্রাম ঢাকার প্রতিনিধি ববি বীর উত্তম সচিব BP"


@given(
    st.lists(st.sampled_from([*_SIGNS.split(), *_WORDS.split(), "\n"]), max_size=20),
    st.lists(st.booleans(), min_size=20, max_size=20),
)
def test_names_stand_in_order_wherever_their_signs_do(words: list[str], spaced: list[bool]) -> None:
    text = "".join(word + " " * space for word, space in zip(words, spaced, strict=False))
    last = 0
    for name in names(text):
        assert name.start >= last
        assert name.canonical
        assert text[name.start : name.end] == name.text
        last = name.end
