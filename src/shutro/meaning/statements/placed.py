"""Statements by the numbers of the sentences they stand in, and of those their words reach into."""

from __future__ import annotations

from collections.abc import Iterable

from shutro.meaning.document import Document
from shutro.model import Statement


def heard_in(doc: Document, said: Iterable[Statement]) -> dict[int, list[Statement]]:
    """Statements by the numbers of the sentences that their content reaches into."""
    heard: dict[int, list[Statement]] = {}
    for statement in said:
        if statement.content is not None and len(statement.content):
            first, last = statement.content.start, statement.content.end - 1
            for number in range(doc.sentence_at(first), doc.sentence_at(last) + 1):
                heard.setdefault(number, []).append(statement)
    return heard


def told_in(doc: Document, said: list[Statement]) -> dict[int, list[Statement]]:
    """The statements by the number of the sentence that their cue stands in."""
    told: dict[int, list[Statement]] = {}
    for statement in said:
        if statement.cue is not None:
            told.setdefault(doc.sentence_at(statement.cue.start), []).append(statement)
    return told
