"""Who has been spoken of so far: what pronouns, offices and left-out subjects stand for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from functools import cache

from shutro.bangla.kept import kept
from shutro.bangla.verbs import fold
from shutro.meaning.lexicon import closed, endings, load, mapping, strings
from shutro.meaning.sentences.agents import Party, agents, head_of, long_head
from shutro.meaning.sentences.parties import one_of_many, unheard
from shutro.meaning.sentences.scene import Scene, Sentence

_STRIP = endings("cases")
_CAPITALS = mapping(load("phrases")["capitals"])
_STATES = frozenset(_CAPITALS) | frozenset(fold(state) for state in _CAPITALS.values())
_COUNTRIES = _STATES | frozenset(fold(state) for state in load("countries"))
_LANDS = closed("lands")
_GENERAL = closed("general_office")
_ANY_OFFICE = closed("any_office")
_KEPT = 12
# So many names back one looks for whom a part of a name or দেশটি means: a long article's worth.
_REMEMBERED = 200
_NEAR_LANDS = 3
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


@dataclass(frozen=True, slots=True)
class Office:
    """An office that stood before the name of its holder: its head word and all its words, as stems."""

    at: int
    head: str
    words: frozenset[str]
    holder: str


@dataclass(slots=True)
class Memory:
    """What a reader keeps in mind while going through a text; the latest last."""

    offices: list[Office] = field(default_factory=list)
    by_head: dict[str, list[Office]] = field(default_factory=dict)
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
        return self.spoke & {office.holder for office in self.offices}

    def holder(self, title: str, but: Collection[str] = ()) -> Known | None:
        """The person spoken of last who holds an office that `title` can stand for: any, for an official."""
        held = {o.holder for o in self.offices if title in _ANY_OFFICE or o.head.endswith(title)}
        return next((p for p in reversed(self.persons) if p.canonical in held - set(but)), None)

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
        """Who holds an office, by the phrases that stood before names; the nearest earlier one wins."""
        title = title.rpartition(" ")[2] if title not in self._heads() else title
        wanted = frozenset(stem(word) for word in words)
        best: tuple[int, int, int, int, str] | None = None
        for office in self._heads().get(title, ()):
            overlap = len(wanted & office.words)
            missing = len(wanted - office.words)
            rank = (
                overlap - 2 * missing,
                -len((office.words - wanted) & _LESSER),
                int(office.at <= position),
                -abs(office.at - position),
                office.holder,
            )
            if missing <= max(0, overlap - 1) and (best is None or rank > best):
                best = rank
        if best is not None:
            return best[4]
        return self._only_holder(title, wanted) or self._described(title, wanted)

    def elsewhere(self, holder: str, words: Iterable[str]) -> frozenset[str]:
        """The countries among the `words` of an office that no office of his in the text is of, as stems."""
        lands = _LAND_STEMS.intersection(stem(word) for word in words)
        return lands.difference(*(office.words for office in self.offices if office.holder == holder))

    def _heads(self) -> dict[str, list[Office]]:
        """The offices of the text by their head."""
        if not self.by_head:
            for office in self.offices:
                self.by_head.setdefault(office.head, []).append(office)
        return self.by_head

    def _only_holder(self, title: str, wanted: frozenset[str]) -> str | None:
        """Who alone holds an office of that head, whatever the text adds to it now (জনতা পার্টির মহাসচিব).

        Of several, or where both times something else is added, only who speaks.
        """
        compound = title if wanted == {stem(title)} else None
        kin = _kin(title) if compound else frozenset()
        heads = [h for h in self._heads() if h == title or h in kin or (compound and h.endswith(compound))]
        held = [office for head in heads for office in self._heads()[head]]
        own = _OWN_BODY | {stem(office.head) for office in held}
        vague = all(office.words - wanted <= own for office in held)
        if held and vague and len({office.holder for office in held}) == 1 and not wanted & _LESSER:
            return held[0].holder
        if self.speaker is None or not self.speaker.one:
            return None
        return self.speaker.canonical if any(o.holder == self.speaker.canonical for o in held) else None

    def _described(self, title: str, wanted: frozenset[str]) -> str | None:
        """Who is meant by a general noun with a word of his office: পুলিশপ্রধান after পুলিশের মহাপরিদর্শক."""
        general = next((word for word in _GENERAL if title.endswith(word)), None)
        if general is None:
            return None
        telling = wanted | {stem(title.removesuffix(general))} if title != general else wanted
        telling = telling - {stem(title), stem(general), ""}
        last = self.persons[-1].canonical if self.persons else None
        if last is None or not telling:
            return None
        return next((last for o in self.offices if o.holder == last and telling <= o.words), None)

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


@cache
def _kin(title: str) -> frozenset[str]:
    """The words for the trade that a word is of: নায়িকা and চিত্রনায়িকা of অভিনেত্রী."""
    groups = [strings(group) for group in load("agents")["trades"]["groups"]]
    return frozenset(word for group in groups if title in group for word in group)


def is_part_of(words: list[str], full: str) -> bool:
    """Whether the folded `words` begin or end the `full` name, which has more of them."""
    parts = fold(full).split()
    return len(parts) > len(words) and words in (parts[-len(words) :], parts[: len(words)])


_AGAIN = endings("pointing_back")


@kept(50_000)
def stem(word: str) -> str:
    """A word without its case, roughly: for comparing two ways of naming one office."""
    word = fold(word)
    while True:
        ending = next((e for e in _STRIP if word.endswith(e) and len(word) >= len(e) + 2), None)
        if ending is None:
            return word
        word = word[: -len(ending)]


_LAND_STEMS = frozenset(stem(state) for state in load("countries"))
_PLAIN = frozenset(stem(word) for word in closed("plain"))
_LESSER = frozenset(stem(word) for word in closed("lesser_office"))
_OWN_BODY = frozenset(stem(word) for word in closed("own_body"))


def government(party: Party) -> str:
    """Who is meant by a name that speaks: a capital is its country's government."""
    return _CAPITALS.get(fold(party.canonical), party.canonical) if party.kind == "LOC" else party.canonical


