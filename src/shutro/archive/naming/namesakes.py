"""People of one name: which reports mean which of them, as far as they tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, pairwise

from shutro.archive.naming.bearings import NOBODY, Told
from shutro.bangla.keys import folded, sound_key
from shutro.bangla.stems import count
from shutro.meaning.names.known.words import word_list
from shutro.meaning.names.meant.tells import Tell, apart

_YEARS = 2  # papers may give ages that lie so far apart for one person
_YEAR = 365.25  # days
_TERM = 60  # days: who holds one office and then another of its kind within them is two people
_RARE = 60  # times that a word stands in the counted news, at most, to tell who somebody is


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name in an article: `place` tells two people of one name in it apart, `day` is 0 where unknown."""

    article: int
    id: str
    day: int
    place: int
    story: int | None
    told: tuple[Told, ...]


@dataclass(slots=True)
class Bearer:
    """One of several people of a name: `label` is what a report says of them, in its own words."""

    label: str
    seen: list[Sighting]

    @property
    def articles(self) -> list[int]:
        """The reports that mean this one, newest first."""
        newest = sorted(self.seen, key=lambda s: (-s.day, s.id))
        return list(dict.fromkeys(sighting.article for sighting in newest))

    @property
    def called(self) -> frozenset[str]:
        """The search keys of the label and of all that reports say of them."""
        return frozenset(
            folded(words) for words in (self.label, *(t.words for s in self.seen for t in s.told))
        )


def called(people: Sequence[Bearer], words: str) -> Bearer | None:
    """Whom of several people a label, or what a report says of one of them, leads to; None where it is said
    of several."""
    found = [one for one in people if folded(words) in one.called]
    return found[0] if len(found) == 1 else None


def bearers(seen: Sequence[Sighting]) -> list[Bearer]:
    """The people that sightings of one name are of, most reports first; empty where nothing shows two.

    Two are shown by what cannot be of one person: another age or parent in another story, one kind of
    office of two places in two months, an office here and a private person's age or parents there, or an
    article that tells them apart itself. Then whoever is known to be the same (by story, parents, office,
    or what they are called) is one, and what tells nothing is nobody's. The order of `seen` changes
    nothing.
    """
    groups = _grouped(sorted(seen, key=lambda s: (s.day, s.id, s.place)))
    if not any(_apart(a, b) for a, b in combinations([g for g in groups if g.facts], 2)):
        return []
    found = [Bearer(_label(group.seen), group.seen) for group in groups if any(s.told for s in group.seen)]
    found.sort(key=lambda one: (-len(one.articles), one.seen[0].day, one.seen[0].id, one.seen[0].place))
    return _labelled(found)


def _label(seen: Sequence[Sighting]) -> str:
    """What is said of them that tells most: who they are called with whose, their office, parents; where
    there is no more, a word and the age."""
    times = Counter(told for sighting in seen for told in sighting.told)
    most = sorted(times, key=lambda told: (_shape(told), -times[told], len(told.words), told.words))
    shapes = {_shape(told): told.words for told in reversed(most)}
    first, *_ = sorted(shapes)
    return ", ".join(shapes[shape] for shape in sorted(shapes) if shape == first or first == _BARE)


def _shape(told: Told) -> int:
    """The order in which labels are chosen."""
    shapes = ("office", "parent", "called", "age")
    return 0 if told.kind == "called" and told.of else shapes.index(told.kind) + 1


_BARE = 3


def _labelled(found: Sequence[Bearer]) -> list[Bearer]:
    """Each with a label of its own: what another is called too stands with the day they were first met."""
    times = Counter(words for one in found for words in one.called)
    shared = [one for one in found if times[folded(one.label)] > 1]
    for one in shared:
        day = one.seen[0].day
        one.label = f"{one.label}, {date.fromordinal(day) if day else one.seen[0].id}"
    met = Counter(folded(one.label) for one in shared)
    for one in shared:
        if met[folded(one.label)] > 1:
            which = f"#{one.seen[0].place + 1}" if one.seen[0].place else ""
            one.label = f"{one.label}, {one.seen[0].id}{which}"
    return list(found)


