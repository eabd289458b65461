"""`add`, `show`, `search` and `check` from the command line, on the example captures."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from shutro.archive.store import open_archive
from shutro.cli.main import app
from shutro.model import Article

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
run = CliRunner().invoke


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An archive of the example captures."""
    path = tmp_path_factory.mktemp("cli") / "news.db"
    done = run(app, ["add", str(EXAMPLES), "--archive", str(path)])
    assert done.exit_code == 0, done.output
    return str(path)


def first(where: str, query: str) -> dict[str, object]:
    found = run(app, ["search", query, "--json", "--limit", "1", "--archive", where])
    assert found.exit_code == 0, found.output
    hit: dict[str, object] = json.loads(found.stdout)[0]
    return hit


def test_adding_again_adds_nothing(where: str) -> None:
    done = run(app, ["add", str(EXAMPLES), "--archive", where, "--json"])
    tally = json.loads(done.stdout)
    assert tally["known"] == len(list(EXAMPLES.glob("[0-9]*")))
    assert "added" not in tally


def test_search_shows_the_headline_and_what_matched(where: str) -> None:
    hit = first(where, "লঞ্চডুবি")
    shown = run(app, ["search", "লঞ্চডুবি", "--archive", where])
    assert str(hit["headline"]) in shown.stdout
    assert hit["why"]


def test_show_prints_the_article_that_search_named(where: str) -> None:
    hit = first(where, "লঞ্চ")
    shown = run(app, ["show", str(hit["id"]), "--archive", where])
    assert shown.stdout.splitlines()[0] == hit["headline"]
    row = json.loads(run(app, ["show", str(hit["id"]), "--archive", where, "--json"]).stdout)
    assert (row["headline"], len(row["revisions"])) == (hit["headline"], 1)


def test_show_capture_writes_the_page_byte_for_byte(where: str) -> None:
    hit = first(where, "লঞ্চ")
    kept = run(app, ["show", str(hit["id"]), "--capture", "--archive", where])
    assert kept.stdout_bytes in {path.read_bytes() for path in EXAMPLES.glob("[0-9]*")}


def test_show_changes_names_the_lines_that_went_and_came(tmp_path: Path) -> None:
    page = (EXAMPLES / "01-nodikul.txt").read_text(encoding="utf-8")
    where = str(tmp_path / "news.db")
    from shutro.archive.store import open_archive
    from shutro.model import Article

    with open_archive(where) as archive:
        for body, day in (("আগের কথা।", "2026-03-01"), ("পরের কথা।", "2026-03-02")):
            archive.add(
                Article.from_text(
                    id="a",
                    headline="শিরোনাম",
                    body=f"{body}\n{page[:40]}",
                    url="https://n.example/a",
                    captured=day,
                )
            )
    shown = run(app, ["show", "a", "--changes", "--archive", where])
    assert "- আগের কথা।" in shown.stdout
    assert "+ পরের কথা।" in shown.stdout


def test_check_says_printed_for_a_headline_and_altered_for_another_number(where: str) -> None:
    hit = first(where, "লঞ্চ")
    printed = run(app, ["check", str(hit["headline"]), "--archive", where, "--json"])
    assert json.loads(printed.stdout)["verdict"] == "printed"
    shown = run(app, ["check", f"{hit['headline']}, বলছে না কেউ", "--archive", where])
    assert "বদলানো হয়েছে" in shown.stdout
    assert "সংগ্রহে ১৪টি খবর আছে" in shown.stdout


def test_a_check_answers_in_either_language_and_in_json_alike(where: str) -> None:
    asked = ["check", "এখনো নিখোঁজ রয়েছেন অন্তত ৫০ জন", "--outlet", "ধ্রুবকাল", "--archive", where]
    bangla = run(app, asked).stdout
    assert "সংখ্যা বদলানো: কার্ডে “৫০”, ছাপায় “৩০”" in bangla
    assert "জনপদলিপি · ৩ ফেব্রুয়ারি ২০২৫" in bangla
    assert "অন্য মাধ্যমের" in bangla
    english = run(app, [*asked, "--language", "en"]).stdout
    assert "number changed: card “৫০”, print “৩০”" in english
    assert "জনপদলিপি · 3 February 2025" in english
    assert "another outlet than the card names" in english
    assert run(app, [*asked, "--json"]).stdout == run(app, [*asked, "--json", "--language", "en"]).stdout


