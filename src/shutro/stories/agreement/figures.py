"""Two figures for the same thing: an update where time has passed, a conflict where it has not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, Protocol

from shutro.bangla.stems import stem
from shutro.meaning.quantities.quantities import Quantity
from shutro.model import Difference, Evidence
from shutro.stories.agreement.sides import both_sides
from shutro.stories.happening.happenings import Happening
from shutro.stories.happening.sameness import Sameness
from shutro.stories.moments import here
from shutro.stories.telling.discourse import found, has
from shutro.stories.telling.proofs import proof
from shutro.stories.telling.sentence import Sentence, When
from shutro.stories.telling.telling import Telling, numbers_in

# Figures are of one matter when their tellings are at least this alike: far less than the same telling.
_SAME_MATTER = 0.08
# A report printed later than this may count what another could not.
_LATER = timedelta(hours=1)
# Two figures of which one is `about` differ only beyond this ratio.
_ABOUT = 1.15
# So many numbers of people in a sentence make up the whole: `ভোলায় ৩ জন, বরিশালে ২ জন, খুলনায় ১ জন`.
_BREAKDOWN = 3
# A slot, and the body whose people are counted in it, "" for all.
Key = tuple[str, str]
# What is counted here can only grow as more becomes known.
GROWING = frozenset({"dead", "injured", "arrested", "rescued", "displaced", "infected", "cases"})


class Amount(Protocol):
    """A number as it is meant."""

    @property
    def value(self) -> int | float:
        """What it is."""

    @property
    def bound(self) -> str | None:
        """`about`, `at-least`, …, None where it is meant as it stands."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A count of something in one telling, with the sentence that gives it."""

    happening: int
    telling: Telling
    quantity: Quantity
    sentence: Sentence
    evidence: Evidence

    @property
    def until(self) -> When | None:
        """The day, with its hour where it tells one, up to which the sentence counts; None where to none."""
        when = self.sentence.when
        return when if when.date and when.dated == "stated" and has("until", self.sentence.text) else None

    @property
    def day(self) -> str:
        """The ISO day it holds for: that it counts up to, else that of printing; "" where none is known."""
        if self.until and self.until.date:
            return self.until.date
        printed = self.telling.article.published
        return _printed(self.telling).date().isoformat() if printed else self.telling.when.date or ""

    @property
    def moment(self) -> datetime | None:
        """When it held: the moment it counts up to, else that of printing; None where no hour is known."""
        if self.until and self.until.minute is not None:
            return datetime.fromisoformat(self.day) + timedelta(minutes=self.until.minute)
        printed = self.telling.article.published
        return _printed(self.telling) if printed and isinstance(printed.value, datetime) else None

    @property
    def voice(self) -> tuple[str | None, str]:
        """Who gives it: the source, and who prints it."""
        return (self.quantity.source, self.telling.voice)


def figures(told: Sequence[Happening], sameness: Sameness) -> Iterator[tuple[int, Difference]]:
    """Every update and conflict of counted things, with the number of the happening it belongs to.

    A figure conflicts with any other of its own day and matter of which it is not simply a later count. It
    updates only the last one before it of all that are tied to it, be it through others between: a toll is
    told in ever other words.
    """
    slots: defaultdict[Key, list[Figure]] = defaultdict(list)
    for number, happening in enumerate(told):
        for telling in happening.tellings:
            for key, quantity in _leading(telling).items():
                sentence = _sentence(telling, quantity)
                figure = Figure(number, telling, quantity, sentence, proof(telling, sentence.span))
                slots[key].append(figure)
    for _, listed in sorted(slots.items()):
        listed.sort(key=_moment)
        terms = [figure.telling.terms for figure in listed]
        tied: list[set[int]] = []
        for late in range(len(listed)):
            near = {n for n in range(late) if sameness.cosine(terms[n], terms[late]) >= _SAME_MATTER}
            earlier = near.union(*(tie for tie in tied if tie & near))
            tied = [*(tie for tie in tied if not tie & near), earlier | {late}]
            yield from _conflicts([listed[n] for n in sorted(near)], listed[late])
            if earlier and (step := _step(listed[max(earlier)], listed[late])):
                yield step[1].happening, _difference(step[1], step[0], "update")


def _conflicts(earlier: Sequence[Figure], late: Figure) -> Iterator[tuple[int, Difference]]:
    for early in earlier:
        same_moment = early.day == late.day and not _step(early, late)
        other_voice = early.voice != late.voice and not _some_of(early, late)
        if same_moment and other_voice and apart(early.quantity, late.quantity):
            yield from both_sides(late, early, _difference)


def _step(early: Figure, late: Figure) -> tuple[Figure, Figure] | None:
    """The two as an earlier and a later count, the later one higher; None where they are not.

    Of two figures of one day of which one has no hour, the higher may be the later one.
    """
    low, high = sorted((early, late), key=lambda figure: figure.quantity.value)
    if low.quantity.value == high.quantity.value or high.day < low.day:
        return None
    if high.day > low.day or not (low.moment and high.moment):
        return low, high
    on = high.moment - low.moment
    # Within the hour, `at least five` and eight may both be so.
    later = on > timedelta() and (on > _LATER or apart(low.quantity, high.quantity))
    return (low, high) if later else None


