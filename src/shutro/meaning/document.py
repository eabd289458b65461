"""One text under study: what every step of `meaning/` starts from, computed once."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from shutro.bangla.unswept import unswept
from shutro.bangla.words import sentences
from shutro.model import Name
from shutro.span import Span

if TYPE_CHECKING:
    from shutro.bangla.times import TimeExpression


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A text with its sentences, names and time expressions, each in order of position.

    A document is itself and equal to no other, so that what is kept of it is found at once.

    `at` is the day relative expressions count from; None where it is unknown. `outlet` is who
    prints the text.
    """

    text: str
    at: date | None
    sentences: tuple[Span, ...]
    names: tuple[Name, ...]
    times: tuple[TimeExpression, ...]
    outlet: str | None = None
    _begun: tuple[int, ...] = field(init=False, repr=False)
    _timed: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_begun", tuple([span.start for span in self.sentences]))
        object.__setattr__(self, "_timed", tuple([time.start for time in self.times]))

    def sentence_at(self, position: int) -> int:
        """The number of the sentence that `position` falls in or after."""
        return max(0, bisect_right(self._begun, position) - 1)

    def in_time(self, position: int) -> bool:
        """Whether a position lies in a time expression."""
        at = bisect_right(self._timed, position) - 1
        return at >= 0 and position < self.times[at].end


@lru_cache(maxsize=1)
@unswept
def document(text: str, at: date | None = None, outlet: str | None = None) -> Document:
    """Study `text`: its sentences, names and times.

    The last one is kept: whoever asks for its statements and then its events studies it once.
    """
    from shutro.bangla.times import times
    from shutro.meaning.names.names import names

    return Document(text, at, tuple(sentences(text)), tuple(names(text)), tuple(times(text, at=at)), outlet)
