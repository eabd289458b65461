"""Lists a page at a time: `limit` and `offset`, and where the neighbours are (RFC 8288 `Link`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Annotated, Generic, TypeVar

from fastapi import Query, Request, Response
from pydantic import AfterValidator, BaseModel

MOST = 200

Limit = Annotated[int, Query(ge=1, le=MOST, description="At most so many.")]
Offset = Annotated[int, Query(ge=0, le=10_000_000, description="Leave out so many.")]
Text = Annotated[str, Query(min_length=1, max_length=1000)]
Day = Annotated[date, Query(description="A day, inclusive.")]


def _zoned(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


Moment = Annotated[
    datetime, AfterValidator(_zoned), Query(description="A moment; without a zone it is in UTC.")
]
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
    return f"{url.path}?{url.query}"
