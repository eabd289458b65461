"""Threads grow: a story that is new, or has grown, is tied to stories of the same actors and matter.

The method is that of `stories.grouping.threads`. Which stories may be tied is asked of the last that were
touched with an actor or a telling word, over all years; what is tied already is read back, and only the
threads that a new tie reaches are grouped anew.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from shutro.archive.ledger.growth import Growth, Open
from shutro.archive.tables.meetings import ALWAYS
from shutro.stories.grouping.likeness import Mass, alike_in_words, tied
from shutro.stories.grouping.linkage import Links, group
from shutro.stories.grouping.threads import (
    SAME_THREAD,
    Actor,
    asked_of,
    common_actors,
    even,
    head_spans,
    matter,
    prominent,
    thread_id,
    tying,
)

if TYPE_CHECKING:
    from shutro.archive.nouns.findings import Kept

_WORDS: Final = 14  # telling words of a story that are asked who had them
_ACTORS: Final = 8  # and actors
_SPREAD: Final = 64  # stories remembered for each, the last touched
_TRIED: Final = 20  # candidates likened
_ROUGH: Final = (
    0.5  # part of the likeness of one thread, by what is kept, from which on they are weighed anew
)
_WEIGHED: Final = 6  # and how many are
_TIES: Final = 40  # ties of a story that reach on to other threads, the strongest
_SHOWN: Final = 8  # actors on a thread's card
_MORE: Final = 1.5  # growth from which on a story is tied anew

Findings = Callable[[Sequence[int]], "list[Kept]"]


def tie_stories(growth: Growth, findings: Findings) -> None:
    """Tie the stories of this batch, and group the threads that were reached."""
    known = growth.ledger.titles(growth.changed)
    reached: list[set[int]] = []
    for number in sorted(known):
        story, before = growth.open[number], known[number][2]
        if not before or not before <= story.mass.size < max(before + 1, _MORE * before):
            reached.append({number, *_tie(growth, findings, story)})
    loose, growth.loose = growth.loose, set()
    reached += [set(growth.ledger.ties.members([thread])) for thread in sorted(loose)]
    for pool in reached:
        _regroup(growth, pool)
    # A thread whose stories all went into others is reached by none of them.
    _write(growth, {*growth.ledger.ties.threads_of(known).values(), *loose})


def _tie(growth: Growth, findings: Findings, story: Open) -> list[int]:
    """Find a story's ties anew; the stories it is tied to, the nearest first."""
    ties = growth.ledger.ties
    asked = list(asked_of([m.article for m in growth.ledger.members([story.number])[story.number]]))
    articles = growth.read(asked)
    heads = []
    for number, kept in zip(asked, findings(asked), strict=True):
        spans = head_spans(articles[number])
        heads.append([name for name in kept.names if any(span.covers(name.span) for span in spans)])
    mine = prominent(heads)
    ties.put_actors(story.number, mine)
    total = even(story.mass)
    keys = _keys(total, mine)
    met = growth.terms.met((ALWAYS,), keys, 2 * _TRIED)
    growth.terms.touch(ALWAYS, keys, story.number, _SPREAD)
    near = [number for number in growth.resolved(met) if number != story.number][:_TRIED]
    found: list[tuple[int, float, tuple[str, ...], tuple[str, ...]]] = []
    for other, both in _likeliest(growth, total, near, mine):
        likeness, ours, its = _likeness(growth, story, other)
        if likeness >= SAME_THREAD:
            told = matter(list(articles.values()), ours, its, both)
            found.append((other.number, round(likeness, 4), both, told))
    ties.put(story.number, found)
    ties.set_tied(story.number, story.mass.size)
    return [number for number, *_ in sorted(found, key=lambda tie: (-tie[1], tie[0]))][:_TIES]


