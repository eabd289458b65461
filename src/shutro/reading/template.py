"""What recurs over the pages of one outlet is its template, not its articles.

Learnt in a pass over a batch before it is read. It takes many pages with addresses of their own: on a
handful, and on the pages of one story, background paragraphs recur as furniture does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b

from shutro.reading.page.blocks import Block

PAGES = 20  # different addresses of one host that it takes
SHARE = 0.5  # share of them in which a line stands when it is the template's
LINES = 50_000  # different lines of one host that are kept count of
_LEAST = 12  # letters of a line that can tell
_ALL = 1 << 64


@dataclass(slots=True)
class _Host:
    """The lines of one host: how many of its pages each stands in.

    Past `LINES`, only lines whose hash lies under a falling limit are kept, so that the counts left
    are whole ones and the same in whatever order the pages come.
    """

    addresses: set[int] = field(default_factory=set)
    counts: dict[int, int] = field(default_factory=dict)
    limit: int = _ALL

    def add(self, lines: set[int]) -> None:
        for line in lines:
            if line < self.limit:
                self.counts[line] = self.counts.get(line, 0) + 1
        while len(self.counts) > LINES:
            self.limit //= 2
            self.counts = {line: n for line, n in self.counts.items() if line < self.limit}


class Templates:
    """The templates of every host seen in a batch."""

    def __init__(self) -> None:
        self._hosts: dict[str, _Host] = {}

    def see(self, host: str | None, address: str | None, blocks: Iterable[Block]) -> None:
        """Count the lines of a page; one address counts once, a page without address not at all."""
        if host is None or address is None:
            return
        seen = self._hosts.setdefault(host, _Host())
        key = _hash(address)
        if key not in seen.addresses:
            seen.addresses.add(key)
            seen.add({_hash(b.text) for b in blocks if len(b.text) >= _LEAST})

    def mark(self, host: str | None, blocks: Iterable[Block]) -> None:
        """Take the prose off every line that is its host's template: no body, wherever it stands."""
        seen = self._hosts.get(host or "")
        if seen is None or len(seen.addresses) < PAGES:
            return
        least = SHARE * len(seen.addresses)
        for block in blocks:
            if len(block.text) >= _LEAST and seen.counts.get(_hash(block.text), 0) >= least:
                block.prose = 0.0
                block.template = True


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "big")
