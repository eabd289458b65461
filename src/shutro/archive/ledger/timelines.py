"""Timelines as they are kept: made anew only when the articles of a story, or the rules, have changed.

What was found in each article is taken from the archive, so that no article is understood again for it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import zstandard

from shutro.archive.nouns.findings import Kept, grouping_rules
from shutro.errors import ArchiveCorrupt
from shutro.model import Article, Difference, Entry, Evidence, Link, Statement
from shutro.span import Span

if TYPE_CHECKING:
    from shutro.archive.stores.shelf import Shelf
    from shutro.meaning.findings import Findings


class Timelines:
    """Makes timelines, and keeps those of whole stories."""

    def __init__(
        self,
        shelf: Shelf,
        read: Callable[[Sequence[int]], dict[int, Article]],
        findings: Callable[[Sequence[int]], list[Kept]],
    ) -> None:
        self._shelf = shelf
        self._read = read
        self._findings = findings

    def of(self, story: int) -> list[Entry]:
        """The timeline of a story."""
        if (entries := self.kept(story)) is not None:
            return entries
        numbers = self._members(story)
        state = self._state(numbers)
        made = self.made_of(numbers, whole=False)
        with self._shelf.keeping() as free:
            if free:
                self._shelf.lists.put_timeline(story, state, packed_entries(made))
        return made

    def kept(self, story: int) -> list[Entry] | None:
        """The timeline of a story as it is kept; None where it would have to be made."""
        kept = self._shelf.lists.timeline(story)
        if kept is None or kept[0] != self._state(self._members(story)):
            return None
        return unpacked_entries(kept[1])

    def _members(self, story: int) -> list[int]:
        return [article for article, _ in self._shelf.lists.members(story)]

    def made_of(self, numbers: Sequence[int], whole: bool = True) -> list[Entry]:
        """The timeline of some articles: all its lines, or the most important."""
        from shutro.stories.timeline import entries  # takes longer to load than a kept one to read

        articles = self._read(numbers)
        found = [
            understood(articles[number], kept)
            for number, kept in zip(numbers, self._findings(numbers), strict=True)
        ]
        return entries(found, None) if whole else entries(found)

    def _state(self, numbers: Sequence[int]) -> str:
        """A hash of the rules and of the state each article is in."""
        rows = [grouping_rules(), *(f"{n}:{at}" for n, at in self._shelf.lists.states(numbers))]
        return hashlib.sha256("\n".join(rows).encode()).hexdigest()[:32]


def understood(article: Article, kept: Kept) -> Findings:
    """What `meaning.findings.understand` gives, with names, statements and events as they were kept."""
    from shutro.bangla.times import times
    from shutro.bangla.words import sentences
    from shutro.meaning.anchor import anchor
    from shutro.meaning.document import Document
    from shutro.meaning.findings import Findings
    from shutro.meaning.quantities.quantities import quantities

    stamp = anchor(article)
    day = stamp.day if stamp is not None else None
    text = article.prose
    found = tuple(times(text, at=day))
    doc = Document(text, day, tuple(sentences(text)), kept.names, found, article.outlet)
    amounts = tuple(quantities(doc, kept.statements))
    return Findings(article, stamp, doc, kept.names, found, kept.statements, kept.events, amounts)


def packed_entries(made: Sequence[Entry]) -> bytes:
    """A timeline as compressed JSON; the same entries always give the same bytes."""
    plain = json.dumps([asdict(entry) for entry in made], ensure_ascii=False, separators=(",", ":"))
    return zstandard.ZstdCompressor(level=6).compress(plain.encode("utf-8", "surrogatepass"))


def unpacked_entries(data: bytes) -> list[Entry]:
    """What `packed_entries` wrote. Raises ArchiveCorrupt when the bytes are something else."""
    try:
        rows = json.loads(zstandard.ZstdDecompressor().decompress(data).decode("utf-8", "surrogatepass"))
        return [_entry(row) for row in rows]
    except (zstandard.ZstdError, ValueError, KeyError, TypeError) as error:
        raise ArchiveCorrupt(f"a story's timeline cannot be read: {error}") from error


def _entry(row: dict[str, Any]) -> Entry:
    row["evidence"] = tuple(_evidence(one) for one in row["evidence"])
    row["statements"] = tuple(_statement(one) for one in row["statements"])
    row["differences"] = tuple(
        Difference(**{**one, "evidence": tuple(_evidence(proof) for proof in one["evidence"])})
        for one in row["differences"]
    )
    row["origins"] = tuple(row["origins"])
    row["links"] = tuple(Link(one["kind"], _evidence(one["evidence"])) for one in row["links"])
    return Entry(**row)


def _evidence(row: dict[str, Any]) -> Evidence:
    return Evidence(**{**row, "chain": tuple(row["chain"])})


def _statement(row: dict[str, Any]) -> Statement:
    spans = {name: Span(**row[name]) if row[name] else None for name in ("source_span", "cue", "content")}
    return Statement(**{**row, **spans, "to": tuple(row["to"]), "via": tuple(row["via"])})
