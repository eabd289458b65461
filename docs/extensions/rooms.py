"""`{rooms}`: the rooms of the house from the bottom up, and the rooms inside them, each with its job.

The order is that of the import rules in `pyproject.toml`, the job the docstring of the room's `__init__.py`.
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

from docutils.nodes import Node
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

ROOT = Path(__file__).parents[2]
HOUSE = ROOT / "src" / "shutro"


class Rooms(SphinxDirective):
    """A list of all rooms."""

    def run(self) -> list[Node]:
        """The list."""
        self.env.note_dependency(ROOT / "pyproject.toml")
        return self.parse_text_to_nodes("\n".join(lines()))


def lines() -> Iterator[str]:
    """A line of Markdown for each room."""
    order = {tuple(contract.get("containers", ())): _modules(contract) for contract in _contracts()}
    for name in order[()]:
        yield from _of(HOUSE / name.removeprefix("shutro."), order, 0)


def _of(room: Path, order: dict[tuple[str, ...], list[str]], depth: int) -> Iterator[str]:
    entrance = room / "__init__.py"
    if not entrance.exists():
        return
    job = ast.get_docstring(ast.parse(entrance.read_text("utf-8"))) or ""
    name = room.relative_to(HOUSE.parent).as_posix()
    yield f"{'  ' * depth}- `src/{name}/`: {job.splitlines()[0]}"
    inner = {path.parent.name for path in room.glob("*/__init__.py")}
    ruled = order.get((name.replace("/", "."),), [])
    for part in sorted(inner, key=lambda one: (ruled.index(one) if one in ruled else -1, one)):
        yield from _of(room / part, order, depth + 1)


def _contracts() -> list[dict[str, list[str]]]:
    rules = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    found: list[dict[str, list[str]]] = rules["tool"]["importlinter"]["contracts"]
    return found


def _modules(contract: dict[str, list[str]]) -> list[str]:
    """What a contract names, from the lowest layer up."""
    return [one.strip() for layer in reversed(contract["layers"]) for one in layer.split("|")]


def setup(app: Sphinx) -> dict[str, bool]:
    """Make the directive known."""
    app.add_directive("rooms", Rooms)
    return {"parallel_read_safe": True}
