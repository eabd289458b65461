"""`shutro sources`: how the sources do, for people and programs."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib

from tests.capture.webserver import says
from tests.watch.conftest import Stand


def sources(*options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from shutro.cli.main import main; main()", "sources", *options]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_each_source_is_told_with_what_it_brought_and_why_it_fails(stand: Stand) -> None:
    stand.publish(1, 2)
    stand.put("/second", says(b"<html>no</html>"))
    stand.put("/news/2", says(b"<html><body>nothing</body></html>"))
    stand.watch(stand.plan("/feed", "/second"), once=True).close()
    told = sources("--archive", stand.where)
    assert told.returncode == 0, told.stderr
    name, first, second = told.stdout.splitlines()
    assert name == "Padma Barta"
    assert f"well     feed     {stand.server.address}/feed · 2 listed, 1 added, 1 passed · next " in first
    assert f"failing  feed     {stand.server.address}/second · nothing yet · next " in second
    assert second.endswith("· no feed")


def test_programs_get_all_of_it(stall: Stand) -> None:
    stall.put("/feed", says(status=503, Retry_After="600"))
    stall.watch(stall.plan(), once=True).close()
    told = json.loads(sources("--archive", stall.where, "--json").stdout)
    (source,) = told["sources"]
    assert (source["state"], source["failures"], source["added"]) == ("failing", 1, 0)
    assert source["reason"].startswith("the server fails (503)")
    (host,) = told["hosts"]
    assert host["until"] > source["asked"]


def test_the_pages_in_a_state_are_listed_with_the_reason(stall: Stand) -> None:
    stall.publish(1)
    stall.list("/খবর", "/news/1")
    stall.put("/%E0%A6%96%E0%A6%AC%E0%A6%B0", says(status=418))
    stall.watch(stall.plan(), once=True).close()
    told = sources("--archive", stall.where, "--pages", "failed")
    assert told.returncode == 0, told.stderr
    assert told.stdout.endswith(f"  {stall.server.address}/খবর  the server gives no page (418)\n")
    (row,) = json.loads(sources("--archive", stall.where, "--pages", "kept", "--json").stdout)
    assert (row["address"], row["visits"]) == (stall.server.address + "/news/1", 1)
    assert sources("--archive", stall.where, "--pages", "old").stdout == "no old pages\n"
    wrong = sources("--archive", stall.where, "--pages", "lost")
    assert wrong.returncode == 2
    assert "no such state" in wrong.stderr


def test_the_starter_list_is_printed_as_it_is() -> None:
    told = sources("--starter")
    assert told.returncode == 0
    assert "UNVERIFIED" in told.stdout
    assert not any(one["verified"] for one in tomllib.loads(told.stdout)["outlet"])


def test_an_archive_that_watches_nothing_says_so(stall: Stand) -> None:
    from shutro.archive.store import open_archive

    open_archive(stall.where).close()
    assert "no sources yet" in sources("--archive", stall.where).stdout
