"""What is served, and in which formats."""

from __future__ import annotations

from datetime import date

from shutro.views.web.api.shapes.base import Shape


class About(Shape):
    """What is served: the versions, and how much the archive holds."""

    shutro: str
    rules: str
    archive: str
    articles: int
    stories: int
    first: date | None
    last: date | None
    writable: bool


class Format(Shape):
    """A format of exports; the first of its tables is the one written unless another is asked for."""

    name: str
    media_type: str
    about: str
    tables: list[str]
    textless: bool
