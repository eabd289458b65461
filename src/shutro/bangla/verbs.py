"""The Bangla verb: which verb a printed word is a form of, and which form.

The forms are made from stems and endings (`data/verbs.toml`), so that every tense and person of a
verb is known once the verb is; nothing is guessed for a word that no verb makes.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from shutro.bangla.kept import WORDS, kept

Shape = Literal["finite", "having", "to", "if", "noun", "noun_of", "noun_at", "order"]

_JOINERS = str.maketrans("", "", "\u200b\u200c\u200d\u200e\u200f\ufeff")
_FINITE = {
    "going": ("going", "going_past"),
    "done": ("done", "done_past"),
    "past": ("past",),
    "used": ("used",),
    "will": ("will",),
}


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One reading of a word as a verb.

    `verb` is the verbal noun that names it (`বলা`). `shape`: finite, the conjunctive participle
    (having), infinitive (to), conditional (if), verbal noun bare, genitive (noun_of) or locative
    (noun_at), imperative (order). `person` is `3`, `3h` (honorific), `1`, `2` or empty; `tense` is
    the stem's name; `negated` marks the fused -নি.
    """

    verb: str
    shape: Shape
    tense: str = ""
    person: str = ""
    negated: bool = False


@kept(WORDS)
def fold(word: str) -> str:
    """The lookup key of a word: NFC, without joiners and other marks that print nothing."""
    return unicodedata.normalize("NFC", word.translate(_JOINERS))


@cache
def verb_forms() -> dict[str, tuple[VerbForm, ...]]:
    """Every known form by its lookup key, the likelier readings first."""
    data = tomllib.loads(files("shutro.bangla").joinpath("data/verbs.toml").read_text("utf-8"))
    table: dict[str, list[VerbForm]] = defaultdict(list)
    for kind, verbs in data["verbs"].items():
        for verb, bases in verbs.items():
            base, _, raised = bases.partition("/")
            stems = {k: v.format(b=base, h=raised or base) for k, v in data["classes"][kind].items()}
            _conjugate(table, verb, stems, data["persons"])
    for verb, stems in data["irregular"].items():
        _conjugate(table, verb, stems, data["persons"])
    return {
        key: tuple(sorted(dict.fromkeys(forms), key=lambda form: form.shape != "finite"))
        for key, forms in table.items()
    }


def _conjugate(
    table: dict[str, list[VerbForm]],
    verb: str,
    stems: dict[str, str],
    persons: dict[str, dict[str, str]],
) -> None:
    verb = fold(verb)

    def put(word: str, form: VerbForm) -> None:
        if word:
            table[fold(word)].append(form)

    def each(kind: str) -> list[str]:
        return [stem for stem in stems[kind].split("|") if stem]

    for kind, person in (("now", "3"), ("now_h", "3h"), ("now_1", "1")):
        for stem in each(kind):
            put(stem, VerbForm(verb, "finite", "now", person))
            put(stem + "নি", VerbForm(verb, "finite", "done", person, negated=True))
    for kind, tenses in _FINITE.items():
        for stem in each(kind):
            for tense in tenses:
                for ending, person in persons[tense].items():
                    put(stem + ending, VerbForm(verb, "finite", tense, person))
    for stem in each("having"):
        put(stem, VerbForm(verb, "having"))
    for stem in each("to"):
        put(stem, VerbForm(verb, "to"))
    for stem in each("if"):
        put(stem, VerbForm(verb, "if"))
    for stem in each("noun"):
        put(stem, VerbForm(verb, "noun"))
        put(stem + "র", VerbForm(verb, "noun_of"))
        put(stem + ("তে" if stem.endswith("ো") else "য়"), VerbForm(verb, "noun_at"))
    for stem in each("order"):
        put(stem, VerbForm(verb, "order", person="2"))


def readings(key: str) -> tuple[VerbForm, ...]:
    """The readings of a folded word as a verb; an emphatic -ই or -ও at its end is looked through."""
    forms = verb_forms()
    found = forms.get(key)
    if found is None and key[-1:] in ("ই", "ও"):
        found = forms.get(key[:-1])
    return found or ()
