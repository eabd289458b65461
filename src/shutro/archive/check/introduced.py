"""Whether a card shares no more with a sentence than who somebody is."""

from __future__ import annotations

from functools import lru_cache

from shutro.archive.words.terms import terms
from shutro.archive.words.wordlists import asking
from shutro.bangla.stems import entry
from shutro.meaning.names.names import names
from shutro.span import Span


def only_introduces(text: str, sentence: Span, met: Span) -> bool:
    """Whether `met`, what a card shares with `sentence`, is a person's name and what that person is, with a
    word of saying behind it or none: so begins any news of the same person."""
    words = terms(text, met.start, met.end)
    while words and words[-1].form in asking()["saying"]:
        words.pop()
    if not words:
        return True
    people = (person.shift(sentence.start) for person in _people(sentence.of(text)))
    person = next((p for p in people if p.start <= words[-1].start < p.end), None)
    return person is not None and not any(_is_verb(w.form) for w in words if w.start < person.start)


@lru_cache(maxsize=256)  # many articles may have the sentence alike
def _people(sentence: str) -> tuple[Span, ...]:
    return tuple(name.span for name in names(sentence) if name.kind == "PER")


def _is_verb(form: str) -> bool:
    found = entry(form)
    return found is not None and {kind for kind, _ in found.lemmas} == {"v"}
