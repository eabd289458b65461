"""Search that keeps a Bangla word whole.

Sphinx cuts words at everything that is no letter or digit, on both sides, and a Bangla vowel sign is
neither. Here marks and joiners belong to the word. English words are stemmed as they are everywhere;
Bangla ones stand as printed, and are found whole or by any part of three signs or more.
"""

from __future__ import annotations

import regex
from sphinx.application import Sphinx
from sphinx.search.en import SearchEnglish

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}_\u200c\u200d]+")


class WordSearch(SearchEnglish):
    """English stemming over words of any script."""

    js_splitter_code = r"""
var splitQuery = (query) => query.split(/[^\p{L}\p{M}\p{N}_\u200c\u200d]+/gu).filter((term) => term);
"""

    def split(self, input: str) -> list[str]:
        """The words of a text."""
        return _WORD.findall(input)


def setup(app: Sphinx) -> dict[str, bool]:
    """Take the place of the search for English."""
    app.add_search_language(WordSearch)
    return {"parallel_read_safe": True}
