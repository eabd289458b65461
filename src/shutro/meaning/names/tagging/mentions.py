"""A name as printed, and a sentence with those in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from shutro.meaning.names.tagging.tokens import Token
from shutro.model import NameKind


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as printed: tokens `first..last` (exclusive) of one sentence."""

    first: int
    last: int
    kind: NameKind
    rule: str

    @property
    def is_known(self) -> bool:
        """Whether it is a spelling of the gazetteer."""
        return self.rule.startswith("known")


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of a sentence and the mentions among them, in order and apart."""

    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]

    def keys(self, mention: Mention) -> list[str]:
        """The search keys of a mention's words."""
        return [token.key for token in self.tokens[mention.first : mention.last]]

    def having(self, mentions: Iterable[Mention]) -> Sentence:
        """The same words with these mentions, put in order."""
        return Sentence(self.tokens, tuple(sorted(mentions, key=lambda m: m.first)))


def covered(found: Iterable[Mention]) -> set[int]:
    """The tokens that mentions are made of."""
    return {i for m in found for i in range(m.first, m.last)}


def apart(found: list[Mention]) -> list[Mention]:
    """The mentions without those that a longer one covers or overlaps."""
    if all(one.last <= following.first for one, following in pairwise(found)):
        return list(found)
    out: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.first - m.last, m.first)):
        if all(mention.last <= other.first or other.last <= mention.first for other in out):
            out.append(mention)
    return sorted(out, key=lambda m: m.first)
