"""The wheel that `SHUTRO_COMPILE=1` asks for; `scripts/compiled` builds one and compares what it finds."""

from __future__ import annotations

import ast
import pickle
from pathlib import Path

import shutro
from shutro.meaning.findings import understand

ROOT = Path(__file__).parents[1]
ROOMS = ROOT / "src" / "shutro"


def constant(name: str) -> set[str]:
    """A set or tuple of strings of `hatch_build.py`, which only a build can import."""
    tree = ast.parse((ROOT / "hatch_build.py").read_text("utf-8"))
    (value,) = (
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name
    )
    return set(ast.literal_eval(value))


def test_the_rooms_and_the_files_that_stay_python_are_there() -> None:
    rooms = [ROOMS / room for room in constant("ROOMS")]
    assert all((room / "__init__.py").is_file() for room in rooms)
    there = {path.name for room in rooms for path in room.rglob("*.py")}
    assert constant("LEFT") <= there


def test_every_class_that_a_finding_is_made_of_stays_python() -> None:
    page = (ROOT / "examples" / "06-dhrubakal.html").read_bytes()
    found = understand(shutro.read(page))
    parts = (found, found.doc, *found.names, *found.times, *found.statements, *found.events)
    for module in {type(part).__module__ for part in (*parts, *found.quantities)}:
        _, room, *file = module.split(".")
        assert room not in constant("ROOMS") or f"{file[-1]}.py" in constant("LEFT"), module


def test_findings_survive_being_sent_to_another_process() -> None:
    page = (ROOT / "examples" / "06-dhrubakal.html").read_bytes()
    found = understand(shutro.read(page))
    for part in (found.names, found.times, found.statements, found.events, found.quantities):
        assert part
        assert pickle.loads(pickle.dumps(part)) == part
