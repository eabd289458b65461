import pytest

from shutro.stories.telling.discourse import has, rules

EVERY = [(cue, example) for cue, listed in rules().items() for _, example in listed]


@pytest.mark.parametrize(("cue", "example"), EVERY)
def test_every_rule_finds_its_example(cue, example):
    assert has(cue, example)


@pytest.mark.parametrize(
    ("cue", "sentence"),
    [
        ("ongoing", "মন্ত্রী গতকাল পদত্যাগ করেছেন।"),
        ("ongoing", "তিনি ঢাকায় পৌঁছান।"),
        ("planned", "তিনি ঢাকায় পৌঁছান।"),
        ("negated", "তিনি নিহত হন।"),
        ("negated", "নিলামে নিবন্ধন শেষ হয়েছে।"),
        ("background", "আগের চেয়ে দাম কমেছে।"),
    ],
)
def test_a_cue_is_not_seen_where_it_is_not(cue, sentence):
    assert not has(cue, sentence)


def test_both_encodings_of_a_nukta_letter_are_found():
    assert has("planned", "সভা হওয়ার কথা রয়েছে।")
    assert has("planned", "সভা হওয়ার কথা র\u09dfেছে।")