def test_an_outlet_that_the_archive_does_not_have_is_told_with_those_it_has(where: str) -> None:
    card = "এখনো নিখোঁজ রয়েছেন অন্তত ৩০ জন"
    told = run(app, ["check", card, "--outlet", "Nilkolom", "--archive", where])
    assert told.stderr.startswith("shutro: nothing of the outlet Nilkolom in the archive; it has ")
    assert "নদীকূল" in told.stderr
    known = run(app, ["check", card, "--outlet", "Janapadlipi", "--archive", where, "-l", "en"])
    assert known.stdout.startswith("Printed\n")
    assert known.stderr == ""


def test_a_report_without_a_headline_is_told_to_have_none(tmp_path: Path) -> None:
    where, body = str(tmp_path / "news.db"), "বকুলতলী ঘাটে মঙ্গলবার একটি ট্রলার ডুবেছে।"
    with open_archive(where) as archive:
        archive.add(Article.from_text(id="a", headline="", body=body, published="2025-02-04"))
        archive.grow()
        (story,) = archive.stories()
    since = ["show", story.id, "--since", "2025-01-01"]
    for command in (["search", "ট্রলার"], ["show", "a"], ["check", body], since):
        shown = run(app, [*command, "--archive", where, "-l", "en"])
        assert "No headline" in shown.stdout, shown.output


def test_a_card_without_a_word_is_wrong_usage(where: str) -> None:
    assert run(app, ["check", " ", "--archive", where]).exit_code == 2


def test_who_somebody_is_and_what_was_found_is_told_in_either_language(where: str) -> None:
    for command, bangla, english in (
        (["person", "ফারহানা ইয়াসমিন লিপি"], "ব্যক্তি · ৪টি খবর", "person · 4 reports"),
        (["person", "পুলিশ"], "পুলিশ\n\nযা বলেছে\n", "পুলিশ\n\nWhat it said\n"),
        (["search", "লঞ্চডুবি"], "ফেব্রুয়ারি ২০২৫", "February 2025"),
        (["search", "--by", "পুলিশ", "লাশ"], "৪ ফেব্রুয়ারি ২০২৫", "4 February 2025"),
        (["search", "কখখগগঘঘ"], "কিছু পাওয়া যায়নি", "Nothing found"),
        (["show", str(first(where, "লঞ্চ")["id"])], "ফেব্রুয়ারি ২০২৫", "February 2025"),
    ):
        told = [*command, "--archive", where]
        assert bangla in run(app, told).stdout
        assert english in run(app, [*told, "-l", "en"]).stdout


def test_a_page_cannot_steer_the_terminal(tmp_path: Path) -> None:
    where, words = str(tmp_path / "news.db"), "লঞ্চ \x1b[31mডুবেছে।"
    with open_archive(where) as archive:
        archive.add(Article.from_text(id="a", headline=words, body=words, published="2025-02-03"))
    for command in (["search", "লঞ্চ"], ["show", "a"], ["check", "লঞ্চ ডুবেছে তিনটি"]):
        shown = run(app, [*command, "--archive", where])
        assert "লঞ্চ" in shown.stdout, shown.output
        assert "\x1b" not in shown.stdout


def test_search_by_a_source_prints_what_it_said(where: str) -> None:
    found = run(app, ["search", "--by", "মাহবুব আল কাইয়ুম", "--json", "--archive", where])
    assert found.exit_code == 0, found.output
    rows = json.loads(found.stdout)
    assert {row["source"] for row in rows} == {"মাহবুব আল কাইয়ুম"}


def test_a_question_for_statements_finds_who_said_it(where: str) -> None:
    question = ["search", "--statements", "মাহবুব আল কাইয়ুম কী বলেছেন"]
    found = run(app, [*question, "--json", "--archive", where])
    assert found.exit_code == 0, found.output
    rows = json.loads(found.stdout)
    assert {row["source"] for row in rows} == {"মাহবুব আল কাইয়ুম"}


