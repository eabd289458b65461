"""Names that are whole: titles, nicknames, media, stations, villages, and who returns by a common word."""

from __future__ import annotations

import pytest

from shutro.meaning.names.names import names


def found(text: str) -> list[tuple[str, str]]:
    return [(name.text, name.kind) for name in names(text)]


def told(text: str) -> list[str]:
    return [name.canonical for name in names(text) if name.kind == "PER"]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("কনভেনর জুনাইদ মকবুল সিদ্দিকি বলেন, জোট থাকবে না।", ["জুনাইদ মকবুল সিদ্দিকি"]),
        ("চিকিৎসক রজত শুভ্র ব্যানার্জীর বাড়িতে তালা ঝুলছে।", ["রজত শুভ্র ব্যানার্জী"]),
        ("বিধায়ক তুহিনা গোস্বামী সভায় যান।", ["তুহিনা গোস্বামী"]),
        ("ভাতিজা দুলা মিয়াকে মারধর করেন চাচা।", ["দুলা মিয়া"]),
        ("আসামী ছাদেক পলাতক।", ["ছাদেক"]),
        ("বুয়েটছাত্র ফাহাদ নূর থানায় যান।", ["ফাহাদ নূর"]),
        ("প্রতিমন্ত্রী নাসরিন সুলতানা পুতুল সভায় বলেন।", ["নাসরিন সুলতানা পুতুল"]),
    ],
)
def test_a_title_tells_where_a_name_begins(text: str, persons: list[str]) -> None:
    assert told(text) == persons


@pytest.mark.parametrize(
    "text",
    [
        "পঙ্গু রোগীরা হাসপাতালে আছেন বলে জানান চিকিৎসক মহোদয়।",
        "সিইসি বলেন, ভোট হবে।",
        "ওসি জানান, মামলা হয়েছে।",
    ],
)
def test_an_office_alone_is_nobody_s_name(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "person", "body"),
    [
        ("ওসি আব্দুল ওয়াহাদ বাংলানিউজকে এ তথ্য জানিয়েছেন।", "আব্দুল ওয়াহাদ", "বাংলানিউজকে"),
        ("সমন্বয়ক জাকারিয়া সমকালকে বলেন, কাজ চলছে।", "জাকারিয়া", "সমকালকে"),
        ("অফিসার মাহবুব ডেইলি বাংলাদেশকে তথ্যটি নিশ্চিত করেন।", "মাহবুব", "ডেইলি বাংলাদেশকে"),
        ("পরিদর্শক কামরুল ইসলাম জনপদ বার্তাকে জানান, তদন্ত চলছে।", "কামরুল ইসলাম", "জনপদ বার্তাকে"),
    ],
)
def test_who_speaks_and_the_medium_spoken_to_are_two(text: str, person: str, body: str) -> None:
    assert (person, "PER") in found(text)
    assert (body, "ORG") in found(text)


@pytest.mark.parametrize(
    ("text", "station"),
    [
        ("পালং মডেল থানার ভারপ্রাপ্ত কর্মকর্তা জানান, মামলা হয়েছে।", "পালং মডেল থানার"),
        ("খবর পেয়ে ঝিনুকদহ থানার ওসি আসেন।", "ঝিনুকদহ থানার"),
    ],
)
def test_a_station_is_named_by_what_stands_before_it(text: str, station: str) -> None:
    assert (station, "ORG") in found(text)


@pytest.mark.parametrize(
    "text", ["সংশ্লিষ্ট থানার ওসি জানান।", "এ ঘটনায় থানায় মামলা হয়েছে।", "পরে মরদেহ থানায় আনা হয়।", "স্থানীয় থানার পুলিশ আসে।"]
)
def test_a_station_without_a_name_is_none(text: str) -> None:
    assert found(text) == []


def test_a_village_is_told_by_what_it_ends_in() -> None:
    text = "তিনি কাকারটোলায় থাকতেন। নিচতলায় আগুন লাগে।"
    assert found(text) == [("কাকারটোলায়", "LOC")]


