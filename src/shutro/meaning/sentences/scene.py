"""A document taken apart: its sentences with their words, predicates, parties and quotations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from shutro.bangla.verbs import fold
from shutro.meaning.cues.cues import Cue
from shutro.meaning.cues.nouns import cues
from shutro.meaning.document import Document
from shutro.meaning.grammar.predicates import Predicate, predicates
from shutro.meaning.grammar.quotes import Quote, quotes
from shutro.meaning.grammar.tokens import Token, split, tokenize
from shutro.meaning.lexicon import closed
from shutro.meaning.parties.parties import parties
from shutro.meaning.parties.party import Party
from shutro.span import Span

_PARTING = ";"
# With one of these behind a verb what follows is still said by whoever spoke before.
_OPENS_SPEECH = closed("that") | closed("and") | {fold("যে"), ":"}
# A dateline has so many words and marks at most.
_DATELINE = 8
_DESKS = closed("desks")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; the parts index `tokens`."""

    number: int
    span: Span
    tokens: list[Token]
    groups: list[Predicate]
    parties: list[Party]
    cues: list[Cue]

    def key(self, at: int) -> str:
        """The key of a token; empty where the sentence has none."""
        return self.tokens[at].key if 0 <= at < len(self.tokens) else ""

    def at(self, position: int) -> int:
        """The number of the first token that begins at a position of the text or behind it."""
        return bisect_left(self.tokens, position, key=lambda token: token.start)


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """The whole text: its sentences and its quotations; equal to no other, as its document is."""

    doc: Document
    sentences: list[Sentence]
    quotes: list[Quote]

    def quote_at(self, position: int) -> Quote | None:
        """The quotation that covers a position."""
        quote = self.quote_before(position)
        return quote if quote is not None and position < quote.end else None

    def quote_before(self, position: int) -> Quote | None:
        """The last quotation that has begun at a position."""
        at = bisect_right(self.quotes, position, key=lambda q: q.start) - 1
        return self.quotes[at] if at >= 0 else None

    def quotes_in(self, start: int, end: int) -> list[Quote]:
        """The quotations that begin in a span."""
        first = bisect_left(self.quotes, start, key=lambda q: q.start)
        return self.quotes[first : bisect_left(self.quotes, end, lo=first, key=lambda q: q.start)]


def clauses(view: Scene, sentence: Sentence) -> list[Sentence]:
    """A sentence cut where a semicolon parts two that each have a cue of their own, quotations aside,
    and where somebody else takes the word behind a whole clause."""
    tokens = sentence.tokens
    cuts = [at + 1 for at, t in enumerate(tokens) if t.key == _PARTING and view.quote_at(t.start) is None]
    cuts = sorted({*cuts, *_taken_up(view, sentence)})
    edges = [0, *cuts, len(tokens)]
    ranges = list(pairwise(edges))
    told = [any(first <= c.first < last and not c.joined for c in sentence.cues) for first, last in ranges]
    if sum(told) < 2 or not all(told):
        return [sentence]
    parts = []
    for first, last in ranges:
        part = tokens[first:last]
        span = Span(part[0].start, part[-1].end)
        names = [p.name for p in sentence.parties if p.name is not None and first <= p.first < last]
        groups = predicates(part)
        parts.append(Sentence(sentence.number, span, part, groups, parties(part, names), cues(part, groups)))
    return parts


def _taken_up(view: Scene, sentence: Sentence) -> list[int]:
    """Where the next speaker's clause begins with no stop before it:
    মন্ত্রী করিম বলেছেন সেতু হবে | সচিব রহিম বলেছেন সেতু হবে না।"""
    tokens = sentence.tokens
    told = [c for c in sentence.cues if c.kind == "verb" and c.tense and not c.joined and not c.impersonal]
    places = []
    for before, cue in pairwise(told):
        who = next((p for p in sentence.parties if p.last == cue.first - 1 and p.kind == "PER"), None)
        if who is None or who.case != "nom" or view.quote_at(who.start) is not None:
            continue
        ends = range(who.first - 1, before.last, -1)
        end = next((at for at in ends if tokens[at].finite is not None), None)
        between = tokens[end + 1 : who.first] if end is not None else []
        if end is None or any(t.key in _OPENS_SPEECH or t.is_("having") for t in (*between, tokens[end])):
            continue
        places.append(end + 1 + (not tokens[end + 1].word))
    return places


def after_dateline(view: Scene, sentence: Sentence) -> int:
    """The first token behind where and by whom a report is filed, parted by a colon: কলকাতা, ৩ মে: [দলকে] …"""
    tokens = sentence.tokens
    colon = next((at for at, token in enumerate(tokens[: _DATELINE + 1]) if token.key == ":"), 0)
    opens = view.doc.text[: sentence.span.start].endswith("\n") or not sentence.number
    if not colon or not opens or any(group.first < colon for group in sentence.groups):
        return 0
    words = [at for at in range(colon) if tokens[at].word]
    if any(tokens[at].key in _DESKS for at in words):
        return colon + 1
    places = {
        at
        for p in sentence.parties
        if p.kind == "LOC" and p.case == "nom"
        for at in range(p.first, p.last + 1)
    }
    filed = words and words[0] in places
    told = all(at in places or view.doc.in_time(tokens[at].start) or tokens[at].key.isdigit() for at in words)
    return colon + 1 if filed and told else 0


@lru_cache(maxsize=1)
def scene(doc: Document) -> Scene:
    """Take a document apart; the last is kept, since several steps ask for the same one."""
    tokens = _plain_in_names(tokenize(doc.text), doc)
    name_starts = [name.start for name in doc.names]
    parts = []
    for number, (span, part) in enumerate(zip(doc.sentences, split(tokens, doc.sentences), strict=True)):
        inside = doc.names[bisect_left(name_starts, span.start) : bisect_left(name_starts, span.end)]
        groups = predicates(part)
        parts.append(Sentence(number, span, part, groups, parties(part, list(inside)), cues(part, groups)))
    return Scene(doc, parts, quotes(doc.text, tokens, doc.sentences))


def _plain_in_names(tokens: list[Token], doc: Document) -> list[Token]:
    """The tokens with no verb read into a name: খান is who, not what he does."""
    starts = [token.start for token in tokens]
    for name in doc.names:
        for at in range(bisect_left(starts, name.start), bisect_left(starts, name.end)):
            if tokens[at].forms:
                tokens[at] = tokens[at]._replace(forms=())
    return tokens
