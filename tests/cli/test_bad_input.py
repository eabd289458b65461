"""What somebody is told who gives a command what it cannot use: one line, the reason, and no traceback."""

from __future__ import annotations

import copy
import pickle
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from shutro.errors import MissingCapture, NotFetched, ShutroError, TryLater

SHUTRO = Path(sys.executable).with_name("shutro")
EXAMPLES = str(Path(__file__).parents[2] / "examples")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    (folder / "nothing").mkdir()
    (folder / "empty.html").touch()
    (folder / "noise.bin").write_bytes(bytes(range(256)) * 20)
    (folder / "half.warc.gz").write_bytes(b"\x1f\x8b\x08\x00garbage")
    (folder / "english.html").write_text("<p>" + "The ferry sank on Monday. " * 20 + "</p>")
    (folder / "rows.jsonl").write_text('{"url": 1}\n{cut\n')
    (folder / "no-archive.db").write_text("hello")
    (folder / "paper.pdf").write_bytes(b"%PDF-1.7\n%" + bytes(range(128, 140)))
    (folder / "saved.mhtml").write_text("From: <Saved by Blink>\nMIME-Version: 1.0\n")
    (folder / "names.toml").write_bytes(b"\xff\xfe")
    return folder


def said(desk: Path, *words: str) -> tuple[int, str, str]:
    ran = subprocess.run([SHUTRO, *words], cwd=desk, capture_output=True, text=True, check=False, timeout=60)
    return ran.returncode, ran.stdout, " ".join(ran.stderr.replace("│", " ").split())


@pytest.mark.parametrize(
    ("command", "exit_code", "told"),
    [
        ("read gone.html", 1, "gone.html: no such file or folder"),
        ("read empty.html", 1, "empty.html: no bytes"),
        ("read noise.bin", 1, "noise.bin: "),
        ("read half.warc.gz", 1, "half.warc.gz: no bytes"),
        ("read english.html", 1, "english.html: hardly a Bangla letter in it"),
        ("read rows.jsonl", 1, "rows.jsonl#2: not a JSON object"),
        ("read nothing", 1, "nothing: no page there"),
        ("story nothing", 1, "nothing: no page there"),
        ("export jsonl nothing", 1, "nothing: no page there"),
        ("storry x", 2, "no command 'storry'; did you mean story or stories?"),
        ("xyzzy", 2, "No such command 'xyzzy'"),
        ("story nothing --langage en", 2, "No such option: --langage"),
        ("story nothing --since spring", 2, "'spring' is no moment; write it as 2025-02-28"),
        ("times রোববার --at 2025-13-45", 2, "'2025-13-45' is no day; write it as 2025-02-28"),
        ("search নদী --archive gone.db", 1, "gone.db: no archive there; `shutro add PAGE…` makes one"),
        ("search নদী --archive no-archive.db", 1, "no-archive.db: "),
        ("names --names names.toml রহিম", 2, "names.toml: not UTF-8"),
        ("watch gone.toml", 2, "gone.toml: No such file or directory"),
        ("scale run gone.toml", 1, "gone.toml: No such file or directory"),
        ("export xml", 2, "Invalid value for 'FORMAT': 'xml' is not one of"),
        ("export jsnol", 2, "'html'. Did you mean 'jsonl'?"),
        ("read paper.pdf", 1, "paper.pdf: a PDF document"),
        ("read saved.mhtml", 1, "saved.mhtml: a page saved as one file (MHTML); save it as HTML"),
        ("add ftp://paper.example/1 --archive new.db", 1, "ftp://paper.example/1: "),
    ],
)
def test_the_reason_is_told_in_a_line(desk: Path, command: str, exit_code: int, told: str) -> None:
    code, _, errors = said(desk, *command.split())
    assert "Traceback" not in errors
    assert (code, told in errors) == (exit_code, True), errors


@pytest.mark.parametrize("command", ["--help", f"read {EXAMPLES}", f"export jsonl {EXAMPLES}"])
def test_a_full_disk_behind_the_output_is_told(desk: Path, command: str) -> None:
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            [SHUTRO, *command.split()], cwd=desk, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert ran.returncode == 1
    assert ran.stderr == "shutro: what was found cannot be written: No space left on device\n"


def test_a_reader_that_leaves_early_is_not_told_anything(desk: Path) -> None:
    line = f"{SHUTRO} read {EXAMPLES} --json | head -c 1"
    ran = subprocess.run(["bash", "-c", line], cwd=desk, capture_output=True, text=True, check=False)
    assert (ran.stdout, ran.stderr) == ("{", "")


def test_what_is_no_file_is_written_to_and_never_replaced(desk: Path) -> None:
    code, _, _ = said(desk, "export", "csv", EXAMPLES, "-o", "/dev/stdout")
    assert code == 0
    full = Path("/dev/full")
    code, _, errors = said(desk, "export", "csv", EXAMPLES, "-o", str(full))
    assert (code, "No space left on device" in errors) == (2, True)
    assert full.is_char_device()


def test_a_port_that_is_taken_is_named(desk: Path) -> None:
    said(desk, "add", EXAMPLES, "--archive", "served.db")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        code, _, errors = said(desk, "serve", "--archive", "served.db", "--port", port)
    assert (code, f"127.0.0.1 port {port}: Address already in use" in errors) == (2, True), errors
    assert "attempting" not in errors


@pytest.mark.parametrize(
    "error",
    [
        MissingCapture("no such file", source="a.html"),
        NotFetched("gone", source="https://paper.example/1", lasting=True),
        TryLater("busy", source="https://paper.example/2"),
    ],
)
def test_an_error_is_the_same_after_a_journey_between_processes(error: ShutroError) -> None:
    for other in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert (type(other), str(other), vars(other)) == (type(error), str(error), vars(error))
    assert str(error).count(": ") == 1
