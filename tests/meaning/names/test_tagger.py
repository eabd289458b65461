"""The tagger alone: its sums against the features one by one, its path against all paths, its file."""

from __future__ import annotations

import itertools
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shutro.errors import DataError
from shutro.meaning.names.tagging.features import features
from shutro.meaning.names.tagging.tagger import Tagger, feature_hash, in_one, read, tagger

KEYS = st.lists(
    st.sampled_from(["ঢাকায়", "জোবেদা", "খাতুন", "বলেন", "12", ",", "usa", "ঝুমবালা"]), min_size=1, max_size=6
)
TAGS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")
SCORES = st.lists(st.tuples(*[st.integers(-40, 40)] * len(TAGS)), min_size=1, max_size=4)
MOVES = [
    [1.5, 0.5, 0.0, 0.25, 0.0],
    [-1.0, -3.0, 5.0, -2.0, 0.0],
    [0.0, -2.0, 4.0, -1.5, 0.0],
    [0.5, -1.0, 0.0, -4.0, 6.0],
    [0.0, 1.0, 0.0, -2.5, 3.0],
]


@settings(max_examples=40, deadline=None)
@given(KEYS)
def test_a_words_sums_are_those_of_its_features(keys: list[str]) -> None:
    model = tagger()
    above = 1 << 15
    for row, scores in zip(features(keys), model.scores(keys), strict=True):
        total = sum(model.rows.get(feature_hash(feature), 0) for feature in row)
        assert in_one(score - above for score in scores) == total


def follows(before: str, after: str) -> bool:
    return after[0] != "I" or before[2:] == after[2:]


@given(SCORES)
def test_the_path_found_is_the_best_of_all(scores: list[tuple[int, ...]]) -> None:
    weights = {
        feature_hash(f"0w={i}"): in_one(row) for i, row in zip(("ক", "খ", "গ", "ঘ"), scores, strict=False)
    }
    found = Tagger(TAGS, weights, MOVES).tag(["ক", "খ", "গ", "ঘ"][: len(scores)])

    def worth(path: tuple[int, ...]) -> float:
        return sum(row[tag] for row, tag in zip(scores, path, strict=True)) + sum(
            MOVES[a][b] for a, b in itertools.pairwise(path)
        )

    paths = [
        path
        for path in itertools.product(range(len(TAGS)), repeat=len(scores))
        if all(follows(TAGS[a], TAGS[b]) for a, b in itertools.pairwise(path))
    ]
    assert worth(tuple(map(TAGS.index, found))) == max(map(worth, paths))


def test_no_words_have_no_tags() -> None:
    assert tagger().tag([]) == []


@pytest.mark.parametrize(
    "stored",
    [b"", b'{"tags": ["O"], "feat', b'{"tags": ["O"], "features": 2, "step": 1.0, "moves": [[0.0]]}\n12345'],
)
def test_weights_cut_short_are_refused(stored: bytes) -> None:
    with pytest.raises(DataError, match="not whole"):
        read(stored)


def test_names_need_no_numpy() -> None:
    probe = (
        "import sys; from shutro.meaning.names.names import names; names('ঢাকা'); print('numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_half_a_surrogate_pair_is_tagged_like_any_unknown_word() -> None:
    assert len(tagger().tag(["ঢাকায়", "\ud83d", "সভা"])) == 3
