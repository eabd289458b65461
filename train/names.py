"""Train the name tagger and write `meaning/data/names.crf`.

    python -m train.names --data DIR [--out FILE]

Learns from `names/neonp_headlines` (CC-BY-4.0), `names/rifat_train` (MIT) and the rows of
`news/bansdata_partial` (MIT) that `data/labels.tsv` tags by hand. The first two are noisy: a tagger
trained on each half mends the other where it is sure. L-BFGS from zero weights: the same input
gives the same bytes.
"""

from __future__ import annotations

import argparse
import json
import struct
from dataclasses import replace
from pathlib import Path

import pycrfsuite

from shutro.meaning.features import features
from shutro.meaning.tagger import feature_hash
from train.corpus import Sentence, labelled, sentences, spans

OUT = Path(__file__).resolve().parent.parent / "src/shutro/meaning/data/names.crf"
C1, C2 = 0.05, 0.02
ROUNDS, FOLD_ROUNDS = 110, 40
HAND = 4  # how often a sentence labelled by hand counts
SURE, SURE_OF_NONE = 0.9, 0.95


def train(examples: list[Sentence], model: Path, rounds: int) -> None:
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": C1, "c2": C2, "max_iterations": rounds, "feature.possible_transitions": True})
    for sentence in examples:
        if sentence.tokens:
            trainer.append(features(sentence.keys), sentence.tags)
    trainer.train(str(model))


def mended(noisy: list[Sentence], by_hand: list[Sentence], model: Path) -> list[Sentence]:
    """The noisy sentences with the names that a tagger trained on the other half is sure of."""
    out: list[Sentence] = []
    for fold in (0, 1):
        rest = [s for i, s in enumerate(noisy) if i % 2 != fold]
        train(rest + by_hand * HAND, model, FOLD_ROUNDS)
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


def export(model: Path, out: Path) -> None:
    """The weights in the format of `meaning/tagger.py`; features whose weights all round to 0 are dropped."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    info = tagger.info()
    tags = sorted(info.labels, key=lambda tag: int(info.labels[tag]))
    number = {tag: i for i, tag in enumerate(tags)}
    moves = [[info.transitions.get((a, b), 0.0) for b in tags] for a in tags]
    weights: dict[int, list[float]] = {}
    for (name, tag), weight in info.state_features.items():
        weights.setdefault(feature_hash(name), [0.0] * len(tags))[number[tag]] += weight
    step = max(abs(w) for row in weights.values() for w in row) / 127
    rows = {feature: [round(w / step) for w in row] for feature, row in sorted(weights.items())}
    rows = {feature: row for feature, row in rows.items() if any(row)}
    header = {"tags": tags, "features": len(rows), "step": step, "moves": moves}
    body = struct.pack(f"<{len(rows)}I", *rows) + bytes(w + 128 for row in rows.values() for w in row)
    out.write_bytes(json.dumps(header).encode() + b"\n" + body)
    print(out, len(rows), "features,", out.stat().st_size, "bytes")


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
    train(better + by_hand * HAND, model, ROUNDS)
    export(model, options.out)
    model.unlink()


if __name__ == "__main__":
    main()
