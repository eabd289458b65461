from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.web.api_serving import QUICK, serving
from tests.web.newsroom import stock

from shutro.views.web.serving.state import Settings

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of `newsroom.py`."""
    where = tmp_path_factory.mktemp("newsroom") / "news.db"
    stock(where)
    return where


@pytest.fixture(scope="session")
def site(newsroom: Path) -> Iterator[str]:
    """That archive, served on a real socket; its address."""
    with serving(Settings(newsroom, counted=0.2, **QUICK)) as address:
        yield address


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Open]:
    """Opens pages of the site; at the end nothing may have been asked elsewhere and nothing complained."""
    contexts, asked, said = [], [], []

    def open_page(path: str = "/", *, quiet: bool = True, **options: object) -> Page:
        context = browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        if quiet:
            page.on("console", lambda message: said.append(f"{message.text} at {page.url}"))
            page.on("pageerror", lambda error: said.append(f"{error} at {page.url}"))
        page.goto(site + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [url for url in asked if not url.startswith(site)] == []
    assert said == []
