"""Train the name tagger and write `meaning/data/names.npz`.

    python -m train.names --data DIR [--out FILE]

Learns from `names/neonp_headlines` (CC-BY-4.0) and `names/rifat_train` (MIT), read by
`train.corpus`. L-BFGS from zero weights: the same input gives the same bytes.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import pycrfsuite

from shutro.meaning.features import features
from shutro.meaning.tagger import feature_hash
from train.corpus import Sentence, sentences

OUT = Path(__file__).resolve().parent.parent / "src/shutro/meaning/data/names.npz"
C1, C2, ROUNDS = 0.05, 0.02, 130


def corpus(data: Path) -> list[Sentence]:
    return [
        s for name in ("neonp_headlines", "rifat_train") for s in sentences(data / "names" / f"{name}.jsonl")
    ]


def train(examples: list[Sentence], model: Path) -> None:
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": C1, "c2": C2, "max_iterations": ROUNDS, "feature.possible_transitions": True})
    for sentence in examples:
        if sentence.tokens:
            trainer.append(features(sentence.keys), sentence.tags)
    trainer.train(str(model))


def export(model: Path, out: Path) -> None:
    """The weights as sorted feature hashes and 8-bit rows; features of no weight are dropped."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    info = tagger.info()
    tags = sorted(info.labels, key=lambda tag: int(info.labels[tag]))
    number = {tag: i for i, tag in enumerate(tags)}
    moves = np.zeros((len(tags), len(tags)), np.float32)
    for (a, b), weight in info.transitions.items():
        moves[number[a], number[b]] = weight
    for a in tags:
        for b in tags:
            if b[0] == "I" and a[2:] != b[2:]:
                moves[number[a], number[b]] = -100.0
    rows: dict[int, list[float]] = {}
    for (name, tag), weight in info.state_features.items():
        rows.setdefault(feature_hash(name), [0.0] * len(tags))[number[tag]] += weight
    scale = max(abs(w) for row in rows.values() for w in row) / 127
    hashes = np.array(sorted(rows), np.uint32)
    table = np.clip(np.rint(np.array([rows[int(h)] for h in hashes]) / scale), -127, 127).astype(np.int8)
    used = np.any(table != 0, axis=1)
    np.savez_compressed(
        out, tags=np.array(tags), hashes=hashes[used], rows=table[used], scale=np.float32(scale), moves=moves
    )
    print(out, used.sum(), "features,", out.stat().st_size, "bytes")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    model = options.out.with_suffix(".crfsuite")
    train(corpus(options.data), model)
    export(model, options.out)
    model.unlink()


if __name__ == "__main__":
    main()
