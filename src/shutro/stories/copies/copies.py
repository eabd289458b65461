"""Copies and lineage: which reports were made from one text, and who printed it first.

Ten reprints of one agency are one origin. Candidates come from MinHash-LSH over sentences, so that
a stub is met with the long report it opens; every candidate is then checked exactly.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final, Literal

from rensa import RMinHash, RMinHashLSH

from shutro.model import Article
from shutro.span import Span
from shutro.stories.copies.shingles import Shingled, shingled, without_furniture
from shutro.stories.features import named_days
from shutro.stories.moments import in_order, when

Kind = Literal["near", "contained", "lead-stub"]

NEAR: Final = 0.5  # resemblance (Jaccard) of two tellings of one text
CONTAINED: Final = 0.6  # part of the shorter text's shingles that stand in the longer
STUB: Final = 0.5  # the same for a stub, whose every edited word weighs more
SAME: Final = 0.9  # likeness from which on a text is the same whatever day it names
STUB_WORDS: Final = 60  # a lead, not a report
LEAD_WORDS: Final = 120  # where in the longer report its lead must stand
LEAST: Final = 8  # shingles two texts must share to be called copies
_HASHES: Final = 96
_BANDS: Final = 32  # three hashes a band: sentences that share half their word pairs meet 98 times in 100
_SHORT_LINE: Final = 6  # words under which a sentence is no lead to a copy
_CROWD: Final = 60  # articles with one sentence beyond which the rest are met through them


@dataclass(frozen=True, slots=True)
class CopyPair:
    """Two reports made from one text.

    `likeness` is the resemblance for `near`, else the part of the shorter text that the longer has.
    `one` is the shorter. `one_span` and `other_span` are the longest run of words they share, in each
    article's `text`.
    """

    one: str
    other: str
    kind: Kind
    likeness: float
    shared: int
    one_span: Span
    other_span: Span


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Reports of one origin, in order of their time.

    `kind` is the closest that holds them together. `first` printed it first by the printed times;
    None where the times printed don't tell.
    """

    origin: str
    kind: Kind
    articles: tuple[str, ...]
    first: str | None
    pairs: tuple[CopyPair, ...]


def copies(articles: Iterable[Article]) -> list[CopyGroup]:
    """The groups of two and more articles that were made from one text, the earliest group first."""
    ordered = in_order(articles)
    texts = without_furniture([shingled(article) for article in ordered])
    found = (compare(texts[i], texts[j]) for i, j in candidates(texts))
    by_id = {article.id: article for article in ordered}
    pairs = [pair for pair in found if pair and not _other_day(pair, by_id)]
    place = {article.id: n for n, article in enumerate(ordered)}
    made: list[CopyGroup] = []
    for members in _united([a.id for a in ordered], pairs, {t.article.id: len(t.shingles) for t in texts}):
        inside = tuple(p for p in pairs if p.one in members and p.other in members)
        kind: Kind = next(k for k in ("near", "contained", "lead-stub") if any(p.kind == k for p in inside))
        ids = tuple(sorted(members, key=place.__getitem__))
        made.append(CopyGroup(ids[0], kind, ids, _first([ordered[place[i]] for i in ids]), inside))
    return sorted(made, key=lambda group: place[group.origin])


def origin_of(articles: Iterable[Article]) -> dict[str, str]:
    """For every article the id of the article that stands for its origin: its own where it is no copy."""
    kept = list(articles)
    origins = {article.id: article.id for article in kept}
    for group in copies(kept):
        origins.update(dict.fromkeys(group.articles, group.origin))
    return origins


def candidates(texts: Sequence[Shingled]) -> list[tuple[int, int]]:
    """The pairs of texts that have a sentence nearly in common, by position, `i < j`."""
    lsh = RMinHashLSH(threshold=0.5, num_perm=_HASHES, num_bands=_BANDS)
    owners: list[int] = []
    found: set[tuple[int, int]] = set()
    for i, text in enumerate(texts):
        sketches = [_sketch(line.words) for line in text.lines if len(line.words) >= _SHORT_LINE]
        for sketch in sketches:
            met = sorted({owners[key] for key in lsh.query(sketch)})
            found.update((j, i) for j in met[:_CROWD])
        for sketch in sketches:
            lsh.insert(len(owners), sketch)
            owners.append(i)
    return sorted(found)


