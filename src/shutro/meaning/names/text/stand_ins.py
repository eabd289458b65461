"""Lone words that stand for a name that the text has in full: a nickname, a quarter, a city."""

from __future__ import annotations

from dataclasses import replace

from shutro.bangla import stems
from shutro.meaning.names.known.endings import WHERE
from shutro.meaning.names.known.gazetteer import Gazetteer
from shutro.meaning.names.known.parts import nicknames
from shutro.meaning.names.known.words import heads, is_noun, word_list
from shutro.meaning.names.tagging.mentions import Mention, Sentence, covered


def called_back(rows: list[Sentence]) -> list[Sentence]:
    """ববি, who was ইয়ামিন হক ববি, and no university: a nickname that short forms of bodies are, too."""
    called = {
        last
        for row in rows
        for m in row.mentions
        if m.kind == "PER"
        and m.last - m.first > 1
        and (last := stems.stem(row.tokens[m.last - 1].key)) in nicknames()
    }
    if not called:
        return rows

    def person(row: Sentence, m: Mention) -> Mention:
        alone = m.kind == "ORG" and m.last - m.first == 1
        return replace(m, kind="PER", rule="again") if alone and _named(row, m) in called else m

    return [row.having(person(row, m) for m in row.mentions) for row in rows]


def _named(row: Sentence, m: Mention) -> str:
    return stems.stem(row.tokens[m.first].key)


def halves(rows: list[Sentence], known: Gazetteer) -> list[Sentence]:
    """উত্তরের প্রেসিডেন্ট: half of a divided country by its quarter alone, once the text has named it."""
    named = {
        words[0]
        for row in rows
        for m in row.mentions
        if m.is_known
        and len(words := [stems.stem(t.key) for t in row.tokens[m.first : m.last]]) == 2
        and (words[0],) in heads("direction")
        and (found := known.find(" ".join(words)))
        and found.known.source == "countries.toml"
    }
    if not named:
        return rows
    out = []
    for row in rows:
        kept = [m for m in row.mentions if m.last - m.first > 1 or m.is_known]
        taken = covered(kept)
        halves = [
            Mention(i, i + 1, "LOC", "half")
            for i, t in enumerate(row.tokens[:-1])
            if i not in taken
            and t.key not in named
            and any(cut in named for cut in stems.cuts(t.key, "name"))
            and row.tokens[i + 1].key in word_list("before")
        ]
        at = {m.first for m in halves}
        halves += [m for m in row.mentions if m.first not in at]
        out.append(row.having(halves))
    return out


def teams(rows: list[Sentence]) -> list[Sentence]:
    """রংপুরের বোলাররা: a city for its side, where the text has the side in full and the case is no place's."""
    sides = {
        stems.stem(row.tokens[m.first].key)
        for row in rows
        for m in row.mentions
        if m.kind == "ORG" and m.last - m.first > 1 and is_noun(row.tokens[m.last - 1].key, "team")
    }
    if not sides:
        return rows

    def side(row: Sentence, m: Mention) -> Mention:
        token = row.tokens[m.first]
        own = stems.stem(token.key)
        if m.kind != "LOC" or m.last - m.first > 1 or own not in sides or token.key.endswith(WHERE):
            return m
        return replace(m, kind="ORG", rule="again")

    return [row.having(side(row, m) for m in row.mentions) for row in rows]
