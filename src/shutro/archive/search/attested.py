"""What the archive has for one word of a query: every spelling, inflection and sound that may be meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from shutro.archive.nouns.stored import Word
from shutro.archive.search.query import Slot
from shutro.archive.search.variants import BARE, EXACT, INFLECTED, RELATED, SPELT
from shutro.archive.stores.shelf import Shelf
from shutro.archive.words.endings import (
    ending_sounds,
    endings_after,
    has_endings,
    is_whole,
    latin_stems,
    stems,
)
from shutro.archive.words.roman import likeness, phones_of_bangla, phones_of_latin, skeleton
from shutro.archive.words.slips import dotted, slips
from shutro.archive.words.terms import is_number, plain
from shutro.archive.words.wordlists import letters, related, same_as
from shutro.bangla.stems import entry, lemma

_ALIKE = 0.74  # how like a Latin spelling a word must sound
_BEHIND = 0.12  # how far behind the likest the others may lag
_MISSPELT = 0.8  # how like a misspelt word another must sound
_HEARD = 0.9  # how like a word must sound whose other names are looked for too
_MOST_ALIKE = 12  # words that one spelling may stand for
_MOST_STEMS = 4  # and stems with all their endings
_BONES = 3  # consonants from which on a sound tells a word
_STEMS = 2  # stems of a word that are looked for with slips
_WITNESS = 5  # letters of a stem that needs no witness
_SLIP = 0.75  # what a word weighs that is a slip away


class Attested:
    """The words of an archive that one word may mean; each spelling is asked of the shelf once."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._known: dict[str, list[Word]] = {}

    def word(self, slot: Slot) -> list[tuple[float, list[Word]]]:
        """The words that may be meant by one slot, by weight, each in its best group only."""
        groups: list[tuple[float, list[Word]]] = [(EXACT, self._shelf.by_form([slot.form]))]
        if slot.prefix:
            groups.append((INFLECTED, self._shelf.by_prefix(slot.form, 200)))
        elif slot.exact or is_number(slot.form):
            groups.append((SPELT, [] if is_number(slot.form) else self.plain_words([plain(slot.form)])))
        elif slot.latin:
            groups += self.romanised(slot.form)
        else:
            groups.append((SPELT, self.plain_words([plain(slot.form)])))
            groups += self.family(plain(slot.form))
            if sum(word.articles for _, words in groups for word in words) < 1:
                groups += self.misspelt(slot.form)
        if not slot.exact and not slot.prefix:
            near = {other for stem in stems(plain(slot.form)) for other in related(stem)}
            groups += [(RELATED, words) for other in near for _, words in self.family(other)]
        for form in dict.fromkeys(other for stem in self._bare(slot, groups) for other in same_as(stem)):
            groups.append((SPELT, self._shelf.by_form([form])))
            groups += self.family(plain(form))
        return _each_once(groups)

    def _bare(self, slot: Slot, groups: list[tuple[float, list[Word]]]) -> list[str]:
        """What a slot is a form of, in plain spelling: of one in Latin letters what the likest words are."""
        found = [slot.form]
        if slot.latin:
            heard = (word.plain for weight, words in groups if weight >= _HEARD for word in words)
            found += (stem for form in heard for stem in stems(form))
        elif not slot.exact:
            found += stems(plain(slot.form))
        return list(dict.fromkeys(found))

    def meant(self, slot: Slot) -> dict[int, str]:
        """The forms of the very word that was typed, whatever its ending: what a `-` takes out."""
        return {w.number: w.form for weight, words in self.word(slot) if weight >= INFLECTED for w in words}

    def plain_words(self, plains: Iterable[str]) -> list[Word]:
        """The words of these plain spellings; each spelling is asked of the shelf once."""
        wanted = dict.fromkeys(plains)
        if missing := [one for one in wanted if one not in self._known]:
            self._known.update((one, []) for one in missing)
            for word in self._shelf.by_plain(missing):
                self._known[word.plain].append(word)
        return [word for one in wanted for word in self._known[one]]

    def foresee(self, slots: Sequence[Slot]) -> None:
        """Ask the shelf at once for all that the families of the slots will want."""
        bare = [slot.form for slot in slots if not (slot.latin or slot.exact or is_number(slot.form))]
        kin = {other for form in bare for stem in stems(plain(form)) for other in related(stem)}
        forms = {plain(form) for form in bare} | kin
        every = {stem for form in forms if not is_whole(form) for stem in stems(form)}
        self.plain_words([stem + ending for stem in every for ending in ("", *endings_after(stem))])

    def family(self, form: str) -> list[tuple[float, list[Word]]]:
        """The inflections of a form in plain spelling, of every stem that is attested."""
        if is_whole(form):
            return []
        found = []
        for stem in stems(form):
            inflected = {stem + ending for ending in endings_after(stem)}
            words = [
                word
                for word in self.plain_words([stem, *inflected])
                if word.plain == stem or has_endings(word.plain)
            ]
            # A long stem that is typed with one ending and printed with another needs no more witness, nor
            # one that the dictionary gives.
            sure = len(stem) >= _WITNESS or plain(lemma(form)) == stem
            attested = (
                stem == form
                or any(w.plain == stem for w in words)
                or len({w.plain for w in words}) > (0 if sure else 2)
            )
            if attested:
                found.append((BARE if stem == form else INFLECTED, words))
        return found

    def with_endings(self, form: str) -> list[Word]:
        """The words of a plain spelling and its inflections; a word may come twice."""
        return [*self.plain_words([form]), *(word for _, words in self.family(form) for word in words)]

    def romanised(self, form: str) -> list[tuple[float, list[Word]]]:
        """The Bangla words that a Latin spelling may stand for: by sound, or spelt letter by letter."""
        groups = []
        for spelt in letters(form):
            groups.append((SPELT, self.plain_words([plain(spelt)])))
            groups += self.family(plain(spelt))
        near = self.sounding(phones_of_latin(form), _ALIKE)
        for bare in latin_stems(form) if not near else ():
            if near := self.sounding(phones_of_latin(bare), _ALIKE):
                break
        for alike, word, _ in near[:_MOST_ALIKE]:
            groups.append((alike, [word]))
        for stem, alike in _stems_of(near):
            groups += [(alike * weight, words) for weight, words in self.family(stem)]
        return groups

    def misspelt(self, form: str) -> list[tuple[float, list[Word]]]:
        """What a form that the archive does not have was meant to be: a word that lost its dots, one that
        sounds the same, or one that is a slip away, with their inflections."""
        if groups := self.near(dotted(plain(form)), SPELT):
            return groups
        phones = phones_of_bangla(form)
        if len(skeleton(phones)) < _BONES:
            return []
        near = self.sounding((phones,), _MISSPELT)
        groups = [(alike * INFLECTED, [word]) for alike, word, _ in near[:_MOST_ALIKE]]
        for stem, alike in _stems_of(near):
            groups += [(alike * INFLECTED * weight, words) for weight, words in self.family(stem)]
        if groups or entry(form) is not None:
            return groups
        return self.near([slip for stem in stems(plain(form))[:_STEMS] for slip in slips(stem)], _SLIP)

    def near(self, spellings: Iterable[str], weight: float) -> list[tuple[float, list[Word]]]:
        """The words of these plain spellings, or with endings of theirs; the commonest few."""
        every = {stem: spelling for spelling in spellings for stem in stems(spelling)[:_STEMS]}
        found = sorted(self.plain_words(every), key=lambda word: -word.articles)[:_MOST_STEMS]
        kin = [(weight * of, words) for word in found for of, words in self.family(word.plain)]
        return [(weight, [word]) for word in found] + kin

    def sounding(self, readings: Sequence[str], least: float) -> list[tuple[float, Word, str]]:
        """The words of which the whole or a stem sounds like one of the readings, the likest first.

        With each its likeness and the stem that sounds so. What lags far behind the best is left out.
        """
        bones = {skeleton(phones) for phones in readings} - {""}
        near = []
        for word in self._shelf.by_sound({bone + ending for bone in bones for ending in ending_sounds()}):
            alike, stem = max(
                (likeness(phones, phones_of_bangla(stem)), stem)
                for phones in readings
                for stem in stems(word.plain)
                if skeleton(phones_of_bangla(stem)) in bones or stem == word.plain
            )
            if alike >= least:
                near.append((alike, word, stem))
        near.sort(key=lambda found: (-found[0], -found[1].articles, found[1].form))
        return [found for found in near if found[0] >= near[0][0] - _BEHIND]

    def heard(self, readings: Sequence[str]) -> tuple[float, dict[int, str]]:
        """How like the readings the best of the archive's words sounds, and the best few with inflections."""
        near = self.sounding(readings, _ALIKE)[:_MOST_STEMS]
        words = {word.number: word.form for _, word, _ in near}
        for stem, _ in _stems_of(near):
            words |= {word.number: word.form for _, group in self.family(stem) for word in group}
        return (near[0][0] if near else 0.0), words

    def spellings(self, slot: Slot) -> list[str]:
        """What a slot may be in plain spelling, the word itself first and its shortest stem last."""
        if slot.latin:
            return [slot.form, *(plain(spelt) for spelt in letters(slot.form))]
        return [plain(slot.form)] if slot.exact else list(stems(plain(slot.form)))


def _stems_of(near: list[tuple[float, Word, str]]) -> list[tuple[str, float]]:
    """The few likest stems, each once, with their likeness."""
    best: dict[str, float] = {}
    for alike, _, stem in near:
        best.setdefault(stem, alike)
    return list(best.items())[:_MOST_STEMS]


def _each_once(groups: list[tuple[float, list[Word]]]) -> list[tuple[float, list[Word]]]:
    seen: set[int] = set()
    found = []
    for weight, words in sorted(groups, key=lambda group: -group[0]):
        new = [word for word in words if word.number not in seen]
        seen.update(word.number for word in new)
        if new:
            found.append((weight, new))
    return found