@dataclass(slots=True)
class _Group:
    """Sightings that are known to be of one person; `facts` are those that can tell people apart."""

    seen: list[Sighting]
    facts: list[tuple[Sighting, Told | None]]


def _grouped(seen: Sequence[Sighting]) -> list[_Group]:
    several = {s.article for s in seen if s.place > 0}
    groups = [_alone(sighting, several) for sighting in seen if sighting.place != NOBODY]
    of = list(range(len(groups)))

    def root(at: int) -> int:
        while of[at] != at:
            at = of[at]
        return at

    for one, other in _links([group.seen[0] for group in groups]):
        a, b = sorted((root(one), root(other)))
        if a != b and not _apart(groups[a], groups[b]):
            groups[a].seen += groups[b].seen
            groups[a].facts += groups[b].facts
            of[b] = a
    return [group for at, group in enumerate(groups) if of[at] == at]


def _alone(sighting: Sighting, several: set[int]) -> _Group:
    """A group of one; where an article names two so, that it is of their story tells nothing."""
    facts: list[tuple[Sighting, Told | None]] = []
    if sighting.article in several:
        sighting = replace(sighting, story=None)
        facts.append((sighting, None))
    facts += [(sighting, told) for told in sighting.told if told.kind != "called"]
    return _Group([sighting], facts)


def _links(seen: Sequence[Sighting]) -> Iterator[tuple[int, int]]:
    """Pairs of sightings that are of one person if nothing speaks against it, the surest kind first."""
    for marks in (_parents, _offices, _stories, _calls):
        alike: dict[object, list[int]] = defaultdict(list)
        for at, sighting in enumerate(seen):
            for mark in sorted(marks(sighting)):
                alike[mark].append(at)
        for every in alike.values():
            yield from ((every[0], other) for other in every[1:])
            yield from pairwise(every[1:])


def _parents(s: Sighting) -> set[str]:
    return {sound_key(told.value) for told in s.told if told.kind == "parent"}


def _offices(s: Sighting) -> set[str]:
    return {f"{told.value} {sound_key(told.of)}" for told in s.told if told.kind == "office"}


def _stories(s: Sighting) -> set[int]:
    return set() if s.story is None else {s.story}


def _calls(s: Sighting) -> set[str]:
    """Each rare word of what somebody is called, with each other word beside it; of who is called
    somebody's kin, with that, for the rest is told of another."""
    pairs: set[str] = set()
    for told in s.told:
        words = {*told.of.split(), told.value} if told.kind == "called" else set()
        found = ({one, other} for one in _rare(words) for other in words - {one})
        kin = {told.value} & word_list("kin")
        pairs |= {" ".join(sorted(pair)) for pair in found if kin <= pair}
    return pairs


def _rare(words: Iterable[str]) -> set[str]:
    return {word for word in words if count(word) <= _RARE}


def _apart(one: _Group, other: _Group) -> bool:
    return any(_contradict(*a, *b) for a in one.facts for b in other.facts)


def _contradict(a: Sighting, told: Told | None, b: Sighting, its: Told | None) -> bool:
    """Whether two things told of two sightings cannot be of one person; None is what no words tell."""
    if a.article == b.article and a.place != b.place:
        return True
    if told is None or its is None:
        return False
    if told.kind == its.kind == "office":
        near = bool(a.day and b.day) and abs(a.day - b.day) <= _TERM
        alike = _rare(folded(told.of).split()) & _rare(folded(its.of).split())
        return near and not alike and apart([_tell(told)], [_tell(its)]) is not None
    if "office" in (told.kind, its.kind):
        return True  # of whoever holds a single office papers tell neither in passing
    if a.story is not None and a.story == b.story:
        return False  # papers differ on the age of one victim, and one gives the father, one the mother
    if told.kind == its.kind == "age":
        return bool(a.day and b.day) and abs(_born(a, told) - _born(b, its)) > _YEARS
    return apart([_tell(told)], [_tell(its)]) is not None


def _tell(told: Told) -> Tell:
    assert told.kind != "called"
    return Tell(told.kind, told.value, 0, 0, told.of)


def _born(sighting: Sighting, told: Told) -> float:
    return sighting.day / _YEAR - int(told.value)
