"""The installed command, stopped by whoever waits for it or by whoever reads it."""

import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

SHUTRO = Path(sys.executable).with_name("shutro")


def interrupted(*arguments: str) -> tuple[int, str]:
    """The exit code and standard error of a command that waits for its input when Ctrl-C comes."""
    waiting = subprocess.Popen(
        [SHUTRO, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    asleep = 0
    while asleep < 5:  # it has worked, and waits for its input, which never comes
        time.sleep(0.1)
        _, _, state = Path(f"/proc/{waiting.pid}/stat").read_text().rpartition(") ")
        worked = sum(map(int, state.split()[11:13])) > 5  # hundredths of a second
        asleep = asleep + 1 if worked and state.startswith("S") else 0
    waiting.send_signal(signal.SIGINT)
    _, said = waiting.communicate(timeout=20)
    return waiting.returncode, said


def first_line(*arguments: str) -> tuple[str, str]:
    """The first line that a command prints, with its standard error; after that nobody reads it."""
    told = subprocess.run(
        f"{shlex.join([str(SHUTRO), *arguments])} | head -n 1",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    return told.stdout, told.stderr
