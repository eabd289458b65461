"""The bare name that a printed one stands for: freed of its ending, its title and its honours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from shutro.bangla import stems
from shutro.bangla.kept import PAIRS, kept
from shutro.bangla.keys import folded, search_key
from shutro.meaning.lexicon import endings, load
from shutro.meaning.names.known.endings import CASED, EMPHATIC, LISTED, OF, SILENT
from shutro.meaning.names.known.gazetteer import Gazetteer, Spelling
from shutro.meaning.names.known.parts import flags, is_part, nicknames
from shutro.meaning.names.known.words import heads, tails, word_list

_ATTESTED = 3  # times that a word of the dictionary stands in the counted news, at least, to be whole
_APOSTROPHES = "’'‘`"  # what parts an ending from a name
_SHORTEST = 3  # signs that a name's last word keeps


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


@kept(PAIRS)
def bases(printed: str) -> tuple[Base, ...]:
    """The name as printed, then every form it may have without an ending, shortest ending first.

    A form that still carries an ending of its own (করিমে of করিমের) is left out for the shorter one.
    """
    key = search_key(printed)
    out = [Base(tidy(printed.strip()), key.text)]
    found = stems.cuts(key.text, "name")
    if key.text.endswith(SILENT) and len(key.text) > len(SILENT) + 2:
        found = (key.text[:-1], *found)
    if (apostrophed := _apostrophed(printed)) and apostrophed not in found:
        found = (apostrophed, *found)
    for cut in found:
        if cut[-1] != " " and not (cut[-1] == _E and cut[:-1] in found):
            out.append(Base(tidy(printed[: key.offsets[len(cut)]].rstrip(" '’-")), cut))
    return tuple(out)


def _apostrophed(printed: str) -> str | None:
    """The search key of what stands before an apostrophe and an ending: তাহের’র."""
    at = max(map(printed.rfind, _APOSTROPHES))
    if at < _SHORTEST or folded(printed[at + 1 :]) not in CASED + LISTED:
        return None
    return folded(printed[:at]) or None


def tidy(name: str) -> str:
    """`name` without the joiners that some keyboards leave where they join nothing (কু‌ড়িগ্রাম)."""
    return _STRAY.sub("", name)


_STRAY = regex.compile(r"(?<!\u09cd)[\u200b-\u200d\ufeff](?!\u09cd)")
_E = "\u09c7"


@cache
def _closing_nouns() -> frozenset[str]:
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
    rows = [tuple(folded(form) for form in row) for row in load("kin")["families"]]
    return {form: row for row in rows for form in row}


def bare(
    printed: str,
    attested: Iterable[str] = (),
    *,
    person: bool = False,
    closed: bool = False,
) -> Base:
    """The printed name without its case ending.

    `attested` are search keys of names as they stand elsewhere in the text. Without a witness the
    lexicon decides, and after it the form: the endings that hardly ever belong to a name come off.
    The last word of a `person`'s name stays whole where it is a part of names as it stands (কাদের),
    and where the name is `closed` by a mark: a genitive goes on with what it owns. The র of what
    names end in (কাশিনাথপুর) is their own.
    """
    options = bases(printed)
    before = _apostrophed(printed)
    if apostrophed := next((option for option in options[1:] if option.key == before), None):
        return apostrophed
    if witnessed := _witnessed(printed, options, set(attested), person):
        return witnessed
    whole = options[0].words[-1]
    if len(options) == 1 or (person and _is_whole(whole)):
        return options[0]
    return _by_lexicon(options, person, closed) or _by_form(options, closed)


def _is_whole(word: str) -> bool:
    """Whether a word ends a person's name as it stands."""
    return is_part(word) or word in nicknames()


def _witnessed(printed: str, options: Sequence[Base], attested: set[str], person: bool) -> Base | None:
    """The form without an ending that stands elsewhere in the text; শান্তর also where শান্ত is a nickname."""
    short = conjunct(printed)
    forms = (*reversed(options[1:]), *([short] if short else []))
    for form in forms:
        if form.key in attested or (form is short and person and form.words[-1] in nicknames()):
            return form
    return None


def _by_lexicon(options: Sequence[Base], person: bool, closed: bool) -> Base | None:
    """The form whose last word names are known to end in, or that the dictionary has; None for neither."""
    whole = options[0].words[-1]
    short = stems.stem(whole)
    for option in options[1:]:
        last = option.words[-1]
        if person and _is_whole(last):
            return option
        if person and closed and whole.endswith(OF):
            continue
        if last == short and not (person and whole[len(last) :] in EMPHATIC):
            return option
        if not person and ("L" in flags(last).split("+")[0] or last in _closing_nouns()):
            return option
    return options[0] if stems.count(whole) >= _ATTESTED and stems.classes(whole) else None


def _by_form(options: Sequence[Base], closed: bool) -> Base:
    """The form without an ending that hardly ever belongs to a name; else the name as printed."""
    whole = options[0].words[-1]
    for option in reversed(options[1:]):
        ending = options[0].key[len(option.key) :]
        if ending.endswith(OF) and (closed or (len(ending) == 1 and whole.endswith(tails("own_tail")))):
            continue
        if len(option.words[-1]) >= _SHORTEST and ending in _telling():
            return option
    return options[0]


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
