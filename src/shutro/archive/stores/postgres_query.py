"""What is asked of the index of words, as PostgreSQL writes it."""

from __future__ import annotations

from shutro.archive.stores.shelf import Group


def expression(group: Group) -> str:
    """A group as a tsquery; every form stands in quotes, so that none is read as an operator."""
    rows = [
        " & ".join("(" + " | ".join(_quoted(form) for form in forms) + ")" for forms in row) for row in group
    ]
    return " | ".join(f"({row})" for row in rows)


def _quoted(form: str) -> str:
    return "'" + form.replace("\\", "\\\\").replace("'", "''") + "'"
