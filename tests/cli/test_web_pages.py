"""`shutro read` and `shutro add` on addresses of the web, over a real socket."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.capture.webserver import Server, says, serving
from typer.testing import CliRunner

from shutro.cli.main import app

PAGE = (
    "<html><body><h1>চরভাঙ্গায় এক রাতে বিলীন ৪০ বাড়ি</h1><p>প্রকাশ: ১৩ অক্টোবর ২০২৪, ০৮:১০ এএম</p>"
    "<p>কুসুমপুরের চরভাঙ্গায় নদীভাঙনে এক রাতে অন্তত ৪০টি বাড়ি বিলীন হয়েছে। শনিবার রাতে ভাঙন শুরু হয়।</p>"
    "<p>পানি উন্নয়ন বোর্ড জানায়, নদীর পানি গত তিন দিনে দেড় মিটার বেড়েছে।</p></body></html>"
).encode()


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


def test_read_fetches_a_page_and_goes_on_past_one_that_is_missing(server: Server) -> None:
    server.at("/robots.txt", says(b"User-agent: *\nDisallow: /barred", kind="text/plain"))
    url = server.at("/1", says(PAGE))
    barred = server.address + "/barred"
    done = CliRunner().invoke(app, ["read", "--json", "--allow-private", barred, url])
    assert done.exit_code == 1
    assert done.stderr.strip() == f"{barred}: barred by the host's robots.txt"
    article = json.loads(done.stdout)
    assert (article["url"], article["headline"]) == (url, "চরভাঙ্গায় এক রাতে বিলীন ৪০ বাড়ি")
    assert server.paths() == ["/1"]


def test_read_asks_no_private_network_unless_told(server: Server) -> None:
    url = server.at("/1", says(PAGE))
    done = CliRunner().invoke(app, ["read", url])
    assert done.exit_code == 1
    assert done.stderr.strip() == f"{url}: 127.0.0.1 is at 127.0.0.1, a loopback address"
    assert server.asked == []


def test_add_keeps_the_page_as_it_was_sent(server: Server, tmp_path: Path) -> None:
    url = server.at("/1", says(PAGE))
    told = ["--archive", str(tmp_path / "news.db"), "--allow-private", "--later", "--json"]
    done = CliRunner().invoke(app, ["add", url, *told])
    assert (done.exit_code, json.loads(done.stdout)) == (0, {"added": 1})
    again = CliRunner().invoke(app, ["add", url + "?utm_source=x", server.address + "/2", *told])
    assert (again.exit_code, json.loads(again.stdout)) == (1, {"known": 1, "missing": 1})
    assert f"{server.address}/2: the server has no such page (404)" in again.stderr
