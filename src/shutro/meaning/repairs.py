"""Mentions set right by their surroundings: what belongs to a name and what does not.

Each repair covers a way names are written (a constituency's number, an embassy's people, initials),
whatever the tagger made of it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib import resources

from shutro.bangla.keys import folded
from shutro.bangla.stems import classes, cuts, stem
from shutro.bangla.words import abbreviations, letters
from shutro.meaning.canonical import is_part
from shutro.meaning.features import Token
from shutro.meaning.gazetteer import Gazetteer, Spelling, flags, nicknames
from shutro.meaning.sightings import Mention, is_common, is_mark, word_list

_LONGEST_TAIL = 4


@cache
def heads(name: str) -> frozenset[tuple[str, ...]]:
    """A list of `data/heads.toml`, each noun as its words."""
    text = resources.files("shutro.meaning").joinpath("data/heads.toml").read_text("utf-8")
    return frozenset(tuple(folded(noun).split(" ")) for noun in tomllib.loads(text)[name])


def repaired(row: Sequence[Token], found: list[Mention], known: Gazetteer) -> list[Mention]:
    """The mentions of one sentence, every repair applied, in order and apart."""
    if _signature(row):
        return []
    found = [_undescribed(row, piece) for mention in found for piece in _split(row, mention, known)]
    found = _joined(row, [_unplaced(row, mention) for mention in found], known)
    found = [_grown(row, _hyphened(row, mention, found), found) for mention in found]
    found = _apart(found)
    found = [_directed(row, _headed(row, mention)) for mention in found]
    found += _placed(row, found)
    found += _official(row, found)
    found += _bracketed(row, found) + _seats(row, found, known)
    found += _honoured(row, found)
    found = [_event(row, _seat(row, mention)) for mention in found]
    return [mention for mention in _apart(found) if not _dropped(row, mention)]


def _apart(found: list[Mention]) -> list[Mention]:
    """The mentions without those that a longer one covers or overlaps."""
    out: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.first - m.last, m.first)):
        if all(mention.last <= other.first or other.last <= mention.first for other in out):
            out.append(mention)
    return sorted(out, key=lambda m: m.first)


def _signature(row: Sequence[Token]) -> bool:
    """ঢাকা/শংকর/এস: who wrote and who edited, under an article."""
    return (
        3 <= len(row) <= 9
        and all((token.key == "/") == bool(i % 2) for i, token in enumerate(row))
        and len(row) % 2 == 1
    )


def _split(row: Sequence[Token], mention: Mention, known: Gazetteer) -> list[Mention]:
    """Two names that the tagger took for one, as the two they are.

    মস্কো পিয়ংইয়ং and ট্রাম্প পুতিনকে stand side by side; in কাঠমান্ডুর ত্রিভুবন বিমানবন্দর a place
    owns the next name; in উইলিয়াম রুটো নাইরোবিতে a person is followed by where.
    """
    first, last = mention.first, mention.last
    if last - first < 2 or mention.rule.startswith("known"):
        return [mention]
    if halves := _hyphenated(row, mention, known):
        return halves
    one, two = _known(row[first].key, known), _known(row[last - 1].key, known)
    if mention.kind == "PER" and two and two.kind == "LOC" and row[last - 1].key.endswith(_WHERE):
        where = Mention(mention.sentence, last - 1, last, "LOC", "known:name")
        return [replace(mention, last=last - 1), *([where] if known.find(row[last - 1].key) is None else [])]
    if last - first == 2 and two and two.kind != "MISC" and _said_of(row[first]) and one is None:
        kind = mention.kind if two.kind == mention.kind else two.kind
        return [replace(mention, first=last - 1, kind=kind, rule="known:name")]
    if mention.kind in {"ORG", "LOC"} and one and one.kind == "LOC" and row[first].key.endswith(_WHOSE):
        tail = row[first + 1 : last]
        if known.find(row[first].key) is None and not any(words in heads("organ") for words in _forms(tail)):
            owner = Mention(mention.sentence, first, first + 1, "LOC", "known:name")
            return [owner, *([] if is_common(tail) else [replace(mention, first=first + 1)])]
    if one is None or two is None or not one.kind == two.kind == mention.kind or one.known is two.known:
        return [mention]
    if last - first != 2 or {row[first].key, row[first + 1].key} & word_list("words"):
        return [mention]
    return [replace(mention, last=first + 1), replace(mention, first=first + 1, rule="known:name")]


def _said_of(token: Token) -> bool:
    """Whether a word is a verb, adjective or particle and no part of names: said of the name after it."""
    key = token.key
    return (
        bool(set(classes(key)) & set("vadcp"))
        and not set(flags(key)) & set("nbvP")
        and key not in word_list("words")
    )


def _hyphenated(row: Sequence[Token], mention: Mention, known: Gazetteer) -> list[Mention]:
    """The two names of মস্কো-পিয়ংইয়ং, where one of them is known by itself; else nothing."""
    middle = next((i for i in range(mention.first, mention.last) if row[i].key in {"-", "–"}), None)
    if middle is None or mention.kind == "ORG":
        return []
    parts = [(mention.first, middle), (middle + 1, mention.last)]
    if not any(_known(" ".join(t.key for t in row[a:b]), known) for a, b in parts):
        return []
    return [replace(mention, first=a, last=b) for a, b in parts if a < b and not row[a].key[0].isdigit()]


_WHERE = tuple(folded(ending) for ending in ("তে", "য়", "ে"))
_WHOSE = folded("র")


def _known(key: str, known: Gazetteer) -> Spelling | None:
    return next((s for k in (key, *cuts(key, "name")) if (s := known.find(k))), None)


def _bare(token: Token) -> bool:
    """Whether a word carries no case ending that could be seen."""
    return stem(token.key) == token.key


def _joined(row: Sequence[Token], found: list[Mention], known: Gazetteer) -> list[Mention]:
    """Parts of one person's name that the tagger left apart (শাহ মো. জামাল উদ্দিন) put together."""
    out: list[Mention] = []
    for mention in sorted(found, key=lambda m: m.first):
        last = out[-1] if out else None
        if (
            last is not None
            and last.kind == mention.kind == "PER"
            and last.last == mention.first
            and not (last.rule.startswith("known") or mention.rule.startswith("known"))
            and _bare(row[last.last - 1])
            and (last.last - last.first == 1 or mention.last - mention.first == 1)
        ):
            out[-1] = replace(last, last=mention.last)
        else:
            out.append(mention)
    return out


