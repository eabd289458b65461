"""What a reader is offered to take away."""

from __future__ import annotations

import pytest

from shutro.views.exports.formats import FORMATS
from shutro.views.labels import LANGUAGES
from shutro.views.web.layout import takings as offered
from shutro.views.web.layout.takings import takings
from shutro.views.web.serving.words import words


def test_every_format_there_is_can_be_taken_away_and_is_called_by_words() -> None:
    files = [one for _, group in takings() for one in group]
    assert {one.format for one in files} == set(FORMATS)
    assert len(set(files)) == len(files)
    for language in LANGUAGES:
        tables = words(language).tables
        for use, group in takings():
            assert use in tables[""]
            for one in group:
                assert (one.table or one.format) in tables["table" if one.table else "format"]


def test_a_table_is_one_that_its_format_has() -> None:
    for _, group in takings():
        assert all(one.table is None or one.table in FORMATS[one.format].tables for one in group)


def test_parquet_is_offered_only_where_it_can_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offered, "find_spec", lambda name: None)
    takings.cache_clear()
    try:
        assert "take_parquet" not in dict(takings())
    finally:
        takings.cache_clear()
