"""The name tagger: a linear-chain conditional random field with 8-bit weights.

`data/names.crf` (written by `train/names.py`) is a line of JSON, then the 32-bit hashes of the
features, then a row of bytes for each: its weight for each tag, and 128. The line gives the tags, the
number of features, what one step of a weight is worth, and the weights of one tag after another.

In memory the weights of a feature are one whole number with 16 bits a tag: to add two such numbers
adds all their weights at once. What a word adds to the tokens around it is summed once a word and kept.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from operator import add
from zlib import crc32

from shutro.errors import DataError
from shutro.meaning.names.tagging.features import (
    WINDOW,
    Kind,
    Look,
    begun_by_kind,
    left_halves,
    look,
    of_itself,
    of_kind,
    spelt,
)

_KEPT_WORDS = 30_000
_KEPT_KINDS = 100_000
_LANE = 16
_NEVER = float("-inf")
_MANY = 1_000_003  # more kinds than there are; a prime, so that numbers made with it spread


def feature_hash(feature: str) -> int:
    """The 32 bits a feature is known by."""
    return crc32(encoded(feature))


def encoded(text: str) -> bytes:
    """The bytes of a text, which may have half of a surrogate pair in it."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")


@cache
def _begun(name: str, far: int | None = None) -> tuple[int, ...]:
    """The hash of a feature's name, by which its value's goes on; for each place up to `far` words off."""
    if far is None:
        return (feature_hash(name),)
    return tuple(feature_hash(f"{by}{name}") for by in range(-far, far + 1))


def in_one(weights: Iterable[int]) -> int:
    """Small signed numbers as one; sums of such ones hold the sums of their parts."""
    return sum(weight << _LANE * i for i, weight in enumerate(weights))


@dataclass(slots=True)
class _Word:
    """A word as the tagger keeps it.

    `lefts` are the hashes of its left halves, that go on with the `stem` or `cluster` of the next word;
    `sums` is what it adds to the tokens that it stands two before, one before, and so on, in `WINDOW`.
    """

    kind: int
    lefts: tuple[int, ...]
    stem: bytes
    cluster: bytes
    sums: tuple[int, ...]


class Tagger:
    """Tags for the words of a sentence.

    `rows` has the weights for all tags, `in_one`, by the hash of the feature; `moves[a][b]` is the
    weight of tag b after tag a, in the same steps. A tag `I-X` comes after `B-X` and `I-X` alone.
    """

    def __init__(self, tags: Sequence[str], rows: dict[int, int], moves: Sequence[Sequence[float]]) -> None:
        self.tags = tuple(tags)
        self.rows = rows
        self._moves = _Moves(self.tags, moves)
        self._lanes = struct.Struct(f"<{len(tags)}H")
        self._above = in_one([1 << _LANE - 1] * len(tags))
        self._words: dict[str, _Word] = {}
        self._numbers: dict[Kind, int] = {}
        self._begun_by: list[tuple[int, ...]] = []
        self._ends: list[tuple[bytes, ...]] = []
        self._of_kinds: list[list[int]] = []
        self._of_two_kinds: dict[int, tuple[int, ...]] = {}
        self._of_three_kinds: dict[int, int] = {}

    def tag(self, keys: Sequence[str]) -> list[str]:
        """The best sequence of tags for the search keys of one sentence."""
        tags = self.tags
        return [tags[tag] for tag in self._moves.best(self.scores(keys))] if keys else []

    def scores(self, keys: Sequence[str]) -> list[tuple[int, ...]]:
        """The score of every tag for every word, all 32768 too high."""
        row = [self._words.get(key) or self._word(key) for key in ("^", "^", *keys, "$", "$")]
        get, of_kinds, above = self.rows.get, self._of_three_kinds.get, self._above
        unpack, size = self._lanes.unpack, self._lanes.size
        out = []
        first, last, here, following = row[:4]
        of_last = get(crc32(here.stem, last.lefts[0]), 0) + get(crc32(here.cluster, last.lefts[1]), 0)
        for beyond in row[4:]:
            together = of_kinds((last.kind * _MANY + here.kind) * _MANY + following.kind)
            if together is None:
                together = self._of_three(last.kind, here.kind, following.kind)
            stem, cluster = following.stem, following.cluster
            stem_after, cluster_after, stem_before, cluster_before, tail = here.lefts
            total = first.sums[0] + last.sums[1] + here.sums[2] + following.sums[3] + beyond.sums[4] + above
            total += get(crc32(stem, stem_before), 0) + get(crc32(cluster, cluster_before), 0)
            total += get(crc32(stem, tail), 0) + together + of_last
            out.append(unpack(total.to_bytes(size, "little")))
            of_last = get(crc32(stem, stem_after), 0) + get(crc32(cluster, cluster_after), 0)
            first, last, here, following = last, here, following, beyond
        return out

    def _of_three(self, last: int, here: int, following: int) -> int:
        """What words of three kinds, by their numbers, together add to the middle one."""
        if len(self._of_three_kinds) >= _KEPT_KINDS:
            self._of_three_kinds.clear()
            self._of_two_kinds.clear()
        both = last * _MANY + here
        pair = self._of_two_kinds.get(both)
        if pair is None:
            pair = self._of_two_kinds[both] = self._of_two(last, here)
        total, of_classes, of_flags, of_parts, of_both = pair
        classes, flags, parts = self._ends[following]
        get = self.rows.get
        total += get(crc32(classes, of_classes), 0) + get(crc32(flags, of_flags), 0)
        total += get(crc32(parts, of_parts), 0) + get(crc32(classes, of_both), 0)
        self._of_three_kinds[both * _MANY + following] = total
        return total

    def _of_two(self, last: int, here: int) -> tuple[int, ...]:
        """What words of two kinds add to the second of them, and the hashes of what they begin together."""
        gq, gk, kkk, ggg, qqq, kq = self._begun_by[last]
        classes, flags, parts = self._ends[here]
        get = self.rows.get
        return (
            get(crc32(parts, gq), 0) + get(crc32(classes, gk), 0),
            crc32(b"|", crc32(classes, kkk)),
            crc32(b"|", crc32(flags, ggg)),
            crc32(b"|", crc32(parts, qqq)),
            crc32(b"|", crc32(parts, kq)),
        )

    def _word(self, key: str) -> _Word:
        if len(self._words) >= _KEPT_WORDS:
            self._words.clear()
        seen = look(key)
        kind = seen.kind
        number = self._numbers.setdefault(kind, len(self._ends))
        if number == len(self._ends):
            self._begun_by.append(tuple(map(feature_hash, begun_by_kind(kind))))
            self._ends.append(tuple(map(encoded, (kind.classes, kind.flags, kind.parts))))
            self._of_kinds.append([self._sum(of_kind(kind, by)) for by in WINDOW])
        lefts = tuple(map(feature_hash, left_halves(seen)))
        sums = tuple(self._sums(seen, number))
        word = self._words[key] = _Word(number, lefts, encoded(seen.stem), encoded(seen.cluster), sums)
        return word

    def _sums(self, seen: Look, kind: int) -> list[int]:
        """What a word adds to the tokens around it, in `WINDOW`."""
        sums = self._of_kinds[kind].copy()
        get = self.rows.get
        for name, value, far in spelt(seen):
            text, at = encoded(value), 2 - far
            for begun in _begun(name, far):
                if row := get(crc32(text, begun)):
                    sums[at] += row
                at += 1
        for name, value in of_itself(seen):
            if row := get(crc32(encoded(value), _begun(name)[0])):
                sums[2] += row
        return sums

    def _sum(self, features: Iterable[str]) -> int:
        get = self.rows.get
        return sum([get(crc32(encoded(feature)), 0) for feature in features])


