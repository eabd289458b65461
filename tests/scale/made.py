"""A small crawl for tests: the reports of some papers, pages that are none, and much in other languages."""

from __future__ import annotations

import gzip
import html
from datetime import UTC, datetime
from pathlib import Path

from bench.crawl import Record, packed
from tests.archive.newsroom import newsroom

from shutro.stories.moments import when

ENGLISH = b"<html><body><p>" + b"The ferry sank on Monday, officials said. " * 60 + b"</p></body></html>"
ASSAMESE = ("<p>" + "নদীৰ পাৰৰ পৰা সোমবাৰে তিনিজনক আটক কৰা হৈছে বুলি বিষয়াই জনায়। " * 20 + "</p>").encode()
MENU = "".join(
    f'<li><a href="/{n}">{name}</a></li>' for n, name in enumerate(("প্রচ্ছদ", "জাতীয়", "খেলা", "মতামত"))
)
SECTION = f"<html><body><ul>{MENU}</ul><h1>জাতীয়</h1>{MENU * 12}</body></html>".encode()


def page(headline: str, body: str, outlet: str, published: str) -> bytes:
    """A report as its paper prints it."""
    paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in body.splitlines())
    return (
        f'<!DOCTYPE html><html lang="bn"><head><meta charset="utf-8"><title>{headline} - {outlet}</title>'
        f'<meta property="og:site_name" content="{outlet}"><meta property="og:type" content="article">'
        f'<meta property="article:published_time" content="{published}"></head><body><ul>{MENU}</ul>'
        f"<article><h1>{headline}</h1>{paragraphs}</article></body></html>"
    ).encode()


def records() -> list[Record]:
    """Nine reports of four events among pages that are none of them."""
    found: list[Record] = []
    for number, article in enumerate(newsroom()):
        at = when(article) or datetime(2025, 1, 1, tzinfo=UTC)
        assert article.published is not None
        content = page(
            article.headline, "\n".join(article.body), article.outlet or "", article.published.isoformat()
        )
        found.append(Record(article.url or "", content, at))
        found += [Record(f"https://world.example/{number}-{n}", ENGLISH, at) for n in range(3)]
    at = datetime(2025, 1, 9, tzinfo=UTC)
    found.append(Record("https://asom.example/1", ASSAMESE, at))
    found.append(Record("https://news.example/national", SECTION, at))
    found.append(Record("https://news.example/gone", SECTION, at, status="404 Not Found"))
    return found


def crawl(where: Path, files: int = 3) -> Path:
    """The records in some WARC files."""
    where.mkdir(parents=True, exist_ok=True)
    listed = records()
    for number in range(files):
        members = (packed(record, f"{number}-{at}") for at, record in enumerate(listed[number::files]))
        (where / f"crawl-{number}.warc.gz").write_bytes(b"".join(members))
    return where


def plain(where: Path) -> bytes:
    """A packed file, unpacked."""
    return gzip.decompress(where.read_bytes())


def tree(where: Path) -> dict[str, bytes]:
    """What a job wrote, file by file, but for its logs."""
    return {
        str(path.relative_to(where)): path.read_bytes()
        for path in sorted(where.rglob("*"))
        if path.is_file() and "logs" not in path.relative_to(where).parts and path.name != "run.log"
    }
