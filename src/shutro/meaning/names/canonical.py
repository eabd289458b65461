"""The bare full name a mention stands for, and which mentions of one text are the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import regex

from shutro.bangla import stems
from shutro.bangla.kept import kept
from shutro.bangla.keys import folded, search_key, sound_key
from shutro.meaning.lexicon import endings
from shutro.meaning.names.beside import heads
from shutro.meaning.names.gazetteer import Gazetteer, Spelling, data, flags, nicknames
from shutro.meaning.names.sightings import word_list
from shutro.model import NameKind


@dataclass(frozen=True, slots=True)
class Base:
    """A printed name freed of its ending: the characters as printed, and their search key.

    `slip` marks one that misspells a well-known name.
    """

    text: str
    key: str
    slip: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the key."""
        return tuple(self.key.split(" "))


@kept(20_000)
def bases(printed: str) -> tuple[Base, ...]:
    """The name as printed, then every form it may have without an ending, shortest ending first.

    A form that still carries an ending of its own (করিমে of করিমের) is left out for the shorter one.
    """
    key = search_key(printed)
    out = [Base(tidy(printed.strip()), key.text)]
    found = stems.cuts(key.text, "name")
    if key.text.endswith(_AFTER_H) and len(key.text) > len(_AFTER_H) + 2:
        found = (key.text[:-1], *found)
    for cut in found:
        if cut[-1] != " " and not (cut[-1] == _E and cut[:-1] in found):
            out.append(Base(tidy(printed[: key.offsets[len(cut)]].rstrip(" '’-")), cut))
    return tuple(out)


def tidy(name: str) -> str:
    """`name` without the joiners that some keyboards leave where they join nothing (কু‌ড়িগ্রাম)."""
    return _STRAY.sub("", name)


_STRAY = regex.compile(r"(?<!\u09cd)[\u200b-\u200d\ufeff](?!\u09cd)")


_E = "\u09c7"
_AFTER_H = "\u09beহর"  # a silent হ takes the ending of a vowel: আবদুল্লাহর


@cache
def _heads() -> frozenset[str]:
    """The nouns that names of places and bodies end in."""
    return frozenset(
        words[-1]
        for name in ("place", "body", "place_head", "closing", "institution", "spot", "crossing", "hall")
        for words in heads(name)
    )


def conjunct(printed: str) -> Base | None:
    """The name without a র right after a conjunct, as শান্তর has it of শান্ত; None for any other.

    Only a witness can tell such a form from অন্তর, so that it is no base by itself.
    """
    text = folded(printed)
    if len(text) < 5 or text[-1] != "র" or text[-3] != "\u09cd" or not text[-2].isalpha():
        return None
    key = search_key(printed)
    return Base(printed[: key.offsets[len(key.text) - 1]], key.text[:-1])


def look_up(printed: str, known: Gazetteer) -> tuple[Base, Spelling] | None:
    """The gazetteer's entry for a printed name, and the base it was found under."""
    for base in bases(printed):
        if spelling := known.find(base.key):
            return base, spelling
    short = conjunct(printed)
    if short and (spelling := known.find(short.key)):
        return short, spelling
    for base in bases(printed):
        for key in other_forms(base.key):
            if spelling := known.find(key):
                return base, spelling
    return None


def other_forms(key: str) -> list[str]:
    """The search key of a person's name with the other forms of the family's name, if it has any."""
    first, _, last = key.rpartition(" ")
    return [f"{first} {form}" for form in _families().get(last, ()) if first and form != last]


@cache
def _families() -> dict[str, tuple[str, ...]]:
    rows = [tuple(folded(form) for form in row) for row in data("kin")["families"]]
    return {form: row for row in rows for form in row}


def bare(
    printed: str,
    attested: Iterable[str] = (),
    person: bool = False,
    closed: bool = False,
    tails: tuple[str, ...] = (),
) -> Base:
    """The printed name without its case ending.

    `attested` are search keys of names as they stand elsewhere in the text. Without a witness the
    lexicon decides, and after it the form: the endings that hardly ever belong to a name come off.
    The last word of a `person`'s name stays whole where it is a part of names as it stands (কাদের),
    and where the name is `closed` by a mark: a genitive goes on with what it owns. `tails` are what
    names end in that have a র of their own (কাশিনাথপুর).
    """
    options = bases(printed)
    seen = set(attested)
    short_form = conjunct(printed)
    for option in [*reversed(options[1:]), *([short_form] if short_form else [])]:
        if option.key in seen or (option is short_form and person and option.words[-1] in nicknames()):
            return option
    whole = options[0].words[-1]
    if len(options) == 1 or (person and (is_part(whole) or whole in nicknames())):
        return options[0]
    short = stems.stem(whole)
    for option in options[1:]:
        last = option.words[-1]
        if person and (is_part(last) or last in nicknames()):
            return option
        if person and closed and whole.endswith("র"):
            continue
        if last == short and not (person and whole[len(last) :] in _EMPHATIC):
            return option
        if not person and ("L" in flags(last).split("+")[0] or last in _heads()):
            return option
    if stems.count(whole) >= 3 and stems.classes(whole) != "":
        return options[0]
    for option in reversed(options[1:]):
        ending = options[0].key[len(option.key) :]
        if ending.endswith("র") and (closed or (ending == "র" and whole.endswith(tails))):
            continue
        if len(option.words[-1]) >= 3 and ending in _telling():
            return option
    return options[0]


