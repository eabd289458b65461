"""What is done, by whom, to whom and when."""

from __future__ import annotations

import pytest

from shutro.meaning.events.events import events

PUTIN = "ভ্লাদিমির পুতিন|PER"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("দুই নেতা ঢাকায় বৈঠক করেন।", "CONSULT"),
        ("মন্ত্রীরা আলোচনায় বসেছেন।", "CONSULT"),
        ("নিহতের ঘটনায় শোক প্রকাশ করেছে দলটি।", "SUPPORT"),
        ("দ্রুত বিচারের দাবি জানিয়েছেন স্বজনেরা।", "REQUEST"),
        ("চুক্তি স্বাক্ষর করেছে দুই দেশ।", "AGREE"),
        ("সাহায্যের প্রস্তাব প্রত্যাখ্যান করেছে দেশটি।", "REJECT"),
        ("হামলার হুমকি দিয়েছে গোষ্ঠীটি।", "THREATEN"),
        ("শ্রমিকেরা মানববন্ধন করেছেন।", "PROTEST"),
        ("তিন ব্যাংকের ওপর নিষেধাজ্ঞা আরোপ করা হয়েছে।", "SANCTION"),
        ("সীমান্তে সেনা মোতায়েন করেছে দেশটি।", "MOBILIZE"),
        ("দুজনকে গ্রেপ্তার করেছে পুলিশ।", "COERCE"),
        ("মিছিলে হামলা চালানো হয়েছে।", "ASSAULT"),
        ("দুর্গতদের ত্রাণ দিয়েছে সংস্থাটি।", "AID"),
        ("দুজন নিহত হয়েছেন।", "OTHER"),
        ("মনোনয়নপত্র জমা দিয়েছেন তিনি।", "OTHER"),
    ],
)
def test_light_verbs_passives_and_nouns_tell_the_kind(text, kind, document):
    (event,) = events(document(text))
    assert event.kind == kind
    assert text[event.start : event.end] == event.text


def test_the_finer_kind_of_other_is_kept(document):
    (event,) = events(document("দুজন নিহত হয়েছেন।"))
    assert event.rule == "predicate:death"


def test_actors_and_recipients_are_canonical_names(document):
    doc = document(
        "ভ্লাদিমির পুতিনকে সফরের আমন্ত্রণ জানিয়েছেন কিম জং উন।", "ভ্লাদিমির পুতিনকে|PER|ভ্লাদিমির পুতিন", "কিম জং উন|PER"
    )
    (event,) = events(doc)
    assert (event.actors, event.recipients) == (("কিম জং উন",), ("ভ্লাদিমির পুতিন",))


def test_an_unknown_actor_is_allowed(document):
    (event,) = events(document("দুজনকে গ্রেপ্তার করা হয়েছে।"))
    assert event.actors == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("ভ্লাদিমির পুতিন বৈঠক করেছেন।", "asserted"),
        ("ভ্লাদিমির পুতিন বৈঠক করবেন।", "planned"),
        ("ভ্লাদিমির পুতিন বৈঠক করতে পারেন।", "hypothetical"),
        ("রয়টার্স জানায়, ভ্লাদিমির পুতিন বৈঠক করেছেন।", "reported"),
    ],
)
def test_planned_possible_and_reported_are_told_apart(text, status, document):
    (event,) = events(document(text, PUTIN, "রয়টার্স|ORG"))
    assert event.status == status


@pytest.mark.parametrize("text", ["ভ্লাদিমির পুতিন বৈঠক করেননি।", "সবাইকে আলোচনা করতে হবে।", "তিনি এ কথা বলেন।"])
def test_what_was_not_done_is_no_event(text, document):
    assert events(document(text, PUTIN)) == []


def test_a_courts_order_is_a_verdict(document):
    (event,) = events(document("নাম বাদ দেওয়ার নির্দেশ দিয়েছেন আদালত।"))
    assert (event.kind, event.rule) == ("OTHER", "predicate:verdict")


def test_to_reach_another_state_is_a_visit(document):
    (event,) = events(document("মঙ্গলবার ভ্লাদিমির পুতিন চীনে পৌঁছেছেন।", PUTIN, "চীনে|LOC|চীন"))
    assert (event.kind, event.recipients) == ("CONSULT", ("চীন",))


