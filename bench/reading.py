"""Reading beside its peers, on the same pages in the same run: quality, speed, and their ratios.

    python -m bench.reading [--gold DIR] [--check] [--peers]
    python -m bench.reading --own N
    python -m bench.reading --memory N

Quality is that of the scorer beside the gold, on `gold` and `gold-transplanted`. Speed is pages a second
of processor time over the HTML pages with everything switched on, the best of five rounds, which all
readers take in turn; slow ones take fewer. `declined` counts the pages that are no article and of which a
reader gave nothing. `--peers` needs the `bench` dependency group; a peer that is not installed is left out
and named.

`--own` needs no gold: it scores N fillings of every layout of `bench.layouts`, as HTML and as text dumps.
`--memory` reads N such pages, each of them new, and prints the peak of memory on the way.
"""

from __future__ import annotations

import importlib
import resource
import statistics
import sys
import time
import unicodedata
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path

import regex

import shutro
from bench.extractors import Reader
from bench.extractors import peers as extractors
from bench.gold import Measured, absent, corpus_hash, gold, held, options, rows, score, show
from bench.layouts import Sample, make

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}\u200c\u200d]+")
_ROUNDS = 5
_SLOW = 5.0  # seconds for all rounds of a reader, past which no other is begun
SETS = ("gold", "gold-transplanted")


def ours(page: str) -> str:
    try:
        return "\n".join(shutro.read(page).body)
    except shutro.ShutroError:
        return ""


def figures(base: Path) -> dict[str, float]:
    """Every figure of the scorer, named by the set it was measured on."""
    found: dict[str, float] = {}
    for name in SETS:
        if (base / name).is_dir():
            found |= {f"{name}.{figure}": value for figure, value in score("reading", base / name).items()}
    return {
        name: value for name, value in found.items() if not name.endswith("transplanted.reading.declined")
    }


def pages(base: Path) -> list[tuple[str, str]]:
    """Every HTML page with an article, and its body as the gold has it."""
    found = []
    for name in SETS:
        folder = base / name / "reading"
        if not folder.is_dir():
            continue
        for row in rows(folder / "html.jsonl"):
            found.append(((folder / row["file"]).read_text(encoding="utf-8"), " ".join(row["body"])))
    return found


def body_f1(got: str, want: str) -> float:
    """Words of the longest common subsequence, as an F1; spellings that differ in encoding alone are one."""
    a, b = (_WORD.findall(unicodedata.normalize("NFC", text)) for text in (want, got))
    same = sum(block.size for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())
    return 2 * same / (len(a) + len(b)) if a or b else 1.0


def speeds(readers: Mapping[str, Reader], texts: list[str]) -> dict[str, float]:
    """Pages a second of processor time for every reader, the best of the rounds they take in turn."""
    rounds: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(_ROUNDS):
        for name, reader in readers.items():
            if sum(rounds[name]) > _SLOW:
                continue
            began = time.process_time()
            for text in texts:
                reader(text)
            rounds[name].append(time.process_time() - began)
    return {name: len(texts) / min(taken) for name, taken in rounds.items()}


def compare(base: Path, readers: Mapping[str, Reader]) -> dict[str, dict[str, float]]:
    """What every reader makes of the pages of HTML, and how fast."""
    both = pages(base)
    files = [file for name in SETS for file in _listings(base / name / "reading")]
    listings = [file.read_text(encoding="utf-8", errors="replace") for file in files]
    rates = speeds(readers, [page for page, _ in both])
    return {
        name: {
            "words of the body, F1": statistics.fmean(body_f1(reader(page), want) for page, want in both),
            "declined, of those to decline": statistics.fmean(not reader(page).strip() for page in listings),
            "HTML pages a second": rates[name],
        }
        for name, reader in readers.items()
    }


def _listings(folder: Path) -> Iterator[Path]:
    """The pages of HTML that are no article."""
    named = folder / "not_articles.jsonl"
    for row in rows(named) if named.is_file() else ():
        if row["file"].endswith(".html"):
            yield folder / row["file"]


