"""What the README says to type works as it says."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest
import regex
from tests.capture.webserver import says, serving
from tests.scale.made import crawl
from tests.watch.newsstand import START, article, feed

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = dict.fromkeys(regex.findall(r"```(\w+)\n(.*?)```", README, flags=regex.S))
COMMANDS = [
    line.partition("  #")[0].strip()
    for language, block in BLOCKS
    if language == "sh"
    for line in block.splitlines()
    if line.startswith("shutro ")
]

FIGURES = regex.search("<!-- figures -->(.*)<!-- /figures -->", README, flags=regex.S)[1]
MEASURED = [row.split("\t") for row in (ROOT / "docs" / "figures.tsv").read_text("utf-8").splitlines()[1:]]

ENDLESS = {"shutro serve", "shutro watch sources.toml"}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder where the examples have been added to an archive, as the README's reader has by then."""
    folder = tmp_path_factory.mktemp("desk")
    shutro = Path(sys.executable).with_name("shutro")
    subprocess.run([shutro, "add", str(ROOT / "examples")], cwd=folder, capture_output=True, check=True)
    crawl(folder / "crawl", files=1)
    (folder / "job.toml").write_text('pages = "crawl"\noutput = "out"\n')
    return folder


@pytest.mark.parametrize("command", [command for command in COMMANDS if command not in ENDLESS])
def test_a_command_runs_on_the_examples(command: str, desk: Path) -> None:
    pages = ROOT / "examples"
    words = [
        {"pages/": str(pages), "page.html": str(pages / "05-janapadlipi.html")}.get(word, word)
        for word in shlex.split(command)
    ]
    shutro = Path(sys.executable).with_name(words[0])
    page = desk / "story.html"
    page.unlink(missing_ok=True)
    ran = subprocess.run([shutro, *words[1:]], cwd=desk, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    if "--html" in words:
        assert "লঞ্চডুবি" in page.read_text("utf-8")
    else:
        assert ran.stdout


def test_the_reader_is_served(desk: Path) -> None:
    assert "shutro serve" in COMMANDS
    shutro = Path(sys.executable).with_name("shutro")
    with subprocess.Popen(
        [shutro, "serve", "--port", "0"], cwd=desk, stderr=subprocess.PIPE, text=True
    ) as serving:
        assert serving.stderr is not None
        where = regex.search(r"http://\S+", serving.stderr.readline())
        try:
            assert where is not None
            with urlopen(where[0]) as page:  # the address is our own
                assert "লঞ্চডুবি" in page.read().decode()
        finally:
            serving.terminate()


def test_papers_are_followed_into_the_archive(desk: Path) -> None:
    assert "shutro watch sources.toml" in COMMANDS
    shutro = Path(sys.executable).with_name("shutro")
    with serving() as server:
        server.at("/news/1", says(article(1), kind="text/html"))
        server.at("/feed", says(feed([(server.address + "/news/1", START)]), kind="application/rss+xml"))
        source = f'name = "Padma Barta"\nfeeds = ["{server.address}/feed"]'
        (desk / "sources.toml").write_text(f'back = "36500d"\npace = "1s"\n[[outlet]]\n{source}\n')
        ran = subprocess.run(
            [shutro, "watch", "sources.toml", "--once", "--allow-private", "--archive", "followed.db"],
            cwd=desk, capture_output=True, text=True, check=False,
        )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    listed = subprocess.run([shutro, "sources", "--archive", "followed.db", "--pages", "kept"],
                            cwd=desk, capture_output=True, text=True, check=True)  # fmt: skip
    assert "/news/1" in listed.stdout


def test_the_first_command_makes_an_environment_and_shows_a_story() -> None:
    first = next(block for language, block in BLOCKS if language == "sh")
    assert first.startswith("python3 -m venv .venv && .venv/bin/pip install")
    assert first.rstrip().endswith(".venv/bin/shutro story examples")


def test_the_second_command_is_the_one_the_gate_runs() -> None:
    assert "bash scripts/test" in README
    assert "bash scripts/test" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_the_python_runs_as_it_stands() -> None:
    (code,) = (block for language, block in BLOCKS if language == "python")
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "2025-02-04 conflict " in ran.stdout
    assert " ← পুলিশ" in ran.stdout


def numbers(text: str) -> list[str]:
    return regex.findall(r"(?<![\w.-])\d[\d.]*(?:e\+?\d+)?(?=$|[\s,])", text)


def rounds(value: str, shown: str) -> bool:
    """Whether a measured value, given to four digits, is shown to as many places as the README has."""
    places = len(shown.partition(".")[2])
    return abs(float(value) - float(shown)) <= 0.51 * 10**-places


@pytest.mark.parametrize("row", [row for row in FIGURES.splitlines() if "bench." in row])
def test_a_figure_is_one_of_the_run_that_the_documents_have(row: str) -> None:
    _, _, ours, beside, command, _ = row.split("|")
    (task,) = regex.findall(r"bench\.(\w+)", command)
    rows = [each for each in MEASURED if each[0] == {"archive": "search"}.get(task, task)]
    for cell, column in ((ours, 3), (beside, 4)):
        had = [value for each in rows for value in numbers(each[column])]
        for shown in numbers(cell):
            assert any(rounds(value, shown) for value in had), f"{shown} of {task}: not in docs/figures.tsv"
    assert numbers(ours)
