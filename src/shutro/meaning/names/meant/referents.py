"""Whom pronouns, offices and nouns with an article stand for, where the text allows an answer.

তিনি goes back to the person its sentence or the one before is about; রুশ প্রেসিডেন্ট to whoever
the text has put beside that office, or who held it on the day; দলটি to the last body. Where two
answers are as good as each other there is none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from shutro.bangla.keys import folded
from shutro.bangla.stems import cuts, stem
from shutro.bangla.words import sentences as split
from shutro.meaning.lexicon import load
from shutro.meaning.names.known.endings import EMPHATIC
from shutro.meaning.names.known.entries import Office
from shutro.meaning.names.known.gazetteer import gazetteer
from shutro.meaning.names.tagging.tokens import Token, tokens
from shutro.model import Name
from shutro.span import Span

_REACH = 3  # sentences that a pronoun may look back


@dataclass(frozen=True, slots=True)
class Referent:
    """A word or phrase that stands for a name, and the name; None where the text does not tell.

    `how` is pronoun, office (by the text's own apposition), held (by the gazetteer's dates) or noun.
    """

    span: Span
    text: str
    name: Name | None
    canonical: str | None
    how: str


@cache
def _words(file: str, key: str, group: str | None = None) -> frozenset[str]:
    lists = load(file)
    return frozenset(folded(word) for word in (lists[group] if group else lists)[key])


def referents(text: str, names: Sequence[Name], at: date | None = None) -> list[Referent]:
    """Every pronoun, office and noun with an article in `text`, resolved or marked unknown.

    `at` is the day the text was printed; it decides who held an office that the text itself does not
    tie to anybody.
    """
    spans = split(text)
    offices = _appositions(text, names)
    out: list[Referent] = []
    for span in spans:
        row = tokens(text, span.start, span.end)
        for i, token in enumerate(row):
            if any(n.start <= token.start < n.end for n in names):
                continue
            if token.key in _words("pronouns", "one") or token.key in _words("pronouns", "many"):
                name = resolve_pronoun(token.start, token.key, names, spans)
                out.append(_referent(text, token.start, token.end, name, "pronoun"))
            elif office := _office(row, i, names):
                out.append(_holder(text, office, offices, at))
            elif kind := _noun(row, i):
                name = _last(token.start, kind, names, spans)
                out.append(_referent(text, token.start, token.end, name, "noun"))
    return out


def _referent(text: str, start: int, end: int, name: Name | None, how: str) -> Referent:
    return Referent(Span(start, end), text[start:end], name, name.canonical if name else None, how)


def resolve_pronoun(
    position: int, word: str, names: Sequence[Name], sentences: Sequence[Span]
) -> Name | None:
    """The name that the pronoun `word` at `position` goes back to; None where the text does not tell.

    `names` and `sentences` are those of the text, in order. A singular pronoun goes back to a person
    without a case ending, the subject of the nearest sentence, up to three back, that has one; a
    plural one to the body that alone is the subject of its own sentence or the one before. Two
    subjects in one sentence leave it unknown.
    """
    many = folded(word) in _words("pronouns", "many")
    here = bisect_right(sentences, position, key=lambda s: s.start) - 1
    reach = 1 if many else _REACH
    for number in range(here, max(-1, here - reach - 1), -1):
        span = sentences[number]
        subjects = [n for n in names if span.start <= n.start < min(span.end, position) and _is_bare(n)]
        persons = {n.canonical: n for n in subjects if n.kind == "PER"}
        bodies = {n.canonical: n for n in subjects if n.kind == "ORG"}
        wanted, others = (bodies, persons) if many else (persons, {})
        if len(wanted) > 1 or (wanted and others):
            return None
        if wanted:
            return next(iter(wanted.values()))
    return None


def _subject(names: Sequence[Name]) -> Name | None:
    """The one of several names that a sentence is about: the only one, or the only bare one."""
    if len({n.canonical for n in names}) == 1:
        return names[-1]
    bare = [n for n in names if _is_bare(n)]
    return bare[-1] if len({n.canonical for n in bare}) == 1 else None


def _is_bare(name: Name) -> bool:
    """Whether a name carries no case ending; an emphatic ও or ই is none."""
    key, canonical = folded(name.text), folded(name.canonical)
    last = key.split(" ")[-1]
    if last in canonical.split(" "):
        return True
    ending = next((last[len(c) :] for c in cuts(last, "name") if c in canonical.split(" ")), None)
    if ending is not None:
        return ending in EMPHATIC
    return stem(last) == last


def _noun(row: Sequence[Token], i: int) -> str | None:
    """The kind of name that দলটি or এ নেতা stands for."""
    key = row[i].key
    for kind in ("PER", "ORG", "LOC"):
        nouns = _words("pronouns", kind, "nouns")
        if key in _with_article(kind):
            return kind
        if (
            i
            and row[i - 1].key in _words("pronouns", "demonstratives")
            and (key in nouns or stem(key) in nouns)
        ):
            return kind
    return None


@cache
def _with_article(kind: str) -> frozenset[str]:
    """The nouns that a name of a kind is called by again: দলটি."""
    articles = _words("pronouns", "articles")
    return frozenset(noun + article for noun in _words("pronouns", kind, "nouns") for article in articles)


def _last(position: int, kind: str, names: Sequence[Name], sentences: Sequence[Span]) -> Name | None:
    """The last name of a kind before `position`, where its sentence has no second one of the kind."""
    here = bisect_right(sentences, position, key=lambda s: s.start) - 1
    for number in range(here, max(-1, here - _REACH - 1), -1):
        span = sentences[number]
        found = [n for n in names if n.kind == kind and span.start <= n.start < min(span.end, position)]
        if found:
            return _subject(found)
    return None


@dataclass(frozen=True, slots=True)
class _Title:
    """An office as printed: its words, and the country or body it is of."""

    start: int
    end: int
    words: tuple[str, ...]
    of: str | None


def _office(row: Sequence[Token], i: int, names: Sequence[Name]) -> _Title | None:
    """The office whose head noun is token `i`, with no person's name right after it."""
    head = next((k for k in (row[i].key, *cuts(row[i].key)) if k in _words("offices", "heads")), None)
    if head is None or any(0 <= n.start - row[i].end <= 1 and n.kind == "PER" for n in names):
        return None
    return _title(row, i, head, names)


