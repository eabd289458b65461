"""The data files of this room."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any


def load(name: str) -> dict[str, Any]:
    """The file `data/NAME.toml`, read anew: whoever asks keeps what it makes of it."""
    return tomllib.loads(resources.files("shutro.archive").joinpath(f"data/{name}.toml").read_text("utf-8"))
