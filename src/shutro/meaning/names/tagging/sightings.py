"""Mentions of names sentence by sentence: what the tagger finds, joined with what is known beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shutro.bangla import verbs
from shutro.bangla.kept import WORDS, kept
from shutro.bangla.stems import classes, count, cuts, stem
from shutro.bangla.verbs import readings
from shutro.bangla.words import sentences
from shutro.meaning.names.known.gazetteer import Gazetteer
from shutro.meaning.names.known.parts import flags, is_taught
from shutro.meaning.names.known.words import office_heads, tails, word_list
from shutro.meaning.names.tagging.mentions import Mention, Sentence
from shutro.meaning.names.tagging.spellings import with_known
from shutro.meaning.names.tagging.tagger import tagger
from shutro.meaning.names.tagging.tokens import Token, is_mark, tokens


def read(text: str, known: Gazetteer) -> list[Sentence]:
    """The sentences of `text` with their mentions."""
    model = tagger()
    out = []
    for span in sentences(text):
        row = tokens(text, span.start, span.end)
        tags = model.tag([token.key for token in row])
        found = mentions_of(row, tags)
        found = with_known(row, found, known)
        out.append(Sentence(tuple(row), tuple(found)))
    return out


def mentions_of(row: Sequence[Token], tags: Sequence[str]) -> list[Mention]:
    """The mentions that the tags of a sentence mark, without titles and common nouns."""
    if tags.count("O") == len(tags):
        return []
    found: list[Mention] = []
    start = -1
    for i, tag in enumerate((*tags, "O")):
        if start < 0 and tag == "O":
            continue
        if start >= 0 and (tag[0] != "I" or tag[2:] != tags[start][2:]):
            found += _trimmed(Mention(start, i, tags[start][2:], "tagger"), row)  # type: ignore[arg-type]
            start = -1
        if tag[0] == "B" or (tag[0] == "I" and start < 0):
            start = i
    return found


def _trimmed(mention: Mention, row: Sequence[Token]) -> list[Mention]:
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


def _titles(row: Sequence[Token]) -> bool:
    """Whether words are an office, maybe with titles behind it: চেয়ারপারসন বেগম."""
    if row[0].key not in office_heads() and stem(row[0].key) not in office_heads():
        return False
    titles = office_heads() | word_list("before")
    return all(token.key in titles or stem(token.key) in titles for token in row)


def _owned(part: Token, after: Token) -> bool:
    """Whether a common noun with an ending (জোটের) comes after the last part of a person's name."""
    if stem(part.key) != part.key or not is_taught(part.key):
        return False
    return any(
        "n" in classes(own) and count(own) >= _COMMON and not flags(own).split("+")[0] and not is_taught(own)
        for own in cuts(after.key, "name")
    )


_COMMON = 50  # times that a word stands in the counted news, at least, to be no family name


@kept(WORDS)
def _glued(key: str) -> bool:
    """Whether a word is a common noun with an এ written to it (এব্যাপারে), and no name."""
    if len(key) < 5 or not key.startswith(tails("this")) or classes(key):
        return False
    if any(flags(k) != "+" for k in (key, *cuts(key))):
        return False
    return any("n" in classes(k) and count(k) >= _COMMON for k in (key[1:], *cuts(key[1:])))


def _finite(key: str) -> bool:
    """Whether a word is a verb that ends a sentence (লেখেন), and no part of persons' names."""
    if not key.endswith(tails("finite")) or is_taught(key):
        return False
    return any(form.shape == "finite" for form in readings(verbs.fold(key)))


def is_common(row: Sequence[Token]) -> bool:
    """Whether words are no name by themselves: a common noun, or numbers alone."""
    words = [token.key for token in row if not is_mark(token)]
    key = " ".join(words)
    lists = word_list("common")
    if key in lists or any(cut in lists for cut in cuts(key)) or all(word[0].isdigit() for word in words):
        return True
    return len(words) < len(row) and all(word in lists for word in words)
