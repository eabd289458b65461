"""Stories grow: articles that wait are put into stories, a batch a transaction.

The method is that of `stories.grouping.clusters`, with the window around the *article's* time instead of the
latest one, so that an old report that comes late finds the story it belongs to. What the window knows is
read from the archive as it is needed: a few rows of `meeting` and the masses of ten stories for an
article, however large the archive.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from shutro.archive.ledger.copies import Copyist
from shutro.archive.ledger.pack import packed_decision, packed_mass, unpacked_mass
from shutro.archive.tables.meetings import PERIOD, Terms
from shutro.archive.tables.stories import Ledger
from shutro.model import Article
from shutro.stories.features import Features, features
from shutro.stories.grouping.clusters import WINDOW, Decision, printed
from shutro.stories.grouping.likeness import SAME_STORY, Mass, alike, days_between, mass, shared
from shutro.stories.grouping.postings import TRIED
from shutro.stories.moments import in_order
from shutro.stories.story import story_id

_COUNTED: Final = 1500  # articles whose counted terms are remembered
_OPEN: Final = 3000  # stories whose mass is remembered

Read = Callable[[Sequence[int]], dict[int, Article]]


@dataclass(slots=True, eq=False)
class Open:
    """A story that is at hand: `period` is the founder's, in which its terms are counted."""

    number: int
    id: str
    period: int
    mass: Mass


