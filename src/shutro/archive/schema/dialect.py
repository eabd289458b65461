"""What the two stores call the same things where a table is created."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dialect:
    """A store's words: the column types of numbers, of text that is a key, of other text and of bytes, and
    what ends a table whose rows are its key.

    `first` are the statements of the first step, which the stores have no words in common for; `bands`
    makes the table of the sketches of sentences.
    """

    number: str
    key: str
    text: str
    blob: str
    compact: str
    first: tuple[str, ...]
    bands: str
