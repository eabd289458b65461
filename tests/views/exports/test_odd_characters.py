"""Whatever stands in a page, every format stays whole and every offset true."""

import csv
import io
import json
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pyarrow import parquet
from tests.views.exports.loads import ODD, Odd, odd_stories

from shutro.views.exports.formats import FORMATS, export
from shutro.views.exports.formats.markdown import text as as_markdown
from shutro.views.exports.plain import cell, json_bytes, unicode_only, uri, xml_only

few = settings(max_examples=60, deadline=None)


@few
@given(odd_stories())
def test_json_lines_give_every_character_back(odd: Odd) -> None:
    data = b"".join(export("jsonl", odd.load()))
    assert len(data.decode().splitlines()) == data.count(b"\n"), "a line is a line for every reader"
    rows = [json.loads(line) for line in data.splitlines()]
    (article,) = [row for row in rows if row["table"] == "articles"]
    assert article["text"] == odd.article.text
    for row in rows:
        if "start" in row:
            assert odd.article.text[row["start"] : row["end"]] == row["text"]


@few
@given(odd_stories(), st.sampled_from(FORMATS["csv"].tables))
def test_csv_keeps_its_columns_and_the_length_of_every_text(odd: Odd, table: str) -> None:
    found = io.StringIO(b"".join(export("csv", odd.load(), table)).decode(), newline="")
    rows = list(csv.DictReader(found, strict=True))
    assert len(rows) == 1
    assert None not in rows[0]
    assert None not in rows[0].values()
    assert not any(value.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for value in rows[0].values())
    if table == "articles":
        text = rows[0]["text"].removeprefix("'")
        assert text == unicode_only(odd.article.text)


@few
@given(odd_stories())
def test_parquet_keeps_the_length_of_every_text(odd: Odd) -> None:
    (row,) = parquet.read_table(io.BytesIO(b"".join(export("parquet", odd.load(), "names")))).to_pylist()
    assert unicode_only(odd.article.text)[row["start"] : row["end"]] == row["text"]


@few
@given(odd_stories(), st.sampled_from(["events", "mentions"]))
def test_a_tab_separated_row_is_one_row(odd: Odd, table: str) -> None:
    data = b"".join(export("gdelt", odd.load(), table)).decode()
    header, row, end = data.split("\n")
    assert (len(row.split("\t")), end) == (len(header.split("\t")), "")


@few
@given(odd_stories(), st.booleans())
def test_the_json_formats_stay_json_and_their_selectors_true(odd: Odd, text: bool) -> None:
    for name in ("jsonld", "timelinejs", "annotations"):
        json.loads(b"".join(export(name, odd.load(text))))
    for name in ("ninjs", "plover"):
        assert all(json.loads(line) for line in b"".join(export(name, odd.load(text))).splitlines())
    for item in json.loads(b"".join(export("annotations", odd.load())))["items"]:
        position, *quotes = item["target"]
        start, end = position["selector"]["start"], position["selector"]["end"]
        for quote in quotes:
            assert quote["selector"]["exact"] == odd.article.text[start:end]


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def read_html(page: str) -> _Tags:
    parser = _Tags()
    parser.feed(page)
    parser.close()
    return parser


@few
@given(odd_stories())
def test_a_slide_has_no_tag_but_ours(odd: Odd) -> None:
    (slide,) = json.loads(b"".join(export("timelinejs", odd.load())))["events"]
    assert read_html(slide["text"]["text"]).seen <= {"blockquote", "p", "a", "em"}
    assert read_html(slide["text"]["headline"]).seen == set()


@few
@given(ODD)
def test_text_in_markdown_shows_as_itself(printed: str) -> None:
    shown = MarkdownIt("gfm-like", {"linkify": False}).render(f"- {as_markdown(printed)} শেষ")
    found = read_html(shown)
    assert found.seen <= {"ul", "li"}
    assert " ".join(found.text.split()) == " ".join(f"{xml_only(printed)} শেষ".split())


@few
@given(odd_stories(), st.sampled_from(["markdown", "html"]))
def test_a_document_is_utf_8_without_what_xml_forbids(odd: Odd, name: str) -> None:
    shown = b"".join(export(name, odd.load())).decode()
    assert xml_only(shown) == shown


@given(ODD)
def test_a_cell_less_one_apostrophe_is_the_text(text: str) -> None:
    guarded = cell(text)
    assert guarded in (text, f"'{text}")
    assert (guarded[1:] if guarded.startswith("'") else guarded) == text


@given(ODD)
def test_json_and_xml_keep_the_length(text: str) -> None:
    assert json.loads(json_bytes(text)) == text
    assert len(xml_only(text)) == len(text)


@given(ODD)
def test_an_address_is_ascii_without_what_ends_an_attribute_or_is_none(text: str) -> None:
    assert uri(text) is None
    found = uri(f"https://paper.example/{text}")
    assert found is None or (found.isascii() and not set(found) & set(' <>"\\^`{|}\n\r\t'))


def test_an_address_in_bangla_is_encoded_as_browsers_do() -> None:
    assert uri("https://paper.example/খবর?q=%E0%A6%95&a=1#উপরে") == (
        "https://paper.example/%E0%A6%96%E0%A6%AC%E0%A6%B0?q=%E0%A6%95&a=1#%E0%A6%89%E0%A6%AA%E0%A6%B0%E0%A7%87"
    )
    assert uri("javascript:alert(1)") is None
    assert uri("https://user:secret@paper.example/x") == "https://paper.example/x"
