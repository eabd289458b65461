"""Bytes to text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutro.bangla.text import NotText, decode

TEXT = "নদীর পাড়ে র‍্যাব, ২০২৪।\nদ্বিতীয় সারি, আরও কথা আছে এখানে।"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_encodings(content, encoding):
    found = decode(content)
    assert (found.text, found.encoding, found.damaged) == (TEXT, encoding, 0)


def test_a_declared_encoding_is_believed_only_where_the_bytes_are_no_utf_8():
    assert decode(TEXT.encode(), "iso-8859-1").text == TEXT
    assert decode("Größe".encode("iso-8859-1"), "iso-8859-1").text == "Größe"
    assert decode(b"<meta charset=windows-1252>caf\xe9").text.endswith("café")


def test_damage_is_counted_and_read_over():
    found = decode(TEXT.encode() * 20 + b"\xe0\xa6" + TEXT.encode())
    assert found.damaged == 1
    assert found.text.count("নদীর") == 21


@pytest.mark.parametrize(
    "content", [bytes(range(256)) * 20, b"\x89PNG\r\n\x1a\n" + bytes(400), b"\xff\xd8\xff\xe0" * 200]
)
def test_binary_data_is_no_text(content):
    with pytest.raises(NotText):
        decode(content)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.4\n" + TEXT.encode(), "a PDF document"),
        (b"SQLite format 3\x00" + bytes(84), "a database, which --archive opens"),
        (b"PK\x03\x04" + TEXT.encode(), "a ZIP archive or an office document"),
    ],
)
def test_a_file_of_another_kind_is_called_by_it(content, kind):
    with pytest.raises(NotText, match=f"^{kind}$"):
        decode(content)


@given(st.text(alphabet=st.characters(categories=["L", "M", "N", "P", "Zs"]), min_size=1))
def test_every_text_survives_utf_8(text):
    assert decode(text.encode()).text == text.removeprefix("\ufeff")
