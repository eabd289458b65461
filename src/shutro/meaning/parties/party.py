"""A party of a sentence: somebody or something in it that could speak or act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from shutro.meaning.grammar.cases import Case
from shutro.model import Name

PartyKind = Literal[
    "PER", "ORG", "LOC", "MISC", "EVENT", "pronoun", "again", "person", "body", "either", "media", "source"
]


@dataclass(frozen=True, slots=True)
class Party:
    """Tokens `first` to `last` of a sentence, both included.

    `canonical` is the name it carries, empty for who is not named; `name` is the name found in the text,
    None for one told by where it stands. `title` is the noun that somebody unnamed is spoken of by,
    without its case; `many` marks several.
    """

    first: int
    last: int
    start: int
    end: int
    kind: PartyKind
    case: Case
    canonical: str
    name: Name | None = None
    many: bool = False
    title: str = ""

    @property
    def named(self) -> bool:
        """Whether it is a name."""
        return bool(self.canonical)
