"""What an address may ask: the types of query values; an empty field of a form asks nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated

from fastapi import Query, Request
from pydantic import BeforeValidator, StringConstraints

from shutro.span import Span
from shutro.views.web.serving.links import query


def _nothing(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


def _zoned(value: object) -> object:
    """A moment from an address, where `+` came out as a space."""
    if isinstance(value, str) and value.strip():
        return instant(value.strip().replace(" ", "+"))
    return _nothing(value)


def instant(value: str) -> datetime:
    """A moment written as ISO 8601; without a zone it is UTC. Raises ValueError."""
    found = datetime.fromisoformat(value)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


class BadRequest(Exception):
    """The request asks for something that cannot be; `reason` is the key of the words for it."""

    def __init__(self, reason: str = "") -> None:
        super().__init__(reason)
        self.reason = reason


def place(text: str | None, reason: str = "") -> Span | None:
    """`12-40`, the code points of a sentence; None where nothing is asked. Raises BadRequest."""
    if not text:
        return None
    start, _, end = text.partition("-")
    if not (start.isascii() and start.isdecimal() and end.isascii() and end.isdecimal()):
        raise BadRequest(reason)
    if not int(start) < int(end) < 10**9:
        raise BadRequest(reason)
    return Span(int(start), int(end))


Day = Annotated[date | None, BeforeValidator(_nothing), Query()]
Moment = Annotated[datetime | None, BeforeValidator(_zoned), Query()]
Phrase = Annotated[
    Annotated[str, StringConstraints(max_length=300)] | None, BeforeValidator(_nothing), Query()
]
Number = Annotated[int, Query(ge=1, le=5000)]


class Page:
    """One page of a list: its number and the addresses of the pages before and after."""

    def __init__(self, request: Request, number: int, more: bool, path: str) -> None:
        asked = dict(request.query_params)
        self.number = number
        self.before = (
            path + query(asked | {"page": number - 1 if number > 2 else None}) if number > 1 else None
        )
        self.after = path + query(asked | {"page": number + 1}) if more else None
