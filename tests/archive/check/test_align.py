"""A card laid along print."""

from hypothesis import given
from hypothesis import strategies as st

from shutro.archive.check.align import align

_WORDS = st.lists(st.sampled_from(["সেতু", "সেতুর", "ধসে", "নিহত", "সাত", "৭", "হননি"]), min_size=1, max_size=6)


@given(before=_WORDS, card=_WORDS, after=_WORDS)
def test_a_card_that_stands_in_print_costs_nothing(
    before: list[str], card: list[str], after: list[str]
) -> None:
    printed = [*before, *card, *after]
    cost, steps = align(card, printed, lambda _: 1.0)
    assert cost == 0
    assert [printed[at] for step in steps for at in step.print] == card
    assert [at for step in steps for at in step.card] == list(range(len(card)))
    assert {step.kind for step in steps} == {"same"}
