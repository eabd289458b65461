"""How days and moments are written on the command line."""

from __future__ import annotations

from datetime import datetime

import typer


def day(text: str) -> datetime:
    """The beginning of a day. Raises BadParameter."""
    try:
        return datetime.strptime(text, "%Y-%m-%d")
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no day; write it as 2025-02-28") from None


def moment(text: str) -> datetime:
    """A day, or a moment of one, with its zone or without. Raises BadParameter."""
    for form in ("%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M%z"):
        try:
            return datetime.strptime(text, form)
        except ValueError:
            continue
    raise typer.BadParameter(
        f"{text!r} is no moment; write it as 2025-02-28, 2025-02-28T18:30 or 2025-02-28T18:30+06:00"
    )
