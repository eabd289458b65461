"""`shutro statements`: what it prints, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import typer
from typer.testing import CliRunner

from shutro.cli.statements import statements_command

app = typer.Typer()
app.command()(statements_command)
run = CliRunner().invoke
TEXT = "মেয়র রফিকুল আলম রয়টার্সকে বলেন, ‘কাজ শেষ।’ বৃষ্টি নামে।"


def test_a_line_a_statement_with_speaker_stance_words_and_chain() -> None:
    shown = run(app, [TEXT])
    assert shown.exit_code == 0
    assert shown.output.split("\n")[0].rstrip() == "রফিকুল আলম says কাজ শেষ।  রয়টার্স"


def test_json_gives_an_object_a_line_with_offsets_into_the_text() -> None:
    (row,) = [json.loads(line) for line in run(app, [TEXT, "--json"]).output.splitlines()]
    assert (row["source"], row["via"], row["stance"]) == ("রফিকুল আলম", ["রয়টার্স"], "says")
    assert TEXT[row["start"] : row["end"]] == row["text"]
    assert (row["cue"], row["content"], row["inferred"]) == ("বলেন", "কাজ শেষ।", False)


def test_the_whole_text_is_shown_with_its_speakers() -> None:
    lines = run(app, ["--marked", TEXT]).output.splitlines()
    assert lines[0].strip() == "রফিকুল আলম says"
    assert lines[-1] == "বৃষ্টি নামে।"


def test_what_goes_on_without_a_sign_is_marked() -> None:
    assert "… রফিকুল আলম" in run(app, ["মেয়র রফিকুল আলম বলেন, কাজ শেষ। সেতুটি সুন্দর হয়েছে।"]).output


def test_statements_less_sure_are_left_out_on_demand() -> None:
    shown = run(app, ["--sure", "0.7", "মেয়র রফিকুল আলম বলেন, কাজ শেষ। সেতুটি সুন্দর হয়েছে।"])
    assert len(shown.output.splitlines()) == 1


def test_a_text_in_which_nobody_speaks_says_so() -> None:
    assert "nobody is quoted" in run(app, ["বৃষ্টি নামে।"]).output


def test_a_page_that_is_not_there_is_one_line_and_exit_1() -> None:
    shown = run(app, ["no-such-page.html"])
    assert shown.exit_code == 1


def test_standard_input_is_read_when_nothing_is_given() -> None:
    assert "রফিকুল আলম" in run(app, [], input=TEXT).output


def test_a_page_with_what_is_said_marked_is_written(tmp_path: Path) -> None:
    out = tmp_path / "said.html"
    shown = run(app, [TEXT, "--html", str(out)])
    assert shown.exit_code == 0
    assert "রফিকুল আলম" in out.read_text(encoding="utf-8")


def test_a_page_that_cannot_be_written_is_a_wrong_use(tmp_path: Path) -> None:
    assert run(app, [TEXT, "--html", str(tmp_path / "no" / "said.html")]).exit_code == 2
