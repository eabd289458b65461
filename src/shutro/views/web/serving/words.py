"""The words of the reader: `texts/LANGUAGE.toml` over the labels that all views share."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from shutro.views.labels import Labels, Language, labels


@cache
def words(language: Language) -> Labels:
    """The labels of a language, those of the reader among them."""
    shared = labels(language)
    source = files("shutro.views.web") / "texts" / f"{language}.toml"
    own = tomllib.loads(source.read_text("utf-8"))
    tables = {kind: words for kind, words in own.items() if isinstance(words, dict)}
    tables[""] = {key: words for key, words in own.items() if isinstance(words, str)}
    return Labels(
        language,
        {kind: shared.tables.get(kind, {}) | tables.get(kind, {}) for kind in shared.tables | tables},
        shared.months,
        shared.weekdays,
        shared.bengali_months,
    )
