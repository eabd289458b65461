"""JSON Lines, CSV and Parquet hold the same rows, as readers that are not ours read them."""

import csv
import io
import json
from typing import Any

import pytest
from pyarrow import parquet
from tests.views.exports.loads import ferry
from tests.views.ferry import ARTICLES

from shutro.views.exports.formats import export
from shutro.views.exports.tables import TABLES

TEXTS = {article.id: article.text for article in ARTICLES}


def from_jsonl(table: str) -> list[dict[str, Any]]:
    lines = b"".join(export("jsonl", ferry(), table)).decode().split("\n")
    assert json.loads(lines[0])["table"] == "colophon"
    assert lines.pop() == ""
    rows = [json.loads(line) for line in lines[1:]]
    assert {row.pop("table") for row in rows} == {table}
    return rows


def from_csv(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(b"".join(export("csv", ferry(), table)).decode(), newline="")))


@pytest.mark.parametrize("table", TABLES)
def test_every_table_has_rows_and_is_the_same_in_parquet(table: str) -> None:
    rows = from_jsonl(table)
    assert rows
    assert parquet.read_table(io.BytesIO(b"".join(export("parquet", ferry(), table)))).to_pylist() == rows


@pytest.mark.parametrize("table", TABLES)
def test_csv_gives_every_value_back(table: str) -> None:
    rows = from_jsonl(table)
    found = from_csv(table)
    assert len(found) == len(rows)
    for row, cells in zip(rows, found, strict=True):
        assert list(cells) == [*row, "shutro", "rules", "archive"]
        for key, value in row.items():
            assert _read(cells[key], value) == value


def _read(cell: str, like: object) -> object:
    if like is None:
        return cell or None
    if isinstance(like, str):
        return cell.removeprefix("'")
    return json.loads(cell)


@pytest.mark.parametrize("table", ["names", "statements", "events", "evidence", "notes"])
def test_offsets_are_the_places_of_the_words(table: str) -> None:
    for row in from_jsonl(table):
        article = row.get("article") or row["of"]
        if row["start"] is not None:
            assert TEXTS[article][row["start"] : row["end"]] == row["text"]


def test_a_statement_keeps_its_source_cue_content_and_chain() -> None:
    (row,) = from_jsonl("statements")
    text = TEXTS[row["article"]]
    assert (row["source"], row["via"], row["stance"]) == ("কফিল মাতব্বর", ["সমতট নিউজ"], "claims")
    assert text[row["cue_start"] : row["cue_end"]] == "জানান"
    assert text[row["content_start"] : row["content_end"]] == "তিনজনের লাশ পাওয়া গেছে"


def test_a_note_goes_with_what_it_stands_on() -> None:
    on_sentence, on_story = from_jsonl("notes")
    assert on_sentence["note"] == "ফোন করে জানতে হবে"
    assert on_sentence["text"] == "ঘাটের ইজারাদার কফিল মাতব্বর জানান, তিনজনের লাশ পাওয়া গেছে।"
    assert (on_story["target"], on_story["of"], on_story["start"]) == ("story", "s-ferry", None)


def test_no_cell_is_a_formula() -> None:
    (note,) = [row for row in from_csv("notes") if row["target"] == "story"]
    assert note["note"] == "'=পরের দিন দেখা"


def test_a_parquet_file_tells_its_versions_in_its_metadata() -> None:
    data = io.BytesIO(b"".join(export("parquet", ferry(), "lines")))
    about = parquet.read_schema(data).metadata
    assert about[b"shutro.rules"] == b"0123456789ab"
    assert about[b"shutro.table"] == b"lines"
