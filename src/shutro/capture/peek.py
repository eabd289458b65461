"""A stream whose first bytes can be looked at before it is read."""

from __future__ import annotations

import io
from typing import BinaryIO

HEAD = 4096


class Peeked(io.RawIOBase):
    """A readable stream: `head` holds its first bytes, which `read` gives again."""

    def __init__(self, head: bytes, rest: BinaryIO | io.RawIOBase) -> None:
        super().__init__()
        self.head = head
        self._left = head
        self._rest = rest
        self._at = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def tell(self) -> int:
        """How many bytes have been read."""
        return self._at

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes, all when it is negative; fewer only at the end."""
        parts = []
        while size != 0:
            if self._left:
                piece = self._left if size < 0 else self._left[:size]
                self._left = self._left[len(piece) :]
            else:
                piece = self._rest.read(size if size >= 0 else -1)
                if not piece:
                    break
            parts.append(piece)
            if size > 0:
                size -= len(piece)
        found = b"".join(parts)
        self._at += len(found)
        return found


def peek(stream: BinaryIO | io.RawIOBase) -> Peeked:
    """Look at the head of a stream."""
    parts: list[bytes] = []
    wanted = HEAD
    while wanted and (piece := stream.read(wanted)):
        parts.append(piece)
        wanted -= len(piece)
    return Peeked(b"".join(parts), stream)
