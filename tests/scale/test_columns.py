"""Nouns go into Parquet and come out as they were."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyarrow
from tests.scale.made import records

from shutro.archive.ledger.copies import bands_of
from shutro.errors import ShutroError
from shutro.meaning.findings import Findings, understand
from shutro.model import Article
from shutro.reading.article import read
from shutro.scale.files import folder, read_table, write_table
from shutro.scale.glance import foreign
from shutro.scale.keys import keys_of
from shutro.scale.rows import READ, article_of, features_of, found_of, kept_of, row_of
from shutro.stories.copies.shingles import shingled
from shutro.stories.features import features


def articles() -> list[tuple[Article, Findings]]:
    """Those of the crawl, as a job reads them."""
    found = []
    for record in records():
        if foreign(record.body):
            continue
        try:
            article = read(record.body, url=record.url, captured=record.date)
        except ShutroError:
            continue
        found.append((article, understand(article)))
    return found


def row(article: Article, findings: Findings) -> dict[str, object]:
    counted = features(article)
    found = found_of(article, findings, bands_of(shingled(article)), "crawl.warc#x")
    return row_of(article, found, counted, keys_of(counted))


def test_an_article_and_all_that_was_found_in_it_comes_back(tmp_path: Path) -> None:
    read_ = articles()
    assert len(read_) == 9
    table = pyarrow.Table.from_pylist([row(*both) for both in read_], schema=READ)
    write_table(folder(str(tmp_path)), "a.parquet", table)
    back = read_table(folder(str(tmp_path)), "a.parquet").to_pylist()
    for (article, findings), one in zip(read_, back, strict=True):
        assert article_of(one) == article
        found = kept_of(one)
        for part in ("anchor", "names", "times", "statements", "events", "quantities"):
            assert getattr(found, part) == getattr(findings, part)
        assert features_of(one["id"], one["terms"]) == features(article)
        assert list(one["terms"]["head"]) == list(features(article).head)  # sums depend on their order


def test_the_words_of_a_finding_stand_in_the_text_and_not_beside_it() -> None:
    for article, findings in articles():
        one = row(article, findings)
        assert all("text" not in name for name in one["names"])  # type: ignore[attr-defined]


def test_half_a_character_becomes_one_sign_and_moves_nothing(tmp_path: Path) -> None:
    article, findings = articles()[0]
    odd = replace(article, headline="\ud83d" + article.headline[1:])
    table = pyarrow.Table.from_pylist([row(odd, findings)], schema=READ)
    assert article_of(table.to_pylist()[0]).headline == "\ufffd" + article.headline[1:]


def test_the_same_rows_are_the_same_bytes(tmp_path: Path) -> None:
    where = folder(str(tmp_path))
    for name in ("a.parquet", "b.parquet"):
        write_table(where, name, pyarrow.Table.from_pylist([row(*b) for b in articles()], schema=READ))
    assert (tmp_path / "a.parquet").read_bytes() == (tmp_path / "b.parquet").read_bytes()
