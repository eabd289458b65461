"""Documents from a text and the names in it, so that a test pins one step and not the names model."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from shutro.bangla.times import times
from shutro.bangla.words import sentences
from shutro.meaning.document import Document
from shutro.meaning.statements.attribution import statements
from shutro.model import Name, Statement

AT = date(2025, 11, 20)


def _document(text: str, *names: str) -> Document:
    found: dict[tuple[int, int], Name] = {}
    for given in sorted(names, key=lambda name: -len(name.split("|")[0])):
        printed, kind, *canonical = given.split("|")
        start = text.find(printed)
        while start >= 0:
            end = start + len(printed)
            if not any(s < end and start < e for s, e in found):
                found[start, end] = Name(start, end, printed, kind, canonical[0] if canonical else printed)
            start = text.find(printed, start + 1)
    spans = tuple(sentences(text))
    return Document(text, AT, spans, tuple(found[span] for span in sorted(found)), tuple(times(text, at=AT)))


@pytest.fixture
def document() -> Callable[..., Document]:
    """A text as a document; each name as `printed|KIND` or `printed|KIND|canonical`, wherever printed."""
    return _document


@pytest.fixture
def said() -> Callable[..., list[Statement]]:
    """The statements of a text with these names."""
    return lambda text, *names: statements(_document(text, *names))


@pytest.fixture
def only(said: Callable[..., list[Statement]]) -> Callable[..., Statement]:
    """The one statement of a text with these names."""

    def one(text: str, *names: str) -> Statement:
        found = said(text, *names)
        assert len(found) == 1, found
        return found[0]

    return one
