"""A Ray cluster of two nodes, one of which is killed at work, makes the same bytes as one process."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import ray
from ray.cluster_utils import Cluster
from tests.scale.made import crawl, tree

from shutro.scale import run as module
from shutro.scale.job import Job
from shutro.scale.run import run


@pytest.fixture
def cluster() -> Iterator[Any]:
    """A head that does no work, and two nodes with a core each: processes of their own, on this machine."""
    made = Cluster(initialize_head=True, head_node_args={"num_cpus": 0, "include_dashboard": False})
    try:
        yield made
    finally:
        ray.shutdown()
        made.shutdown()


@pytest.mark.filterwarnings("ignore")  # Ray's own: of sockets and processes that die with their node
def test_a_node_killed_at_work_changes_nothing(
    cluster: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_TASKS", 1)
    pages = crawl(tmp_path / "crawl", files=4)
    run(Job(str(pages), str(tmp_path / "one")))

    nodes = [cluster.add_node(num_cpus=1), cluster.add_node(num_cpus=1)]
    output = tmp_path / "two"
    killed: list[float] = []

    def kill() -> None:
        """Kill a node when its first file is being read; the other does the rest."""
        while not list(output.glob("read/lot-0000/*.part")) and not list(output.glob("read/lot-0000/*.json")):
            time.sleep(0.02)
        cluster.remove_node(nodes[1], allow_graceful=False)
        killed.append(time.monotonic())

    killing = threading.Thread(target=kill, daemon=True)
    killing.start()
    # Two tasks to a job of Ray's: each job costs a start of Python on a node.
    options = {"address": cluster.address, "mem_per_cpu_gb": 0.2, "tasks_per_job": 2}
    run(Job(str(pages), str(output), "*.gz", "ray", 2, options=options))
    killing.join()
    assert killed
    assert tree(output) == tree(tmp_path / "one")
