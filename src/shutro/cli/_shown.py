"""How what an archive holds is shown in a terminal: in which language, and without what could steer it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import regex
import typer

from shutro.views.labels import Language

if TYPE_CHECKING:
    from rich.console import Console

    from shutro.model import Article
    from shutro.span import Span
    from shutro.views.labels import Labels

InLanguage = Annotated[Language, typer.Option("--language", "-l", help="Digits, dates and labels.")]


def terminal() -> Console:
    """Standard output, on which lines are not broken: a terminal breaks Bangla better itself."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=True)


def byline(article: Article, say: Labels) -> str:
    """Outlet, day and id on one line, what is unknown said so; to be printed as markup."""
    from rich.markup import escape

    from shutro.views.days import short_day

    stamp = article.published or article.updated
    day = short_day(stamp.day, say) if stamp else say("unknown_date")
    return escape(safe(f"{article.outlet or say('unknown_outlet')} · {day} · {article.id}"))


def safe(text: str) -> str:
    """A page's words without the characters that could steer a terminal."""
    return "".join(c if c.isprintable() or c in "\u200c\u200d" else "\ufffd" for c in text)


def marked(text: str, start: int, matches: tuple[Span, ...]) -> str:
    """`text`, which begins at `start` of its article, on one line with the matches in bold, as markup."""
    parts, at = [], 0
    for span in matches:
        parts.append(_flat(text[at : span.start - start]))
        parts.append(f"[bold yellow]{_flat(text[span.start - start : span.end - start])}[/]")
        at = span.end - start
    parts.append(_flat(text[at:]))
    return "".join(parts).strip()


def headline(text: str, say: Labels) -> str:
    """A headline on one line, words for none where there is none, as markup."""
    return plain(text) or say("no_headline")


def plain(text: str) -> str:
    """A page's words on one line, as markup."""
    return _flat(text).strip()


def _flat(text: str) -> str:
    from rich.markup import escape

    return escape(safe(regex.sub(r"\s+", " ", text)))
