"""Packed captures, gzip and zstandard, unpacked as far as a page can be long."""

from __future__ import annotations

import io
import zlib
from typing import BinaryIO, cast

import zstandard

GZIP = b"\x1f\x8b"
ZSTD = b"\x28\xb5\x2f\xfd"
_RATIO = 400  # bytes out for a byte in, past which a packed file is a bomb: pages pack 5 to 30 times
_FREE = 64 * 1024 * 1024  # bytes that may come out at any ratio
_CHUNK = 65_536


class Bomb(Exception):
    """Packed data that cannot or must not be unpacked; the message says why."""


def is_packed(head: bytes) -> bool:
    """Whether the bytes begin like gzip or zstandard data."""
    return head.startswith((GZIP, ZSTD))


def unpack(stream: BinaryIO | io.RawIOBase, head: bytes) -> BinaryIO:
    """The unpacked stream; reading it raises `Bomb` on damage at the start or a bomb's ratio.

    Data cut off in the middle gives what there is.
    """
    source = cast(BinaryIO, stream)
    return cast(BinaryIO, _Unpacked(source, head.startswith(ZSTD)))


class _Gzip:
    """Members of a gzip file, one after the other."""

    def __init__(self) -> None:
        self.engine = zlib.decompressobj(wbits=31)

    def feed(self, data: bytes) -> bytes:
        parts = []
        while data:
            parts.append(self.engine.decompress(data, _FREE))
            if self.engine.unconsumed_tail:
                data = self.engine.unconsumed_tail
            elif self.engine.eof:
                data = self.engine.unused_data.lstrip(b"\x00")
                self.engine = zlib.decompressobj(wbits=31)
            else:
                break
            if sum(map(len, parts)) > 2 * _FREE:
                raise Bomb("a compression bomb")
        return b"".join(parts)


class _Unpacked(io.RawIOBase):
    def __init__(self, source: BinaryIO, zstd: bool) -> None:
        super().__init__()
        self._source = _Counted(source)
        self._gzip = None if zstd else _Gzip()
        self._frames = zstandard.ZstdDecompressor(max_window_size=2**27).stream_reader(
            cast(BinaryIO, self._source), read_across_frames=True
        )
        self._left = b""
        self._made = 0
        self._over = False

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        parts = []
        wanted = size if size >= 0 else _FREE
        while wanted > 0 and (self._left or self._more()):
            piece = self._left[:wanted]
            self._left = self._left[len(piece) :]
            parts.append(piece)
            wanted -= len(piece)
        return b"".join(parts)

    def _more(self) -> bool:
        """Unpack a little more; False at the end."""
        while not self._left and not self._over:
            try:
                self._left = self._step()
            except (zlib.error, zstandard.ZstdError) as error:
                if self._made == 0:
                    raise Bomb("damaged packed data") from error
                self._over = True
            self._made += len(self._left)
            if self._made > _FREE and self._made > _RATIO * self._source.count:
                raise Bomb("a compression bomb")
        return bool(self._left)

    def _step(self) -> bytes:
        if self._gzip is None:
            made = self._frames.read(_CHUNK)
            self._over = not made
            return made
        packed = self._source.read(_CHUNK)
        self._over = not packed
        return self._gzip.feed(packed)


class _Counted(io.RawIOBase):
    """A stream that counts what is read of it."""

    def __init__(self, source: BinaryIO) -> None:
        super().__init__()
        self._source = source
        self.count = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        data = self._source.read(size)
        self.count += len(data)
        return data
