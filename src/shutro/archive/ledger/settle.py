"""Settling: the stories that lately took reports are grouped anew with their neighbours.

So the order of arrival hardly matters: what came first and founded a story of its own goes where it
belongs once the rest is known. Only stories near the changed ones are looked at, so the cost does not
grow with the archive; a very large story is settled for good and only takes reports.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from typing import Final

from shutro.archive.ledger.growth import Growth, Open, period_of
from shutro.archive.ledger.pack import packed_decision
from shutro.archive.tables.stories import Member
from shutro.stories.grouping.clusters import Decision, printed
from shutro.stories.grouping.likeness import SAME_STORY, alike, days_between, shared
from shutro.stories.grouping.pool import regroup

POOL: Final = 600  # reports grouped anew at a time, where many came
FEW: Final = 240  # and where few did
_EACH: Final = 3  # reports looked at for each that came
LARGE: Final = 200  # reports from which on a story is no longer taken apart
_NEAR: Final = 0.15  # part of the likeness of one story that makes two neighbours


def settle(growth: Growth, came: int) -> None:
    """Group anew what has changed since the last settling, in which time `came` reports were placed."""
    changed = growth.fetch(growth.resolved(growth.ledger.unsettled()))
    for pool in _pools(growth, changed, max(FEW, min(POOL, _EACH * came))):
        _settle(growth, pool)
    growth.ledger.settled()


def _pools(growth: Growth, changed: Mapping[int, Open], most: int) -> Iterator[list[Open]]:
    """The changed stories with their neighbours, each pool those of one time until it holds `most` reports.

    What hangs together stands in one pool where that is possible, and no story in two. Where all is one
    pool with room left, the neighbours of neighbours come in too.
    """
    left = {number: story for number, story in changed.items() if story.mass.size <= LARGE}
    near = {number: _neighbours(growth, story) for number, story in left.items()}
    beside: defaultdict[int, list[int]] = defaultdict(list)
    for number in sorted(near):
        for other in near[number]:
            beside[other.number].append(number)
    pooled: set[int] = set()
    while left:
        first = min(left.values(), key=_began)
        pool: dict[int, Open] = {}
        for turn in sorted((s for s in left.values() if abs(s.period - first.period) <= 1), key=_began):
            queue = deque([turn])
            while queue and _reports(pool) < most:
                story = queue.popleft()
                if left.pop(story.number, None) is None:
                    continue
                for other in (story, *near[story.number]):
                    if other.number not in pooled and other.mass.size <= LARGE:
                        pooled.add(other.number)
                        pool[other.number] = other
                        queue += [left[n] for n in (other.number, *beside[other.number]) if n in left]
        if not left and len(pooled) == len(pool):
            _fill(growth, pool, changed.keys(), most)
        yield list(pool.values())
        left = {number: story for number, story in left.items() if growth.open.get(number) is story}


def _fill(growth: Growth, pool: dict[int, Open], asked: Collection[int], most: int) -> None:
    """Take in the neighbours of those that were not asked for theirs, and so on, up to `most` reports."""
    queue = deque(story for story in pool.values() if story.number not in asked)
    while queue and _reports(pool) < most:
        for other in _neighbours(growth, queue.popleft()):
            if other.number not in pool and other.mass.size <= LARGE:
                pool[other.number] = other
                queue.append(other)


def _reports(pool: Mapping[int, Open]) -> int:
    return sum(story.mass.size for story in pool.values())


def _neighbours(growth: Growth, story: Open) -> list[Open]:
    last = story.mass.last
    period = period_of(last.timestamp()) if last else story.period
    found = growth.candidates(story.mass, period)
    return [other for other in found if alike(story.mass, other.mass) >= _NEAR * SAME_STORY]


def _began(story: Open) -> tuple[bool, datetime | None, str]:
    return (story.mass.first is None, story.mass.first, story.id)


def _settle(growth: Growth, pool: list[Open]) -> None:
    if not pool or (len(pool) < 2 and pool[0].mass.size < 3):
        return
    members = growth.ledger.members([story.number for story in pool])
    story_of = {m.article: number for number, listed in members.items() for m in listed}
    everyone = sorted(
        (m for listed in members.values() for m in listed),
        key=lambda m: (m.moment is None, m.moment or 0.0, m.id),
    )
    reports = [growth.counted(m.article) for m in everyone]
    terms = {term for one in reports for term in (*one.head, *one.whole)}
    around = growth.terms.weights(pool[0].period, terms)
    around.stories = max(0, around.stories - len(pool))
    for story in pool:
        around.counts.subtract(story.mass.head.keys())
    around.counts = +around.counts
    groups = [[everyone[i] for i in group] for group in regroup(reports, around)]
    sizes = {number: len(listed) for number, listed in members.items()}
    new = [
        group
        for group in groups
        if len(group) != sizes[story_of[group[0].article]] or len({story_of[m.article] for m in group}) > 1
    ]
    if new:
        _rewrite(growth, pool, new, story_of)


def _rewrite(growth: Growth, pool: list[Open], groups: list[list[Member]], story_of: dict[int, int]) -> None:
    """Let the groups be the stories; those of the pool that are in none of them stay as they are."""
    stories = {story.number: story for story in pool}
    heirs = [_founder(group, story_of, stories) for group in groups]
    gone = {story_of[m.article] for group in groups for m in group} - {m.article for m in heirs}
    for number in sorted(gone):
        growth.drop(stories[number])
    for heir, group in zip(heirs, groups, strict=True):
        numbers = [m.article for m in group]
        if heir.article in stories and heir.article not in gone:
            story = stories[heir.article]
            growth.remass(story, growth.weighed(numbers, story.period))
        else:
            at = heir.moment if heir.moment is not None else heir.added
            total = growth.weighed(numbers, period_of(at))
            story = growth.found(heir.article, heir.id, period_of(at), total)
        last = story.mass.last
        growth.terms.touch(
            period_of(last.timestamp()) if last else story.period, story.mass.head, story.number
        )
        for m in group:
            if story_of[m.article] != story.number:
                growth.ledger.move(m.article, story.number, _why(growth, m, story, numbers))


def _founder(group: list[Member], story_of: dict[int, int], stories: dict[int, Open]) -> Member:
    """The article that a group is known by: the founder of the story that gives it most, else its first."""
    given = Counter(story_of[m.article] for m in group)
    founders = [m for m in group if m.article in stories]
    if not founders:
        return group[0]
    return max(founders, key=lambda m: (given[m.article], -(m.moment or 0.0)))


def _why(growth: Growth, moved: Member, story: Open, numbers: Collection[int]) -> str:
    """The decision for an article that was moved: how alike it is to the others of its story."""
    if len(numbers) == 1:
        return packed_decision(Decision(moved.id, story.id, True, 0.0, SAME_STORY))
    counted = growth.counted(moved.article)
    alone = growth.weighed([moved.article], story.period)
    rest = growth.weighed([n for n in numbers if n != moved.article], story.period)
    article = growth.read([moved.article])[moved.article]
    decision = Decision(
        counted.id,
        story.id,
        False,
        alike(alone, rest),
        SAME_STORY,
        days_between(alone, rest),
        printed(article, shared(alone, rest)),
    )
    return packed_decision(decision)
