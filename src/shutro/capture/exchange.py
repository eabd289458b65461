"""One request and its answer: to a checked address, within a time and a size.

`httpcore` carries it, because it lets the connection be made by us: the host name is resolved once,
every address of it is checked, and the socket goes to the address that was checked. A name that
resolves otherwise a moment later changes nothing. Host header and TLS certificate are still those of the
name. No proxy is used, no cookie is kept, and only gzip is asked for and understood.
"""

from __future__ import annotations

import ssl
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from os import environ
from socket import SOCK_STREAM, gaierror, getaddrinfo
from typing import Any
from urllib.parse import urlsplit

import httpcore

from shutro.capture.addresses import refused

_CHUNK = 65_536


class Failed(Exception):
    """No answer that can be used; the message says why.

    `barred`: the address must not be asked at all. `lasting`: it is the page's fault, not the connection's.
    """

    def __init__(self, reason: str, *, barred: bool = False, lasting: bool = False) -> None:
        super().__init__(reason)
        self.barred = barred
        self.lasting = lasting


@dataclass(frozen=True, slots=True)
class Limits:
    """What one exchange may take: `seconds` in all, `size` bytes once unpacked."""

    seconds: float
    size: int
    allow_private: bool = False
    cut: bool = False  # give the first `size` bytes of an answer that is larger


@dataclass(frozen=True, slots=True)
class Answer:
    """A server's answer; names of headers in small letters. `content` is unpacked, of a 200 only."""

    status: int
    headers: Mapping[str, str]
    content: bytes = field(default=b"", repr=False)


def exchange(url: str, headers: Mapping[str, str], limits: Limits, accept: Iterable[str] = ()) -> Answer:
    """Ask for a tidy address. `accept` are the beginnings of media types worth reading, none for all.

    Raises `Failed`.
    """
    until = _Until(limits.seconds)
    sent = {"Host": urlsplit(url).netloc, "Accept-Encoding": "gzip", "Connection": "close", **headers}
    backend = _Checked(until, allow_private=limits.allow_private)
    try:
        with (
            httpcore.ConnectionPool(
                _authorities(environ.get("SSL_CERT_FILE")), network_backend=backend
            ) as pool,
            pool.stream("GET", url, headers=list(sent.items())) as response,
        ):
            answer = Answer(
                response.status,
                {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers},
            )
            if answer.status != 200:
                return answer
            _worth_reading(answer, limits, tuple(accept))
            body = response.iter_stream()
            content = _whole(_unpacked(body, answer.headers.get("content-encoding", "")), limits)
            return Answer(answer.status, answer.headers, content)
    except httpcore.TimeoutException:
        raise Failed(f"not answered in full within {limits.seconds:g} seconds") from None
    except (httpcore.NetworkError, httpcore.ProtocolError, zlib.error) as error:
        raise Failed(_told(error)) from error


@cache
def _authorities(named: str | None) -> ssl.SSLContext:
    """Whom certificates are checked against, with the file `named`; read once, as that takes 40 ms."""
    return httpcore.default_ssl_context()


def _told(error: Exception) -> str:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return f"its certificate is not to be trusted: {cause.verify_message}"
        if isinstance(cause, ssl.SSLError):
            return f"no secure connection: {cause.reason or cause}"
        cause = cause.__cause__ or cause.__context__
    if isinstance(error, zlib.error):
        return "the answer is packed wrongly"
    return f"the connection failed: {error}"


def _worth_reading(answer: Answer, limits: Limits, accept: tuple[str, ...]) -> None:
    kind = answer.headers.get("content-type", "").lower()
    if kind and accept and not kind.startswith(accept):
        raise Failed(f"no page but {kind.partition(';')[0].strip()}", lasting=True)
    length = answer.headers.get("content-length", "")
    if length.isdecimal() and int(length) > limits.size and not limits.cut:
        raise Failed(f"larger than {limits.size} bytes", lasting=True)


def _whole(pieces: Iterator[bytes], limits: Limits) -> bytes:
    content = bytearray()
    for piece in pieces:
        content += piece
        if len(content) > limits.size:
            if limits.cut:
                return bytes(content[: limits.size])
            raise Failed(f"larger than {limits.size} bytes", lasting=True)
    return bytes(content)


def _unpacked(pieces: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """The body in pieces of bounded size, however much a packed piece holds."""
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        yield from pieces
        return
    if encoding not in ("gzip", "x-gzip"):
        raise Failed(f"packed as {encoding}, which was not asked for")
    engine = zlib.decompressobj(wbits=31)
    for piece in pieces:
        rest = piece
        while rest and not engine.eof:
            yield engine.decompress(rest, _CHUNK)
            rest = engine.unconsumed_tail
        if engine.eof:
            return
    raise Failed("the answer breaks off")


class _Until:
    """A moment by which everything must be done."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds left; raises `ReadTimeout` when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("out of time")
        return left


class _Checked(httpcore.NetworkBackend):
    """Connections to addresses that may be asked, and to no others."""

    def __init__(self, until: _Until, *, allow_private: bool) -> None:
        self._until = until
        self._allow_private = allow_private
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = self._resolve(host, port)
        for number, address in enumerate(addresses, 1):
            share = self._until.left() / (len(addresses) + 1 - number)
            try:
                stream = self._sockets.connect_tcp(address, port, share, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if number == len(addresses):
                    raise
            else:
                return _Timed(stream, self._until)
        raise Failed("the host has no address")

    def _resolve(self, host: str, port: int) -> list[str]:
        """Every address of the host, each once, in the system's order; one that is barred bars the host."""
        try:
            found = getaddrinfo(host, port, type=SOCK_STREAM)
        except (gaierror, UnicodeError) as error:
            raise Failed(f"the host has no address: {error}") from None
        addresses = list(dict.fromkeys(str(one[4][0]) for one in found))
        for address in addresses:
            if why := refused(address, allow_private=self._allow_private):
                raise Failed(f"{host} is at {address}, {why}", barred=True)
        return addresses


class _Timed(httpcore.NetworkStream):
    """A stream on which no wait goes past the end of the whole exchange."""

    def __init__(self, stream: httpcore.NetworkStream, until: _Until) -> None:
        self._stream = stream
        self._until = until

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._until.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._until.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        return _Timed(self._stream.start_tls(ssl_context, server_hostname, self._until.left()), self._until)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
