"""The grammar of times by its own examples: every rule's line says what it must find, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest
import regex

from shutro.bangla.grammar.grammar import Rule
from shutro.bangla.times import times
from shutro.bangla.times.expressions import grammar

AT = date(2025, 11, 20)  # a Thursday; the day that the examples of data/times.toml count from
_MARKED = regex.compile(r"\[\[([^\]]+)\|([^|\]]+)\]\]")


def unmark(example: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The sentence without its marks, and what they say: start, end, value."""
    text, wanted, at = "", [], 0
    for match in _MARKED.finditer(example):
        text += example[at : match.start()]
        wanted.append((len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        at = match.end()
    return text + example[at:], wanted


EXAMPLES = [(rule, example) for rule in grammar().rules for example in rule.examples]


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{rule.name}: {text}" for rule, text in EXAMPLES]
)
def test_a_rule_finds_what_its_example_marks(rule: Rule, example: str) -> None:
    text, wanted = unmark(example)
    assert [(t.start, t.end, t.value) for t in times(text, at=AT)] == wanted


def test_every_rule_has_an_example() -> None:
    assert [rule.name for rule in grammar().rules if not rule.examples] == []
