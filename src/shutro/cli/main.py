"""The command line: `shutro COMMAND …`, a command a file beside this one."""

from __future__ import annotations

import sys
from importlib import import_module

import typer

COMMANDS = ("read", "story", "stories", "times", "names", "statements", "add", "show", "search", "check")

app = typer.Typer(
    name="shutro",
    help="Follow a running story through Bangla newspapers: who said or did what, when, and according to whom.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)

for _name in COMMANDS:
    app.command(_name)(getattr(import_module(f"shutro.cli.{_name}"), f"{_name}_command"))


def main() -> None:
    """Run the command line; Ctrl-C ends it with 130 and no traceback."""
    try:
        app()
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        sys.exit(130)
