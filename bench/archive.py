"""Search and check against the gold beside plain full-text indexes.

    python -m bench.archive [--gold DIR] [--check]

Peers, on the same questions in the same run: SQLite's FTS5 as it comes (`unicode61`), the same with a
tokenizer that keeps Bangla words whole, tantivy's default where it is installed, and PostgreSQL's
`simple` dictionary where `scripts/postgres python -m bench.archive` gives a server. How the archive
grows is measured by `bench.growth`.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from bench.gold import Measured, corpus_hash, options, outcome, score, score_peer
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


def indexes() -> dict[str, Any]:
    """The peers that can run here."""
    peers: dict[str, Any] = {"fts5": lambda _: Fts5(UNICODE61), "fts5 whole": lambda _: Fts5(WHOLE_WORDS)}
    if find_spec("tantivy"):
        peers["tantivy"] = lambda _: Tantivy()
    else:
        print("tantivy is not installed: left out", file=sys.stderr)
    if server := os.environ.get("SHUTRO_TEST_POSTGRES"):
        peers["simple"] = lambda _: Postgres(server)
    else:
        print("no PostgreSQL server (scripts/postgres COMMAND starts one): left out", file=sys.stderr)
    return peers


def main() -> int:
    return outcome("archive", options(__doc__).parse_args(), measured)


def measured(files: Path, *, peers: bool = True) -> list[Measured]:
    """The figures of search and of check, and with `peers` those of plain indexes."""
    corpus = corpus_hash((files / "search").glob("*.jsonl"))
    found, checked = score("search", files), score("check", files)
    found["search.kept_apart"] = -found["search.false_friends"]
    passed = ("check.altered_taken_for_printed", "check.altered_taken_for_printed-elsewhere")
    checked["check.kept_apart"] = -sum(checked.get(name, 0.0) for name in passed)
    others = {name: score_peer("search", files, open=index) for name, index in indexes().items() if peers}
    return [Measured("search", corpus, found, {}, others), Measured("check", corpus, checked)]


if __name__ == "__main__":
    sys.exit(main())