def offices(scene: Scene) -> list[Office]:
    """Every office that stands before the name of its holder."""
    return [office for s in scene.sentences for p in s.parties if p.kind == "PER" for office in _before(s, p)]


def _before(sentence: Sentence, party: Party) -> list[Office]:
    lex = agents()
    words: list[str] = []
    heads: list[str] = []
    depth = 0
    for at in range(party.first - 1, max(-1, party.first - 15), -1):
        token = sentence.tokens[at]
        if token.key in "()":
            depth += 1 if token.key == ")" else -1
            continue
        if token.key == ".":
            continue
        kind, case, base = head_of(token.key)
        if depth > 0:
            heads += [base] if kind == "person" else []
            words.append(stem(token.key))
            continue
        if kind is None:
            kind, base = long_head(sentence.tokens, at)
        known = kind is not None or token.key in lex.before_name
        if not token.word and (token.key != "," or not heads):
            break
        if not heads and not known:
            if at + 1 < party.first and unheard(token.key) and sentence.tokens[at + 1].key in lex.before_name:
                continue
            break
        if token.finite is not None and not known:
            break
        if kind == "person" and case == "nom":
            if party.case != "nom" and one_of_many(sentence.tokens, at):
                break
            if not _modifies(sentence, at):
                heads.append(base)
        words.append(stem(token.key))
    return [Office(party.start, head, frozenset(words), party.canonical) for head in heads]


def _modifies(sentence: Sentence, at: int) -> bool:
    """Whether a noun of persons only says what the body behind it is of: [জেলে] সমিতির সভাপতি করিম."""
    following = next((p for p in sentence.parties if p.first == at + 1), None)
    return following is not None and following.kind == "body" and following.case == "gen"


def is_state(canonical: str) -> bool:
    """Whether a name is that of a state or its capital."""
    return fold(canonical) in _STATES


def is_country(canonical: str) -> bool:
    """Whether a name is that of any country or capital, which may speak as its government."""
    return fold(canonical) in _COUNTRIES
