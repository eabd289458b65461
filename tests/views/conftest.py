from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.views.ferry import ARTICLES, ENTRIES

from shutro.views.exhibit import Exhibit, exhibit

QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@pytest.fixture
def story() -> Exhibit:
    """The four lines over the three articles."""
    return exhibit(ENTRIES, ARTICLES, sources={"a-ferry": "pages/1.txt"}, title="বকুলতলায় ট্রলারডুবি")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The distribution's Chromium; `scripts/test` installs it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(QUIET))
        yield browser
        browser.close()
