"""The notes that a reader makes on articles, stories and threads: the SQL of both stores."""

from __future__ import annotations

from datetime import datetime

from shutro.archive.nouns.cards import Note, Target
from shutro.archive.tables.sql import Tables
from shutro.span import Span

_NOTE = "SELECT n.id, n.target, n.of_id, n.words, n.made, n.first, n.past, n.quoted FROM note"


class Notes:
    """The table `note`."""

    def __init__(self, tables: Tables) -> None:
        self._ask = tables.ask

    def put(self, note: Note, quoted: str | None) -> None:
        """Keep a note; `quoted` are the words that its span covers."""
        span = note.span
        values = (note.id, note.target, note.of, note.text, note.made.isoformat())
        ends = (span.start, span.end) if span is not None else (None, None)
        self._ask("INSERT INTO note VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*values, *ends, quoted))

    def change(self, id: str, words: str) -> bool:
        """Put other words into a note; False where there is none of that id."""
        found = self._ask("SELECT 1 FROM note WHERE id = ?", (id,))
        self._ask("UPDATE note SET words = ? WHERE id = ?", (words, id))
        return bool(found)

    def drop(self, id: str) -> bool:
        """Throw a note away; False where there is none of that id."""
        found = self._ask("SELECT 1 FROM note WHERE id = ?", (id,))
        self._ask("DELETE FROM note WHERE id = ?", (id,))
        return bool(found)

    def on(self, target: Target, of: str) -> list[tuple[Note, str | None]]:
        """The notes on one thing, the earliest first, with the words each stands on.

        Of a story or thread, by its present id, those too that were made under an id that leads to it now.
        """
        sql, values = f"{_NOTE} n WHERE n.target = ? AND n.of_id = ?", (target, of)
        if target != "article":
            now = {"story": "s.id", "thread": "t.id"}[target]
            sql = (
                f"{_NOTE} n LEFT JOIN founder f ON f.id = n.of_id LEFT JOIN placed p ON p.article = f.article"
                " LEFT JOIN story s ON s.number = p.story LEFT JOIN thread t ON t.number = s.thread"
                f" WHERE n.target = ? AND coalesce({now}, n.of_id) = ?"
            )
        return [_note(row) for row in self._ask(f"{sql} ORDER BY n.made, n.id", values)]

    def every(self) -> list[tuple[Note, str | None]]:
        """All notes, the earliest first."""
        return [_note(row) for row in self._ask(f"{_NOTE} n ORDER BY n.made, n.id")]


def _note(row: tuple[object, ...]) -> tuple[Note, str | None]:
    id, target, of, words, made, first, past, quoted = row
    span = Span(first, past) if isinstance(first, int) and isinstance(past, int) else None
    note = Note(str(id), target, str(of), str(words), datetime.fromisoformat(str(made)), span)  # type: ignore[arg-type]
    return note, None if quoted is None else str(quoted)
