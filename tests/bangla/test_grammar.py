"""The engine that reads text with a grammar: words, rules, levels, and files that break the format."""

from __future__ import annotations

import pytest

from shutro.bangla.grammar.grammar import Grammar, Piece
from shutro.errors import DataError

FRUIT = """
exact = ["not"]

[sets]
FOOD = "fruit drink"

[joins]
pairs = [["colour", "fruit"]]

[inflected]
fruit = { locative = "fruit_in", other = "fruit_of" }

[words.fruit]
1 = ["আম", "আমফল"]
2 = ["কলা"]
[words.drink]
tea = ["চা"]
[words.colour]
red = ["লাল"]
[words.not]
no = ["না"]

[[level]]
name = "phrases"
rules = [
  { name = "coloured", makes = "COLOURED", match = "colour=colour fruit=FOOD", with = { ripe = 1 } },
  { name = "plain", makes = "PLAIN", match = "fruit=fruit (?!not)" },
]
[[level]]
name = "pairs"
rules = [ { name = "two", makes = "TWO", match = "COLOURED second=drink" } ]
"""


def pieces(grammar: Grammar, *words: str) -> list[Piece]:
    found, at = [], 0
    for word in words:
        for start, end, symbol, value in grammar.analyse(word):
            found.append(Piece(at + start, at + end, symbol, value))
        at += len(word) + 1
    return found


def test_a_word_is_known_with_its_endings_by_its_longest_stem() -> None:
    grammar = Grammar(FRUIT)
    assert grammar.analyse("কলাটি") == ((0, 5, grammar.symbol("fruit_of"), 2),)
    assert grammar.analyse("আমফল") == ((0, 4, grammar.symbol("fruit"), 1),)
    assert grammar.analyse("পাথর") == ()


def test_the_locative_of_an_inflected_class_is_a_class_of_its_own() -> None:
    grammar = Grammar(FRUIT)
    assert grammar.analyse("আমে")[0][2] == grammar.symbol("fruit_in")
    assert grammar.analyse("আমের")[0][2] == grammar.symbol("fruit_of")


def test_an_exact_class_takes_no_ending() -> None:
    grammar = Grammar(FRUIT)
    assert grammar.analyse("না")
    assert grammar.analyse("নাই") == ()


def test_words_written_together_are_cut_at_their_offsets() -> None:
    grammar = Grammar(FRUIT)
    (_, middle, _, colour), (start, end, _, fruit) = grammar.analyse("লাল\u200dআম")
    assert (middle, start, end, colour, fruit) == (4, 4, 6, "red", 1)
    assert grammar.analyse("চাআম") == ()


def test_rules_join_pieces_and_hand_their_slots_on() -> None:
    grammar = Grammar(FRUIT)
    (made,) = grammar.reduce(pieces(grammar, "লাল", "আম", "চা"))
    assert (made.start, made.end, made.rule) == (0, 9, "two")
    assert made.slots == {"colour": "red", "fruit": 1, "ripe": 1, "second": "tea"}


def test_a_lookaround_asks_for_what_stands_beside() -> None:
    grammar = Grammar(FRUIT)
    assert [piece.rule for piece in grammar.reduce(pieces(grammar, "আম", "না"))] == ["", ""]
    assert [piece.rule for piece in grammar.reduce(pieces(grammar, "আম", "চা"))] == ["plain", ""]


def test_a_later_file_says_what_a_spelling_means() -> None:
    later = '[words.stone]\n9 = ["আম"]\n[[level]]\nrules = [ { name = "s", makes = "S", match = "stone" } ]'
    grammar = Grammar(FRUIT, later)
    assert grammar.analyse("আম") == ((0, 2, grammar.symbol("stone"), 9),)
    assert grammar.analyse("কলা")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("[sets]", "[sets"), "grammar: "),
        (("fruit=fruit (?!not)", "fruit=friut (?!not)"), "nothing declares the class 'friut'"),
        (("fruit=fruit (?!not)", "fruit=fruit (?!not"), "grammar: "),
        (('makes = "PLAIN", ', ""), "'makes' is missing"),
        (('[["colour", "fruit"]]', '[["colour", "stone"]]'), "nothing declares the class 'stone'"),
        (("with = { ripe = 1 }", 'calculate = "mean"'), "no calculation is called 'mean'"),
    ],
)
def test_a_file_that_breaks_the_format_is_refused(change: tuple[str, str], message: str) -> None:
    with pytest.raises(DataError, match=message):
        Grammar(FRUIT.replace(*change))
