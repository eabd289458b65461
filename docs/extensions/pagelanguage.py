"""A page with `language: bn` in its front matter is told to browsers and screen readers as Bangla."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx


def _tell(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.Node | None) -> None:
    told = app.env.metadata.get(page, {}).get("language")
    if told:
        context["language"] = told


def setup(app: Sphinx) -> dict[str, bool]:
    """Look at each page before it is written."""
    app.connect("html-page-context", _tell)
    return {"parallel_read_safe": True}