def _grown(row: Sequence[Token], mention: Mention, found: list[Mention]) -> Mention:
    """A person's name with the initials before it and the parts of names beside it."""
    if mention.kind != "PER":
        return mention
    taken = {i for m in found if m is not mention for i in range(m.first, m.last)}
    first, last = mention.first, mention.last
    start = first
    while (
        start > 0
        and start - 1 not in taken
        and (row[start - 1].key in letters() or row[start - 1].key == ".")
    ):
        start -= 1
    inside = first
    while inside < last - 1 and (row[inside].key in letters() or row[inside].key == "."):
        inside += 1
    if sum(not is_mark(row[i]) for i in range(start, inside)) >= 2:
        while is_mark(row[start]):
            start += 1
        first = start
    while (
        first > 0
        and first - 1 not in taken
        and _part(row[first - 1])
        and not mention.rule.startswith("known")
    ):
        first -= 1
    while last < len(row) and last not in taken and _bare(row[last - 1]) and _part(row[last]):
        last += 1
    if last - first >= 2 and last not in taken and _nickname(row, last):
        last += 1
    return replace(mention, first=first, last=last)


def _nickname(row: Sequence[Token], at: int) -> bool:
    """Whether an unknown word or a nickname after a full name, before a mark or a verb, goes on with it."""
    if at >= len(row) or not is_part(stem(row[at - 1].key)) or not _bare(row[at - 1]):
        return False
    if not _foreign(row[at]) and stem(row[at].key) not in nicknames():
        return False
    return at + 1 == len(row) or is_mark(row[at + 1]) or row[at + 1].key in word_list("after")


