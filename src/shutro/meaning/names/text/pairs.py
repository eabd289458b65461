"""Two persons side by side that the tagger took for one, told by the rest of the text."""

from __future__ import annotations

from dataclasses import replace

from shutro.bangla import stems
from shutro.bangla.keys import sound_key
from shutro.meaning.names.tagging.mentions import Mention, Sentence
from shutro.meaning.names.tagging.tokens import Token, is_mark


def parted(rows: list[Sentence]) -> list[Sentence]:
    """Two persons side by side (কিম পুতিনকে) as two, where the text has each of them elsewhere."""
    wholes = [
        words
        for row in rows
        for m in row.mentions
        if m.kind == "PER"
        and len(words := tuple(_stem(t) for t in row.tokens[m.first : m.last] if not is_mark(t))) > 1
    ]

    lone = {
        _stem(row.tokens[m.first])
        for row in rows
        for m in row.mentions
        if m.kind == "PER" and m.last - m.first == 1
    }

    def elsewhere(word: Token, beside: Token) -> bool:
        mine, its = _stem(word), _stem(beside)
        return mine in lone and any(mine in words and its not in words for words in wholes)

    out = []
    for row in rows:
        if not row.mentions:
            out.append(row)
            continue
        found: list[Mention] = []
        for m in row.mentions:
            first, second = row.tokens[m.first], row.tokens[m.last - 1]
            if (
                m.kind == "PER"
                and m.last - m.first == 2
                and elsewhere(first, second)
                and elsewhere(second, first)
            ):
                found += [replace(m, last=m.first + 1), replace(m, first=m.first + 1)]
            else:
                found.append(m)
        out.append(row.having(found))
    return out


def _stem(token: Token) -> str:
    return sound_key(stems.stem(token.key))
