"""From the words of a query to the words of the archive: every spelling that may be meant, weighed."""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Sequence

from shutro.archive.nouns.stored import Word
from shutro.archive.search.attested import Attested
from shutro.archive.search.query import Query, Slot
from shutro.archive.search.variants import ALIAS, JOINED, RELATED, SPELT, Dated, Plan, Variant
from shutro.archive.stores.shelf import Shelf
from shutro.archive.words.aliases import formed, listed
from shutro.archive.words.amounts import in_words, summed
from shutro.archive.words.compare import amount
from shutro.archive.words.roman import phones_of_latin
from shutro.archive.words.terms import is_number, plain
from shutro.archive.words.wordlists import asking, is_month, letter_forms, letter_runs

_YEAR = 0.25  # what the year of a whole date counts for
_IDLE = 0.1  # what a word counts for that asks, or is a title
_YEARS = range(1900, 2100)  # never printed with the word for a thousand
_SHORT = 2  # words of a query in which none is held back
_MOST_CALLED = 4  # learnt names of one name
_RARELY = 0.2  # part of the articles of the commonest from which on another is believed
# What a word can begin with: a vowel or a consonant, no sign.
_STARTS = frozenset("অআইঈউঊঋএঐওঔ" + "".join(chr(c) for c in range(0x0995, 0x09BA)) + "\u09dc\u09dd\u09df")


def plan(query: Query, shelf: Shelf) -> Plan:
    """Look up what the archive has for every word of the query."""
    attested = Attested(shelf)
    attested.foresee(query.slots)
    together = _Together(shelf, attested)
    variants: list[Variant] = []
    carried = [0] * len(query.slots)
    for at, slot in enumerate(query.slots):
        for weight, words in attested.word(slot):
            variants.append(Variant(at, at, ({w.number: w.form for w in words},), weight))
            if weight > RELATED:
                carried[at] += sum(word.articles for word in words)
    variants += together.joined(query.slots) + together.aliased(query.slots)
    count = max(1, shelf.count())
    worth = [math.log(1 + (count + 0.5) / (min(articles, count) + 0.5)) for articles in carried]
    if len(worth) > _SHORT:
        # In a long query one word that nobody prints does not outweigh all the others.
        most = max((w for w, articles in zip(worth, carried, strict=True) if articles), default=0.0)
        worth = [min(w, most) if most else w for w in worth]
    idle = _idle(query.slots)
    if len(idle) < len(worth):
        worth = [w * _IDLE if at in idle else w for at, w in enumerate(worth)]
    dated = together.dated(query.slots)
    if dated and dated.month + 1 < len(worth):
        worth[dated.month + 1] *= _YEAR  # papers leave out the year they print in
    excluded = []
    for run in query.excluded:
        parts = tuple(attested.meant(slot) for slot in run)
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


class _Together:
    """What words of a query may be printed as that belong together, or apart."""

    def __init__(self, shelf: Shelf, attested: Attested) -> None:
        self.shelf = shelf
        self.attested = attested

    def dated(self, slots: Sequence[Slot]) -> Dated | None:
        """The day, month and year that the query names, if it names one."""
        for at in range(1, len(slots) - 1):
            day, month, year = slots[at - 1].form, slots[at].form, slots[at + 1].form
            if is_month(month) and is_number(day) and len(day) <= 2 and len(year) == 4 and is_number(year):
                others = {str(n) for n in _YEARS} - {year}
                return Dated(at, frozenset(word.number for word in self.shelf.by_form(others)))
        return None

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
                for w in self.attested.with_endings(plain(form))
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
            words = {w.number: w.form for _, group in self.attested.family(whole) for w in group}
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
                found += [(at, at, [self.attested.plain_words(words) for words in spelt])] if spelt else []
            elif not slot.latin and (counted := amount(slot.form)) and (noun := plain(counted[1])):
                figures = [str(counted[0]), plain(slot.form.removesuffix(counted[1]))]
                heads = self.attested.plain_words(figures)
                found.append((at, at, [heads, [w for _, words in self.attested.family(noun) for w in words]]))
        for first, last, total in summed([slot.form for slot in slots]):
            found.append((first, last, [self.attested.plain_words([str(total)])]))
        return [
            Variant(first, last, tuple({w.number: w.form for w in part} for part in parts), SPELT)
            for first, last, parts in found
            if all(parts)
        ]

    def run_together(self, at: int, one: str, two: str) -> list[Variant]:
        """Two words in Latin letters that are one in Bangla: shoitto probaho is শৈত্যপ্রবাহ."""
        readings = ["".join(pair) for pair in zip(phones_of_latin(one), phones_of_latin(two), strict=False)]
        alike, words = self.attested.heard(readings)
        return [Variant(at, at + 1, (words,), JOINED * alike)] if words else []

    def parted(self, form: str) -> list[tuple[dict[int, str], ...]]:
        """The two-word spellings of one word, where the archive knows both words."""
        cuts = [(form[:n], form[n:]) for n in range(3, len(form) - 1) if form[n] in _STARTS]
        known = defaultdict(list)
        for word in self.attested.plain_words({plain(part) for cut in cuts for part in cut}):
            known[word.plain].append(word)
        found: list[tuple[dict[int, str], ...]] = []
        for left, right in cuts:
            if known[plain(left)] and (ends := self.attested.family(plain(right))) and len(right) > 2:
                first = {w.number: w.form for w in known[plain(left)]}
                second = {w.number: w.form for _, words in ends for w in words}
                if second:
                    found.append((first, second))
        return found

    def aliased(self, slots: Sequence[Slot]) -> list[Variant]:
        """What the names in the query are also called."""
        words = [self.attested.spellings(slot) for slot in slots]
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
        for word in self.attested.plain_words({part for _, _, other in others for part in other}):
            known[word.plain].append(word)
        found = []
        for first, last, other in dict.fromkeys(others):
            if not all(known[part] for part in other[:-1]):
                continue
            ends = self.attested.with_endings(other[-1])
            parts = [*(known[part] for part in other[:-1]), ends]
            if ends:
                found.append(
                    Variant(first, last, tuple({w.number: w.form for w in part} for part in parts), ALIAS)
                )
        return found


def _believed(called: list[tuple[int, str]]) -> list[str]:
    """What a name is mostly explained by: misprints and chance are far rarer than the right name."""
    most = max(articles for articles, _ in called)
    ranked = sorted(called, key=lambda pair: (-pair[0], pair[1]))
    return [name for articles, name in ranked[:_MOST_CALLED] if articles >= _RARELY * most]
