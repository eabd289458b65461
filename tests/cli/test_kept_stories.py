"""What the command line shows of an archive's stories, threads and reasons."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from shutro.archive.store import open_archive
from shutro.cli.main import app
from shutro.model import Article

_FIRE = (
    "টঙ্গীর মধুমিতা সড়কে তুলার গুদামে আগুন লেগেছে। সোমবার (৬ জানুয়ারি) ভোরে আগুনের সূত্রপাত হয়।\n"
    "ফায়ার সার্ভিসের উপসহকারী পরিচালক মামুন রশীদ জানান, ছয়টি ইউনিট কাজ করছে।"
)
_LATER = (
    "টঙ্গীর মধুমিতা সড়কের তুলার গুদামের আগুন সাত ঘণ্টা পর নিভেছে। সোমবার (৬ জানুয়ারি) দুপুরে ফায়ার সার্ভিসের\n"
    "উপসহকারী পরিচালক মামুন রশীদ বলেন, কেউ হতাহত হননি। গুদামের মালিক আগুনে ক্ষতির হিসাব দিতে পারেননি।"
)
_CASE = (
    "টঙ্গীর মধুমিতা সড়কে তুলার গুদামে আগুনের ঘটনায় গুদামের মালিকের নামে মামলা করেছে ফায়ার সার্ভিস।\n"
    "ফায়ার সার্ভিসের উপসহকারী পরিচালক মামুন রশীদ জানান, গুদামের ছাড়পত্র ছিল না।"
)
_MANGO = "চাঁপাইনবাবগঞ্জের কানসাট বাজারে এ বছর আমের দাম গত বছরের চেয়ে কম। চাষিরা খরচ তুলতে পারছেন না।"


def report(id: str, outlet: str, hour: int, headline: str, body: str) -> Article:
    at = f"2025-01-06T{hour:02}:00:00+06:00"
    return Article.from_text(id=id, outlet=outlet, published=at, headline=headline, body=body)


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    where = str(tmp_path / "news.db")
    with open_archive(where) as archive:
        archive.add(report("fire", "ধ্রুবকাল", 8, "টঙ্গীতে তুলার গুদামে আগুন, ৬ ইউনিট", _FIRE))
        archive.add(report("out", "নদীকূল২৪", 15, "টঙ্গীর তুলার গুদামের আগুন নিভল সাত ঘণ্টায়", _LATER))
        archive.add(report("mango", "নদীকূল২৪", 9, "কানসাটে আমের দাম কম, চাষিরা হতাশ", _MANGO))
        archive.grow()
    monkeypatch.setenv("SHUTRO_ARCHIVE", where)
    return where


def run(*words: str, code: int = 0) -> str:
    result = CliRunner().invoke(app, list(words))
    assert result.exit_code == code, result.output
    return result.output


def stories(*words: str) -> list[dict[str, object]]:
    return json.loads(run("stories", "--json", *words))["stories"]


def test_the_archives_stories_are_listed(archive: str) -> None:
    fire, mango = stories()
    assert (fire["articles"], mango["articles"]) == (2, 1)
    assert fire["outlets"] == ["ধ্রুবকাল", "নদীকূল২৪"]
    assert stories("--outlet", "ধ্রুবকাল") == [fire]
    assert stories("--query", "আমের দাম") == [mango]
    assert stories("--since", "2025-01-07") == []
    assert stories("--about", "মামুন রশীদ") == [fire]
    printed = run("stories", "--limit", "1")
    assert f"{fire['title']}\n{fire['id']}" in printed
    assert "1 of 2 stories" in printed
    told = run("stories", "--order", "loudest", code=2)
    assert all(word in told for word in ("'loudest'", "'importance'", "'newest'", "'oldest'"))


def test_a_story_is_shown_with_its_timeline(archive: str) -> None:
    fire = stories()[0]
    printed = run("show", str(fire["id"]))
    assert "ছয়টি ইউনিট কাজ করছে" in printed
    assert "[১]" in printed
    shown = json.loads(run("show", str(fire["id"]), "--json"))
    assert shown["stories"][0]["title"] == fire["title"]
    assert shown["stories"][0]["timeline"]


def test_what_a_story_has_gained_since_a_moment(archive: str) -> None:
    fire = stories()[0]
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).strftime("%Y-%m-%d")
    yesterday = (datetime.now(UTC) - timedelta(days=1)).strftime("%Y-%m-%d")
    gain = json.loads(run("show", str(fire["id"]), "--since", yesterday, "--json"))
    assert [one["id"] for one in gain["articles"]] == ["fire", "out"]
    assert gain["new"]
    assert json.loads(run("show", str(fire["id"]), "--since", tomorrow, "--json"))["articles"] == []
    assert "+ সোমবার, ৬ জানুয়ারি ২০২৫  " in run("show", str(fire["id"]), "--since", yesterday)
    assert "+ Monday 6 January 2025  " in run("show", str(fire["id"]), "--since", yesterday, "-l", "en")


def test_why_a_report_stands_in_its_story(archive: str) -> None:
    fire = stories()[0]
    printed = run("show", "out", "--why")
    assert f"in story {fire['id']}" in printed
    assert "গুদামের" in printed
    assert json.loads(run("show", "out", "--why", "--json"))["story"] == fire["id"]
    assert "began story" in run("show", "mango", "--why")


def test_a_thread_is_shown_with_its_stories_and_ties(archive: str) -> None:
    with open_archive(archive) as store:
        for outlet in ("ধ্রুবকাল", "নদীকূল২৪"):
            head = "টঙ্গীর মধুমিতা সড়কে তুলার গুদামে আগুন: মালিকের নামে মামলা"
            store.add(
                Article.from_text(id=outlet, outlet=outlet, published="2025-05-20", headline=head, body=_CASE)
            )
        store.grow()
    (thread,) = json.loads(run("stories", "--threads", "--json"))["threads"]
    shown = json.loads(run("show", thread["id"], "--json"))
    assert (shown["id"], len(shown["stories"])) == (thread["id"], 2)
    assert shown["ties"]
    printed = run("show", thread["id"])
    assert printed.startswith(f"⇄ {thread['title']}")
    assert all(story["title"] in printed for story in shown["stories"])


def test_threads_and_what_is_not_there(archive: str) -> None:
    assert json.loads(run("stories", "--threads", "--json")) == {"threads": []}
    assert "no article, story or thread s123" in run("show", "s123", code=1)
