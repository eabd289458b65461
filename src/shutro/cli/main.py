"""The command line: `shutro COMMAND …`, a command a file beside this one, loaded only when called."""

from __future__ import annotations

import errno
import inspect
import io
import os
import sys
from difflib import get_close_matches
from importlib import import_module

import regex
import typer
from typer.core import TyperCommand, TyperGroup

#: Every command with its line in `shutro --help`; `cli/NAME.py` holds the function `NAME_command`.
COMMANDS = {
    "read": "Read pages into clean articles: headline, dates, byline, paragraphs.",
    "story": "Show the story that pages tell: who did or said what, when, according to whom.",
    "stories": "Group pages by the event they report.",
    "times": "Find the dates and times in a text, each with its value.",
    "names": "Find the people, bodies and places in a text, under every spelling.",
    "statements": "Find who says what in a text, and through whom.",
    "add": "Put pages into an archive; again is harmless.",
    "watch": "Follow feeds, sitemaps and section pages into an archive.",
    "sources": "Show how the watched sources do; print a starter list of them.",
    "show": "Show an article or a story of the archive.",
    "search": "Search the archive in Bangla or in Latin letters.",
    "person": "Show who somebody is in the archive, and what they said.",
    "check": "Ask whether an outlet in the archive printed a sentence.",
    "notes": "Your own notes on articles, stories and threads.",
    "export": "Export stories or a whole archive: CSV, Parquet, JSON-LD, ninjs, Markdown and more.",
    "scale": "Read a crawl of any size, on many cores or machines.",
    "serve": "Serve an archive as a web reader and an API.",
    "rebuild": "Find everything anew in an archive, with the present rules.",
}


_NO_CHOICE = regex.compile(r"'(?P<value>[^']*)' is not one of (?P<choices>.+)\.")
_NO_MARKUP = regex.compile(r"\[(?=[a-z#/@])(?!/?bold\])")
_UNWRITABLE = (errno.EPIPE, errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG)


class Commands(TyperGroup):
    """The commands by name; listing them loads none, calling one loads that one."""

    # typer carries its own copy of click, whose types have no public name.
    def list_commands(self, ctx: object) -> list[str]:
        """The names, in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: object, cmd_name: str) -> TyperCommand | None:
        """A stand-in that knows its name and summary, enough for the help page."""
        if cmd_name not in COMMANDS:
            return None
        return TyperCommand(cmd_name, help=COMMANDS[cmd_name])

    def resolve_command(self, ctx, args):  # type: ignore[no-untyped-def]
        """The command that the arguments name, loaded. An unknown one is answered with what it is like."""
        if args and args[0] not in COMMANDS and (like := get_close_matches(args[0], COMMANDS)):
            ctx.fail(f"no command {args[0]!r}; did you mean {' or '.join(like)}?")
        name, found, rest = super().resolve_command(ctx, args)
        return name, _load(name) if found and name else found, rest


class Command(TyperCommand):
    """A command that answers a word which is none of an option's with the words it is like."""

    def parse_args(self, ctx, args):  # type: ignore[no-untyped-def]
        """As typer's, with a message for people where a value cannot be."""
        try:
            return super().parse_args(ctx, args)
        except typer.BadParameter as error:
            error.message = _for_people(error.message)
            raise


def _for_people(message: str) -> str:
    """What typer says of a value, without the name of its exception, and with the nearest choice."""
    message = message.removeprefix("Value error, ")
    if found := _NO_CHOICE.fullmatch(message):
        like = get_close_matches(found["value"], found["choices"].replace("'", "").split(", "), 1)
        message += f" Did you mean {like[0]!r}?" if like else ""
    return message


def _load(name: str) -> TyperCommand:
    single = typer.Typer(
        rich_markup_mode="rich",
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    function = getattr(import_module(f"shutro.cli.{name}"), f"{name}_command")
    single.command(name, cls=Command, help=_flowing(function.__doc__ or ""))(function)
    command = typer.main.get_command(single)
    assert isinstance(command, TyperCommand)
    return command


def _flowing(text: str) -> str:
    """A docstring with the lines of each paragraph joined, those of indented ones (examples) kept.

    Of what stands in brackets only `[bold]` is markup: `[run]` is shown as it stands.
    """
    paragraphs = _NO_MARKUP.sub(r"\\[", inspect.cleandoc(text)).split("\n\n")
    return "\n\n".join(p if p.startswith(" ") else p.replace("\n", " ") for p in paragraphs)


app = typer.Typer(
    name="shutro",
    cls=Commands,
    no_args_is_help=True,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)


@app.callback(
    epilog="Start with: [bold]shutro story examples[/bold]. "
    "[bold]shutro COMMAND --help[/bold] teaches a command with examples."
)
def _shutro() -> None:
    """Follow a running story through Bangla newspapers: who said or did what, when, according to whom."""


def main() -> None:
    """Run the command line; Ctrl-C ends it with 130 and no traceback.

    Bangla is written as UTF-8 whatever the locale says; a file name that is no text, escaped. Where the
    output takes no more, the command ends with 1, and with a line that says why unless its reader left.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        try:
            app()
        finally:
            sys.stdout.flush()
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        sys.exit(130)
    except OSError as error:
        if error.errno not in _UNWRITABLE:
            raise
        if error.errno != errno.EPIPE:  # whoever read has seen enough
            print(f"shutro: what was found cannot be written: {error.strerror}", file=sys.stderr)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left goes nowhere, silently
        sys.exit(1)