def _hyphened(row: Sequence[Token], mention: Mention, found: list[Mention]) -> Mention:
    """মাহবুব-উল আলম, শের-ই-বাংলা: a name whose first parts hang on it by a hyphen and a joining word."""
    first = mention.first
    joins = heads("joiner")
    while (
        mention.kind in {"PER", "ORG"}
        and first >= 2
        and row[first - 1].key == "-"
        and row[first - 1].end == row[first].start
        and ((row[first].key,) in joins or (row[first - 2].key,) in joins)
        and not any(m.first < first - 1 <= m.last and m is not mention for m in found)
    ):
        first -= 2
    return replace(mention, first=first)


def _part(token: Token) -> bool:
    """Whether a word is a part of persons' names and no common word beside."""
    key = token.key
    own = key if "n" in flags(key).split("+")[1] else stem(key)
    marks = flags(own).split("+")[1]
    if own in nicknames():
        return not classes(own)
    return "n" in marks and not set("tbv") & set(marks) and not set(classes(own)) & set("vcdp")


def _headed(row: Sequence[Token], mention: Mention) -> Mention:
    """চীনা দূতাবাস, কাপ্তাই থানা, কারওয়ান বাজার: the noun that makes one name with a bare one."""
    if mention.kind == "PER":
        return _instituted(row, mention)
    if mention.kind not in {"LOC", "MISC", "ORG"}:
        return mention
    bare = _bare(row[mention.last - 1])
    for length in range(_LONGEST_TAIL, 0, -1):
        tail = row[mention.last : mention.last + length]
        if len(tail) < length or any(is_mark(token) for token in tail):
            continue
        if _organ(row, mention, tail):
            return replace(mention, last=mention.last + length, kind="ORG", rule="organ")
        if not bare:
            continue
        if any(words in heads("body") | heads("team") for words in _forms(tail)):
            return replace(mention, last=mention.last + length, kind="ORG", rule="head")
        if mention.kind in {"LOC", "MISC"} and any(words in heads("place") for words in _forms(tail)):
            return replace(mention, last=mention.last + length, kind="LOC", rule="head")
        if length > 1 and mention.kind == "LOC" and _opened(tail):
            return replace(mention, last=mention.last + length, kind="ORG", rule="opened")
    return mention


def _instituted(row: Sequence[Token], mention: Mention) -> Mention:
    """শহীদ জিয়াউর রহমান মেডিকেল কলেজ: a body called after a person."""
    if not _bare(row[mention.last - 1]):
        return mention
    for length in range(_LONGEST_TAIL, 0, -1):
        tail = row[mention.last : mention.last + length]
        if len(tail) == length and any(words in heads("institution") for words in _forms(tail)):
            first = mention.first
            while first and (row[first - 1].key,) in heads("honour"):
                first -= 1
            return replace(mention, first=first, last=mention.last + length, kind="ORG", rule="head")
    return mention


def _bracketed(row: Sequence[Token], found: list[Mention]) -> list[Mention]:
    """The short form of a body's name that stands in brackets after it, however the tagger missed it."""
    out = []
    for mention in found:
        at = mention.last
        inside = row[at : at + 3]
        if mention.kind != "ORG" or len(inside) < 3 or inside[0].key != "(" or inside[2].key != ")":
            continue
        if not any(m.first <= at + 1 < m.last for m in found) and _foreign(inside[1]):
            out.append(Mention(mention.sentence, at + 1, at + 2, "ORG", "bracket"))
    return out


def _seats(row: Sequence[Token], found: list[Mention], known: Gazetteer) -> list[Mention]:
    """ভোলা-১: a place of the list with a number on it, however common a word it is beside."""
    covered = {i for m in found for i in range(m.first, m.last)}
    number = found[0].sentence if found else 0
    return [
        Mention(number, i, i + 1, "LOC", "seat")
        for i in range(len(row) - 2)
        if i not in covered
        and row[i + 1].key in {"-", "–"}
        and row[i + 2].key.isdigit()
        and (place := known.find(row[i].key)) is not None
        and place.kind == "LOC"
    ]


