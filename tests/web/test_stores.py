"""The reader over every store."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.archive.conftest import STORES, place
from tests.web.api_serving import QUICK, client
from tests.web.newsroom import stock
from tests.web.views import views

import shutro
from shutro.model import Article
from shutro.views.web.serving.state import Settings

LATE = "মেঘডুবিতে নতুন ঘাট"


@pytest.mark.parametrize("store", STORES)
def test_every_view_is_there_and_sees_what_another_process_adds(store: str, tmp_path: Path) -> None:
    where = place(store, tmp_path)
    stock(where)
    with client(Settings(where, **QUICK)) as web:
        for name, path in views(where).items():
            assert web.get(path).status_code == 200, name
        note = {"target": "article", "of": "bridge-1", "text": "দেখতে হবে"}
        assert web.post("/notes/add", data=note).status_code == 303
        with shutro.open(where) as archive:
            archive.add(
                Article.from_text(
                    id="late", headline=LATE, body="ঘাটটি খুলেছে।", outlet="নদীকূল", published="2026-01-01"
                )
            )
        assert LATE in web.get("/latest").text


@pytest.mark.parametrize("store", STORES)
def test_the_command_says_what_it_serves_without_a_password(store: str, tmp_path: Path) -> None:
    where = place(store, tmp_path)
    shutro.open(where).close()
    if store == "postgres":
        where += "&password=geheim"
    command = [str(Path(sys.executable).with_name("shutro")), "serve", "--archive", where, "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr
        said = running.stderr.readline()
        running.terminate()
        running.wait(30)
    assert said.startswith(where.partition("?")[0]), "which archive it is, is told"
    assert "geheim" not in said
