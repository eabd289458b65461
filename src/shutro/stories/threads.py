"""Threads: stories tied by the same actors and the same matter over months and years."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from shutro.bangla.words import words
from shutro.model import Article, NameKind
from shutro.stories.features import features
from shutro.stories.likeness import Mass, alike_in_words, mass, shared, tied
from shutro.stories.linkage import Links, group
from shutro.stories.story import Story
from shutro.stories.terms import press, term
from shutro.stories.weights import Weights

SAME_THREAD: Final = 0.15  # likeness, time aside, at which two stories with a common actor are tied
_ACTORS: Final[frozenset[NameKind]] = frozenset({"PER", "ORG", "LOC"})
_ASKED_OF: Final = 6  # reports of a story that are asked for its actors
_LEAD: Final = 3  # paragraphs that name them
_PROMINENT: Final = 0.3  # part of those reports that must name an actor
_MATTERS: Final = 5  # terms that explain a tie
_TELLING: Final = 3.5  # rarity of a term worth showing: in fewer than 1 of 30 articles


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

    Of stories that a reader has `chosen` to see together, the same matter is enough for a tie; of
    stories met in an archive a common actor is asked for too.
    """
    kept = list(stories)
    weights = _weights(kept)
    masses = [_even(mass(map(features, story.articles), weights)) for story in kept]
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
            made.append(Thread(_id(members[0]), _title(members, inside), members, inside))
    return made


def _weights(stories: Sequence[Story]) -> Weights:
    weights = Weights()
    for story in stories:
        weights.stories += 1
        weights.counts.update({t for article in story.articles for t in features(article).head})
    return weights


def _even(total: Mass) -> Mass:
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
        common = known[i].keys() & known[j].keys()
        both = sorted(common, key=lambda a: (-known[i][a].reports * known[j][a].reports, a))
        # One place in common ties nothing: half the country's news happens in the same three cities.
        if chosen or len(both) > 1 or any(known[i][name].kind != "LOC" for name in both):
            matter = _matter(stories[i], stories[j], masses[i], masses[j], both)
            ties[i, j] = Tie(stories[i].id, stories[j].id, round(likeness, 4), tuple(both), matter)
    return ties


def actors(articles: Sequence[Article]) -> dict[str, Actor]:
    """The canonical names that the headlines and leads of a story keep naming."""
    from shutro.meaning.names import names

    step = max(1, len(articles) // _ASKED_OF)
    asked = articles[::step][:_ASKED_OF]
    kinds: dict[str, NameKind] = {}
    named: Counter[str] = Counter()
    for article in asked:
        found = {name.canonical: name.kind for name in names(_head(article)) if name.kind in _ACTORS}
        kinds |= found
        named.update(found.keys())
    return {name: Actor(kinds[name], n) for name, n in named.items() if n >= _PROMINENT * len(asked)}


def _head(article: Article) -> str:
    return "\n".join((article.headline, *article.body[:_LEAD]))


def _matter(one: Story, other: Story, a: Mass, b: Mass, named: Sequence[str]) -> tuple[str, ...]:
    """The shared words that name nobody, each as a headline or lead prints it."""
    covered = {term(span.of(name)) for name in named for span in words(name)}
    printed: dict[str, str] = {}
    for article in (*one.articles, *other.articles):
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
    """The title of the story that its ties hold fastest."""
    held: defaultdict[str, float] = defaultdict(float)
    for tie in ties:
        held[tie.one] += tie.likeness
        held[tie.other] += tie.likeness
    return max(stories, key=lambda s: held[s.id]).title


def _id(first: Story) -> str:
    return "t" + hashlib.sha256(first.id.encode()).hexdigest()[:12]
