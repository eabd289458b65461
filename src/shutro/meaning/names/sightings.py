"""Mentions of names sentence by sentence: what the tagger finds, joined with what is known beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from shutro.bangla import verbs
from shutro.bangla.kept import kept
from shutro.bangla.keys import folded
from shutro.bangla.stems import classes, count, cuts, stem
from shutro.bangla.verbs import readings
from shutro.bangla.words import sentences
from shutro.meaning.names.features import Token, tokens
from shutro.meaning.names.gazetteer import Gazetteer, Spelling, data, flags
from shutro.meaning.names.tagger import tagger
from shutro.model import NameKind


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as printed: tokens `first..last` (exclusive) of one sentence."""

    sentence: int
    first: int
    last: int
    kind: NameKind
    rule: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of a sentence and the mentions among them, in order and apart."""

    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]

    def keys(self, mention: Mention) -> list[str]:
        """The search keys of a mention's words."""
        return [token.key for token in self.tokens[mention.first : mention.last]]


@cache
def word_list(name: str) -> frozenset[str]:
    """A list of `data/titles.toml` or `data/ambiguous.toml`, as search keys."""
    return frozenset(folded(word) for word in _lists()[name])


@cache
def _lists() -> dict[str, list[str]]:
    return data("titles") | data("ambiguous")


def read(text: str, known: Gazetteer) -> list[Sentence]:
    """The sentences of `text` with their mentions."""
    model = tagger()
    out = []
    for number, span in enumerate(sentences(text)):
        row = tokens(text, span.start, span.end)
        tags = model.tag([token.key for token in row])
        found = mentions_of(number, row, tags)
        found = with_known(number, row, found, known)
        out.append(Sentence(tuple(row), tuple(found)))
    return out


def mentions_of(number: int, row: Sequence[Token], tags: Sequence[str]) -> list[Mention]:
    """The mentions that the tags of a sentence mark, without titles and common nouns."""
    if tags.count("O") == len(tags):
        return []
    found: list[Mention] = []
    start = -1
    for i, tag in enumerate((*tags, "O")):
        if start < 0 and tag == "O":
            continue
        if start >= 0 and (tag[0] != "I" or tag[2:] != tags[start][2:]):
            found += _repaired(Mention(number, start, i, tags[start][2:], "tagger"), row)  # type: ignore[arg-type]
            start = -1
        if tag[0] == "B" or (tag[0] == "I" and start < 0):
            start = i
    return found


def is_mark(token: Token) -> bool:
    """Whether a token is no word."""
    return not token.key[0].isalnum()


def _repaired(mention: Mention, row: Sequence[Token]) -> list[Mention]:
    """The mention without marks and titles at its ends; none where nothing is left of it."""
    first, last = mention.first, mention.last
    while first < last and is_mark(row[first]):
        first += 1
    while last > first and is_mark(row[last - 1]):
        last -= 1
    if mention.kind == "PER":
        while last - first > 1 and (
            row[first].key in word_list("before") or stem(row[first].key) in word_list("before")
        ):
            first += 1
            while first < last and is_mark(row[first]):
                first += 1
        while last - first > 1 and (row[last - 1].key in word_list("after") or len(row[last - 1].key) == 1):
            last -= 1
        while last - first > 1 and (row[first].key in word_list("kin") or _finite(row[first].key)):
            first += 1
        if last - first > 2 and _owned(row[last - 2], row[last - 1]):
            last -= 1
        if first > 0 and first < last:
            first = _with_given(first, row)
    if mention.kind == "ORG":
        last = next((i for i in range(first + 1, last) if _titles(row[i:last])), last)
    while last - first > 1 and (row[last - 1].key in word_list("rule") or _finite(row[last - 1].key)):
        last -= 1
    while last > first and _glued(row[last - 1].key):
        last -= 1
    if first >= last or is_common(row[first:last]):
        return []
    if first == mention.first and last == mention.last:
        return [mention]
    return [replace(mention, first=first, last=last)]


def _with_given(first: int, row: Sequence[Token]) -> int:
    """A মো. left outside by the tagger comes in."""
    at = first - 1
    if at >= 1 and row[at].key in {".", ":", "ঃ"}:
        at -= 1
    return at if row[at].key in word_list("given") else first


@cache
def office_heads() -> frozenset[str]:
    """The nouns of `data/offices.toml`, as search keys."""
    return frozenset(folded(head) for head in data("offices")["heads"])


