import io
import json
from itertools import pairwise

import pytest
from pyarrow import parquet
from tests.views.exports.loads import MADE, ferry
from tests.views.ferry import ARTICLES

from shutro.errors import ExportError
from shutro.views.exports.formats import FORMATS, export

EVERY = [(name, table) for name, each in FORMATS.items() for table in dict.fromkeys(each.tables or (None,))]


def written(name: str, table: str | None = None, *, text: bool = True) -> bytes:
    return b"".join(export(name, ferry(text=text), table))


def shown(name: str, data: bytes) -> str:
    """All the text in a file, whatever its packing."""
    if name != "parquet":
        return data.decode("utf-8")
    table = parquet.read_table(io.BytesIO(data))
    return json.dumps(table.to_pylist(), ensure_ascii=False) + str(table.schema.metadata)


@pytest.mark.parametrize(("name", "table"), EVERY)
def test_the_same_load_gives_the_same_bytes(name: str, table: str | None) -> None:
    assert written(name, table) == written(name, table) != b""


@pytest.mark.parametrize(("name", "table"), EVERY)
def test_every_export_names_the_versions_it_was_made_by(name: str, table: str | None) -> None:
    if (name, table) == ("csv", "notes"):
        table = "articles"
    found = shown(name, written(name, table))
    assert MADE.rules in found
    assert MADE.shutro in found
    assert "3 articles, 4 revisions" in found


@pytest.mark.parametrize(("name", "table"), [one for one in EVERY if one[0] != "html"])
def test_without_text_no_three_words_of_a_body_leave(name: str, table: str | None) -> None:
    found = shown(name, written(name, table, text=False))
    for article in ARTICLES:
        for paragraph in article.body:
            words = paragraph.split()
            for one, two in pairwise(pairwise(words)):
                assert f"{one[0]} {one[1]} {two[1]}" not in found


@pytest.mark.parametrize(("name", "table"), [one for one in EVERY if one[0] == "jsonl"])
def test_with_and_without_text_the_rows_are_the_same_but_for_the_text(name: str, table: str | None) -> None:
    full = [json.loads(line) for line in written(name, table).splitlines()[1:]]
    bare = [json.loads(line) for line in written(name, table, text=False).splitlines()[1:]]
    assert len(full) == len(bare)
    for one, other in zip(full, bare, strict=True):
        assert one.keys() == other.keys()
        differing = {key for key in one if one[key] != other[key]}
        assert differing <= {"text", "standfirst", "caption", "this", "other"}
        assert all(other[key] is None for key in differing)


def test_the_page_is_its_text_and_does_not_leave_without() -> None:
    with pytest.raises(ExportError, match="cannot leave without"):
        export("html", ferry(text=False))


def test_a_format_or_table_that_there_is_not_is_told_with_those_there_are() -> None:
    with pytest.raises(ExportError, match="no format 'xlsx'; there are jsonl, csv"):
        export("xlsx", ferry())
    with pytest.raises(ExportError, match="no table 'people' in gdelt; gdelt has events, mentions"):
        export("gdelt", ferry(), "people")
    with pytest.raises(ExportError, match="no table 'names' in ninjs"):
        export("ninjs", ferry(), "names")


def test_parquet_without_pyarrow_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(ExportError, match=r"Parquet needs pyarrow: pip install \"shutro\[parquet\]\""):
        list(export("parquet", ferry()))
