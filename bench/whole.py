"""The whole way of an article, page to findings: how many a second, by which step, and how it grows.

    python -m bench.whole [--gold DIR] [--check]

Speed is of one core's processor time, over articles read once each in a process that has read other
ones before: half of the gold articles warm it up, the other half are timed, and the other way round.
Each stands in a plain page; `trafilatura` takes the bodies out of the same pages beside it and finds
nothing in them. Growth is measured on made-up reports joined to texts of a thousand to a hundred
thousand characters: the exponent of the time over the length, 1 where it is linear. Without gold
only growth is told. `--check` fails when growth is worse than its floor; seconds of one machine have none.
"""

from __future__ import annotations

import argparse
import hashlib
import html
import importlib
import importlib.util
import json
import math
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import shutro
from bench.gold import Measured, gold, held, rows, show
from bench.invented import Newsroom
from shutro.bangla.times import times
from shutro.bangla.unswept import unswept
from shutro.bangla.words import sentences
from shutro.meaning.anchor import anchor
from shutro.meaning.document import Document
from shutro.meaning.events.events import events
from shutro.meaning.findings import understand
from shutro.meaning.names.names import names
from shutro.meaning.quantities.quantities import quantities
from shutro.meaning.statements.attribution import statements

LENGTHS = (1_000, 3_000, 10_000, 30_000, 100_000)
_ROUNDS = 3
_SPAN = 30_000  # characters that are understood of each length at least
_DAY = date(2025, 12, 30)
_CAPTURED = datetime(2025, 12, 30, tzinfo=UTC)


def page(headline: str, text: str) -> str:
    """An article in a page with nothing around it but a menu."""
    paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines() if line.strip())
    title = html.escape(headline)
    return (
        f"<html lang='bn'><head><title>{title}</title></head><body><nav><a href='/'>প্রচ্ছদ</a></nav>"
        f"<article><h1>{title}</h1>{paragraphs}</article></body></html>"
    )


def pages(files: Path) -> list[str]:
    """The gold's articles as pages, without those so short that the reader declines them."""
    found = []
    for row in rows(files / "search" / "articles.jsonl"):
        made = page(row["headline"], row["text"])
        try:
            shutro.read(made, captured=_CAPTURED)
        except shutro.ShutroError:
            continue
        found.append(made)
    return found


def steps(content: str) -> Iterator[tuple[str, object]]:
    """Read a page and find everything in it, as `understand` does: each step's name, once it is done."""
    article = shutro.read(content, captured=_CAPTURED)
    yield "read", article
    text = article.prose
    stamp = anchor(article)
    day = stamp.day if stamp is not None else None
    found = tuple(times(text, at=day))
    yield "times", found
    named = tuple(names(text))
    yield "names", named
    doc = Document(text, day, tuple(sentences(text)), named, found, article.outlet)
    yield "statements", statements(doc)
    yield "events", events(doc)
    yield "quantities", quantities(doc)


def half(content: Sequence[str], number: int, *, by_step: bool) -> dict[str, float]:
    """Seconds that one half of the pages takes after the other half, in all or by step."""
    for one in content[1 - number :: 2]:
        understand(shutro.read(one, captured=_CAPTURED))
    spent: dict[str, float] = defaultdict(float)
    for one in content[number::2]:
        if by_step:
            _time_steps(one, spent)
            continue
        started = time.process_time()
        understand(shutro.read(one, captured=_CAPTURED))
        spent["whole"] += time.process_time() - started
    return spent


@unswept
def _time_steps(content: str, spent: dict[str, float]) -> None:
    """Add what each step takes, while the garbage collector rests as it does in `understand`."""
    started = time.process_time()
    for step, _ in steps(content):
        done = time.process_time()
        spent[step] += done - started
        started = done


def cold(files: Path, *, by_step: bool) -> dict[str, float]:
    """Seconds for all pages, each half in a fresh process."""
    total: dict[str, float] = defaultdict(float)
    for number in (0, 1):
        command = [sys.executable, "-m", "bench.whole", "--gold", str(files), "--half", str(number)]
        command += ["--steps"] if by_step else []
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
        for step, seconds in json.loads(done.stdout).items():
            total[step] += seconds
    return total


