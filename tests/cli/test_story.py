"""`shutro story` on the pages of `examples/` and on input that is wrong."""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from shutro.cli.main import app

from .stopping import SHUTRO, first_line, interrupted

EXAMPLES = Path(__file__).parents[2] / "examples"
TWO = [str(EXAMPLES / "05-janapadlipi.html"), str(EXAMPLES / "06-dhrubakal.html")]


def story(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["story", *arguments], input=stdin)


@cache
def whole() -> str:
    """The JSON of all the examples."""
    told = story(str(EXAMPLES), "--json", "--all")
    assert told.exit_code == 0, told.output
    return told.stdout


@pytest.fixture
def document() -> dict[str, Any]:
    return json.loads(whole())


def test_the_examples_are_two_stories_the_bigger_first(document: dict[str, Any]) -> None:
    launch, copperplate = document["stories"]
    assert [len(launch["articles"]), len(copperplate["articles"])] == [12, 2]
    assert "লঞ্চডুবি" in launch["title"]
    assert "তাম্রলিপি" in copperplate["title"]


def test_the_same_pages_in_another_order_or_twice_give_the_same_bytes() -> None:
    pages = sorted(map(str, EXAMPLES.iterdir()), reverse=True)
    assert story(*pages, str(EXAMPLES), "--json", "--all").stdout == whole()


def test_every_sentence_is_the_characters_of_its_article(document: dict[str, Any]) -> None:
    read = CliRunner().invoke(app, ["read", str(EXAMPLES), "--json"])
    texts = {each["id"]: each["text"] for each in map(json.loads, read.stdout.splitlines())}
    cited = [
        evidence
        for each in document["stories"]
        for line in each["timeline"]
        for evidence in [*line["evidence"], *(e for d in line["differences"] for e in d["evidence"])]
    ]
    assert len(cited) > 30
    for evidence in cited:
        assert texts[evidence["article"]][evidence["start"] : evidence["end"]] == evidence["text"]


def test_the_days_are_those_on_which_it_happened(document: dict[str, Any]) -> None:
    days = {line["date"] for line in document["stories"][0]["timeline"]}
    assert {f"2025-02-0{day}" for day in range(2, 8)} | {"2025-02-12", "2025-02-19", "2025-02-20"} <= days
    assert not {day for day in days if day and day[:4] in {"2026"}}, "the day of the crawl is not the news"


def test_fourteen_and_seventeen_dead_at_one_hour_are_a_conflict(document: dict[str, Any]) -> None:
    conflicts = [
        difference
        for line in document["stories"][0]["timeline"]
        if line["agreement"] == "conflict"
        for difference in line["differences"]
    ]
    values = [difference["this"] + " " + difference["other"] for difference in conflicts]
    assert any("১৪" in value and "১৭" in value for value in values), values


def test_an_agency_report_in_two_papers_has_one_origin(document: dict[str, Any]) -> None:
    nine = [
        line
        for line in document["stories"][0]["timeline"]
        if sum("৯ জনের লাশ উদ্ধার" in evidence["text"] for evidence in line["evidence"]) > 1
    ]
    assert nine
    assert all(len(line["origins"]) == len({e["article"] for e in line["evidence"]}) - 1 for line in nine)


def test_split_and_together_change_what_stands_on_one_timeline() -> None:
    together = json.loads(story(str(EXAMPLES), "--json", "--together").stdout)
    assert [len(each["articles"]) for each in together["stories"]] == [14]
    split = json.loads(story(str(EXAMPLES), "--json", "--split").stdout)
    assert len(split["stories"]) >= 2
    assert sum(len(each["articles"]) for each in split["stories"]) == 14
    assert story(str(EXAMPLES), "--split", "--together").exit_code == 2


def test_fewer_lines_are_the_most_important_ones(document: dict[str, Any]) -> None:
    few = json.loads(story(str(EXAMPLES), "--json", "--lines", "5").stdout)
    assert [len(each["timeline"]) for each in few["stories"]] == [5, 5]
    all_of_them = {line["text"] for line in document["stories"][0]["timeline"]}
    assert {line["text"] for line in few["stories"][0]["timeline"]} <= all_of_them


