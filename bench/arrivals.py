"""What one more report costs a small archive and a large one, its story included.

    python -m bench.arrivals SMALL.db LARGE.db [--count 600] [--gold DIR]

Both archives must be there (`bench.growth … --at`, made larger by `bench.swell`), both grown. The same
reports, dated from the day after each archive's last, are added to the two in turn, a hundred at a time;
adding, indexing the names and placing them in stories are timed apart, in milliseconds of processor time for
each report. The first batches fill the memory of a process that has just opened them and do not count.
Understanding, which knows nothing of the archive, is done beforehand. Also printed are the bytes of each file
for a byte of the text in it, captures aside, by a sample of its articles.
"""

from __future__ import annotations

import argparse
import itertools
import statistics
import sys
import time
from datetime import date
from pathlib import Path

from bench.gold import absent, gold
from bench.grown import Base, Made, Maker, bases_of
from shutro.archive.nouns.findings import Kept
from shutro.archive.store import Archive, open_archive

_BATCH = 100
_WARM = 2
_DAILY = 111
_SAMPLE = 500
STEPS = ("add", "name", "place")


def arrive(paths: list[Path], files: Path, count: int) -> None:
    """Add the reports to each archive in turn and print what each step cost."""
    bases = bases_of(files)
    archives = [open_archive(path) for path in paths]
    for path, archive in zip(paths, archives, strict=True):
        ratio = path.stat().st_size / text_of(archive)
        print(f"{path.name}: {len(archive)} articles, {ratio:.2f} bytes for one of text", flush=True)
    made = [reports(archive, bases, count) for archive in archives]
    spent: list[dict[str, list[float]]] = [{step: [] for step in STEPS} for _ in archives]
    for at in range(0, count, _BATCH):
        for archive, every, figures in zip(archives, made, spent, strict=True):
            for step, value in zip(STEPS, timed(archive, every[at : at + _BATCH]), strict=True):
                figures[step].append(value)
    for step in STEPS:
        row = [statistics.mean(figures[step][_WARM:]) for figures in spent]
        print(f"{step:6}" + "".join(f"{value:9.2f}" for value in row) + f"   ×{row[-1] / row[0]:.2f}")
    for archive in archives:
        archive.close()


def reports(archive: Archive, bases: list[Base], count: int) -> list[Made]:
    """The same reports for every archive, from the day after its last."""
    last = archive.latest(1)[0].day or date.today()
    first = date.fromordinal(last.toordinal() + 1)
    prefix = f"a{len(archive)}-"
    return list(Maker(bases, count, seed=5, prefix=prefix, first=first, daily=_DAILY, told=3).articles())


def timed(archive: Archive, batch: list[Made]) -> tuple[float, float, float]:
    """Milliseconds for a report of adding, indexing its names and placing it."""
    moments = [time.process_time()]
    archive.add_all(one.article for one in batch)
    moments.append(time.process_time())
    with archive.writing():
        for one in batch:
            archive.keep_findings(one.article.id, Kept(one.names, one.statements, ()))
    moments.append(time.process_time())
    archive.grow()
    moments.append(time.process_time())
    add, name, place = ((end - start) * 1000 / len(batch) for start, end in itertools.pairwise(moments))
    return add, name, place


def text_of(archive: Archive) -> float:
    """About how many bytes of text an archive holds."""
    step = max(1, len(archive) // _SAMPLE)
    numbers = range(1, len(archive) + 1, step)
    sizes = [len(article.text.encode()) for article in archive._read_numbers(numbers).values()]
    return statistics.mean(sizes) * len(archive)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("archives", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--count", type=int, default=600)
    parser.add_argument("--gold", type=Path)
    args = parser.parse_args()
    files = gold(args.gold)
    if files is None:
        return absent("arrivals")
    arrive(args.archives, files, args.count)
    return 0


if __name__ == "__main__":
    sys.exit(main())
