"""Shapes that local and foreign desks write every day."""

from __future__ import annotations

from datetime import date

import shutro

DAY = date(2024, 3, 5)


def canonical(text: str) -> dict[str, str]:
    return {name.text: name.canonical for name in shutro.names(text)}


def test_a_district_in_brackets_is_no_other_name_of_the_place_before_it() -> None:
    text = "বিরামপুর (দিনাজপুর) প্রতিনিধি : বিরামপুরে আগুনে দোকান পুড়েছে। পরে দিনাজপুর থেকে দমকল আসে।"
    found = canonical(text)
    assert found["দিনাজপুর"] == "দিনাজপুর"
    assert found["বিরামপুরে"] == "বিরামপুর"


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


def test_what_the_matter_is_stands_outside_the_source() -> None:
    (said,) = shutro.statements("এ ব্যাপারে পুলিশ জানায়, চালক পলাতক রয়েছেন।", at=DAY)
    assert said.source == "পুলিশ"


def test_where_it_was_said_stands_outside_the_source() -> None:
    text = "পাটমন্ত্রী কামাল উদ্দিন বলেছেন, কারখানা আবার চালু হবে।\nগতকাল নতুন একটি সাময়িকীর প্রকাশনা অনুষ্ঠানে মন্ত্রী এসব কথা বলেন।"
    assert {said.source for said in shutro.statements(text, at=DAY)} == {"কামাল উদ্দিন"}


def test_a_published_statement_is_the_bodys() -> None:
    text = (
        "লেবাননের স্বাস্থ্য মন্ত্রণালয় জানিয়েছে, হামলায় ১২ জন নিহত হয়েছেন।\n"
        "মন্ত্রণালয়ের প্রকাশিত তথ্যে বলা হয়েছে, আহত হয়েছেন আরও ৪০ জন।"
    )
    assert {said.source for said in shutro.statements(text, at=DAY)} == {"লেবাননের স্বাস্থ্য মন্ত্রণালয়"}


def test_a_quotation_on_its_own_goes_on_from_who_just_spoke() -> None:
    text = (
        "অধিনায়ক মাহমুদ হাসান জানিয়েছেন ভালো শুরু করতে না পারার কথা। ‘আমরা শুরুতেই তিনটি উইকেট হারিয়েছি। সামনের ম্যাচে ঘুরে দাঁড়াব।’"
    )
    quoted = [said for said in shutro.statements(text, at=DAY) if said.form == "direct"]
    assert quoted
    assert {said.source for said in quoted} == {"মাহমুদ হাসান"}


def test_a_paragraph_wholly_in_marks_is_read_within() -> None:
    text = "‘নতুন সেতু আগামী মাসে খুলবে। সেতু কর্তৃপক্ষ জানিয়েছে, টোল আগের মতোই থাকবে।’"
    assert "সেতু কর্তৃপক্ষ" in {said.source for said in shutro.statements(text, at=DAY)}


def test_a_statement_after_a_question_says() -> None:
    text = "প্রধানমন্ত্রী রহিমা খাতুন বলেন, এই খবর আমাকে কে দিয়েছে, জানেন? সবার আগে খবরটি দিয়েছে আমার ছোট বোন।"
    stances = [said.stance for said in shutro.statements(text, at=DAY)]
    assert stances[0] == "asks"
    assert stances[1:] == ["says"]


def test_a_report_named_before_keeps_its_chain() -> None:
    text = "সুদানের স্বাস্থ্য মন্ত্রণালয়ের বরাতে এ তথ্য জানিয়েছে বিবিসি।\nপ্রতিবেদনে বলা হয়েছে, কলেরায় ৩০ জন মারা গেছেন।"
    last = shutro.statements(text, at=DAY)[-1]
    assert "বিবিসি" in (last.source, *last.via)


def test_the_danda_of_kolkata_ends_a_sentence() -> None:
    text = (
        "সেতু ভাঙার খবর ঠিক নয় বলে জানিয়েছেন মন্ত্রী অরুণ ঘোষ৷ "
        "জবাবে বিধায়ক সুজিত পালের দাবি, সেতুটি ঝুঁকিপূর্ণ৷ নদীর জল বেড়েছে৷"
    )
    sources = {said.source: said.content for said in shutro.statements(text, at=DAY)}
    assert set(sources) == {"অরুণ ঘোষ", "সুজিত পাল"}
    content = sources["সুজিত পাল"]
    assert content is not None
    assert content.of(text) == "সেতুটি ঝুঁকিপূর্ণ"


def test_a_noun_of_a_light_verb_is_no_source() -> None:
    text = "মেয়র নাসিমা বেগম দুর্নীতির কথা অস্বীকার করেন। সরকারকে চ্যালেঞ্জ করে বলেন, প্রমাণ থাকলে প্রকাশ করা হোক।"
    assert {said.source for said in shutro.statements(text, at=DAY)} == {"নাসিমা বেগম"}


