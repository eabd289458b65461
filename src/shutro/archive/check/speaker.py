"""Whether the one whom a card names said in print what the card has them say."""

from __future__ import annotations

import regex

from shutro.archive.nouns.findings import Kept
from shutro.archive.words.compare import MET, likeness
from shutro.archive.words.terms import forms, plain
from shutro.archive.words.turning import turning
from shutro.bangla.keys import folded
from shutro.meaning.names.canonical.fulls import sounds
from shutro.meaning.names.names import names
from shutro.model import Article
from shutro.span import Span

_END = regex.compile(r"[।?!\n]")
_NEAR = 120  # characters before a name in which its bearer's office may stand


def not_theirs(who: str, article: Article, sentence: Span, kept: Kept) -> str | None:
    """Who said it instead, empty where print does not tell; None when `who` did.

    The statements over the sentence decide. Where there is none, the paragraph must name `who` and no other
    person; what is only an office must stand in it as it is. Of what the card calls a person, every word
    must stand in the article.
    """
    person = next((name.canonical for name in names(who) if name.kind == "PER"), None)
    if person and not _all_known(who, article.text):
        return ""
    said = [s for s in kept.statements if s.source and (s.content or s.span).overlaps(sentence)]
    for statement in said:
        if statement.source and _same(person or who.split(",")[0], statement.source):
            return None
        if (span := statement.source_span) is not None and (
            _stands(who, span.of(article.text)) or (person is None and _holds(who, article.text, span))
        ):
            return None
    if said:
        return said[0].source or ""
    paragraph = next((p for p in article.paragraphs if p.overlaps(sentence)), sentence)
    here = {name.canonical for name in kept.names if name.kind == "PER" and paragraph.covers(name.span)}
    if person is None:
        return None if _stands(who, paragraph.of(article.text)) else ""
    return None if here and all(_same(person, other) for other in here) else ""


def _same(one: str, other: str) -> bool:
    """Whether two names are one, or one is a part of the other, by sound or in the spellings of a name."""
    mine, its = sounds(folded(one)), sounds(folded(other))
    if not mine or not its:
        return False
    if set(mine) <= set(its) or set(its) <= set(mine):
        return True
    fewer, more = sorted((forms(one), forms(other)), key=len)
    return all(any(likeness(a, b) == "same" for b in more) for a in fewer)


def _holds(office: str, text: str, name: Span) -> bool:
    """Whether an office stands right before a name, as that of its bearer."""
    wanted = [plain(form) for form in forms(office)]
    clause = _END.split(text[max(0, name.start - _NEAR) : name.start])[-1]
    before = [plain(form) for form in forms(clause)]
    return bool(wanted) and before[-len(wanted) :] == wanted


def _all_known(words: str, text: str) -> bool:
    """Whether every word stands in a text, a slip or another ending forgiven, titles left out."""
    printed = set(forms(text))
    return all(
        form in printed or any(likeness(form, other) in MET for other in printed)
        for form in forms(words)
        if form not in turning().light
    )


def _stands(words: str, text: str) -> bool:
    """Whether all the words stand in a text, with any ending."""
    printed = [plain(form) for form in forms(text)]
    wanted = [plain(form) for form in forms(words)]
    return bool(wanted) and all(any(word.startswith(one) for word in printed) for one in wanted)
