"""What the words of a sentence tell of its times: the tense of a verb, the case of a noun."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from shutro.bangla.kept import PAIRS, WORDS, kept
from shutro.bangla.verbs import VerbForm, fold, readings

Tense = Literal["past", "perfect", "going", "future", "habit", ""]

_TENSES: dict[str, Tense] = {
    "will": "future",
    "done": "perfect",
    "past": "past",
    "done_past": "past",
    "going_past": "past",
    "used": "habit",
    "going": "going",
    "now": "past",  # newspapers narrate in the present: তিনি সোমবার ঢাকায় আসেন
}


@dataclass(frozen=True, slots=True)
class _Signs:
    future_after: tuple[tuple[str, frozenset[str]], ...]
    endings: tuple[tuple[tuple[str, ...], Tense], ...]
    states: frozenset[str]
    genitive: tuple[str, ...]
    not_genitive: tuple[str, ...]


@cache
def _signs() -> _Signs:
    data = tomllib.loads(files("shutro.bangla").joinpath("data/tense.toml").read_text(encoding="utf-8"))

    def folded(name: str) -> tuple[str, ...]:
        return tuple(map(fold, data[name]))

    return _Signs(
        tuple((fold(before), frozenset(map(fold, after))) for before, after in data["future_after"].items()),
        (
            (folded("future_endings"), "future"),
            (folded("perfect_endings"), "perfect"),
            (folded("past_endings"), "past"),
        ),
        frozenset(folded("states")),
        folded("genitive"),
        folded("not_genitive"),
    )


@lru_cache(maxsize=PAIRS)
def tense(word: str, before: str = "", *, final: bool = False) -> Tense:
    """The tense of a printed `word` as a finite verb, `before` being the word before it; empty for no verb.

    A perfect (করা হয়েছে) may report a decision on a day to come, a continuous present (আসছেন) a plan; the
    past tenses narrate. A form
    that may also be a participle (ঘটে) tells something only as the `final` word of its sentence.
    """
    signs = _signs()
    form, previous = fold(word), fold(before)
    for sign, verbs in signs.future_after:
        follows = previous.endswith(sign[:-1]) if sign.endswith("$") else previous == sign
        if follows and form in verbs:
            return "future"
    known = readings(form)
    if known:
        return _of(known, final) if form not in signs.states else ""
    return next((kind for ends, kind in signs.endings if len(form) > 4 and form.endswith(ends)), "")


@kept(WORDS)
def is_genitive(word: str) -> bool:
    """Whether a printed word is a genitive: বিয়ের, ঘটনার, করার; not খবর, আবার, সরকার."""
    form, signs = fold(word), _signs()
    if any(reading.shape == "noun_of" for reading in readings(form)):
        return True
    return len(form) > 3 and form.endswith(signs.genitive) and not form.endswith(signs.not_genitive)


def _of(known: tuple[VerbForm, ...], final: bool) -> Tense:
    finite = [reading for reading in known if reading.shape == "finite"]
    if not finite or (not final and any(reading.shape in ("having", "noun") for reading in known)):
        return ""
    if all(reading.tense == "now" and reading.person == "1" for reading in finite):
        return ""
    return _TENSES.get(finite[0].tense, "")
