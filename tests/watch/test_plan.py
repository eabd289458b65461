"""A plan as it is written, and the pauses it is kept by."""

from __future__ import annotations

import tomllib
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutro.errors import DataError
from shutro.watch import pauses
from shutro.watch.plan import Plan, read_plan, seconds, starter

PLAN = """
contact = "https://reader.example"
every = "15m"
revisits = ["2h", 86400]
warc = "pages"

[[outlet]]
name = "পদ্মা বার্তা"
feeds = ["https://Padma.example:443/feed?utm_source=x#top", "https://padma.example/খেলা/feed"]
sitemaps = ["https://padma.example/news.xml"]
every = "5m"

[[outlet]]
name = "মেঘনা"
sections = ["https://meghna.example/latest"]
feeds = ["https://padma.example/feed"]
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "sources.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_plan_is_read_with_tidy_addresses(tmp_path: Path) -> None:
    plan = read_plan(written(tmp_path, PLAN))
    assert (plan.every, plan.revisits, plan.warc) == (900.0, (7200.0, 86400.0), Path("pages"))
    assert [(s.address, s.kind, s.outlet, s.pause) for s in plan.sources(0.0)] == [
        ("https://padma.example/feed", "feed", "পদ্মা বার্তা", 300.0),
        ("https://padma.example/%E0%A6%96%E0%A7%87%E0%A6%B2%E0%A6%BE/feed", "feed", "পদ্মা বার্তা", 300.0),
        ("https://padma.example/news.xml", "sitemap", "পদ্মা বার্তা", 300.0),
        ("https://meghna.example/latest", "section", "মেঘনা", 900.0),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("every = ", "Invalid value"),
        ('every = "often"\n' + PLAN.replace('every = "15m"', ""), "every: a length of time is a number"),
        (PLAN.replace("feeds", "feed"), "outlet.0.feed: no such key"),
        (PLAN.replace("https://meghna", "ftp://meghna"), "only http and https addresses are fetched"),
        ("hosts = 0\n" + PLAN, "hosts: Input should be greater than or equal to 1"),
        ("", "no [[outlet]] with feeds, sitemaps or sections"),
        ('[[outlet]]\nfeeds = ["https://a.example/f"]', "outlet.0.name: missing"),
        ('[[outlet]]\nnmae = "ক"', "outlet.0.nmae: no such key"),
        ('[[outlet]]\nname = "ক"\nfeeds = "https://a.example/f"', "feeds: a list stands in brackets"),
    ],
)
def test_what_is_wrong_with_a_plan_is_told_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(DataError) as caught:
        read_plan(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert told in str(caught.value)


def test_a_plan_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="No such file"):
        read_plan(tmp_path / "none.toml")


def test_the_starter_list_is_a_plan_and_says_that_nobody_tried_it(tmp_path: Path) -> None:
    plan = read_plan(written(tmp_path, starter()))
    assert len(plan.outlet) > 20
    assert not any(one.verified for one in plan.outlet)
    assert all(address.startswith("https://") for one in plan.outlet for _, address in one.lists())
    assert len({one.name for one in plan.outlet}) == len(plan.outlet)
    assert tomllib.loads(starter())["revisits"] == ["1h", "6h", "1d", "7d"]


@pytest.mark.parametrize(
    ("told", "length"), [("90s", 90.0), ("10m", 600.0), ("1.5h", 5400.0), ("7d", 604800.0), (3, 3.0)]
)
def test_lengths_of_time(told: object, length: float) -> None:
    assert seconds(told) == length


@given(st.integers(1, 200), st.integers())
def test_waiting_grows_to_a_bound_and_never_ends_at_once(failures: int, seed: int) -> None:
    wait = pauses.after(failures, pauses.HOST, Random(seed))
    assert 0.75 * pauses.HOST <= wait <= 1.25 * pauses.REST
    if failures >= pauses.ENOUGH:
        assert wait >= 0.75 * pauses.REST


@given(st.floats(0, 2e9), st.floats(0, 1e7), st.lists(st.floats(1, 1e7), min_size=1, max_size=6).map(sorted))
def test_a_revisit_lies_ahead_or_there_is_none(first: float, age: float, revisits: list[float]) -> None:
    due = pauses.revisit(first, first + age, revisits)
    if due is None:
        assert first + revisits[-1] <= first + age
    else:
        assert due > first + age
        assert due in [first + one for one in revisits]


def test_defaults_are_those_of_the_starter_list() -> None:
    plan = Plan()
    assert plan.revisits == (3600.0, 21600.0, 86400.0, 604800.0)
