"""A reader's notes on articles, stories and threads; they go along when a story becomes part of another."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from shutro.archive.nouns.cards import Note, StoryCard, Target, ThreadView
from shutro.archive.nouns.record import storable
from shutro.errors import ArchiveError, NotInArchive
from shutro.model import Article
from shutro.span import Span

if TYPE_CHECKING:
    from shutro.archive.stores.shelf import Shelf


class Notebook:
    """The part of an archive that keeps a reader's own words."""

    _shelf: Shelf
    get: Callable[[str], Article]
    story_card: Callable[[str], StoryCard]
    thread: Callable[[str], ThreadView]

    def add_note(self, target: Target, of: str, text: str, span: Span | None = None) -> Note:
        """Keep a reader's note; `span` is a place in the article's text, for a note on one sentence.

        Raises NotInArchive when there is nothing of that id, ArchiveError on an empty note or a span that
        is not in the text.
        """
        if not text.strip():
            raise ArchiveError("a note needs words")
        quoted = None
        if target == "article":
            article = self.get(of)
            of = article.id
            if span is not None:
                if span.end > len(article.text) or not len(span):
                    raise ArchiveError(f"{span.start}..{span.end} is no place in the text of {of}")
                quoted = storable(span.of(article.text))
        elif span is not None:
            raise ArchiveError("only a note on an article may stand on a sentence")
        elif target == "story":
            of = self.story_card(of).id
        else:
            of = self.thread(of).card.id
        note = Note(secrets.token_hex(6), target, of, storable(text), datetime.now(UTC), span)
        with self._shelf.writing():
            self._shelf.notes.put(note, quoted)
        return note

    def change_note(self, id: str, text: str) -> None:
        """Put other words into a note; where it stands and when it was made stay.

        Raises NotInArchive, and ArchiveError on an empty note.
        """
        if not text.strip():
            raise ArchiveError("a note needs words")
        with self._shelf.writing():
            if not self._shelf.notes.change(storable(id), storable(text)):
                raise NotInArchive(f"no note {id} in the archive")

    def drop_note(self, id: str) -> None:
        """Throw a note away. Raises NotInArchive."""
        with self._shelf.writing():
            if not self._shelf.notes.drop(storable(id)):
                raise NotInArchive(f"no note {id} in the archive")

    def notes(self, target: Target, of: str) -> list[Note]:
        """The notes on an article, a story or a thread, the earliest first.

        A story or thread has those too that were made on what has become part of it since.
        """
        if target == "article":
            of = self.get(of).id
        of = self._now(target, storable(of))
        return [self._standing(note, quoted) for note, quoted in self._shelf.notes.on(target, of)]

    def all_notes(self) -> Iterator[Note]:
        """Every note, the earliest first."""
        for note, quoted in self._shelf.notes.every():
            yield self._standing(note, quoted)

    def _standing(self, note: Note, quoted: str | None) -> Note:
        """A note where what it is on stands now.

        One on a story leads to the story that this has become part of; one on a sentence follows it into
        a revision, and has no place where that no longer has the words.
        """
        if note.target != "article":
            return replace(note, of=self._now(note.target, note.of))
        if note.span is None or quoted is None:
            return note
        text = self.get(note.of).text
        if storable(note.span.of(text)) == quoted:
            return note
        at = text.find(quoted)
        return replace(note, span=Span(at, at + len(quoted)) if at >= 0 else None)

    def _now(self, target: Target, id: str) -> str:
        """The id that a story or thread has now; its own where it has come apart or waits to be grown."""
        try:
            if target == "story":
                return self.story_card(id).id
            if target == "thread":
                return self.thread(id).card.id
        except NotInArchive:
            pass
        return id
