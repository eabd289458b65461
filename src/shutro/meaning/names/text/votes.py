"""What a text tells of its own names: a name seen once in full is known when it returns short."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from shutro.bangla import stems
from shutro.bangla.kept import WORDS, kept
from shutro.bangla.keys import sound_key
from shutro.meaning.names.canonical.base import conjunct
from shutro.meaning.names.known.gazetteer import Gazetteer
from shutro.meaning.names.known.words import heads
from shutro.meaning.names.tagging.mentions import Mention, Sentence, covered
from shutro.meaning.names.tagging.tokens import is_mark


def settled(rows: list[Sentence], known: Gazetteer) -> list[Sentence]:
    """The sentences with names that stand elsewhere in the text found wherever they return."""
    table = _votes(rows, known)
    if not table:
        return rows
    lengths: dict[str, list[int]] = {}  # of the names that begin with a word, longest first
    for words in sorted(table, key=len, reverse=True):
        lengths.setdefault(words[0], []).append(len(words))
    wholes = {t.key for row in rows for m in row.mentions for t in row.tokens[m.first : m.last]}
    shared = {key: _shared(key, wholes) for key in {t.key for row in rows for t in row.tokens}}
    return [row.having(_recalled(row, table, lengths, shared)) for row in rows]


def _votes(rows: Sequence[Sentence], known: Gazetteer) -> dict[tuple[str, ...], tuple[str, bool]]:
    """For the stems of each name: its kind by majority, and whether a lone word of it may be added."""
    seen: dict[tuple[str, ...], Counter[str]] = {}
    alone: set[tuple[str, ...]] = set()
    for row in rows:
        for mention in row.mentions:
            stem_keys = [
                stems.stem(t.key) for t in row.tokens[mention.first : mention.last] if not is_mark(t)
            ]
            words = tuple(sound_key(key) for key in stem_keys)
            weight = 3 if mention.is_known else 1
            seen.setdefault(words, Counter())[mention.kind] += weight
            if mention.kind == "PER" and len(words) > 1:
                for part in (stem_keys[-1], stem_keys[0]):
                    if _telling(part):
                        seen.setdefault((sound_key(part),), Counter())["PER"] += 1
                        alone.add((sound_key(part),))
            if len(words) > 1 or _telling(stem_keys[0]):
                alone.add(words)
            if mention.kind in {"ORG", "LOC"} and len(words) > 1 and _coined(stem_keys, mention.kind, known):
                seen.setdefault(words[:1], Counter())[mention.kind] += 1
                alone.add(words[:1])
    out: dict[tuple[str, ...], tuple[str, bool]] = {}
    for words, votes in seen.items():
        out[words] = (votes.most_common(1)[0][0], words in alone)
    return out


def _coined(words: list[str], kind: str, known: Gazetteer) -> bool:
    """Whether the first word alone may call back a body or place: no dictionary word, no place by itself."""
    if len(words[0]) < 4 or stems.classes(words[0]) or known.find(words[0]) or known.flags(words[0]):
        return False
    last = {(form,) for form in (words[-1], *stems.cuts(words[-1], "name"))}
    nouns = heads("firm", "team") if kind == "ORG" else heads("place_head", "place")
    return not nouns.isdisjoint(last)


def _shared(key: str, wholes: set[str]) -> str:
    """The sound of a word without its ending: as it stands bare in another name, else by its stem."""
    sound, cuts = _sounds(key)
    for cut in cuts:
        if cut in wholes:
            return sound_key(cut)
    return sound


@kept(WORDS)
def _sounds(key: str) -> tuple[str, tuple[str, ...]]:
    """The sound of a word's stem; and of a word that has none, what it may be without an ending."""
    own = stems.stem(key)
    short = conjunct(key)  # জীবনকৃষ্ণর
    return sound_key(own), (*stems.cuts(key, "name"), *([short.key] if short else [])) if own == key else ()


def _telling(word: str) -> bool:
    """Whether a lone word is a name by itself: longer than an initial and no word of the dictionary."""
    return len(word) >= 3 and not set(stems.classes(word)) & set("nvadpch")


def _recalled(
    row: Sentence,
    table: dict[tuple[str, ...], tuple[str, bool]],
    lengths: dict[str, list[int]],
    shared: dict[str, str],
) -> list[Mention]:
    out = [_voted(row, mention, table) for mention in row.mentions]
    keys = [shared[t.key] for t in row.tokens]
    if lengths.keys().isdisjoint(keys):
        return out
    taken = covered(row.mentions)
    at = 0
    while at < len(keys):
        for length in lengths.get(keys[at], ()):
            if at + length > len(keys):
                continue
            entry = table.get(tuple(keys[at : at + length]))
            inside = range(at, at + length)
            if entry is None or not entry[1]:
                continue
            within = [m for m in out if m.first in inside and m.last - 1 in inside]
            if any(i in taken for i in inside):
                inner = covered(within)
                if any(i in taken and i not in inner for i in inside) or any(
                    _keeps(m, length) for m in within
                ):
                    continue
                out = [m for m in out if m not in within]
            out.append(Mention(at, at + length, entry[0], "again"))  # type: ignore[arg-type]
            at += length - 1
            break
        at += 1
    return out


def _keeps(mention: Mention, length: int) -> bool:
    """Whether a mention stands against a longer name of the text that begins or ends with it."""
    return mention.last - mention.first >= length or mention.kind in {"LOC", "MISC"}


def _voted(row: Sentence, mention: Mention, table: dict[tuple[str, ...], tuple[str, bool]]) -> Mention:
    """A mention of the kind that most of its like in the text have."""
    if mention.rule != "tagger":
        return mention
    words = tuple(
        sound_key(stems.stem(t.key)) for t in row.tokens[mention.first : mention.last] if not is_mark(t)
    )
    kind = table[words][0] if words in table else mention.kind
    return mention if kind == mention.kind else replace(mention, kind=kind)  # type: ignore[arg-type]