_EMPHATIC = ("ই", "ও")


def is_part(word: str) -> bool:
    """Whether the search key `word` is a part of persons' names as it stands."""
    return "n" in flags(word).split("+")[1]


@cache
def _telling() -> frozenset[str]:
    """The endings that hardly ever belong to a name itself."""
    return frozenset(ending for ending, _ in stems.endings("telling"))


def without_given(base: Base) -> Base:
    """A person's name without the মো. that opens it."""
    words = base.text.split()
    if words and folded(words[0]).partition(" ")[0] in word_list("given"):
        words = [*filter(None, words[0].partition(".")[::2]), *words[1:]]  # মো.করিম
    if len(words) > 1 and folded(words[0]) in word_list("given"):
        return Base(" ".join(words[1:]), folded(" ".join(words[1:])))
    return base


def without_honour(base: Base) -> Base:
    """A person's name without what honours its bearer and is written onto it: করিমবাবু."""
    for ending in endings("honours"):
        if base.key.endswith(ending) and len(base.key) > len(ending) + 1 and base.text.endswith(ending):
            return Base(base.text.removesuffix(ending), base.key.removesuffix(ending))
    return base


@kept(20_000)
def sounds(key: str) -> tuple[str, ...]:
    """The sound of each word of a search key."""
    return tuple(sound_key(word) for word in key.split(" "))


class Fulls:
    """Full names met so far, found again by any of their words."""

    def __init__(self) -> None:
        self._by_word: dict[tuple[str, str], list[tuple[Base, str]]] = {}

    def add(self, kind: str, base: Base, canonical: str) -> None:
        """Note a full name and the canonical name it has."""
        for sound in dict.fromkeys(sounds(base.key)):
            self._by_word.setdefault((kind, sound), []).append((base, canonical))

    def containing(self, kind: str, base: Base) -> Iterator[tuple[Base, str]]:
        """The full names of a kind that have the words of `base` and more, the last met first."""
        for full, canonical in reversed(self._by_word.get((kind, sounds(base.key)[0]), [])):
            if is_short_for(base, full):
                yield full, canonical


def is_short_for(short: Base, full: Base) -> bool:
    """Whether the words of `short` stand in `full` in their order, and `full` has more of them."""
    few, many = sounds(short.key), sounds(full.key)
    if len(few) >= len(many):
        return False
    return any(many[i : i + len(few)] == few for i in range(len(many) - len(few) + 1))


def entity_id(kind: NameKind, canonical: str) -> str:
    """The id of an entity by its kind and canonical name; spellings of one sound share it."""
    return f"{kind}:{sound_key(canonical)}"


def distance(a: str, b: str) -> int:
    """The number of letters to add, drop or change to make `a` into `b`."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


def slip_of(base: Base, kind: NameKind, known: Gazetteer) -> Spelling | None:
    """The well-known name that a printed one misspells: one sign off, or a wrong first name.

    উত্তর কোরিরা is উত্তর কোরিয়া; ভলোদিমির পুতিন is ভ্লাদিমির পুতিন, whose পুতিন is nobody else's.
    """
    words = base.words
    if len(words) != 2:
        return None
    alone = known.find(words[1]) if kind == "PER" and words[1] not in word_list("words") else None
    if alone and alone.known.kind == "PER":
        first = folded(alone.known.canonical).split(" ")[0]
        return alone if _nearly(words[0], first, 3) else None
    if kind != "LOC":
        return None
    near = [
        spelling for second, spelling in known.places_of_two.get(words[0], ()) if _nearly(words[1], second, 1)
    ]
    return near[0] if len({id(s.known) for s in near}) == 1 else None


def _nearly(word: str, right: str, far: int) -> bool:
    """Whether two words begin alike and lie at most `far` letters apart, neither the other's beginning."""
    a, b = sound_key(word), sound_key(right)
    return (
        a[:1] == b[:1]
        and not a.startswith(b)
        and not b.startswith(a)
        and min(len(a), len(b)) >= 4
        and distance(a, b) <= far
    )


def city_of(key: str, known: Gazetteer) -> str | None:
    """The city that a word says something stands in (ঢাকার, ঢাকায়, ঢাকাস্থ); None for any other word."""
    for form in stems.cuts(key, "name"):
        found = known.find(form)
        if found and found.kind == "LOC" and (found.how == "capital" or found.known.source in _CITIES):
            return found.known.canonical
    return None


_CITIES = frozenset({"city", "district", "division", "regions.toml"})


def locative(place: str) -> str:
    """Where something is that is in a place: ঢাকায়, দিল্লিতে, লন্ডনে."""
    last = place[-1]
    if last == "\u09be":
        return place + "য়"
    return place + ("তে" if stems.is_vowel(last) else "\u09c7")
