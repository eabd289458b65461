from __future__ import annotations

from dataclasses import replace

from tests.views.ferry import ARTICLES, ENTRIES, FIVE, SANK, THREE

from shutro.model import Difference
from shutro.views.exhibit import Exhibit, exhibit
from shutro.views.lines import Line


def test_evidence_within_a_difference_is_not_shown_twice(story: Exhibit) -> None:
    assert story.lines[2].cited == (FIVE, THREE)
    assert story.lines[2].undisputed == ()
    assert story.lines[1].undisputed == (SANK,)


def test_a_difference_seen_from_either_side_is_one_and_conflicts_come_first() -> None:
    one = Difference("dead", "৫", "৩", (FIVE, THREE))
    other = Difference("dead", "৩", "৫", (THREE, FIVE))
    later = Difference("dead", "৫", "০", (FIVE, SANK), kind="update")
    line = exhibit([replace(ENTRIES[2], differences=(later, one, other))], ARTICLES).lines[0]
    assert line.differences == (one, later)


def test_the_address_of_a_line_lasts_while_its_first_sentence_is_there() -> None:
    line = Line(3, ENTRIES[2])
    grown = replace(ENTRIES[2], evidence=(*ENTRIES[2].evidence, SANK))
    assert Line(7, grown).key == line.key
    assert Line(3, ENTRIES[1]).key != line.key


def test_how_a_day_is_known_is_said_where_there_is_one() -> None:
    dated, undated = replace(ENTRIES[1], dated="as-of", inferred=True), replace(ENTRIES[1], date=None)
    assert (Line(1, dated).how, Line(1, dated).inferred) == ("as-of", True)
    unknown = Line(1, replace(undated, dated="as-of", inferred=True))
    assert (unknown.how, unknown.inferred) == ("", False)
    assert Line(1, replace(undated, dated="planned")).how == "planned"
    assert Line(1, replace(dated, dated="stated")).how == ""
