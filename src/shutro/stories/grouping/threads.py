"""Threads: stories tied by the same actors and the same matter over months and years."""

from __future__ import annotations

import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, TypeVar

from shutro.bangla.words import words
from shutro.model import Article, Name, NameKind
from shutro.span import Span
from shutro.stories.features import features
from shutro.stories.grouping.clusters import WINDOW
from shutro.stories.grouping.likeness import Mass, alike_in_words, mass, shared, tied
from shutro.stories.grouping.linkage import Links, group
from shutro.stories.grouping.weights import Weights
from shutro.stories.story import Story
from shutro.stories.terms import press, term

SAME_THREAD: Final = 0.15  # likeness, time aside, at which two stories with a common actor are tied
_ACTORS: Final[frozenset[NameKind]] = frozenset({"PER", "ORG", "LOC"})
_ASKED_OF: Final = 6  # reports of a story that are asked for its actors
_LEAD: Final = 3  # paragraphs that name them
_PROMINENT: Final = 0.3  # part of those reports that must name an actor
_MOSTLY: Final = 0.5  # part of them that must name whom a story is about
_MATTERS: Final = 5  # terms that explain a tie
_TELLING: Final = 3.5  # rarity of a term worth showing: in fewer than 1 of 30 articles


# A story began some days before the first report of it here.
_BEFORE: Final = timedelta(days=3)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that a story keeps naming: what kind of name, and in how many reports."""

    kind: NameKind
    reports: int


@dataclass(frozen=True, slots=True)
class Tie:
    """Why two stories belong to one thread.

    `actors` are canonical names that both tell of; `matter` are other words they share, as one of
    the reports printed them; both the most telling first. `likeness` leaves time aside.
    """

    one: str
    other: str
    likeness: float
    actors: tuple[str, ...]
    matter: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Thread:
    """Stories in order of time, and the ties between them; a story on its own is no thread."""

    id: str
    title: str
    stories: tuple[Story, ...] = field(repr=False)
    ties: tuple[Tie, ...] = field(repr=False)


def threads(stories: Iterable[Story], *, chosen: bool = False) -> list[Thread]:
    """The threads among `stories`, which are given in order of their beginning.

    Of stories that a reader has `chosen` to see together, the same matter is enough for a tie as long as
    they lie near each other; months later the same river, road or ministry is in the news again, and a
    person in common is asked for, or a day of the one that the other names. Of stories met in an archive a
    common actor is asked for always.
    """
    kept = list(stories)
    weights = _weights(kept)
    masses = [even(mass(map(features, story.articles), weights)) for story in kept]
    ties = _ties(kept, masses, chosen)
    links: Links = [{} for _ in kept]
    for (i, j), tie in ties.items():
        # A tie's likeness has weighed names against other words already.
        links[i][j] = links[j][i] = (tie.likeness / 2, tie.likeness / 2)
    made = []
    for numbers in group(links, [1.0] * len(kept), tied, SAME_THREAD):
        if len(numbers) > 1:
            inside = tuple(tie for (i, j), tie in ties.items() if i in numbers and j in numbers)
            members = tuple(kept[i] for i in numbers)
            made.append(Thread(thread_id(members[0].id), _title(members, inside), members, inside))
    return made


def _weights(stories: Sequence[Story]) -> Weights:
    weights = Weights()
    for story in stories:
        weights.stories += 1
        weights.counts.update({t for article in story.articles for t in features(article).head})
    return weights


def even(total: Mass) -> Mass:
    """A story as if it were one report: how many wrote of it doesn't count in a thread."""
    scale = total.within**0.5
    if not scale:
        return total
    head = {t: w / scale for t, w in total.head.items()}
    whole = {t: w / scale for t, w in total.whole.items()}
    return Mass(1, 1.0, head, whole, total.first, total.last)


def _ties(stories: Sequence[Story], masses: Sequence[Mass], chosen: bool) -> dict[tuple[int, int], Tie]:
    """The ties between stories that share a telling word in their heads."""
    having: dict[str, list[int]] = {}
    met: dict[tuple[int, int], float] = {}
    for j, total in enumerate(masses):
        for word, weight in total.head.items():
            for i in having.setdefault(word, []):
                met[i, j] = met.get((i, j), 0.0) + weight * masses[i].head[word]
            having[word].append(j)
    ties: dict[tuple[int, int], Tie] = {}
    known: dict[int, dict[str, Actor]] = {}
    for i, j in met:
        likeness = alike_in_words(masses[i], masses[j])
        if likeness < SAME_THREAD:
            continue
        for n in (i, j):
            if n not in known:
                known[n] = actors(stories[n].articles)
        both = common_actors(known[i], known[j])
        if _goes_on(stories[i], stories[j], known[i], known[j]) if chosen else tying(known[i], both):
            articles = (*stories[i].articles, *stories[j].articles)
            told = matter(articles, masses[i], masses[j], both)
            ties[i, j] = Tie(stories[i].id, stories[j].id, round(likeness, 4), both, told)
    return ties


