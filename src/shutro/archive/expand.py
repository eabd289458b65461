"""From the words of a query to the words of the archive: every spelling that may be meant, weighed."""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from shutro.archive.aliases import formed, listed
from shutro.archive.amounts import in_words, summed
from shutro.archive.compare import amount
from shutro.archive.endings import ending_sounds, endings_after, has_endings, is_whole, latin_stems, stems
from shutro.archive.query import Query, Slot
from shutro.archive.roman import likeness, phones_of_bangla, phones_of_latin, skeleton
from shutro.archive.shelf import Shelf, Word
from shutro.archive.slips import dotted, slips
from shutro.archive.terms import is_number, plain
from shutro.archive.variants import (
    ALIAS,
    BARE,
    EXACT,
    INFLECTED,
    JOINED,
    RELATED,
    SPELT,
    Dated,
    Plan,
    Variant,
)
from shutro.archive.wordlists import (
    asking,
    is_month,
    letter_forms,
    letter_runs,
    letters,
    related,
    same_as,
)
from shutro.bangla.stems import entry, lemma

_YEAR = 0.25
_IDLE = 0.1  # what a word counts for that asks, or is a title
_YEARS = range(1900, 2100)  # never printed with the word for a thousand
_SHORT = 2
_ALIKE = 0.74
_BEHIND = 0.12
_MISSPELT = 0.8
_MOST_ALIKE = 12
_MOST_STEMS = 4
_BONES = 3
_STEMS = 2
_WITNESS = 5
_SLIP = 0.75
_MOST_CALLED = 4
_RARELY = 0.2


def plan(query: Query, shelf: Shelf) -> Plan:
    """Look up what the archive has for every word of the query."""
    expander = _Expander(shelf)
    expander.foresee(query.slots)
    variants: list[Variant] = []
    carried = [0] * len(query.slots)
    for at, slot in enumerate(query.slots):
        for weight, words in expander.word(slot):
            variants.append(Variant(at, at, ({w.number: w.form for w in words},), weight))
            if weight > RELATED:
                carried[at] += sum(word.articles for word in words)
    for found in expander.joined(query.slots) + expander.aliased(query.slots):
        variants.append(found)
    count = expander.count
    worth = [math.log(1 + (count + 0.5) / (min(articles, count) + 0.5)) for articles in carried]
    if len(worth) > _SHORT:
        # In a long query one word that nobody prints does not outweigh all the others.
        most = max((w for w, articles in zip(worth, carried, strict=True) if articles), default=0.0)
        worth = [min(w, most) if most else w for w in worth]
    idle = _idle(query.slots)
    if len(idle) < len(worth):
        worth = [w * _IDLE if at in idle else w for at, w in enumerate(worth)]
    dated = expander.dated(query.slots)
    if dated and dated.month + 1 < len(worth):
        worth[dated.month + 1] *= _YEAR  # papers leave out the year they print in
    excluded = []
    for run in query.excluded:
        parts = tuple(expander.meant(slot) for slot in run)
        excluded.append(Variant(0, 0, parts, 1.0))
    return Plan(
        query.slots, tuple(worth), tuple(carried), tuple(variants), query.together, tuple(excluded), dated
    )


def _idle(slots: Sequence[Slot]) -> set[int]:
    """The words that ask (কে, কত) or are titles; not where they are letters of a name (এ কে আজাদ)."""
    words, names = asking()["questions"] | asking()["titles"], letter_forms()
    return {
        at
        for at, slot in enumerate(slots)
        if slot.form in words
        and not slot.exact
        and not (
            slot.form in names
            and any(s.form in names for s in (*slots[at - 1 : at], *slots[at + 1 : at + 2]))
        )
    }


