"""The address of everything the reader shows. Addresses last: change none, add."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import quote, urlencode

import regex
from fastapi import Request

from shutro.model import Evidence
from shutro.span import Span

_HOST = regex.compile(r"[\w.-]+(:\d+)?|\[[\da-fA-F:.]+\](:\d+)?")


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses under `prefix`, the language's part of the path."""

    prefix: str = ""

    def __call__(self, path: str, **asked: object) -> str:
        """A path of ours with what is asked of it; None and empty values are left out."""
        return f"{self.prefix}{path}{query(asked)}"

    def story(self, id: str, part: str = "", **asked: object) -> str:
        """A story, or a part of it: `numbers`, `said`, `actors`, `reports`."""
        return self(f"/story/{quote(id, safe='')}{'/' + part if part else ''}", **asked)

    def line(self, story: str, key: str) -> str:
        """A line of a story's timeline on the story's page."""
        return f"{self.story(story)}#{key}"

    def thread(self, id: str) -> str:
        """A thread."""
        return self(f"/thread/{quote(id, safe='')}")

    def article(self, id: str, span: Span | None = None) -> str:
        """An article; with `span`, opened at those characters."""
        path = f"/article/{quote(id, safe='')}"
        return f"{self(path, s=f'{span.start}-{span.end}')}#s" if span is not None else self(path)

    def changes(self, id: str) -> str:
        """What changed in an article from revision to revision."""
        return self(f"/changes/{quote(id, safe='')}")

    def cited(self, evidence: Evidence) -> str:
        """The article of a sentence, opened at it."""
        return self.article(evidence.article, evidence.span)

    def name(self, canonical: str, **asked: object) -> str:
        """A person, an organisation or a place: one kind of address, for the kind may be learnt better."""
        return self(f"/name/{quote(canonical, safe='')}", **asked)

    def outlet(self, name: str, **asked: object) -> str:
        """An outlet."""
        return self(f"/outlet/{quote(name, safe='')}", **asked)

    def static(self, name: str) -> str:
        """A file of ours, with its hash, so that a browser may keep it for good."""
        return f"/static/{name}?v={_digest(name)}"


def query(asked: Mapping[str, object]) -> str:
    """`?a=1&b=2`, or nothing where nothing is asked."""
    kept = {name: value for name, value in asked.items() if value not in (None, "", False)}
    return f"?{urlencode(kept)}" if kept else ""


def site_of(request: Request) -> str:
    """Scheme and host as the reader called us; empty where that cannot be a host."""
    host = request.headers.get("host", "")
    return f"{request.url.scheme}://{host}" if _HOST.fullmatch(host) else ""


@cache
def _digest(name: str) -> str:
    content = (files("shutro.views.web") / "static").joinpath(*name.split("/")).read_bytes()
    return hashlib.sha256(content).hexdigest()[:10]
