"""`shutro check`: was this printed?"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from shutro.cli._archive import AsJson, Where, brief, opened, print_json, tell_of_outlet
from shutro.cli._days import day
from shutro.cli._shown import InLanguage, byline, headline, plain, terminal

if TYPE_CHECKING:
    from shutro.archive.nouns.results import Coverage, Verdict
    from shutro.views.labels import Labels

_STYLE = {
    "printed": "bold green",
    "printed-elsewhere": "bold yellow",
    "altered": "bold red",
    "not-found": "bold",
}


def check_command(
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help="The card's text.")],
    archive: Where = "shutro.db",
    outlet: Annotated[str | None, typer.Option(help="The outlet that the card names.")] = None,
    day: Annotated[
        datetime | None, typer.Option(parser=day, metavar="DAY", help="The day the card names.")
    ] = None,
    language: InLanguage = "bn",
    as_json: AsJson = False,
) -> None:
    """Ask whether an outlet printed a sentence, as for a photocard with its logo.

    Typing slips and missing marks are forgiven; another number, name or a missing না is not. "Not
    found" speaks only of the days that the archive covers, which are shown.

    [bold]Examples[/bold]

      shutro check 'সাবেক প্রধানমন্ত্রী মারা গেছেন' --outlet Samakal

      shutro check 'সাবেক প্রধানমন্ত্রী মারা গেছেন' --language en

      shutro check 'নির্বাচন পিছিয়ে গেল' --outlet "BBC Bangla" --day 2025-12-30 --json
    """
    card = " ".join(text).strip()
    if not card:
        raise typer.BadParameter("say what stands on the card", param_hint="TEXT")
    with opened(archive) as store:
        tell_of_outlet(store, outlet)
        verdict = store.check(card, outlet=outlet, day=day.date() if day else None)
    if as_json:
        print_json(_row(verdict))
        return
    from shutro.views.labels import labels

    _show(verdict, labels(language))


def _row(verdict: Verdict) -> dict[str, object]:
    article, sentence, coverage = verdict.article, verdict.sentence, verdict.coverage
    return {
        "verdict": verdict.verdict,
        "reason": verdict.reason,
        "likeness": verdict.likeness,
        "article": brief(article) if article else None,
        "sentence": {"start": sentence.start, "end": sentence.end, "text": sentence.of(article.text)}
        if article and sentence
        else None,
        "difference": [{"kind": d.kind, "card": d.card, "printed": d.printed} for d in verdict.difference],
        "coverage": {
            "outlet": coverage.outlet,
            "articles": coverage.articles,
            "first": coverage.first.isoformat() if coverage.first else None,
            "last": coverage.last.isoformat() if coverage.last else None,
        },
    }


def _show(verdict: Verdict, say: Labels) -> None:
    console = terminal()
    word = verdict.reason or verdict.verdict
    console.print(f"[{_STYLE[verdict.verdict]}]{say.of('verdict', word)}[/]")
    console.print(f"  {say.of('verdict_means', word)}")
    if verdict.article and verdict.sentence:
        lead = say("nearest_in_print" if verdict.verdict == "not-found" else "in_print")
        console.print(f"\n  {lead}: {plain(verdict.sentence.of(verdict.article.text))}")
        console.print(f"    {headline(verdict.article.headline, say)}")
        console.print(f"    [dim]{byline(verdict.article, say)}[/]")
        if verdict.verdict == "altered" and verdict.coverage.outlet not in (None, verdict.article.outlet):
            console.print(f"    {say('other_outlet')}")
    if verdict.verdict == "altered":
        for change in verdict.difference:
            card, printed = plain(change.card) or "–", plain(change.printed) or "–"
            console.print(
                f"  {say.of('changed', change.kind)}: {say('changed_from', card=card, printed=printed)}"
            )
    console.print(f"\n  [dim]{plain(_covered(verdict.coverage, say))}[/]")


def _covered(coverage: Coverage, say: Labels) -> str:
    from shutro.views.days import between

    whom = coverage.outlet or say("all_outlets")
    if not coverage.articles:
        return say("covers_nothing", whom=whom)
    days = between(coverage.first, coverage.last, say)
    return say("covers", whom=whom, count=coverage.articles, days=days)
