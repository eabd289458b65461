"""What belongs to a name and what beside it does not, in sentences of our own."""

from __future__ import annotations

import pytest

from shutro.meaning.names.names import names


def found(text: str) -> list[tuple[str, str, str]]:
    return [(n.text, n.kind, n.canonical) for n in names(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "কিংবদন্তি উইঙ্গার রবার্ট জনসন মারা গেছেন।",
            [("রবার্ট জনসন", "PER", "রবার্ট জনসন")],
            id="role-before",
        ),
        pytest.param(
            "আমতলী থানার ভারপ্রাপ্ত কর্মকর্তা (ওসি) হেদায়েতুল্লাহ ঘটনা নিশ্চিত করেন।",
            [("আমতলী থানার", "ORG", "আমতলী থানা"), ("হেদায়েতুল্লাহ", "PER", "হেদায়েতুল্লাহ")],
            id="one-word-after-an-office-in-brackets",
        ),
        pytest.param(
            "কাপ্তাই থানার অফিসার ইনচার্জ এলেন।",
            [("কাপ্তাই থানার", "ORG", "কাপ্তাই থানা")],
            id="office-behind-a-body",
        ),
        pytest.param(
            "মীর মশাররফ হোসেন হলের ছাত্ররা আসেন।",
            [("মীর মশাররফ হোসেন হলের", "ORG", "মীর মশাররফ হোসেন হল")],
            id="hall-called-after-somebody",
        ),
        pytest.param(
            "ঘূর্ণিঝড় ‘ঝুমকা’ উপকূলে আঘাত হেনেছে।",
            [("ঝুমকা", "EVENT", "ঝুমকা")],
            id="storm",
        ),
        pytest.param("ঝড় শুরু হয় রাতে।", [], id="no-storms-name"),
        pytest.param(
            "এব্যাপারে জোবেদা খাতুন এসময় কথা বলেন।",
            [("জোবেদা খাতুন", "PER", "জোবেদা খাতুন")],
            id="pronoun-glued-to-a-noun",
        ),
        pytest.param(
            "স্ত্রী জোবেদা খাতুন, পিতা করিম শেখ।",
            [("জোবেদা খাতুন", "PER", "জোবেদা খাতুন"), ("করিম শেখ", "PER", "করিম শেখ")],
            id="kin-before",
        ),
        pytest.param(
            "গায়িকা মমতা ব্যানার্জী নন, মুখ্যমন্ত্রী মমতা ব্যানার্জী।",
            [("মমতা ব্যানার্জী", "PER", "মমতা বন্দ্যোপাধ্যায়")] * 2,
            id="familys-short-form",
        ),
    ],
)
def test_names(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


def test_the_text_spells_persons_and_places_its_own_way() -> None:
    assert ("শাহবাজ শরীফ", "PER", "শাহবাজ শরীফ") in found("প্রধানমন্ত্রী শাহবাজ শরীফ আসেন।")
    assert found("শাহবাজ শরিফ ও শাহবাজ শরীফ আসেন।")[1][2] == "শাহবাজ শরিফ"


def test_a_body_keeps_its_official_spelling() -> None:
    assert ("আলজাজিরা", "ORG", "আল জাজিরা") in found("আলজাজিরা এ খবর দিয়েছে।")


def test_a_party_with_another_short_form_is_another_party() -> None:
    text = "জাতীয় পার্টি (জেপি) সভা করেছে। জেপির নেতা আসেন। জাতীয় পার্টির সভায় লোক হয়।"
    assert {n.canonical for n in names(text) if n.kind == "ORG"} == {"জাতীয় পার্টি (জেপি)"}
    assert {n.canonical for n in names("জাতীয় পার্টি (জাপা) সভা করেছে।")} == {"জাতীয় পার্টি"}


def test_where_a_place_lies_is_no_other_name_of_it() -> None:
    text = "আমতলী (বরগুনা) প্রতিনিধি জানান, বরগুনায় বৃষ্টি হয়েছে।"
    assert {(n.text, n.canonical) for n in names(text)} >= {("বরগুনায়", "বরগুনা")}


@pytest.mark.parametrize("text", ["ঢাকাস্থ জাপানি দূতাবাস জানায়।", "ঢাকায় অবস্থিত জাপানি দূতাবাস জানায়।"])
def test_an_embassy_is_known_by_its_city(text: str) -> None:
    assert "ঢাকায় জাপানি দূতাবাস" in {n.canonical for n in names(text)}


def test_stray_joiners_are_in_no_canonical_name() -> None:
    (place,) = names("কু\u200cড়িগ্রাম-৩ আসনে ভোট।")
    assert (place.text, place.canonical) == ("কু\u200cড়িগ্রাম-৩", "কুড়িগ্রাম-৩")


def test_listed_places_with_an_ending_are_found_however_rare() -> None:
    assert ("তাহিরপুরের", "LOC", "তাহিরপুর") in found("নৌকাডুবি হয় তাহিরপুরের হাওরে।")


def test_a_competition_and_a_side_in_it_are_two() -> None:
    assert {(n.text, n.kind) for n in names("বিবিএলে সিডনি থান্ডারের হয়ে খেলেন।")} == {
        ("বিবিএলে", "EVENT"),
        ("সিডনি থান্ডারের", "ORG"),
    }


def test_a_word_between_a_name_and_an_age_is_part_of_the_name() -> None:
    assert ("করিম শেখ ঝিলিক", "PER", "করিম শেখ ঝিলিক") in found("আসামি করিম শেখ ঝিলিক (২১) পলাতক।")
    assert ("করিম শেখ", "PER", "করিম শেখ") in found("আসামি করিম শেখ সোমবার (২১ জুন) পলাতক।")
