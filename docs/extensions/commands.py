"""Every command of the command line, its arguments, options and examples, from the code.

They take the place of the line `<!-- commands -->` before a page is parsed: their headings are the page's.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from importlib import import_module
from itertools import pairwise
from typing import Any, Literal, get_args, get_origin, get_type_hints

import regex
from sphinx.application import Sphinx

from shutro.cli.main import COMMANDS, _load

PLACE = "<!-- commands -->"
_PAGE = regex.compile(r"\bdocs/[\w/]+\.md")


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
    usage = "".join(f" {_usage(each)}" for each in arguments)
    yield from (f"## shutro {name}", "", about, "")
    options = " [OPTIONS]" if len(params) > len(arguments) else ""
    yield from ("```text", f"shutro {name}{usage}{options}", "```", "")
    yield from _prose(function.__doc__ or "")
    yield from ("", "| argument or option | what | default |", "|---|---|---|")
    yield from (_row(each, hints[each.name]) for each in params)
    yield ""


def _usage(argument: Any) -> str:
    """How an argument stands in the line of usage: in brackets where it may be left out."""
    shown = _metavar(argument) + ("…" if argument.nargs == -1 else "")
    return shown if argument.required else f"[{shown}]"


def _prose(docstring: str) -> Iterator[str]:
    """A help text without its first line, which the list of commands has.

    Indented paragraphs are code; where they are of one line each, as examples are, they stand together.
    """
    _, *paragraphs = inspect.cleandoc(docstring).split("\n\n")
    code = False
    for before, paragraph in pairwise(["", *paragraphs]):
        if paragraph.startswith(" ") != code:
            yield "```" if code else "```text"
            code = not code
        elif code and "\n" in before:
            yield ""
        if code:
            yield from (line.removeprefix("  ") for line in paragraph.splitlines())
        else:
            marked = paragraph.replace("[bold]", "**").replace("[/bold]", "**")
            yield from (_PAGE.sub(r"`\g<0>`", marked), "")
    if code:
        yield "```"


def _row(param: Any, hint: Any) -> str:
    argument = param.param_type_name == "argument"
    names = [] if argument else [*param.opts, *param.secondary_opts]
    value = [] if not argument and param.is_flag else [_metavar(param)]
    shown = ", ".join(f"`{each}`" for each in names) + "".join(f" `{each}`" for each in value)
    default = [f"`{param.envvar}`"] if param.envvar else []
    default += [f"`{param.default}`"] if param.default not in (None, False, ()) else []
    choices = ", ".join(f"`{each}`" for each in _choices(hint))
    about = (
        param.help + (f" One of {choices}." if choices else "") + (" Repeatable." if param.multiple else "")
    )
    cells = (shown, about, "required" if param.required else ", else ".join(default))
    return f"| {' | '.join(each.replace('|', chr(92) + '|') for each in cells)} |"


def _metavar(param: Any) -> str:
    """What stands for a value."""
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
