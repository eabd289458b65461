"""What a glance at a page's bytes lets through, and what it turns away."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutro.scale.glance import foreign

SENTENCE = "নদীর পাড় থেকে সোমবার সকালে তিনজন জেলেকে আটক করা হয়েছে বলে জানান থানার এক কর্মকর্তা। "
BANGLA = f"<html><head><title>তিন জেলে আটক</title></head><body><p>{SENTENCE * 12}</p></body></html>"


def escaped(text: str, form: str) -> str:
    return "".join(form.format(ord(sign)) if sign > "\x7f" else sign for sign in text)


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (BANGLA.encode(), None),
        (BANGLA.encode("utf-16"), None),
        (BANGLA.encode("utf-16-le"), "text/html; charset=utf-16"),
        (BANGLA.encode("utf-16-be"), None),
        (f"<p>{SENTENCE}".encode("utf-16-le"), None),
        (escaped(BANGLA, "&#{};").encode(), None),
        (escaped(BANGLA, "&#x{:x};").encode(), None),
        (escaped(BANGLA, "&#X0{:X};").encode(), None),
        (json.dumps({"articleBody": SENTENCE * 3}).encode(), None),
        (f"<html>{'x y ' * 50_000}<p>{SENTENCE}</p></html>".encode(), None),
        (SENTENCE.encode(), "text/plain"),
    ],
    ids=[
        "utf-8", "utf-16", "utf-16 by its charset", "utf-16 without a mark", "a short one", "entities", "hex",
        "hex with a nought", "escapes in JSON", "a little Bangla in much else", "one sentence",
    ],
)  # fmt: skip
def test_bangla_passes_however_it_is_written(content: bytes, media_type: str | None) -> None:
    assert foreign(content, media_type) is None


@pytest.mark.parametrize("form", ["utf-8", "cp1252"])
def test_bangla_typed_for_a_font_of_its_own_passes(form: str) -> None:
    typed = "‡ejv 11Uvq b`xi cvo †_‡K wZb †R‡j‡K AvUK K‡i‡Q cywjk| †Rjv cÖkvmK e‡jb, Zv‡`i Kv‡Q Rvj wQj|"
    page = f"<html><body><p>{' '.join([typed] * 6)}</p></body></html>"
    assert foreign(page.encode(form)) is None


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank on Monday, officials said. " * 400,
        "घाट पर नाव डूब गई, अधिकारियों ने सोमवार को बताया। " * 200,
        "Паром затонул в понедельник, сообщили чиновники. " * 200,
        "غرقت العبارة يوم الاثنين وفق ما ذكره مسؤولون في الميناء. " * 200,
        "渡轮周一沉没，官员表示。" * 200,
        "Notes † and ‡ stand under † the table ‡ of every † page ‡ in the report. " * 60,
        "বাংলা " * 3 + "Read this page in other languages. " * 200,
        "",
    ],
    ids=[
        "English",
        "Hindi",
        "Russian",
        "Arabic",
        "Chinese",
        "daggers",
        "a link to the Bangla edition",
        "nothing",
    ],
)
def test_other_scripts_do_not_pass(text: str) -> None:
    assert foreign(f"<html><body><p>{text}</p></body></html>".encode()) == "script"


@pytest.mark.parametrize(
    "text",
    [
        "নদীৰ পাৰৰ পৰা সোমবাৰে পুৱা তিনিজন মাছমৰীয়াক আটক কৰা হৈছে বুলি থানাৰ বিষয়াই জনায়। ",
        "তুরেলগী মপানদগী নিংথৌকাবা অয়ুক্তা ঙা ফাবা মী অহুম ফাখ্রে হায়না থানাগী ওফিসরনা ফোঙদোকখি, ৱাফমসি লৈরি। ",
        "গাঙর পারেত্ত হমবারে বেলিহান মাছ ধরিয়াগি তিনগরে ধরেসি বুলিয়া থানার অফিসারগই মাতেসে। তানুর ঠার এহান। ",
    ],
    ids=["Assamese", "Meitei", "Bishnupriya"],
)
def test_other_languages_of_the_script_do_not_pass(text: str) -> None:
    assert foreign(f"<html><body><p>{text * 12}</p></body></html>".encode()) == "language"


def test_a_bangla_report_that_quotes_assamese_passes() -> None:
    quoted = "তাঁর অসমীয়া বইয়ের নাম ‘নদীৰ ঘাট’। "
    assert foreign(f"<p>{SENTENCE * 10}{quoted}</p>".encode()) is None


@given(st.binary(max_size=400), st.sampled_from([None, "text/html; charset=utf-16", "text/html"]))
def test_any_bytes_have_an_answer(content: bytes, media_type: str | None) -> None:
    assert foreign(content * 3, media_type) in (None, "script", "language")
