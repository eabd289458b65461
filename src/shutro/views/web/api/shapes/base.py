"""What every shape is, and places in a text."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Shape(BaseModel):
    """A noun as JSON; what is not known is null, never left out."""

    model_config = ConfigDict(from_attributes=True, frozen=True)


class Place(Shape):
    """A half-open range of code points of an article's `text`."""

    start: int
    end: int