def is_later(one: Telling, other: Telling) -> bool:
    """Whether one telling was printed enough later than another for a higher count to be a later one."""
    if one.article.published is None or other.article.published is None:
        return False
    late, early = _printed(one), _printed(other)
    return late.date() > early.date() or late - early > _LATER


def apart(one: Amount, other: Amount) -> bool:
    """Whether the two values can't both be true, `at least`, `about` and the like considered."""
    low, high = sorted((one, other), key=lambda amount: amount.value)
    if low.value == high.value or low.bound in ("at-least", "more-than"):
        return False
    if high.bound in ("at-most", "less-than"):
        return False
    return "about" not in (low.bound, high.bound) or high.value > _ABOUT * low.value


def _some_of(one: Figure, other: Figure) -> bool:
    """Whether the lower figure counts those of a kind (`নয় জন দমকলকর্মী`), and the higher others too."""
    low, high = sorted((one, other), key=lambda figure: figure.quantity.value)
    kind = _kind(low)
    return kind is not None and kind != _kind(high) and not has("anybody", kind)


def _kind(figure: Figure) -> str | None:
    """The noun that is counted: behind the number, else between the slot's word and `number of`."""
    quantity, sentence = figure.quantity, figure.sentence
    if quantity.what or quantity.of is None:
        return quantity.what
    behind = sentence.text[quantity.of.end - sentence.span.start :]
    counted = found("number_of", behind)
    return stem(counted.of(behind).split()[0]) if counted else None


def _leading(telling: Telling) -> dict[Key, Quantity]:
    """The largest figure a telling gives for each thing that can only grow, the dead of a body apart from all
    the dead; no part of a figure."""
    leading: dict[Key, Quantity] = {}
    for quantity in telling.quantities:
        if quantity.slot not in GROWING or _not_the_whole(telling, quantity):
            continue
        key = (quantity.slot, _body(telling, quantity))
        if key not in leading or quantity.value > leading[key].value:
            leading[key] = quantity
    return leading


def _body(telling: Telling, quantity: Quantity) -> str:
    """The body whose people are counted, "" where all are: `[ফায়ার সার্ভিসের] পাঁচজন`, `[পুলিশের] নিহত ৩`."""
    sentence = _sentence(telling, quantity)
    start = min(quantity.start, quantity.of.start if quantity.of else quantity.start)
    before = sentence.text[: start - sentence.span.start].rstrip()
    for name in telling.named_in(before, "ORG"):
        form = telling.printed(name, before)
        if before.endswith(form) and has("genitive", form):
            return name
    unnamed = found("own_force", before)
    return stem(unnamed.of(before)) if unnamed else ""


def _not_the_whole(telling: Telling, quantity: Quantity) -> bool:
    """Whether the figure counts some of them, those of each place or house or those added, or is taken
    back."""
    sentence = _sentence(telling, quantity)
    before = sentence.text[: quantity.start - sentence.span.start]
    after = sentence.text[quantity.end - sentence.span.start :]
    return (
        quantity.part
        or _of_something_else(quantity)
        or _named(telling, quantity, sentence)
        or has("partial", before)
        or has("among", before)
        or has("housed", before)
        or has("each", after)
        or has("handled", after)
        or has("feared", after)
        or has("mistaken", sentence.text)
        or _broken_down(telling, quantity.slot, sentence)
    )


def _of_something_else(quantity: Quantity) -> bool:
    """Whether things are counted, and not those who are: `একটি ভবনে আগুনে নিহত`."""
    return quantity.unit == "item" and (quantity.of is None or quantity.of.start > quantity.end + 1)


def _named(telling: Telling, quantity: Quantity, sentence: Sentence) -> bool:
    """Whether the number is part of a name: `উত্তর ২৪ পরগনা`."""
    at = quantity.span.shift(-sentence.span.start)
    forms = (form for name in telling.named_in(sentence.text) for form in telling.naming[name])
    places = ((sentence.text.find(form), len(form)) for form in forms if quantity.text in form)
    return any(start <= at.start and at.end <= start + length for start, length in places if start >= 0)


def _broken_down(telling: Telling, slot: str, sentence: Sentence) -> bool:
    """Whether a sentence gives several numbers of people, place by place, that make up the whole."""
    others = {q.start for q in telling.quantities if q.slot in GROWING and q.slot != slot}
    start = sentence.span.start
    people = [n for n in numbers_in(sentence.text) if n.unit == "person" and n.start + start not in others]
    return len(people) >= _BREAKDOWN


def _sentence(telling: Telling, quantity: Quantity) -> Sentence:
    return next(s for s in telling.sentences if s.span.covers(quantity.span))


def _moment(figure: Figure) -> tuple[str, datetime, datetime, float, str]:
    telling, printed = figure.telling, _printed(figure.telling)
    return (figure.day, figure.moment or printed, printed, figure.quantity.value, telling.article.id)


def _printed(telling: Telling) -> datetime:
    """When the report was printed, by the clocks of Bangladesh: the beginning of its day where no hour is
    known, else the first moment."""
    printed = telling.article.published
    value = printed.value if printed else None
    if isinstance(value, datetime):
        return here(value).replace(tzinfo=None)
    return datetime(value.year, value.month, value.day) if value else datetime.min


def _difference(this: Figure, other: Figure, kind: Literal["conflict", "update"] = "conflict") -> Difference:
    proofs = (this.evidence, other.evidence)
    return Difference(this.quantity.slot, this.quantity.text, other.quantity.text, proofs, kind=kind)
