"""The API's description of itself: OpenAPI 3.1 at `/api/openapi.json`."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI

from shutro.views.web.serving.problems import MEDIA_TYPE

_ABOUT = """What an archive of Bangla news holds, as JSON: stories with their timelines, threads, articles and
what was found in them. Every offset counts code points of an article's `text` and is half-open. What is
not known is null. Errors are problem documents (RFC 9457). It only reads, unless the server was started
with a token."""
_TAGS = {
    "about": "What is served, and since when.",
    "stories": "Reports of one event, and the timeline they tell.",
    "threads": "Stories tied by the same actors and matter.",
    "names": "People, organisations and places.",
    "outlets": "Who printed it.",
    "articles": "Reports, and what was found in them.",
    "search": "Finding, and checking whether a text was printed.",
    "notes": "A reader's own words.",
    "captures": "Pages into the archive.",
    "exports": "Stories in the formats people use.",
}


def describe(app: FastAPI) -> None:
    """Have the application describe its API so; FastAPI alone gives every answer as plain JSON too."""
    made = app.openapi

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            schema = made()
            schema["info"] |= {"description": " ".join(_ABOUT.split()), "title": "Shutro"}
            schema["tags"] = [{"name": name, "description": about} for name, about in _TAGS.items()]
            for ways in schema["paths"].values():
                for way in ways.values():
                    for answer in way["responses"].values():
                        if MEDIA_TYPE in answer.get("content", {}):
                            answer["content"].pop("application/json", None)
        found: dict[str, Any] = app.openapi_schema or {}
        return found

    app.openapi = described  # type: ignore[method-assign]
