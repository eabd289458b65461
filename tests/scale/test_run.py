"""A job from a crawl to stories: the same rows however it is run, stopped and gone on with."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from bench.crawl import packed
from pyarrow import dataset, parquet
from tests.archive.conftest import STORES, place
from tests.scale.made import crawl, records, tree

from shutro.archive.store import open_archive
from shutro.errors import DataError, MissingCapture, ScaleError
from shutro.meaning.findings import understand
from shutro.scale.files import folder, part, write_json
from shutro.scale.job import Job, read_job
from shutro.scale.plan import rules_of_now
from shutro.scale.progress import Watch
from shutro.scale.rows import article_of, kept_of
from shutro.scale.run import run
from shutro.scale.steps import Understand


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return crawl(tmp_path_factory.mktemp("crawl"))


@pytest.fixture(scope="module")
def made(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What one process makes of the crawl."""
    output = tmp_path_factory.mktemp("one")
    run(Job(str(pages), str(output)))
    return output


def test_articles_lie_by_day_and_outlet_with_all_that_was_found_in_them(made: Path) -> None:
    files = sorted((made / "articles").rglob("*.parquet"))
    assert len(files) == 7  # two papers print two reports on one day
    assert made / "articles/day=2025-01-08/outlet=প্রভাতরেখা/articles.parquet" in files
    rows = [row for file in files for row in parquet.ParquetFile(file).read().to_pylist()]
    assert sum(len(row["statements"]) for row in rows) > 3
    for row in rows:
        article, found = article_of(row), kept_of(row)
        assert found.names == understand(article).names
        assert row["source"].startswith("crawl-")
        assert all(article.text[s.start : s.end] == s.text for s in found.statements)


def test_any_reader_of_parquet_finds_its_way_by_day(made: Path) -> None:
    table = dataset.dataset(made / "articles", partitioning="hive").to_table(columns=["headline", "day"])
    assert table.num_rows == 9


def test_reports_of_one_event_are_one_story(made: Path) -> None:
    files = sorted((made / "stories").glob("*.parquet"))
    stories = [row for file in files for row in parquet.read_table(file).to_pylist()]
    assert sorted(len(story["articles"]) for story in stories) == [2, 2, 2, 3]
    trawler = max(stories, key=lambda story: len(story["articles"]))
    assert (trawler["first"], trawler["last"]) == ("2025-01-08", "2025-01-08")
    assert "ট্রলার" in trawler["title"]
    copied = [
        row
        for file in sorted((made / "copies").glob("*.parquet"))
        for row in parquet.read_table(file).to_pylist()
    ]
    assert [row["kind"] for row in copied] == ["near"]


def test_every_page_that_gave_no_article_says_why(made: Path) -> None:
    lost = [
        row
        for file in sorted((made / "read").rglob("*.dropped.parquet"))
        for row in parquet.read_table(file).to_pylist()
    ]
    assert len(lost) == 29
    assert {row["kind"] for row in lost} == {"NotBangla", "NotAnArticle"}
    assert [row["source"].partition("#")[2] for row in lost if row["kind"] == "NotAnArticle"] == [
        "https://news.example/national"
    ]


def test_two_workers_make_the_same_bytes(pages: Path, made: Path, tmp_path: Path) -> None:
    run(Job(str(pages), str(tmp_path), workers=2))
    assert tree(tmp_path) == tree(made)


