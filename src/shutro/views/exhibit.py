"""A story laid out for showing: its pages and lines numbered, each citation tied to its page.

Every view starts from an `Exhibit`, so that line 12 in the terminal is line 12 in the page and in
the JSON. It does not change with the order in which the articles came.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby, zip_longest

from shutro.bangla.numbers import numbers
from shutro.errors import DataError
from shutro.model import Article, Difference, Entry, Evidence, Statement
from shutro.span import Span
from shutro.stories.grouping.titles import title as headline_of
from shutro.stories.moments import in_order

# A value longer than this is a clause, better read in its sentence than set against another.
_LONGEST_VALUE = 40
_TERSE = 24  # code points of a value that has room in the line itself
_COUNTED = (None, "person", "item")
_SPELT = 100_000  # from here on a number is better read as printed, with লাখ and কোটি


@dataclass(frozen=True, slots=True)
class Page:
    """An article as one of the sources, `number` from 1; `source` is the file it was read from."""

    number: int
    article: Article
    source: str | None = None

    def anchor(self, span: Span) -> str:
        """The id of a cited span of this page, the same in every view."""
        return f"p{self.number}-{span.start}-{span.end}"


@dataclass(frozen=True, slots=True)
class Quotation:
    """What one article says on a line through one chain of sources: its sentences in order.

    `stances` is how the source says it (`claims`, `denies`, …), empty where nobody but the outlet does.
    """

    sentences: tuple[Evidence, ...]
    stances: tuple[str, ...] = ()

    @property
    def first(self) -> Evidence:
        """The sentence that stands first; outlet, chain and article are the same for all."""
        return self.sentences[0]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a difference: its value, None where that is a whole clause, and the sentence.

    `count` is the value as a bare number, where both sides count people or things and say nothing else.
    """

    value: str | None
    evidence: Evidence
    count: int | None = None

    @property
    def said(self) -> object:
        """What this side says, the same for `১৭ জন` and `১৭ জনের`; where no value tells, the sentence."""
        return self.count if self.count is not None else self.value or self.evidence


