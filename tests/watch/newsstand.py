"""A newspaper on this machine: pages, lists of them, and a clock that a test turns."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape

from shutro.watch.watcher import Clock

START = datetime(2026, 3, 10, 6, 0, tzinfo=UTC).timestamp()
HOUR, DAY = 3600.0, 86400.0
PLACES = ("শঙ্খচর", "ধুলিয়া", "মাঝেরচর", "কাজলডাঙ্গা", "বেতবুনিয়া", "নলখোলা", "চরভাঙ্গা")
THINGS = ("সেতু", "বাঁধ", "হাট", "বিদ্যালয়", "হাসপাতাল", "সড়ক", "খেয়াঘাট", "মেলা")


class Sudden(Clock):
    """A clock on which waiting takes no time."""

    def __init__(self, start: float = START) -> None:
        super().__init__()
        self.at = start
        self.slept: list[float] = []

    def now(self) -> float:
        return self.at

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += seconds


def moment(at: float) -> datetime:
    return datetime.fromtimestamp(at, UTC)


def headline(number: int) -> str:
    place, thing = PLACES[number % 7], THINGS[number // 7 % 8]
    return f"{place} {thing} নিয়ে বৈঠকে সিদ্ধান্ত {number}"


def article(number: int, at: float = START, more: str = "", canonical: str = "") -> bytes:
    """A page with an article of its own for each number."""
    place, thing = PLACES[number % 7], THINGS[number // 7 % 8]
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    body = [
        f"{place} এলাকার {thing} নিয়ে মঙ্গলবার উপজেলা পরিষদে বৈঠক হয়েছে। বৈঠকে {number} জন অংশ নেন।",
        f"উপজেলা নির্বাহী কর্মকর্তা বলেন, {thing} রক্ষার কাজ {number + 3} দিনের মধ্যে শুরু করা হবে।",
        f"স্থানীয় লোকজন জানান, গত বছর {place} গ্রামে {number + 11}টি ঘর ক্ষতিগ্রস্ত হয়েছিল। {more}",
    ]
    return (
        f'<!doctype html><html lang="bn"><head><meta charset="utf-8"><title>{headline(number)}</title>{link}'
        f'<meta property="og:type" content="article"><meta property="og:site_name" content="পদ্মা বার্তা">'
        f'<meta property="article:published_time" content="{moment(at).isoformat()}"></head><body>'
        f"<h1>{headline(number)}</h1>" + "".join(f"<p>{part}</p>" for part in body) + "</body></html>"
    ).encode()


def feed(addresses: Iterable[tuple[str, float]]) -> bytes:
    items = "".join(
        f"<item><title>খবর</title><link>{escape(url)}</link>"
        f"<pubDate>{format_datetime(moment(at))}</pubDate></item>"
        for url, at in addresses
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'.encode()


def sitemap(addresses: Iterable[tuple[str, float | None]]) -> bytes:
    rows = "".join(
        f"<url><loc>{escape(url)}</loc>"
        + (
            f"<n:news><n:publication_date>{moment(at).isoformat()}</n:publication_date></n:news>"
            if at
            else ""
        )
        + "</url>"
        for url, at in addresses
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">{rows}</urlset>'
    ).encode()


def index(addresses: Iterable[tuple[str, float | None]]) -> bytes:
    rows = "".join(
        f"<sitemap><loc>{escape(url)}</loc>" + (f"<lastmod>{moment(at).isoformat()}</lastmod>" if at else "")
        + "</sitemap>"
        for url, at in addresses
    )  # fmt: skip
    return f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</sitemapindex>'.encode()
