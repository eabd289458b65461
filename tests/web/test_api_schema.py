"""Schemathesis against the real application on a real socket: what its description says is what it does."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.web.api_serving import QUICK, TOKEN, serving, stock

from shutro.views.web.serving.state import Settings

SCHEMATHESIS = Path(sys.executable).with_name("schemathesis")
CONFIG = Path(__file__).with_name("schemathesis.toml")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    where = tmp_path_factory.mktemp("schema") / "news.db"
    stock(where)
    with serving(Settings(where, token=TOKEN, **QUICK)) as address:
        yield address


def test_the_api_does_what_its_description_says(address: str, tmp_path: Path) -> None:
    described, token = f"{address}/api/openapi.json", f"Authorization: Bearer {TOKEN}"
    told = subprocess.run(
        [SCHEMATHESIS, "--config-file", CONFIG, "run", described, "--no-color", "-H", token],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert told.returncode == 0, told.stdout + told.stderr
    assert "No issues found" in told.stdout


def test_the_description_is_openapi_3_1_and_has_a_shape_for_every_answer(address: str) -> None:
    described = httpx.get(f"{address}/api/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    assert len(described["paths"]) > 25
    for path, ways in described["paths"].items():
        assert path.startswith("/api"), "pages for people are no part of the API"
        for way in ways.values():
            answers = way["responses"]
            good = next(answers[code] for code in ("200", "201", "204") if code in answers)
            for content in good.get("content", {}).values():
                assert content["schema"], path
            for code, refusal in answers.items():
                if int(code) >= 400:
                    assert list(refusal["content"]) == ["application/problem+json"], (path, code)


def test_the_document_names_every_address(address: str) -> None:
    document = (Path(__file__).parents[2] / "docs" / "api.md").read_text("utf-8")
    for path in httpx.get(f"{address}/api/openapi.json").json()["paths"]:
        named = path in document or f"/{path.rpartition('/')[2]}`" in document
        assert named, f"{path} is not in docs/api.md"
