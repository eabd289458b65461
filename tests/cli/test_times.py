"""`shutro times`: what it prints, for people and for programs."""

from __future__ import annotations

import json

import pytest
import typer
from typer.testing import CliRunner

from shutro.cli.times import times_command

app = typer.Typer()
app.command()(times_command)
run = CliRunner().invoke


def test_times_of_a_text_are_shown_with_type_value_and_place() -> None:
    shown = run(app, ["গত রোববার তিনি আসেন।", "--at", "2025-11-20"])
    assert shown.exit_code == 0
    assert "গত রোববার" in shown.output
    assert "DATE 2025-11-16" in shown.output
    assert "0-9" in shown.output


def test_json_gives_an_object_a_line_with_offsets_into_the_text() -> None:
    text = "আজ সকাল ১০টায় সভা, চলবে তিন দিন।"
    shown = run(app, [text, "--at", "2025-11-20", "--json"])
    rows = [json.loads(line) for line in shown.output.splitlines()]
    assert [(row["type"], row["value"]) for row in rows] == [
        ("TIME", "2025-11-20T10:00"),
        ("DURATION", "P3D"),
    ]
    assert all(text[row["start"] : row["end"]] == row["text"] for row in rows)
    assert rows[0]["anchor"] == "2025-11-20"


def test_words_of_the_command_line_are_one_text() -> None:
    assert "2025-11-16" in run(app, ["গত", "রোববার", "--at", "2025-11-20"]).output


def test_standard_input_is_read_when_no_text_is_given() -> None:
    shown = run(app, ["--json"], input="২০২৪ সালের ৫ আগস্ট\n")
    assert json.loads(shown.output)["value"] == "2024-08-05"


def test_without_a_day_relative_values_stay_unknown() -> None:
    assert json.loads(run(app, ["গতকাল", "--json"]).output)["value"] == "XXXX-XX-XX"


def test_a_text_without_times_says_so_and_ends_well() -> None:
    shown = run(app, ["তিনি ভালো আছেন।"])
    assert shown.exit_code == 0
    assert "no time expression" in shown.output
    assert run(app, ["তিনি ভালো আছেন।", "--json"]).output == ""


def test_a_printed_conflict_is_shown() -> None:
    shown = run(app, ["আজ রবিবার (২০ নভেম্বর) সভা হয়।", "--at", "2025-11-20"])
    assert "2025-11-20" in shown.output
    assert "also printed: weekday says 2025-11-16" in shown.output


@pytest.mark.parametrize(
    "wrong",
    [["x", "--at", "yesterday"], ["x", "--at", "2025-13-40"], ["x", "--at", "0001-01-01"], ["--nothing"]],
)
def test_wrong_usage_is_told_with_code_2(wrong: list[str]) -> None:
    assert run(app, wrong).exit_code == 2
