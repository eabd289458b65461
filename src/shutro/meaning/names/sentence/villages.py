"""Villages and quarters of no list, by what they end in and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shutro.bangla.kept import WORDS, kept
from shutro.bangla.stems import classes, count, cuts, stem
from shutro.meaning.names.known.endings import MANY, OF, WHERE
from shutro.meaning.names.known.parts import flags, is_part, nicknames
from shutro.meaning.names.known.words import heads, is_noun, tails, word_list
from shutro.meaning.names.sentence.sites import Nouns, is_spot
from shutro.meaning.names.sentence.titles import is_inner
from shutro.meaning.names.tagging.mentions import Mention, covered
from shutro.meaning.names.tagging.tokens import Token, is_bare, is_foreign, is_mark

FEW = 3  # times that an unknown word stands there, at most, to be a place that lies in another


def of_place(row: Sequence[Token], m: Mention) -> list[Mention]:
    """A person without the place that stands behind the name: রহিম সর্দার মাদারীপুর জেলার is two."""
    if m.kind != "PER" or m.is_known or m.last - m.first < 3 or m.last >= len(row):
        return [m]
    last = row[m.last - 1]
    noun = row[m.last].key
    placed = is_noun(noun, "place_noun") and noun.endswith((*OF, *WHERE)) and is_bare(last)
    placed = placed and not is_part(last.key) and last.key not in nicknames()
    if not placed or not is_part(row[m.last - 2].key):
        return [m]
    return [replace(m, last=m.last - 1), replace(m, first=m.last - 1, kind="LOC", rule="village")]


def of_two_words(row: Sequence[Token], nouns: Nouns, found: Sequence[Mention]) -> list[Mention]:
    """Villages and quarters of two words, one of them in no dictionary, before the noun: গোয়াইল বাড়ি এলাকায়."""
    at = [i for i, lists in nouns.items() if "quarter" in lists and i > 2]
    taken = covered(found) if at else set()
    out = []
    for i in at:
        if taken & {i - 1, i - 2}:
            continue
        two = (row[i - 2], row[i - 1])
        opened = is_mark(row[i - 3]) or row[i - 3].key.endswith((*OF, *WHERE))
        unheard = any(map(is_unheard, two)) and all(is_unheard(t) or is_inner(t) for t in two)
        if opened and (unheard or ((two[1].key,) in heads("part_of_village") and _may_own(two[0]))):
            out.append(Mention(i - 2, i, "LOC", "village"))
    return out


def of_two(row: Sequence[Token], nouns: Nouns, found: Sequence[Mention]) -> list[Mention]:
    """The mentions, with villages whose name begins a word before what was found of it: ভাটি কলকিহারা গ্রামে."""
    ends = {i for i, lists in nouns.items() if "quarter" in lists}
    if not ends:
        return list(found)
    taken = covered(found)
    out: list[Mention] = []
    for m in sorted(found, key=lambda m: m.first):
        at = m.first - 1
        village = m.kind == "LOC" and m.last in ends and m.last - m.first == 1 and at > 0
        last = out[-1] if out else None
        if village and last and last.last == m.first and last.kind == "LOC" and _is_unlisted(row[at].key):
            out[-1] = replace(last, last=m.last)
        elif village and at not in taken and _opens(row, at):
            out.append(replace(m, first=at))
        else:
            out.append(m)
    return out


def _is_unlisted(key: str) -> bool:
    """Whether a word is no place by itself, and has no ending of whose or where."""
    return "L" not in flags(key) and not key.endswith((*OF, *WHERE))


def _opens(row: Sequence[Token], at: int) -> bool:
    """Whether a word could open the name of a village of two words: behind a mark or what it lies in."""
    opened = is_mark(row[at - 1]) or row[at - 1].key.endswith((*OF, *WHERE))
    return opened and ((row[at].key,) in heads("village_first") or is_unheard(row[at]))


def _may_own(token: Token) -> bool:
    """Whether a village's part could be called after a word: গাজীর পাড়া, মাঝি পাড়া."""
    own = [token.key, *cuts(token.key, "name")]
    return any(is_part(form) or (form,) in heads("settlement") for form in own) or is_unheard(token)


def is_unheard(token: Token) -> bool:
    """Whether a word right before such a noun is a name that nobody has heard of."""
    return is_foreign(token) and count(token.key) <= FEW and not is_part(token.key)


def lies_in(row: Sequence[Token], at: int, found: Sequence[Mention]) -> bool:
    """Whether an unknown word with the ending of where stands behind the place it lies in (রাঙামাটির লংগদুতে)."""
    key = row[at].key
    if not at or not key.endswith(WHERE) or len(key) < 5 or classes(key) or count(key) > FEW:
        return False
    if key.endswith(tails("manner")):
        return False
    within = row[at - 1].key.endswith(OF) and (
        any(m.kind == "LOC" and m.last == at for m in found)
        or any((form,) in heads("place_noun") for form in cuts(row[at - 1].key, "name"))
    )
    bare = [cut for cut in cuts(key, "name") if len(cut) > 2 and not cut.endswith(MANY)]
    if not within or not bare or is_part(key) or not key[0].isalpha():
        return False
    return not any(classes(cut) or count(cut) > FEW or is_part(cut) for cut in bare)


def holds(row: Sequence[Token], at: int, found: Sequence[Mention]) -> bool:
    """Whether an unknown word in the genitive stands between two places (বাঁকুড়ার ইন্দাসের চাঁদগ্রামে)."""
    key = row[at].key
    if not key.endswith(OF) or not at or not row[at - 1].key.endswith(OF) or is_part(key):
        return False
    within = any(m.kind == "LOC" and m.last == at for m in found)
    around = any(m.kind == "LOC" and m.first == at + 1 for m in found)
    bare = [cut for cut in cuts(key, "name") if len(cut) > 2]
    return within and around and bool(bare) and not any(classes(cut) or is_part(cut) for cut in bare)


def as_village(row: Sequence[Token], mention: Mention) -> Mention:
    """A lone word that was taken for a person, as a place: it ends as villages do, or a landing has it."""
    if mention.kind != "PER" or mention.is_known or mention.last - mention.first != 1:
        return mention
    key = row[mention.first].key
    behind = row[mention.last].key if mention.last < len(row) else ""
    if (behind,) in heads("council"):
        return replace(mention, kind="LOC", rule="council")
    if is_spot(behind) and is_bare(row[mention.first]) and not is_part(key):
        return replace(mention, kind="LOC", rule="spot")
    if is_part(key) or is_part(stem(key)) or not any(map(_settlement, (key, *cuts(key, "name")))):
        return mention
    return replace(mention, kind="LOC", rule="village")


@kept(WORDS)
def is_settled(key: str) -> bool:
    """Whether a word that no dictionary has is a village's name with the ending of where or whence."""
    if len(key) < 6 or classes(key) or is_part(key):
        return False
    return key.endswith((*WHERE, *OF)) and any(_settlement(cut) for cut in cuts(key, "name"))


@kept(WORDS)
def _settlement(form: str) -> bool:
    """Whether a bare word ends as villages and quarters do, and is no other word."""
    if classes(form) or is_part(form) or word_list("common") & {form}:
        return False
    return any(form.endswith(noun) and len(form) >= len(noun) + 3 for noun in tails("settlement"))
