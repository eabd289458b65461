"""Stories, threads and reasons of an archive, as the commands print them."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import typer

from shutro.cli._archive import print_json
from shutro.cli._shown import safe
from shutro.views.labels import labels

if TYPE_CHECKING:
    from shutro.archive.nouns.cards import Gain, StoryCard, StoryOrder, ThreadCard
    from shutro.archive.store import Archive
    from shutro.stories.grouping.clusters import Decision
    from shutro.views.labels import Labels, Language


def list_stories(
    store: Archive,
    language: Language,
    as_json: bool,
    *,
    query: str | None = None,
    order: StoryOrder = "importance",
    limit: int = 20,
    **which: object,
) -> None:
    """Print the cards of stories, those that answer a query or those that the filters leave."""
    if query:
        found, every = store.search_stories(query, limit), None
    else:
        found = store.stories(limit, order=order, **which)  # type: ignore[arg-type]
        every = store.count_stories(**which)  # type: ignore[arg-type]
    if as_json:
        print_json({"stories": [record(card) for card in found], "of": every})
        return
    say = labels(language)
    for card in found:
        _print(card.title, _about(card, say))
    if every is not None and every > len(found):
        typer.echo(f"{len(found)} of {every} stories", err=True)


def list_threads(store: Archive, language: Language, as_json: bool, limit: int) -> None:
    """Print the cards of threads, the one with the latest report first."""
    found = store.threads(limit)
    if as_json:
        print_json({"threads": [record(card) for card in found]})
        return
    say = labels(language)
    for card in found:
        _print(f"⇄ {card.title}", _about(card, say), ", ".join(card.actors))


def show_story(store: Archive, id: str, language: Language, as_json: bool, since: datetime | None) -> None:
    """Print a story with its timeline, or what it has gained. Raises NotInArchive."""
    card = store.story_card(id)
    if since is not None:
        _show_gain(store.gained(card.id, since.replace(tzinfo=since.tzinfo or UTC)), language, as_json)
        return
    from rich.console import Console

    from shutro import __version__
    from shutro.views.exhibit import exhibit
    from shutro.views.json import to_json
    from shutro.views.terminal import show

    story = store.story(card.id)
    shown = exhibit(store.timeline(card.id), story.articles, title=story.title)
    if as_json:
        typer.echo(to_json([shown], __version__), nl=False)
        return
    say = labels(language)
    show([shown], Console(highlight=False), say)
    _print("", _about(card, say))


def show_thread(store: Archive, id: str, language: Language, as_json: bool) -> None:
    """Print a thread with its stories. Raises NotInArchive, also where it has come apart."""
    view = store.thread(id)
    if as_json:
        rows = {
            "stories": [record(card) for card in view.stories],
            "ties": [asdict(tie) for tie in view.ties],
        }
        print_json(record(view.card) | rows)
        return
    say = labels(language)
    _print(f"⇄ {view.card.title}", _about(view.card, say), ", ".join(view.card.actors))
    for card in view.stories:
        typer.echo("")
        _print(card.title, _about(card, say))
    titles = {card.id: card.title for card in view.stories}
    typer.echo("")
    for tie in view.ties:
        typer.echo(
            f"{safe(titles[tie.one])} ⇄ {safe(titles[tie.other])}: {', '.join((*tie.actors, *tie.matter))}"
        )


def _show_gain(gain: Gain, language: Language, as_json: bool) -> None:
    if as_json:
        lines = {
            name: [{"date": entry.date, "text": entry.text, "outlets": list(entry.outlets)} for entry in made]
            for name, made in (("new", gain.entries), ("grown", gain.grown))
        }
        reports = [{"id": one.id, "headline": one.headline, "outlet": one.outlet} for one in gain.articles]
        since = {"since": gain.since.isoformat()}
        print_json({"story": record(gain.story), "articles": reports} | lines | since)
        return
    from shutro.views.days import entry_day

    say = labels(language)
    _print(gain.story.title, _about(gain.story, say))
    for one in gain.articles:
        outlet, headline = one.outlet or say("unknown_outlet"), one.headline or say("no_headline")
        typer.echo(f"  - {safe(outlet)}: {safe(headline)}")
    for mark, made in (("+", gain.entries), ("±", gain.grown)):
        for entry in made:
            typer.echo(f"{mark} {entry_day(entry, say)}  {safe(entry.text)}")


def show_why(decision: Decision, as_json: bool) -> None:
    """Print why a report stands in its story."""
    if as_json:
        print_json(asdict(decision))
        return
    found = f"likeness {decision.likeness:.2f}, asked {decision.asked:.2f}"
    if decision.new:
        typer.echo(f"began story {decision.left or decision.story}: the nearest was too unlike ({found})")
        if decision.left:
            typer.echo(f"with later reports that became part of story {decision.story}")
    else:
        typer.echo(f"in story {decision.story}: {found}, {decision.days:.1f} days apart")
    for word, part in decision.reasons:
        typer.echo(f"  {part:.3f}  {safe(word)}")
    if decision.merged:
        typer.echo(f"with it these stories became one: {', '.join(decision.merged)}")


def record(card: StoryCard | ThreadCard) -> dict[str, object]:
    """A card's fields for JSON, days and moments as ISO text."""
    return {
        name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(card).items()
    }


def _about(card: StoryCard | ThreadCard, say: Labels) -> str:
    from shutro.views.days import between, size

    parts = [card.id]
    if (outlets := getattr(card, "outlets", None)) is not None:
        parts.append(size(card.articles, len(outlets), say))
    if card.first and card.last:
        parts.append(between(card.first, card.last, say))
    if thread := getattr(card, "thread", None):
        parts.append(f"⇄ {thread}")
    return " · ".join(parts)


def _print(title: str, *lines: str) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    if title:
        console.print(Text(safe(title), "bold"))
    for line in lines:
        if line:
            console.print(Text(safe(line), "dim"))
