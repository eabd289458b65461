"""`{floors} TASK`: the least figures that the gate lets pass, as `bench/floors/TASK.toml` pins them."""

from __future__ import annotations

import tomllib
from pathlib import Path

from docutils.nodes import Node
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

FLOORS = Path(__file__).parents[2] / "bench" / "floors"


class Floors(SphinxDirective):
    """A table of a task's floors; with a prefix as second argument, of those alone whose name begins so."""

    required_arguments = 1
    optional_arguments = 1

    def run(self) -> list[Node]:
        """The table."""
        task, prefix = self.arguments[0], self.arguments[1] if len(self.arguments) > 1 else ""
        path = FLOORS / f"{task}.toml"
        self.env.note_dependency(path)
        floors = tomllib.loads(path.read_text("utf-8"))["floors"]
        rows = [f"| `{name}` | {least} |" for name, least in floors.items() if name.startswith(prefix)]
        if not rows:
            raise self.error(f"no floor of {task} begins with {prefix!r}")
        return self.parse_text_to_nodes("\n".join(["| figure | at least |", "|---|---:|", *rows]))


def setup(app: Sphinx) -> dict[str, bool]:
    """Make the directive known."""
    app.add_directive("floors", Floors)
    return {"parallel_read_safe": True}
