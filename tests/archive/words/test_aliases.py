"""Short names: explained by articles, formed of full ones."""

import pytest

from shutro.archive.words.aliases import explained, formed
from shutro.archive.words.terms import forms, plain


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("গতকাল গ্রামীণ পানি সংস্থার (জিপিএস) সভা", "জিপিএস", "গ্রামিন পানি সংস্থা"),
        ("বলেছে নদী রক্ষা বোর্ড (এনআরবি)", "এনআরবি", "নদি রক্ষা বোর্ড"),
    ],
)
def test_a_text_explains_its_short_names(text: str, short: str, full: str) -> None:
    assert explained(text) == [(short, full)]


@pytest.mark.parametrize("text", ["রহিমা খাতুন (৯০)", "তিনি বলেন, এসব (এনআরবি)", "এটি (পুরোনো) খবর", "(এনআরবি)"])
def test_a_bracket_is_not_always_a_name(text: str) -> None:
    assert explained(text) == []


def test_short_names_are_formed_of_bodies_only() -> None:
    body = [plain(form) for form in forms("বাংলাদেশ ফুটবল ফেডারেশন")]
    assert ("বাফুফে",) in formed(body)
    assert ("বিএফএফ",) in formed(body)
    assert formed([plain(form) for form in forms("ঘন কুয়াশায় ফ্লাইট বাতিল")]) == []
