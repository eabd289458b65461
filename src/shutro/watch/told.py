"""What a watcher tells of its work, as it happens."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Literal

Kind = Literal[
    "looked", "unchanged", "added", "revised", "known", "same", "passed", "gone", "failed", "resting", "grown"
]


Of = Literal["page", "source", "host", "archive"]


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that happened, and what `of`. `address` is its address, `text` a headline or a reason.

    `looked`: a source listed `listed` pages, `new` of them new. `unchanged`: not modified since last time.
    `added`, `revised`, `known`: what a page brought. `same`: another address of a page that is known.
    `passed`: a page that is no article. `gone`, `failed`: a page or source that gave nothing this time.
    `resting`: a host or source that is left alone for long. `grown`: `new` articles were understood and put
    into stories.
    """

    kind: Kind
    of: Of
    at: datetime
    outlet: str = ""
    address: str = ""
    text: str = ""
    listed: int = 0
    new: int = 0

    def json(self) -> str:
        """One line of JSON."""
        row = {name: value for name, value in asdict(self).items() if value not in ("", 0)}
        return json.dumps({**row, "at": self.at.isoformat(timespec="seconds")}, ensure_ascii=False)


Tell = Callable[[Told], None]