def corpus(base: Path) -> str:
    """The hash of every file that is scored."""
    files = (p for name in SETS for p in (base / name / "reading").rglob("*") if p.is_file())
    return corpus_hash(files)


def own(fillings: int) -> dict[str, float]:
    """Means over the pages of `bench.layouts`: as HTML, and as the text that resiliparse makes of them."""
    dump = importlib.import_module("resiliparse.extract.html2text").extract_plain_text
    found: dict[str, list[float]] = {}
    for seed in range(fillings):
        for sample in make(seed):
            text = str(dump(sample.content, main_content=False, preserve_formatting=True))
            for kind, page in (("html", sample.content), ("text", text)):
                for name, value in _marks(sample, page, dumped=kind == "text"):
                    found.setdefault(f"own.{kind}.{name}", []).append(value)
    return {name: statistics.fmean(values) for name, values in sorted(found.items())}


def _marks(sample: Sample, page: str, *, dumped: bool) -> Iterator[tuple[str, float]]:
    """What was found of a sample, 0 to 1; of a dump only what it still holds."""
    try:
        article = shutro.read(page, url=sample.url)
    except shutro.ShutroError:
        article = None
    if sample.headline is None:
        yield "declined", float(article is None)
        return
    if dumped and not all(part[:30] in page for part in sample.body):
        return
    yield "body", body_f1(" ".join(article.body), " ".join(sample.body)) if article else 0.0
    if not dumped or sample.headline in page:
        yield "headline", float(article is not None and article.headline == sample.headline)
    if sample.authors is not None and (not dumped or sample.authors[0] in page):
        yield "authors", float(article is not None and article.authors == sample.authors)
    if not dumped or sample.published is None:
        when = article.published.isoformat() if article and article.published else None
        yield "published", float((when or "")[:16] == (sample.published or "")[:16])
    if sample.updated is not None:
        when = article.updated.isoformat() if article and article.updated else ""
        yield "updated", float(when[:16] == sample.updated[:16])


def memory(number: int) -> None:
    """Read so many new pages; print the peak of memory after every tenth of them."""
    step = max(1, number // 10)
    read = seed = 0
    while read < number:
        for sample in make(seed):
            ours(sample.content)
            read += 1
            if read % step == 0:
                peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
                print(f"{read:8} pages {peak:6} MB", flush=True)
        seed += 1


def main(arguments: list[str] | None = None) -> int:
    parser = options(__doc__)
    parser.add_argument("--peers", action="store_true", help="run the peers too")
    parser.add_argument("--own", type=int, metavar="N", help="score N fillings of our own layouts")
    parser.add_argument("--memory", type=int, metavar="N", help="read N pages and watch the memory")
    args = parser.parse_args(arguments)
    if args.memory:
        memory(args.memory)
        return 0
    if args.own:
        for name, value in own(args.own).items():
            print(f"{name:52} {value:7.4f}")
        return 0
    found = gold(args.gold)
    if found is None:
        return absent("reading")
    if args.check:
        return held(measured(found, peers=False))
    return show(measured(found, None if args.peers else {}))


def measured(
    files: Path, readers: Mapping[str, Reader] | None = None, *, peers: bool = True
) -> list[Measured]:
    """The figures, and with `peers` how fast, beside those `readers`, all that are here unless given."""
    base = files.parent
    if not peers:
        return [Measured("reading", corpus(base), figures(base))]
    others = compare(base, {"shutro": ours, **(extractors() if readers is None else readers)})
    dumps = [p.read_text(encoding="utf-8") for name in SETS for p in (base / name / "reading").rglob("*.txt")]
    costs = {**others.pop("shutro"), "dumps a second": speeds({"shutro": ours}, dumps)["shutro"]}
    return [Measured("reading", corpus(base), figures(base), costs, others)]


if __name__ == "__main__":
    sys.exit(main())
