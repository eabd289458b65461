"""The code of the how-tos works as it stands there: an outlet's file, an export's module."""

from __future__ import annotations

import sys
import types
from collections.abc import Iterator
from typing import Any, Literal

import pytest
import regex
from tests.docs.pages import DOCS, blocks
from tests.views.exports.loads import ferry

import shutro
from shutro.reading import outlet
from shutro.views.exports import formats


def block(page: str, language: str) -> str:
    (text,) = (each.text for each in blocks(DOCS / "howto" / page) if each.language == language)
    return text


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    """The names that the outlet's page defines in Python, its outlet being one of those known."""
    known = (*outlet.outlets(), outlet.parse_outlet(block("outlet.md", "toml"), "nilkolom.toml"))
    monkeypatch.setattr(outlet, "outlets", lambda: known)
    outlet.outlet_at.cache_clear()
    names: dict[str, Any] = {}
    exec(block("outlet.md", "python"), names)
    yield names
    outlet.outlet_at.cache_clear()


def test_an_outlets_file_is_all_it_takes(told: dict[str, Any], caplog: pytest.LogCaptureFixture) -> None:
    told["test_a_page_of_nilkolom_has_its_name_and_clock"]()
    assert not caplog.records


def test_a_layout_that_is_there_no_more_is_told(
    told: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    article = shutro.read(told["PAGE"].replace("nk-story-body", "nk-new-body"))
    assert len(article.body) == 3
    assert "the layout of নীলকলম has changed since 2025-01-01" in caplog.text


@pytest.fixture
def ris(monkeypatch: pytest.MonkeyPatch) -> types.ModuleType:
    """The module of the page, its name being one of the formats'."""
    module = types.ModuleType("shutro.views.exports.formats.ris")
    exec(block("export.md", "python"), vars(module))
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(formats, "FormatName", Literal[(*formats.FORMATS, "ris")])
    return module


def test_an_exports_module_and_its_name_are_all_it_takes(ris: types.ModuleType) -> None:
    assert formats.FORMATS["ris"] is ris.FORMAT  # type: ignore[index]
    records = b"".join(formats.export("ris", ferry())).decode().split("\r\n\r\n")[:-1]
    assert len(records) == 3
    for record in records:
        lines = regex.findall(r"^([A-Z][A-Z0-9])  - (.*)$", record, flags=regex.M)
        assert [tag for tag, _ in lines[:2]] == ["TY", "TI"]
        assert lines[-1] == ("ER", "")
        assert {"AB", "ID", "N1"} <= {tag for tag, _ in lines}


def test_an_export_without_text_leaves_out_the_words(ris: types.ModuleType) -> None:
    assert b"AB  - " not in b"".join(formats.export("ris", ferry(text=False)))
