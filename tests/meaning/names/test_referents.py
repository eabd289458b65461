"""Pronouns, offices and nouns with an article: resolved where the text allows, unknown where not."""

from __future__ import annotations

from datetime import date

import pytest

from shutro.meaning.names.meant.referents import referents, resolve_pronoun
from shutro.meaning.names.names import names


def canonical(text: str, word: str, at: date | None = None) -> list[str | None]:
    return [r.canonical for r in referents(text, names(text), at) if r.text == word]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("মন্ত্রী জোবেদা খাতুন ঢাকায় এসেছেন। তিনি সভায় যাবেন।", "তিনি", "জোবেদা খাতুন"),
        ("জোবেদা খাতুন সভায় করিম শেখকে ডাকেন। তিনি ব্যস্ত।", "তিনি", "জোবেদা খাতুন"),
        ("জোবেদা খাতুন ও রহিমা বেগম আসেন। তিনি ব্যস্ত।", "তিনি", None),
        ("নদীতে পানি বাড়ছে। তিনি চিন্তিত।", "তিনি", None),
        ("দুদক মামলা করেছে। সংস্থাটি আজ জানায়।", "সংস্থাটি", "দুর্নীতি দমন কমিশন"),
        ("জাপান সাহায্য দেবে। দেশটির সরকার জানায়।", "দেশটির", "জাপান"),
    ],
)
def test_what_a_word_stands_for(text: str, word: str, expected: str | None) -> None:
    assert canonical(text, word) == [expected]


def test_an_office_goes_back_to_the_person_beside_it() -> None:
    text = "নেপালের প্রধানমন্ত্রী জোবেদা খাতুন আসেন। নেপালের প্রধানমন্ত্রী পরে চলে যান।"
    assert canonical(text, "নেপালের প্রধানমন্ত্রী") == ["জোবেদা খাতুন"]


def test_an_office_that_the_text_leaves_open_depends_on_the_day() -> None:
    text = "রুশ প্রেসিডেন্ট আজ কথা বলেছেন।"
    assert canonical(text, "রুশ প্রেসিডেন্ট", date(2024, 1, 1)) == ["ভ্লাদিমির পুতিন"]
    assert canonical(text, "রুশ প্রেসিডেন্ট", date(1999, 1, 1)) == [None]
    assert canonical(text, "রুশ প্রেসিডেন্ট") == [None]


def test_a_former_office_is_nobodys() -> None:
    text = "সাবেক রুশ প্রেসিডেন্ট এসেছিলেন।"
    assert [r.canonical for r in referents(text, names(text), date(2024, 1, 1)) if "প্রেসিডেন্ট" in r.text] in (
        [],
        [None],
    )


def test_a_pronoun_before_any_name_is_unknown() -> None:
    assert resolve_pronoun(0, "তিনি", [], []) is None


def test_a_noun_of_any_news_tells_of_a_well_known_person_only_near_the_name() -> None:
    far = (
        "ম্যাচ শেষে বাড়ি ফেরার পথে এক দোকানদার খুন হন। পুলিশ জানায়, রাতে বাজারের পাশে তার লাশ পাওয়া যায়। "
        "পরে থানায় মামলা হয়। নিহতের ভাই তামিম বলেন, বিচার চাই।"
    )
    assert [name.canonical for name in names(far) if name.text == "তামিম"] == ["তামিম"]
    near = "ম্যাচে তামিম রান পাননি।"
    assert [name.canonical for name in names(near)] == ["তামিম ইকবাল"]


def test_the_government_is_no_witness_but_of_whom_it_is_called_after() -> None:
    assert [name.canonical for name in names("ইউনূস বলেন, সরকারি চাল পাইনি।")] == ["ইউনূস"]
    assert [name.canonical for name in names("ইউনূস সরকারের এক বছর হলো।")] == ["মুহাম্মদ ইউনূস"]
