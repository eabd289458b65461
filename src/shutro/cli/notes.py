"""`shutro notes`: a reader's own notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from shutro.cli._archive import AsJson, Where, opened, print_json
from shutro.cli._shown import safe

if TYPE_CHECKING:
    from shutro.archive.nouns.cards import Note
    from shutro.span import Span


def notes_command(
    action: Annotated[
        Literal["list", "add", "change", "drop"] | None,
        typer.Argument(metavar="ACTION", help="What to do; list where it is left out."),
    ] = None,
    of: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="An article, story or thread; for change and drop, a note."),
    ] = None,
    words: Annotated[list[str] | None, typer.Argument(metavar="TEXT", help="The note itself.")] = None,
    on: Annotated[
        Literal["article", "story", "thread"], typer.Option(help="What ID is an id of.")
    ] = "article",
    sentence: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help="Words of the article, as printed, that the note stands on."),
    ] = None,
    archive: Where = "shutro.db",
    as_json: AsJson = False,
) -> None:
    """Keep notes of your own on articles, stories and threads of the archive.

    Notes stay when an article changes or is found anew. --json lists them all for other programs.

    [bold]Examples[/bold]

      shutro notes

      shutro notes add 005cf5d365 'সূত্র কে?' --sentence 'নাম প্রকাশে অনিচ্ছুক'

      shutro notes change 3fa2b1c09d7e 'সূত্র: থানার ওসি'

      shutro notes drop 3fa2b1c09d7e

      shutro notes --json > notes.json
    """
    with opened(archive) as store:
        if action == "add":
            if not of or not words:
                raise typer.BadParameter("say on what, and what", param_hint="ID TEXT")
            span = None
            if sentence:
                if on != "article":
                    raise typer.BadParameter("only an article has sentences", param_hint="--sentence")
                span = _place(store.get(of).text, sentence)
            found = [store.add_note(on, of, " ".join(words), span)]
        elif action == "change":
            if not of or not words:
                raise typer.BadParameter("say which note, and its other words", param_hint="ID TEXT")
            store.change_note(of, " ".join(words))
            found = [note for note in store.all_notes() if note.id == of]
        elif action == "drop":
            if not of:
                raise typer.BadParameter("say which note", param_hint="ID")
            store.drop_note(of)
            found = []
        else:
            found = store.notes(on, of) if of else list(store.all_notes())
    if as_json:
        print_json([_row(note) for note in found])
    elif action != "drop":
        for note in found:
            print(f"{note.id}  {note.target} {note.of}  {note.made:%Y-%m-%d %H:%M}\n  {safe(note.text)}")
        if not found:
            print("no notes")


def _place(text: str, words: str) -> Span:
    """The one place where words stand in a text. Raises BadParameter."""
    from shutro.span import Span

    at = text.find(words)
    if at < 0:
        raise typer.BadParameter("the article has no such words", param_hint="--sentence")
    if text.find(words, at + 1) >= 0:
        raise typer.BadParameter("the article has these words more than once", param_hint="--sentence")
    return Span(at, at + len(words))


def _row(note: Note) -> dict[str, object]:
    return {
        "id": note.id,
        "target": note.target,
        "of": note.of,
        "text": note.text,
        "made": note.made.isoformat(),
        "start": note.span.start if note.span else None,
        "end": note.span.end if note.span else None,
    }