@dataclass(frozen=True, slots=True)
class Line:
    """A timeline entry, `number` from 1."""

    number: int
    entry: Entry

    @property
    def anchor(self) -> str:
        """The id of the line."""
        return f"line-{self.number}"

    @property
    def cited(self) -> tuple[Evidence, ...]:
        """Every sentence the line rests on, those of its differences among them, each once."""
        return tuple(dict.fromkeys(self.sentences()))

    def sentences(self) -> Iterator[Evidence]:
        """Every sentence the line rests on, one that several differences share again and again."""
        yield from self.entry.evidence
        for difference in self.entry.differences:
            yield from difference.evidence

    def cites(self, article: str) -> bool:
        """Whether the line rests on a sentence of that article."""
        return any(evidence.article == article for evidence in self.sentences())

    def spans_in(self, article: str) -> set[Span]:
        """The places in that article that the line rests on."""
        return {evidence.span for evidence in self.sentences() if evidence.article == article}

    @property
    def origins(self) -> int:
        """The number of independent sources where that is worth saying: where several pages tell it."""
        return len(self.entry.origins) if len({e.article for e in self.entry.evidence}) > 1 else 0

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The differences, conflicts first, each once: two that set the same sentences against each
        other are one seen from either side.
        """
        once: dict[tuple[str, frozenset[Evidence]], Difference] = {}
        for difference in self.entry.differences:
            once.setdefault((difference.slot, frozenset(difference.evidence)), difference)
        return tuple(sorted(once.values(), key=lambda d: d.kind != "conflict"))

    @property
    def contests(self) -> tuple[tuple[Difference, ...], ...]:
        """The differences, those together that a reader takes for one: of the same two values, whichever
        stands first in a conflict, or of one sentence against several others, as a denial of many claims.
        """
        groups: dict[tuple[object, ...], list[Difference]] = {}
        often = Counter(evidence for difference in self.differences for evidence in difference.evidence)
        for difference in self.differences:
            first, other = sides(difference)
            matter: object = max(first.evidence, other.evidence, key=often.__getitem__)
            if first.value and other.value:
                values = (first.said, other.said)
                matter = frozenset(values) if difference.kind == "conflict" else values
            groups.setdefault((difference.slot, difference.kind, matter), []).append(difference)
        return tuple(tuple(group) for group in groups.values())

    @property
    def undisputed(self) -> tuple[Evidence, ...]:
        """The evidence that no difference shows already."""
        differing = {e for difference in self.entry.differences for e in difference.evidence}
        return tuple(e for e in self.entry.evidence if e not in differing)


def numbered(entries: Iterable[Entry]) -> tuple[Line, ...]:
    """The entries of a whole timeline as its lines."""
    return tuple(Line(number, entry) for number, entry in enumerate(entries, 1))


def sides(difference: Difference) -> tuple[Side, Side]:
    """Both sides in the order they are read: of an update the earlier value first."""
    bare = max(len(difference.this), len(difference.other)) > _LONGEST_VALUE
    ours, theirs = _count(difference.this), _count(difference.other)
    if ours is None or theirs is None:
        ours = theirs = None
    this = Side(None if bare else difference.this, difference.evidence[0], ours)
    other = Side(None if bare else difference.other, difference.evidence[-1], theirs)
    return (this, other) if difference.kind == "conflict" else (other, this)


def terse(difference: Difference) -> bool:
    """Whether both values are short enough to stand in the line itself."""
    values = [side.value for side in sides(difference)]
    return all(value is not None and len(value) <= _TERSE for value in values)


def opposed(contest: Sequence[Difference]) -> tuple[Evidence, ...]:
    """The sentences of differences shown as one, each once, those of its two sides in turns; that of them
    all before the several that it stands against.
    """
    every = [side for difference in contest for side in sides(difference)]
    often = Counter(side.said for side in every)
    first = max(sides(contest[0]), key=lambda side: often[side.said]).said
    ours = dict.fromkeys(side.evidence for side in every if side.said == first)
    theirs = dict.fromkeys(side.evidence for side in every if side.said != first)
    turns = [each for pair in zip_longest(ours, theirs) for each in pair if each is not None]
    return tuple(dict.fromkeys(turns))


@lru_cache(maxsize=10_000)  # a line asks for its counts several times, and so does every reading of it
def _count(value: str) -> int | None:
    """The number that a value prints, alone or with `জন` or `টি` in any case: `৬ জনের` is 6."""
    found = numbers(value)
    if len(found) != 1 or found[0].text != value or found[0].unit not in _COUNTED:
        return None
    number = found[0].value
    return number if isinstance(number, int) and number < _SPELT else None


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A story under its title: pages in order of their printing, lines in order of their days."""

    title: str
    pages: tuple[Page, ...] = field(repr=False)
    lines: tuple[Line, ...] = field(repr=False)

    def page(self, evidence: Evidence) -> Page:
        """The page a citation stands on."""
        return next(p for p in self.pages if p.article.id == evidence.article)

    def page_of(self, line: Line, statement: Statement) -> Page | None:
        """The page that a statement of the line stands on, None where none holds its characters."""
        for page in self.pages:
            article = page.article
            if statement.span.of(article.text) == statement.text and line.cites(article.id):
                return page
        return None

    def quotations(self, line: Line, evidence: Iterable[Evidence]) -> list[Quotation]:
        """The sentences by article, chain and stance, in the order of their first."""
        found: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[Evidence]] = {}
        for one in evidence:
            found.setdefault((one.article, one.chain, self._stances(line, one)), []).append(one)
        return [
            Quotation(tuple(sorted(sentences, key=lambda e: e.span)), stances)
            for (_, _, stances), sentences in found.items()
        ]

    def _stances(self, line: Line, sentence: Evidence) -> tuple[str, ...]:
        """How the sources of the sentence say it, each stance once."""
        page = self.page(sentence)
        return tuple(
            dict.fromkeys(
                statement.stance
                for statement in line.entry.statements
                if statement.source in sentence.chain
                and statement.span.overlaps(sentence.span)
                and self.page_of(line, statement) == page
            )
        )

    def citing(self, page: Page) -> dict[Span, tuple[Line, ...]]:
        """The spans of the page that lines rest on or link to, in order of position, with those that rest."""
        found: dict[Span, list[Line]] = {}
        for line in self.lines:
            for span in line.spans_in(page.article.id):
                found.setdefault(span, []).append(line)
            for link in line.entry.links:
                if link.evidence.article == page.article.id:
                    found.setdefault(link.evidence.span, [])
        return {span: tuple(found[span]) for span in sorted(found)}

    @property
    def days(self) -> list[tuple[str | None, list[Line]]]:
        """The lines by the date of their entry, in order."""
        return [(day, list(lines)) for day, lines in groupby(self.lines, key=lambda line: line.entry.date)]

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who prints the pages, each outlet once; pages of unknown outlets aside."""
        return tuple(dict.fromkeys(p.article.outlet for p in self.pages if p.article.outlet))


def exhibit(
    entries: Sequence[Entry],
    articles: Iterable[Article],
    *,
    sources: Mapping[str, str] | None = None,
    title: str | None = None,
) -> Exhibit:
    """Lay out a timeline over the articles it was made from.

    `sources` names the file of each article by its id. Without a `title` the headline of the most
    central article stands over the story. Raises DataError when a line cites an article that is not
    there, or characters that are not the article's.
    """
    each = {article.id: article for article in articles}
    pages = tuple(
        Page(number, article, (sources or {}).get(article.id))
        for number, article in enumerate(in_order(each.values()), 1)
    )
    lines = numbered(entries)
    for line in lines:
        for evidence in (*line.cited, *(link.evidence for link in line.entry.links)):
            if evidence.article not in each:
                raise DataError(
                    f"line {line.number} cites {evidence.article!r}, which is not among the articles"
                )
            if evidence.span.of(each[evidence.article].text) != evidence.text:
                raise DataError(f"line {line.number} cites characters that are not in {evidence.article!r}")
    if title is None:
        title = headline_of([page.article for page in pages]) if pages else ""
    return Exhibit(title, pages, lines)
