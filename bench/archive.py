"""Search and check against the gold beside plain full-text indexes, and how the archive grows.

    python -m bench.archive [--gold DIR] [--check]
    python -m bench.archive --grow 10000 100000 [--gold DIR]

Peers, on the same questions in the same run: SQLite's FTS5 as it comes (`unicode61`), the same with a
tokenizer that keeps Bangla words whole, tantivy's default where it is installed, and PostgreSQL's
`simple` dictionary where `scripts/postgres python -m bench.archive` gives a server. `--grow` makes
articles out of real ones (see `bench.grown`), adds them to one file, and prints a line for every size;
times are of the processor.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import shutro
from bench.gold import check, corpus_hash, gold, rows, score
from bench.grown import Maker, bases_of
from shutro.archive.findings import Kept
from shutro.archive.store import Archive, open_archive
from shutro.model import Article

UNICODE61 = "unicode61"
WHOLE_WORDS = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc' tokenchars '\u200c\u200d'"


class Fts5:
    """A plain FTS5 table: any word of the query, by bm25."""

    def __init__(self, tokenizer: str) -> None:
        self._db = sqlite3.connect(":memory:")
        made = tokenizer.replace("'", "''")
        self._db.execute(
            f"CREATE VIRTUAL TABLE t USING fts5 (id UNINDEXED, headline, body, tokenize = '{made}')"
        )

    def __enter__(self) -> Fts5:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    def add(self, article: Article) -> None:
        self._db.execute(
            "INSERT INTO t VALUES (?, ?, ?)", (article.id, article.headline, " ".join(article.body))
        )

    def search(self, query: str, limit: int = 20) -> list[Any]:
        words = " OR ".join(f'"{word}"' for word in query.replace('"', " ").split())
        found = self._db.execute(
            "SELECT id FROM t WHERE t MATCH ? ORDER BY bm25(t, 0, 4, 1) LIMIT ?", (words, limit)
        )
        return [SimpleNamespace(article=SimpleNamespace(id=row[0])) for row in found]


class Tantivy:
    """tantivy with its default tokenizer: any word of the query."""

    def __init__(self) -> None:
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw")
        builder.add_text_field("headline")
        builder.add_text_field("body")
        self._tantivy = tantivy
        self._index = tantivy.Index(builder.build())
        self._writer = self._index.writer()
        self._open = True

    def __enter__(self) -> Tantivy:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def add(self, article: Article) -> None:
        made = self._tantivy.Document(id=article.id, headline=article.headline, body=" ".join(article.body))
        self._writer.add_document(made)

    def search(self, query: str, limit: int = 20) -> list[Any]:
        if self._open:
            self._writer.commit()
            self._index.reload()
            self._open = False
        parsed, _ = self._index.parse_query_lenient(
            query, ["headline", "body"], field_boosts={"headline": 4.0}
        )
        searcher = self._index.searcher()
        hits = searcher.search(parsed, limit).hits
        return [SimpleNamespace(article=SimpleNamespace(id=searcher.doc(at)["id"][0])) for _, at in hits]


class Postgres:
    """A plain PostgreSQL index with the `simple` dictionary: any word of the query, by `ts_rank`."""

    def __init__(self, address: str) -> None:
        import psycopg

        self._db = psycopg.connect(address, autocommit=True)
        self._db.execute("DROP TABLE IF EXISTS peer")
        self._db.execute("CREATE TABLE peer (id text, words tsvector)")
        self._db.execute("CREATE INDEX peer_words ON peer USING gin (words)")

    def __enter__(self) -> Postgres:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    def add(self, article: Article) -> None:
        words = "setweight(to_tsvector('simple', %s), 'A') || setweight(to_tsvector('simple', %s), 'D')"
        row = (article.id, article.headline, " ".join(article.body))
        self._db.execute(f"INSERT INTO peer VALUES (%s, {words})".encode(), row)

    def search(self, query: str, limit: int = 20) -> list[Any]:
        any_word = "replace(plainto_tsquery('simple', %s)::text, '&', '|')::tsquery"
        found = self._db.execute(
            f"SELECT id FROM peer, (SELECT {any_word} AS asked) q WHERE words @@ asked"
            " ORDER BY ts_rank(words, asked) DESC LIMIT %s".encode(),
            (query, limit),
        )
        return [SimpleNamespace(article=SimpleNamespace(id=row[0])) for row in found]


def compare(files: Path) -> None:
    peers: dict[str, Any] = {"fts5": lambda _: Fts5(UNICODE61), "fts5 whole": lambda _: Fts5(WHOLE_WORDS)}
    if find_spec("tantivy"):
        peers["tantivy"] = lambda _: Tantivy()
    else:
        print("tantivy is not installed: left out", file=sys.stderr)
    if server := os.environ.get("SHUTRO_TEST_POSTGRES"):
        peers["simple"] = lambda _: Postgres(server)
    else:
        print("no PostgreSQL server (scripts/postgres COMMAND starts one): left out", file=sys.stderr)
    ours, table = shutro.open, {"shutro": score("search", files)}
    for name, peer in peers.items():
        shutro.open = peer
        table[name] = score("search", files)
    shutro.open = ours
    print(f"{'figure':36}" + "".join(f"{name:>11}" for name in table))
    for figure in table["shutro"]:
        print(f"{figure:36}" + "".join(f"{figures[figure]:11.3f}" for figures in table.values()))
    for figure, value in score("check", files).items():
        print(f"{figure:36}{value:11.3f}")


# -- growth


def timed(ask: Any, questions: list[str]) -> tuple[float, float]:
    """The median and the 95th percentile in milliseconds of processor time, so that a busy machine does
    not count; the archive is in this process, and its file in memory once it was read."""
    spent = []
    ask(questions[0])
    for question in questions * 2:
        start = time.process_time()
        ask(question)
        spent.append((time.process_time() - start) * 1000)
    spent.sort()
    return spent[len(spent) // 2], spent[int(len(spent) * 0.95)]


def grow(files: Path, sizes: list[int], at: Path | None, to_name: int) -> None:
    """Grow an archive to each size and print a line for it; with `at`, the file is kept.

    Of articles beyond the first `to_name` the names are not indexed.
    """
    print(HEAD, flush=True)
    with tempfile.TemporaryDirectory() as folder:
        path = at or Path(folder) / "grown.db"
        path.unlink(missing_ok=True)
        with open_archive(path) as archive:
            text = _real(archive, files)
            made = Maker(bases_of(files), max(sizes)).articles()
            for size in sorted(sizes):
                added = named = 0.0
                while len(archive) < size:
                    batch = [next(made) for _ in range(min(500, size - len(archive)))]
                    text += sum(len(one.article.text.encode()) for one in batch)
                    start = time.process_time()
                    archive.add_all(one.article for one in batch)
                    middle = time.process_time()
                    with archive.writing():
                        for one in batch if len(archive) <= to_name else []:
                            archive.keep_findings(one.article.id, Kept(one.names, one.statements, ()))
                    spent = time.process_time()
                    added, named = (
                        (b - a) * 1000 / len(batch) for a, b in ((start, middle), (middle, spent))
                    )
                measure(archive, files, added, named, path.stat().st_size / text)


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


HEAD = " articles  add ms  name ms  search p50     p95  check p50     p95  lists p50     p95  file/text"


def measure(archive: Archive, files: Path, added: float, named: float, ratio: float) -> None:
    """Ask an archive everything there is to ask, and print what it took."""
    queries = [row["query"] for row in rows(files / "search" / "queries.jsonl")]
    cards = [row["text"] for row in rows(files / "search" / "checks.jsonl")]
    people = [card.canonical for card in archive.entities(limit=10) + archive.entities(kind="PER", limit=30)]

    def lists(who: str) -> None:
        archive.entity(who)
        archive.articles_of(who)
        archive.said_by(who)
        archive.latest()

    times = [*timed(archive.search, queries), *timed(archive.check, cards), *timed(lists, people or [""])]
    taken = f"{added:7.2f} {named:8.2f} {times[0]:11.1f} {times[1]:7.1f}"
    asked = f"{times[2]:10.1f} {times[3]:7.1f} {times[4]:10.1f} {times[5]:7.1f}"
    print(f"{len(archive):9} {taken} {asked} {ratio:10.2f}", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--check", action="store_true", help="fail when a figure is below its floor")
    parser.add_argument("--grow", type=int, nargs="+", metavar="N", help="add so many articles and time it")
    parser.add_argument("--at", type=Path, metavar="FILE", help="grow this archive, and keep it")
    parser.add_argument("--named", type=int, default=10**9, metavar="N", help="index the names of so many")
    args = parser.parse_args()
    files = gold(args.gold)
    if files is None:
        print("archive: no gold here; give --gold DIR or set SHUTRO_SHARED", file=sys.stderr)
        return 2
    if args.grow:
        grow(files, args.grow, args.at, args.named)
        return 0
    if args.check:
        corpus = corpus_hash((files / "search").glob("*.jsonl"))
        figures = {task: score(task, files) for task in ("search", "check")}
        figures["search"]["search.kept_apart"] = -figures["search"]["search.false_friends"]
        passed = ("check.altered_taken_for_printed", "check.altered_taken_for_printed-elsewhere")
        figures["check"]["check.kept_apart"] = -sum(figures["check"].get(name, 0.0) for name in passed)
        return max(check(task, figures[task], corpus) for task in figures)
    compare(files)
    return 0


if __name__ == "__main__":
    sys.exit(main())
