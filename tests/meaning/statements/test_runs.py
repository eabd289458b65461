"""Speech that runs on without a cue, and narration that comes back."""

from __future__ import annotations


def test_behind_a_noun_of_saying_only_who_speaks_for_himself_goes_on(said):
    text = "জেলেদের দাবি, নদী শুকনো। আমাদের জাল নেই। ঘাটে নৌকা বাঁধা।"
    assert [(s.source, s.inferred) for s in said(text)] == [("জেলে", False), ("জেলে", True)]


KAMRUL = "কামরুল হাসান|PER"


RAHIM = "রহিম উদ্দিন|PER"


RAHIM_NAME = "রহিম উদ্দিন"


WHO = "কামরুল হাসান"


def test_who_is_quoted_in_somebodys_words_does_not_take_the_word(only):
    text = "মন্ত্রী কামরুল হাসান বলেন, সচিব রহিম উদ্দিন জানিয়েছেন, টাকা নেই।"
    statement = only(text, KAMRUL, RAHIM)
    assert (statement.source, statement.via) == (RAHIM_NAME, (WHO,))


def test_running_speech_goes_on_over_what_unnamed_others_do_in_it(said):
    text = "কামরুল হাসান বলেন, আমরা ভয়ে আছি। মামলা না করতে আমাকে হুমকি দিচ্ছে। আমার ঘর নেই।"
    assert [(s.source, s.inferred) for s in said(text, KAMRUL)] == [(WHO, False), (WHO, True), (WHO, True)]


MAYOR = "নাসির উদ্দিন|PER"


def sources(found):
    return [(s.source, s.inferred) for s in found]


def test_the_first_person_goes_on(said):
    found = said("নাসির উদ্দিন বলেন, কাজ শেষ। আমরা খুশি। আমি সবাইকে ধন্যবাদ দিই।", MAYOR)
    assert sources(found) == [("নাসির উদ্দিন", False), ("নাসির উদ্দিন", True), ("নাসির উদ্দিন", True)]


def test_a_quotation_over_sentences_is_one_statement(said):
    text = "নাসির উদ্দিন বলেন, ‘কাজ শেষ। এখন রং করা হবে। তারপর চালু হবে।’"
    (statement,) = said(text, MAYOR)
    assert statement.content.of(text) == "কাজ শেষ। এখন রং করা হবে। তারপর চালু হবে।"
    assert not statement.inferred


def test_what_goes_on_is_marked_and_unsure_without_a_sign_of_its_own(said):
    first, second = said("নাসির উদ্দিন বলেন, কাজ শেষ। সেতুটি খুব সুন্দর হয়েছে।", MAYOR)
    assert (second.inferred, second.source) == (True, "নাসির উদ্দিন")
    assert second.sure < 0.7 < first.sure


def test_narration_comes_back_with_an_opener(said):
    assert len(said("নাসির উদ্দিন বলেন, কাজ শেষ। এর আগে শ্রমিকেরা সভা করেন।", MAYOR)) == 1


def test_narration_comes_back_with_a_full_name(said):
    text = "নাসির উদ্দিন বলেন, কাজ শেষ। করিম হক ভোলার বাসিন্দা।"
    assert len(said(text, MAYOR, "করিম হক|PER")) == 1


def test_nothing_runs_on_after_a_closed_quotation(said):
    assert len(said("নাসির উদ্দিন বলেন, ‘কাজ শেষ হয়েছে ভাই।’ সেতুটি সুন্দর হয়েছে।", MAYOR)) == 1


def test_nothing_runs_on_after_a_medium(said):
    assert len(said("রয়টার্স জানায়, কাজ শেষ। সেতুটি সুন্দর হয়েছে।", "রয়টার্স|ORG")) == 1


def test_nothing_runs_on_where_the_verb_closed_the_sentence(said):
    assert len(said("কাজ শেষ বলে জানান নাসির উদ্দিন। সেতুটি সুন্দর হয়েছে।", MAYOR)) == 1


def test_a_run_without_signs_does_not_go_on_for_ever(said):
    text = "নাসির উদ্দিন বলেন, কাজ শেষ। " + "সেতুটি সুন্দর হয়েছে। " * 20
    assert len(said(text, MAYOR)) < 8


def test_who_speaks_for_himself_goes_on_however_his_sentence_opens(said):
    found = said("নাসির উদ্দিন বলেন, কাজ শেষ। বর্তমানে আমাদের টাকা কম।", MAYOR)
    assert sources(found) == [("নাসির উদ্দিন", False), ("নাসির উদ্দিন", True)]


def test_a_body_that_has_said_we_goes_on_for_itself(said):
    found = said("দূতাবাস জানিয়েছে, বৈঠক হবে। আমরা প্রস্তুত। তাঁর কাজ সবাই মনে রাখবে।")
    assert sources(found) == [("দূতাবাস", inferred) for inferred in (False, True, True)]
    assert len(said("দূতাবাস জানিয়েছে, বৈঠক হবে। তাঁর কাজ সবাই মনে রাখবে।")) == 1


def test_what_is_joined_to_it_goes_on(said):
    joined = "নাসির উদ্দিন জানিয়েছেন, কাজ শেষ। সেতু খোলা। পথও খোলা। এবং পরে ফিতা কাটে কমিটি।"
    assert len(said(joined, MAYOR)) == 4
    assert len(said(joined.replace("এবং ", ""), MAYOR)) == 3


def test_the_desks_sign_off_is_said_by_nobody(said):
    assert len(said("নাসির উদ্দিন বলেন, কাজ শেষ।\nভোলা/নাসির/এস", "নাসির উদ্দিন|PER")) == 1


def test_narration_comes_back_with_who_acts_behind_his_verb(said):
    text = "নাসির উদ্দিন বলেন, কাজ শেষ। মেলাকে বিদায় দিয়েছেন সাবেক এই অধিনায়ক।"
    assert len(said(text, MAYOR)) == 1
