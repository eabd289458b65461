"""Speech that runs on without a cue, and narration that comes back."""

from __future__ import annotations

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
