"""The site builds without a warning, is whole, leads nowhere wrong and fetches nothing."""

from __future__ import annotations

import subprocess
import sys
import zlib
from contextlib import closing
from functools import cache
from inspect import isclass
from pathlib import Path
from urllib.parse import unquote

import pytest
import regex
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser
from tests.docs.pages import DOCS, PAGES, ROOT

import shutro
from shutro import errors
from shutro.archive.store import Archive
from shutro.cli.main import COMMANDS, _load
from shutro.errors import ShutroError


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site, by the options of `scripts/docs`."""
    folder = tmp_path_factory.mktemp("site")
    options = regex.search(r"-m sphinx (.*?) -d ", (ROOT / "scripts" / "docs").read_text("utf-8"))[1].split()
    assert "-W" in options
    ran = subprocess.run(
        [sys.executable, "-m", "sphinx", *options, "-d", folder / "doctrees", DOCS, folder / "html"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    return folder / "html"


@cache
def parsed(page: Path) -> LexborHTMLParser:
    return LexborHTMLParser(page.read_text("utf-8"))


@cache
def anchors(page: Path) -> frozenset[str]:
    return frozenset(node.attributes["id"] or "" for node in parsed(page).css("[id]"))


def test_every_page_is_in_the_site_and_in_its_menu(site: Path) -> None:
    menu = {node.attributes["href"] for node in parsed(site / "index.html").css(".sidebar-tree a")}
    for page in {*PAGES, DOCS / "reference" / "python.rst"} - {DOCS / "index.md"}:
        assert str(page.relative_to(DOCS).with_suffix(".html")) in menu


def test_every_link_and_anchor_leads_somewhere(site: Path) -> None:
    broken = []
    for page in site.rglob("*.html"):
        for node in parsed(page).css("a[href], img[src], link[href], script[src]"):
            link = node.attributes.get("href") or node.attributes.get("src") or ""
            if "://" in link or link.startswith(("mailto:", "data:")):
                continue
            path, _, anchor = unquote(link.partition("?")[0] if "?" in link else link).partition("#")
            there = (page.parent / path).resolve() if path else page
            if not there.is_file() or (anchor and there.suffix == ".html" and anchor not in anchors(there)):
                broken.append(f"{page.relative_to(site)}: {link}")
    assert not broken


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    for page in site.rglob("*.html"):
        for node in parsed(page).css("script[src], link[href], img[src], iframe, source"):
            assert "://" not in (node.attributes.get("src") or node.attributes.get("href") or "")
    for sheet in site.rglob("*.css"):
        assert not regex.search(r"(?:@import|url\()\s*[\"']?https?:", sheet.read_text("utf-8"))


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_described_with_all_its_options(command: str, site: Path) -> None:
    shown = parsed(site / "reference" / "commands.html").css_first(f"section#shutro-{command}")
    assert COMMANDS[command] in shown.text()
    assert f"shutro {command} " in "".join(pre.text() for pre in shown.css("pre")) or command == "serve"
    rows = shown.css("tbody tr")
    params = _load(command).params
    assert len(rows) == len(params)
    for row, param in zip(rows, params, strict=True):
        names, about, _ = (cell.text() for cell in row.css("td"))
        assert all(option in names for option in param.opts if option.startswith("-"))
        assert len(about) > 10, f"{command}: {param.name} is not described"


def test_every_public_name_stands_in_the_reference(site: Path) -> None:
    inventory = (site / "objects.inv").read_bytes().split(b"\n", 4)[4]
    shown = {line.split(" ")[0] for line in zlib.decompress(inventory).decode().splitlines()}
    named = {f"shutro.{each}" for each in shutro.__all__ if each != "__version__"}
    assert not named - shown
    tree = {each for each, found in vars(errors).items() if isclass(found) and issubclass(found, ShutroError)}
    private = {each for each in tree if each.startswith("_")}
    assert not {each for each in tree - private if not {f"shutro.{each}", f"shutro.errors.{each}"} & shown}
    doors = {each for each in dir(Archive) if not each.startswith("_")}
    assert not {each for each in doors if f"shutro.archive.store.Archive.{each}" not in shown}


def test_a_page_in_bangla_says_so(site: Path) -> None:
    def language(page: str) -> str | None:
        return parsed(site / page).css_first("html").attributes["lang"]

    assert language("first-story-bn.html") == "bn"
    assert language("first-story.html") == "en"


def searched(query: str, site: Path, browser: Browser) -> list[str]:
    """The titles that the site's own search finds."""
    with closing(browser.new_page()) as page:
        page.goto(f"{(site / 'search.html').as_uri()}?q={query}")
        page.wait_for_function(
            "/finished|did not match/.test(document.querySelector('#search-results').innerText)"
        )
        return page.locator("#search-results ul.search > li > a").all_inner_texts()


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("পুনর্মুদ্রণ", "পাঁচ মিনিটে প্রথম ঘটনাপঞ্জি"),
        ("দিবাগত", "Times"),
        ("photocards", "Check a photocard"),
    ],
)
def test_a_search_finds_a_word_of_either_language(
    query: str, title: str, site: Path, browser: Browser
) -> None:
    assert title in searched(query, site, browser)


def test_a_search_does_not_take_a_bangla_word_to_pieces(site: Path, browser: Browser) -> None:
    assert searched("লঞ্চ", site, browser)
    assert not searched("লঞ চ", site, browser)  # what is left of it when it is cut at its hasanta
