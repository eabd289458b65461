"""What the verb of a sentence tells about the direction of its times."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from shutro.bangla.forms import fold

Tense = Literal["past", "perfect", "future", "habit", ""]


@dataclass(frozen=True, slots=True)
class _Forms:
    future_sure: tuple[str, ...]
    future: frozenset[str]
    future_after: tuple[tuple[str, frozenset[str]], ...]
    past_endings: tuple[str, ...]
    perfect_endings: tuple[str, ...]
    past: frozenset[str]
    habit: frozenset[str]


@cache
def _forms() -> _Forms:
    data = tomllib.loads(files("shutro.bangla").joinpath("data/tense.toml").read_text(encoding="utf-8"))
    return _Forms(
        tuple(map(fold, data["future_sure"])),
        frozenset(fold(stem + ending) for stem in data["stems"] for ending in data["future_endings"]),
        tuple((fold(before), frozenset(map(fold, after))) for before, after in data["future_after"].items()),
        tuple(map(fold, data["past_endings"])),
        tuple(map(fold, data["perfect_endings"])),
        frozenset(map(fold, data["past"]))
        | frozenset(fold(stem + ending) for stem in data["stems"] for ending in data["present_endings"]),
        frozenset(map(fold, data["habit"])),
    )


@lru_cache(maxsize=1 << 16)
def tense(word: str, before: str = "") -> Tense:
    """The tense of a printed `word` as a finite verb, `before` being the word before it; empty for no verb.

    A perfect (করা হয়েছে) may report a decision on a day to come; the other past tenses narrate.
    """
    forms = _forms()
    form = fold(word)
    if before:
        previous = fold(before)
        for ending, verbs in forms.future_after:
            matches = previous.endswith(ending[:-1]) if ending.endswith("$") else previous == ending
            if matches and form in verbs:
                return "future"
    if form in forms.habit:
        return "habit"
    if form in forms.future or (len(form) > 3 and form.endswith(forms.future_sure)):
        return "future"
    if len(form) > 4 and form.endswith(forms.perfect_endings):
        return "perfect"
    if form in forms.past or (len(form) > 4 and form.endswith(forms.past_endings)):
        return "past"
    return ""
