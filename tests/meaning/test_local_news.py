"""How courts, stations and districts are reported: who speaks where nobody, or only an office, is named."""

from __future__ import annotations

from datetime import date

import shutro

DAY = date(2024, 3, 5)


def sources(text: str, at: date = DAY) -> list[str | None]:
    return [said.source for said in shutro.statements(text, at=at) if not said.inferred]


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


def test_somebody_named_before_accuses_under_a_part_of_his_name() -> None:
    text = "জেলা সভাপতি তপন মজুমদার থানায় যান। তাঁকে ঢুকতে দেওয়া হয়নি বলে তপনবাবুর অভিযোগ।"
    assert sources(text) == ["তপন মজুমদার"]


def test_information_given_is_a_report_only_with_what_it_is() -> None:
    assert sources("পুলিশ তিনজনকে আটক করে। তারা অনেক গুরুত্বপূর্ণ তথ্য দিয়েছে।") == []
    assert sources("ট্রলারডুবিতে চারজনের মৃত্যুর তথ্য দিয়েছে পুলিশ।") == ["পুলিশ"]


def test_where_it_was_said_is_not_who_said_it() -> None:
    text = "অনুশীলনের ফাঁকে সাংবাদিকদের সঙ্গে কথা বলেন শেখ রাকিব হাসান। সেখানেই জানান, দল প্রস্তুত।"
    assert sources(text) == ["শেখ রাকিব হাসান"]


def test_a_party_right_before_its_claim_makes_it() -> None:
    text = "বিএনপি দাবি করে ১২-৮ ভোটে তারা ইউনিয়নটি জিতে নিয়েছে।"
    assert len(sources(text)) == 1
    assert str(sources(text)[0]).endswith(("বিএনপি", "জাতীয়তাবাদী দল"))


def test_a_headline_names_its_speaker_behind_a_dash() -> None:
    text = "ডিমের দাম কেন বাড়ছে, তা অজানা —মেয়র\nডিমের দাম বাড়ছে বলে মন্তব্য করেছেন মেয়র রফিকুল ইসলাম।"
    first = shutro.statements(text, at=DAY)[0]
    assert (first.source, first.rule) == ("রফিকুল ইসলাম", "headline:colon")


def test_a_line_of_media_alone_is_their_credit() -> None:
    text = "তদন্তকারী কর্মকর্তা বলেছেন, দুজনকে আটক করা হয়েছে।\nরয়টার্স, বিবিসি"
    first, *credit = shutro.statements(text, at=DAY)
    assert first.via == ("রয়টার্স", "বিবিসি")
    assert {(line.source, line.form) for line in credit} == {("রয়টার্স", "citation"), ("বিবিসি", "citation")}


def test_a_lawyer_without_a_name_asks_for_himself() -> None:
    text = "তদন্ত কর্মকর্তা জাহিদ হোসেন রিমান্ডের আবেদন করেন। আসামিপক্ষের আইনজীবী রিমান্ড বাতিলসহ জামিনের আবেদন করেন।"
    assert sources(text) == ["জাহিদ হোসেন", "আসামিপক্ষের আইনজীবী"]


def test_the_day_is_no_part_of_what_is_only_pointed_at() -> None:
    text = "পুলিশ সুপার মোহাম্মদ আবু নাসের বৃহস্পতিবার (২৯ ফেব্রুয়ারি) বিষয়টি নিশ্চিত করেছেন।"
    (said,) = shutro.statements(text, at=DAY)
    assert said.content is not None
    assert said.content.of(text) == "বিষয়টি"


def test_a_bare_office_in_a_report_from_abroad_is_not_held_at_home() -> None:
    day = date(2025, 9, 15)
    abroad = "কাঠমান্ডুতে বিক্ষোভের পর নেপালের রাজধানীতে কারফিউ জারি হয়। প্রধান উপদেষ্টা বলেন, নির্বাচন মার্চে হবে।"
    assert "মুহাম্মদ ইউনূস" not in sources(abroad, day)
    home = "বাংলাদেশে নির্বাচন ফেব্রুয়ারিতে হবে। প্রধান উপদেষ্টা বলেন, প্রস্তুতি শেষ পর্যায়ে।"
    assert sources(home, day) == ["মুহাম্মদ ইউনূস"]


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


