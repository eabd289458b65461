"""What is linked is looked at together, and only the last days are held."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutro.scale import pools as module
from shutro.scale.links import REACH, before
from shutro.scale.pools import Link, Node, pools

START = date(2025, 1, 1)


def day(number: int) -> str:
    return (START + timedelta(days=number)).isoformat()


@st.composite
def news(draw: st.DrawFn) -> list[tuple[str, list[str], list[Link]]]:
    """Some days with articles, each linked to some of the days before."""
    days = sorted(draw(st.sets(st.integers(0, 40), min_size=1, max_size=10)))
    had: list[tuple[int, Node]] = []
    made = []
    for number in days:
        ids = [f"{number}-{n}" for n in range(draw(st.integers(0, 4)))]
        links: list[Link] = []
        for id in ids:
            near = [node for at, node in had if number - at <= REACH]
            if near and draw(st.booleans()):
                links.append(((day(number), id), draw(st.sampled_from(near)), draw(st.floats(0.2, 1.0))))
            had.append((number, (day(number), id)))
        made.append((day(number), ids, links))
    return made


@given(news())
def test_every_article_is_in_one_pool_and_what_is_linked_in_the_same(
    days: list[tuple[str, list[str], list[Link]]],
) -> None:
    found = list(pools(days))
    place = {node: number for number, pool in enumerate(found) for node in pool}
    assert sorted(node for pool in found for node in pool) == sorted(
        (day, id) for day, ids, _ in days for id in ids
    )
    assert all(place[one] == place[other] for _, _, links in days for one, other, _ in links)


def test_a_pool_is_handed_on_when_its_days_have_passed() -> None:
    seen: list[int] = []

    def source() -> object:
        for number in range(30):
            seen.append(number)
            yield day(number), [str(number)], []

    first = next(pools(source()))  # type: ignore[arg-type]
    assert first == [(day(0), "0")]
    assert seen[-1] == REACH + 1


def test_a_pool_too_large_is_cut_at_its_weakest_links(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "POOL", 4)
    ids = list("abcdefgh")
    links: list[Link] = [((day(0), b), (day(0), a), 0.9) for a, b in ("ab", "bc", "cd", "ef", "fg", "gh")]
    links.append(((day(0), "e"), (day(0), "d"), 0.21))
    cut = [[id for _, id in pool] for pool in pools([(day(0), ids, links)])]
    assert cut == [list("abcd"), list("efgh")]
    crowd: list[Link] = [((day(0), b), (day(0), "a"), 1.0) for b in ids[1:]]
    assert [len(pool) for pool in pools([(day(0), ids, crowd)])] == [4, 4]


def test_articles_of_no_known_day_are_looked_at_among_themselves() -> None:
    found = list(
        pools([(day(0), ["a"], []), ("unknown", ["b", "c"], [(("unknown", "c"), ("unknown", "b"), 0.5)])])
    )
    assert found == [[(day(0), "a")], [("unknown", "b"), ("unknown", "c")]]
    assert before("unknown") == []
    assert before("2025-03-01")[0] == "2025-02-22"
