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
    """Tokens `first` to `last` of a sentence, both included; `head` is the last word of the phrase.

    `canonical` is the name it carries, or the phrase without its case ending; `name` is None for
    what is not a name.
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
