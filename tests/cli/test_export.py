import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from shutro.cli.main import app

from .stopping import first_line, interrupted

EXAMPLES = Path(__file__).parents[2] / "examples"
PAGES = [str(EXAMPLES / "05-janapadlipi.html"), str(EXAMPLES / "06-dhrubakal.html")]


def export(*args: str) -> Result:
    return CliRunner().invoke(app, ["export", *args])


def test_pages_leave_without_an_archive() -> None:
    told = export("csv", *PAGES)
    assert told.exit_code == 0, told.output
    rows = list(csv.DictReader(io.StringIO(told.stdout, newline="")))
    assert len(rows) == 2
    assert {row["archive"] for row in rows} == {""}
    for row in rows:
        starts, ends = json.loads(row["paragraph_starts"]), json.loads(row["paragraph_ends"])
        assert len(starts) == len(ends) > 1
        assert row["text"][starts[0] : ends[0]].strip() == row["text"][starts[0] : ends[0]]


def test_a_table_is_chosen_by_name() -> None:
    told = export("jsonl", PAGES[0], "--table", "statements")
    first, *rows = [json.loads(line) for line in told.stdout.splitlines()]
    assert first["format"] == "shutro.rows/1"
    assert rows
    assert {row["table"] for row in rows} == {"statements"}


def test_a_file_takes_its_place_once_it_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "story.md"
    file.write_text("old")
    file.chmod(0o640)
    assert export("markdown", *PAGES, "-o", str(file)).exit_code == 0
    assert file.read_text("utf-8").startswith("# ")
    assert file.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [file]


def test_an_export_that_fails_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    file = tmp_path / "story.html"
    file.write_text("old")
    told = export("html", *PAGES, "--no-text", "-o", str(file))
    assert (told.exit_code, file.read_text()) == (1, "old")
    assert "cannot leave without" in told.stderr
    assert list(tmp_path.iterdir()) == [file]


def test_a_page_that_cannot_be_read_is_named_and_the_rest_leaves(tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_bytes(b"")
    told = export("ninjs", PAGES[0], str(tmp_path / "empty.html"))
    assert told.exit_code == 1
    assert json.loads(told.stdout)["type"] == "text"
    assert "empty.html" in told.stderr


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["csv", PAGES[0], "s123"], "cannot be mixed"),
        (["csv", PAGES[0], "--search", "সেতু"], "cannot be searched"),
        (["csv", PAGES[0], "--outlet", "নদীকূল"], "go with a search"),
        (["xlsx"], "xlsx"),
    ],
)
def test_wrong_usage_is_told(args: list[str], said: str) -> None:
    told = export(*args)
    assert told.exit_code == 2
    assert said in told.output.replace("\n", " ").replace("│ │ ", "")


def test_a_table_the_format_has_not_is_told() -> None:
    told = export("gdelt", PAGES[0], "--table", "names")
    assert (told.exit_code, told.stdout) == (1, "")
    assert "gdelt has events, mentions" in told.stderr


def test_no_archive_is_told_and_none_is_made(tmp_path: Path) -> None:
    told = export("jsonl", "--archive", str(tmp_path / "news.db"))
    assert told.exit_code == 1
    assert "no archive there" in told.stderr
    assert not list(tmp_path.iterdir())


def test_stopping_it_leaves_no_half_file_and_no_traceback(tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    code, said = interrupted("export", "jsonl", "-", "-o", str(file))
    assert code == 130
    assert "Traceback" not in said
    assert not list(tmp_path.iterdir())


def test_a_reader_that_stops_early_leaves_no_traceback() -> None:
    line, said = first_line("export", "jsonl", *PAGES)
    assert json.loads(line)["table"] == "colophon"
    assert "Traceback" not in said
