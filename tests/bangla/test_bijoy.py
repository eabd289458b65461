"""Bijoy (SutonnyMJ) text is recognised and read as Bangla."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shutro
from shutro.bangla.bijoy import from_bijoy, is_bijoy, is_latin

FIRST = "evsjv‡`k miKvi Rvwb‡q‡Q, AvMvgx †mvgevi †_‡K bZzb wbqg Kvh©Ki n‡e|"
SECOND = "wkÿv gš¿Yvjq †_‡K GK weÁwß‡Z G Z_¨ Rvbv‡bv nq| me cÖwZôvb‡K wbqg †g‡b Pj‡Z n‡e|"
TYPED = f"{FIRST} {SECOND}"


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Avwg evsjvq Mvb MvB|", "আমি বাংলায় গান গাই।"),
        ("evsjv‡`k", "বাংলাদেশ"),
        ("cÖavbgš¿x", "প্রধানমন্ত্রী"),
        ("wbe©vPb", "নির্বাচন"),
        ("ivóªcwZ", "রাষ্ট্রপতি"),
        ("†Kv‡bv", "কোনো"),
        ("†gŠjfxevRvi", "মৌলভীবাজার"),
        ("¯^vaxbZv", "স্বাধীনতা"),
        ("m¤ú‡K©", "সম্পর্কে"),
        ("AvšÍR©vwZK", "আন্তর্জাতিক"),
        ("÷vd wi‡cvU©vi", "স্টাফ রিপোর্টার"),
        ("e¨w³", "ব্যক্তি"),
        ("12 †deªæqvwi", None),
    ],
)
def test_words(typed, meant):
    found = from_bijoy(typed)
    if meant is None:
        assert found.startswith("১২ ফে")
    else:
        assert nfc(found) == nfc(meant)


@pytest.mark.parametrize(
    "word",
    ["Facebook", "Google", "Twitter", "University", "(online)", "Store,", "www.a.example", "news@a.example"],
)
def test_an_english_word_or_address_inside_stays_as_it_is(word):
    assert from_bijoy(f"Avwg {word} MvB|") == f"আমি {word} গাই।"


@pytest.mark.parametrize(
    "word", ["Avwg", "Zviv", "Rvbvb", "RbMY", "gZje", "Zywg", "Ryb", "bv", "Ges", "KLb", "GK"]
)
def test_a_bangla_word_typed_in_plain_letters_is_not_english(word):
    assert not is_latin(word)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TYPED, True),
        ("The very lively governor of the island moved over the river with twelve envoys. " * 5, False),
        ("সরকার জানিয়েছে, আগামী সোমবার থেকে নতুন নিয়ম কার্যকর হবে।" * 5, False),
        ("See the note† and the other‡ note.", False),
    ],
)
def test_recognised(text, expected):
    assert is_bijoy(text) is expected


@given(st.text(max_size=200))
def test_any_text_gives_text(text):
    assert isinstance(from_bijoy(text), str)
    assert is_bijoy(text) in (True, False)


@pytest.mark.parametrize(
    "form", ["{}\n\n{}\n\n{}\n\n{}", "<html><body><h1>{}</h1><p>{}</p><p>{}</p><p>{}</p></body></html>"]
)
def test_a_page_in_bijoy_is_read_in_unicode(form):
    page = form.format("wkÿv cÖwZôv‡b bZzb wbqg", "cÖKvk: 12 AvM÷ 2024, 10:42 GGg", FIRST, SECOND)
    article = shutro.read(page)
    assert nfc(article.headline) == nfc("শিক্ষা প্রতিষ্ঠানে নতুন নিয়ম")
    assert nfc(article.body[0]) == nfc("বাংলাদেশ সরকার জানিয়েছে, আগামী সোমবার থেকে নতুন নিয়ম কার্যকর হবে।")
    assert article.published.isoformat().startswith("2024-08-12T10:42")
    assert [p.how for p in article.provenance if p.field == "text"] == ["from Bijoy"]
