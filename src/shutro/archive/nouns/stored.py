"""What the tables hand out: a form of the archive, an article as the numbers of its forms, a revision."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

BREAK = 0
"""Stands between two sentences in a list of word numbers."""


@dataclass(frozen=True, slots=True)
class Word:
    """One distinct form of the archive; `articles` is how many carry it."""

    number: int
    form: str
    plain: str
    sound: str
    articles: int


@dataclass(frozen=True, slots=True)
class Words:
    """An article as word numbers: headline, body and what stands around it, `BREAK` between sentences."""

    headline: array[int]
    body: array[int]
    aside: array[int]

    def distinct(self) -> set[int]:
        """The numbers of its words, each once."""
        return {*self.headline, *self.body, *self.aside} - {BREAK}

    def packed(self) -> bytes:
        """The three lists as bytes."""
        sizes = array("I", (len(self.headline), len(self.body)))
        return sizes.tobytes() + self.headline.tobytes() + self.body.tobytes() + self.aside.tobytes()

    @classmethod
    def unpacked(cls, data: bytes) -> Words:
        """The lists that `packed` wrote."""
        numbers = array("I")
        numbers.frombytes(data)
        headline, body = numbers[0], numbers[1]
        return cls(
            numbers[2 : 2 + headline],
            numbers[2 + headline : 2 + headline + body],
            numbers[2 + headline + body :],
        )


@dataclass(frozen=True, slots=True)
class Row:
    """One revision as it is stored: `record` is the packed article."""

    article: int
    id: str
    capture: str
    digest: str
    seen: str
    record: bytes
