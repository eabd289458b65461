"""The web application: the reader's pages, the API and the feeds over one archive."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from shutro import __version__
from shutro.views.web.state import Pool, Settings


def make_app(settings: Settings) -> FastAPI:
    """The application for `settings`; an ASGI app for any server."""

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        app.state.pool = Pool(settings.where, settings.archives)
        yield
        app.state.pool.close()

    app = FastAPI(
        title="Shutro", version=__version__, openapi_url="/api/openapi.json",
        docs_url=None, redoc_url=None, lifespan=life,
    )  # fmt: skip
    app.state.settings = settings
    return app