def _title(row: Sequence[Token], i: int, head: str, names: Sequence[Name]) -> _Title | None:
    """The office that ends in token `i`; None for a former one, and for a head noun alone."""
    first = i
    while first > 0 and row[first - 1].key in _words("offices", "before"):
        first -= 1
    owner = next((n for n in names if n.kind in _OWNERS and 0 <= row[first].start - n.end <= 1), None)
    if first == i and owner is None:
        return None
    start = owner.start if owner else row[first].start
    last = next((t for t in reversed(row[:first]) if t.end <= start), None)
    if last is not None and last.key in _words("offices", "former"):
        return None
    words = (*(t.key for t in row[first:i]), head)
    return _Title(start, row[i].end, words, owner.canonical if owner else None)


_OWNERS = frozenset({"LOC", "MISC", "ORG"})


def _appositions(text: str, names: Sequence[Name]) -> list[tuple[_Title, Name]]:
    """The offices that the text puts right before a person's name, with the person."""
    out: list[tuple[_Title, Name]] = []
    for span in split(text):
        row = tokens(text, span.start, span.end)
        for name in names:
            if name.kind != "PER" or not span.start <= name.start < span.end:
                continue
            before = [i for i, t in enumerate(row) if t.end <= name.start]
            while before and row[before[-1]].key in _words("titles", "abbreviated") | _words(
                "offices", "between"
            ) | {"."}:
                before.pop()
            if before and row[before[-1]].key in _words("offices", "heads"):
                title = _title(row, before[-1], row[before[-1]].key, names)
                if title:
                    out.append((title, name))
    return out


def _holder(text: str, title: _Title, offices: Sequence[tuple[_Title, Name]], at: date | None) -> Referent:
    """Who holds an office: by the nearest apposition in the text, then by the gazetteer's dates."""
    same = [
        (t, n)
        for t, n in offices
        if t.words == title.words and (t.of == title.of or None in (t.of, title.of))
    ]
    if len({n.canonical for _, n in same}) == 1:
        name = same[-1][1]
        return Referent(
            Span(title.start, title.end), text[title.start : title.end], name, name.canonical, "office"
        )
    held = set(_held(title, at)) if not same else set()
    canonical = held.pop() if len(held) == 1 else None
    return Referent(Span(title.start, title.end), text[title.start : title.end], None, canonical, "held")


def _held(title: _Title, at: date | None) -> Iterator[str]:
    """Whom the gazetteer has in an office on a day; nobody where the day is unknown.

    An office that the text gives to no country is one of the papers' own.
    """
    if at is None:
        return
    day = at.isoformat()
    of = title.of or load("offices")["home"]
    for office, holder in _holders().get(title.words, ()):
        if office.of == of and office.since <= day and (office.until is None or day < office.until):
            yield holder


@cache
def _holders() -> dict[tuple[str, ...], list[tuple[Office, str]]]:
    """The offices of the gazetteer and their holders, by the words of the title."""
    found: dict[tuple[str, ...], list[tuple[Office, str]]] = {}
    for known in gazetteer().entries:
        for office in known.offices:
            found.setdefault(tuple(folded(office.title).split(" ")), []).append((office, known.canonical))
    return found
