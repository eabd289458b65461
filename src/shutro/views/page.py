"""Stories as one self-contained HTML page: no script, no network, nothing but the file.

The text of articles is never trusted: all of it is escaped, and the page's own policy lets a browser
load nothing and run nothing but the one style sheet whose hash it names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

from shutro.views import days
from shutro.views.chains import chain, outlets
from shutro.views.contests import contests
from shutro.views.exhibit import Exhibit
from shutro.views.html import environment, policy, safe_link
from shutro.views.labels import Labels
from shutro.views.marking import mark
from shutro.views.tellings import tellings


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
            contests=contests,
            tellings=tellings,
            link=safe_link,
            css=css,
            policy=policy(css),
            version=version,
        )
    )
