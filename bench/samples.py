# ruff: noqa: E501 — markup reads best as sites write it
"""A page of our own making and the article that must come out of it, and what such pages are put together from.

A layout is a function that prints a made-up report as some family of sites does.
"""

from __future__ import annotations

import html
import json
import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from bench.invented import DAYS, SECTIONS, Newsroom, Report, bangla

E = html.escape


@dataclass(frozen=True, slots=True)
class Sample:
    """A page, and what must come out of it; `headline` None where it must be declined."""

    name: str
    content: str
    headline: str | None = None
    body: tuple[str, ...] = ()
    published: str | None = None
    authors: tuple[str, ...] | None = None
    updated: str | None = None
    url: str | None = None


Layout = Callable[[Report, Newsroom], Sample]
LAYOUTS: dict[str, Layout] = {}
ODD: dict[str, Layout] = {}
DECOYS: dict[str, Layout] = {}


def layout(function: Layout) -> Layout:
    LAYOUTS[function.__name__] = function
    return function


def odd(function: Layout) -> Layout:
    ODD[function.__name__] = function
    return function


def decoy(function: Layout) -> Layout:
    DECOYS[function.__name__] = function
    return function


def sample(report: Report, content: str, **changes: object) -> Sample:
    plain = Sample(
        "", content, report.headline, report.paragraphs, report.published.isoformat(), (report.author,)
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def day_only(report: Report) -> str:
    return report.published.date().isoformat()


def ps(paragraphs: tuple[str, ...], tag: str = "p") -> str:
    return "\n".join(f"<{tag}>{E(text)}</{tag}>" for text in paragraphs)


def links(room: Newsroom, number: int, tag: str = "li") -> str:
    return "".join(
        f'<{tag}><a href="/news/{room.chance.randint(1000, 9999)}">{E(title)}</a></{tag}>'
        for title in room.headlines(number)
    )


def menu() -> str:
    return (
        "<ul>" + "".join(f'<li><a href="/s/{n}">{name}</a></li>' for n, name in enumerate(SECTIONS)) + "</ul>"
    )


def today(chance: random.Random) -> str:
    return f"আজ {chance.choice(DAYS)}, {bangla(chance.randint(10, 28))} নভেম্বর ২০২৫ | ৩ অগ্রহায়ণ ১৪৩২ বঙ্গাব্দ"


def ld(report: Report, **more: object) -> str:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": report.headline,
        "datePublished": report.published.isoformat(),
        "author": {"@type": "Person", "name": report.author},
        "publisher": {"@type": "Organization", "name": "দৈনিক কাঞ্চন"},
        **more,
    }
    return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'


def page(report: Report, body: str, head: str = "", site: str = "দৈনিক কাঞ্চন") -> str:
    return (
        f'<!DOCTYPE html><html lang="bn"><head><meta charset="utf-8"><title>{E(report.headline)} - {site}</title>'
        f"{head}</head><body>{body}</body></html>"
    )
