"""Persons whose names were cut, or run on into what is none of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shutro.bangla import stems
from shutro.meaning.names.known.endings import OF
from shutro.meaning.names.known.gazetteer import Gazetteer
from shutro.meaning.names.known.parts import is_part, nicknames
from shutro.meaning.names.known.words import heads, is_noun, tails
from shutro.meaning.names.sentence.titles import is_title
from shutro.meaning.names.tagging.mentions import Mention, Sentence
from shutro.meaning.names.tagging.tokens import Token, is_age, is_bare


def rejoined(row: Sentence, known: Gazetteer) -> Sentence:
    """Persons whose names were cut, or run on into what is none of them.

    সিয়াম-উল-হক is one; in মাইনুল হাসানকে the second word is no city; in শেখ হাসিনা সরকারের the third no
    family name.
    """
    out: list[Mention] = []
    for m in (_ungoverned(row, mention, known) for mention in row.mentions):
        last = out[-1] if out else None
        if (last is not None and last.kind == "PER" and _completes(row, last, m)) or (
            last is not None
            and last.kind == m.kind == "PER"
            and last.last == m.first - 1
            and row.tokens[last.last].key == "-"
            and row.tokens[last.last - 1].end + 1 == row.tokens[m.first].start
            and (row.tokens[m.first].key,) in heads("joiner")
        ):
            out[-1] = replace(last, last=m.last)
        else:
            out.append(m)
    return row.having(out)


def _completes(row: Sentence, person: Mention, m: Mention) -> bool:
    """Whether a lone word taken for a place or a body is the last part of the person's name before it."""
    alone = m.rule == "known:name" and m.last - m.first == 1 and person.last == m.first
    if not alone or person.is_known:
        return False
    own = stems.stem(row.tokens[m.first].key)
    if m.kind == "ORG":
        return own in nicknames() and person.last - person.first > 1 and is_bare(row.tokens[m.first - 1])
    return m.kind == "LOC" and is_part(own)


def aged(row: Sentence) -> Sentence:
    """Persons with the nickname that stands between the name and an age in brackets."""
    taken = {m.first for m in row.mentions}
    return row.having(_aged(row.tokens, m) if m.last not in taken else m for m in row.mentions)


def _aged(row: Sequence[Token], m: Mention) -> Mention:
    if m.kind != "PER" or not is_age(row, m.last + 1) or not row[m.last].key[0].isalpha():
        return m
    return replace(m, last=m.last + 1) if is_bare(row[m.last - 1]) else m


def _ungoverned(row: Sentence, m: Mention, known: Gazetteer) -> Mention:
    """A well-known person's name without the government after it."""
    rest = " ".join(t.key for t in row.tokens[m.first : m.last - 1])
    last = stems.stem(row.tokens[m.last - 1].key)
    governs = m.kind == "PER" and m.last - m.first > 1 and (last,) in heads("government")
    found = known.find(rest) if governs else None
    return replace(m, last=m.last - 1) if found and found.kind == "PER" else m


def _housed(row: Sentence, m: Mention) -> Mention:
    """A person without where he lives: in দক্ষিণপাড়ার রহিম মিয়া the first word is none of his name."""
    words = row.tokens[m.first : m.last]
    if m.kind != "PER" or m.rule != "tagger" or len(words) < 3 or is_part(words[0].key):
        return m
    dwellings = tuple(word + ending for word in tails("dwelling") for ending in OF)
    housed = words[0].key.endswith(dwellings) and is_part(words[1].key)
    return replace(m, first=m.first + 1) if housed else m


def tried(row: Sentence) -> Sentence:
    """Persons told from where they live or stand: in আসামি জাহাঙ্গীর আদালতে there is one, and no court.

    A court is named after its place or rank; a judge's has him in the genitive.
    """
    out = []
    for m in (_housed(row, mention) for mention in row.mentions):
        words = row.tokens[m.first : m.last]
        said = next((i for i, token in enumerate(words) if not is_title(token.key) or is_part(token.key)), 0)
        person = m.kind == "ORG" and len(words) > said + 1
        person = person and all(is_part(token.key) for token in words[said:-1])
        if person and is_noun(words[-1].key, "court", "station"):
            m = replace(m, first=m.first + said, last=m.last - 1, kind="PER")
        out.append(m)
    return row.having(out)
