"""The sentences that the name tagger learns from, brought to one tokenisation and one set of tags."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from shutro.meaning.features import Token, tokens
from shutro.meaning.gazetteer import gazetteer

KEPT = frozenset({"PER", "ORG", "LOC"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A tokenised sentence with a tag a token (`B-PER`, `I-PER`, …, `O`)."""

    id: str
    text: str
    tokens: tuple[Token, ...]
    tags: tuple[str, ...]

    @property
    def keys(self) -> list[str]:
        return [token.key for token in self.tokens]


def sentences(path: Path) -> Iterator[Sentence]:
    """The rows of a file of `id, tokens, tags`, tokenised anew."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield relabelled(retokenised(row["id"], row["tokens"], row["tags"]))


def retokenised(id: str, words: list[str], tags: list[str]) -> Sentence:
    """Our tokens over the words joined by spaces; a token takes the tag of the word it begins in."""
    text, starts = "", []
    for word in words:
        starts.append(len(text))
        text += word + " "
    text = text[:-1]
    owner = [0] * len(text)
    for i, start in enumerate(starts):
        for at in range(start, min(start + len(words[i]) + 1, len(text))):
            owner[at] = i
    ours = tuple(tokens(text))
    out: list[str] = []
    last = -1
    for token in ours:
        i = owner[token.start]
        tag = tags[i]
        kind = tag[2:]
        if kind not in KEPT or not token.key[0].isalnum() and not _inside(tags, i, kind):
            out.append("O")
        elif i == last and out[-1] != "O":
            out.append("I-" + kind)
        else:
            out.append(tag if tag[0] == "B" or (out and out[-1][2:] == kind) else "B-" + kind)
        last = i
    return Sentence(id, text, ours, tuple(out))


def _inside(tags: list[str], i: int, kind: str) -> bool:
    return i + 1 < len(tags) and tags[i + 1] == "I-" + kind


def relabelled(sentence: Sentence) -> Sentence:
    """The tags by our own rules: a people's name alone is MISC, the common noun for a government is none."""
    tags = list(sentence.tags)
    known = gazetteer()
    keys = sentence.keys
    from shutro.bangla.stems import cuts

    for start, end, kind in spans(tags):
        key = " ".join(keys[start:end])
        found = next((s for k in (key, *cuts(key, "name")) if (s := known.find(k))), None)
        if found and found.how == "people":
            tags[start:end] = ["B-MISC"] + ["I-MISC"] * (end - start - 1)
        elif kind == "ORG" and end - start == 1 and any(k in _COMMON for k in (key, *cuts(key, "name"))):
            tags[start:end] = ["O"]
    return Sentence(sentence.id, sentence.text, sentence.tokens, tuple(tags))


_COMMON = frozenset({"সরকার", "পুলিশ", "আদালত", "ব্যাংক", "সংসদ", "থানা", "হাসপাতাল", "বিশ্ববিদ্যালয়", "কলেজ", "স্কুল", "দল", "মন্ত্রণালয়", "মন্ত্রিসভা", "পার্লামেন্ট", "কমিটি", "কমিশন", "সেনাবাহিনী", "বিমানবাহিনী", "নৌবাহিনী", "কারাগার", "জাতীয় দল"})


def spans(tags: list[str] | tuple[str, ...]) -> list[tuple[int, int, str]]:
    """The names of a tag sequence, as `start, end, kind`."""
    found: list[tuple[int, int, str]] = []
    start = -1
    for i, tag in enumerate([*tags, "O"]):
        if start >= 0 and (tag[0] != "I" or tag[2:] != tags[start][2:]):
            found.append((start, i, tags[start][2:]))
            start = -1
        if tag[0] == "B" or (tag[0] == "I" and start < 0):
            start = i
    return found
