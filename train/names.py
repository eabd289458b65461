"""Train the name tagger and write `meaning/data/names.crf`.

    python -m train.names --data DIR [--out FILE]

Learns from `names/neonp_headlines` (CC-BY-4.0), `names/rifat_train` (MIT) and the rows of
`news/bansdata_partial` (MIT) that `data/labels.tsv` tags by hand. The first two are noisy: a tagger
trained on each half mends the other where it is sure. Then two taggers learn from varied sentences
(`varied.py`), one with words of names in no list, one with persons renamed: what one has by heart the
other has not. The mean of their weights ships. L-BFGS from zero weights: the same input gives the same
bytes.
"""

from __future__ import annotations

import argparse
import json
import struct
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

import pycrfsuite

from shutro.meaning.names.tagging.features import Look, features, features_of, looks
from shutro.meaning.names.tagging.tagger import feature_hash
from train.corpus import Sentence, labelled, sentences, spans
from train.varied import renamed, unlisted, words_of_persons

OUT = Path(__file__).resolve().parent.parent / "src/shutro/meaning/data/names.crf"
C1, C2 = 0.05, 0.02
ROUNDS, FOLD_ROUNDS = 110, 40
HAND = 4  # how often a sentence labelled by hand counts
SURE, SURE_OF_NONE = 0.9, 0.95


def as_printed(sentence: Sentence, _copy: int) -> list[Look]:
    """What the sentence looks like."""
    return looks(sentence.keys)


def train(
    noisy: list[Sentence],
    by_hand: list[Sentence],
    model: Path,
    rounds: int,
    seen: Callable[[Sentence, int], list[Look]] = as_printed,
) -> None:
    """Train on sentences that look as `seen` has them, given with the number of the copy."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": C1, "c2": C2, "max_iterations": rounds, "feature.possible_transitions": True})
    copies = chain(((s, 1) for s in noisy), ((s, copy) for copy in range(1, HAND + 1) for s in by_hand))
    for sentence, copy in copies:
        if sentence.tokens:
            trainer.append(features_of(seen(sentence, copy)), sentence.tags)
    trainer.train(str(model))


def mended(noisy: list[Sentence], by_hand: list[Sentence], model: Path) -> list[Sentence]:
    """The noisy sentences with the names that a tagger trained on the other half is sure of."""
    out: list[Sentence] = []
    for fold in (0, 1):
        rest = [s for i, s in enumerate(noisy) if i % 2 != fold]
        train(rest, by_hand, model, FOLD_ROUNDS)
        tagger = pycrfsuite.Tagger()
        tagger.open(str(model))
        out += [_mended(s, tagger) for i, s in enumerate(noisy) if i % 2 == fold]
    return out


def _mended(sentence: Sentence, tagger: pycrfsuite.Tagger) -> Sentence:
    if not sentence.tokens:
        return sentence
    guess = tagger.tag(features(sentence.keys))
    tags = list(sentence.tags)
    given, guessed = set(spans(tags)), set(spans(guess))
    for start, end, kind in sorted(guessed - given):
        if min(tagger.marginal(guess[i], i) for i in range(start, end)) >= SURE:
            touched = [s for s in given if s[0] < end and start < s[1]]
            for a, b, _ in touched:
                tags[a:b] = ["O"] * (b - a)
            tags[start:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - start - 1)
    for start, end, _ in sorted(given - guessed):
        if all(guess[i] == "O" and tagger.marginal("O", i) >= SURE_OF_NONE for i in range(start, end)):
            tags[start:end] = ["O"] * (end - start)
    return replace(sentence, tags=tuple(tags))


@dataclass(frozen=True, slots=True)
class Weights:
    """A row of weights, one a tag, for each feature's hash; `moves[a][b]` is that of tag b after tag a."""

    tags: list[str]
    rows: dict[int, list[float]]
    moves: list[list[float]]

    def steps(self) -> tuple[float, dict[int, list[int]]]:
        """What a step is worth, and the rows in steps of it from -127 to 127, without those of noughts."""
        step = max(abs(w) for row in self.rows.values() for w in row) / 127
        rows = {feature: [round(w / step) for w in row] for feature, row in sorted(self.rows.items())}
        return step, {feature: row for feature, row in rows.items() if any(row)}

    def rounded(self) -> Weights:
        """The weights as whole steps, without small ones."""
        step, rows = self.steps()
        return replace(self, rows={feature: [w * step for w in row] for feature, row in rows.items()})


def learnt(model: Path) -> Weights:
    """The weights of a model that crfsuite wrote."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    info = tagger.info()
    tags = sorted(info.labels, key=lambda tag: int(info.labels[tag]))
    number = {tag: i for i, tag in enumerate(tags)}
    moves = [[info.transitions.get((a, b), 0.0) for b in tags] for a in tags]
    rows: dict[int, list[float]] = {}
    for (name, tag), weight in info.state_features.items():
        rows.setdefault(feature_hash(name), [0.0] * len(tags))[number[tag]] += weight
    return Weights(tags, rows, moves)


def mean(members: list[Weights]) -> Weights:
    """The mean of weights of the same tags; a feature that one lacks weighs nothing there."""
    tags, share = members[0].tags, len(members)
    rows: dict[int, list[float]] = {}
    moves = [[0.0] * len(tags) for _ in tags]
    for member in members:
        place = [member.tags.index(tag) for tag in tags]
        for feature, row in member.rows.items():
            total = rows.setdefault(feature, [0.0] * len(tags))
            for i, at in enumerate(place):
                total[i] += row[at] / share
        for i, before in enumerate(place):
            for j, after in enumerate(place):
                moves[i][j] += member.moves[before][after] / share
    return Weights(tags, rows, moves)


def export(weights: Weights, out: Path) -> None:
    """Write the weights in the format of `meaning/names/tagging/tagger.py`."""
    step, rows = weights.steps()
    header = {"tags": weights.tags, "features": len(rows), "step": step, "moves": weights.moves}
    body = struct.pack(f"<{len(rows)}I", *rows) + bytes(w + 128 for row in rows.values() for w in row)
    out.write_bytes(json.dumps(header).encode() + b"\n" + body)
    print(out, len(rows), "features,", out.stat().st_size, "bytes")


def members(noisy: list[Sentence], by_hand: list[Sentence], model: Path) -> Iterable[Weights]:
    """The weights of each tagger of which the mean is taken."""
    words = words_of_persons(noisy + by_hand)
    others = [renamed(sentence, words) for sentence in noisy]
    for sentences_, seen in ((noisy, unlisted), (others, as_printed)):
        train(sentences_, by_hand, model, ROUNDS, seen)
        yield learnt(model).rounded()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    data: Path = options.data
    model = options.out.with_suffix(".crfsuite")
    noisy = [
        s for name in ("neonp_headlines", "rifat_train") for s in sentences(data / "names" / f"{name}.jsonl")
    ]
    by_hand = list(labelled(data / "news" / "bansdata_partial.jsonl"))
    better = mended(noisy, by_hand, model)
    tags = {s.id: s.tags for s in noisy}
    print(sum(tags[s.id] != s.tags for s in better), "sentences mended")
    export(mean(list(members(better, by_hand, model))), options.out)
    model.unlink()


if __name__ == "__main__":
    main()
