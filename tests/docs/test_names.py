"""What the documents name is there: modules, what is in them, classes and functions."""

from __future__ import annotations

import ast
import sqlite3
from contextlib import closing
from dataclasses import fields, is_dataclass
from importlib import import_module
from itertools import chain
from pathlib import Path

import pytest
import regex
from tests.docs.pages import DOCS, PAGES, ROOT, code, name

import shutro
from shutro import model
from shutro.archive.store import Archive

SOURCES = sorted((ROOT / "src" / "shutro").rglob("*.py"))
DEFINED = {
    node.name if isinstance(node, ast.ClassDef | ast.FunctionDef) else node.id
    for path in SOURCES
    for node in ast.walk(ast.parse(path.read_text("utf-8")))
    if isinstance(node, ast.ClassDef | ast.FunctionDef)
    or (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
}
METADATA = {"shutro.shutro", "shutro.rules"}  # keys of a Parquet file, as docs/exports.md tells them
# Names of other houses: schema.org, HTTP, PLOVER, what a reader's own code would hold.
FOREIGN = {"NewsArticle", "Claim", "Thing", "ETag", "None", "PipelineStep"}
HOUSE = ["architecture.md", "contributing.md", "decisions.md", "data-model.md", "howto/export.md"]


def resolved(dotted: str) -> object:
    """What a dotted name names: a module, or something in one. Raises where there is no such thing."""
    parts = dotted.split(".")
    for cut in range(len(parts), 0, -1):
        try:
            found: object = import_module(".".join(parts[:cut]))
        except ModuleNotFoundError:
            continue
        for part in parts[cut:]:
            found = getattr(found, part)
        return found
    raise ModuleNotFoundError(dotted)


@pytest.mark.parametrize("page", [ROOT / "README.md", *PAGES], ids=name)
def test_every_dotted_name_is_there(page: Path) -> None:
    for each in code(page):
        for dotted in regex.findall(r"(?<![\w./-])shutro(?:\.[A-Za-z_]\w*)+(?![\w/-])", each):
            if dotted not in METADATA and not dotted.endswith((".db", ".toml")):
                resolved(dotted)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_a_door_of_the_archive_is_there(page: Path) -> None:
    for each in code(page):
        for door in regex.findall(r"(?<!/)\b[Aa]rchive\.([a-z_]+)\b(?!\.)(?=\(|$)", each):
            assert hasattr(Archive, door), each


@pytest.mark.parametrize("page", HOUSE)
def test_the_pages_on_the_house_name_only_what_is_defined_in_it(page: str) -> None:
    told = code(DOCS / page)
    classes = {each for each in told if regex.fullmatch(r"(?:[A-Z][a-z]+)+", each)}
    called = {found[1] for each in told if (found := regex.match(r"(?:\w+\.)*(\w+)\(", each))}
    assert classes - FOREIGN <= DEFINED
    assert called <= DEFINED | {"write"}


def test_the_way_of_a_capture_passes_every_room() -> None:
    told = (DOCS / "architecture.md").read_text("utf-8")
    rooms = {path.parent.name for path in (ROOT / "src" / "shutro").glob("*/__init__.py")}
    assert rooms <= set(regex.findall(r"`src/shutro/(\w+)/", told))


def test_the_data_model_tells_of_every_noun_and_of_every_table(tmp_path: Path) -> None:
    told = (DOCS / "data-model.md").read_text("utf-8")
    nouns = {each for each, found in vars(model).items() if is_dataclass(found)} - {"Provenance", "Span"}
    assert not {noun for noun in nouns if f"**{noun}**" not in told}

    shutro.open(tmp_path / "new.db").close()
    with closing(sqlite3.connect(tmp_path / "new.db")) as archive:
        rows = archive.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        tables = {each for (each,) in rows if not regex.search("_(data|idx|docsize|config)$", each)}
    named = set(regex.findall(r"`(\w+?)(?:_…)?`", told))
    assert not {table for table in tables if table not in named and table.partition("_")[0] not in named}


@pytest.mark.parametrize("noun", [each for each, found in vars(model).items() if is_dataclass(found)])
def test_every_field_of_a_noun_is_described(noun: str) -> None:
    if noun == "Span":  # its two fields are what every page counts with
        return
    told = (DOCS / "reference" / "fields.md").read_text("utf-8")
    section = regex.search(rf"^## {noun}$(.*?)(?=^## |\Z)", told, flags=regex.M | regex.S)
    assert section is not None
    described = [
        regex.findall(r"`(\w+)`", row) for row in regex.findall(r"^\| (`.*?) \|", section[1], flags=regex.M)
    ]
    assert sorted(chain(*described)) == sorted(each.name for each in fields(getattr(model, noun)))


def test_the_json_tells_every_slot_that_two_tellings_can_differ_in() -> None:
    calls = chain.from_iterable(ast.walk(ast.parse(path.read_text("utf-8"))) for path in SOURCES)
    slots = {
        call.args[0].value
        for call in calls
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "Difference"
        and call.args
        and isinstance(call.args[0], ast.Constant)
    }
    assert {"clock", "denial"} <= slots <= set(code(DOCS / "json.md"))
