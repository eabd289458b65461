"""Names that the tagger ran together: a person and the medium spoken to, firms called after persons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shutro.bangla import stems
from shutro.meaning.names.known.endings import WHOM
from shutro.meaning.names.known.gazetteer import Gazetteer, known_as
from shutro.meaning.names.known.parts import is_part
from shutro.meaning.names.known.words import heads, is_noun, tails, word_list
from shutro.meaning.names.sentence.titles import is_where
from shutro.meaning.names.tagging.mentions import Mention, Sentence, covered
from shutro.meaning.names.tagging.tokens import Token, is_bare, is_mark


def unglued(row: Sentence, known: Gazetteer) -> Sentence:
    """The sentence with persons, media and firms each by themselves.

    In করিম শেখ সমতট নিউজকে and in করিম শেখ জনপদলিপিকে বলেন there are two names, in কাজল নেভিগেশন one.
    """
    found = [part for m in row.mentions for part in _known_apart(row.tokens, m, known)]
    found = [piece for mention in found for piece in _pieces(row.tokens, mention, known)]
    found = [piece for m in found for piece in _seats_apart(row.tokens, m, known)]
    found = [_footless(row.tokens, m, known) for m in _hyphened(row.tokens, found)]
    found = _dailies(row.tokens, _firms(row.tokens, found))
    found += _spoken_to(row.tokens, found)
    return row.having(found)


def _known_apart(row: Sequence[Token], m: Mention, known: Gazetteer) -> list[Mention]:
    """Two persons as two, where the first or the second of them is known by a full name."""
    if m.kind != "PER" or m.is_known or m.last - m.first < 4:
        return [m]
    for at in range(m.first + 2, m.last - 1):
        one, two = row[m.first : at], row[at : m.last]
        if is_bare(row[at - 1]) and any(
            _is_whole(this, known) and sum(is_part(stems.stem(t.key)) for t in other) >= 2
            for this, other in ((one, two), (two, one))
        ):
            return [replace(m, last=at), replace(m, first=at)]
    return [m]


def _is_whole(words: Sequence[Token], known: Gazetteer) -> bool:
    """Whether words are a well-known person's full name, with or without an ending."""
    key = " ".join(t.key for t in words)
    found = known_as(key, known)
    if found is None or found.kind != "PER":
        return False
    return found.known.canonical.count(" ") == key.count(" ")


def _hyphened(row: Sequence[Token], found: Sequence[Mention]) -> list[Mention]:
    """Persons with the parts of Arabic names that hyphens hang on them: আবদেল-লতিফ আল-কানোয়া, হারুন-অর-রশিদ."""
    out: list[Mention] = []
    for m in found:
        if out and m.first < out[-1].last:
            continue
        last = m.last
        while m.kind == "PER" and not m.is_known and (end := _hung(row, last)) > last:
            last = max([end, *(n.last for n in found if n.kind == "PER" and n.first in {end - 1, end})])
        out.append(m if last == m.last else replace(m, last=last))
    return out


def _hung(row: Sequence[Token], at: int) -> int:
    """Where a word ends that a hyphen and a joining word hang on the one before a token; else the token."""
    if at + 1 >= len(row) or row[at].key != "-" or row[at].start != row[at - 1].end:
        return at
    joining = any((row[i].key,) in heads("joiner", "arabic") for i in (at - 1, at + 1))
    return at + 2 if joining and row[at + 1].start == row[at].end and row[at + 1].key[0].isalpha() else at


def _footless(row: Sequence[Token], m: Mention, known: Gazetteer) -> Mention:
    """A body without what stands behind its name: অগ্রণী ব্যাংক শাখা, তৃণমূল কার্যালয়."""
    if m.kind != "ORG" or m.last - m.first < 2 or is_mark(row[m.last - 2]):
        return m
    foot = is_noun(row[m.last - 1].key, "foot")
    if not foot and is_noun(row[m.last - 1].key, "seat_of"):
        body = known.find(" ".join(token.key for token in row[m.first : m.last - 1]))
        foot = body is not None and body.kind == "ORG"
    return replace(m, last=m.last - 1) if foot else m


def _seats_apart(row: Sequence[Token], m: Mention, known: Gazetteer) -> list[Mention]:
    """A body without the place that only says which: পাবনা জেলার … বিদ্যালয়, … পরিষদ পাবনা শাখা."""
    if m.kind != "ORG" or m.is_known or m.last - m.first < 3:
        return [m]
    rest = known_as(" ".join(token.key for token in row[m.first + 1 : m.last]), known)
    if rest and rest.kind == "ORG" and is_where(row[m.first].key):
        where = known_as(row[m.first].key, known)
        placed = [replace(m, last=m.first + 1, kind="LOC")] if where and where.kind == "LOC" else []
        return [*placed, replace(m, first=m.first + 1, rule="known:name")]
    noun = row[m.first + 1].key
    if m.last - m.first > 3 and is_noun(noun, "place_noun") and (noun,) not in heads("place_noun"):
        return [replace(m, last=m.first + 1, kind="LOC", rule="seat"), replace(m, first=m.first + 2)]
    behind = row[m.last].key if m.last < len(row) else ""
    place = known.find(row[m.last - 1].key)
    branch = is_noun(row[m.last - 2].key, "closing") and is_noun(behind, "branch")
    if branch and place and place.kind == "LOC":
        return [replace(m, last=m.last - 1), replace(m, first=m.last - 1, kind="LOC", rule="seat")]
    return [m]