class Growth:
    """What one process remembers of the stories between two batches; all of it can be read again."""

    def __init__(self, ledger: Ledger, read: Read) -> None:
        self.ledger = ledger
        self.read = read
        self.terms = Terms(ledger.tables)
        self.copyist = Copyist(ledger.bands, read)
        self.open: dict[int, Open] = {}
        self.changed: set[int] = set()  # stories of this batch to be written
        self.loose: set[int] = set()  # threads that lost a story
        self._counted: dict[int, Features] = {}
        self._version = -1

    def forget(self) -> None:
        """Read everything again: another process wrote, or a batch was undone."""
        self.terms.forget()
        self.copyist.forget()
        self.open.clear()
        self.changed.clear()
        self.loose.clear()
        self._counted.clear()
        self._version = -1

    def begin(self, version: int) -> None:
        """Start a batch on the stories of that version."""
        if version != self._version:
            self.forget()
        if len(self.open) > _OPEN:
            self.open.clear()

    def end(self, version: int) -> None:
        """Write what changed; the stories are of that version now."""
        live = sorted(number for number in self.changed if number in self.open)
        masses = [(number, packed_mass(self.open[number].mass)) for number in live]
        self.ledger.put_masses(masses)
        for number, data in masses:
            # The same as another process will read, so that nothing depends on who goes on.
            self.open[number].mass = unpacked_mass(data)
        self.terms.flush()
        self.changed.clear()
        self._version = version

    # placing

    def place(self, numbers: Sequence[int]) -> None:
        """Put waiting articles into their stories, in order of time."""
        articles = self.read(numbers)
        known = self.ledger.added(numbers)
        number_of = {articles[number].id: number for number in numbers}
        for article in in_order(articles.values()):
            number = number_of[article.id]
            added, story = known[number]
            if story is None or not self._stays(number, article, story):
                self._place(number, article, added)
            self._copies(number, article, known=story is not None)

    def _place(self, number: int, article: Article, added: float) -> None:
        counted = self.counted(number, article)
        moment = counted.when.timestamp() if counted.when else None
        period = period_of(moment if moment is not None else added)
        weights = self.terms.weights(period, counted.head.keys() | counted.whole.keys())
        alone = mass([counted], weights)
        candidates = self.candidates(alone, period)
        decision = self._decide(article, alone, candidates)
        length = sum(len(span) for span in article.paragraphs)
        if decision.new:
            story = self.found(number, article.id, period, alone)
            self.ledger.place(number, number, moment, length, packed_decision(decision))
        else:
            story = next(one for one in candidates if one.id == decision.story)
            self._join(story, counted, alone, period)
            self.ledger.place(number, story.number, moment, length, packed_decision(decision))
            merged = self._merge(story, candidates)
            if merged:
                survivor, gone = merged
                decision = replace(decision, story=survivor.id, merged=gone)
                self.ledger.move(number, survivor.number, packed_decision(decision))

    def _stays(self, number: int, article: Article, story: int) -> bool:
        """Whether a revised article says much the same still; else it is taken out of its story.

        A founder always stays: the story is known by it.
        """
        self._counted.pop(number, None)
        counted = self.counted(number, article)
        held = self.fetch([story])[story]
        weights = self.terms.weights(held.period, counted.head.keys() | counted.whole.keys())
        alone = mass([counted], weights)
        if held.mass.size == 1:
            self.remass(held, alone)
        elif number != story and alike(alone, held.mass) < SAME_STORY:
            rest = [m.article for m in self.ledger.members([story])[story] if m.article != number]
            self.remass(held, self.weighed(rest, held.period))
            return False
        moment = counted.when.timestamp() if counted.when else None
        self.ledger.stays(number, moment, sum(len(span) for span in article.paragraphs))
        self.changed.add(story)
        return True

    def counted(self, number: int, article: Article | None = None) -> Features:
        """The terms of an article."""
        if number not in self._counted:
            if len(self._counted) >= _COUNTED:
                del self._counted[next(iter(self._counted))]
            self._counted[number] = features(article or self.read([number])[number])
        return self._counted[number]

    def weighed(self, numbers: Iterable[int], period: int) -> Mass:
        """The articles taken together, their terms weighed as around a period."""
        reports = [self.counted(number) for number in numbers]
        terms = {term for one in reports for term in (*one.head, *one.whole)}
        return mass(reports, self.terms.weights(period, terms))

    # stories

    def candidates(self, alone: Mass, period: int) -> list[Open]:
        """The stories of the window around a report, or a story, that it may belong to."""
        met = self.terms.met((period - 1, period, period + 1), alone.head, 2 * TRIED)
        found = self.fetch(self.resolved(met)).values()
        return [story for story in found if days_between(alone, story.mass) <= WINDOW.days][:TRIED]

    def resolved(self, numbers: Collection[int]) -> list[int]:
        """The stories that hold these founders now, in order, each once."""
        now = self.ledger.stories_of([number for number in numbers if number not in self.open])
        found = [now.get(number, number if number in self.open else None) for number in numbers]
        return list(dict.fromkeys(number for number in found if number is not None))

    def fetch(self, stories: Collection[int]) -> dict[int, Open]:
        """Stories by number, in the order asked."""
        missing = [number for number in stories if number not in self.open]
        for number, (id, period, data) in self.ledger.masses(missing).items():
            self.open[number] = Open(number, id, period, unpacked_mass(data))
        return {number: self.open[number] for number in stories}

    def found(self, number: int, article: str, period: int, total: Mass) -> Open:
        """A new story, founded by an article."""
        story = Open(number, story_id(article), period, total)
        self.ledger.begin(number, story.id, period)
        self.open[number] = story
        self.terms.count_story(period, total.head, 1)
        self.terms.touch(period, total.head, number)
        self.changed.add(number)
        return story

    def remass(self, story: Open, total: Mass) -> None:
        """Give a story other terms."""
        self.terms.count(story.period, story.mass.head, -1)
        self.terms.count(story.period, total.head, 1)
        story.mass = total
        self.changed.add(story.number)

    def drop(self, story: Open) -> None:
        """End a story whose articles have gone elsewhere."""
        self.terms.count_story(story.period, story.mass.head, -1)
        self.loose |= set(self.ledger.ties.threads_of([story.number]).values())
        del self.open[story.number]
        self.ledger.end(story.number)
        self.changed.discard(story.number)

    def _decide(self, article: Article, alone: Mass, candidates: Sequence[Open]) -> Decision:
        likeness = {story.id: alike(alone, story.mass) for story in candidates}
        if not likeness:
            return Decision(article.id, story_id(article.id), True, 0.0, SAME_STORY)
        best = max(candidates, key=lambda story: likeness[story.id])
        new = likeness[best.id] < SAME_STORY
        return Decision(
            article.id,
            story_id(article.id) if new else best.id,
            new,
            likeness[best.id],
            SAME_STORY,
            days_between(alone, best.mass),
            printed(article, shared(alone, best.mass)),
        )

    def _join(self, story: Open, counted: Features, alone: Mass, period: int) -> None:
        self.terms.count(story.period, alone.head.keys() - story.mass.head.keys(), 1)
        self.terms.touch(period, alone.head, story.number)
        story.mass.add(alone.head, alone.whole, counted)
        self.changed.add(story.number)

    def _merge(self, story: Open, candidates: Iterable[Open]) -> tuple[Open, tuple[str, ...]] | None:
        """Join to a story that has grown the candidates that are alike now; what it is then, and who went."""
        gone: list[str] = []
        for other in candidates:
            if other is story or other.number not in self.open:
                continue
            if alike(story.mass, other.mass) < SAME_STORY:
                continue
            story, lesser = sorted((story, other), key=_standing)
            self.terms.count(story.period, lesser.mass.head.keys() - story.mass.head.keys(), 1)
            story.mass.merge(lesser.mass)
            self.drop(lesser)
            self.ledger.gather(lesser.number, story.number)
            self.changed.add(story.number)
            gone.append(lesser.id)
        return (story, tuple(gone)) if gone else None

    def _copies(self, number: int, article: Article, known: bool) -> None:
        if known:
            self.ledger.copied.drop(number)
        found = self.copyist.find(number, article, self.ledger.revision(number) if known else 0)
        self.ledger.copied.put(
            [(one, other, pair.kind, round(pair.likeness, 4)) for one, other, pair in found]
        )


def _standing(story: Open) -> tuple[int, float, str]:
    """The larger story gives its name to two that become one, then the earlier."""
    first = story.mass.first
    return (-story.mass.size, first.timestamp() if first else 0.0, story.id)


def period_of(moment: float) -> int:
    """The period that a moment lies in."""
    return int(moment // PERIOD)
