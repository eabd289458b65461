"""`shutro check`: was this printed?"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from shutro.cli._archive import AsJson, Where, brief, byline, opened, print_json
from shutro.cli._days import day

if TYPE_CHECKING:
    from shutro.archive.tables.results import Coverage, Verdict

_SAID = {
    "printed": "[bold green]printed[/] — these words are in the archive",
    "printed-elsewhere": "[bold yellow]printed elsewhere[/] — another outlet printed these words",
    "altered": "[bold red]altered[/] — something like it was printed, in other words",
    "not-found": "[bold]not found[/] — nothing like it in what the archive covers",
    "too-short": "[bold]not found[/] — too short to tell: a word or two claim nothing that is printed or not",
}


def check_command(
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help="The card's text.")],
    archive: Where = "shutro.db",
    outlet: Annotated[str | None, typer.Option(help="The outlet that the card names.")] = None,
    day: Annotated[
        datetime | None, typer.Option(parser=day, metavar="DAY", help="The day the card names.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Ask whether an outlet printed a sentence, as for a photocard with its logo.

    Typing slips and missing marks are forgiven; another number, name or a missing না is not. "Not
    found" speaks only of the days that the archive covers, which are shown.

    [bold]Examples[/bold]

      shutro check 'সাবেক প্রধানমন্ত্রী মারা গেছেন' --outlet Samakal

      shutro check 'নির্বাচন পিছিয়ে গেল' --outlet "BBC Bangla" --day 2025-12-30 --json
    """
    with opened(archive) as store:
        verdict = store.check(" ".join(text), outlet=outlet, day=day.date() if day else None)
    if as_json:
        print_json(_row(verdict))
    else:
        _show(verdict)


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


def _show(verdict: Verdict) -> None:
    from rich.console import Console
    from rich.markup import escape

    console = Console(highlight=False, soft_wrap=True)
    console.print(_SAID[verdict.reason or verdict.verdict])
    if verdict.article and verdict.sentence:
        lead = "nearest" if verdict.verdict == "not-found" else "printed"
        console.print(f"  {lead}: {escape(verdict.sentence.of(verdict.article.text))}")
        console.print(f"  in: {escape(verdict.article.headline)}")
        console.print(f"      {escape(byline(verdict.article))}")
    if verdict.verdict == "altered":
        for change in verdict.difference:
            console.print(f"  {change.kind}: card “{escape(change.card)}”, print “{escape(change.printed)}”")
    console.print(f"  {escape(_covered(verdict.coverage))}")


def _covered(coverage: Coverage) -> str:
    whom = coverage.outlet or "all outlets"
    if not coverage.articles:
        return f"the archive holds nothing of {whom}"
    days = f"{coverage.first or '?'} to {coverage.last or '?'}"
    return f"the archive holds {coverage.articles} articles of {whom}, {days}; other days it cannot speak for"