def test_speech_follows_a_pronoun_and_its_verb_without_a_mark() -> None:
    text = "বিধায়ক সুজিত পাল সভায় আসেন। তিনি বলেন মেয়র এখন বেশি চিন্তিত ভোট নিয়ে।"
    (said,) = shutro.statements(text, at=DAY)
    assert said.source == "সুজিত পাল"
    assert said.content is not None
    assert said.content.of(text) == "মেয়র এখন বেশি চিন্তিত ভোট নিয়ে"


def test_an_exit_poll_is_no_platform() -> None:
    found = shutro.statements("এক্সিট পোল নিয়ে তিনি বলেন, ফল উল্টে যাবে।", at=DAY)
    assert all("এক্স" not in said.via for said in found)


def test_a_sentence_is_about_who_stands_behind_its_verb() -> None:
    text = "মন্ত্রী জাহিদ হোসেন অনুপস্থিত থাকায় উত্তর দিতে দাঁড়ান প্রতিমন্ত্রী ফারজানা রহমান। তিনি বলেন, প্রকল্প চলবে।"
    assert sources(text) == ["ফারজানা রহমান"]


def test_many_who_ask_do_not_qualify_whom_they_ask() -> None:
    text = "মন্ত্রী আবুল কাশেম সভা শেষ করেন। পরে সাংবাদিকরা মন্ত্রীকে সেতু নিয়ে কয়েক দফা প্রশ্ন করেন।"
    assert sources(text)[-1] == "সাংবাদিকরা"


def test_a_quotation_of_several_sentences_is_its_speakers_who_comes_last() -> None:
    text = "মেয়র নাসিমা বেগম বলেন, কাজ চলছে।\n"
    text += "“আজ কথা বলতে পারিনি। তাই কাল আসতে বলেছি। তবে তিনি বাধ্য নন,” বলেন কমিশনের এক কর্মকর্তা।"
    first, second = shutro.statements(text, at=DAY)
    assert (first.source, second.source) == ("নাসিমা বেগম", "কমিশনের এক কর্মকর্তা")
    assert second.content is not None
    assert second.content.of(text) == "আজ কথা বলতে পারিনি। তাই কাল আসতে বলেছি। তবে তিনি বাধ্য নন"


def test_whom_a_verb_in_between_has_is_not_told() -> None:
    text = "রফিক মিয়াকে গ্রেপ্তার করে থানায় এনে পুলিশ পরিদর্শক করিম হক বলেন, মামলা হয়েছে।"
    (said,) = shutro.statements(text, at=DAY)
    assert said.to == ()


def test_to_find_something_true_is_not_to_say_so() -> None:
    assert sources("ভুয়া বিলের অভিযোগের প্রাথমিক সত্যতা পেয়েছে তদন্ত দল।") == []


def test_a_body_that_no_list_knows_speaks_behind_its_verb() -> None:
    assert sources("হাওর ভরাট বন্ধের দাবি জানিয়েছে সবুজবাংলা নাগরিক মঞ্চ।")[0] == "সবুজবাংলা নাগরিক মঞ্চ"


def test_an_office_by_its_letters_is_a_person() -> None:
    text = "সব কেন্দ্রে ভোট বন্ধ: সিইসি\n"
    text += "প্রধান নির্বাচন কমিশনার (সিইসি) কাজী রফিকুল আলম ভোট বন্ধ করেছেন। সিইসি বলেন, অনিয়ম দেখা গেছে।"
    assert sources(text) == ["কাজী রফিকুল আলম"] * 2


def test_one_of_two_judges_does_not_speak_for_their_bench() -> None:
    text = "আদালত অবমাননার মামলায় বিচারপতি কামরুল হাসান ও বিচারপতি জাহিদ হোসেনের সমন্বয়ে গঠিত হাইকোর্ট বেঞ্চ এসব কথা বলেন।"
    assert sources(text) == ["হাইকোর্ট বেঞ্চ"]


def test_a_medium_gives_news_on_somebodys_word() -> None:
    (said,) = shutro.statements("সরকারি কর্মকর্তাদের বরাতে এ খবর দিয়েছে আল জাজিরা।", at=DAY)
    assert said.via == ("আল জাজিরা",)
    assert sources("তিনি থানায় খবর দেন।") == []


