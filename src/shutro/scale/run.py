"""A job from its files to its stories: one stage after the other, each over all workers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from datatrove.io import DataFolder
from datatrove.pipeline.base import PipelineStep

from shutro.errors import ScaleError, ShutroError
from shutro.scale.days import WriteDays
from shutro.scale.deciding import DecideStories
from shutro.scale.executors import executor, finish
from shutro.scale.files import clear_drafts, folder, made_of, mark_made
from shutro.scale.job import Job
from shutro.scale.links import WriteLinks
from shutro.scale.load import load
from shutro.scale.plan import lot_folder, make_plan, write_list
from shutro.scale.pools import write_pools
from shutro.scale.steps import ReadArticles, ReadPages, Sign, Understand, WriteFiles

_TASKS = 8
"""Tasks for each worker that the days, or the lots of stories, are shared among."""


@dataclass(frozen=True, slots=True)
class Done:
    """What a job made: `new` and `placed` are articles of the archive, None without one."""

    files: int
    days: int
    batches: int
    new: int | None = None
    placed: int | None = None


def run(job: Job, begun: Callable[[str], None] | None = None) -> Done:
    """Do what of a job is not done yet.

    `begun` is called with the name of each stage. Raises ScaleError where tasks failed: their log says why,
    and the next run does them again.
    """
    say = begun or (lambda _: None)
    plan = make_plan(job)
    where = folder(job.output)
    for lot in range(len(plan.lots)):
        say("read")
        files = plan.names(lot)
        _stage(job, f"read-{lot:04d}", reading(job, files, lot), len(files), lot_folder(lot))
    days, mark = write_list(where, plan)
    most = _TASKS * job.workers
    say("days")
    _stage(job, f"days-{mark}", [WriteDays(job.output)], min(most, len(days)), "articles", "signs")
    say("links")
    _stage(job, f"links-{mark}", [WriteLinks(job.output, days)], min(most, len(days)), "links")
    say("stories")
    batches = _pools(where, mark, days)
    steps = [DecideStories(job.output, batches)]
    _stage(job, f"stories-{mark}", steps, min(most, batches), "stories", "copies")
    if job.archive is None:
        return Done(plan.files, len(days), batches)
    say("archive")
    new, placed = load(where, days, job.archive)
    return Done(plan.files, len(days), batches, new, placed)


def reading(job: Job, files: Sequence[str], lot: int) -> list[PipelineStep]:
    """The steps from a lot's files to articles with all that is found in them."""
    return [
        ReadPages(job.pages, files),
        ReadArticles(),
        Understand(),
        Sign(),
        WriteFiles(f"{job.output}/{lot_folder(lot)}", len(files)),
    ]


def _stage(job: Job, name: str, pipeline: list[Any], tasks: int, *written: str) -> None:
    """Run the tasks of a stage that are not done; `written` are the folders that they write to."""
    if not tasks:
        return
    # The marks of another number of tasks are no marks of these.
    name = f"{name}-of-{tasks}"
    made = executor(job, name, pipeline, tasks)
    if not made.get_incomplete_ranks():
        return
    logs = f"{job.output}/logs/{name}/logs"
    try:
        made.run()
    except ShutroError:
        raise
    except Exception as error:  # whatever nobody foresaw: a task of this machine hands it on as it is
        told = " ".join((f"{type(error).__name__}: {error}", *getattr(error, "__notes__", ())))
        raise ScaleError(f"{name} failed: {told}; see {logs}") from error
    finish(made)
    where = folder(job.output)
    for inner in written:
        clear_drafts(where, inner)
    if left := made.get_incomplete_ranks():
        raise ScaleError(f"{name}: {len(left)} of {tasks} tasks failed; see {logs}")


def _pools(where: DataFolder, mark: str, days: Sequence[str]) -> int:
    """The number of files of pools; they are made anew where the articles are others."""
    if (made := made_of(where, "pools/made", mark)) is not None:
        return made
    for old in ("pools", "stories", "copies"):
        if where.exists(old):
            where.rm(old, recursive=True)
    files = write_pools(where, days)
    mark_made(where, "pools/made", mark, files)
    return files