class _Expander:
    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.count = max(1, shelf.count())
        self._known: dict[str, list[Word]] = {}

    def dated(self, slots: Sequence[Slot]) -> Dated | None:
        """The day, month and year that the query names, if it names one."""
        for at in range(1, len(slots) - 1):
            day, month, year = slots[at - 1].form, slots[at].form, slots[at + 1].form
            if is_month(month) and is_number(day) and len(day) <= 2 and len(year) == 4 and is_number(year):
                others = {str(n) for n in _YEARS} - {year}
                return Dated(at, frozenset(word.number for word in self.shelf.by_form(others)))
        return None

    def word(self, slot: Slot) -> list[tuple[float, list[Word]]]:
        """The words that may be meant by one slot, by weight, each in its best group only."""
        groups: list[tuple[float, list[Word]]] = [(EXACT, self.shelf.by_form([slot.form]))]
        if slot.prefix:
            groups.append((INFLECTED, self.shelf.by_prefix(slot.form, 200)))
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
        bare = () if slot.exact or slot.latin else stems(plain(slot.form))
        for form in dict.fromkeys(other for stem in (slot.form, *bare) for other in same_as(stem)):
            groups.append((SPELT, self.shelf.by_form([form])))
            groups += self.family(plain(form))
        return _each_once(groups)

    def meant(self, slot: Slot) -> dict[int, str]:
        """The forms of the very word that was typed, whatever its ending: what a `-` takes out."""
        return {w.number: w.form for weight, words in self.word(slot) if weight >= INFLECTED for w in words}

    def plain_words(self, plains: Iterable[str]) -> list[Word]:
        """The words of these plain spellings; each spelling is asked of the shelf once."""
        wanted = dict.fromkeys(plains)
        if missing := [one for one in wanted if one not in self._known]:
            self._known.update((one, []) for one in missing)
            for word in self.shelf.by_plain(missing):
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
        for word in self.shelf.by_sound({bone + ending for bone in bones for ending in ending_sounds()}):
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

    def joined(self, slots: Sequence[Slot]) -> list[Variant]:
        """Words typed apart that are printed as one, and one typed together that is printed apart."""
        found = []
        for at in range(len(slots) - 1):
            one, two = slots[at], slots[at + 1]
            if one.latin and two.latin:
                found += self.run_together(at, one.form, two.form)
            if one.latin or two.latin or one.exact or is_number(one.form) or is_number(two.form):
                continue
            words = {
                w.number: w.form
                for form in (one.form + two.form, one.form + "্" + two.form)
                for _, group in [(1.0, self.plain_words([plain(form)])), *self.family(plain(form))]
                for w in group
            }
            if words:
                found.append(Variant(at, at + 1, (words,), JOINED))
        for at, slot in enumerate(slots):
            if slot.latin or slot.exact or is_number(slot.form):
                continue
            found += [Variant(at, at, parts, JOINED) for parts in self.parted(slot.form)]
        return found + self.spelt_out(slots) + self.counted(slots)

    def spelt_out(self, slots: Sequence[Slot]) -> list[Variant]:
        """A short name typed letter by letter: এন সি পি is এনসিপি."""
        found = []
        for first, last in letter_runs([slot.form for slot in slots]):
            whole = plain("".join(slot.form for slot in slots[first : last + 1]))
            words = {w.number: w.form for _, group in self.family(whole) for w in group}
            if words:
                found.append(Variant(first, last, (words,), SPELT))
        return found

    def counted(self, slots: Sequence[Slot]) -> list[Variant]:
        """An amount in figures that print has with its words, and the reverse: ১৬৫০০ and ১৬ হাজার ৫০০, নয়জন and
        ৯ জন."""
        found: list[tuple[int, int, list[list[Word]]]] = []
        for at, slot in enumerate(slots):
            if slot.form.isdecimal() and (number := int(slot.form)) not in _YEARS:
                spelt = in_words(number)
                found += [(at, at, [self.plain_words(words) for words in spelt])] if spelt else []
            elif not slot.latin and (counted := amount(slot.form)) and (noun := plain(counted[1])):
                heads = self.plain_words([str(counted[0]), plain(slot.form.removesuffix(counted[1]))])
                found.append((at, at, [heads, [w for _, words in self.family(noun) for w in words]]))
        for first, last, total in summed([slot.form for slot in slots]):
            found.append((first, last, [self.plain_words([str(total)])]))
        return [
            Variant(first, last, tuple({w.number: w.form for w in part} for part in parts), SPELT)
            for first, last, parts in found
            if all(parts)
        ]

    def run_together(self, at: int, one: str, two: str) -> list[Variant]:
        """Two words in Latin letters that are one in Bangla: shoitto probaho is শৈত্যপ্রবাহ."""
        readings = ["".join(pair) for pair in zip(phones_of_latin(one), phones_of_latin(two), strict=False)]
        near = self.sounding(readings, _ALIKE)[:_MOST_STEMS]
        words = {word.number: word.form for _, word, _ in near}
        for stem, _ in _stems_of(near):
            words |= {word.number: word.form for _, group in self.family(stem) for word in group}
        return [Variant(at, at + 1, (words,), JOINED * near[0][0])] if near else []

    def parted(self, form: str) -> list[tuple[dict[int, str], ...]]:
        """The two-word spellings of one word, where the archive knows both words."""
        cuts = [(form[:n], form[n:]) for n in range(3, len(form) - 1) if form[n] in _STARTS]
        known = defaultdict(list)
        for word in self.plain_words({plain(part) for cut in cuts for part in cut}):
            known[word.plain].append(word)
        found: list[tuple[dict[int, str], ...]] = []
        for left, right in cuts:
            if known[plain(left)] and (ends := self.family(plain(right))) and len(right) > 2:
                first = {w.number: w.form for w in known[plain(left)]}
                second = {w.number: w.form for _, words in ends for w in words}
                if second:
                    found.append((first, second))
        return found

    def aliased(self, slots: Sequence[Slot]) -> list[Variant]:
        """What the names in the query are also called."""
        words = [self.spellings(slot) for slot in slots]
        others = [
            (first, last, called)
            for first, last, called in listed(words)
            if not any(slot.exact for slot in slots[first : last + 1])
        ]
        runs = [(at, end) for at in range(len(slots)) for end in range(at + 1, min(at + 7, len(slots) + 1))]
        # A phrase stands as it was typed, by no other name.
        runs = [(at, end) for at, end in runs if not any(slot.exact for slot in slots[at:end])]
        named = {
            " ".join(choice): (at, end - 1)
            for at, end in runs
            for choice in itertools.product(*words[at:end])
        }
        learnt: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for short, full, articles in self.shelf.aliases(named):
            learnt[short].append((articles, full))
            learnt[full].append((articles, short))
        for asked in learnt.keys() & named.keys():
            others += [(*named[asked], tuple(called.split())) for called in _believed(learnt[asked])]
        for at, end in runs:
            others += [(at, end - 1, short) for short in formed([words[n][-1] for n in range(at, end)])]
        known: dict[str, list[Word]] = defaultdict(list)
        for word in self.plain_words({part for _, _, other in others for part in other}):
            known[word.plain].append(word)
        found = []
        for first, last, other in dict.fromkeys(others):
            if not all(known[part] for part in other[:-1]):
                continue
            ends = [*known[other[-1]], *(w for _, group in self.family(other[-1]) for w in group)]
            parts = [*(known[part] for part in other[:-1]), ends]
            if ends:
                found.append(
                    Variant(first, last, tuple({w.number: w.form for w in part} for part in parts), ALIAS)
                )
        return found

    def spellings(self, slot: Slot) -> list[str]:
        """What a slot may be in plain spelling, the word itself first and its shortest stem last."""
        if slot.latin:
            return [slot.form, *(plain(spelt) for spelt in letters(slot.form))]
        return [plain(slot.form)] if slot.exact else list(stems(plain(slot.form)))


def _believed(called: list[tuple[int, str]]) -> list[str]:
    """What a name is mostly explained by: misprints and chance are far rarer than the right name."""
    most = max(articles for articles, _ in called)
    ranked = sorted(called, key=lambda pair: (-pair[0], pair[1]))
    return [name for articles, name in ranked[:_MOST_CALLED] if articles >= _RARELY * most]


def _stems_of(near: list[tuple[float, Word, str]]) -> list[tuple[str, float]]:
    """The few likest stems, each once, with their likeness."""
    best: dict[str, float] = {}
    for alike, _, stem in near:
        best.setdefault(stem, alike)
    return list(best.items())[:_MOST_STEMS]


_STARTS = frozenset("অআইঈউঊঋএঐওঔ" + "".join(chr(c) for c in range(0x0995, 0x09BA)) + "\u09dc\u09dd\u09df")


def _each_once(groups: list[tuple[float, list[Word]]]) -> list[tuple[float, list[Word]]]:
    seen: set[int] = set()
    found = []
    for weight, words in sorted(groups, key=lambda group: -group[0]):
        new = [word for word in words if word.number not in seen]
        seen.update(word.number for word in new)
        if new:
            found.append((weight, new))
    return found
