"""How one sentence of a report hangs on the one before it, as patterns in `data/discourse.toml`."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Literal

import regex

from shutro.errors import DataError
from shutro.span import Span

Cue = Literal[
    "peg",
    "no_news",
    "elaborates",
    "background",
    "thereafter",
    "bounded",
    "deadline",
    "ongoing",
    "planned",
    "negated",
    "anaphoric",
    "adversative",
    "sentence",
    "month",
    "partial",
    "mistaken",
    "counted",
    "last",
    "same_year",
    "perfect",
    "so_far",
    "until",
    "up_to",
    "once",
    "by_one",
    "locative",
    "joined_by",
    "among",
    "each",
    "handled",
    "housed",
    "number_of",
    "own_force",
    "feared",
    "anybody",
    "tallied",
    "votes",
    "calendar_day",
    "furniture",
    "unsettled",
    "settled",
    "some",
    "postponed",
    "cancelled",
    "this",
    "pronoun",
    "between",
    "genitive",
    "locative_left",
    "adjective",
    "coordinated",
    "conjunction",
]


@cache
def rules() -> dict[str, list[tuple[str, str]]]:
    """Pattern and example of every rule, by cue; raises DataError on a file out of shape."""
    raw = tomllib.loads((files("shutro.stories") / "data" / "discourse.toml").read_text(encoding="utf-8"))
    try:
        return {cue: [(rule["pattern"], rule["example"]) for rule in listed] for cue, listed in raw.items()}
    except (KeyError, TypeError) as error:
        raise DataError(f"discourse.toml: a rule without {error}") from error


@cache
def _compiled(cue: Cue) -> regex.Pattern[str]:
    return regex.compile("|".join(f"(?:{_either(pattern)})" for pattern, _ in rules()[cue]))


def _either(pattern: str) -> str:
    """The pattern with ড়, ঢ় and য় found in both encodings: one code point, or a letter and a nukta."""
    pattern = unicodedata.normalize("NFC", pattern)
    for one, two in (("\u09dc", "\u09a1\u09bc"), ("\u09dd", "\u09a2\u09bc"), ("\u09df", "\u09af\u09bc")):
        pattern = pattern.replace(two, f"(?:{one}|{two})")
    return pattern


def has(cue: Cue, sentence: str) -> bool:
    """Whether the sentence carries the cue."""
    return _compiled(cue).search(sentence) is not None


def found(cue: Cue, sentence: str) -> Span | None:
    """Where the cue stands first in the sentence, None where it has none."""
    match = _compiled(cue).search(sentence)
    return Span(*match.span()) if match else None


def every(cue: Cue, sentence: str) -> Iterator[Span]:
    """Where the cue stands in the sentence, in order."""
    return (Span(*match.span()) for match in _compiled(cue).finditer(sentence))