def test_rebuild_understands_every_article_once(where: str) -> None:
    run(app, ["rebuild", "--archive", where])
    again = run(app, ["rebuild", "--archive", where, "--json"])
    assert json.loads(again.stdout) == {"articles": 0, "changed": 0, "failed": 0}


def test_search_without_words_or_source_is_wrong_usage(where: str) -> None:
    assert run(app, ["search", "--archive", where]).exit_code == 2
    assert run(app, ["search", " ", "--archive", where]).exit_code == 2


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["search", "লাশ", "--by", "পুলিশ", "--outlet", "নদীকূল"], "no other filter"),
        (["search", "--statements", "লাশ", "--since", "2025-02-01"], "no other filter"),
        (["show", "sfe534fe8f0c7", "--changes"], "only an article has revisions"),
        (["show", "a6030d31e5e9", "--since", "2025-02-01"], "only of a story"),
    ],
)
def test_an_option_that_would_do_nothing_is_refused(where: str, command: list[str], told: str) -> None:
    done = run(app, [*command, "--archive", where])
    assert (done.exit_code, done.stdout) == (2, "")
    assert told in " ".join(done.stderr.replace("│", " ").split())


def test_a_page_that_is_no_article_waits_in_quarantine(tmp_path: Path) -> None:
    page, where = tmp_path / "empty.html", str(tmp_path / "news.db")
    page.write_text("<html><body><p>Not a word of Bangla stands here, only English.</p></body></html>")
    done = run(app, ["add", str(page), "--archive", where])
    assert done.exit_code == 0
    assert "1 unreadable" in done.stdout
    (waiting,) = json.loads(run(app, ["add", "--failed", "--archive", where, "--json"]).stdout)["failed"]
    assert (waiting["kind"], waiting["source"]) == ("NotBangla", str(page))
    assert "1 unreadable" in run(app, ["add", "--retry", "--archive", where]).stdout


def test_a_missing_source_is_told_and_ends_with_1(tmp_path: Path) -> None:
    done = run(app, ["add", str(tmp_path / "nothing"), "--archive", str(tmp_path / "news.db")])
    assert done.exit_code == 1
    assert "no such file" in done.stderr


@pytest.mark.parametrize("command", [["search", "ক"], ["check", "ক"], ["show", "ক"], ["add", "--failed"]])
def test_an_archive_that_is_not_there_is_an_error_and_no_new_file(tmp_path: Path, command: list[str]) -> None:
    where = tmp_path / "news.db"
    done = run(app, [*command, "--archive", str(where)])
    assert done.exit_code == 1
    assert "no archive there" in done.stderr
    assert not where.exists()


def test_an_unknown_id_is_one_line(where: str) -> None:
    done = run(app, ["show", "nobody", "--archive", where])
    assert (done.exit_code, done.stderr) == (1, "shutro: no article, story or thread nobody in the archive\n")


def test_adding_understands_unless_it_is_left_to_the_next_run(tmp_path: Path) -> None:
    where, page = str(tmp_path / "news.db"), str(EXAMPLES / "01-nodikul.txt")
    later = json.loads(run(app, ["add", page, "--later", "--json", "--archive", where]).stdout)
    assert later == {"added": 1}
    now = json.loads(run(app, ["add", page, "--json", "--archive", where]).stdout)
    assert (now["known"], now["understood"], now["placed"]) == (1, 1, 1)


def test_a_search_keeps_to_whom_and_where_it_is_told(where: str) -> None:
    story = json.loads(run(app, ["search", "লঞ্চডুবি", "--json", "--archive", where]).stdout)
    only = ["search", "লঞ্চডুবি", "--source", "পুলিশ", "--json", "--archive", where]
    quoted = json.loads(run(app, only).stdout)
    assert 0 < len(quoted) <= len(story)
    nobody = run(app, ["search", "লঞ্চডুবি", "--person", "অচেনা মানুষ", "--archive", where])
    assert (nobody.exit_code, nobody.stdout) == (1, "")
    newest = json.loads(
        run(app, ["search", "--since", "2000-01-01", "-n", "2", "--json", "--archive", where]).stdout
    )
    assert len(newest) == 2


