"""The web application: the reader's pages, the API and the feeds over one archive."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, MutableMapping
from contextlib import asynccontextmanager
from importlib.resources import files
from threading import Thread
from typing import Any

from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool
from fastapi.middleware.gzip import GZipMiddleware
from fastapi.responses import Response
from fastapi.staticfiles import StaticFiles

from shutro.version import VERSION
from shutro.views.web import api
from shutro.views.web.api.description import describe
from shutro.views.web.errors import answer_errors, refuse
from shutro.views.web.pages import (
    about,
    article,
    check,
    feeds,
    front,
    name,
    notes,
    outlet,
    quarantine,
    search,
    sources,
    story,
    thread,
)
from shutro.views.web.serving.heads import Heads
from shutro.views.web.serving.language import ByAddress
from shutro.views.web.serving.limits import Limits
from shutro.views.web.serving.memory import Memory
from shutro.views.web.serving.preparing import Preparing
from shutro.views.web.serving.readings import Readings
from shutro.views.web.serving.state import Pool, Settings
from shutro.views.web.serving.warming import Warming

_VIEWS = (
    front, story, thread, name, outlet, article, search, check, quarantine, sources, notes, about, feeds, api,
)  # fmt: skip


class _Static(StaticFiles):
    """Our own files; one asked for by its hash may be kept for good."""

    async def get_response(self, path: str, scope: MutableMapping[str, Any]) -> Response:
        """The file, with how long it may be kept."""
        response = await super().get_response(path, scope)
        dated = scope["query_string"].startswith(b"v=") or path.startswith("fonts/")
        response.headers["cache-control"] = "public, max-age=31536000, immutable" if dated else "no-cache"
        return response


async def _open(pool: Pool, warming: Warming) -> None:
    """Load what pages need before any asks for an archive: all is there soonest when nothing is done beside
    it. Then let the running stories be prepared."""
    try:
        await run_in_threadpool(warming.load)
    finally:
        pool.fill()
    Thread(target=warming.run, daemon=True).start()


def _told(task: asyncio.Task[None]) -> None:
    """Raise what ended a task, for the loop to log now and not when the server stops."""
    if not task.cancelled():
        task.result()


def make_app(settings: Settings) -> FastAPI:
    """The application for `settings`; an ASGI app for any server."""

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        pool = app.state.pool = Pool(settings.where, settings.archives)
        app.state.readings = Readings(settings)
        tasks = [asyncio.create_task(app.state.readings.keep())]
        app.state.preparing = Preparing(settings.where, settings.at_once)
        warming = Warming(settings, app.state.preparing)
        if settings.warm:
            tasks.append(asyncio.create_task(_open(pool, warming)))
        else:
            pool.fill()
        for task in tasks:
            task.add_done_callback(_told)
        yield
        warming.stop()
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
        app.state.preparing.stop()
        app.state.pool.close()

    app = FastAPI(
        title="Shutro", version=VERSION, openapi_url="/api/openapi.json",
        docs_url=None, redoc_url=None, lifespan=life,
    )  # fmt: skip
    app.state.settings = settings
    app.state.memory = Memory()
    app.state.timelines = Memory(64)
    describe(app)
    answer_errors(app)
    for view in _VIEWS:
        app.include_router(view.router)
    static = files("shutro.views.web") / "static"
    app.mount("/static", _Static(directory=str(static)), name="static")
    # The last added stands outermost: the language comes off the path before anything looks at it.
    app.add_middleware(GZipMiddleware, minimum_size=1024)
    app.add_middleware(Limits, settings=settings, refuse=refuse)
    app.add_middleware(ByAddress)
    app.add_middleware(Heads)
    return app
