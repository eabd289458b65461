"""The pages of docs/ and the README, and the examples that stand in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import regex

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
_FENCE = regex.compile(
    r"^(?:<!-- not run: (?P<why>[^\n]+) -->\n)?```(?P<language>[^\n]*)\n(?P<text>.*?)^```$", regex.S | regex.M
)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block; `why` it is not run, None where it is."""

    language: str
    text: str
    why: str | None


def name(page: Path) -> str:
    return str(page.relative_to(ROOT))


def blocks(page: Path) -> Iterator[Block]:
    """The fenced blocks of a page, in order."""
    for found in _FENCE.finditer(page.read_text("utf-8")):
        yield Block(found["language"], found["text"], found["why"])


def code(page: Path) -> list[str]:
    """What stands between single backticks, outside fenced blocks."""
    return regex.findall(r"(?<!`)`([^`\n]+)`(?!`)", _FENCE.sub("", page.read_text("utf-8")))
