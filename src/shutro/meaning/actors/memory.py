"""Who has been spoken of so far: what pronouns, offices and left-out subjects stand for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace

from shutro.bangla.verbs import fold
from shutro.meaning.actors.offices import Offices, stem
from shutro.meaning.lexicon import closed, endings
from shutro.meaning.parties.party import Party
from shutro.meaning.parties.states import government, is_country

_AGAIN = endings("pointing_back")
_ANY_OFFICE = closed("any_office")
_KEPT = 12
_LANDS = closed("lands")
_NEAR_LANDS = 3
_PLAIN = frozenset(stem(word) for word in closed("plain"))
# So many names back one looks for whom a part of a name or দেশটি means: a long article's worth.
_REMEMBERED = 200
_TRUST_MENTIONED = 0.8


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody spoken of: `one` is a single person, otherwise a body, a country or a group.

    `trust` is how sure the canonical name is, 0..1; `people` marks a group of people, who are no body.
    """

    canonical: str
    one: bool
    trust: float = field(default=1.0, compare=False)
    people: bool = field(default=False, compare=False)


@dataclass(slots=True)
class Memory:
    """What a reader keeps in mind while going through a text; the latest last.

    Persons and `bodies` have acted, `people_named`, `bodies_named`, `countries_named` and `mentioned` (bodies
    and countries) have been named; `called` has the phrases that bodies were called by, under their noun.
    `held` tells who held an office on the day, for a phrase of the text. `speaker` spoke last, `spoke` are
    all who did, `together` those who did so with one voice. `medium` was cited last, `last` is who spoke in
    which sentence; `issuer` and `papers` (by their noun) issued what is written, `last_paper` in which
    sentence. `pair` met last, `visit` is who visits whom, `mourned` the dead. `interview` and `asker` (the
    label of his turns) are of an interview.
    """

    offices: Offices = field(default_factory=Offices)
    held: Callable[[int, int], Known | None] | None = None
    speaker: Known | None = None
    persons: list[Known] = field(default_factory=list)
    bodies: list[Known] = field(default_factory=list)
    called: dict[str, list[str]] = field(default_factory=dict)
    bodies_named: list[str] = field(default_factory=list)
    medium: str | None = None
    last: tuple[int, str] | None = None
    issuer: Known | None = None
    countries_named: list[str] = field(default_factory=list)
    mentioned: list[str] = field(default_factory=list)
    people_named: list[str] = field(default_factory=list)
    pair: tuple[str, ...] = ()
    visit: tuple[tuple[str, ...], tuple[str, ...]] | None = None
    mourned: tuple[str, ...] = ()
    papers: dict[str, Known] = field(default_factory=dict)
    last_paper: tuple[int, Known] | None = None
    spoke: set[str] = field(default_factory=set)
    together: tuple[Known, ...] = ()
    interview: bool = False
    asker: str = ""

    def note(self, known: Known) -> None:
        """Somebody has been named as an actor."""
        group = self.persons if known.one else self.bodies
        if known in group:
            group.remove(known)
        group.append(known)
        del group[:-_KEPT]

    def note_speaker(self, known: Known) -> None:
        """Somebody has spoken."""
        self.speaker = known
        self.issuer = known
        self.spoke.add(known.canonical)
        self.note(known)

    def meet(self, parties: Iterable[Party]) -> None:
        """Bodies and countries have been named, whatever they do."""
        for named in (self.people_named, self.bodies_named, self.countries_named, self.mentioned):
            del named[:-_REMEMBERED]
        for party in parties:
            if not party.named:
                continue
            if party.kind == "PER":
                self.people_named.append(party.canonical)
            elif party.kind == "ORG":
                self.bodies_named.append(party.canonical)
                self.mentioned.append(party.canonical)
            elif party.kind == "LOC" and is_country(party.canonical):
                self.countries_named.append(government(party))
                self.mentioned.append(government(party))

    def last_person(self, but: Collection[str] = ()) -> Known | None:
        """The person spoken of last, leaving out those named otherwise in the same sentence."""
        return next((p for p in reversed(self.persons) if p.canonical not in but), None)

    def last_named(self, but: Collection[str] = ()) -> Known | None:
        """The person named last, whatever he does: less sure than one who acts."""
        last = self._mentioned(self.people_named, but)
        return replace(last, one=True) if last is not None else None

    def officials(self) -> set[str]:
        """Who holds an office and has spoken: it is of others that they tell."""
        return self.spoke & self.offices.holders()

    def holder(self, title: str, but: Collection[str] = ()) -> Known | None:
        """The person spoken of last who holds an office that `title` can stand for: any, for an official."""
        held = self.offices.holders("" if title in _ANY_OFFICE else title) - set(but)
        return next((p for p in reversed(self.persons) if p.canonical in held), None)

    def last_body(self, but: Collection[str] = (), *, people: bool = False) -> Known | None:
        """The body, country or group that spoke or acted last; people who only acted where asked for."""
        able = (p for p in reversed(self.bodies) if p.canonical not in but)
        return next((p for p in able if people or not p.people), None)

    def pronoun(self, many: bool, but: Collection[str] = ()) -> Known | None:
        """Whom তিনি (one) or তারা (many) stands for."""
        if many:
            acted = self.bodies[-1] if self.bodies else None
            if acted is not None and acted.people and acted.canonical not in but:
                return acted
            if self.speaker is not None and not self.speaker.one:
                return self.speaker
            return self.last_body(but, people=True) or self._mentioned(self.mentioned, but)
        return self.last_person(but)

    def again(self, title: str, but: Collection[str] = ()) -> Known | None:
        """Whom দেশটি, ব্যাংকটি, সংস্থাটি stands for; `title` is the noun without its -টি.

        A country for দেশ; else a body that has the noun in its name, then the one spoken of last.
        """
        acted = [body for body in reversed(self.bodies) if body.canonical not in but and not body.people]
        if title in _LANDS:
            near = self.countries_named[-_NEAR_LANDS:]
            actor = next((b for b in acted if b.canonical in near), None)
            return actor or self._mentioned(self.countries_named, but)
        named = [body for body in acted if not is_country(body.canonical)]
        whole = next((b for b in named if title in fold(b.canonical)), None)
        if whole is None:
            whole = self._mentioned([b for b in self.bodies_named if title in fold(b)], but)
        own = [b for b in named if b.canonical in self.bodies_named]
        return whole or next(iter(own or named), None) or self._mentioned(self.bodies_named, but)

    def _mentioned(self, named: Iterable[str], but: Collection[str]) -> Known | None:
        """The last of those only named, whom nothing says to act: less sure."""
        last = next((name for name in reversed(list(named)) if name not in but), None)
        return Known(last, False, _TRUST_MENTIONED) if last is not None else None

    def office(self, title: str, words: Iterable[str], position: int) -> str | None:
        """Who holds an office that the text speaks of at `position` in `words`."""
        speaker = self.speaker.canonical if self.speaker is not None and self.speaker.one else None
        last = self.persons[-1].canonical if self.persons else None
        return self.offices.holder(title, frozenset(map(stem, words)), position, speaker=speaker, last=last)

    def whole(self, name: str) -> str:
        """The full name of a person who is called by a part of it: জয় after সজীব ওয়াজেদ জয়."""
        words = fold(name).split()
        for full in reversed(self.people_named):
            if is_part_of(words, full):
                return full
        return name

    def longer(self, title: str, words: Iterable[str], name: str) -> str:
        """The fuller name that a body was called by before: চেম্বার আদালত for আদালত."""
        wanted = {stem(word) for word in words if not word.startswith(_AGAIN)}
        for earlier in reversed(self.called.get(title, [])):
            have = {stem(word) for word in earlier.split()}
            if wanted <= have:
                return earlier
        if wanted <= _PLAIN | {stem(title)} and (
            same := [b for b in self.bodies_named if stem(b.split()[-1]) == stem(title)]
        ):
            return same[-1]
        self.called.setdefault(title, []).append(name)
        return name


def is_part_of(words: list[str], full: str) -> bool:
    """Whether the folded `words` begin or end the `full` name, which has more of them."""
    parts = fold(full).split()
    return len(parts) > len(words) and words in (parts[-len(words) :], parts[: len(words)])
