"""The verb: every tense and person of a known verb is known, and nothing else is one."""

from __future__ import annotations

import pytest

from shutro.bangla.verbs import fold, readings, verb_forms


def forms(word: str) -> set[tuple[str, str, str, bool]]:
    return {(f.verb, f.shape, f.person, f.negated) for f in readings(fold(word))}


@pytest.mark.parametrize(
    ("word", "verb", "shape", "person", "negated"),
    [
        ("বলেন", "বলা", "finite", "3h", False),
        ("বলেছিলাম", "বলা", "finite", "1", False),
        ("বলতেন", "বলা", "finite", "3h", False),
        ("লিখেছেন", "লেখা", "finite", "3h", False),
        ("জানাচ্ছে", "জানানো", "finite", "3", False),
        ("জানিয়েছিলেন", "জানানো", "finite", "3h", False),
        ("জানায়নি", "জানানো", "finite", "3", True),
        ("করেননি", "করা", "finite", "3h", True),
        ("চেয়েছেন", "চাওয়া", "finite", "3h", False),
        ("দেবেন", "দেওয়া", "finite", "3h", False),
        ("তুলেছেন", "তোলা", "finite", "3h", False),
        ("শুনিয়েছেন", "শোনানো", "finite", "3h", False),
        ("গেছেন", "যাওয়া", "finite", "3h", False),
        ("করে", "করা", "having", "", False),
        ("বলতে", "বলা", "to", "", False),
        ("জানালে", "জানানো", "if", "", False),
        ("জানানোর", "জানানো", "noun_of", "", False),
    ],
)
def test_a_form_is_read_back_to_its_verb(word, verb, shape, person, negated):
    assert (fold(verb), shape, person, negated) in forms(word)


def test_an_emphatic_ending_is_looked_through():
    assert forms("বলেছেনই") == forms("বলেছেন")


def test_composed_and_decomposed_nukta_are_one_word():
    assert readings(fold("জানিয\u09bcেছেন")) == readings(fold("জানিয়েছেন"))


@pytest.mark.parametrize("word", ["বাংলাদেশ", "পুলিশ", "নির্বাচন", "সরকার", "মানববন্ধন", ""])
def test_a_noun_is_no_verb(word):
    assert readings(fold(word)) == ()


def test_the_finite_reading_comes_first():
    several = [forms for forms in verb_forms().values() if any(form.shape == "finite" for form in forms)]
    assert all(forms[0].shape == "finite" for forms in several)
