"""Whether the one whom a card names said in print what the card has them say."""

from __future__ import annotations

from shutro.archive.findings import Kept
from shutro.archive.terms import forms, plain
from shutro.bangla.keys import folded
from shutro.meaning.canonical import sounds
from shutro.meaning.names import names
from shutro.model import Article
from shutro.span import Span


def not_theirs(who: str, article: Article, sentence: Span, kept: Kept) -> str | None:
    """Who said it instead, empty where print does not tell; None when `who` did.

    The statements over the sentence decide. Where there is none, the paragraph must name `who` and no other
    person; what is only an office must stand in it as it is.
    """
    person = next((name.canonical for name in names(who) if name.kind == "PER"), None)
    said = [s for s in kept.statements if s.source and (s.content or s.span).overlaps(sentence)]
    for statement in said:
        if statement.source and _same(person or who.split(",")[0], statement.source):
            return None
        if statement.source_span is not None and _stands(who, statement.source_span.of(article.text)):
            return None
    if said:
        return said[0].source or ""
    paragraph = next((p for p in article.paragraphs if p.overlaps(sentence)), sentence)
    here = {name.canonical for name in kept.names if name.kind == "PER" and paragraph.covers(name.span)}
    if person is None:
        return None if _stands(who, paragraph.of(article.text)) else ""
    return None if here and all(_same(person, other) for other in here) else ""


def _same(one: str, other: str) -> bool:
    """Whether two names are one, or one is a part of the other, by sound."""
    mine, its = sounds(folded(one)), sounds(folded(other))
    return bool(mine and its) and (set(mine) <= set(its) or set(its) <= set(mine))


def _stands(words: str, text: str) -> bool:
    """Whether all the words stand in a text, with any ending."""
    printed = [plain(form) for form in forms(text)]
    wanted = [plain(form) for form in forms(words)]
    return bool(wanted) and all(any(word.startswith(one) for word in printed) for one in wanted)
