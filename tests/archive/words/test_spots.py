"""Where wanted words stand in the word lists of articles."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from shutro.archive.words.spots import spots


@given(
    lists=st.lists(st.lists(st.integers(0, 2**20), max_size=40), max_size=8),
    wanted=st.sets(st.integers(0, 2**20), max_size=12),
    near=st.booleans(),
)
def test_wanted_numbers_are_spotted_wherever_they_stand(
    lists: list[list[int]], wanted: set[int], near: bool
) -> None:
    if near:  # so that most lists have some
        lists, wanted = [[n % 300 for n in one] for one in lists], {n % 300 for n in wanted}
    found = spots([array("I", one) for one in lists], wanted)
    assert found == [[(at, n) for at, n in enumerate(one) if n in wanted] for one in lists]
