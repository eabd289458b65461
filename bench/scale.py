"""What reading a crawl costs: beside a pipeline of trafilatura, on one core and two, for a month of the web.

    python -m bench.scale                 throughput per core beside the peer, memory, cost of each part
    python -m bench.scale --check         the same, and whether it holds its floors
    python -m bench.scale --workers       one worker beside two, by the clock: on a quiet machine only
    python -m bench.scale --month         100,000 records from WARC to an archive's worth of stories

The crawl is made by `bench/crawl.py`: 2 in 100 records are Bangla pages, 8 in the month. The peer is the
pipeline that datatrove's own examples read Common Crawl with: its WARC reader, its trafilatura extractor,
then a filter that keeps what is mostly Bangla, and a Parquet writer; it finds no dates, names or statements.
Both are run by datatrove's local executor in a process of their own, whose CPU time, children included, is
counted.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import gold
from bench.crawl import SHARE, recorded, write
from bench.grown import Maker, bases_of

RECORDS = 4000
_PARTS = ("glance", "read", "findings", "whole", "peer")


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took: CPU and clock seconds, the largest memory of one process in MB."""

    cpu: float
    clock: float
    memory: float


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--workers", action="store_true")
    parser.add_argument("--month", action="store_true")
    parser.add_argument("--records", type=int, default=RECORDS)
    parser.add_argument("--share", type=float, default=SHARE, help="of the records that are Bangla pages")
    parser.add_argument("--keep", type=Path, help="where to leave crawl and output of a month")
    parser.add_argument("--part", choices=_PARTS, help=argparse.SUPPRESS)
    parser.add_argument("--folders", nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--pool", type=int, default=1, help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.part:
        _run_part(asked.part, asked.folders[0], asked.folders[1], asked.pool)
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        place = asked.keep or Path(temporary)
        if asked.month:
            return _month(place)
        if asked.workers:
            return _workers(_crawl(place, asked.records, asked.share), place)
        figures = _throughput(_crawl(place, asked.records, asked.share), place, asked.records)
    return gold.check("scale", figures, _corpus()) if asked.check else 0


def measured(files: Path | None = None, *, peers: bool = True) -> list[gold.Measured]:
    """The throughput beside the peer, which the figures are about, so that it is always run; prints costs."""
    with tempfile.TemporaryDirectory() as place:
        figures = _throughput(_crawl(Path(place), RECORDS, SHARE), Path(place), RECORDS)
    return [gold.Measured("scale", _corpus(), figures)]


def _crawl(place: Path, records: int, share: float) -> Path:
    """A crawl in four files without a broken record, at which the peer would end."""
    write(place / "crawl", records, 4, broken=False, share=share)
    return place / "crawl"


def _corpus() -> str:
    """The hash of the crawl's first pages, which every layout has printed."""
    digest = hashlib.sha256()
    for record in recorded(400, share=0.5):
        digest.update(record.body)
    return digest.hexdigest()


def _throughput(crawl: Path, place: Path, records: int) -> dict[str, float]:
    """Print what each part costs and how Shutro stands beside the peer.

    What a record costs is what three files more cost: the start of Python, the same for few and many, is out.
    """
    small = place / "small"
    small.mkdir()
    shutil.copy(sorted(crawl.iterdir())[0], small)
    one: dict[str, Cost] = {}
    all_: dict[str, Cost] = {}
    for _ in range(2):  # in turn, the better of two: a busy machine hurts each alike
        for part in _PARTS:
            for costs, pages in ((one, small), (all_, crawl)):
                cost = _measured(part, pages, place / part)
                if part not in costs or cost.cpu < costs[part].cpu:
                    costs[part] = cost
    each = {part: (all_[part].cpu - one[part].cpu) / (records * 3 / 4) for part in _PARTS}
    size = sum(file.stat().st_size for file in crawl.iterdir())
    print(f"{records} records, {size / 1e6:.1f} MB packed")
    for part, told in (
        ("glance", "unpacked, and no more than glanced at"),
        ("read", "to articles"),
        ("findings", "to articles with names, times, statements, events, quantities"),
        ("whole", "the same with signatures, written to Parquet"),
        ("peer", "datatrove with trafilatura, to text"),
    ):
        print(
            f"  {part:9} {1000 * each[part]:6.2f} ms a record  {1 / each[part]:6.0f} records/s a core  {told}"
        )
    figures = {"ratio": each["peer"] / each["whole"], "ratio.read": each["peer"] / each["read"]}
    print(
        f"beside the peer: {figures['ratio']:.1f} times as many records a core,"
        f" {figures['ratio.read']:.1f} times to articles alone"
    )
    few, many = one["whole"].memory, all_["whole"].memory
    print(f"memory of a worker: {few:.0f} MB over one file, {many:.0f} MB over four")
    return figures


def _workers(crawl: Path, place: Path) -> int:
    """Print how two workers stand beside one, by the clock."""
    clock: dict[int, float] = {}
    for workers in (1, 2, 1, 2):
        cost = _measured("whole", crawl, place / f"out-{workers}", workers)
        clock[workers] = min(clock.get(workers, cost.clock), cost.clock)
    print(f"one worker {clock[1]:.1f} s, two {clock[2]:.1f} s: {clock[1] / clock[2]:.2f} times as fast")
    return 0


def _month(place: Path) -> int:
    """A month of the web through every stage, in one process."""
    records, files = 100_000, 40
    started = time.process_time()
    known = gold.gold()
    # Texts made of real ones, in which five papers tell of an event, where there are any.
    texts = (made.article for made in Maker(bases_of(known), records, told=5).articles()) if known else None
    write(place / "crawl", records, files, share=0.08, texts=texts)
    print(f"a crawl of {records} records in {files} files, made in {time.process_time() - started:.0f} CPU s")
    (place / "job.toml").write_text('pages = "crawl"\noutput = "out"\narchive = "news.db"\n')
    command = [sys.executable, "-c", "from shutro.cli.main import main; main()", "scale"]
    cost = _cost([*command, "run", str(place / "job.toml")])
    print(
        f"through every stage in {cost.cpu:.0f} CPU s, {cost.clock:.0f} s by the clock,"
        f" at most {cost.memory:.0f} MB"
    )
    _cost([*command, "status", str(place / "job.toml")])
    again = _cost([*command, "run", str(place / "job.toml")])
    print(f"run again, with nothing left to do: {again.cpu:.0f} CPU s")
    for name in ("crawl", "out/read", "out/articles", "out/signs", "out/stories", "news.db"):
        print(f"  {name:13} {_size(place / name) / 1e6:8.1f} MB")
    return 0


def _size(path: Path) -> int:
    return (
        path.stat().st_size
        if path.is_file()
        else sum(f.stat().st_size for f in path.rglob("*") if f.is_file())
    )


def _measured(part: str, crawl: Path, output: Path, workers: int = 1) -> Cost:
    shutil.rmtree(output, ignore_errors=True)
    return _cost(
        [
            sys.executable,
            "-m",
            "bench.scale",
            "--part",
            part,
            "--pool",
            str(workers),
            "--folders",
            str(crawl),
            str(output),
        ],
        quiet=True,
    )


def _cost(command: list[str], quiet: bool = False) -> Cost:
    started = time.monotonic()
    with tempfile.TemporaryFile() as said:
        child = subprocess.Popen(command, stderr=said if quiet else None, cwd=Path(__file__).parent.parent)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            said.seek(0)
            raise RuntimeError(said.read().decode(errors="replace")[-3000:])
    return Cost(used.ru_utime + used.ru_stime, time.monotonic() - started, used.ru_maxrss / 1024)


def _run_part(part: str, crawl: str, output: str, workers: int) -> None:
    """Run a pipeline over the crawl, in this process or a pool."""
    from datatrove.executor import LocalPipelineExecutor

    files = sorted(path.name for path in Path(crawl).iterdir())
    pipeline = _peer(crawl, output) if part == "peer" else _ours(part, crawl, output, files)
    LocalPipelineExecutor(pipeline, tasks=len(files), workers=workers, logging_dir=f"{output}/logs").run()


def _ours(part: str, crawl: str, output: str, files: list[str]) -> list[Any]:
    from shutro.scale.steps import ReadArticles, ReadPages, Sign, Understand, WriteFiles

    whole = [
        ReadPages(crawl, files),
        ReadArticles(),
        Understand(),
        Sign(),
        WriteFiles(f"{output}/read", len(files)),
    ]
    return whole[: {"glance": 1, "read": 2, "findings": 3, "whole": 5}[part]]


def _peer(crawl: str, output: str) -> list[Any]:
    from datatrove.data import Document
    from datatrove.pipeline.extractors import Trafilatura
    from datatrove.pipeline.filters import LambdaFilter
    from datatrove.pipeline.readers import WarcReader
    from datatrove.pipeline.writers import ParquetWriter

    def bangla(document: Document) -> bool:
        letters: int = sum("\u0980" <= sign <= "\u09ff" for sign in document.text)
        return letters > 0.3 * len(str(document.text))

    return [
        WarcReader(crawl, glob_pattern="*.warc.gz"),
        Trafilatura(favour_precision=True, timeout=20),
        LambdaFilter(bangla),
        ParquetWriter(f"{output}/text"),
    ]


if __name__ == "__main__":
    sys.exit(main())
