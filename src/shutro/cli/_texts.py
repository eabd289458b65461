"""What a command is given to look through: words of Bangla, captured pages, or standard input."""

from __future__ import annotations

import sys
from pathlib import Path

import typer


def is_page(source: str) -> bool:
    """Whether an argument names a page: a file that is there, or what could only be a path."""
    from shutro.bangla.script import has_bangla

    if not has_bangla(source):
        return True
    return " " not in source.strip() and Path(source).exists()


def piped(wanted: str, hint: str) -> str:
    """The text on standard input. Raises BadParameter, saying what is `wanted`, where somebody sits there."""
    if sys.stdin.isatty():
        raise typer.BadParameter(f"give {wanted}, or pipe a text in", param_hint=hint)
    try:
        return sys.stdin.read()
    except UnicodeDecodeError as error:
        raise typer.BadParameter(f"standard input is not UTF-8: {error}", param_hint=hint) from None
