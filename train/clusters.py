"""Make `meaning/data/clusters.tsv`: words that stand in the same surroundings share a number.

    OPENBLAS_NUM_THREADS=1 python -m train.clusters --data DIR

Counts the left and right neighbours of each word in the news text of `names/` and `news/`, weighs
them by positive pointwise mutual information, brings them to 64 dimensions (a randomised SVD with a
fixed seed) and parts the words by k-means. The same input and numpy give the same bytes.
"""

from __future__ import annotations

import argparse
from collections import Counter
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from shutro.bangla.stems import stem
from shutro.meaning.names.tagging.tokens import tokens
from train.lexicon import texts

OUT = Path(__file__).resolve().parent.parent / "src/shutro/meaning/data/clusters.tsv"
WORDS, CONTEXTS, DIMENSIONS, CLUSTERS, LEAST = 14_000, 2_000, 64, 240, 6
Matrix = NDArray[np.float32]


def sequences(data: Path) -> list[list[str]]:
    return [
        [
            "^",
            *(
                stem(t.key) if t.key[0].isalpha() else "0" if t.key[0].isdigit() else t.key
                for t in tokens(line)
            ),
            "$",
        ]
        for text in texts(data)
        for line in text.splitlines()
    ]


def table(rows: list[list[str]]) -> tuple[list[str], Matrix]:
    """The words, most frequent first, and how often each context word stands left and right of them."""
    seen = Counter(word for row in rows for word in row)
    ranked = sorted(seen, key=lambda word: (-seen[word], word))
    words = [word for word in ranked[:WORDS] if seen[word] >= LEAST]
    row_of = {word: i for i, word in enumerate(words)}
    column_of = {word: i for i, word in enumerate(ranked[:CONTEXTS])}
    counts = np.zeros((len(words), 2 * CONTEXTS), np.float32)
    for row in rows:
        for left, right in pairwise(row):
            if (i := row_of.get(right)) is not None and (c := column_of.get(left)) is not None:
                counts[i, c] += 1
            if (i := row_of.get(left)) is not None and (c := column_of.get(right)) is not None:
                counts[i, CONTEXTS + c] += 1
    return words, counts


def embedded(counts: Matrix) -> Matrix:
    """PPMI, then the leading directions; rows of length one."""
    total = counts.sum()
    expected = np.outer(counts.sum(1), counts.sum(0) ** 0.75)
    expected /= expected.sum() / total
    with np.errstate(divide="ignore", invalid="ignore"):
        weights = np.nan_to_num(np.maximum(np.log(counts / expected), 0), posinf=0.0).astype(np.float32)
    del expected
    start = np.random.default_rng(1).standard_normal((weights.shape[1], DIMENSIONS + 16)).astype(np.float32)
    basis, _ = np.linalg.qr(weights @ start)
    for _ in range(3):
        basis, _ = np.linalg.qr(weights @ (weights.T @ basis))
    left, sizes, _ = np.linalg.svd(basis.T @ weights, full_matrices=False)
    vectors = (basis @ left)[:, :DIMENSIONS] * np.sqrt(sizes[:DIMENSIONS])
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6), np.float32)


def parted(vectors: Matrix) -> NDArray[np.intp]:
    """The cluster of every row, by k-means on the sphere."""
    centres = vectors[np.random.default_rng(2).choice(len(vectors), CLUSTERS, replace=False)]
    nearest = np.zeros(len(vectors), np.intp)
    for _ in range(25):
        nearest = np.argmax(vectors @ centres.T, axis=1)
        for c in range(CLUSTERS):
            mine = vectors[nearest == c]
            if len(mine):
                centre = mine.sum(0)
                centres[c] = centre / max(float(np.linalg.norm(centre)), 1e-6)
    return nearest


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    words, counts = table(sequences(parser.parse_args().data))
    clusters = parted(embedded(counts))
    lines = sorted(
        f"{word}\t{cluster}" for word, cluster in zip(words, clusters, strict=True) if word[0].isalpha()
    )
    OUT.write_text("\n".join(lines) + "\n", "utf-8")
    print(OUT, len(lines))


if __name__ == "__main__":
    main()
