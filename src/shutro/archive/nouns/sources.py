"""What the archive tells of watching: sources and hosts as they stand, frozen and read from columns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

SourceKind = Literal["feed", "sitemap", "section"]
SourceState = Literal["new", "well", "failing", "resting"]
HostState = Literal["failing", "resting"]
PageState = Literal["waiting", "kept", "passed", "gone", "failed", "old", "same"]
"""`waiting` was never had; `kept` is an article of the archive; `passed` is a page that is none; `gone` is
no longer there; `failed` was given up; `old` was there before watching began; `same` is another address of
a page that is known."""


@dataclass(frozen=True, slots=True)
class SourceCard:
    """One feed, sitemap or section page that is watched, and how it does.

    `asked` is when it was last asked, `answered` when it last answered well, `news` when it last listed
    something new, `due` when it is asked next. `listed` counts the pages it was first to list, `waiting`
    those of them not fetched yet, `passed` those that were no articles, `failed` those given up; `added`
    and `revised` what they brought to the archive. `reason` tells why it is failing or resting. `parent` is
    the sitemap index that names it; `followed` is False for a source that is no longer asked for.
    """

    address: str
    outlet: str
    kind: SourceKind
    state: SourceState
    due: datetime
    asked: datetime | None = None
    answered: datetime | None = None
    news: datetime | None = None
    reason: str | None = None
    failures: int = 0
    listed: int = 0
    waiting: int = 0
    added: int = 0
    revised: int = 0
    passed: int = 0
    failed: int = 0
    parent: str | None = None
    followed: bool = True


@dataclass(frozen=True, slots=True)
class HostCard:
    """A host that is left alone for now, until when and why."""

    host: str
    state: HostState
    until: datetime
    failures: int = 0
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class PageCard:
    """A page of the frontier: where it stands, what became of it, and when it is asked next, if ever."""

    address: str
    source: str
    state: PageState
    found: datetime
    due: datetime | None = None
    reason: str | None = None
    visits: int = 0