def _sketch(words: Sequence[str]) -> RMinHash:
    sketch = RMinHash(num_perm=_HASHES, seed=7)
    sketch.update([f"{a} {b}" for a, b in pairwise(words)])
    return sketch


def compare(a: Shingled, b: Shingled) -> CopyPair | None:
    """How two texts were made from one, None where they were not."""
    mine, theirs = a.shingles, b.shingles
    if len(mine) > len(theirs):
        a, b, mine, theirs = b, a, theirs, mine
    shared = len(mine & theirs)
    if shared < LEAST:
        return None
    within, resemblance = shared / len(mine), shared / len(mine | theirs)
    length = sum(len(line.words) for line in a.lines)
    kind: Kind
    if resemblance >= NEAR:
        kind, likeness = "near", resemblance
    elif length <= STUB_WORDS and within >= STUB and len(mine & _lead(b)) >= shared / 2:
        kind, likeness = "lead-stub", within
    elif within >= CONTAINED:
        kind, likeness = "contained", within
    else:
        return None
    return CopyPair(a.article.id, b.article.id, kind, likeness, shared, *_run(a, b))


def _other_day(pair: CopyPair, articles: Mapping[str, Article]) -> bool:
    """Whether two texts that differ in places tell of different days: a daily bulletin, filled in anew."""
    if pair.likeness >= SAME:
        return False
    one, other = (named_days(articles[name]) for name in (pair.one, pair.other))
    return bool(one and other and not one & other)


def _lead(text: Shingled) -> frozenset[tuple[str, ...]]:
    taken: list[frozenset[tuple[str, ...]]] = []
    seen = 0
    for line in text.lines:
        if seen >= LEAD_WORDS:
            break
        taken.append(line.shingles)
        seen += len(line.words)
    return frozenset().union(*taken)


def _run(a: Shingled, b: Shingled) -> tuple[Span, Span]:
    """The longest run of words in both, as a span of each; it may run over sentences."""
    spans = []
    flat = [[word for line in text.lines for word in line.words] for text in (a, b)]
    match = SequenceMatcher(None, flat[0], flat[1], autojunk=False).find_longest_match()
    for text, start in ((a, match.a), (b, match.b)):
        at = 0
        first = last = None
        for line in text.lines:
            if at < start + match.size and at + len(line.words) > start:
                first, last = first or line, line
            at += len(line.words)
        assert first is not None
        assert last is not None
        spans.append(Span(min(first.span.start, last.span.start), max(first.span.end, last.span.end)))
    return spans[0], spans[1]


def _united(ids: Sequence[str], pairs: Sequence[CopyPair], sizes: dict[str, int]) -> list[set[str]]:
    """The groups of articles of one origin.

    A report that takes in several texts that are no copies of each other is a round-up: it has no
    single origin, so it doesn't make one of theirs.
    """
    linked = {frozenset((p.one, p.other)) for p in pairs}
    inside: defaultdict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        if pair.kind != "near":
            inside[pair.other].add(pair.one)
    roundups = {
        other
        for other, parts in inside.items()
        if any(frozenset((p, q)) not in linked for p in parts for q in parts if p < q)
        and sum(sizes[p] for p in parts) < sizes[other]
    }
    group = {name: {name} for name in ids}
    for pair in pairs:
        if pair.kind != "near" and pair.other in roundups:
            continue
        one, other = group[pair.one], group[pair.other]
        if one is not other:
            one |= other
            for name in other:
                group[name] = one
    return [members for members in {id(g): g for g in group.values()}.values() if len(members) > 1]


def _first(articles: Sequence[Article]) -> str | None:
    """The article with the earliest printed time; None where one prints none or two print the same."""
    times: list[tuple[datetime, str]] = []
    for article in articles:
        moment = when(article) if article.published else None
        if moment is None or not isinstance(article.published and article.published.value, datetime):
            return None
        times.append((moment, article.id))
    times.sort()
    return times[0][1] if times[0][0] < times[1][0] else None
