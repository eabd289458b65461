"""The form under which a word is looked up: its spelling folded, its ending taken off.

Only look-ups use it. What is shown is always the text itself.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Container
from importlib.resources import files

from shutro.bangla.kept import WORDS, kept

# Length of i and u, ণ/ন and ষ/স before another consonant, nasalisation and joiners are where spellings
# of one word differ; no two words of the data files are told apart by them alone.
_FOLDED = str.maketrans(
    {"ী": "ি", "ূ": "ু", "ঊ": "উ", "ঈ": "ই", "ণ": "ন", "ঁ": None}
    | dict.fromkeys("\u200c\u200d\u200e\u200f\ufeff\u00ad’‘'`´", None)
)

_DATA = tomllib.loads(files("shutro.bangla").joinpath("data/cases.toml").read_text(encoding="utf-8"))
ENDINGS = frozenset(
    unicodedata.normalize("NFC", ending + emphatic).translate(_FOLDED)
    for ending in ("", *_DATA["endings"])
    for emphatic in ("", *_DATA["emphatics"], "ঃ")  # ঃ is often typed for a colon
)
"""Every ending that a word may have, folded; the empty one among them."""
_LONGEST = max(map(len, ENDINGS))
_EMPHATICS = tuple(_DATA["emphatics"])
_LOCATIVE = tuple(unicodedata.normalize("NFC", ending) for ending in _DATA["locative"])


def is_locative(ending: str) -> bool:
    """Whether a folded case ending says where or when (ঢাকায়, ডিসেম্বরে, জানুয়ারিতেই)."""
    bare_ending = ending[:-1] if len(ending) > 1 and ending.endswith(_EMPHATICS) else ending
    return bare_ending.endswith(_LOCATIVE)


@kept(WORDS)
def fold(word: str) -> str:
    """The look-up form of one word."""
    folded = unicodedata.normalize("NFC", word).translate(_FOLDED).lower()
    if "ষ্" in folded:
        folded = folded.replace("ষ্", "স্")
    if "ুু" in folded or "িি" in folded or "াা" in folded:
        folded = folded.replace("ুু", "ু").replace("িি", "ি").replace("াা", "া")
    return folded


def bare(word: str, known: Container[str]) -> tuple[str, str] | None:
    """The longest stem of a folded `word` that is `known`, and the ending after it; None if there is none."""
    if word in known:
        return word, ""
    for length in range(1, min(_LONGEST, len(word) - 1) + 1):
        if word[:-length] in known and word[-length:] in ENDINGS:
            return word[:-length], word[-length:]
    return None