def test_a_guess_that_closes_what_is_guessed() -> None:
    (said,) = shutro.statements("আরও অনেকে চাপা পড়ে আছেন বলে অনুমান পুলিশের।", at=DAY)
    assert (said.source, said.stance) == ("পুলিশ", "believes")


def test_two_quotations_have_a_speaker_each() -> None:
    text = "কাল ফাইনাল, ‘দলই আমাদের শক্তি’ জানালেন অধিনায়ক করিম হক, ‘কোনো চাপ নেই’, মত কোচ রহিম মিয়ার।"
    found = {said.source: said.content for said in shutro.statements(text, at=DAY)}
    assert set(found) == {"করিম হক", "রহিম মিয়া"}
    first, second = found["করিম হক"], found["রহিম মিয়া"]
    assert first is not None
    assert second is not None
    assert (first.of(text), second.of(text)) == ("দলই আমাদের শক্তি", "কোনো চাপ নেই")


def test_they_are_the_many_the_sentence_before_is_about() -> None:
    text = "জাহাজ চলাচল বন্ধ করেছে বন্দর কর্তৃপক্ষ। এ খবরে নড়েচড়ে বসেছেন বন্দরের ব্যবসায়ীরা। তারা বলছেন, ক্ষতি বাড়ছে।"
    assert sources(text) == ["বন্দরের ব্যবসায়ীরা"]


def test_a_report_is_of_the_medium_it_is_said_to_be_of() -> None:
    text = "মন্ত্রী ওয়াং লি সতর্ক করেছেন। মঙ্গলবার সিজিটিএন’র খবরে বলা হয়েছে, বৈঠক দীর্ঘ হয়েছে।"
    last = shutro.statements(text, at=DAY)[-1]
    assert (last.source, last.form) == ("সিজিটিএন", "citation")


def test_a_comma_between_a_closing_verb_and_its_subject_parts_nothing() -> None:
    text = "রোববার ফল প্রকাশ হবে বলে জানিয়েছেন, সমন্বয় কমিটির সভাপতি মুহাম্মদ জিয়াউল হক।"
    (said,) = shutro.statements(text, at=DAY)
    assert said.source == "মুহাম্মদ জিয়াউল হক"
    assert said.content is not None
    assert said.content.of(text) == "রোববার ফল প্রকাশ হবে"


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


def test_who_confesses_is_not_the_officer_named_next() -> None:
    text = "জিজ্ঞাসাবাদে হত্যার কথা স্বীকার করে সে।\nপুলিশ সুপার মাহমুদ আশরাফ সাংবাদিকদের বিষয়টি জানান।"
    assert sources(text) == [None, "মাহমুদ আশরাফ"]


def test_they_who_are_questioned_are_not_who_questions() -> None:
    text = "র‍্যাব জানায়, তিনজনকে আটক করা হয়েছে। প্রাথমিক জিজ্ঞাসাবাদে তারা পাচারের বিষয়টি স্বীকার করেছে।"
    assert sources(text) == ["র‍্যাব", None]


def test_this_officer_is_who_holds_an_office() -> None:
    text = (
        "বিষয়টি নিশ্চিত করেন সহকারী পুলিশ সুপার মিজানুর রহমান।\nহেলাল উদ্দিন পুলিশকে জানায়, সে গাড়ি চালায়। "
        "মামলা হচ্ছে বলে জানান পুলিশের এ কর্মকর্তা।"
    )
    assert sources(text)[-1] == "মিজানুর রহমান"


def test_a_rank_is_nobody() -> None:
    text = "ব্যাটালিয়নের অধিনায়ক লেফট্যানেন্ট কর্নেল আরিফ মহিউদ্দিন আহমেদ বিষয়টি নিশ্চিত করেন।"
    assert sources(text) == ["আরিফ মহিউদ্দিন আহমেদ"]


def test_a_government_named_after_somebody_is_not_he() -> None:
    day = date(2024, 8, 18)
    text = "সুনীল ঘোষ সরকারের বিরুদ্ধে বিভাজনের অভিযোগ করেছেন বিরোধী নেতা অরুণ পাল।"
    assert sources(text, day) == ["অরুণ পাল"]
    text = "সুনীল ঘোষ সরকারের পতনের পর প্রথমবার কূটনীতিকদের সামনে এলেন মন্ত্রী অরুণ পাল। তিনি বলেন, আমরা প্রস্তুত।"
    assert sources(text, day) == ["অরুণ পাল"]


