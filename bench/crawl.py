# ruff: noqa: E501 — a language's sentence and a page's markup read best on one line
"""A crawl of our own in WARC files: a month as a crawler of the world's news brings it.

Most records are in other languages, some share the script of Bangla and are in none of its languages that
we read; a few are pictures, answers that failed, or broken. Every Bangla page is printed by one of the
layouts of `bench/layouts.py`, from reports that some papers have in common: copies, and stories.
"""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Final

from bench.invented import DHAKA, Newsroom, Report
from bench.layouts import DECOYS, LAYOUTS
from shutro.model import Article

START: Final = datetime(2024, 3, 1, tzinfo=UTC)
DAYS: Final = 30
PAPERS: Final = tuple(f"paper{n:03}.example" for n in range(60))
OTHER: Final = {
    "en": "The minister said on Tuesday that the government would announce a new plan next week , officials told reporters in the capital while markets fell and rain spread over the north .",
    "es": "El ministro dijo el martes que el gobierno anunciará un nuevo plan la próxima semana , según fuentes oficiales en la capital mientras los mercados caían .",
    "ru": "Министр заявил во вторник что правительство объявит новый план на следующей неделе сообщили чиновники в столице пока рынки падали .",
    "ar": "قال الوزير يوم الثلاثاء إن الحكومة ستعلن خطة جديدة الأسبوع المقبل وفق ما ذكر مسؤولون في العاصمة بينما تراجعت الأسواق .",
    "hi": "मंत्री ने मंगलवार को कहा कि सरकार अगले सप्ताह नई योजना की घोषणा करेगी राजधानी में अधिकारियों ने बताया जबकि बाजार गिरे ।",
    "zh": "部长 周二 表示 政府 将 在 下周 公布 新 计划 首都 官员 告诉 记者 市场 下跌 。",
    "as": "মন্ত্ৰীয়ে মঙলবাৰে কয় যে চৰকাৰে অহা সপ্তাহত নতুন আঁচনি ঘোষণা কৰিব ৰাজধানীত বিষয়াসকলে সাংবাদিকক জনায় ।",
}
"""A sentence of each of the other languages, whose words are shuffled into pages."""

SHARE: Final = 0.02
"""Bangla pages among all records; of the world's news they are fewer, see `docs/scale.md`."""

_ECHO: Final = 0.45  # of the Bangla pages tell a report that another paper had, as it stands or cut
_HEAD: Final = "WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Record-ID: <urn:uuid:{id}>\r\nWARC-Date: {date}\r\n"


@dataclass(frozen=True, slots=True)
class Record:
    """A record of a crawl; `cut` bytes are missing at its end."""

    url: str
    body: bytes
    date: datetime
    kind: str = "text/html; charset=utf-8"
    status: str = "200 OK"
    cut: int = 0


