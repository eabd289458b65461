"""What the words and signs beside a name make of it: brackets, ages, apostrophes, where its bearer lives."""

from __future__ import annotations

import pytest
from tests.meaning.told import DAY

import shutro


def found(text: str) -> list[tuple[str, str, str]]:
    return [(n.text, n.kind, n.canonical) for n in shutro.names(text)]


def canonical(text: str) -> set[str]:
    return {name for _, _, name in found(text)}


def test_the_text_spells_persons_and_places_its_own_way() -> None:
    assert ("শাহবাজ শরীফ", "PER", "শাহবাজ শরীফ") in found("প্রধানমন্ত্রী শাহবাজ শরীফ আসেন।")
    assert found("শাহবাজ শরিফ ও শাহবাজ শরীফ আসেন।")[1][2] == "শাহবাজ শরিফ"


def test_a_body_keeps_its_official_spelling() -> None:
    assert ("আলজাজিরা", "ORG", "আল জাজিরা") in found("আলজাজিরা এ খবর দিয়েছে।")


def test_a_party_with_another_short_form_is_another_party() -> None:
    text = "জাতীয় পার্টি (জেপি) সভা করেছে। জেপির নেতা আসেন। জাতীয় পার্টির সভায় লোক হয়।"
    assert {name for _, kind, name in found(text) if kind == "ORG"} == {"জাতীয় পার্টি (জেপি)"}
    assert canonical("জাতীয় পার্টি (জাপা) সভা করেছে।") == {"জাতীয় পার্টি"}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("আমতলী (বরগুনা) প্রতিনিধি জানান, বরগুনায় বৃষ্টি হয়েছে।", {"বরগুনায়": "বরগুনা"}),
        (
            "বিরামপুর (দিনাজপুর) প্রতিনিধি : বিরামপুরে আগুনে দোকান পুড়েছে। পরে দিনাজপুর থেকে দমকল আসে।",
            {"দিনাজপুর": "দিনাজপুর", "বিরামপুরে": "বিরামপুর"},
        ),
    ],
)
def test_where_a_place_lies_is_no_other_name_of_it(text: str, places: dict[str, str]) -> None:
    assert {(printed, name) for printed, _, name in found(text) if printed in places} == places.items()


@pytest.mark.parametrize("text", ["ঢাকাস্থ জাপানি দূতাবাস জানায়।", "ঢাকায় অবস্থিত জাপানি দূতাবাস জানায়।"])
def test_an_embassy_is_known_by_its_city(text: str) -> None:
    assert "ঢাকায় জাপানি দূতাবাস" in canonical(text)


def test_stray_joiners_are_in_no_canonical_name() -> None:
    assert found("কু\u200cড়িগ্রাম-৩ আসনে ভোট।") == [("কু\u200cড়িগ্রাম-৩", "LOC", "কুড়িগ্রাম-৩")]


def test_listed_places_with_an_ending_are_found_however_rare() -> None:
    assert ("তাহিরপুরের", "LOC", "তাহিরপুর") in found("নৌকাডুবি হয় তাহিরপুরের হাওরে।")


def test_a_competition_and_a_side_in_it_are_two() -> None:
    assert {(printed, kind) for printed, kind, _ in found("বিবিএলে সিডনি থান্ডারের হয়ে খেলেন।")} == {
        ("বিবিএলে", "EVENT"),
        ("সিডনি থান্ডারের", "ORG"),
    }


def test_a_word_between_a_name_and_an_age_is_part_of_the_name() -> None:
    assert ("করিম শেখ ঝিলিক", "PER", "করিম শেখ ঝিলিক") in found("আসামি করিম শেখ ঝিলিক (২১) পলাতক।")
    assert ("করিম শেখ", "PER", "করিম শেখ") in found("আসামি করিম শেখ সোমবার (২১ জুন) পলাতক।")
    text = "জমি নিয়ে বিরোধে শেখ সুমন সবুজকে (৩২) মারধর করেন আসামি আজিজুল ইসলাম যুবরাজ (২১)।"
    assert canonical(text) >= {"শেখ সুমন সবুজ", "আজিজুল ইসলাম যুবরাজ"}


def test_a_one_word_name_behind_a_bracketed_office_is_a_person() -> None:
    text = "মধুখালী থানার ভারপ্রাপ্ত কর্মকর্তা (ওসি) শহিদুল্লাহ ঘটনার সত্যতা নিশ্চিত করেছেন।"
    assert "শহিদুল্লাহ" in canonical(text)
    (said,) = shutro.statements(text, at=DAY)
    assert (said.source, said.stance) == ("শহিদুল্লাহ", "confirms")


def test_an_apostrophe_parts_a_case_ending_from_its_name() -> None:
    text = "মামলার বাদী আইনজীবী ফারুক আহমেদ ইউএনবি’কে রায়ের কথা জানিয়েছেন।"
    assert "ফারুক আহমেদ" in canonical(text)
    (said,) = shutro.statements(text, at=DAY)
    assert said.source == "ফারুক আহমেদ"


def test_a_given_name_before_a_court_is_a_person() -> None:
    text = (
        "হত্যা মামলায় গ্রেপ্তার আসামি জাহাঙ্গীর আদালতকে জানিয়েছে, আটজন মিলে এ ঘটনা ঘটায়।\n"
        "আদালত পুলিশের পরিদর্শক হাবিবুর রহমান বিষয়টি নিশ্চিত করেছেন।"
    )
    first, second = shutro.statements(text, at=DAY)
    assert (first.source, second.source) == ("জাহাঙ্গীর", "হাবিবুর রহমান")
    text = "গ্রেপ্তার আসামি সোহেল আদালতে জবানবন্দি দিয়েছে। এ সময় সোহেল আদালতকে জানায়, আটজন ছিল।"
    assert {said.source for said in shutro.statements(text, at=DAY)} == {"সোহেল"}
    assert "ঢাকা মহানগর দায়রা জজ আদালত" in canonical("ঢাকা মহানগর দায়রা জজ আদালত তাঁকে খালাস দেন।")


def test_where_somebody_lives_is_none_of_his_name() -> None:
    text = "নিহত আবদুল করিম (৬০) দক্ষিণপাড়ার রহিম মিয়ার ছেলে। মনোয়ার হোসেন চৌধুরী এ কথা জানান।"
    assert canonical(text) >= {"আবদুল করিম", "রহিম মিয়া", "মনোয়ার হোসেন চৌধুরী"}
