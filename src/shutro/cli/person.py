"""`shutro person`: who somebody is in the archive, what they said and what was said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from shutro.cli._archive import AsJson, Where, brief, opened, print_json
from shutro.cli._shown import InLanguage, byline, plain, terminal

if TYPE_CHECKING:
    from shutro.archive.nouns.cards import BearerCard, EntityCard
    from shutro.archive.nouns.results import Said
    from shutro.views.labels import Labels


def person_command(
    name: Annotated[
        list[str], typer.Argument(metavar="NAME", help="A name in any spelling, in Bangla or Latin letters.")
    ],
    archive: Where = "shutro.db",
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=1, help="At most so many statements of either kind.")
    ] = 5,
    language: InLanguage = "bn",
    as_json: AsJson = False,
) -> None:
    """Show who or what a name of the archive is: what they said, what was said of them, who is named beside.

    Where reports tell that several people bear the name, they are listed by what a report says of each;
    add that in brackets to ask for one. The name alone shows the one of most reports, with what nothing is
    told of marked by a question mark.

    [bold]Examples[/bold]

      shutro person 'কামরুল আহসান'

      shutro person kamrul ahsan --json

      shutro person 'মফিজুল হক (বকুলতলী থানার ওসি)'

    Exits with 1 when the archive names nobody so.
    """
    asked = " ".join(name)
    with opened(archive) as store:
        one = store.entity(asked)
        said, of = store.said_by(asked, limit), store.said_of(asked, limit)
        beside = [(card.canonical, times) for card, times in store.with_whom(asked, limit)]
    if as_json:
        print_json(
            _card(one)
            | {
                "said": [_said(hit) for hit in said],
                "said_of": [_said(hit) for hit in of],
                "with": [{"name": other, "articles": times} for other, times in beside],
            }
        )
        return
    from shutro.views.labels import labels

    _show(one, said, of, beside, labels(language))


def _card(one: EntityCard) -> dict[str, object]:
    return {
        "name": one.name,
        "canonical": one.canonical,
        "which": one.which,
        "kind": one.kind,
        "latin": one.latin,
        "articles": one.articles,
        "spellings": list(one.spellings),
        "first": str(one.first) if one.first else None,
        "last": str(one.last) if one.last else None,
        "people": [{"label": each.label, "articles": each.articles} for each in one.people],
    }


def _said(hit: Said) -> dict[str, object]:
    statement = hit.statement
    return {
        "article": brief(hit.article),
        "source": statement.source,
        "stance": statement.stance,
        "start": statement.start,
        "end": statement.end,
        "text": statement.text,
        "bearer": hit.bearer,
        "unsure": hit.unsure,
    }


def _show(
    one: EntityCard, said: list[Said], of: list[Said], beside: list[tuple[str, int]], say: Labels
) -> None:
    console = terminal()
    latin = f" ({plain(one.latin)})" if one.latin else ""
    console.print(f"[bold]{plain(one.name)}[/]{latin}")
    if one.articles:  # who is only quoted (পুলিশ) is named in no report
        console.print(f"[dim]{say.of('name_kind', one.kind)} · {_reports(one, say)}[/]")
    if one.people:
        console.print(f"  {say('several_bear')}:")
        for each in one.people:
            console.print(f"    {plain(one.called(each.label))}  [dim]{_reports(each, say)}[/]")
    person = one.kind == "PER"
    own = "what_they_said" if person else "what_it_said"
    others = "what_was_said_of_them" if person else "what_was_said_of_it"
    for title, hits in ((own, said), (others, of)):
        if hits:
            console.print(f"\n{say(title)}")
        for hit in hits:
            mark = "? " if hit.unsure else ""
            console.print(f"  {mark}{plain(hit.statement.text)}")
            console.print(f"    [dim]{byline(hit.article, say)}[/]")
    if beside:
        names = ", ".join(f"{plain(name)} ({say.digits(times)})" for name, times in beside)
        console.print(f"\n{say('with_whom')}: {names}")


def _reports(card: EntityCard | BearerCard, say: Labels) -> str:
    from shutro.views.days import between

    return f"{say.count('reports', card.articles)} · {between(card.first, card.last, say)}"