def _opened(tail: Sequence[Token]) -> bool:
    """Whether bare nouns up to the noun of a body follow the place that opens its name."""
    inner = all(_bare(t) and not set(classes(t.key)) & set("vcdp") and not _part(t) for t in tail[:-1])
    return inner and any(words[-1:] in heads("after_place") for words in _forms(tail[-1:]))


def _undescribed(row: Sequence[Token], mention: Mention) -> Mention:
    """A body's name without what is said of it before (সংবাদমাধ্যম দ্য ভার্জ)."""
    if mention.kind != "ORG" or mention.rule.startswith("known"):
        return mention
    first = mention.first
    for i in range(mention.first, mention.last - 1):
        if (row[i].key,) in heads("describing") or tuple(t.key for t in row[i - 1 : i + 1]) in heads(
            "describing"
        ):
            first = i + 1
    while first < mention.last - 1 and is_mark(row[first]):
        first += 1
    return replace(mention, first=first)


def _organ(row: Sequence[Token], mention: Mention, tail: Sequence[Token]) -> bool:
    """Whether `tail` is an organ of the state just named: রাশিয়ার নিরাপত্তা পরিষদ."""
    return mention.rule.startswith("known") and any(words in heads("organ") for words in _forms(tail))


def _directed(row: Sequence[Token], mention: Mention) -> Mention:
    """উত্তর-পশ্চিম এশিয়া: the quarter of a continent belongs to its name."""
    if mention.kind != "LOC" or mention.last - mention.first > 2 or not mention.first:
        return mention
    if not any(words in heads("continent") for words in _forms(row[mention.last - 1 : mention.last])):
        return mention
    first = mention.first
    while first and (row[first - 1].key,) in heads("direction") | {("-",)}:
        first -= 1
    return mention if is_mark(row[first]) else replace(mention, first=first)


def _placed(row: Sequence[Token], found: list[Mention]) -> list[Mention]:
    """A word no dictionary knows, right before the noun that says what place it is (গোজা শহর)."""
    covered = {i for m in found for i in range(m.first, m.last)}
    out = []
    for i in range(1, len(row)):
        if i in covered or i - 1 in covered or not _foreign(row[i - 1]):
            continue
        first = i - 1
        while first and first - 1 not in covered and _foreign(row[first - 1]) and i - first < 3:
            first -= 1
        inside = any(words in heads("place_head") for words in _forms(row[i : i + 1]))
        if inside or any(words in heads("place_noun") for words in _forms(row[i : i + 1])):
            number = found[0].sentence if found else 0
            out.append(Mention(number, first, i + inside, "LOC", "place"))
    return out


def _foreign(token: Token) -> bool:
    """A word that the dictionary does not have, with no ending to be seen."""
    key = token.key
    made = any(key.endswith(ending) for (ending,) in heads("derived"))
    return (
        key[0].isalpha()
        and not key.isascii()
        and len(key) > 2
        and not classes(key)
        and _bare(token)
        and not made
    )


def _forms(tail: Sequence[Token]) -> list[tuple[str, ...]]:
    """The words of a phrase, the last as printed and without each ending it may carry."""
    keys = tuple(token.key for token in tail)
    return [keys, *((*keys[:-1], cut) for cut in cuts(keys[-1], "name"))]


def _official(row: Sequence[Token], found: list[Mention]) -> list[Mention]:
    """জাতীয় … কাউন্সিল: a body's full official name, from the word that opens it to its head noun."""
    out = []
    covered = {i for m in found if m.kind in {"ORG", "PER", "EVENT"} for i in range(m.first, m.last)}
    for i, token in enumerate(row):
        if (token.key,) not in heads("opening") or i in covered:
            continue
        for length in (3, 4, 5, 6):
            part = row[i : i + length]
            if len(part) < length or any(is_mark(t) for t in part) or any(not _bare(t) for t in part[1:-1]):
                break
            if any(t.key in word_list("before") for t in part):
                break
            if any(words[-1:] in heads("closing") for words in _forms(part[-1:])):
                out.append(Mention(found[0].sentence if found else 0, i, i + length, "ORG", "official"))
    return out


