"""Building the wheel: pure Python, or with `SHUTRO_COMPILE=1` the rooms of language and meaning compiled.

mypyc makes C of the same sources, outside the source tree; the wheel has both, and Python takes the
compiled module where there is one. An editable installation is never compiled.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOMS = ("bangla", "meaning")
# What others take away: a frozen class that mypyc made cannot be unpickled.
LEFT = {"__init__.py", "document.py", "findings.py", "quantities.py", "timex.py"}
NEEDS = ["mypy[mypyc]>=2.0", "setuptools>=65", "types-regex>=2024.5"]
_SETUP = """
import sys
from mypyc.build import mypycify
from setuptools import setup

options = {"group_name": "shutro", "opt_level": "1", "debug_level": "0"}
made = mypycify(["--ignore-missing-imports", *sys.argv[3:]], **options)
sys.argv = ["setup", "build_ext", "--build-lib", sys.argv[1], "--build-temp", sys.argv[2]]
setup(name="shutro", packages=[], ext_modules=made)
"""


class CompiledRooms(BuildHookInterface[BuilderConfig]):
    """Compiles `ROOMS` into a wheel that is asked for so."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """What the build needs beside hatchling."""
        return NEEDS if _wanted() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the compiled modules to the wheel."""
        if not _wanted() or version == "editable":
            return
        self._made = TemporaryDirectory()
        made = _compiled(Path(self.root) / "src" / "shutro", Path(self._made.name))
        build_data["force_include"] |= {str(made / path): path for path in _files(made)}
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Leave nothing behind."""
        if _wanted() and version != "editable":
            self._made.cleanup()


def _wanted() -> bool:
    return os.environ.get("SHUTRO_COMPILE") == "1"


def _compiled(package: Path, desk: Path) -> Path:
    """The folder of the compiled modules, each where it belongs beside its source."""
    shutil.copytree(package, desk / "shutro", ignore=shutil.ignore_patterns("__pycache__"))
    sources = [
        str(path.relative_to(desk))
        for room in ROOMS
        for path in sorted((desk / "shutro" / room).rglob("*.py"))
        if path.name not in LEFT
    ]
    made = desk / "made"
    command = [sys.executable, "-c", _SETUP, str(made), str(desk / "objects"), *sources]
    subprocess.run(command, cwd=desk, check=True)
    return made


def _files(folder: Path) -> list[str]:
    return [str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()]
