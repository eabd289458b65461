"""The examples of a help page, which are the reference's too, can be typed as they stand."""

from __future__ import annotations

import inspect
import shlex
from importlib import import_module

import pytest
import regex
from typer.testing import CliRunner

from shutro.cli.main import COMMANDS, _load, app

# What follows a call in a shell, or explains it: a pipe, a file, a remark behind two spaces.
_AFTER = regex.compile(r"\s(?:[|<>]\s.*|\s+[\p{L}].*)$")


def examples(command: str) -> list[str]:
    """The calls in a command's help."""
    function = getattr(import_module(f"shutro.cli.{command}"), f"{command}_command")
    lines = inspect.cleandoc(function.__doc__).splitlines()
    return [found[1] for line in lines if (found := regex.match(r"\s+(?:.*\| )?(shutro .*)", line))]


EVERY = [(command, line) for command in COMMANDS for line in examples(command)]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_help_page_has_examples_and_they_begin_with_its_command(command: str) -> None:
    assert any(line.startswith(f"shutro {command}") for line in examples(command))


@pytest.mark.parametrize(("command", "line"), EVERY)
def test_an_example_names_options_that_there_are_and_gives_what_they_take(command: str, line: str) -> None:
    _, called, *words = shlex.split(_AFTER.sub("", line))
    _load(called).make_context(called, words)  # raises where the command line would end with 2


@pytest.mark.parametrize("command", COMMANDS)
def test_a_help_page_shows_every_line_of_its_examples(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    shown = CliRunner().invoke(app, [command, "--help"], terminal_width=200).stdout
    function = getattr(import_module(f"shutro.cli.{command}"), f"{command}_command")
    for line in inspect.cleandoc(function.__doc__).splitlines():
        if line.startswith(" "):
            assert line.strip() in shown, line
