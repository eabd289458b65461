"""`shutro names`: what it prints, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import typer
from typer.testing import CliRunner

from shutro.cli.names import names_command

app = typer.Typer()
app.command()(names_command)
run = CliRunner().invoke

TEXT = "রুশ প্রেসিডেন্ট ভ্লাদিমির পুতিন ঢাকায়। পুতিনকে স্বাগত জানায় দুদক।"


def test_entities_are_shown_with_every_spelling() -> None:
    shown = run(app, [TEXT])
    assert shown.exit_code == 0
    line = next(line for line in shown.output.splitlines() if "Vladimir Putin" in line)
    assert line.startswith("PER")
    assert "পুতিনকে" in line


def test_json_gives_a_mention_a_line_with_offsets_into_the_text() -> None:
    rows = [json.loads(line) for line in run(app, [TEXT, "--json"]).output.splitlines()]
    assert [row["canonical"] for row in rows] == [
        "রাশিয়া",
        "ভ্লাদিমির পুতিন",
        "ঢাকা",
        "ভ্লাদিমির পুতিন",
        "দুর্নীতি দমন কমিশন",
    ]
    assert all(TEXT[row["start"] : row["end"]] == row["text"] for row in rows)


def test_mentions_are_shown_in_order() -> None:
    lines = run(app, [TEXT, "--mentions"]).output.splitlines()
    assert [line.split()[0] for line in lines] == ["MISC", "PER", "LOC", "PER", "ORG"]


def test_standard_input_is_read_when_nothing_is_named() -> None:
    assert json.loads(run(app, ["--json"], input="ঢাকায় সভা।").output)["canonical"] == "ঢাকা"


def test_nothing_found_is_said() -> None:
    shown = run(app, ["আজ খুব গরম।"])
    assert (shown.exit_code, shown.output.strip()) == (0, "no name found")


def test_own_names_are_taken_from_a_file(tmp_path: Path) -> None:
    own = tmp_path / "my.toml"
    own.write_text('"খেয়া ফাউন্ডেশন" = { kind = "ORG", also = ["খেফা"] }\n', "utf-8")
    assert "খেয়া ফাউন্ডেশন" in run(app, ["খেফার সভা আজ।", "--names", str(own)]).output


def test_a_broken_file_of_names_is_wrong_usage(tmp_path: Path) -> None:
    own = tmp_path / "my.toml"
    own.write_text("[", "utf-8")
    assert run(app, ["ঢাকা", "--names", str(own)]).exit_code == 2


def test_a_page_that_is_not_there_fails() -> None:
    assert run(app, ["no/such/page.html"]).exit_code == 1
