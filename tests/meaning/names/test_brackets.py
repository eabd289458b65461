"""Names beside brackets, ages, apostrophes and the words that tell where their bearer lives."""

from __future__ import annotations

from datetime import date

import shutro


def canonical(text: str) -> dict[str, str]:
    return {name.text: name.canonical for name in shutro.names(text)}


def test_a_district_in_brackets_is_no_other_name_of_the_place_before_it() -> None:
    text = "বিরামপুর (দিনাজপুর) প্রতিনিধি : বিরামপুরে আগুনে দোকান পুড়েছে। পরে দিনাজপুর থেকে দমকল আসে।"
    found = canonical(text)
    assert found["দিনাজপুর"] == "দিনাজপুর"
    assert found["বিরামপুরে"] == "বিরামপুর"


DAY = date(2024, 3, 5)


def test_a_one_word_name_behind_a_bracketed_office_is_a_person() -> None:
    text = "মধুখালী থানার ভারপ্রাপ্ত কর্মকর্তা (ওসি) শহিদুল্লাহ ঘটনার সত্যতা নিশ্চিত করেছেন।"
    assert "শহিদুল্লাহ" in canonical(text).values()
    (said,) = shutro.statements(text, at=DAY)
    assert (said.source, said.stance) == ("শহিদুল্লাহ", "confirms")


def test_an_apostrophe_parts_a_case_ending_from_its_name() -> None:
    text = "মামলার বাদী আইনজীবী ফারুক আহমেদ ইউএনবি’কে রায়ের কথা জানিয়েছেন।"
    assert "ফারুক আহমেদ" in canonical(text).values()
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


def test_a_word_between_a_name_and_an_age_belongs_to_the_name() -> None:
    text = "জমি নিয়ে বিরোধে শেখ সুমন সবুজকে (৩২) মারধর করেন আসামি আজিজুল ইসলাম যুবরাজ (২১)।"
    assert set(canonical(text).values()) >= {"শেখ সুমন সবুজ", "আজিজুল ইসলাম যুবরাজ"}


def test_where_somebody_lives_is_none_of_his_name() -> None:
    text = "নিহত আবদুল করিম (৬০) দক্ষিণপাড়ার রহিম মিয়ার ছেলে। মনোয়ার হোসেন চৌধুরী এ কথা জানান।"
    assert set(canonical(text).values()) >= {"আবদুল করিম", "রহিম মিয়া", "মনোয়ার হোসেন চৌধুরী"}
