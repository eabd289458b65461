"""Lists a page at a time: `limit` and `offset`, and where the neighbours are (RFC 8288 `Link`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Annotated, Generic, TypeVar
from urllib.parse import quote

import regex
from fastapi import Query, Request, Response
from pydantic import BaseModel, BeforeValidator

MOST = 200

Limit = Annotated[int, Query(ge=1, le=MOST, description="At most so many.")]
Offset = Annotated[int, Query(ge=0, le=10_000_000, description="Leave out so many.")]
Text = Annotated[str, Query(min_length=1, max_length=1000)]

_DAY = regex.compile(r"\d{4}-\d\d-\d\d", regex.ASCII)
_MOMENT = regex.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", regex.ASCII | regex.I)


def _day(value: object) -> object:
    """Only what is written as a day; numbers of seconds would be days too, unasked."""
    if isinstance(value, str) and not _DAY.fullmatch(value):
        raise ValueError("a day is written 2026-01-31")
    return value


def _moment(value: object) -> object:
    """Only what RFC 3339 takes for a moment; a `+` that came out of an address as a space is one again."""
    if isinstance(value, str):
        value = value.replace(" ", "+")
        if not _MOMENT.fullmatch(value):
            raise ValueError("a moment is written 2026-01-31T18:30:00+06:00, with its zone")
    return value


Day = Annotated[date, BeforeValidator(_day)]
Moment = Annotated[datetime, BeforeValidator(_moment)]
Item = TypeVar("Item")


class Listed(BaseModel, Generic[Item]):
    """One page of a list. `next` is the address of the page after it, null on the last."""

    items: list[Item]
    limit: int
    offset: int
    next: str | None


def paged(
    request: Request, response: Response, items: Sequence[Item], limit: int, offset: int
) -> Listed[Item]:
    """The page of a list of which `items` are one more than `limit` where there is a next page."""
    links = []
    following = None
    if len(items) > limit:
        following = _address(request, limit, offset + limit)
        links.append(f'<{following}>; rel="next"')
    if offset:
        links.append(f'<{_address(request, limit, max(0, offset - limit))}>; rel="prev"')
    if links:
        response.headers["link"] = ", ".join(links)
    return Listed(items=list(items[:limit]), limit=limit, offset=offset, next=following)


def part(items: Iterable[Item], limit: int, offset: int) -> list[Item]:
    """Of a whole list what a page shows, and one more."""
    return list(items)[offset : offset + limit + 1]


def _address(request: Request, limit: int, offset: int) -> str:
    """This address with another place in the list; a path of ours, for a host is the client's to know."""
    url = request.url.include_query_params(limit=limit, offset=offset)
    return f"{quote(request.scope['path'])}?{url.query}"