def test_speech_follows_its_verb_without_a_comma() -> None:
    text = "মেয়র নাসিমা বেগম দাবি করেন নগর ভবন দুর্নীতির সঙ্গে যুক্ত নয়।"
    (said,) = shutro.statements(text, at=DAY)
    assert said.content is not None
    assert said.content.of(text) == "নগর ভবন দুর্নীতির সঙ্গে যুক্ত নয়"


def test_a_claim_behind_its_content() -> None:
    text = "ঠিকাদার নিম্নমানের ইট দিয়ে কাজ করছেন বলে এলাকাবাসীর দাবি।"
    (said,) = shutro.statements(text, at=DAY)
    assert (said.source, said.stance) == ("এলাকাবাসী", "claims")


def test_who_was_asked_is_who_answers() -> None:
    text = (
        "এ বিষয়ে উপজেলা নির্বাহী কর্মকর্তা মো. শফিকুল ইসলামের কাছে জানতে চাওয়া হলে তিনি জানান, অভিযোগ পেলে ব্যবস্থা নেওয়া হবে।"
    )
    (said,) = shutro.statements(text, at=DAY)
    assert said.source == "শফিকুল ইসলাম"


def test_an_accusation_denied_is_not_its_makers_statement() -> None:
    text = (
        "তুর্কি প্রেসিডেন্টের মুখপাত্র ইব্রাহিম কালিন আজ বলেছেন, গ্রিস যে অভিযোগ করেছে, তা সত্য নয়। "
        "খবর তুর্কি সংবাদমাধ্যম টিআরটি’র।"
    )
    first = shutro.statements(text, at=DAY)[0]
    assert first.source == "ইব্রাহিম কালিন"
    assert "তুরস্ক" not in {
        name for said in shutro.statements(text, at=DAY) for name in (said.source, *said.via)
    }


def test_what_deserves_attention_claims_nothing() -> None:
    assert shutro.statements("দুই দেশের বৈঠকের পাশাপাশি এই সফর বিশেষ মনোযোগের দাবি রাখে।", at=DAY) == []


def test_the_victim_of_a_killing_admits_nothing() -> None:
    text = (
        "সাংবাদিক মাহবুব হত্যার দায় স্বীকার করেছেন গ্রেপ্তার রুবেল নামে এক যুবক। রুবেল সাংবাদিক মাহবুব হত্যাকাণ্ডের দায় স্বীকার করেছেন।"
    )
    assert "মাহবুব" not in {said.source for said in shutro.statements(text, at=DAY)}


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


def test_who_gives_a_testimony_is_its_source() -> None:
    text = "হত্যার কথা স্বীকার করে আদালতে স্বীকারোক্তিমূলক জবানবন্দি দিয়েছেন আসামি আজিজুল ইসলাম যুবরাজ (২১)।"
    assert {said.source for said in shutro.statements(text, at=DAY)} == {"আজিজুল ইসলাম যুবরাজ"}


def test_a_tweet_is_a_statement() -> None:
    text = "ডয়চে ভেলে টুইট করেছে, “বন্যায় দুপুর পর্যন্ত ২৩ জনের মৃত্যু হয়েছে।”"
    (said,) = shutro.statements(text, at=DAY)
    assert (said.source, said.form) == ("ডয়চে ভেলে", "direct")


def test_a_subject_that_stands_there_is_not_replaced_by_the_speaker_before() -> None:
    text = (
        "মন্ত্রী আবুল কাশেম জানান, সেতু মেরামত হবে।\n"
        "জরুরি ব্যবস্থাপনা মন্ত্রক জানিয়েছে, ১৫০০ কর্মী কাজ করছেন। সামরিক নেতৃত্ব জানিয়েছে, পথ খোলা আছে।"
    )
    assert [said.source for said in shutro.statements(text, at=DAY)][1:] == [
        "জরুরি ব্যবস্থাপনা মন্ত্রক",
        "সামরিক নেতৃত্ব",
    ]


def test_a_quotation_before_its_speaker_is_the_content() -> None:
    text = "“আমরা খালি হাতেই মাটি সরাচ্ছি,” শহরের কাছে একটি উদ্ধারকারী দল বিবিসিকে বলেছে।"
    (said,) = shutro.statements(text, at=DAY)
    assert said.content is not None
    assert said.content.of(text).startswith("আমরা খালি হাতেই মাটি সরাচ্ছি")


def test_where_somebody_lives_is_none_of_his_name() -> None:
    text = "নিহত আবদুল করিম (৬০) দক্ষিণপাড়ার রহিম মিয়ার ছেলে। মনোয়ার হোসেন চৌধুরী এ কথা জানান।"
    assert set(canonical(text).values()) >= {"আবদুল করিম", "রহিম মিয়া", "মনোয়ার হোসেন চৌধুরী"}