def _titles(row: Sequence[Token]) -> bool:
    """Whether words are an office, maybe with titles behind it: চেয়ারপারসন বেগম."""
    if row[0].key not in office_heads() and stem(row[0].key) not in office_heads():
        return False
    titles = office_heads() | word_list("before")
    return all(token.key in titles or stem(token.key) in titles for token in row)


def _owned(part: Token, after: Token) -> bool:
    """Whether a common noun with an ending (জোটের) comes after the last part of a person's name."""
    if stem(part.key) != part.key or "n" not in flags(part.key).split("+")[1]:
        return False
    return any(
        "n" in classes(own)
        and count(own) >= _COMMON
        and not flags(own).split("+")[0]
        and "n" not in flags(own).split("+")[1]
        for own in cuts(after.key, "name")
    )


_COMMON = 50  # times that a word stands in the counted news, at least, to be no family name


@kept(50_000)
def _glued(key: str) -> bool:
    """Whether a word is a common noun with an এ written to it (এব্যাপারে), and no name."""
    if len(key) < 5 or key[0] != "এ" or classes(key) or any(flags(k) != "+" for k in (key, *cuts(key))):
        return False
    return any("n" in classes(k) and count(k) >= _COMMON for k in (key[1:], *cuts(key[1:])))


def _finite(key: str) -> bool:
    """Whether a word is a verb that ends a sentence (লেখেন), and no part of persons' names."""
    if not key.endswith(_VERBAL) or "n" in flags(key).split("+")[1]:
        return False
    return any(form.shape == "finite" for form in readings(verbs.fold(key)))


_VERBAL = tuple(folded(ending) for ending in ("েন", "ছে", "বে", "লো", "ল"))


def is_common(row: Sequence[Token]) -> bool:
    """Whether words are no name by themselves: a common noun, or numbers alone."""
    words = [token.key for token in row if not is_mark(token)]
    key = " ".join(words)
    lists = word_list("common")
    if key in lists or any(cut in lists for cut in cuts(key)) or all(word[0].isdigit() for word in words):
        return True
    return len(words) < len(row) and all(word in lists for word in words)


def with_known(number: int, row: Sequence[Token], found: list[Mention], known: Gazetteer) -> list[Mention]:
    """The tagger's mentions, with the spellings of the gazetteer put in where they are longer or sure."""
    out = list(found)
    after = 0
    reach = known.reach
    for at in [at for at, token in enumerate(row) if reach(token.key)]:
        if at < after:
            continue
        match = longest(row, at, known)
        if match is not None:
            after, spelling = match
            new = Mention(number, at, after, spelling.kind, f"known:{spelling.how}")
            out = _put(new, spelling, row, out)
    return sorted(out, key=lambda m: m.first)


def longest(row: Sequence[Token], at: int, known: Gazetteer) -> tuple[int, Spelling] | None:
    """The longest known spelling that begins at token `at`; its last word may carry an ending."""
    if is_mark(row[at]):
        return None
    for length in range(known.reach(row[at].key), 0, -1):
        words: list[str] = []
        end = at
        while end < len(row) and len(words) < length:
            if is_mark(row[end]):
                if row[end].key not in {"-", ".", "’", "'"} or not words:
                    break
            else:
                words.append(row[end].key)
            end += 1
        if len(words) < length:
            continue
        key = " ".join(words)
        for form in (key, *cuts(key, "name")):
            if (spelling := known.find(form)) and form.count(" ") == length - 1:
                return end, spelling
    return None


def _put(new: Mention, spelling: Spelling, row: Sequence[Token], found: list[Mention]) -> list[Mention]:
    touching = [m for m in found if m.first < new.last and new.first < m.last]
    single = new.last - new.first == 1
    key = " ".join(t.key for t in row[new.first : new.last] if not is_mark(t))
    unsure = any(k in word_list("words") for k in (key, *cuts(key, "name")))
    if spelling.known.source in {"city", "upazila", "district", "division"}:
        unsure = single
    if any(
        m.first <= new.first and m.last >= new.last and m.last - m.first > new.last - new.first
        for m in touching
    ):
        return found
    exact = [m for m in touching if (m.first, m.last) == (new.first, new.last)]
    if unsure and not exact:
        return found
    if unsure and exact and spelling.known.source in {"city", "upazila", "district", "division"}:
        return found
    if single and not exact and touching:
        return found
    return [m for m in found if m not in touching] + [new]