def test_a_person_returns_by_a_common_word_where_something_says_so() -> None:
    text = "তুষার শেখ ও অন্তর শেখ গ্রেপ্তার হন। তারা তুষারের গাড়িতে যান। অন্তর বলেন, তিনি নির্দোষ।"
    assert told(text) == ["তুষার শেখ", "অন্তর শেখ", "তুষার শেখ", "অন্তর শেখ"]


def test_a_common_word_stays_one_where_nothing_says_so() -> None:
    text = "তুষার শেখ পাহাড়ে যান। রাতভর তুষার পড়ে।"
    assert told(text) == ["তুষার শেখ"]


def test_before_a_verb_of_telling_nothing_is_owned() -> None:
    assert told("ক্যাপ্টেন তাহমির জানান, অভিযান চলছে।") == ["তাহমির"]


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("মৎস্য ও প্রাণিসম্পদ মন্ত্রণালয় চিঠি দেয়।", "মৎস্য ও প্রাণিসম্পদ মন্ত্রণালয়"),
        ("বাকৃবিতে ভর্তি শুরু।", "বাংলাদেশ কৃষি বিশ্ববিদ্যালয়"),
        ("কোচবিহারে সভা হয়।", "কোচবিহার"),
    ],
)
def test_ministries_universities_and_towns_are_known(text: str, canonical: str) -> None:
    assert canonical in [name.canonical for name in names(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("নারায়ণগঞ্জ সদর নৌ থানা সূত্র জানায়।", ("নারায়ণগঞ্জ সদর নৌ থানা", "ORG")),
        ("ধরাঘাট পুলিশ ফাঁড়িতে ভাঙচুর হয়।", ("ধরাঘাট পুলিশ ফাঁড়িতে", "ORG")),
        ("বংশী নদী থেকে লাশ উদ্ধার।", ("বংশী নদী", "LOC")),
        ("আলিপুর আদালতে মামলা হয়।", ("আলিপুর আদালতে", "ORG")),
        ("মং-চিং-নু মারমা বলেন, কাজ চলছে।", ("মং-চিং-নু মারমা", "PER")),
        ("আইনজীবী মো. আমিমুল এহসান জোবায়ের শুনানি করেন।", ("মো. আমিমুল এহসান জোবায়ের", "PER")),
        ("নিহত হরগোবিন্দ দাস ও চন্দন দাসের বাড়ি।", ("চন্দন দাসের", "PER")),
        ("বগুড়ার ঝিকরঞায় মিছিল হয়।", ("ঝিকরঞায়", "LOC")),
    ],
)
def test_nouns_lists_and_hyphens_tell_how_far_a_name_goes(text: str, name: tuple[str, str]) -> None:
    assert name in found(text)


@pytest.mark.parametrize(
    "text", ["ঢাকার আদালতে হাজির।", "বগুড়ার মণ্ডপগুলোতে ভিড়।", "বড় নদী ভাঙছে।", "এই নদী দিয়ে নৌকা চলে।"]
)
def test_what_only_lies_beside_a_place_is_none(text: str) -> None:
    assert [name for name in found(text) if name[0] not in {"ঢাকার", "বগুড়ার"}] == []


def test_a_spelling_that_many_bear_is_the_well_known_person_s_only_where_the_text_says_so() -> None:
    assert told("লিখিত বক্তব্য পড়েন নাসির উদ্দিন।") == ["নাসির উদ্দিন"]
    assert told("সিইসি নাসির উদ্দিন বলেন, ভোট হবে।") == ["এ এম এম নাসির উদ্দীন"]
    assert told("কৃষক আসাদ বলেন, ফসল নষ্ট।") == ["আসাদ"]
    assert told("সিরিয়ার প্রেসিডেন্ট আসাদ দেশ ছাড়েন।") == ["বাশার আল আসাদ"]


