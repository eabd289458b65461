"""An archive's address as it may be shown: whatever stands in it for a password is never told."""

from __future__ import annotations

from pathlib import Path

import regex

# `:/` alone is what a Path makes of `://`; two letters at least, for `C:/` is a drive.
_ADDRESS = regex.compile(r"(?P<kind>[a-z][a-z0-9+.-]+)://?(?P<rest>.*)", regex.ASCII | regex.I | regex.S)
# What libpq reads: USER:PASSWORD@HOST:PORT,HOST:PORT/NAME?… (libpq, "Connection URIs").
_USER = r"((?P<user>[^:/?#@\s]*+)(:[^:/?#@\s]*+)?@)?"
_HOST = r"(\[[0-9a-f:.%]*+\]|[^:/?#@\s\[\],]*+)(:\d*+)?"
_PARTS = regex.compile(
    rf"{_USER}(?P<place>{_HOST}(,{_HOST})*+(/[^?#@\s]*+)?)(\?[^#@\s]*+)?", regex.ASCII | regex.I
)


def is_server(where: str | Path) -> bool:
    """Whether it is a PostgreSQL address, and not a file."""
    return str(where).startswith(("postgresql://", "postgres://"))


def shown(where: str | Path) -> str:
    """`where` for a message, a page or a log: a path as it is, of an address no password and no options.

    Of an address that is not written by the rules nobody can say which part the password is: nothing is
    shown of it but its kind, `postgresql://…`.
    """
    address = _ADDRESS.fullmatch(str(where))
    if address is None:
        return str(where)
    kind = f"{address['kind']}://"
    parts = _PARTS.fullmatch(address["rest"])
    if parts is None:
        return f"{kind}…"
    user = f"{parts['user']}@" if parts["user"] else ""
    return f"{kind}{user}{parts['place']}"


def is_clear(where: str | Path) -> bool:
    """Whether it is known which part of it the password is, so that errors about the rest may be told."""
    return not shown(where).endswith("://…")
