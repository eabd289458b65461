"""What months and weekdays are called, each in its order: January, Boishakh and Monday first."""

from __future__ import annotations

import tomllib
from importlib.resources import files

_DATA = tomllib.loads(files("shutro.bangla").joinpath("data/calendar.toml").read_text(encoding="utf-8"))

GREGORIAN_MONTHS: tuple[str, ...] = tuple(_DATA["months"])
BENGALI_MONTHS: tuple[str, ...] = tuple(_DATA["bengali_months"])
WEEKDAYS: tuple[str, ...] = tuple(_DATA["weekdays"])
