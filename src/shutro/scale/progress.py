"""How far a job is, from what lies in its output folder: any machine that sees the folder can ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from datatrove.io import DataFolder

from shutro.errors import MissingCapture
from shutro.scale.files import folder, read_json
from shutro.scale.job import Job
from shutro.scale.plan import Plan, kept_plan, lot_folder


@dataclass(frozen=True, slots=True)
class Status:
    """`files` read of `of`; `pages` seen, by what became of each: `articles` and the errors' names.

    `tasks` are those done of each later stage, for the latest state of the files.
    """

    files: int
    of: int
    pages: int
    outcome: Mapping[str, int]
    tasks: Mapping[str, int] = field(default_factory=dict)


class Watch:
    """Looks at an output folder again and again; what was counted once is not read again."""

    def __init__(self, job: Job) -> None:
        self._where = folder(job.output)
        self._seen: dict[str, Counter[str]] = {}

    def status(self) -> Status:
        """The state of things. Raises MissingCapture where no job was begun."""
        plan = kept_plan(self._where)
        if plan is None:
            raise MissingCapture("no job was begun there", source=str(self._where.path))
        self._count(plan)
        total = sum(self._seen.values(), Counter[str]())
        pages = total.pop("pages", 0)
        return Status(len(self._seen), plan.files, pages, dict(sorted(total.items())), self._tasks())

    def _count(self, plan: Plan) -> None:
        for lot in range(len(plan.lots)):
            for name in _listed(self._where, lot_folder(lot)):
                if name.endswith(".json") and name not in self._seen:
                    self._seen[name] = Counter(read_json(self._where, name)["counts"])

    def _tasks(self) -> dict[str, int]:
        done = Counter[str]()
        for name in _listed(self._where, "logs"):
            stage, _, rest = name.removeprefix("logs/").partition("/")
            if rest.startswith("completions/"):
                done[stage] += 1
        return dict(sorted(done.items()))


def _listed(where: DataFolder, inner: str) -> list[str]:
    return where.list_files(inner) if where.exists(inner) else []
