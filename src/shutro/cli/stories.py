"""`shutro stories`: pages grouped by the event they report."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from shutro.cli._archive import Where
from shutro.cli._days import day
from shutro.cli._shown import InLanguage, safe

if TYPE_CHECKING:
    from rich.console import Console

    from shutro.model import Article
    from shutro.stories.copies.copies import CopyGroup
    from shutro.stories.copies.lineage import Quotation
    from shutro.stories.grouping.threads import Thread
    from shutro.stories.story import Story
    from shutro.views.labels import Labels

FORMAT = "shutro.stories/1"
_Day = Annotated[
    datetime | None,
    typer.Option(parser=day, metavar="DAY", help="Archive: stories with a report from, or up to, it."),
]


def stories_command(
    pages: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PAGE",
            help="Files, folders, page archives; - for stdin. Without: the archive's stories.",
        ),
    ] = None,
    language: InLanguage = "bn",
    with_threads: Annotated[
        bool,
        typer.Option("--threads", help="Tie stories of the same actors and matter together, and say why."),
    ] = False,
    with_quotes: Annotated[
        bool, typer.Option("--quotes", help="Say too which report rests on another paper's (takes longer).")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
    archive: Where = "shutro.db",
    query: Annotated[str | None, typer.Option(help="Archive: the stories that answer this.")] = None,
    order: Annotated[
        Literal["importance", "newest", "oldest"], typer.Option(help="Archive: what comes first.")
    ] = "importance",
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="Archive: at most so many.")] = 20,
    outlet: Annotated[str | None, typer.Option(help="Archive: stories that this outlet tells.")] = None,
    about: Annotated[
        str | None, typer.Option(metavar="NAME", help="Archive: stories that keep naming somebody.")
    ] = None,
    since: _Day = None,
    until: _Day = None,
) -> None:
    """Group pages by the event they report, or list the stories of an archive.

    A story is one event and what directly follows from it, whoever reports it; each match, crash and
    price notice is a story of its own. Copies of an earlier report are marked with =: they are the same
    source. The biggest story comes first.

    [bold]Examples[/bold]

      shutro stories pages/                    every story, with its reports
      shutro stories pages/ --threads          and what ties stories over months
      shutro stories pages/ --quotes           and who quotes whose report
      shutro stories --archive news.db         the archive's most important stories
      shutro stories --about 'খালেদা জিয়া' --since 2025-12-01
      shutro stories pages/ --json | jq -r '.stories[] | [.id, .title] | @tsv'

    Exits with 0 when every page was read, 1 when some were not (each is named on standard error
    with the reason), 2 when used wrongly.
    """
    from rich.console import Console

    from shutro.cli.pages import READ, SOME_FAILED, read_pages
    from shutro.stories.copies.copies import copies
    from shutro.stories.grouping.clusters import stories
    from shutro.stories.grouping.threads import threads
    from shutro.views.labels import labels

    if not pages:
        from shutro.cli._archive import opened, tell_of_outlet
        from shutro.cli.kept import list_stories, list_threads

        with opened(archive) as store:
            tell_of_outlet(store, outlet)
            if with_threads:
                list_threads(store, language, as_json, limit)
                return
            days = {name: day and day.date() for name, day in (("since", since), ("until", until))}
            list_stories(
                store, language, as_json,
                query=query, order=order, limit=limit, outlet=outlet, entity=about, **days,
            )  # fmt: skip
        return
    if query or outlet or about or since or until:
        raise typer.BadParameter("--query, --outlet, --about, --since and --until ask an archive, not pages")
    articles, failures = read_pages(pages)
    found = stories(articles)
    groups = copies(articles)
    tied = threads(found) if with_threads else []
    quoted = _quotations(articles) if with_quotes else None
    found.sort(key=lambda story: -len(story.articles))
    if as_json:
        typer.echo(_json(found, groups, quoted, tied if with_threads else None))
    else:
        _show(found, groups, quoted or [], tied, Console(highlight=False), labels(language))
    raise typer.Exit(SOME_FAILED if failures else READ)


def _quotations(articles: Sequence[Article]) -> list[Quotation]:
    from shutro.meaning.findings import understand
    from shutro.stories.copies.lineage import quotations

    return quotations([understand(article) for article in articles])


def _json(
    found: Sequence[Story],
    groups: Sequence[CopyGroup],
    quoted: Sequence[Quotation] | None,
    tied: Sequence[Thread] | None,
) -> str:
    from shutro import __version__

    document: dict[str, object] = {
        "format": FORMAT,
        "version": __version__,
        "stories": [_story_record(story, groups, quoted) for story in found],
    }
    if tied is not None:
        document["threads"] = [_thread_record(thread) for thread in tied]
    return json.dumps(document, ensure_ascii=False, indent=2)


def _story_record(
    story: Story, groups: Sequence[CopyGroup], quoted: Sequence[Quotation] | None
) -> dict[str, object]:
    ids = {article.id for article in story.articles}
    return {
        "id": story.id,
        "title": story.title,
        "days": [day.isoformat() for day in story.days] if story.days else None,
        "outlets": list(story.outlets),
        "articles": [
            {
                "id": article.id,
                "outlet": article.outlet,
                "headline": article.headline,
                "published": article.published.isoformat() if article.published else None,
                "url": article.url,
            }
            for article in story.articles
        ],
        "copies": [_copy_record(group) for group in groups if ids & set(group.articles)],
        "quotes": None if quoted is None else [_quote_record(one) for one in quoted if one.article in ids],
    }


def _quote_record(quotation: Quotation) -> dict[str, object]:
    return {
        "article": quotation.article,
        "start": quotation.span.start,
        "end": quotation.span.end,
        "outlet": quotation.outlet,
        "original": quotation.original,
        "likeness": quotation.likeness,
    }


def _copy_record(group: CopyGroup) -> dict[str, object]:
    return {
        "origin": group.origin,
        "kind": group.kind,
        "articles": list(group.articles),
        "first": group.first,
        "pairs": [
            {
                "one": {"article": pair.one, "start": pair.one_span.start, "end": pair.one_span.end},
                "other": {"article": pair.other, "start": pair.other_span.start, "end": pair.other_span.end},
                "kind": pair.kind,
                "likeness": round(pair.likeness, 4),
            }
            for pair in group.pairs
        ],
    }


def _thread_record(thread: Thread) -> dict[str, object]:
    return {
        "id": thread.id,
        "title": thread.title,
        "stories": [story.id for story in thread.stories],
        "ties": [
            {
                "one": tie.one,
                "other": tie.other,
                "likeness": tie.likeness,
                "actors": list(tie.actors),
                "matter": list(tie.matter),
            }
            for tie in thread.ties
        ],
    }


def _show(
    found: Sequence[Story],
    groups: Sequence[CopyGroup],
    quoted: Sequence[Quotation],
    tied: Sequence[Thread],
    console: Console,
    say: Labels,
) -> None:
    from rich.text import Text

    from shutro.views.days import between, short_day, size

    def line(text: str, style: str = "", indent: int = 0) -> None:
        console.print(Text(" " * indent + safe(text), style), soft_wrap=True)

    origin = {name: group.origin for group in groups for name in group.articles}
    for number, story in enumerate(found):
        if number:
            console.print()
        line(story.title, "bold")
        about = [
            story.id,
            size(len(story.articles), len(story.outlets), say, all(a.outlet for a in story.articles)),
        ]
        if story.days:
            about.append(between(*story.days, say))
        line(" · ".join(about), "dim")
        for article in story.articles:
            copied = origin.get(article.id, article.id) != article.id
            outlet, headline = article.outlet or say("unknown_outlet"), article.headline or say("no_headline")
            line(f"{'=' if copied else '-'} {outlet}: {headline}", indent=2)
            rests_on = [quotation.outlet for quotation in quoted if quotation.article == article.id]
            if rests_on:
                line(f"← {', '.join(rests_on)}", "dim", 4)
    names = {story.id: story.title for story in found}
    for thread in tied:
        console.print()
        line(f"⇄ {thread.title}", "bold cyan")
        for story in thread.stories:
            day = short_day(story.days[0], say) if story.days else say("unknown_date")
            line(f"{day}: {story.title}", indent=2)
        for tie in thread.ties:
            line(f"{names[tie.one]} ⇄ {names[tie.other]}: {', '.join((*tie.actors, *tie.matter))}", "dim", 4)