def test_what_was_done_is_not_done_again(
    pages: Path, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "out"
    shutil.copytree(made, output)
    for stage in ("days", "links", "stories"):
        (mark,) = (output / "logs").glob(f"{stage}-*")
        shutil.rmtree(mark / "completions")
    (output / "logs/read-0000-of-3/completions/00001").unlink()
    asked: list[str] = []
    old = Understand.run

    def counted(self: Understand, data: object, rank: int = 0, world_size: int = 1) -> object:
        asked.append(str(rank))
        return old(self, data, rank, world_size)  # type: ignore[arg-type]

    monkeypatch.setattr(Understand, "run", counted)
    run(Job(str(pages), str(output)))
    assert asked == ["1"]
    assert tree(output) == tree(made)


def test_a_run_that_fails_says_at_which_page_and_the_next_goes_on(
    pages: Path, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = Job(str(pages), str(tmp_path))
    told = "ZeroDivisionError: division by zero at crawl-0.warc.gz#https://news.example/"
    with monkeypatch.context() as broken:
        broken.setattr("shutro.scale.steps.understand", lambda article: 1 / 0)
        with pytest.raises(ScaleError, match=f"^read-0000-of-3 failed: {told}.*; see .*/logs$") as error:
            run(job)
    assert isinstance(error.value.__cause__, ZeroDivisionError)
    (log,) = tmp_path.glob("logs/read-0000-of-3/logs/*")
    assert "\nat crawl-0.warc.gz#https://news.example/" in log.read_text("utf-8")
    assert not list(tmp_path.rglob("*.part"))
    run(job)
    assert tree(tmp_path) == tree(made)


def test_files_that_come_later_are_a_lot_of_their_own_and_change_only_their_days(
    pages: Path, made: Path, tmp_path: Path
) -> None:
    grown = tmp_path / "crawl"
    grown.mkdir()
    for path in sorted(pages.iterdir())[1:]:
        shutil.copy(path, grown)
    job = Job(str(grown), str(tmp_path / "out"))
    run(job)
    first = sorted(pages.iterdir())[0]
    shutil.copy(first, grown / "late.warc.gz")
    run(job)
    both, whole = tree(tmp_path / "out"), tree(made)
    for kind in ("stories/", "copies/", "links/"):
        assert {k: v for k, v in both.items() if k.startswith(kind) and k.endswith("parquet")} == {
            k: v for k, v in whole.items() if k.startswith(kind) and k.endswith("parquet")
        }
    assert Watch(job).status().of == 3


def test_a_page_captured_twice_is_kept_once_and_one_that_changed_in_both_states(tmp_path: Path) -> None:
    first = records()[0]
    again = replace(first, date=first.date + timedelta(hours=2))
    changed = replace(again, body=first.body.replace("৫ জনের".encode(), "৬ জনের".encode()))
    (tmp_path / "crawl").mkdir()
    for number, record in enumerate((again, first, changed)):
        (tmp_path / f"crawl/{number}.warc.gz").write_bytes(packed(record, str(number)))
    run(Job(str(tmp_path / "crawl"), str(tmp_path / "out")))
    (file,) = (tmp_path / "out/articles").rglob("*.parquet")
    rows = parquet.ParquetFile(file).read().to_pylist()
    assert [row["source"][0] for row in rows] == ["1", "2"]  # as it was captured first, and as it changed
    (story,) = parquet.read_table(next((tmp_path / "out/stories").glob("*.parquet"))).to_pylist()
    assert len(story["articles"]) == 1


@pytest.mark.parametrize("store", STORES)
def test_the_archive_gets_every_article_once_with_its_findings(
    pages: Path, made: Path, tmp_path: Path, store: str
) -> None:
    output, where = tmp_path / "out", place(store, tmp_path)
    shutil.copytree(made, output)
    job = Job(str(pages), str(output), archive=where)
    done = run(job)
    assert (done.new, done.placed) == (9, 9)
    with open_archive(where) as archive:
        assert len(archive) == 9
        assert archive.count_stories() == 4
        for article in archive.articles():
            assert archive.findings(article.id).statements == understand(article).statements
    assert run(job).new == 0


def test_an_archive_made_anew_gets_everything_again(pages: Path, made: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    shutil.copytree(made, output)
    job = Job(str(pages), str(output), archive=str(tmp_path / "news.db"))
    run(job)
    (tmp_path / "news.db").unlink()
    assert run(job).new == 9


def test_files_that_were_planned_must_stay_what_they_were(pages: Path, tmp_path: Path) -> None:
    moving = shutil.copytree(pages, tmp_path / "crawl")
    job = Job(str(moving), str(tmp_path / "out"))
    run(job)
    with (moving / "crawl-1.warc.gz").open("ab") as file:
        file.write(b"more")
    with pytest.raises(ScaleError, match=r"crawl-1\.warc\.gz is gone or another file now"):
        run(job)


def test_other_rules_work_in_another_folder(pages: Path, made: Path, tmp_path: Path) -> None:
    output = shutil.copytree(made, tmp_path / "out")
    plan = json.loads((output / "plan.json").read_text())
    write_json(folder(str(output)), "plan.json", {**plan, "rules": "0123456789ab"})
    with pytest.raises(ScaleError, match=rf"made by rules 0123456789ab, these are {rules_of_now()}"):
        run(Job(str(pages), str(output)))


def test_an_output_among_the_pages_is_an_error(pages: Path) -> None:
    with pytest.raises(DataError, match="`output` lies in `pages`"):
        run(Job(str(pages), str(pages / "out")))


def test_a_folder_without_pages_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "crawl").mkdir()
    (tmp_path / "crawl/notes.txt").write_text("no pages")
    for pages in ("crawl", "nowhere"):
        with pytest.raises(MissingCapture, match="no file of pages in it"):
            run(Job(str(tmp_path / pages), str(tmp_path / "out")))


def test_a_crawl_may_lie_in_any_store(pages: Path, made: Path) -> None:
    """fsspec's store in memory stands for one in a cloud; one process sees it."""
    from fsspec.implementations.memory import MemoryFileSystem

    store = MemoryFileSystem()
    for path in sorted(pages.iterdir()):
        store.pipe_file(f"/crawl/{path.name}", path.read_bytes())
    run(Job("memory://crawl", "memory://out"))
    found = {
        str(path).removeprefix("/out/"): store.cat_file(path)
        for path in store.find("/out")
        if "/logs/" not in path
    }
    assert found == tree(made)
    store.rm("/out", recursive=True)


@pytest.mark.parametrize("place", ["magic://bucket/crawl", "ftps9://host/crawl"])
def test_a_store_that_nobody_knows_is_an_error(place: str, tmp_path: Path) -> None:
    with pytest.raises(ScaleError, match=f"^{place}: Protocol not known"):
        run(Job(place, str(tmp_path)))


def test_options_that_an_executor_does_not_have_are_an_error(pages: Path, tmp_path: Path) -> None:
    with pytest.raises(ScaleError, match=r"options of local: .*speed"):
        run(Job(str(pages), str(tmp_path), options={"speed": 3}))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("pages = 1", "`pages` is a text"),
        ('pages = "a"', "a job names `pages` and `output`"),
        ('pages = "a"\noutput = "b"\nspeed = 3', "unknown: speed"),
        ('pages = "a"\noutput = "b"\n[run]\nexecutor = "magic"', "executor is one of local, ray, slurm"),
        ('pages = "a"\noutput = "b"\n[run]\nworkers = 0', "workers is a number from 1 on"),
        ('pages = "a"\noutput = "b"\n[options]\nsize = [1]', "no plain value: size"),
        ("pages =", "not TOML"),
    ],
)
def test_a_job_that_says_nothing_sensible_is_an_error(tmp_path: Path, text: str, wrong: str) -> None:
    path = tmp_path / "job.toml"
    path.write_text(text)
    with pytest.raises(DataError, match=wrong):
        read_job(path)


def test_folders_of_a_job_are_seen_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "job.toml"
    path.write_text(
        'pages = "crawl"\noutput = "s3://news/out"\narchive = "postgresql://host/news"\n[run]\nworkers = 3'
    )
    assert read_job(path) == Job(
        str(tmp_path / "crawl"), "s3://news/out", workers=3, archive="postgresql://host/news"
    )


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("প্রভাতরেখা", "প্রভাতরেখা"),
        (None, "unknown"),
        ("আজ/কাল", "আজ_কাল-"),
        ("ক" * 100, "ক" * 60 + "-"),
        ("..", "-"),
    ],
)
def test_an_outlet_is_one_part_of_a_path(name: str | None, safe: str) -> None:
    assert part(name).startswith(safe)
    assert len(part(name).encode()) < 255
    assert "/" not in part(name)