def _honoured(row: Sequence[Token], found: list[Mention]) -> list[Mention]:
    """মি. অধিকারী: the word after an abbreviated title is a name."""
    covered = {i for m in found for i in range(m.first, m.last)}
    out = []
    for i in range(len(row) - 2):
        if (
            row[i].key in _ABBREVIATED
            and row[i + 1].key == "."
            and i + 2 not in covered
            and not is_mark(row[i + 2])
        ):
            last = i + 3
            while last < len(row) and last not in covered and _bare(row[last - 1]) and _part(row[last]):
                last += 1
            if row[i + 2].key not in word_list("before") and row[i + 2].key[0].isalpha():
                out.append(Mention(found[0].sentence if found else 0, i + 2, last, "PER", "title"))
    return out


_ABBREVIATED = frozenset({"মি", "ড", "ডা", "মিসেস"})


def _unplaced(row: Sequence[Token], mention: Mention) -> Mention:
    """A place's name without the noun that says what place it is, and without its quarter's adjective."""
    if mention.kind != "LOC" or mention.rule.startswith("known"):
        return mention
    first, last = mention.first, mention.last
    while last - first > 1 and any(words in heads("place_noun") for words in _forms(row[last - 1 : last])):
        last -= 1
    while last - first > 1 and row[first].key.endswith(_QUARTER):
        first += 1
    return replace(mention, first=first, last=last)


_QUARTER = folded("াঞ্চলীয়")


def _seat(row: Sequence[Token], mention: Mention) -> Mention:
    """ঢাকা-১৩: a constituency takes its number."""
    at = mention.last
    if (
        mention.kind != "LOC"
        or at + 1 >= len(row)
        or row[at].key not in {"-", "–"}
        or not row[at + 1].key[0].isdigit()
    ):
        return mention
    if row[at].start != row[at - 1].end or row[at + 1].start != row[at].end:
        return mention
    return replace(mention, last=at + 2, rule="seat")


def _event(row: Sequence[Token], mention: Mention) -> Mention:
    """A league or a championship that the tagger took for a body."""
    if mention.kind != "ORG" or mention.rule.startswith("known") or mention.last - mention.first < 2:
        return mention
    if not any(words in heads("event") for words in _forms(row[mention.last - 1 : mention.last])):
        return mention
    return replace(mention, kind="EVENT")


def _dropped(row: Sequence[Token], mention: Mention) -> bool:
    """Whether a lone word is a common noun that no name is made of."""
    words = [token.key for token in row[mention.first : mention.last]]
    if mention.kind == "PER" and all(_is_title(word) for word in words):
        return True
    if words == _PARADISE and mention.last < len(row) and (row[mention.last].key,) in heads("granted"):
        return True
    return len(words) == 1 and any(
        (k,) in heads("never") for k in (words[0], stem(words[0]), *cuts(words[0]))
    )


_PARADISE = [folded("জান্নাতুল"), folded("ফেরদৌস")]


def _is_title(word: str) -> bool:
    """Whether a word is a title, an abbreviation or a mark."""
    return word in abbreviations() or word in word_list("before") or not word[0].isalnum()


def is_byline(row: Sequence[Token], mention: Mention) -> bool:
    """পাবনা প্রতিনিধি: the place that the reporter of an article is named by."""
    following = row[mention.last : mention.last + 4]
    return (
        mention.kind == "LOC"
        and mention.first == 0
        and bool(following)
        and (following[0].key,) in heads("byline")
        and any(t.key in {"|", ":", "।", "(", "—", "–", "-", ","} for t in following[1:])
    )
