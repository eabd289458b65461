"""Slurm's executor against an imitation of Slurm: what is asked of the queue, and what a task does.

There is no Slurm here. The imitations take what the executor hands to `sbatch`, keep the script, and run its
tasks side by side as Slurm's array would.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from tests.scale.made import crawl, tree

from shutro.errors import ScaleError
from shutro.scale import run as module
from shutro.scale.executors import executor
from shutro.scale.job import Job
from shutro.scale.run import run

SBATCH = """#!/bin/bash
for script; do :; done
echo "$@" >> {kept}/asked
cp "$script" {kept}/script-$(ls {kept} | wc -l)
range=$(grep -oP '(?<=--array=)[0-9]+-[0-9]+' "$script")
if grep -q launch_pickled_pipeline "$script" && [ ! -e {kept}/broken ]; then
  for task in $(seq "${{range%-*}}" "${{range#*-}}"); do
    export SLURM_ARRAY_TASK_ID=$task SLURM_JOB_ID=7 SLURM_NODELIST=node1 RUN_OFFSET=0
    bash "$script" >> {kept}/log 2>&1 &
  done
  wait
fi
echo "Submitted batch job 7"
"""
SRUN = '#!/bin/bash\nwhile [[ $1 == -* ]]; do [ "$1" = -n ] && shift; shift; done\nexec "$@"\n'


@pytest.fixture
def queue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the imitations keep what they were asked."""
    kept, commands = tmp_path / "kept", tmp_path / "commands"
    kept.mkdir()
    commands.mkdir()
    for name, text in {
        "sbatch": SBATCH.format(kept=kept),
        "srun": SRUN,
        "scontrol": "#!/bin/bash\necho node1\n",
        "squeue": "#!/bin/bash\n",
    }.items():
        (commands / name).write_text(text)
        (commands / name).chmod(0o755)
    here = Path(sys.executable).parent
    monkeypatch.setenv("PATH", f"{commands}:{here}:{os.environ['PATH']}")
    return kept


OPTIONS = {"partition": "news", "time": "04:00:00", "mem_per_cpu_gb": 3, "qos": ""}


def test_tasks_run_from_the_queue_make_the_same_bytes(
    queue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_TASKS", 1)  # each costs a start of Python
    pages = crawl(tmp_path / "crawl", files=2)
    run(Job(str(pages), str(tmp_path / "one")))
    run(Job(str(pages), str(tmp_path / "two"), executor="slurm", workers=2, options=OPTIONS))
    assert tree(tmp_path / "two") == tree(tmp_path / "one")


def test_the_script_asks_for_a_task_a_file_and_so_many_at_a_time(queue: Path, tmp_path: Path) -> None:
    (queue / "broken").touch()
    pages = crawl(tmp_path / "crawl", files=3)
    with pytest.raises(ScaleError, match="3 of 3 tasks failed"):
        run(Job(str(pages), str(tmp_path / "out"), executor="slurm", workers=2, options=OPTIONS))
    script = (tmp_path / "out/logs/read-0000-of-3/launch_script.slurm").read_text()
    for line in (
        "#SBATCH --array=0-2%2",
        "#SBATCH --partition=news",
        "#SBATCH --time=04:00:00",
        "#SBATCH --mem-per-cpu=3G",
        "#SBATCH --job-name=shutro-read-0000-of-3",
    ):
        assert line in script.splitlines()
    assert f"launch_pickled_pipeline {tmp_path}/out/logs/read-0000-of-3/executor.pik" in script


def test_a_job_without_a_partition_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ScaleError, match=r"options of slurm: .*partition"):
        executor(Job("a", str(tmp_path), executor="slurm"), "read", [], 1)
