"""Texts in the script of Bangla: which are Bangla, and which the reader declines as another language."""

from __future__ import annotations

import pytest

import shutro
from shutro.bangla.script import has_bangla, is_other_language, letters, spellings
from shutro.reading.article import read

BANGLA = "হাটের দিন সকালে সেতুটি ভেঙে পড়ে। খবর পেয়ে তিনি ঘটনাস্থলে যান এবং কাজ শুরু করেন বলে জানান মেয়র। "
ASSAMESE = "হাটৰ দিনা পুৱা দলংখন ভাঙি পৰে। খবৰ পাই তেওঁ ঘটনাস্থলীলৈ যায় আৰু কাম আৰম্ভ কৰে বুলি মেয়ৰে জনায়। "
MEITEI = "কৈথেলগী নুমিৎতা অয়ুক্তা থোং অদু কায়খি। পাউ তাবদা মহাক মফম অদুদা চৎখি, ৱাফমসি লৈরি হায়না ফোঙদোকখি। "
BISHNUPRIYA = "গাঙর পারেত্ত হমবারে বেলিহান মাছ ধরিয়াগি তিনগরে ধরেসি বুলিয়া থানার অফিসারগই মাতেসে। তানুর ঠার এহান। "


def dumped(text: str) -> str:
    return f"হাটের সেতু\n\n৫ মার্চ ২০২৪, ১০:১৫\n\n{text * 4}\n\n{text * 4}\n\n{text * 4}\n"


def other(text: str) -> bool:
    return is_other_language(text.encode(), letters(text.encode()))


def test_letters_are_those_of_the_bengali_block() -> None:
    assert letters("ক্ষ ০৯ ৰ হ়, hat। हाट".encode()) == len("ক্ষ০৯ৰহ়")


@pytest.mark.parametrize("text", [ASSAMESE, MEITEI, BISHNUPRIYA], ids=["Assamese", "Meitei", "Bishnupriya"])
def test_another_language_is_told_from_bangla(text: str) -> None:
    assert other(text * 12)
    assert not other(BANGLA * 12)


@pytest.mark.parametrize("text", [ASSAMESE, MEITEI], ids=["Assamese", "Meitei"])
def test_an_article_in_another_language_is_declined_with_the_reason(text: str) -> None:
    with pytest.raises(shutro.NotBangla, match="another language") as caught:
        read(dumped(text), source="page.txt")
    assert caught.value.source == "page.txt"


def test_a_bangla_report_that_quotes_assamese_is_read() -> None:
    quoted = BANGLA + "তাঁর অসমীয়া বইয়ের নাম ‘নদীৰ ঘাট’। "
    text = dumped(BANGLA) + quoted
    assert not other(text)
    assert "নদীৰ ঘাট" in read(text).text


def test_a_short_text_without_a_common_word_may_be_bangla() -> None:
    assert not other("নদীর ঘাট")
    assert not other("")


def test_a_word_has_its_nukta_letters_as_one_character_and_as_two() -> None:
    assert spellings("সম\u09df") == spellings("সম\u09af\u09bc") == {"সম\u09df", "সম\u09af\u09bc"}
    assert spellings("নদী") == {"নদী"}


def test_one_bangla_letter_is_enough() -> None:
    assert has_bangla("read on: ক")
    assert not has_bangla("read on, 12 Dec")
