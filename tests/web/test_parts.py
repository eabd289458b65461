"""The parts that the reader's pages are made of, without a server."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st
from tests.views.ferry import ENTRIES, FERRY, FIVE, SAID, SANK, THREE

import shutro
from shutro.archive.nouns.findings import Kept
from shutro.model import Difference, Link, Name
from shutro.span import Span
from shutro.views.labels import LANGUAGES
from shutro.views.lines import Line, key
from shutro.views.web.layout.board import Wanted, board, holding, row
from shutro.views.web.layout.choices import choices
from shutro.views.web.layout.differing import aside, turned
from shutro.views.web.layout.marks import Mark, marks, pieces, printed
from shutro.views.web.layout.quoted import words_of
from shutro.views.web.serving.links import Links
from shutro.views.web.serving.memory import Memory
from shutro.views.web.serving.readings import Readings
from shutro.views.web.serving.state import Settings
from shutro.views.web.serving.words import words

TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=80)


# words


def test_a_speaker_s_own_words_stand_alone_and_reported_ones_in_their_sentence() -> None:
    for text, shown in (
        ("মেয়র সেলিম রহমান বলেন, ‘সেতুটি খুলে দেওয়া হবে।’", "সেতুটি খুলে দেওয়া হবে।"),
        ("মেয়র সেলিম রহমান সেতু নির্মাণের আশ্বাস দেন।", "মেয়র সেলিম রহমান সেতু নির্মাণের আশ্বাস দেন।"),
    ):
        (said,) = shutro.statements(text)
        assert words_of(said) == shown


def test_both_languages_have_the_same_words() -> None:
    one, other = (words(language).tables for language in LANGUAGES)
    assert one.keys() == other.keys()
    for kind in one:
        assert one[kind].keys() == other[kind].keys(), kind
        for name, value in one[kind].items():
            assert set(regex.findall(r"\{\w+\}", value)) == set(
                regex.findall(r"\{\w+\}", other[kind][name])
            ), name


def test_every_word_that_a_template_says_is_there_and_none_stands_in_a_template() -> None:
    tables = words("bn").tables
    folder = files("shutro.views.web") / "templates"
    for template in folder.iterdir():
        source = template.read_text("utf-8")
        for name in regex.findall(r'\bsay\("([\w-]+)"[,)]', source):
            assert name in tables[""], f"{name} in {template.name}"
        for name in regex.findall(r'\bsay\.count\("(\w+)"', source):
            assert name in tables["counted"], f"{name} in {template.name}"
        for kind in regex.findall(r'\bsay\.of\("(\w+)"', source):
            assert kind in tables, f"{kind} in {template.name}"
        assert not regex.search(r"\p{Bengali}", source), template.name


# a timeline


def test_a_line_shows_both_sides_of_its_conflict_and_the_rest_beside() -> None:
    rows = [row for _, of in board(ENTRIES, Wanted()).days for row in of]
    opposed = rows[2].contests[0]
    assert opposed.contest.values == ("পাঁচজনের", "তিনজনের")
    assert [told.first for told in opposed.tellings] == [FIVE, THREE]
    assert opposed.tellings[1].stances == ("claims",)
    assert rows[2].tellings == ()
    assert [told.first for told in rows[1].tellings] == [SANK]


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (Wanted(), [1, 2, 3, 4]),
        (Wanted(outlet="দিনলিপি"), [3]),
        (Wanted(source="কফিল মাতব্বর"), [3, 4]),
        (Wanted(person="কফিল মাতব্বর"), [1, 3, 4]),
        (Wanted(kind="conflict"), [3]),
        (Wanted(outlet="দিনলিপি", kind="agree"), []),
        (Wanted(most=2), [2, 3]),
    ],
)
def test_lines_are_chosen_by_outlet_source_person_and_kind(wanted: Wanted, numbers: list[int]) -> None:
    made = board(ENTRIES, wanted)
    assert [row.line.number for _, rows in made.days for row in rows] == numbers
    assert (made.shown, made.lines) == (len(numbers), 4)


def test_what_a_story_can_be_chosen_by() -> None:
    found = choices(ENTRIES, ["কফিল মাতব্বর", "নুরুন্নাহার"])
    assert found.outlets == ("ভোরের পাতাল", "দিনলিপি")
    assert set(found.sources) == {"কফিল মাতব্বর", "জেলা পুলিশ"}
    assert found.people == ("কফিল মাতব্বর",), "whom no line names there is nothing to choose by"


def test_more_tellings_than_are_shown_wait_on_the_page_of_the_line() -> None:
    many = tuple(replace(SANK, article=f"a{n}", outlet=f"কাগজ {n}") for n in range(9))
    row = board([replace(ENTRIES[1], evidence=many)], Wanted()).days[0][1][0]
    assert len(row.tellings) + row.more == 9
    assert row.more > 0


def test_what_became_of_a_plan_stands_with_its_line() -> None:
    (link,) = row(Line(4, ENTRIES[3])).links
    assert (link.kind, [told.sentences for told in link.tellings]) == ("fulfilled", [(FIVE,)])
    fates = tuple(Link("fulfilled", replace(FIVE, article=f"a{n}")) for n in range(9))
    many = row(Line(4, replace(ENTRIES[3], links=fates)), 4)
    assert ([len(link.tellings) for link in many.links], many.more) == ([4], 5)


def test_a_story_told_by_very_many_stays_a_light_page() -> None:
    many = tuple(replace(SANK, article=f"a{n}", outlet=f"কাগজ {n}") for n in range(200))
    against = tuple(Difference("dead", "৫", "৩", (one, THREE)) for one in many)
    entry = replace(ENTRIES[1], evidence=many, differences=against, agreement="conflict")
    made = board([replace(entry, importance=0.5)] * 30, Wanted())
    assert sum(len(row.told) for row in made.rows) <= 3 * 30
    assert all(row.more > 100 for row in made.rows)
    assert all(len(contest.tellings) == 2 for row in made.rows for contest in row.contests)


def test_any_sentence_of_a_line_leads_to_it() -> None:
    for entry in ENTRIES[1:3]:
        for evidence in entry.evidence:
            line = holding(ENTRIES, key(evidence))
            assert line is not None
            assert line.entry == entry
    assert holding(ENTRIES, "l00000000") is None


# articles


def test_marks_lie_over_the_characters_they_were_found_at() -> None:
    name = Name(*place_of("কফিল মাতব্বর"), "কফিল মাতব্বর", "PER", "কফিল মাতব্বর")
    kept = Kept((name,), (SAID,), ())
    shown = printed(FERRY, marks(kept, [], THREE.span))
    assert "".join(piece.text for piece in shown.headline) == FERRY.headline
    assert ["".join(piece.text for piece in block) for block in shown.blocks] == list(FERRY.body)
    named = [piece for block in shown.blocks for piece in block if piece.name]
    assert [piece.text for piece in named] == ["কফিল মাতব্বর"]
    focus = [piece for block in shown.blocks for piece in block if piece.focus]
    assert "".join(piece.text for piece in focus) == THREE.text
    assert [piece.opens for piece in focus].count(True) == 1


def place_of(text: str) -> tuple[int, int]:
    start = FERRY.text.index(text)
    return start, start + len(text)


@given(st.data())
def test_pieces_together_are_the_block_whatever_lies_over_it(data: st.DataObject) -> None:
    text = data.draw(st.text(min_size=1, max_size=60))
    places = st.integers(0, len(text))
    kinds = st.sampled_from(["PER", "time", "said", "cue", "focus"])
    found = []
    for _ in range(data.draw(st.integers(0, 6))):
        start, end = sorted((data.draw(places), data.draw(places)))
        found.append(Mark(Span(start, end), data.draw(kinds)))
    made = pieces(text, Span(0, len(text)), found, set())
    assert "".join(piece.text for piece in made) == text


# two wordings


@given(TEXTS, TEXTS)
def test_two_wordings_side_by_side_are_whole(one: str, other: str) -> None:
    left, right = aside(one, other)
    assert "".join(part.text for part in left) == one
    assert "".join(part.text for part in right) == other
    assert not any(part.differs for part in aside(one, one)[0])


def test_a_changed_word_is_marked_and_a_spelling_variant_is_not() -> None:
    left, right = aside("রাত ৮টায় সাতজন আহত", "রাত ৮টায় আটজন আহত।")
    assert [part.text for part in left if part.differs] == ["সাতজন"]
    assert [part.text for part in right if part.differs] == ["আটজন"]
    decomposed = "গিয়\u09bcেছে".replace("য়\u09bc", "য\u09bc")
    assert not [part for part in aside("গিয়েছে", decomposed)[0] if part.differs]


def test_paragraphs_that_changed_went_or_came() -> None:
    made = turned(["ক খ", "গ", "ঘ"], ["ক ঙ", "গ"])
    assert [one.kind for one in made] == ["turned", "same", "gone"]


# addresses and memory


def test_addresses_hold_whatever_an_id_holds() -> None:
    go = Links("/en")
    assert go.article("a/b?c", Span(3, 9)) == "/en/article/a%2Fb%3Fc?s=3-9#s"
    assert go.story("s1", "said", page=2, outlet=None) == "/en/story/s1/said?page=2"
    assert go.name("কফিল") == "/en/name/%E0%A6%95%E0%A6%AB%E0%A6%BF%E0%A6%B2"
    assert regex.fullmatch(r"/static/reader\.css\?v=[0-9a-f]{10}", go.static("reader.css"))


def test_memory_keeps_the_newest() -> None:
    memory, made = Memory(2), []

    def make(value: str) -> str:
        made.append(value)
        return value

    for value in ("a", "b", "a", "c", "a", "b"):
        assert memory.get(value, lambda value=value: make(value)) == value  # type: ignore[misc]
    assert made == ["a", "b", "c", "b"]


# what is counted


def test_a_reading_of_what_has_left_the_archive_costs_no_other_its_count(tmp_path: Path) -> None:
    where = tmp_path / "news.db"
    with shutro.open(where) as archive:
        archive.add(FERRY)
    readings = Readings(Settings(where))
    for id in ("gone", FERRY.id, FERRY.id):
        readings.add(id)
    readings.write()
    readings.add(FERRY.id)
    readings.write()
    readings.close()
    with shutro.open(where) as archive:
        assert [(card.id, times) for card, times in archive.most_read()] == [(FERRY.id, 3)]


def test_readings_are_counted_anew_once_the_archive_can_be_used_again(tmp_path: Path) -> None:
    where = tmp_path / "news.db"
    where.write_text("কোনো আর্কাইভ নয়" * 100, encoding="utf-8")
    readings = Readings(Settings(where))
    readings.add(FERRY.id)
    readings.write()
    where.unlink()
    with shutro.open(where) as archive:
        archive.add(FERRY)
    readings.add(FERRY.id)
    readings.write()
    readings.close()
    with shutro.open(where) as archive:
        assert [(card.id, times) for card, times in archive.most_read()] == [(FERRY.id, 1)]