def test_somebody_whose_name_ends_like_a_genitive_speaks() -> None:
    assert sources("বিরোধী নেতা শশী তারুর বলেছেন, দেশ পিছিয়ে পড়ছে।") == ["শশী তারুর"]


def test_a_medium_that_only_printed_it_is_not_in_the_chain() -> None:
    text = "এমন খবর একটি গণমাধ্যমে প্রকাশ হয়। নায়িকা তানজিন রহমান বলেন, খবরটি মিথ্যা।"
    assert shutro.statements(text, at=DAY)[-1].via == ()


def test_what_is_written_is_whose_the_sentence_before_says() -> None:
    text = (
        "চার বন্দরে সংকেত দেখাতে বলেছে বাংলাদেশ আবহাওয়া অধিদপ্তর। সোমবার বিশেষ বিজ্ঞপ্তিতে এমন তথ্য জানানো হয়। "
        "এতে বলা হয়েছে, ঝড়টি এগোচ্ছে।"
    )
    assert sources(text) == ["আবহাওয়া অধিদপ্তর"] * 3


def test_they_whom_nobody_can_tell_are_nobody() -> None:
    text = "সোমবার রাতে মিন্টু মিয়ার বাসায় ডাকাতি হয়। তারা জানান, ঘরের দরজা ভাঙা ছিল।"
    assert sources(text) == [None]


def test_speakers_stand_before_the_one_they_accuse() -> None:
    text = "প্রতিবাদ সভায় বক্তারা মেয়র রহিম মিয়ার বিরুদ্ধে অভিযোগ এনে বলেন, তিনি কাজ করেননি।"
    assert sources(text) == ["বক্তারা"]


def test_a_comma_before_the_subject_alone_parts_nothing() -> None:
    text = 'প্রশাসনের প্রচারণাকে "প্রহসন" বলছেন, আবুল কালাম আজাদ।'
    assert sources(text) == ["আবুল কালাম আজাদ"]


def test_what_a_report_shows_is_said_by_whose_it_is() -> None:
    text = "বাংলাদেশ ব্যাংকের প্রতিবেদনে দেখা যায়, মাসের প্রথম দশ দিনে প্রবাসী আয় কমেছে।"
    assert sources(text) == ["বাংলাদেশ ব্যাংক"]


def test_information_from_a_body_is_its_own_however_far_it_stands() -> None:
    text = "বুধবার সন্ধ্যায় ত্রাণ মন্ত্রণালয় থেকে চলমান পরিস্থিতি সম্পর্কে এসব তথ্য জানানো হয়।"
    assert sources(text) == ["ত্রাণ মন্ত্রণালয়"]


def test_who_adds_something_is_who_spoke() -> None:
    text = "আলোচনার সমাপ্তি টানলেন বোর্ড সভাপতি নাজমুল করিম। নানা আয়োজনে অংশ নিয়ে বলেন, “দল প্রস্তুত।”"
    assert sources(text) == ["নাজমুল করিম"]


def test_a_claim_is_its_owners_whoever_the_sentence_ends_with() -> None:
    text = "জেলা সভাপতি তপন মজুমদার থানায় যান। তপনবাবুর অভিযোগ, বাড়িটি ঠিকাদার করিম হকের।"
    assert sources(text) == ["তপন মজুমদার"]


def test_a_part_of_a_name_with_an_honour_stands_for_its_bearer() -> None:
    text = "জেলা সভাপতি রাজীব কুমার থানায় যান। রাজীববাবুর দাবি, তিনি কিছু জানেন না।"
    assert sources(text) == ["রাজীব কুমার"]


def test_a_verdict_is_not_issued_by_the_lawyer_who_spoke() -> None:
    text = "আসামিপক্ষের আইনজীবী গিয়াস উদ্দিন বলেন, তাঁরা আপিল করবেন। রায়ে বলা হয়, অভিযোগ প্রমাণিত হয়েছে।"
    assert sources(text) == ["গিয়াস উদ্দিন", None]


def test_a_side_of_a_trial_speaks() -> None:
    assert sources("রায়ে সন্তোষ প্রকাশ করেছে রাষ্ট্রপক্ষ।") == ["রাষ্ট্রপক্ষ"]
