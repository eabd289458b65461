"""Every example that can run without the web runs, and prints what its page says."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import regex
from tests.docs.pages import PAGES, ROOT, Block, blocks, name

RUN = {"sh": ["bash", "-euo", "pipefail", "-c"], "python": [sys.executable, "-c"]}
TOLD = {page: [block for block in blocks(page) if block.why is None] for page in PAGES}
HANGS = 120  # seconds that one line of an example may take on a busy machine before it is given up


def patience(*run: Block) -> int:
    """Seconds for blocks to run in: a page of many commands must not share one limit among them."""
    return HANGS * sum(max(1, len(block.text.splitlines())) for block in run)


RUNNING = [
    pytest.param(page, id=name(page), marks=pytest.mark.timeout(patience(*ran)))
    for page, each in TOLD.items()
    if (ran := [block for block in each if block.language in RUN])
]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive that has the examples, so that adding them on each page is quick."""
    place = tmp_path_factory.mktemp("archive") / "shutro.db"
    shutro = Path(sys.executable).with_name("shutro")
    subprocess.run([shutro, "add", ROOT / "examples", "--archive", place], check=True, capture_output=True)
    return place


@pytest.fixture
def desk(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A reader's folder: the examples, the same as `pages/`, an archive of them, the command on the path."""
    for folder in ("examples", "pages"):
        shutil.copytree(ROOT / "examples", tmp_path / folder)
    for place in ("shutro.db", "news.db"):
        shutil.copyfile(archive, tmp_path / place)
    beside = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    monkeypatch.setenv("PATH", beside)
    monkeypatch.delenv("SHUTRO_ARCHIVE", raising=False)
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", RUNNING)
def test_the_examples_of_a_page_run_in_order_and_print_what_it_shows(page: Path, desk: Path) -> None:
    printed = ""
    for block in TOLD[page]:
        if block.language in RUN:
            printed += run(block)
        elif block.language == "output":
            shows(printed, block.text)
            printed = ""


def run(block: Block) -> str:
    """What a block prints, on either stream; it must end well."""
    ran = subprocess.run(
        [*RUN[block.language], block.text],
        capture_output=True,
        text=True,
        check=False,
        timeout=patience(block),
    )
    assert ran.returncode == 0, f"{block.text}\n{ran.stderr}"
    return ran.stdout + ran.stderr


def shows(printed: str, lines: str) -> None:
    """The lines stand in what was printed, in that order, whatever the spaces between their words."""
    rest = " ".join(printed.split())
    for line in lines.splitlines():
        _, found, rest = rest.partition(" ".join(line.split()))
        assert found, f"not printed: {line}\n{printed}"


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_what_is_typed_at_a_shell_is_marked_as_such(page: Path) -> None:
    for block in blocks(page):
        assert block.language, f"a block without a language: {block.text[:60]}"
        if block.language in {"text", "output"}:
            assert not regex.match(r"shutro [a-z]+ ", block.text), block.text


def test_what_is_not_run_says_why_and_most_is_run() -> None:
    every = [block for page in PAGES for block in blocks(page) if block.language in RUN]
    left = [block.why for block in every if block.why is not None]
    assert all(len(why) > 10 for why in left)
    assert len(left) <= len(every) / 2


def test_the_first_story_is_told_in_both_languages_by_the_same_commands() -> None:
    english, bangla = (
        [block.text for block in TOLD[ROOT / "docs" / page] if block.language == "sh"]
        for page in ("first-story.md", "first-story-bn.md")
    )
    assert len(english) == len(bangla)
