"""Stories as one self-contained HTML page: no script, no network, nothing but the file.

The text of articles is never trusted: all of it is escaped, and the page's own policy lets a browser
load nothing and run nothing but the one style sheet whose hash it names.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from shutro.model import Evidence
from shutro.views import days
from shutro.views.exhibit import Exhibit, Line, opposed, sides, terse
from shutro.views.labels import Labels
from shutro.views.marking import mark


@dataclass(frozen=True, slots=True)
class Remark:
    """A reader's own words, and the words they stand on."""

    text: str
    on: str


def to_page(
    exhibits: Sequence[Exhibit], say: Labels, version: str, notes: Sequence[Sequence[Remark]] = ()
) -> str:
    """The stories as an HTML document, the same for the same stories, byte for byte.

    `notes` are those a reader made on each story, if any were.
    """
    css = (files("shutro.views") / "templates" / "page.css").read_text("utf-8")
    return (
        environment()
        .get_template("page.html")
        .render(
            exhibits=exhibits,
            notes=notes or [()] * len(exhibits),
            marked=[[mark(exhibit, page) for page in exhibit.pages] for exhibit in exhibits],
            say=say,
            days=days,
            chain=chain,
            outlets=outlets,
            sides=sides,
            opposed=opposed,
            terse=terse,
            link=safe_link,
            css=css,
            policy=policy(css),
            version=version,
        )
    )


def policy(css: str) -> str:
    """A Content-Security-Policy that allows the style sheet `css` and nothing else."""
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def chain(evidence: Evidence, say: Labels) -> list[str]:
    """From the paper back to the mouth: the outlet first, the innermost source last."""
    outlet = evidence.outlet or say("unknown_outlet")
    return [outlet, *reversed([name for name in evidence.chain if name != evidence.outlet])]


def outlets(line: Line, say: Labels) -> list[str]:
    """Who carries the line, each once; pages of unknown outlets are said to be so."""
    return list(dict.fromkeys(e.outlet or say("unknown_outlet") for e in line.entry.evidence))


def safe_link(url: str | None) -> str | None:
    """The address if a reader may be sent there: http and https only."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


@cache
def environment(package: str = "shutro.views") -> Environment:
    """The templates of a package: all text is escaped, and a value that is not given is an error."""
    return Environment(
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
