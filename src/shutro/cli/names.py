"""`shutro names`: who and what a text or page names, and who each name stands for."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shutro.cli._texts import is_page, piped
from shutro.cli.pages import READ, SOME_FAILED, USAGE, error_console, read_named

if TYPE_CHECKING:
    from shutro.meaning.names.meant.entities import Resolution
    from shutro.model import Name


def names_command(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="TEXT|PAGE", help="Bangla text, or captured pages; standard input without either."
        ),
    ] = None,
    own: Annotated[
        Path | None,
        typer.Option(
            "--names", metavar="FILE", help="A TOML file with names of your own, and their spellings."
        ),
    ] = None,
    mentions: Annotated[
        bool, typer.Option("--mentions", help="Every mention with its place, in order.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="One mention a line, as JSON, for other programs.")
    ] = False,
) -> None:
    """Find the persons, bodies, places, events and other named things in texts and pages.

    Names of one somebody are brought together under the canonical name: short and full forms, spelling
    variants, acronyms, and across the pages given. Kinds are PER, ORG, LOC, EVENT and MISC (a people's
    name, with its country as canonical name). Offsets count code points of the text or page.

    A file for --names has a line a name:
    "রহিম উদ্দিন" = { kind = "PER", also = ["রহিমুদ্দিন"], latin = "Rahim Uddin", apart = ["রহিমা উদ্দিন"] }

    [bold]Examples[/bold]

      shutro names 'রুশ প্রেসিডেন্ট ভ্লাদিমির পুতিন ঢাকায় এসেছেন।'

      shutro names captures/ --json

      shutro names --names my.toml --mentions < article.txt

    Exits with 0 also when nothing is found, 1 when some pages could not be read, 2 when used wrongly.
    """
    from shutro.errors import DataError

    texts, failures = _texts(sources)
    try:
        found = _found(texts, own)
        if as_json:
            _print_json(found)
        elif mentions:
            _show_mentions(found)
        else:
            _show_entities(texts, found, own)
    except DataError as error:
        error_console().print(str(error), style="red", markup=False, highlight=False, soft_wrap=True)
        raise typer.Exit(USAGE) from error
    raise typer.Exit(SOME_FAILED if failures else READ)


def _texts(sources: Sequence[str] | None) -> tuple[dict[str, str], int]:
    """What to search, by where it is from, and how many pages could not be read."""
    if not sources:
        return {"-": piped("a text or pages", "TEXT")}, 0
    if not any(map(is_page, sources)):
        return {"text": " ".join(sources)}, 0
    named, failures = read_named(sources)
    return {source: article.prose for source, article in named}, failures


def _found(texts: Mapping[str, str], own: Path | None) -> dict[str, list[Name]]:
    from shutro.meaning.names.names import names

    return {source: names(text, own) for source, text in texts.items()}


def _resolved(texts: Mapping[str, str], found: Mapping[str, Sequence[Name]], own: Path | None) -> Resolution:
    from shutro.meaning.names.known.gazetteer import extended
    from shutro.meaning.names.meant.entities import resolve
    from shutro.meaning.names.meant.tells import tells

    told = {source: tells(texts[source], names) for source, names in found.items()}
    return resolve(found, extended(own) if own else None, told=told)


def _print_json(found: Mapping[str, Sequence[Name]]) -> None:
    for source, names in found.items():
        for name in names:
            row: dict[str, object] = {
                "source": source,
                "start": name.start,
                "end": name.end,
                "text": name.text,
                "kind": name.kind,
                "canonical": name.canonical,
                "entity": name.entity,
                "rule": name.rule,
            }
            typer.echo(json.dumps(row, ensure_ascii=False))


def _show_mentions(found: Mapping[str, Sequence[Name]]) -> None:
    from rich.console import Console
    from rich.markup import escape

    console = Console(highlight=False, soft_wrap=True)
    for source, names in found.items():
        if len(found) > 1:
            console.print(escape(source), style="bold")
        for name in names:
            canonical = "" if name.canonical == name.text else f"  →  {escape(name.canonical)}"
            console.print(
                f"{name.kind:5} {escape(name.text)}{canonical}  [dim]{name.start}-{name.end} {name.rule}[/]"
            )


def _show_entities(texts: Mapping[str, str], found: Mapping[str, Sequence[Name]], own: Path | None) -> None:
    from rich.console import Console
    from rich.markup import escape

    console = Console(highlight=False, soft_wrap=True)
    entities = _resolved(texts, found, own).entities
    if not entities:
        console.print("no name found", style="dim")
    for entity in sorted(entities, key=lambda e: e.kind):
        latin = f" ({'≈ ' if entity.transliterated else ''}{escape(entity.latin)})"
        spellings = ", ".join(f"{s} (a slip)" if s in entity.slips else s for s in entity.spellings)
        console.print(
            f"{entity.kind:5} [bold]{escape(entity.canonical)}[/]{latin}  [dim]{escape(spellings)}[/]"
        )
