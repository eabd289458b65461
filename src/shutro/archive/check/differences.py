"""What of a card differs from print: word by word, and by what print says around it."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from shutro.archive.check.align import Step
from shutro.archive.nouns.results import Changed
from shutro.archive.words.terms import Term, is_number, terms
from shutro.archive.words.turning import turning
from shutro.archive.words.wordlists import asking
from shutro.span import Span

_CLOSE, _SOON = 3, 8  # words behind a card in which a doubt, or a withdrawal, turns it
_MARK = regex.compile(r"[,;:–—‘’“”।]")


def differs(
    step: Step, card: Sequence[Term], said: str, printed: Sequence[Term], text: str
) -> Changed | None:
    """How a step of a card differs; `card` and `printed` are words of `said` and of `text`.

    None where it does not, or where only a light word is more or less.
    """
    if step.kind in ("same", "slip"):
        return None
    ours = said[card[step.card[0]].start : card[step.card[-1]].end] if step.card else ""
    theirs = text[printed[step.print[0]].start : printed[step.print[-1]].end] if step.print else ""
    forms = [card[at].form for at in step.card] + [printed[at].form for at in step.print]
    if step.kind in ("added", "left-out") and all(form in turning().light for form in forms):
        return None
    if any(form in turning().negations for form in forms):
        kind = "negation"
    elif any(is_number(form) for form in forms):
        kind = "number"
    else:
        kind = {"added": "added", "left-out": "left-out"}.get(step.kind, "word")
    return Changed(kind, ours, theirs)


def turned_round(text: str, sentence: Span, card: Span) -> Changed | None:
    """What of the sentence lies outside the card and takes it back, after it or before it."""
    words = turning()
    clause, rest = _clauses(text, Span(card.end, max(card.end, sentence.end)))
    for at, term in enumerate(clause):
        denied = term.form in words.negations or term.form in words.withdrawals
        if denied or (at < _CLOSE and term.form in words.doubts):
            return Changed("cut-short", "", text[card.end : term.end].strip())
    for term in rest[:_SOON]:
        if term.form in words.withdrawals:
            return Changed("cut-short", "", text[card.end : term.end].strip())
    before = terms(text, sentence.start, max(sentence.start, card.start))
    for at, term in enumerate(before):
        if term.form in words.refusals and _leads_to_words([other.form for other in before[at + 1 :]]):
            continue
        if term.form in words.withdrawals or term.form in words.conditions:
            return Changed("cut-short", "", text[term.start : card.start].strip())
    return None


def _leads_to_words(behind: list[str]) -> bool:
    """Whether who refuses something goes on to say something else: প্রত্যাখ্যান করে বলেছেন, …"""
    return not turning().doing.isdisjoint(behind[:1]) and not asking()["saying"].isdisjoint(behind)


def _clauses(text: str, span: Span) -> tuple[list[Term], list[Term]]:
    """The words up to the next comma, other mark or conjunction, and those behind it."""
    mark = _MARK.search(text, span.start, span.end)
    end = mark.start() if mark else span.end
    words = terms(text, span.start, span.end)
    at = next((n for n, term in enumerate(words) if term.start >= end or term.form in turning().links), None)
    return words[:at], words[at:] if at is not None else []
