"""Which articles are to be looked at together."""

from __future__ import annotations

from pathlib import Path

from bench.crawl import Record, packed
from tests.archive.newsroom import newsroom
from tests.scale.made import page

from shutro.scale.files import folder, read_table
from shutro.scale.job import Job
from shutro.scale.links import LINKED
from shutro.scale.run import run
from shutro.stories.moments import when

APPEAL = "এই প্রতিবেদন নিয়ে আপনার কোনো অভিযোগ বা পরামর্শ থাকলে আমাদের জনসম্পাদককে চিঠি লিখে জানাতে পারেন।"


def linked(where: Path, ending: str = "") -> set[frozenset[str]]:
    """The events whose reports are linked, of a crawl whose reports all end in the same way."""
    (where / "crawl").mkdir(parents=True)
    events: dict[str, str] = {}
    data = b""
    for article in newsroom():
        at, body = when(article), "\n".join((*article.body, *ending.splitlines()))
        assert at is not None
        assert article.url is not None
        content = page(article.headline, body, article.outlet or "", at.isoformat())
        data += packed(Record(article.url, content, at), article.id)
        events[article.url] = article.id.partition("-")[0]
    (where / "crawl/a.warc.gz").write_bytes(data)
    run(Job(str(where / "crawl"), str(where / "out")))
    out = folder(str(where / "out"))
    event_of: dict[str, str] = {}
    for name in out.list_files("articles"):
        event_of |= {row["id"]: events[row["url"]] for row in read_table(out, name).to_pylist()}
    found = set()
    for name in out.list_files("links", glob_pattern="*.parquet"):
        for row in read_table(out, name).to_pylist():
            assert row["likeness"] >= LINKED
            found.add(frozenset((event_of[row["one"]], event_of[row["other"]])))
    return found


def test_reports_of_one_event_are_linked_and_others_are_not(tmp_path: Path) -> None:
    assert linked(tmp_path) == {frozenset([event]) for event in ("trawler", "onion", "chess", "trial")}


def test_what_every_page_ends_in_links_no_report_of_some_length(tmp_path: Path) -> None:
    with_trawler = {pair for pair in linked(tmp_path, APPEAL) if "trawler" in pair}
    assert with_trawler == {frozenset(["trawler"])}
