"""`shutro scale`: a job run, stopped, asked about."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.scale.made import crawl


def shutro(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).with_name("shutro"), *arguments], capture_output=True, text=True, check=False
    )


@pytest.fixture
def job(tmp_path: Path) -> Path:
    crawl(tmp_path / "crawl", files=2)
    path = tmp_path / "job.toml"
    path.write_text('pages = "crawl"\noutput = "out"\narchive = "news.db"\n')
    return path


def test_a_job_runs_and_says_what_came_of_it(job: Path) -> None:
    before = shutro("scale", "status", str(job))
    assert (before.returncode, before.stdout) == (1, "")
    assert before.stderr.endswith("out: no job was begun there\n")

    ran = shutro("scale", "run", str(job), "--json")
    assert (ran.returncode, ran.stderr) == (0, "")
    told = json.loads(ran.stdout)
    assert (told["files"], told["of"], told["pages"]) == (2, 2, 38)
    assert told["outcome"] == {"NotAnArticle": 1, "NotBangla": 28, "articles": 9}

    after = shutro("scale", "status", str(job))
    assert after.stdout.startswith("2 of 2 files, 38 pages\n          9 articles\n         28 NotBangla\n")
    assert "Launching pipeline" in (job.parent / "out/run.log").read_text()

    stories = shutro("stories", "--archive", str(job.parent / "news.db"), "--json")
    assert len(json.loads(stories.stdout)["stories"]) == 4


def test_a_job_that_cannot_run_ends_with_one_line(job: Path) -> None:
    job.write_text('pages = "nowhere"\noutput = "out"\n')
    ran = shutro("scale", "run", str(job))
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith("shutro: ")
    assert len(ran.stderr.splitlines()) == 1