def _likeliest(
    growth: Growth, total: Mass, near: Sequence[int], mine: Mapping[str, Actor]
) -> list[tuple[Open, tuple[str, ...]]]:
    """The few stories that may be tied to one: of the same actors, and alike by what is kept of them."""
    theirs = growth.ledger.ties.actors(near)
    rough: list[tuple[float, Open, tuple[str, ...]]] = []
    for number, other in growth.fetch(near).items():
        both = common_actors(mine, theirs.get(number, {}))
        if (
            tying(mine, both)
            and (likeness := alike_in_words(total, even(other.mass))) >= _ROUGH * SAME_THREAD
        ):
            rough.append((likeness, other, both))
    rough.sort(key=lambda one: (-one[0], one[1].number))
    return [(other, both) for _, other, both in rough[:_WEIGHED]]


def _likeness(growth: Growth, story: Open, other: Open) -> tuple[float, Mass, Mass]:
    """How alike two stories are, and their terms, weighed alike.

    What is kept of a story was weighed when its reports came; years apart that would set two measures
    against each other.
    """
    members = growth.ledger.members([story.number, other.number])
    ours, its = (
        even(growth.weighed([m.article for m in asked_of(members[one.number])], story.period))
        for one in (story, other)
    )
    return alike_in_words(ours, its), ours, its


def _keys(total: Mass, actors: Mapping[str, Actor]) -> dict[str, float]:
    """What a story is asked by: its most telling words, and its actors, who weigh as much as the first."""
    words = sorted(total.head.items(), key=lambda item: (-item[1], item[0]))[:_WORDS]
    keys = dict(words)
    most = words[0][1] if words else 1.0
    named = sorted(actors, key=lambda name: (actors[name].kind == "LOC", -actors[name].reports, name))
    for name in named[:_ACTORS]:
        keys[f"@{name}"] = most / 2 if actors[name].kind == "LOC" else most
    return keys


def _regroup(growth: Growth, reached: Collection[int]) -> None:
    """Group stories and all that stand in a thread with one of them."""
    ties = growth.ledger.ties
    if not reached:
        return
    before = ties.threads_of(reached)
    if len(reached) == 1 and not before:
        return
    pool = ties.in_time({*reached, *ties.members(sorted(set(before.values())))})
    at = {number: i for i, number in enumerate(pool)}
    links: Links = [{} for _ in pool]
    for one, other, likeness in ties.among(pool):
        # A tie's likeness has weighed names against other words already.
        links[at[one]][at[other]] = links[at[other]][at[one]] = (likeness / 2, likeness / 2)
    stood = ties.threads_of(pool)
    changed: set[int] = set(stood.values())
    for numbers in group(links, [1.0] * len(pool), tied, SAME_THREAD):
        members = [pool[i] for i in numbers]
        thread = None
        if len(members) > 1:
            founders = [number for number in members if number in changed]
            given = [stood.get(number) for number in members]
            thread = max(founders, key=given.count) if founders else members[0]
        for number in members:
            if stood.get(number) != thread:
                ties.set_thread(number, thread)
        if thread is not None:
            changed.add(thread)
    _write(growth, changed)


def _write(growth: Growth, threads: Iterable[int]) -> None:
    """Write the rows of threads, and take away those that have come apart."""
    ties = growth.ledger.ties
    for thread in sorted(set(threads)):
        stories = ties.in_thread(thread)
        if len(stories) < 2:
            for number, *_ in stories:
                ties.set_thread(number, None)
            ties.drop_thread(thread)
            continue
        held: defaultdict[int, float] = defaultdict(float)
        named: defaultdict[str, float] = defaultdict(float)
        for one, other, likeness, actors in ties.inside(thread):
            held[one] += likeness
            held[other] += likeness
            for n, actor in enumerate(json.loads(actors)):
                named[actor] += likeness / (1 + n)
        firsts = [first for _, _, _, first, _, _ in stories if first]
        lasts = [last for *_, last, _ in stories if last]
        title = max(stories, key=lambda row: held[row[0]])[2]
        shown = sorted(named, key=lambda actor: (-named[actor], actor))[:_SHOWN]
        founder = next((id for number, id, *_ in stories if number == thread), stories[0][1])
        id = thread_id(founder)
        growth.ledger.name(id, thread)
        ties.put_thread(
            (thread, id, title, min(firsts, default=None), max(lasts, default=None), len(stories),
             sum(row[5] for row in stories), json.dumps(shown, ensure_ascii=False))
        )  # fmt: skip
