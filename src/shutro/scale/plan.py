"""What a job has to do: its files, in lots as they came, and the days that they turned out to hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from datatrove.io import DataFolder

from shutro.archive.nouns.findings import version_of
from shutro.errors import DataError, MissingCapture, ScaleError
from shutro.scale.days import LIST
from shutro.scale.files import folder, mark_of, read_json, write_json
from shutro.scale.job import Job

_PLAN: Final = "plan.json"


@dataclass(frozen=True, slots=True)
class Plan:
    """The files of a job with their sizes, lot by lot: those that came later are a lot of their own.

    `rules` is the version of those that read, understand and group; one output holds the work of one.
    """

    rules: str
    lots: tuple[tuple[tuple[str, int], ...], ...]

    def names(self, lot: int) -> list[str]:
        """The names of a lot's files, below the folder of pages."""
        return [name for name, _ in self.lots[lot]]

    @property
    def files(self) -> int:
        """How many there are."""
        return sum(map(len, self.lots))


def make_plan(job: Job) -> Plan:
    """The plan of a job, kept in its output folder: files that came since are added as a new lot.

    Raises MissingCapture where there are no files, DataError where the output would be taken for pages,
    ScaleError where files that were planned are gone or others now, or where other rules have worked in the
    output folder.
    """
    if f"{job.output.rstrip('/')}/".startswith(f"{job.pages.rstrip('/')}/"):
        raise DataError(f"{job.output}: `output` lies in `pages` and would be read with them")
    where = folder(job.output)
    found = _listed(job)
    if not found:
        raise MissingCapture(
            "no file of pages in it: WARC, JSON lines or Parquet; a folder of pages is for `shutro add`",
            source=job.pages,
        )
    before = kept_plan(where)
    if before is None:
        plan = Plan(rules_of_now(), (tuple(sorted(found.items())),))
        write_json(where, _PLAN, {"rules": plan.rules, "lots": plan.lots})
        return plan
    if before.rules != rules_of_now():
        raise ScaleError(
            f"{job.output}: made by rules {before.rules}, these are {rules_of_now()}; name another `output`"
        )
    known = {name: size for lot in before.lots for name, size in lot}
    if changed := sorted(name for name, size in known.items() if found.get(name) != size):
        raise ScaleError(f"{job.pages}: {changed[0]} is gone or another file now ({len(changed)} so)")
    if new := sorted((name, size) for name, size in found.items() if name not in known):
        before = Plan(before.rules, (*before.lots, tuple(new)))
        write_json(where, _PLAN, {"rules": before.rules, "lots": before.lots})
    return before


def rules_of_now() -> str:
    """The version of all that an output depends on."""
    return version_of("bangla", "reading", "meaning", "stories", "scale")


def kept_plan(where: DataFolder) -> Plan | None:
    """The plan that an output folder was made by; None where nothing was made yet."""
    if not where.exists(_PLAN):
        return None
    data = read_json(where, _PLAN)
    return Plan(data["rules"], tuple(tuple((name, size) for name, size in lot) for lot in data["lots"]))


def _listed(job: Job) -> dict[str, int]:
    """The files of pages with their sizes."""
    where = folder(job.pages)
    names = where.list_files(glob_pattern=job.files) if job.files else where.list_files()
    kept = [name for name in names if job.files or job.takes(name)]
    return {name: int(where.size(name)) for name in kept}


def write_list(where: DataFolder, plan: Plan) -> tuple[list[str], str]:
    """Write down which row groups of all lots' files hold each day; gives the days and the list's mark."""
    found: dict[str, list[tuple[str, int]]] = {}
    for lot, files in enumerate(plan.lots):
        for number in range(len(files)):
            name = f"{lot_folder(lot)}/{number:06d}"
            for group, (day, _) in enumerate(read_json(where, f"{name}.json")["groups"]):
                found.setdefault(day, []).append((f"{name}.parquet", group))
    write_json(where, LIST, found)
    return sorted(found), mark_of(found)


def lot_folder(lot: int) -> str:
    """Where the output of a lot's files lies."""
    return f"read/lot-{lot:04d}"