def test_one_report_alone_began_a_story_that_others_became_part_of(where: str) -> None:
    with open_archive(where) as archive:
        (story, *_) = archive.stories()
        made = [archive.why(article.id) for article in archive.story(story.id).articles]
    began = [one for one in made if one.new]
    assert [one.article for one in began if one.left is None] == [made[0].article]
    for one in began:
        shown = run(app, ["show", one.article, "--why", "--archive", where]).stdout
        assert shown.startswith(f"began story {one.left or story.id}: ")
        assert (f"became part of story {story.id}" in shown) == (one.left is not None)


def test_notes_are_added_changed_listed_and_dropped(tmp_path: Path) -> None:
    where, page = str(tmp_path / "news.db"), str(EXAMPLES / "01-nodikul.txt")
    run(app, ["add", page, "--later", "--archive", where])
    id = str(first(where, "লঞ্চ")["id"])
    made = run(app, ["notes", "add", id, "সূত্র কে?", "--json", "--archive", where])
    (note,) = json.loads(made.stdout)
    assert (note["of"], note["text"], note["start"]) == (id, "সূত্র কে?", None)
    assert json.loads(run(app, ["notes", "--json", "--archive", where]).stdout) == [note]
    changed = run(app, ["notes", "change", note["id"], "সূত্র: থানার ওসি", "--json", "--archive", where])
    assert json.loads(changed.stdout) == [note | {"text": "সূত্র: থানার ওসি"}]
    assert run(app, ["notes", "change", note["id"], "--archive", where]).exit_code == 2
    assert run(app, ["notes", "change", "nope", "কথা", "--archive", where]).exit_code == 1
    assert run(app, ["notes", "drop", note["id"], "--archive", where]).exit_code == 0
    assert run(app, ["notes", "--archive", where]).stdout == "no notes\n"
    missing = run(app, ["notes", "add", id, "কথা", "--sentence", "এমন কথা নেই", "--archive", where])
    assert missing.exit_code == 2


def test_people_of_one_name_are_shown_apart(tmp_path: Path) -> None:
    where = str(tmp_path / "people.db")
    with open_archive(where) as archive:
        for id, body in (
            ("a", "বকুলতলী থানার ওসি মফিজুল হক বলেন, ‘চুরির মামলা হয়েছে।’"),
            ("b", "নিহত মফিজুল হক (৩৫) চন্দনার বাসিন্দা। ভাই সোহেল রানা বলেন, ‘মফিজুল হক মাছ ধরতেন।’"),
            ("c", "মফিজুল হক বলেন, ‘ভবনের কাজ শেষ।’"),
        ):
            archive.add(Article.from_text(id=id, headline="খবর", body=body, published="2025-02-03"))
        archive.understand()
    shown = run(app, ["person", "মফিজুল হক", "--archive", where]).stdout
    assert "মফিজুল হক (বকুলতলী থানার ওসি)" in shown
    assert "? মফিজুল হক বলেন, ‘ভবনের কাজ শেষ।’" in shown
    asked = run(app, ["person", "মফিজুল হক (নিহত, ৩৫)", "--archive", where, "--json"])
    one = json.loads(asked.stdout)
    assert (one["name"], one["articles"], one["said"]) == ("মফিজুল হক (নিহত, ৩৫)", 1, [])
    assert [said["article"]["id"] for said in one["said_of"]] == ["b"]
    by = run(app, ["search", "--by", "মফিজুল হক", "ভবন", "--archive", where])
    assert "মফিজুল হক (বকুলতলী থানার ওসি, এ নামের কে, নিশ্চিত নয়)" in by.stdout
    assert "several people are called মফিজুল হক" in by.stderr


def test_nobody_of_that_name_is_one_line(where: str) -> None:
    done = run(app, ["person", "অচেনা মানুষ", "--archive", where])
    assert done.exit_code == 1
    assert done.stderr.startswith("shutro: the archive names nobody")
