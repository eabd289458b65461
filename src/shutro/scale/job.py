"""A job: which pages go in, where what is made of them goes, and who does the work."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from shutro.errors import DataError, MissingCapture

Executor = Literal["local", "ray", "slurm"]
Option = str | int | float | bool

_EXECUTORS: Final = ("local", "ray", "slurm")
_SUFFIXES: Final = (".warc", ".warc.gz", ".warc.zst", ".jsonl", ".jsonl.gz", ".jsonl.zst", ".parquet")


@dataclass(frozen=True, slots=True)
class Job:
    """One run over many files.

    `pages` and `output` are folders: paths, or addresses of any store that fsspec knows
    (`s3://bucket/crawl`). `files` is a glob below `pages`; without it, all files of a known kind. `workers`
    tasks run at a time. `archive` is filled at the end where it is given. `options` go to the executor:
    Ray's `address`, Slurm's `partition`, `time`, `mem_per_cpu_gb` and so on.
    """

    pages: str
    output: str
    files: str | None = None
    executor: Executor = "local"
    workers: int = 1
    archive: str | None = None
    options: Mapping[str, Option] = field(default_factory=dict)

    def takes(self, name: str) -> bool:
        """Whether a file of the folder, found without a glob, is one of pages."""
        return name.lower().endswith(_SUFFIXES)


def read_job(path: Path) -> Job:
    """The job that a TOML file describes; folders without `://` are seen from the file's own.

    Raises MissingCapture where there is no file, DataError where it says something else.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise MissingCapture(error.strerror or "cannot be opened", source=str(path)) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: not TOML: {error}") from None
    run = data.pop("run", {})
    options = data.pop("options", {})
    if not isinstance(run, dict) or not isinstance(options, dict):
        raise DataError(f"{path}: `run` and `options` are tables")
    pages, output = _text(data, "pages", path), _text(data, "output", path)
    if pages is None or output is None:
        raise DataError(f"{path}: a job names `pages` and `output`")
    files, archive = _text(data, "files", path), _text(data, "archive", path)
    executor, workers = run.pop("executor", "local"), run.pop("workers", 1)
    if unknown := [*data, *run]:
        raise DataError(f"{path}: unknown: {', '.join(sorted(unknown))}")
    if executor not in _EXECUTORS:
        raise DataError(f"{path}: executor is one of {', '.join(_EXECUTORS)}")
    if not isinstance(workers, int) or isinstance(workers, bool) or workers < 1:
        raise DataError(f"{path}: workers is a number from 1 on")
    if wrong := [name for name, value in options.items() if not isinstance(value, (str, int, float, bool))]:
        raise DataError(f"{path}: no plain value: {', '.join(wrong)}")
    here = path.absolute().parent
    return Job(
        _from(here, pages),
        _from(here, output),
        files,
        executor,
        workers,
        _from(here, archive) if archive else None,
        options,
    )


def _text(data: dict[str, object], name: str, path: Path) -> str | None:
    value = data.pop(name, None)
    if value is not None and (not isinstance(value, str) or not value):
        raise DataError(f"{path}: `{name}` is a text")
    return value if isinstance(value, str) else None


def _from(here: Path, place: str) -> str:
    return place if "://" in place else str(here / place)
