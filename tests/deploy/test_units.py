"""The files under deploy/ name commands and options that are there."""

from __future__ import annotations

import configparser
from pathlib import Path

import pytest
import regex

from shutro.cli.main import COMMANDS, _load

DEPLOY = Path(__file__).parents[2] / "deploy"
UNITS = sorted(DEPLOY.glob("*.service")) + sorted(DEPLOY.glob("*.timer"))


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_a_unit_starts_a_command_that_is_there(path: Path) -> None:
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment, method-assign]
    unit.read_string(path.read_text("utf-8"))
    assert unit["Unit"]["Description"]
    if path.suffix == ".timer":
        assert path.with_suffix(".service") in UNITS
        return
    words = unit["Service"]["ExecStart"].split()
    if not words[0].endswith("/shutro"):
        assert (DEPLOY / Path(words[0]).name).stat().st_mode & 0o111
        return
    known = {opt for param in _load(words[1]).params for opt in (*param.opts, *param.secondary_opts)}
    assert words[1] in COMMANDS
    assert {word for word in words if word.startswith("--")} <= known


def test_the_image_starts_a_command_that_is_there() -> None:
    text = (DEPLOY / "Containerfile").read_text("utf-8")
    words = regex.findall(r'"([^"]+)"', regex.search(r"^CMD \[(.*)\]", text, flags=regex.M).group(1))
    known = {opt for param in _load(words[0]).params for opt in (*param.opts, *param.secondary_opts)}
    assert {word for word in words if word.startswith("--")} <= known
    for path in regex.findall(r"^COPY (?!--from)(.+) \S+$", text, flags=regex.M)[0].split():
        assert (DEPLOY.parent / path).exists()
