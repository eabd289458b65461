"""What is drawn and tabled of a story, worked out without the web: numbers, speakers, actors, charts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.views.ferry import COUNT, ENTRIES, FERRY, FIVE, SAID, SANK, THREE, cite

import shutro
from shutro.model import Article, Difference, Event
from shutro.views.web.layout.actors import graph
from shutro.views.web.layout.charts import Dot, bars, dots, labelled, path
from shutro.views.web.layout.numbers import series
from shutro.views.web.layout.said import speakers, table
from shutro.views.web.pages.front import coverage, leading
from shutro.views.web.pages.outlet import had_first, shared

# numbers


def test_a_number_that_changes_is_a_series_with_its_days_and_its_contradictions() -> None:
    later = cite(COUNT, "শনিবার রাত পর্যন্ত পাঁচজনের লাশ উদ্ধার হয়েছে বলে জানিয়েছে জেলা পুলিশ।")
    update = Difference("dead", "৫ জনের", "৩ জনের", (later, THREE), kind="update")
    contest = Difference("dead", "৯ জনের", "৩ জনের", (SANK, THREE))
    entries = [replace(ENTRIES[2], differences=(update, contest))]
    (dead,) = series(entries, {FERRY.id: date(2024, 6, 1), COUNT.id: date(2024, 6, 2)})
    assert [(v.day.day, v.number, v.contested) for v in dead.values] == [
        (1, 3, True),
        (1, 9, True),
        (2, 5, False),
    ]
    assert dead.top.text == "৯ জনের"
    assert [value.dot.x for value in dead.values if value.dot] == [0, 0, 1]


def test_a_number_told_again_on_its_day_stands_once() -> None:
    again = replace(THREE, article="another", outlet="আরেক কাগজ")
    differences = [
        Difference("dead", "৫ জনের", "৩ জনের", (FIVE, one), kind="update") for one in (THREE, again)
    ]
    (dead,) = series(
        [replace(ENTRIES[2], differences=tuple(differences))],
        {FERRY.id: date(2024, 6, 1), "another": date(2024, 6, 1), COUNT.id: date(2024, 6, 2)},
    )
    assert [value.number for value in dead.values] == [3, 5]


def test_amounts_of_different_things_are_different_series() -> None:
    pairs = [("৩ লাখ টাকার", "৫ কোটি টাকা"), ("৪ দিনের", "৬ দিন")]
    entries = [
        replace(ENTRIES[2], differences=tuple(Difference("count", *pair, (FIVE, THREE)) for pair in pairs))
    ]
    days = {FERRY.id: date(2024, 6, 1), COUNT.id: date(2024, 6, 2)}
    made = {one.matter: one for one in series(entries, days)}
    assert made.keys() == {"টাকা", "দিন"}
    assert [value.shown for value in made["টাকা"].values] == [("5", "crore"), ("3", "lakh")]
    assert [value.shown for value in made["দিন"].values] == [("6", ""), ("4", "")]


def test_an_earlier_value_that_is_told_later_stands_on_no_day() -> None:
    back = Difference("dead", "৯ জনের", "৩ জনের", (THREE, FIVE), kind="update")
    onward = Difference("dead", "৫ জনের", "৯ জনের", (FIVE, THREE), kind="update")
    days = {FERRY.id: date(2024, 6, 1), COUNT.id: date(2024, 6, 2)}
    (dead,) = series([replace(ENTRIES[2], differences=(back, onward))], days)
    assert [(value.day.day, value.number) for value in dead.values] == [(1, 9), (2, 5)]


def test_a_value_that_is_no_number_and_one_alone_are_no_series() -> None:
    clause = Difference("denial", "অভিযোগ অস্বীকার করেছে", "তিনজনের লাশ পাওয়া গেছে", (FIVE, THREE))
    assert series([replace(ENTRIES[2], differences=(clause,))], {}) == []


# who said what


def test_people_against_claims() -> None:
    made = table(ENTRIES)
    assert made.speakers == ("কফিল মাতব্বর",)
    (row,) = made.rows
    assert row.cells[0] is not None
    assert row.cells[0].stances == ("claims",)
    (speaker,) = speakers(ENTRIES)
    assert (speaker.name, speaker.outlets) == ("কফিল মাতব্বর", ("ভোরের পাতাল",))


def test_the_same_words_in_two_papers_are_one_statement_told_twice() -> None:
    again = replace(THREE, article="another", outlet="আরেক কাগজ")
    entry = replace(ENTRIES[2], evidence=(THREE,), statements=(SAID,))
    (speaker,) = speakers([entry, replace(entry, evidence=(again,))])
    assert [[claim.evidence.outlet for claim in claims] for claims in speaker.words] == [
        ["ভোরের পাতাল", "আরেক কাগজ"]
    ]


def test_of_those_who_speak_on_as_many_lines_who_says_more_has_the_first_column() -> None:
    silent = replace(SAID, source="আলাউদ্দিন")
    entry = replace(ENTRIES[2], evidence=(THREE,), statements=(silent, SAID, replace(SAID, form="direct")))
    assert table([entry]).speakers == ("কফিল মাতব্বর", "আলাউদ্দিন")


# actors


def event(kind: str, actor: str, recipient: str, status: str = "asserted") -> Event:
    return Event(0, 1, "x", kind, (actor,), (recipient,), status=status)  # type: ignore[arg-type]


def test_plain_saying_is_told_only_where_somebody_says_it_in_no_other_way() -> None:
    plain = replace(SAID, stance="says")
    for statements, stances in (((SAID, plain), ("claims",)), ((plain,), ("says",))):
        (row,) = table([replace(ENTRIES[2], statements=statements)]).rows
        assert row.cells[0] is not None
        assert row.cells[0].stances == stances


def test_actors_and_what_passes_between_them() -> None:
    made = graph(
        [
            event("ACCUSE", "ক", "খ"),
            event("ACCUSE", "ক", "খ"),
            event("AID", "খ", "গ"),
            event("AID", "ক", "গ", "denied"),
        ]
    )
    assert [(e.actor, e.recipient, e.kinds, e.temper) for e in made.edges] == [
        ("ক", "খ", (("ACCUSE", 2),), "against"),
        ("খ", "গ", (("AID", 1),), "together"),
    ]
    for drawing in (made.wide, made.narrow):
        assert {node.name for node in drawing.nodes} == {"ক", "খ", "গ"}
        assert [edge for edge, _ in drawing.paths] == list(made.edges)
        assert all(0 < node.y < drawing.height and 0 < node.x < drawing.width for node in drawing.nodes)
    assert graph([]).edges == ()


def test_what_is_told_apart_within_other_is_named() -> None:
    elected = replace(event("OTHER", "ক", "খ"), rule="event:OTHER:election")
    (edge,) = graph([elected, event("OTHER", "ক", "খ")]).edges
    assert edge.kinds == (("election", 1), ("OTHER", 1))
    assert edge.temper == "other"


def test_a_long_name_is_written_in_lines_that_a_narrow_drawing_has_room_for() -> None:
    long = "নিহত ব্যক্তিদের প্রত্যেকের পরিবারের উপার্জনক্ষম সদস্য"
    made = graph([event("AID", long, "কাজলধারা"), event("AID", "ক", "খ"), event("AID", "খ", "কাজলধারা")])
    node = next(node for node in made.narrow.nodes if node.name == long)
    assert " ".join(node.lines) == long
    assert max(map(len, node.lines)) <= 18
    assert node.anchor == "middle"


# charts


def test_numbers_stand_at_the_dots_that_leave_room_for_them() -> None:
    days = [date(2025, 2, 3), date(2025, 2, 3), date(2025, 2, 4), date(2025, 3, 5)]
    spots = dots(list(zip(days, (6, 6.2, 14, 24), strict=True)))
    assert labelled(spots) == {0: "right", 2: "right", 3: "left"}
    assert labelled([]) == {}
    assert labelled(spots[:1]) == {0: "right"}
    assert labelled([Dot(0.5, 1.0), Dot(0.44, 0.95), Dot(0.9, 1.0)]) == {0: "right", 1: "left", 2: "right"}


def test_bars_count_every_report_once_and_stand_in_the_box() -> None:
    days = [(date(2025, 1, 1), 4), (date(2025, 1, 3), 2), (date(2026, 1, 1), 99)]
    made = bars(days, date(2025, 1, 1), date(2025, 1, 10))
    assert (len(made.bars), made.top, made.total, made.step) == (10, 4, 6, 1)
    assert made.bars[0].height == 2 * made.bars[2].height
    wide = bars(days, date(2025, 1, 1), date(2026, 1, 1), most=50)
    assert (wide.step, wide.total) == (8, 105)
    assert wide.bars[-1].last == date(2026, 1, 1)
    assert bars([], date(2025, 1, 1), date(2025, 1, 1)).top == 0


def test_a_number_holds_until_the_next_is_told() -> None:
    assert path(dots([(date(2025, 1, 1), 1), (date(2025, 1, 2), 2)])) == "M0.0 120.0H1000.0V0.0"
    assert path([]) == ""


def test_few_reports_are_drawn_over_all_their_days_and_many_over_the_last(tmp_path: Path) -> None:
    with shutro.open(tmp_path / "news.db") as archive:
        for number, day in enumerate((date(2025, 1, 1), date(2025, 12, 1))):
            archive.add(report(f"far-{number}", day))
        chart, first, last = coverage(archive)
        assert chart is not None
        assert (first, last, chart.total) == (date(2025, 1, 1), date(2025, 12, 1), 2)
        for number in range(21):
            archive.add(report(f"near-{number}", date(2025, 11, 1 + number)))
        chart, first, last = coverage(archive)
        assert chart is not None
        assert (first, last, chart.total) == (date(2025, 9, 3), date(2025, 12, 1), 22)


def report(id: str, day: date) -> Article:
    """A report of its own."""
    body = f"খেয়াঘাটের ইজারা নিয়ে {id} নম্বর খবর।"
    return Article.from_text(id=id, headline=f"ঘাটের খবর {id}", body=body, outlet="দিনলিপি", published=day)


# the front page and an outlet's


def test_of_a_story_without_a_day_the_front_page_shows_what_matters_most() -> None:
    undated = [replace(entry, date=None, importance=n / 10) for n, entry in enumerate(ENTRIES)]
    (day, rows), *more = leading(undated, 2).newest
    assert (day, [row.entry.importance for row in rows], more) == (None, [0.3, 0.2], [])


def test_the_front_page_shows_the_newest_lines_by_day_and_apart_from_them_where_accounts_differ() -> None:
    disputed, undated = ENTRIES[2], ENTRIES[3]
    last = replace(ENTRIES[1], date="2024-06-03")
    planned = replace(ENTRIES[1], dated="planned", date="2030-01-01")
    timeline = [disputed, last, planned, undated]
    made = leading(timeline, 1)
    assert [(day, [row.entry for row in rows]) for day, rows in made.newest] == [("2024-06-03", [last])]
    assert [row.entry for row in made.disputed] == [disputed]
    assert made.standing.total() == 4
    whole = leading(timeline, 9)
    assert [day for day, _ in whole.newest] == ["2024-06-03", "2024-06-01"]
    assert whole.disputed == []


def test_an_outlet_had_nothing_first_that_it_alone_has(newsroom: Path) -> None:
    with shutro.open(newsroom) as archive:
        alone = archive.story_of("revised")
        assert alone is not None
        assert alone.outlets == ("নদীকূল",)
        first = had_first(archive, "নদীকূল")
        assert alone not in first
        assert {card.id for card in first} >= {archive.story_of(id).id for id in ("bridge-1", "bridge-3")}  # type: ignore[union-attr]
        assert had_first(archive, "প্রভাতরেখা") == []


def test_an_outlet_shows_which_others_print_its_text(newsroom: Path) -> None:
    with shutro.open(newsroom) as archive:
        made = shared(archive, archive.latest(20, outlet="প্রভাতরেখা"))
        assert [(card.id, [other.id for other in others]) for card, others in made] == [
            ("bridge-4", ["bridge-3"]),
            ("bridge-2", ["bridge-1"]),
        ]
