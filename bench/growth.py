"""How an archive grows: what adding, searching, checking and listing cost at each size.

    python -m bench.growth 10000 100000 [--at FILE] [--gold DIR]
    python -m bench.growth --ask FILE
    python -m bench.growth --plot docs/archive-growth.svg

Articles are made out of real ones (see `bench.grown`) and added as anybody adds them; a line is printed for
every size. `--ask` measures an archive that is there, one that `bench.swell` made larger too: it adds three
thousand articles more, then asks. Times are of the processor, so that a busy machine does not count; Python's
collector is told to pass by what was loaded for good, as in a server. Each line also goes to
`docs/archive-growth.tsv`, which `--plot` draws.
"""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from bench.gold import ROOT, absent, gold, rows
from bench.grown import Made, Maker, bases_of
from shutro.archive.nouns.findings import Kept
from shutro.archive.store import Archive, open_archive
from shutro.model import Article

TABLE = ROOT / "docs" / "archive-growth.tsv"
_BATCH = 500
_MORE = 3000


@dataclass(frozen=True, slots=True)
class Line:
    """What an archive of one size costs, in milliseconds; `ratio` is its file by the text in it."""

    articles: int
    add: float
    name: float
    search_p50: float
    search_p95: float
    check_p50: float
    check_p95: float
    lists_p50: float
    lists_p95: float
    ratio: float


def timed(ask: Callable[[str], object], questions: Sequence[str]) -> tuple[float, float]:
    """The median and the 95th percentile in milliseconds of processor time, every question asked twice
    after once for nothing: the file is in memory once it was read."""
    spent = []
    for question in questions:
        ask(question)
    gc.collect()
    gc.freeze()
    for question in [*questions, *questions]:
        start = time.process_time()
        ask(question)
        spent.append((time.process_time() - start) * 1000)
    gc.unfreeze()
    spent.sort()
    return spent[len(spent) // 2], spent[int(len(spent) * 0.95)]


def grow(files: Path, sizes: list[int], at: Path | None, to_name: int) -> None:
    """Grow an archive to each size and print a line for it; with `at`, the file is kept.

    Of articles beyond the first `to_name` the names are not indexed.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = at or Path(folder) / "grown.db"
        path.unlink(missing_ok=True)
        with open_archive(path) as archive:
            text = _real(archive, files)
            made = Maker(bases_of(files), max(sizes)).articles()
            for size in sorted(sizes):
                added = named = 0.0
                while len(archive) < size:
                    batch = [next(made) for _ in range(min(_BATCH, size - len(archive)))]
                    text += sum(len(one.article.text.encode()) for one in batch)
                    added, named = _add(archive, batch, len(archive) < to_name)
                tell(measure(archive, files, added, named, path.stat().st_size / text))


def ask(files: Path, path: Path) -> None:
    """Add some articles to an archive that is there, and print a line for it."""
    with open_archive(path) as archive:
        made = list(Maker(bases_of(files), _MORE, seed=len(archive), prefix=f"x{len(archive)}-").articles())
        # The last of them: the first ones fill the memory of a process that has just opened the archive.
        *_, (added, named) = (_add(archive, made[at : at + _BATCH], True) for at in range(0, _MORE, _BATCH))
        tell(measure(archive, files, added, named, float("nan")))


def _add(archive: Archive, batch: list[Made], name: bool) -> tuple[float, float]:
    """Add articles and index their names; milliseconds for each article of either."""
    start = time.process_time()
    archive.add_all(one.article for one in batch)
    middle = time.process_time()
    with archive.writing():
        for one in batch if name else []:
            archive.keep_findings(one.article.id, Kept(one.names, one.statements, ()))
    end = time.process_time()
    return (middle - start) * 1000 / len(batch), (end - middle) * 1000 / len(batch)


def _real(archive: Archive, files: Path) -> int:
    """Add the articles that the questions are about; the bytes of their text."""
    text = 0
    with archive.writing():
        for row in rows(files / "search" / "articles.jsonl"):
            article = Article.from_text(
                id=row["id"], outlet=row["outlet"], url=row["url"], headline=row["headline"],
                body=row["text"], published=row.get("published"),
            )  # fmt: skip
            archive.add(article)
            text += len(article.text.encode())
    return text


def measure(archive: Archive, files: Path, added: float, named: float, ratio: float) -> Line:
    """Ask an archive everything there is to ask."""
    queries = [row["query"] for row in rows(files / "search" / "queries.jsonl")]
    cards = [row["text"] for row in rows(files / "search" / "checks.jsonl")]
    people = [card.canonical for card in archive.entities(limit=10) + archive.entities(kind="PER", limit=30)]

    def lists(who: str) -> None:
        archive.entity(who)
        archive.articles_of(who)
        archive.said_by(who)
        archive.latest()

    search, check, listed = timed(archive.search, queries), timed(archive.check, cards), timed(lists, people)
    return Line(len(archive), added, named, *search, *check, *listed, ratio)


def tell(line: Line) -> None:
    """Print a line and keep it in the table, in place of one of that size."""
    names = [field.name for field in fields(Line)]
    print("\n".join(f"{name:>12} {value:10.2f}" for name, value in zip(names, astuple(line), strict=True)))
    kept = {one.articles: one for one in table()} | {line.articles: line}
    text = [
        names,
        *([f"{round(value, 2):.10g}" for value in astuple(kept[size])] for size in sorted(kept)),
    ]
    TABLE.write_text("\n".join("\t".join(row) for row in text) + "\n", encoding="utf-8")


def table() -> list[Line]:
    """The lines kept, by size."""
    if not TABLE.exists():
        return []
    split = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]]
    return [Line(int(float(row[0])), *map(float, row[1:])) for row in split]


def plot(path: Path) -> None:
    """Draw the table: points and no lines, for the sizes do not follow one another under one load."""
    from matplotlib import pyplot, rcParams

    rcParams["svg.hashsalt"] = "shutro"
    rcParams["svg.fonttype"] = "none"
    lines = table()
    sizes = [line.articles for line in lines]
    figure, (asking, adding) = pyplot.subplots(1, 2, figsize=(9, 3.6), layout="constrained")
    for name, label in (("search_p95", "search"), ("check_p95", "check"), ("lists_p95", "lists")):
        asking.plot(sizes, [getattr(line, name) for line in lines], "o", alpha=0.7, label=label)
    for name, label in (("add", "add"), ("name", "index names")):
        adding.plot(sizes, [getattr(line, name) for line in lines], "o", alpha=0.7, label=label)
    for axes, title in ((asking, "95th percentile, ms"), (adding, "one article, ms")):
        axes.set(xscale="log", xlabel="articles", title=title)
        axes.set_ylim(bottom=0)
        axes.legend()
    figure.savefig(path, metadata={"Date": None})


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", type=int, nargs="*", metavar="N")
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--at", type=Path, metavar="FILE", help="grow this archive, and keep it")
    parser.add_argument("--named", type=int, default=10**9, metavar="N", help="index the names of so many")
    parser.add_argument("--ask", type=Path, metavar="FILE", help="measure this archive")
    parser.add_argument("--plot", type=Path, metavar="FILE", help="draw the table")
    args = parser.parse_args()
    if args.plot and not (args.sizes or args.ask):
        plot(args.plot)
        return 0
    files = gold(args.gold)
    if files is None:
        return absent("growth")
    if args.sizes:
        grow(files, args.sizes, args.at, args.named)
    if args.ask:
        ask(files, args.ask)
    if args.plot:
        plot(args.plot)
    return 0


if __name__ == "__main__":
    sys.exit(main())
