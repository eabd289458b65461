"""Every command of the command line, its arguments, options and examples, from the code.

They take the place of the line `<!-- commands -->` before a page is parsed: their headings are the page's.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from importlib import import_module
from typing import Any, Literal, get_args, get_origin, get_type_hints

from sphinx.application import Sphinx

from shutro.cli.main import COMMANDS, _load

PLACE = "<!-- commands -->"


def _fill(app: Sphinx, page: str, source: list[str]) -> None:
    if PLACE in source[0]:
        text = "\n".join(line for name, about in COMMANDS.items() for line in section(name, about))
        source[0] = source[0].replace(PLACE, text)


def section(name: str, about: str) -> Iterator[str]:
    """One command as lines of Markdown."""
    function = getattr(import_module(f"shutro.cli.{name}"), f"{name}_command")
    hints = get_type_hints(function)
    params = _load(name).params
    arguments = [each for each in params if each.param_type_name == "argument"]
    usage = "".join(f" {_metavar(each, hints)}" for each in arguments)
    yield from (f"## shutro {name}", "", about, "")
    yield from (
        "```text",
        f"shutro {name}{usage}{' [OPTIONS]' if len(params) > len(arguments) else ''}",
        "```",
        "",
    )
    yield from _prose(function.__doc__ or "")
    yield from ("", "| argument or option | what | default |", "|---|---|---|")
    yield from (_row(each, hints) for each in params)
    yield ""


def _prose(docstring: str) -> Iterator[str]:
    """A help text without its first line, which the list of commands has; indented paragraphs are code."""
    _, *paragraphs = inspect.cleandoc(docstring).split("\n\n")
    code = False
    for paragraph in paragraphs:
        if paragraph.startswith(" ") != code:
            yield "```" if code else "```text"
            code = not code
        yield from (
            (line.removeprefix("  ") for line in paragraph.splitlines())
            if code
            else (
                paragraph.replace("[bold]", "**").replace("[/bold]", "**"),
                "",
            )
        )
    if code:
        yield "```"


def _row(param: Any, hints: dict[str, Any]) -> str:
    argument = param.param_type_name == "argument"
    names = [] if argument else [*param.opts, *param.secondary_opts]
    value = [] if not argument and param.is_flag else [_metavar(param, hints)]
    shown = ", ".join(f"`{each}`" for each in names) + "".join(f" `{each}`" for each in value)
    default = [f"`{param.envvar}`"] if param.envvar else []
    default += [f"`{param.default}`"] if param.default not in (None, False, ()) else []
    about = param.help + (" Repeatable." if param.multiple else "")
    cells = (shown, about, "required" if param.required else ", else ".join(default))
    return f"| {' | '.join(each.replace('|', chr(92) + '|') for each in cells)} |"


def _metavar(param: Any, hints: dict[str, Any]) -> str:
    """What stands for a value: its name, or the choices there are."""
    choices = _choices(hints[param.name])
    if choices:
        return "/".join(choices)
    return param.metavar or (param.name.upper() if param.param_type_name == "argument" else "VALUE")


def _choices(hint: Any) -> tuple[str, ...]:
    """The words of a `Literal`, alone or beside None."""
    if get_origin(hint) is Literal:
        return tuple(str(each) for each in get_args(hint))
    return next((found for each in get_args(hint) if (found := _choices(each))), ())


def setup(app: Sphinx) -> dict[str, bool]:
    """Look at each page before it is parsed."""
    app.connect("source-read", _fill)
    return {"parallel_read_safe": True}