class _Moves:
    """What it costs to go from tag to tag, and the best way through a sentence."""

    def __init__(self, tags: Sequence[str], moves: Sequence[Sequence[float]]) -> None:
        n = len(tags)
        self._free = tuple(i for i in range(n) if tags[i][0] != "I")
        self._bound = tuple(
            (i, tags.index("B" + tags[i][1:]), moves[tags.index("B" + tags[i][1:])][i], moves[i][i])
            for i in range(n)
            if tags[i][0] == "I"
        )
        self._moves = moves
        # How far tag b may lie behind tag a and yet be the better one to come from.
        self._slack = [
            [max(moves[b][to] - moves[a][to] for to in self._free) for b in range(n)] for a in range(n)
        ]
        self._most = [max(row) for row in self._slack]

    def best(self, scores: Sequence[Sequence[int]]) -> list[int]:
        """The numbers of the tags with the highest sum of scores and moves; `scores` is not empty."""
        free, bound, moves, slack, most = self._free, self._bound, self._moves, self._slack, self._most
        best: list[float] = list(scores[0])
        back: list[list[int]] = []
        for score in scores[1:]:
            top = max(best)
            from_ = best.index(top)
            new = list(map(add, moves[from_], score))  # and `top`, which is left out of every sum
            came = [from_] * len(new)
            near = top - most[from_]
            best[from_] = _NEVER
            another = max(best) > near
            best[from_] = top
            if another:
                far = slack[from_]
                for k, start in enumerate(best):
                    if start > near and start + far[k] > top and k != from_:
                        row, behind = moves[k], start - top
                        for to in free:
                            if behind + row[to] + score[to] > new[to]:
                                new[to], came[to] = behind + row[to] + score[to], k
            for inside, begin, enter, stay in bound:
                entered, stayed = best[begin] + enter, best[inside] + stay
                if entered >= stayed:
                    new[inside], came[inside] = entered - top + score[inside], begin
                else:
                    new[inside], came[inside] = stayed - top + score[inside], inside
            back.append(came)
            best = new
        path = [best.index(max(best))]
        for came in reversed(back):
            path.append(came[path[-1]])
        return path[::-1]


def read(stored: bytes) -> Tagger:
    """The tagger that a file of weights holds; raises `DataError` where it is not whole."""
    line, _, body = stored.partition(b"\n")
    try:
        header = json.loads(line)
    except ValueError as error:
        raise DataError(f"the name tagger's weights are not whole: {error}") from error
    tags, features = header["tags"], header["features"]
    if len(body) != features * (4 + len(tags)):
        raise DataError("the name tagger's weights are not whole")
    hashes = struct.unpack(f"<{features}I", body[: 4 * features])
    spread = bytearray(2 * features * len(tags))
    spread[0::2] = body[4 * features :]
    size = 2 * len(tags)
    above = in_one([128] * len(tags))
    rows = {
        feature: int.from_bytes(spread[at : at + size], "little") - above
        for feature, at in zip(hashes, range(0, len(spread), size), strict=True)
    }
    return Tagger(tags, rows, [[weight / header["step"] for weight in row] for row in header["moves"]])


@cache
def tagger() -> Tagger:
    """The tagger with the weights that ship."""
    return read(resources.files("shutro.meaning").joinpath("data/names.crf").read_bytes())