def growing(length: int) -> str:
    """A text of about so many characters: paragraphs of made-up reports, one after the other."""
    room, parts, size = Newsroom(7), [], 0
    while size < length:
        for paragraph in room.report().paragraphs:
            parts.append(paragraph)
            size += len(paragraph) + 1
    return "\n".join(parts)[:length]


def growth() -> tuple[dict[int, float], float]:
    """Milliseconds by length of a text, and the exponent by which time grows with length."""
    articles = {length: list(_articles(length)) for length in LENGTHS}
    best: dict[int, float] = {}
    for _ in range(_ROUNDS):
        for length in LENGTHS:
            started = time.process_time()
            for article in articles[length]:
                understand(article)
            took = (time.process_time() - started) / len(articles[length])
            best[length] = min(took, best.get(length, took))
    return {length: 1000 * took for length, took in best.items()}, exponent(best)


def _articles(length: int) -> Iterator[shutro.Article]:
    """Different texts of one length, short ones in number: what the last text left behind helps none."""
    whole = growing(max(length, _SPAN))
    for start in range(0, max(length, _SPAN), length):
        body = whole[start : start + length]
        yield shutro.Article.from_text(id=f"{length}-{start}", headline="", body=body)


def exponent(took: dict[int, float]) -> float:
    """The slope of the line through the logarithms of lengths and times."""
    points = [(math.log(length), math.log(seconds)) for length, seconds in took.items()]
    x, y = (sum(values) / len(points) for values in zip(*points, strict=True))
    return float(sum((a - x) * (b - y) for a, b in points) / sum((a - x) ** 2 for a, _ in points))


def peer(content: Sequence[str]) -> float | None:
    """Pages a second of trafilatura, which takes the body out and understands nothing; None without it."""
    if importlib.util.find_spec("trafilatura") is None:
        return None
    extract = importlib.import_module("trafilatura").extract
    extract(content[0])
    started = time.process_time()
    for one in content:
        extract(one)
    return len(content) / (time.process_time() - started)


def speed(files: Path) -> tuple[dict[str, float], dict[str, dict[str, float]]]:
    """Articles a second, cold, and the milliseconds each step takes; what a peer has of it."""
    every = pages(files)
    characters = sum(len("".join(shutro.read(one).body)) for one in every)
    whole = cold(files, by_step=False)["whole"]
    spent = cold(files, by_step=True)
    found = {
        "articles": float(len(every)),
        "characters of one": characters / len(every),
        "articles a second": len(every) / whole,
        "characters a second": characters / whole,
        **{f"ms, {step}": 1000 * seconds / len(every) for step, seconds in spent.items()},
    }
    beside = peer(every)
    return found, {"trafilatura, body alone": {"articles a second": beside}} if beside else {}


def measured(files: Path | None, *, peers: bool = True) -> list[Measured]:
    """How time grows, and with `peers` and gold how fast an article is understood."""
    took, slope = growth()
    made = hashlib.sha256("".join(map(growing, LENGTHS)).encode()).hexdigest()
    if not peers:
        return [Measured("whole", made, {"linear": 1 / slope})]
    costs, others = speed(files) if files else ({}, {})
    costs |= {f"ms, {length} characters": milliseconds for length, milliseconds in took.items()}
    return [Measured("whole", made, {"linear": 1 / slope, "exponent": slope}, costs, others)]


def built() -> str:
    """Whether the rooms that understand are as written, or compiled with `SHUTRO_COMPILE=1`."""
    spec = importlib.util.find_spec("shutro.meaning.names.tagging.tagger")
    return "pure Python" if spec and spec.origin and spec.origin.endswith(".py") else "compiled"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--check", action="store_true", help="fail when growth is worse than its floor")
    parser.add_argument("--half", type=int, choices=(0, 1), help=argparse.SUPPRESS)
    parser.add_argument("--steps", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    files = gold(args.gold)
    if args.half is not None and files is not None:
        print(json.dumps(half(pages(files), args.half, by_step=args.steps)))
        return 0
    if files is None:
        print("whole: no gold here; give --gold DIR or set SHUTRO_SHARED for speed", file=sys.stderr)
    if args.check:
        return held(measured(files, peers=False))
    print(f"whole: bangla/ and meaning/ are {built()}")
    return show(measured(files))


if __name__ == "__main__":
    sys.exit(main())
