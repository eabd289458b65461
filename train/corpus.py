"""The sentences that the name tagger learns from, brought to one tokenisation and one set of tags."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from shutro.errors import DataError
from shutro.meaning.names.known.gazetteer import gazetteer
from shutro.meaning.names.repairs.repaired import repaired
from shutro.meaning.names.tagging.sightings import mentions_of
from shutro.meaning.names.tagging.spellings import with_known
from shutro.meaning.names.tagging.tokens import Token, tokens

KEPT = frozenset({"PER", "ORG", "LOC"})
LABELS = Path(__file__).resolve().parent / "data/labels.tsv"


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
    """The rows of a file of `id, tokens, tags`, tokenised anew, tagged by our rules."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield relabelled(retokenised(row["id"], row["tokens"], row["tags"]))


def labelled(path: Path) -> Iterator[Sentence]:
    """The rows of a file of `article`s that `data/labels.tsv` tags by hand.

    A line of the labels is the row's number, the first digits of its SHA-256, and `first-last:KIND`
    for each name, in tokens.
    """
    articles = [json.loads(line)["article"] for line in path.read_text("utf-8").splitlines()]
    for line in LABELS.read_text("utf-8").splitlines():
        number, digest, names = line.split("\t")
        text = articles[int(number)].strip()
        if hashlib.sha256(text.encode()).hexdigest()[:8] != digest:
            raise DataError(f"{path}: row {number} is not the text that was labelled")
        row = tuple(tokens(text))
        tags = ["O"] * len(row)
        for name in names.split():
            extent, kind = name.split(":")
            first, last = map(int, extent.split("-"))
            tags[first:last] = [f"B-{kind}"] + [f"I-{kind}"] * (last - first - 1)
        yield Sentence(f"labelled-{number}", text, row, tuple(tags))


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
        if kind not in KEPT or (not token.key[0].isalnum() and not _inside(tags, i, kind)):
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
    """The tags by our own rules: the gazetteer's kinds, and what the repairs make of them."""
    row = sentence.tokens
    known = gazetteer()
    found = repaired(row, with_known(row, mentions_of(row, sentence.tags), known), known)
    tags = ["O"] * len(row)
    for mention in found:
        tags[mention.first : mention.last] = [f"B-{mention.kind}"] + [f"I-{mention.kind}"] * (
            mention.last - mention.first - 1
        )
    return replace(sentence, tags=tuple(tags))


def spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
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
