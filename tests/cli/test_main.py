import resource
import subprocess
import sys
from importlib import import_module
from inspect import cleandoc
from pathlib import Path

import pytest
from typer.testing import CliRunner

from shutro.cli.main import COMMANDS, app

SHUTRO = Path(sys.executable).with_name("shutro")
run = CliRunner().invoke


def test_help_lists_every_command_with_one_line_of_what_it_does() -> None:
    shown = run(app, ["--help"], env={"COLUMNS": "200"})
    assert shown.exit_code == 0
    for name, summary in COMMANDS.items():
        assert f" {name} " in shown.output
        assert summary in shown.output


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_of_its_own_that_teaches_with_an_example(name: str) -> None:
    shown = run(app, [name, "--help"], env={"COLUMNS": "200"})
    assert shown.exit_code == 0, shown.output
    assert "Examples" in shown.output
    assert f"shutro {name}" in shown.output


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_stands_in_the_file_of_its_name(name: str) -> None:
    command = getattr(import_module(f"shutro.cli.{name}"), f"{name}_command")
    assert len(cleandoc(command.__doc__).splitlines()[0]) < 110


def test_an_unknown_command_is_wrong_usage() -> None:
    shown = run(app, ["rumour"])
    assert shown.exit_code == 2
    assert "rumour" in shown.output


def test_help_loads_no_command_and_no_room() -> None:
    probe = (
        "import sys; from typer.testing import CliRunner; from shutro.cli.main import app;"
        "assert CliRunner().invoke(app, ['--help']).exit_code == 0;"
        "print(sorted(m for m in sys.modules if m.startswith('shutro.') and m.count('.') > 1))"
    )
    loaded = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout
    assert loaded.strip() == "['shutro.cli.main']"


def test_help_is_there_at_once() -> None:
    def work() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        shown = subprocess.run([SHUTRO, "--help"], capture_output=True, text=True, check=True).stdout
        assert "Usage" in shown
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime

    # The promise is 300 ms. Counted is the processor's time: a busy machine only makes it wait longer.
    assert min(work() for _ in range(3)) < 0.3


def test_stopping_ends_with_130_and_no_traceback() -> None:
    probe = (
        "import shutro.cli.main as main\ndef stop(): raise KeyboardInterrupt\nmain.app = stop\nmain.main()"
    )
    ended = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (130, "stopped\n")
