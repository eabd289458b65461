"""What is asked of the index of words: groups of forms, and how each store writes them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from shutro.archive.tables.filters import Filters

Need = Literal["every", "several", "any"]
Order = Literal["likeliest", "newest", "headlines"]
Group = Sequence[Sequence[Sequence[str]]]
"""Alternatives for one word of a query: each a row of sets of forms, one of every set must be there."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which articles the index is asked for, and which of them first.

    Those that hold every group, two of several or any, and pass the filters: the likeliest first, or the
    newest added. With `headlines`, only what stands in the headline counts, and the newest come first.
    Articles numbered up to `after` are passed over, and cost nothing.
    """

    groups: Sequence[Group]
    need: Need
    filters: Filters = field(default_factory=Filters)
    order: Order = "likeliest"
    after: int = 0


@dataclass(frozen=True, slots=True)
class Language:
    """How a store's index of words is asked: its signs for *and* and *or*, and a form so that nothing in it
    is read as a sign."""

    every: str
    either: str
    quoted: Callable[[str], str]

    def one(self, group: Group) -> str:
        """One group as an expression."""
        rows = [f" {self.every} ".join(self._one_of(forms) for forms in row) for row in group]
        return f" {self.either} ".join(f"({row})" for row in rows)

    def needed(self, groups: Sequence[Group], need: Need) -> str:
        """All groups, two of several, or any, as one expression."""
        each = [f"({self.one(group)})" for group in groups]
        if need == "several":
            firsts = enumerate(each[:-1], 1)
            each = [f"({one} {self.every} ({f' {self.either} '.join(each[at:])}))" for at, one in firsts]
        return f" {self.every if need == 'every' else self.either} ".join(each)

    def _one_of(self, forms: Sequence[str]) -> str:
        return "(" + f" {self.either} ".join(map(self.quoted, forms)) + ")"