def test_the_happening_told_again_is_of_the_same_kind(document):
    first, again = events(document("বাজারে হামলা চালানো হয়। মঙ্গলবার রাতে এ ঘটনা ঘটে।"))
    assert (first.kind, again.kind) == ("ASSAULT", "ASSAULT")


class TestDay:
    def test_the_sentence_states_it(self, document):
        (event,) = events(document("মঙ্গলবার দুই নেতা বৈঠক করেন।"))
        assert (event.date, event.date_how) == ("2025-11-18", "sentence")

    def test_the_context_carries_it(self, document):
        _, event = events(document("মঙ্গলবার দুই নেতা বৈঠক করেন। এতে চুক্তি স্বাক্ষর করা হয়।"))
        assert (event.date, event.date_how) == ("2025-11-18", "context")

    def test_else_the_publication_does(self, document):
        (event,) = events(document("দুই নেতা বৈঠক করেন।"))
        assert (event.date, event.date_how) == ("2025-11-20", "publication")

    def test_a_plan_without_a_day_has_none(self, document):
        (event,) = events(document("দুই নেতা বৈঠক করবেন।"))
        assert (event.date, event.date_how) == (None, "")

    def test_a_day_ahead_is_not_that_of_what_was_done(self, document):
        (event,) = events(document("আগামী ডিসেম্বরের নির্বাচন নিয়ে দুই নেতা আলোচনা করেন।"))
        assert event.date == "2025-11-20"

    def test_the_day_of_the_telling_is_not_that_of_what_is_told(self, document):
        text = "মঙ্গলবার পুলিশ জানায়, গত রোববার বাজারে হামলা চালানো হয়।"
        (event,) = events(document(text))
        assert event.date == "2025-11-16"


class TestWhom:
    def test_a_ruling_is_on_whose_the_noun_is(self, document):
        (event,) = events(document("আদালত করিম হকের রিমান্ড মঞ্জুর করেছেন।", "করিম হকের|PER|করিম হক"))
        assert (event.kind, event.recipients) == ("COERCE", ("করিম হক",))

    def test_the_dead_are_mourned_also_where_they_are_not_named_again(self, document):
        text = "করিম হকের মৃত্যুতে শোক জানিয়েছে ভোলা পৌরসভা। এক বার্তায় এই শোক জানানো হয়।"
        first, again = events(document(text, "করিম হকের|PER|করিম হক", "ভোলা পৌরসভা|ORG"))
        assert first.recipients == again.recipients == ("করিম হক",)

    def test_two_leaders_are_those_who_met_before(self, document):
        text = "কিম জং উনের সঙ্গে বৈঠক করেছেন ভ্লাদিমির পুতিন। দুই নেতা আলোচনা করেন।"
        first, again = events(document(text, PUTIN, "কিম জং উনের|PER|কিম জং উন"))
        assert (first.actors, first.recipients) == (("ভ্লাদিমির পুতিন",), ("কিম জং উন",))
        assert set(again.actors) == {"ভ্লাদিমির পুতিন", "কিম জং উন"}

    def test_a_meeting_of_both_has_both_for_actors(self, document):
        text = "কিম জং উনের সঙ্গে ভ্লাদিমির পুতিনের বৈঠক হয়েছে।"
        doc = document(text, "কিম জং উনের|PER|কিম জং উন", "ভ্লাদিমির পুতিনের|PER|ভ্লাদিমির পুতিন")
        assert set(events(doc)[0].actors) == {"ভ্লাদিমির পুতিন", "কিম জং উন"}

    def test_a_capital_that_is_visited_is_its_state(self, document):
        (event,) = events(document("পিয়ংইয়ং সফরে এসেছেন ভ্লাদিমির পুতিন।", PUTIN, "পিয়ংইয়ং|LOC"))
        assert event.recipients == ("উত্তর কোরিয়া",)

    def test_who_is_told_of_an_order(self, document):
        (event,) = events(document("মাঠের কর্মকর্তাদের নির্দেশ দেন করিম হক।", "করিম হক|PER"))
        assert (event.actors, event.recipients) == (("করিম হক",), ("মাঠের কর্মকর্তা",))
