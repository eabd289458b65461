"""What a text tells of its own names: a name seen once in full is known when it returns short."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from shutro.bangla import stems
from shutro.bangla.kept import kept
from shutro.bangla.keys import folded, sound_key
from shutro.meaning.names.beside import heads, is_bare, is_noun
from shutro.meaning.names.canonical import conjunct, is_part
from shutro.meaning.names.features import Token
from shutro.meaning.names.gazetteer import Gazetteer, nicknames
from shutro.meaning.names.glued import unglued
from shutro.meaning.names.listed import listed
from shutro.meaning.names.sightings import Mention, Sentence, is_mark, word_list
from shutro.meaning.names.titled import is_title


def settle(rows: list[Sentence], known: Gazetteer) -> list[Sentence]:
    """The sentences with names that stand elsewhere in the text found wherever they return."""
    rows = [listed(number, row, known) for number, row in enumerate(rows)]
    rows = [
        unglued(number, _tried(_aged(_rejoined(row, known))), known) if row.mentions else row
        for number, row in enumerate(rows)
    ]
    rows = _parted(_called(rows))
    rows = _teams(_halves(rows, known))
    table = _votes(rows, known)
    if not table:
        return rows
    lengths: dict[str, list[int]] = {}  # of the names that begin with a word, longest first
    for words in sorted(table, key=len, reverse=True):
        lengths.setdefault(words[0], []).append(len(words))
    wholes = {t.key for row in rows for m in row.mentions for t in row.tokens[m.first : m.last]}
    shared = {key: _shared(key, wholes) for key in {t.key for row in rows for t in row.tokens}}
    return [
        Sentence(row.tokens, tuple(_settled(number, row, table, lengths, shared)))
        for number, row in enumerate(rows)
    ]


def _rejoined(row: Sentence, known: Gazetteer) -> Sentence:
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
    return Sentence(row.tokens, tuple(out))


def _aged(row: Sentence) -> Sentence:
    """Persons with the nickname that stands between the name and an age in brackets."""
    taken = {m.first for m in row.mentions}
    out = []
    for m in row.mentions:
        word, *rest = [token.key for token in row.tokens[m.last : m.last + 4]] or [""]
        aged = (
            len(rest) == 3 and rest[0] == "(" and rest[1].isdigit() and rest[2] == ")" and word[0].isalpha()
        )
        whole = m.kind == "PER" and m.last not in taken and is_bare(row.tokens[m.last - 1])
        out.append(replace(m, last=m.last + 1) if aged and whole else m)
    return Sentence(row.tokens, tuple(out))


def _completes(row: Sentence, person: Mention, m: Mention) -> bool:
    """Whether a lone word taken for a place or a body is the last part of the person's name before it."""
    alone = m.rule == "known:name" and m.last - m.first == 1 and person.last == m.first
    if not alone or person.rule.startswith("known"):
        return False
    own = stems.stem(row.tokens[m.first].key)
    if m.kind == "ORG":
        return own in nicknames() and person.last - person.first > 1 and is_bare(row.tokens[m.first - 1])
    return m.kind == "LOC" and is_part(own)


def _called(rows: list[Sentence]) -> list[Sentence]:
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

    return [replace(row, mentions=tuple(person(row, m) for m in row.mentions)) for row in rows]


def _named(row: Sentence, m: Mention) -> str:
    return stems.stem(row.tokens[m.first].key)


def _ungoverned(row: Sentence, m: Mention, known: Gazetteer) -> Mention:
    """A well-known person's name without the government after it."""
    rest = " ".join(t.key for t in row.tokens[m.first : m.last - 1])
    governs = (
        m.kind == "PER" and m.last - m.first > 1 and stems.stem(row.tokens[m.last - 1].key) == _GOVERNMENT
    )
    found = known.find(rest) if governs else None
    return replace(m, last=m.last - 1) if found and found.kind == "PER" else m


_GOVERNMENT = folded("সরকার")


def _housed(row: Sentence, m: Mention) -> Mention:
    """A person without where he lives: in দক্ষিণপাড়ার রহিম মিয়া the first word is none of his name."""
    words = row.tokens[m.first : m.last]
    if m.kind != "PER" or m.rule != "tagger" or len(words) < 3 or is_part(words[0].key):
        return m
    dwellings = tuple(word + ending for (word,) in heads("dwelling") for ending in _OF)
    housed = words[0].key.endswith(dwellings) and is_part(words[1].key)
    return replace(m, first=m.first + 1) if housed else m