def test_since_a_day_only_what_later_pages_add_is_told() -> None:
    later = json.loads(story(str(EXAMPLES), "--since", "2025-02-06", "--json").stdout)["stories"]
    launch = later[0]
    assert "লঞ্চডুবি" in launch["title"]
    late = {a["id"] for a in launch["articles"] if (a["published"] or {}).get("value", "") >= "2025-02-06"}
    cited = [
        {e["article"] for e in [*line["evidence"], *(e for d in line["differences"] for e in d["evidence"])]}
        for line in launch["timeline"]
    ]
    assert cited
    assert all(articles & late for articles in cited)
    assert not json.loads(story(str(EXAMPLES), "--since", "2031-01-01", "--json").stdout)["stories"]
    assert story(str(EXAMPLES), "--since", "গতকাল").exit_code == 2


def test_to_a_pipe_it_is_plain_bangla_with_both_calendars() -> None:
    told = story(*TWO)
    assert told.exit_code == 0
    assert "\x1b" not in told.stdout
    assert "মঙ্গলবার, ৪ ফেব্রুয়ারি ২০২৫ · ২১ মাঘ ১৪৩১" in told.stdout
    assert "ধ্রুবকাল" in told.stdout


def test_english_labels() -> None:
    assert "Tuesday 4 February 2025 · 21 Magh 1431" in story(*TWO, "--language", "en").stdout
    assert story(*TWO, "--language", "fr").exit_code == 2


def test_html_is_written_to_its_file_and_nothing_else_is_shown(tmp_path: Path) -> None:
    file = tmp_path / "story.html"
    told = story(*TWO, "--html", str(file))
    assert (told.exit_code, told.stdout) == (0, "")
    assert file.read_text("utf-8").startswith('<!doctype html>\n<html lang="bn">')


def test_html_and_json_can_be_had_at_once(tmp_path: Path) -> None:
    told = story(*TWO, "--html", str(tmp_path / "story.html"), "--json")
    assert json.loads(told.stdout)["format"] == "shutro.story/1"
    assert (tmp_path / "story.html").exists()


def test_a_file_that_cannot_be_written_is_wrong_usage(tmp_path: Path) -> None:
    told = story(*TWO, "--html", str(tmp_path / "nowhere" / "story.html"))
    assert told.exit_code == 2
    assert "nowhere" in told.stderr


def test_a_page_that_fails_is_named_on_one_line_and_the_rest_goes_on(tmp_path: Path) -> None:
    for page in TWO:
        shutil.copy(page, tmp_path)
    (tmp_path / "empty.html").write_bytes(b"")
    (tmp_path / "photo.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9)
    (tmp_path / "english.txt").write_text("The ferry sank on Sunday evening near the landing. " * 20)
    told = story(str(tmp_path), str(tmp_path / "gone.txt"), "--json")
    assert told.exit_code == 1
    assert len(json.loads(told.stdout)["stories"][0]["articles"]) == 2
    lines = told.stderr.splitlines()
    assert len(lines) == 4
    for name in ("empty.html", "photo.html", "english.txt", "gone.txt"):
        assert sum(name in line for line in lines) == 1


def test_nothing_read_shows_nothing_and_writes_no_page(tmp_path: Path) -> None:
    file = tmp_path / "story.html"
    told = story(str(tmp_path / "gone.txt"), "--html", str(file))
    assert (told.exit_code, told.stdout) == (1, "")
    assert not file.exists()


def test_a_page_from_standard_input() -> None:
    told = story("-", "--json", stdin=(EXAMPLES / "09-dhrubakal.html").read_bytes())
    assert told.exit_code == 0
    (article,) = json.loads(told.stdout)["stories"][0]["articles"]
    assert article["headline"] == "সংশোধনী: মঙ্গলবার লাশ উদ্ধার হয়েছিল ১৪ জনের"


def test_a_file_whose_name_is_no_text_in_a_locale_that_is_no_utf8(tmp_path: Path) -> None:
    shutil.copy(TWO[0], bytes(tmp_path) + b"/\xff.html")
    told = subprocess.run(
        [SHUTRO, "story", tmp_path, "--json"],
        env={"PATH": "/usr/bin:/bin", "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr.decode()
    (article,) = json.loads(told.stdout.decode("utf-8"))["stories"][0]["articles"]
    assert article["source"].endswith("/\udcff.html")


def test_no_page_is_wrong_usage() -> None:
    assert story().exit_code == 2


def test_stopping_it_leaves_no_traceback() -> None:
    code, said = interrupted("story", "-")
    assert code == 130
    assert "Traceback" not in said


def test_a_reader_that_stops_early_leaves_no_traceback() -> None:
    line, said = first_line("story", *TWO)
    assert line
    assert "Traceback" not in said
