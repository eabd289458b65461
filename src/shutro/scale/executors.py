"""Who does the work: this machine's cores, a Ray cluster, or Slurm; all of them datatrove's own."""

from __future__ import annotations

import logging
import subprocess
import time
from typing import Any, Final

from datatrove.executor import LocalPipelineExecutor, RayPipelineExecutor, SlurmPipelineExecutor

from shutro.errors import ScaleError
from shutro.scale.job import Job

_POLL: Final = 10.0  # seconds between two looks at a Slurm job
_EXECUTORS: Final = {
    "local": LocalPipelineExecutor,
    "ray": RayPipelineExecutor,
    "slurm": SlurmPipelineExecutor,
}


def executor(job: Job, name: str, pipeline: list[Any], tasks: int) -> Any:
    """The executor of a stage; what is done is marked in the stage's folder of logs.

    Raises ScaleError where the job's options are not the executor's, or its cluster does not answer.
    """
    options = dict(job.options)
    if job.executor == "ray":
        _join_cluster(options.pop("address", None))
    if job.executor == "slurm":
        options.setdefault("job_name", f"shutro-{name}")
    try:
        return _EXECUTORS[job.executor](
            pipeline,
            tasks=tasks,
            workers=min(job.workers, tasks),
            logging_dir=f"{job.output}/logs/{name}",
            **options,
        )
    except TypeError as error:
        raise ScaleError(f"options of {job.executor}: {error}") from None


def _join_cluster(address: object) -> None:
    try:
        import ray
    except ImportError as error:
        raise ScaleError('a Ray cluster needs ray: pip install "shutro[scale]"') from error
    if ray.is_initialized():
        return
    try:
        ray.init(address=str(address) if address else None, logging_level=logging.ERROR, log_to_driver=False)
    except (ConnectionError, ValueError) as error:
        raise ScaleError(f"no Ray cluster at {address}: {str(error).splitlines()[0]}") from None


def finish(made: Any) -> None:
    """Wait for an executor that only hands its tasks to a queue."""
    if not isinstance(made, SlurmPipelineExecutor) or made.job_id in (None, -1):
        return
    while made.get_incomplete_ranks():
        asked = subprocess.run(
            ["squeue", "--noheader", "--jobs", str(made.job_id)], capture_output=True, text=True, check=False
        )
        if asked.returncode or not asked.stdout.strip():
            return  # it has left the queue; what is not done has failed
        time.sleep(_POLL)