def _firms(row: Sequence[Token], found: Sequence[Mention]) -> list[Mention]:
    """A firm with the whole name of the person it is called after: মীর আক্তার হোসেন লিমিটেড."""
    out: list[Mention] = []
    for m in found:
        last = out[-1] if out else None
        named = m.kind == "ORG" and is_part(row[m.first].key) and is_noun(row[m.last - 1].key, "firm")
        whole = last is not None and last.kind == "PER" and last.last == m.first and is_bare(row[m.first - 1])
        if named and whole and last and not last.is_known:
            out[-1] = replace(m, first=last.first)
        else:
            out.append(m)
    return out


def _pieces(row: Sequence[Token], m: Mention, known: Gazetteer) -> list[Mention]:
    """A person's mention as the names that it holds."""
    words = row[m.first : m.last]
    if m.kind != "PER" or m.is_known or len(words) < 2:
        return [m]
    if is_noun(words[-1].key, "squad"):
        return [replace(m, kind="ORG")]
    parts = next((i for i, t in enumerate(words) if not is_part(stems.stem(t.key))), len(words))
    rest = len(words) - parts
    if rest and is_noun(words[-1].key, "firm"):
        apart = parts >= 2 and rest >= 2
        firm = replace(m, first=m.first + parts if apart else m.first, kind="ORG")
        return [replace(m, last=m.first + parts), firm] if apart else [firm]
    at = _body_at(row, m, known)
    if not at and parts >= 2 and rest == 1 and _told(row, m):
        at = m.last - 1
    if not at and rest and len(words) >= 3 and _told(row, m) and not is_part(_whom(words[-1].key)):
        at = m.last - 1
    return [replace(m, last=at), replace(m, first=at, kind="ORG")] if at else [m]


def _body_at(row: Sequence[Token], m: Mention, known: Gazetteer) -> int:
    """Where a body known by itself, or a medium by its last word, begins behind a person's name; else 0."""
    for at in range(m.first + 1, m.last):
        tail = row[at : m.last]
        if any(is_mark(t) for t in tail):
            continue
        key = " ".join(t.key for t in tail)
        body = known_as(key, known)
        if body and body.kind == "ORG" and not is_part(tail[0].key) and tail[0].key not in word_list("words"):
            return at
    last = row[m.last - 1]
    if (
        last.key.endswith(WHOM)
        and _whom(last.key).endswith(tails("medium_tail"))
        and not is_part(_whom(last.key))
    ):
        before = row[m.last - 2]
        lone = m.last - m.first == 2 or is_part(before.key) or (_whom(last.key),) not in heads("medium_tail")
        return m.last - 1 if lone else m.last - 2
    return 0


def _whom(key: str) -> str:
    return key.removesuffix(WHOM)


def _told(row: Sequence[Token], mention: Mention) -> bool:
    """Whether the last word of a mention is who was told: -কে, and soon after it a verb of telling."""
    return row[mention.last - 1].key.endswith(WHOM) and _tells(row[mention.last : mention.last + 4])


def _tells(row: Sequence[Token]) -> bool:
    """Whether one of these words is a verb of telling, or says that something was confirmed."""
    return any((token.key,) in heads("telling", "confirming") for token in row)


def _spoken_to(row: Sequence[Token], found: Sequence[Mention]) -> list[Mention]:
    """The media of no list that somebody told something (জনপদ বার্তাকে জানান)."""
    taken = covered(found)
    out = []
    for i, token in enumerate(row):
        if not token.key.endswith(WHOM) or i in taken or not _tells(row[i + 1 : i + 6]):
            continue
        medium = _whom(token.key)
        if (medium,) in heads("medium_tail"):
            before = row[i - 1] if i and i - 1 not in taken else None
            if before and before.key[0].isalpha() and is_bare(before) and not _no_title_of(before.key):
                out.append(Mention(i - 1, i + 1, "ORG", "medium"))
        elif medium.endswith(tails("medium_tail")) and not stems.classes(medium) and len(medium) >= 6:
            out.append(Mention(i, i + 1, "ORG", "medium"))
    return out


def _no_title_of(key: str) -> bool:
    """Whether a word stands before a medium as a common noun (এই খবরকে, এক পোস্টকে)."""
    return (key,) in heads("which") or bool(set(stems.classes(key)) & set("cdpv"))


def _dailies(row: Sequence[Token], found: list[Mention]) -> list[Mention]:
    """ডেইলি বাংলাদেশকে: what a daily is called belongs to its name, whatever else it names."""
    out: list[Mention] = []
    for m in found:
        at = next((i for i in range(m.first, m.last) if (row[i].key,) in heads("daily")), None)
        if at is None or m.kind == "ORG" or m.is_known:
            before = out[-1] if out else None
            daily = m.first and (row[m.first - 1].key,) in heads("daily") and m.kind in {"LOC", "MISC", "PER"}
            if before is not None and before.rule == "daily" and before.last == m.first:
                out[-1] = replace(before, last=m.last)
            else:
                out.append(replace(m, first=m.first - 1, kind="ORG", rule="daily") if daily else m)
            continue
        out += [replace(m, last=at)] if at > m.first else []
        out.append(replace(m, first=at, kind="ORG", rule="daily"))
    return [m for m in out if m.rule != "daily" or m.last - m.first > 1]
