"""`shutro search`: find articles."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from shutro.cli._archive import AsJson, Day, Where, brief, opened, print_json, tell_of_outlet
from shutro.cli._shown import InLanguage, byline, marked, plain, terminal
from shutro.views.labels import Language

if TYPE_CHECKING:
    from shutro.archive.nouns.results import Hit, Said
    from shutro.archive.store import Archive
    from shutro.views.labels import Labels


def search_command(
    query: Annotated[
        list[str] | None,
        typer.Argument(metavar="QUERY", help="What to look for, in Bangla or Latin letters."),
    ] = None,
    archive: Where = "shutro.db",
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="At most so many hits.")] = 10,
    outlet: Annotated[str | None, typer.Option(help="Only this outlet, in Bangla or Latin letters.")] = None,
    since: Day = None,
    until: Day = None,
    person: Annotated[
        str | None, typer.Option(help="Only where this person is named, in any spelling.")
    ] = None,
    place: Annotated[str | None, typer.Option(help="Only where this place is named.")] = None,
    source: Annotated[str | None, typer.Option(help="Only where this source is quoted.")] = None,
    story: Annotated[str | None, typer.Option(metavar="ID", help="Only the reports of this story.")] = None,
    by: Annotated[
        str | None, typer.Option(metavar="WHO", help="What WHO said about the query, statement by statement.")
    ] = None,
    statements: Annotated[
        bool, typer.Option("--statements", help="Find statements: who said what about the query.")
    ] = False,
    language: InLanguage = "bn",
    as_json: AsJson = False,
) -> None:
    """Find articles in the archive.

    Words meet in any inflection and usual spelling; Latin letters find Bangla; an abbreviation finds
    the full name. `"…"` is a phrase as it stands, `-word` must be absent, `word*` is a beginning.
    Without words, the newest articles come that the options leave.

    [bold]Examples[/bold]

      shutro search খালেদা জিয়ার চিকিৎসা

      shutro search khaleda zia --since 2025-12-01

      shutro search নির্বাচন --by 'তারেক রহমান'

      shutro search --statements 'তারেক রহমান নির্বাচন নিয়ে কী বলেছেন'

      shutro search বন্যা --place সিলেট --source 'জেলা প্রশাসক'

      shutro search '"লেভেল প্লেয়িং ফিল্ড" -ক্রিকেট' --json
    """
    words = " ".join(query or ()).strip()
    if not (words or by or outlet or since or until or person or place or source or story):
        raise typer.BadParameter("say what to look for", param_hint="QUERY")
    if by or statements:
        if outlet or since or until or person or place or source or story:
            raise typer.BadParameter("--by and --statements go with words and no other filter")
        _statements(archive, by, words, limit, None if as_json else language)
        return
    with opened(archive) as store:
        tell_of_outlet(store, outlet)
        days = [moment.date() if moment else None for moment in (since, until)]
        hits = store.search(
            words,
            limit=limit,
            outlet=outlet,
            since=days[0],
            until=days[1],
            person=person,
            place=place,
            source=source,
            story=story,
        )
        for who in (person, source):
            _tell_of_others(store, who)
    if as_json:
        print_json(
            [
                brief(hit.article)
                | {
                    "score": hit.score,
                    "why": list(hit.why),
                    "headline_matches": [[span.start, span.end] for span in hit.headline],
                    "snippet": hit.snippet.text,
                    "start": hit.snippet.span.start,
                    "matches": [[span.start, span.end] for span in hit.snippet.matches],
                }
                for hit in hits
            ]
        )
        return
    from shutro.views.labels import labels

    _show(hits, labels(language))


def _show(hits: list[Hit], say: Labels) -> None:
    console = terminal()
    for hit in hits:
        head = marked(hit.article.headline, 0, hit.headline) or say("no_headline")
        console.print(f"[bold]{head}[/]")
        console.print(f"  [dim]{byline(hit.article, say)}[/]")
        console.print(f"  {marked(hit.snippet.text, hit.snippet.span.start, hit.snippet.matches)}\n")
    if not hits:
        console.print(say("found_nothing"))


def _tell_of_others(store: Archive, who: str | None) -> None:
    """Say on standard error where a name was given that several people bear."""
    from shutro.errors import NotInArchive

    if who:
        with suppress(NotInArchive):  # `--by` also finds whom the archive has under no name
            one = store.entity(who)
            if one.people and not one.which:
                print(f"several people are called {one.name}; `shutro person` lists them", file=sys.stderr)


def _statements(archive: str, who: str | None, about: str, limit: int, language: Language | None) -> None:
    """Find statements and print them, as JSON where no language is given."""
    with opened(archive) as store:
        found = store.statements(who, about, limit) if who else store.search_statements(about, limit)
        _tell_of_others(store, who)
    if language is None:
        print_json(
            [
                {
                    "article": brief(hit.article),
                    "source": hit.statement.source,
                    "stance": hit.statement.stance,
                    "form": hit.statement.form,
                    "via": list(hit.statement.via),
                    "start": hit.statement.start,
                    "end": hit.statement.end,
                    "text": hit.statement.text,
                    "score": hit.score,
                    "bearer": hit.bearer,
                    "unsure": hit.unsure,
                }
                for hit in found
            ]
        )
        return
    from shutro.views.labels import labels

    _show_said(found, labels(language))


def _show_said(found: list[Said], say: Labels) -> None:
    console = terminal()
    for hit in found:
        unsure = f", {say('unsure_whose')}" if hit.unsure else ""
        bearer = f" ({plain(hit.bearer)}{unsure})" if hit.bearer else ""
        speaker = plain(hit.statement.source) if hit.statement.source else say("unknown_source")
        stance = say.of("stance", hit.statement.stance)
        console.print(f"[bold]{speaker}[/]{bearer}{f' · {stance}' if stance else ''}")
        console.print(f"  {plain(hit.statement.text)}")
        console.print(f"  [dim]{byline(hit.article, say)}[/]\n")
    if not found:
        console.print(say("found_nothing"))
