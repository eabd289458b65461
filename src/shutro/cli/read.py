"""`shutro read`: the clean article out of each captured page."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from shutro.cli.pages import READ, SOME_FAILED, AllowPrivate, each_page, web_policy
from shutro.model import Article, Stamp

if TYPE_CHECKING:
    from shutro.capture.web import Policy


def read_command(
    pages: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PAGE", help="Files, folders, page archives, feeds or https://…; - for standard input."
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Markdown, articles parted by a rule.")
    ] = False,
    teasers: Annotated[
        bool, typer.Option("--teasers", help="What pages point at, dumps too: headline, link, time.")
    ] = False,
    allow_private: AllowPrivate = False,
) -> None:
    """Read captured pages into clean articles.

    Takes HTML pages and text dumps of pages, on their own, in folders, packed (.gz, .zst), in WARC
    archives, feeds with full content or JSON lines; an address of the web gives the one page there.

    [bold]Examples[/bold]

      shutro read page.html

      shutro read --json captures/ > articles.jsonl

      shutro read https://example.com/news/1

    Exits with 0 when every capture was read, 1 when some were not (each is named on standard error
    with the reason), 2 when used wrongly.
    """
    if not pages:
        raise typer.BadParameter(
            "nothing to read: name a file or folder, or - for standard input", param_hint="PAGE"
        )
    if as_json and markdown:
        raise typer.BadParameter("choose one of --json and --markdown")
    if teasers:
        raise typer.Exit(_show_teasers(pages, web_policy(allow_private=allow_private), as_json=as_json))
    shown = 0
    failed = False
    for one in each_page(pages, policy=web_policy(allow_private=allow_private)):
        if one.article is None:
            failed = True
        elif as_json:
            print(json.dumps(as_record(one.article), ensure_ascii=False))
        elif markdown:
            print(("\n---\n\n" if shown else "") + as_markdown(one.article))
        else:
            print(("\n\n" if shown else "") + as_text(one.article))
        shown += one.article is not None
    sys.stdout.flush()
    raise typer.Exit(SOME_FAILED if failed else READ)


def as_text(article: Article) -> str:
    """The article for reading: headline, who and when, paragraphs."""
    lines = [article.headline, *_byline(article), ""]
    if article.standfirst:
        lines += [article.standfirst, ""]
    lines.append("\n\n".join(article.body))
    return "\n".join(lines)


def as_markdown(article: Article) -> str:
    """The article in Markdown."""
    lines = [f"# {article.headline}", ""]
    if about := _byline(article):
        lines += ["  \n".join(about), ""]
    if article.standfirst:
        lines += [f"**{article.standfirst}**", ""]
    if article.caption:
        lines += [f"*{article.caption}*", ""]
    lines.append("\n\n".join(article.body))
    return "\n".join(lines)


def as_record(article: Article) -> dict[str, object]:
    """The article as plain JSON values; offsets count code points of `text`."""
    return {
        "id": article.id,
        "capture": article.capture,
        "url": article.url,
        "outlet": article.outlet,
        "headline": article.headline,
        "standfirst": article.standfirst,
        "authors": list(article.authors),
        "published": _stamp(article.published),
        "updated": _stamp(article.updated),
        "page_date": _stamp(article.page_date),
        "section": article.section,
        "tags": list(article.tags),
        "caption": article.caption,
        "body": list(article.body),
        "paragraphs": [[span.start, span.end] for span in article.paragraphs],
        "provenance": [
            {"field": p.field, "how": p.how, "span": [p.span.start, p.span.end] if p.span else None}
            for p in article.provenance
        ],
        "text": article.text,
    }


def _stamp(stamp: Stamp | None) -> dict[str, object] | None:
    if stamp is None:
        return None
    return {"value": stamp.isoformat(), "text": stamp.text, "calendar": stamp.calendar, "how": stamp.how}


def _byline(article: Article) -> list[str]:
    lines = []
    if who := " · ".join([*([article.outlet] if article.outlet else []), *article.authors]):
        lines.append(who)
    when = [("published", article.published), ("updated", article.updated)]
    told = ", ".join(f"{name} {stamp.isoformat()}" for name, stamp in when if stamp)
    lines.append(told or "published: unknown")
    return lines


def _show_teasers(pages: list[str], policy: Policy | None, *, as_json: bool) -> int:
    """Print the teasers of every page; the exit code."""
    from shutro.cli.pages import error_console
    from shutro.errors import ShutroError
    from shutro.reading.teasers import teasers_of_each

    failed = False
    console = error_console()
    for source, found in teasers_of_each(*pages, policy=policy):
        if isinstance(found, ShutroError):
            failed = True
            console.print(str(found), style="red", markup=False, highlight=False, soft_wrap=True)
            continue
        for teaser in found:
            if as_json:
                record = {
                    "source": source,
                    "headline": teaser.headline,
                    "url": teaser.url,
                    "time": teaser.time,
                }
                print(json.dumps(record, ensure_ascii=False))
            else:
                print("\t".join([teaser.headline, teaser.url or "", teaser.time or ""]))
    return SOME_FAILED if failed else READ