def write(
    where: Path,
    records: int,
    files: int,
    seed: int = 1,
    *,
    broken: bool = True,
    share: float = SHARE,
    texts: Iterator[Article] | None = None,
) -> list[Path]:
    """The crawl in `files` files below a folder; the same seed makes the same bytes.

    `share` of the records are Bangla pages. A `broken` crawl has records cut off, and every tenth file is
    cut off too. `texts` are articles that the papers print in place of invented ones, each once.
    """
    where.mkdir(parents=True, exist_ok=True)
    made: list[Path] = []
    source = recorded(records, seed, share, texts)
    each = -(-records // files)
    for number in range(files):
        path = where / f"crawl-{number:05}.warc.gz"
        members = []
        for count, record in enumerate(islice(source, each)):
            members.append(packed(record if broken else replace(record, cut=0), f"{number:05}-{count:06}"))
        content = b"".join(members)
        path.write_bytes(content[:-150] if broken and number % 10 == 9 else content)
        made.append(path)
    return made


def recorded(
    records: int, seed: int = 1, share: float = SHARE, texts: Iterator[Article] | None = None
) -> Iterator[Record]:
    """The records, in order of time."""
    chance = random.Random(seed)
    press = _Press(seed, texts)
    for number in range(records):
        date = START + timedelta(seconds=number * DAYS * 86_400 / records)
        if chance.random() < share:
            yield press.page(number, date)
        else:
            yield _other(chance, number, date)


class _Press:
    """The papers: each prints its own reports and, often, what another had first."""

    def __init__(self, seed: int, texts: Iterator[Article] | None) -> None:
        self.chance = random.Random(seed + 1)
        self.texts = texts
        self.room = Newsroom(seed)
        self.latest: list[Report] = []
        self.layouts = list(LAYOUTS.values())
        self.decoys = list(DECOYS.values())

    def page(self, number: int, date: datetime) -> Record:
        """A page of the day."""
        chance = self.chance
        paper = chance.randrange(len(PAPERS))
        url = f"https://{PAPERS[paper]}/news/{number}"
        told = self._report(date)
        if chance.random() < 0.15:
            sample = chance.choice(self.decoys)(told, self.room)
        else:
            sample = self.layouts[(paper * 7 + chance.randrange(3)) % len(self.layouts)](told, self.room)
        body = sample.content
        record = Record(url, body.encode(), date)
        odd = chance.random()
        if odd < 0.01:
            return replace(record, body=body.encode("utf-16"), kind="text/html; charset=utf-16")
        if odd < 0.02:
            return replace(record, body="".join(f"&#{ord(c)};" if c > "\x7f" else c for c in body).encode())
        if odd < 0.025:
            return replace(record, cut=len(record.body) // 2)
        return record

    def _report(self, date: datetime) -> Report:
        """A report of its own, or one of the last that others had, whole or without its end."""
        chance = self.chance
        moment = date.astimezone(DHAKA) - timedelta(minutes=chance.randint(5, 600))
        # A layout puts things between the first paragraphs, so that it takes some.
        told = next((text for text in self.texts or () if len(text.body) > 2), None)
        if told is not None:
            made = self.room.report(2)
            return replace(made, headline=told.headline, paragraphs=told.body, published=moment)
        if self.latest and chance.random() < _ECHO:
            had = chance.choice(self.latest)
            kept = max(2, len(had.paragraphs) - chance.randint(0, 3))
            return replace(had, paragraphs=had.paragraphs[:kept], published=max(moment, had.published))
        made = replace(self.room.report(), published=moment)
        self.latest = [*self.latest[-40:], made]
        return made


def _other(chance: random.Random, number: int, date: datetime) -> Record:
    """A record that is no Bangla page."""
    odd = chance.random()
    url = f"https://world{number % 997}.example/{number}"
    if odd < 0.03:
        return Record(url, chance.randbytes(3000), date, "image/jpeg")
    if odd < 0.06:
        return Record(url, b"<html><body>gone</body></html>", date, status="404 Not Found")
    if odd < 0.062:
        return Record(url, chance.randbytes(4000), date)
    words = OTHER[chance.choices(list(OTHER), weights=(40, 15, 15, 10, 10, 9, 1))[0]].split()
    paragraphs = (
        " ".join(chance.choices(words, k=chance.randint(30, 90))) for _ in range(chance.randint(6, 20))
    )
    menu = "".join(f'<li class="item"><a href="/s/{n}">{chance.choice(words)}</a></li>' for n in range(40))
    script = "var a=" + "".join(chance.choices("abcdef0123456789;()=", k=6000))
    text = "".join(f'<p class="text">{paragraph}</p>\n' for paragraph in paragraphs)
    body = f"<!DOCTYPE html><html><head><title>{words[0]}</title><script>{script}</script></head><body><ul>{menu}</ul><article>{text}</article></body></html>"
    return Record(url, body.encode(), date)


def packed(record: Record, id: str) -> bytes:
    """A record as a gzip member; the same on every machine."""
    http = f"HTTP/1.1 {record.status}\r\nContent-Type: {record.kind}\r\nContent-Length: {len(record.body)}\r\n\r\n"
    block = http.encode() + record.body
    kind = record.kind.partition(";")[0]
    head = _HEAD.format(type="response", id=id, date=f"{record.date:%Y-%m-%dT%H:%M:%SZ}")
    head += f"WARC-Target-URI: {record.url}\r\nContent-Type: application/http; msgtype=response\r\n"
    head += f"WARC-Identified-Payload-Type: {kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    plain = head.encode() + block[: len(block) - record.cut] + b"\r\n\r\n"
    return gzip.compress(plain, 6, mtime=0)
