"""Which of several people of a name is asked for, and which mentions are taken for that one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shutro.archive.naming.namesakes import Bearer


@dataclass(frozen=True, slots=True)
class Meant:
    """Which of several people of a name is meant: `one`, as it was asked (`plainly` False), or the best
    attested. `mine` and `theirs` are the articles, with the place of the bearer in each, that are known."""

    one: Bearer
    plainly: bool
    mine: frozenset[tuple[int, int]]
    theirs: frozenset[tuple[int, int]]

    @classmethod
    def of(cls, people: Sequence[Bearer], one: Bearer, plainly: bool) -> Meant:
        """One of the people of a name."""
        others = (s for other in people if other is not one for s in other.seen)
        mine, theirs = (frozenset((s.article, s.place) for s in seen) for seen in (one.seen, others))
        return cls(one, plainly, mine, theirs)

    def has(self, article: int, place: int) -> bool:
        """Whether a mention is taken for this one: known to be, or, by the name alone, not known for
        another."""
        return (article, place) not in self.theirs if self.plainly else self.is_sure(article, place)

    def may(self, article: int) -> bool:
        """Whether an article may have a mention of this one."""
        return self.plainly or any(one == article for one, _ in self.mine)

    def is_sure(self, article: int, place: int) -> bool:
        """Whether a mention is known to be of this one."""
        return (article, place) in self.mine

    def articles(self) -> tuple[int, ...]:
        """The reports known to mean this one, newest first."""
        return tuple(self.one.articles)
