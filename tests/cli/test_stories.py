"""`shutro stories`: pages in, stories out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from shutro.cli.main import app

PAGE = """<html lang="bn"><head><title>{head}</title><meta property="og:site_name" content="{outlet}">
<meta property="og:type" content="article"><meta property="article:published_time" content="{at}"></head>
<body><article><h1>{head}</h1>{body}</article></body></html>"""
BRIDGE = (
    "ঝালকাঠির রাজাপুরে পোনা নদীর বেইলি সেতু ভেঙে বালুবোঝাই ট্রাক নদীতে পড়ে গেছে।",
    "বুধবার ভোরে এ ঘটনায় চালক মো. হারুন আহত হন, বরিশালের সঙ্গে ভান্ডারিয়ার যান চলাচল বন্ধ রয়েছে।",
    "সড়ক বিভাগের নির্বাহী প্রকৌশলী নাবিল হোসেন বলেন, সেতুটিতে পাঁচ টনের বেশি ওজনের গাড়ি ওঠা নিষেধ ছিল।",
)
CHESS = (
    "এশীয় দাবায় বাংলাদেশের ফিদে মাস্টার তৃষা দাস অষ্টম রাউন্ডে ইরানের প্রতিপক্ষকে হারিয়েছেন।",
    "কলম্বোয় চলা প্রতিযোগিতায় সাড়ে ছয় পয়েন্ট নিয়ে তিনি এখন যুগ্মভাবে দ্বিতীয়।",
    "শেষ রাউন্ডে তাঁর প্রতিপক্ষ ভারতের গ্র্যান্ডমাস্টার, জিতলে পদক নিশ্চিত।",
)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    for number, (outlet, head, body) in enumerate(
        (
            ("প্রভাতরেখা", "রাজাপুরে বেইলি সেতু ভেঙে ট্রাক নদীতে", BRIDGE),
            ("নদীকূল২৪", "বেইলি সেতু ভেঙে ট্রাক পোনা নদীতে, যান চলাচল বন্ধ", BRIDGE[:2]),
            ("ধ্রুবকাল", "এশীয় দাবায় তৃষার অষ্টম রাউন্ডে জয়", CHESS),
        )
    ):
        paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in body)
        html = PAGE.format(head=head, outlet=outlet, at=f"2024-03-06T1{number}:00:00+06:00", body=paragraphs)
        (tmp_path / f"{number}.html").write_text(html, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, ["stories", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_pages_of_one_event_are_one_story_the_biggest_first(pages: Path) -> None:
    document = json.loads(run(str(pages), "--json"))
    assert document["format"] == "shutro.stories/1"
    bridge, chess = document["stories"]
    assert [len(bridge["articles"]), len(chess["articles"])] == [2, 1]
    assert bridge["outlets"] == ["প্রভাতরেখা", "নদীকূল২৪"]
    assert bridge["days"] == ["2024-03-06", "2024-03-06"]
    assert bridge["title"] in {article["headline"] for article in bridge["articles"]}
    assert "threads" not in document


def test_copies_are_told_with_their_evidence_and_who_was_first(pages: Path) -> None:
    bridge = json.loads(run(str(pages), "--json"))["stories"][0]
    (copied,) = bridge["copies"]
    assert copied["first"] == bridge["articles"][0]["id"]
    assert set(copied["articles"]) == {article["id"] for article in bridge["articles"]}
    assert copied["pairs"][0]["one"]["end"] > copied["pairs"][0]["one"]["start"]


def test_threads_are_there_when_asked_for(pages: Path) -> None:
    assert json.loads(run(str(pages), "--json", "--threads"))["threads"] == []


def test_the_terminal_lists_every_report_under_its_story_and_marks_copies(pages: Path) -> None:
    lines = run(str(pages)).splitlines()
    assert lines[0] in {"রাজাপুরে বেইলি সেতু ভেঙে ট্রাক নদীতে", "বেইলি সেতু ভেঙে ট্রাক পোনা নদীতে, যান চলাচল বন্ধ"}
    assert "২টি খবর" in lines[1]
    assert "  - প্রভাতরেখা: রাজাপুরে বেইলি সেতু ভেঙে ট্রাক নদীতে" in lines
    assert "  = নদীকূল২৪: বেইলি সেতু ভেঙে ট্রাক পোনা নদীতে, যান চলাচল বন্ধ" in lines


def test_english_labels_and_digits(pages: Path) -> None:
    assert "2 pages" in run(str(pages), "--language", "en")


def test_a_page_that_cannot_be_read_is_named_and_the_rest_goes_on(pages: Path) -> None:
    (pages / "d.html").write_text("", encoding="utf-8")
    result = CliRunner().invoke(app, ["stories", str(pages), "--json"])
    assert result.exit_code == 1
    assert "d.html" in result.stderr
    assert len(json.loads(result.stdout)["stories"]) == 2


def test_a_report_that_quotes_another_paper_says_so_when_asked(pages: Path) -> None:
    body = "<p>ঝালকাঠির রাজাপুরে পোনা নদীর বেইলি সেতু ভেঙে বালুবোঝাই ট্রাক নদীতে পড়ে গেছে বলে জানিয়েছে কালবেলা।</p>"
    more = "<p>বুধবার ভোরে এ ঘটনায় চালক মো. হারুন আহত হন, বরিশালের সঙ্গে ভান্ডারিয়ার যান চলাচল বন্ধ রয়েছে।</p>"
    head = "বেইলি সেতু ভেঙে ট্রাক পোনা নদীতে"
    for name, outlet, at, text in (
        ("first", "কালবেলা", "2024-03-06T08:00:00+06:00", body.replace(" বলে জানিয়েছে কালবেলা", "") + more),
        ("second", "ধ্রুবকাল", "2024-03-06T20:00:00+06:00", body + more),
    ):
        (pages / f"{name}.html").write_text(
            PAGE.format(head=head, outlet=outlet, at=at, body=text), encoding="utf-8"
        )
    bridge = json.loads(run(str(pages), "--json", "--quotes"))["stories"][0]
    (quote,) = bridge["quotes"]
    outlets = {article["id"]: article["outlet"] for article in bridge["articles"]}
    assert (outlets[quote["article"]], quote["outlet"]) == ("ধ্রুবকাল", "কালবেলা")
    assert outlets[quote["original"]] == "কালবেলা"
    assert "← কালবেলা" in run(str(pages), "--quotes")
    assert json.loads(run(str(pages), "--json"))["stories"][0]["quotes"] is None


@pytest.mark.parametrize("option", ["--query", "--outlet", "--about"])
def test_what_only_an_archive_answers_is_not_silently_left_out_of_pages(pages: Path, option: str) -> None:
    done = CliRunner().invoke(app, ["stories", str(pages), option, "সেতু"])
    assert (done.exit_code, done.stdout) == (2, "")
    assert "ask an archive, not pages" in " ".join(done.stderr.replace("│", " ").split())