def test_a_word_that_tells_who_is_meant_is_no_part_of_another_word() -> None:
    assert told("কৃষক সালাহ বলেন, গোলাম আলী আসেন।")[0] == "সালাহ"
    assert told("শেষ গোলে সালাহ দলকে জেতান।") == ["মোহাম্মদ সালাহ"]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("এবার পুরস্কার পাচ্ছেন কবিতায় রাহেল মাহমুদ চৌধুরী, নাটকে করিম শেখ।", "রাহেল মাহমুদ চৌধুরী"),
        ("গানটি লিখেছেন খায়রুল আমিন সবুজ, সুর করেছেন করিম শেখ।", "খায়রুল আমিন সবুজ"),
        ("প্রতিবেশী জমির উদ্দিনের সঙ্গে তাঁর বিরোধ ছিল।", "জমির উদ্দিন"),
        ("পরিষদের সভাপতি শীতল মারান্ডি বলেন, জমি ফেরত চাই।", "শীতল মারান্ডি"),
        ("মন্ত্রী হিসেবে আ. হ. ম. মুস্তফা জামালকে সবাই চেনে।", "আ. হ. ম. মুস্তফা জামাল"),
        ("গ্রেপ্তার হন শিশুটির দাদু সুবল কুমার চাকমা।", "সুবল কুমার চাকমা"),
        ("সহকারী অধ্যাপক ড. শরিফুজ্জামান মজুমদার জানান, কাজ চলছে।", "শরিফুজ্জামান মজুমদার"),
        ("জেলার পুলিশ সুপার নূরে আলম মিনা এ কথা জানান।", "নূরে আলম মিনা"),
    ],
)
def test_a_person_s_name_has_all_its_words_and_no_other(text: str, whole: str) -> None:
    assert ("PER", whole) in {(name.kind, name.canonical) for name in names(text)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("উপজেলার ভাটি ঝলকিহারা গ্রামে আগুন লেগেছে।", ("LOC", "ভাটি ঝলকিহারা")),
        ("ইউনিয়নের ফুলঝরা উত্তরপাড়া গ্রামে আগুন লেগেছে।", ("LOC", "ফুলঝরা উত্তরপাড়া")),
        ("তাঁকে ঝুলকাঠা কবরস্থানে দাফন করা হয়।", ("LOC", "ঝুলকাঠা কবরস্থান")),
        ("বুধবার বিকেলে বাংলা একাডেমির মহাপরিচালক এ কথা জানান।", ("ORG", "বাংলা একাডেমি")),
        ("খেলা হয় বীরশ্রেষ্ঠ শহীদ সিপাহী কামাল হোসেন স্টেডিয়ামে।", ("LOC", "বীরশ্রেষ্ঠ শহীদ সিপাহী কামাল হোসেন স্টেডিয়াম")),
    ],
)
def test_places_and_bodies_have_all_their_words_and_no_other(text: str, name: tuple[str, str]) -> None:
    assert name in {(one.kind, one.canonical) for one in names(text)}


def test_two_known_places_side_by_side_stay_two() -> None:
    told = [name.text for name in names("তাঁরা কুমারখালী ফুলবাড়ী এলাকায় থাকেন।") if name.kind == "LOC"]
    assert told == ["কুমারখালী", "ফুলবাড়ী"]


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("সভায় ছিলেন উপজেলা নির্বাহী অফিসার সাজিয়া নাহের’র পরিবার।", "সাজিয়া নাহের"),
        ("পরিচালনা করেন রুনু নকরেক, মার্গারেট চিরান প্রমূখ।", "মার্গারেট চিরান"),
        ("কর্মকর্তা লসমী চাকমা এঁর সভাপতিত্বে সভা হয়।", "লসমী চাকমা"),
        ("জেলা প্রশাসক ড. তরুণ কান্তি শিকদার সভায় ছিলেন।", "তরুণ কান্তি শিকদার"),
        ("অনুষ্ঠানে রেভা ফাদার তপন মাইকেল ম্রং প্রার্থনা করেন।", "তপন মাইকেল ম্রং"),
    ],
)
def test_what_is_printed_onto_a_name_is_none_of_it(text: str, canonical: str) -> None:
    assert ("PER", canonical) in {(name.kind, name.canonical) for name in names(text)}


def test_common_nouns_with_the_ending_of_where_are_no_place() -> None:
    text = "সুশান্ত মল্লিকের সঞ্চালনায় সভায় সবাই কথা বলেন। মাছ ধরার উদ্দেশ্যে নদীতে জাল পাতা হয়।"
    assert [name.canonical for name in names(text)] == ["সুশান্ত মল্লিক"]