_OF = (folded("র"), folded("ের"))


def _tried(row: Sentence) -> Sentence:
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
    return Sentence(row.tokens, tuple(out))


def _parted(rows: list[Sentence]) -> list[Sentence]:
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
        out.append(Sentence(row.tokens, tuple(found)))
    return out


def _halves(rows: list[Sentence], known: Gazetteer) -> list[Sentence]:
    """উত্তরের প্রেসিডেন্ট: half of a divided country by its quarter alone, once the text has named it."""
    named = {
        words[0]
        for row in rows
        for m in row.mentions
        if m.rule.startswith("known")
        and len(words := [stems.stem(t.key) for t in row.tokens[m.first : m.last]]) == 2
        and (words[0],) in heads("direction")
        and (found := known.find(" ".join(words)))
        and found.known.source == "countries.toml"
    }
    if not named:
        return rows
    out = []
    for number, row in enumerate(rows):
        kept = [m for m in row.mentions if m.last - m.first > 1 or m.rule.startswith("known")]
        taken = {i for m in kept for i in range(m.first, m.last)}
        halves = [
            Mention(number, i, i + 1, "LOC", "half")
            for i, t in enumerate(row.tokens[:-1])
            if i not in taken
            and t.key not in named
            and any(cut in named for cut in stems.cuts(t.key, "name"))
            and row.tokens[i + 1].key in word_list("before")
        ]
        at = {m.first for m in halves}
        halves += [m for m in row.mentions if m.first not in at]
        out.append(Sentence(row.tokens, tuple(sorted(halves, key=lambda m: m.first))))
    return out


def _teams(rows: list[Sentence]) -> list[Sentence]:
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
        if m.kind != "LOC" or m.last - m.first > 1 or own not in sides or token.key.endswith(_PLACES):
            return m
        return replace(m, kind="ORG", rule="again")

    return [Sentence(row.tokens, tuple(side(row, m) for m in row.mentions)) for row in rows]


_PLACES = tuple(folded(ending) for ending in ("ে", "তে", "য়"))


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
            weight = 3 if mention.rule.startswith("known") else 1
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
    return bool(
        last & (heads("firm") | heads("team") if kind == "ORG" else heads("place_head") | heads("place"))
    )


def _stem(token: Token) -> str:
    return sound_key(stems.stem(token.key))


def _shared(key: str, wholes: set[str]) -> str:
    """The sound of a word without its ending: as it stands bare in another name, else by its stem."""
    sound, cuts = _sounds(key)
    for cut in cuts:
        if cut in wholes:
            return sound_key(cut)
    return sound


@kept(50_000)
def _sounds(key: str) -> tuple[str, tuple[str, ...]]:
    """The sound of a word's stem; and of a word that has none, what it may be without an ending."""
    own = stems.stem(key)
    short = conjunct(key)  # জীবনকৃষ্ণর
    return sound_key(own), (*stems.cuts(key, "name"), *([short.key] if short else [])) if own == key else ()


def _telling(word: str) -> bool:
    """Whether a lone word is a name by itself: longer than an initial and no word of the dictionary."""
    return len(word) >= 3 and not set(stems.classes(word)) & set("nvadpch")


def _settled(
    number: int,
    row: Sentence,
    table: dict[tuple[str, ...], tuple[str, bool]],
    lengths: dict[str, list[int]],
    shared: dict[str, str],
) -> list[Mention]:
    out = [_voted(row, mention, table) for mention in row.mentions]
    keys = [shared[t.key] for t in row.tokens]
    if lengths.keys().isdisjoint(keys):
        return out
    taken = {i for m in row.mentions for i in range(m.first, m.last)}
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
                covered = {i for m in within for i in range(m.first, m.last)}
                if any(i in taken and i not in covered for i in inside) or any(
                    _keeps(m, length) for m in within
                ):
                    continue
                out = [m for m in out if m not in within]
            out.append(Mention(number, at, at + length, entry[0], "again"))  # type: ignore[arg-type]
            at += length - 1
            break
        at += 1
    return sorted(out, key=lambda m: m.first)


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