def _goes_on(one: Story, other: Story, known: Mapping[str, Actor], known_too: Mapping[str, Actor]) -> bool:
    """Whether one story of a matter is the other going on, and not the like of it happening again."""
    told = [[day for day in map(_printed, story.articles) if day is not None] for story in (one, other)]
    if not all(told) or _heroes(one, known) & _heroes(other, known_too):
        return True
    (_, before), (later, after) = sorted(((one, told[0]), (other, told[1])), key=lambda s: min(s[1]))
    if min(after) - max(before) <= WINDOW:
        return True
    since, until = min(before) - _BEFORE, max(before)
    named = (date.fromisoformat(day) for article in later.articles for day in features(article).days)
    return any(since <= day <= until for day in named)


def _heroes(story: Story, known: Mapping[str, Actor]) -> frozenset[str]:
    """The persons that most reports of a story name."""
    least = _MOSTLY * len(asked_of(story.articles))
    return frozenset(name for name, actor in known.items() if actor.kind == "PER" and actor.reports >= least)


def _printed(article: Article) -> date | None:
    return article.published.day if article.published else None


def common_actors(one: Mapping[str, Actor], other: Mapping[str, Actor]) -> tuple[str, ...]:
    """The actors that two stories share, those first that most reports name."""
    return tuple(sorted(one.keys() & other.keys(), key=lambda a: (-one[a].reports * other[a].reports, a)))


def tying(known: Mapping[str, Actor], common: Sequence[str]) -> bool:
    """Whether these common actors can tie two stories.

    One place in common ties nothing: half the country's news happens in the same three cities.
    """
    return len(common) > 1 or any(known[name].kind != "LOC" for name in common)


def actors(articles: Sequence[Article]) -> dict[str, Actor]:
    """The canonical names that the headlines and leads of a story keep naming."""
    from shutro.meaning.names.names import names

    return prominent([names(_head(article)) for article in asked_of(articles)])


def asked_of(articles: Sequence[T]) -> Sequence[T]:
    """The reports of a story, or whatever stands for them, that are asked for its actors."""
    return articles[:: max(1, len(articles) // _ASKED_OF)][:_ASKED_OF]


def prominent(heads: Sequence[Sequence[Name]]) -> dict[str, Actor]:
    """The actors among the names that the heads of some reports have."""
    kinds: dict[str, NameKind] = {}
    named: Counter[str] = Counter()
    for names in heads:
        found = {name.canonical: name.kind for name in names if name.kind in _ACTORS}
        kinds |= found
        named.update(found.keys())
    return {name: Actor(kinds[name], n) for name, n in named.items() if n >= _PROMINENT * len(heads)}


def head_spans(article: Article) -> tuple[Span, ...]:
    """Where the headline, if the page shows one, and the lead stand in an article's text."""
    headline = article.where("headline")
    return (*([headline] if headline else []), *article.paragraphs[:_LEAD])


def _head(article: Article) -> str:
    return "\n".join((article.headline, *article.body[:_LEAD]))


def matter(articles: Sequence[Article], a: Mass, b: Mass, named: Sequence[str]) -> tuple[str, ...]:
    """The words two stories share that name nobody, each as a headline or lead of `articles` prints it."""
    covered = {term(span.of(name)) for name in named for span in words(name)}
    printed: dict[str, str] = {}
    for article in articles:
        text = _head(article)
        for span in words(text):
            word = span.of(text)
            key = term(word)
            if key not in printed or len(word) < len(printed[key]):
                printed[key] = word
    told = [
        word
        for word, _ in shared(a, b, most=6 * _MATTERS)
        if word not in covered and word in printed and press().rarity(word) > _TELLING
    ]
    return tuple(printed[word] for word in told[:_MATTERS])


def _title(stories: Sequence[Story], ties: Sequence[Tie]) -> str:
    """The title of the story that its ties hold fastest, one of many reports before a last echo of it."""
    held: defaultdict[str, float] = defaultdict(float)
    for tie in ties:
        held[tie.one] += tie.likeness
        held[tie.other] += tie.likeness
    return max(stories, key=lambda s: held[s.id] * math.sqrt(len(s.articles))).title


def thread_id(founder: str) -> str:
    """The id of the thread that the story `founder` begins."""
    return "t" + hashlib.sha256(founder.encode()).hexdigest()[:12]
