"""The house rules that no linter knows."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import regex

import shutro
from shutro.cli.main import COMMANDS, _load

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src" / "shutro").rglob("*.py"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imported(path: Path) -> set[str]:
    """The top-level packages that a file imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


def test_imports_run_one_way() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    ran = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


def test_nothing_is_imported_that_the_project_does_not_ask_for() -> None:
    extras = PROJECT["project"].get("optional-dependencies", {}).values()
    asked = {
        regex.match(r"[\w.-]+", each).group().lower().replace("_", "-")
        for listed in (PROJECT["project"]["dependencies"], *extras)
        for each in listed
    }
    owners = packages_distributions()
    for path in SOURCES:
        for package in imported(path) - sys.stdlib_module_names - {"shutro"}:
            distributions = {each.lower().replace("_", "-") for each in owners.get(package, [])}
            assert distributions & asked, f"{name(path)} imports {package}"


def test_nothing_is_asked_for_that_no_file_imports() -> None:
    owners = packages_distributions()
    used = {
        each.lower().replace("_", "-")
        for path in SOURCES
        for one in imported(path)
        for each in owners.get(one, [])
    }
    asked = {regex.match(r"[\w.-]+", each).group().lower() for each in PROJECT["project"]["dependencies"]}
    assert asked <= used


def test_every_extra_is_named_where_it_is_missed_and_no_other() -> None:
    texts = [path.read_text("utf-8") for path in (*SOURCES, *PAGES)]
    named = {extra for text in texts for extra in regex.findall(r"\bshutro\[(\w+)\]", text)}
    assert named == PROJECT["project"]["optional-dependencies"].keys()


def test_parquet_can_be_had_alone_and_comes_with_a_crawl() -> None:
    extras = PROJECT["project"]["optional-dependencies"]
    assert [regex.match(r"[\w-]+", each).group() for each in extras["parquet"]] == ["pyarrow"]
    assert "shutro[parquet]" in extras["scale"]


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_bangla_is_never_searched_with_the_standard_re(path: Path) -> None:
    assert "re" not in imported(path), "its \\w and \\b cut a word at every vowel sign"


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_a_file_stays_short_enough_to_read(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_every_path_named_in_the_documents_is_there(path: Path) -> None:
    text = path.read_text("utf-8")
    named = set(regex.findall(r"`((?:src|tests|docs|examples|bench|train|scripts|\.ci)/[^`\s*…<>]*)`", text))
    named |= {link for link in regex.findall(r"\]\(([^)#\s]+)[)#]", text) if "://" not in link}
    missing = {each for each in named if not (ROOT / each).exists() and not (path.parent / each).exists()}
    assert not missing


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_every_command_and_option_named_in_the_documents_is_there(path: Path) -> None:
    text = path.read_text("utf-8")
    modules = set(regex.findall(r"python -m ((?:bench|train)\.\w+)", text))
    assert not {each for each in modules if not (ROOT / each.replace(".", "/")).with_suffix(".py").exists()}
    for line in regex.findall(r"(?:^|`)shutro ([a-z]+[^`\n]*)", text, flags=regex.M):
        command, *rest = line.partition(" #")[0].split()
        assert command in COMMANDS, line
        known = {each for param in _load(command).params for each in (*param.opts, *param.secondary_opts)}
        assert {word for word in rest if word.startswith("--")} <= known | {"--help"}, line


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_the_documents_name_no_place_of_one_machine(path: Path) -> None:
    assert not regex.findall(
        r"(?:/home/|/root/|/work/|/tmp/|pypi\.org|registry\.)\S*", path.read_text("utf-8")
    )


@pytest.mark.parametrize("contract", PROJECT["tool"]["importlinter"]["contracts"], ids=lambda c: c["name"])
def test_whatever_is_in_a_room_has_its_place_in_the_import_rules(contract: dict[str, list[str]]) -> None:
    ruled = {one.strip().removeprefix("shutro.") for layer in contract["layers"] for one in layer.split("|")}
    for room in contract.get("containers", []):
        folder = ROOT / "src" / Path(*room.split("."))
        assert ruled == {path.stem for path in folder.iterdir() if path.suffix == ".py" or code(path)} - {
            "__init__"
        }
    if "containers" not in contract:
        assert {path.name for path in (ROOT / "src" / "shutro").iterdir() if code(path)} <= ruled


@pytest.mark.parametrize("entrance", [path for path in SOURCES if path.name == "__init__.py"], ids=name)
def test_every_room_says_its_job(entrance: Path) -> None:
    assert (ast.get_docstring(ast.parse(entrance.read_text("utf-8"))) or "").strip()


def code(folder: Path) -> bool:
    return (folder / "__init__.py").exists()


def test_the_version_is_said_once_and_the_same() -> None:
    assert shutro.__version__ == PROJECT["project"]["version"]
