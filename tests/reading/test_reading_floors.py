"""The floors of `bench/reading.py`: checked on the gold where it lies, on the examples everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench import reading
from bench.gold import check, floors, gold

import shutro

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*-*.*"))


def test_the_floors_hold_or_the_gold_is_absent():
    found = gold()
    if found is None:
        assert reading.main([]) == 2
    else:
        assert check("reading", reading.figures(found.parent), reading.corpus(found.parent)) == 0


def test_a_figure_below_its_floor_fails_the_check(capsys):
    pinned, least = floors("reading")
    fallen = dict.fromkeys(least, 0.5)
    assert check("reading", fallen, pinned) == 1
    assert "below its floor" in capsys.readouterr().err
    assert check("reading", dict.fromkeys(least, 1.0), pinned) == 0


@pytest.mark.parametrize("page", EXAMPLES, ids=lambda page: page.name)
def test_every_example_gives_its_article(page):
    article = shutro.read(page.read_bytes())
    assert article.published is not None
    assert len(article.body) >= 3
    assert all(len(paragraph) > 40 for paragraph in article.body)
    assert article.headline not in article.body
