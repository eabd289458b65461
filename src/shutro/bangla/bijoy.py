"""Bijoy text, Bangla typed as Latin signs for a font of its own, recognised and turned into Unicode."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import regex

_BANGLA = regex.compile(r"[\u0980-\u09ff]")
_LETTER = regex.compile(r"[A-Za-z_`]")
_E_SIGN = regex.compile(r"[†‡]")  # the sign of e: in every third word of Bijoy, in no English one
_CLUSTER = r"[\u0995-\u09b9\u09ce\u09dc-\u09df](?:\u09bc)?(?:\u09cd[\u0995-\u09b9\u09dc-\u09df](?:\u09bc)?)*"
_FRONT = regex.compile(rf"([িেৈ])({_CLUSTER})")
_REPH = regex.compile(rf"({_CLUSTER})([ািীুূৃেৈোৌৗ]?)\ue000")
_TOKEN = regex.compile(r"\S+")
_ADDRESS = regex.compile(r"https?://|www\.|[\w.-]+@[\w-]+\.\w|\w\.(?:com|net|org|info|gov|edu|bd)\b", regex.I)
_ENGLISH = regex.compile(r"[(\[\"']*([A-Z]?[a-z]{2,})(?:'s)?[)\]\"',.;:!?|]*")
_UNSIGNED = regex.compile(r"[A-Za-u][a-u]{4,}")  # v to z are the signs of aa, i, ii, u, uu
_UNSPELT = regex.compile(
    r"[r-u]{2}|[r-u][vxyz]|[vxyz]{2}|^[r-vx-z]|w(?:[r-z]|$)|t[a-z]*t|^[B-J][vxyz]|r[a-z]*r"
)
_LEAST = 40  # letters that tell


def is_bijoy(text: str) -> bool:
    """Whether a text is Bijoy: hardly a Bangla letter, the signs of *e* and *aa* as often as in Bangla.

    In Bangla every tenth letter or so is *aa*, typed `v`, and *e* is nearly as frequent; in English
    prose one letter in a hundred is a v.
    """
    sample = text[:20_000]
    marks = len(_E_SIGN.findall(sample))
    if not marks:
        return False
    letters = len(_LETTER.findall(sample))
    if letters < _LEAST or len(_BANGLA.findall(sample)) > 0.05 * letters:
        return False
    return marks > 0.01 * letters and sample.count("v") > 0.05 * letters


def from_bijoy(text: str) -> str:
    """The text in Unicode; addresses and English words among the Bangla ones stay as they are.

    Only for text that `is_bijoy`: what is not plainly English it takes for Bangla.
    """
    pattern, table = _table()

    def convert(match: regex.Match[str]) -> str:
        word = match.group()
        if word.isascii() and is_latin(word):
            return word
        return _joined(pattern.sub(lambda m: table[m.group()], word))

    return _TOKEN.sub(convert, text)


def _joined(typed: str) -> str:
    """Signs that are typed before their letter put behind it, as Unicode has them."""
    typed = typed.replace("\u09cd\u09cd", "\u09cd")
    typed = _FRONT.sub(r"\2\1", typed)
    typed = _REPH.sub(lambda m: f"র্{m.group(1)}{m.group(2)}", typed)
    return typed.replace("\ue000", "র্").replace("ো", "ো").replace("ৌ", "ৌ")


def is_latin(word: str) -> bool:
    """Whether a word among Bijoy ones is an address, or English by its shape and spelling.

    English has capitals at its head only. Read as Bijoy its letters spell what Bangla never does: five
    of them without a vowel sign, a vowel sign after another or after a final sign (ৎ ং ঃ ঁ), which
    the common r, s, t and u stand for.
    """
    if _ADDRESS.search(word):
        return True
    match = _ENGLISH.fullmatch(word)
    if match is None:
        return False
    return _UNSIGNED.fullmatch(match[1]) is not None or _UNSPELT.search(match[1]) is not None


@cache
def _table() -> tuple[regex.Pattern[str], dict[str, str]]:
    """What to replace with what, the longest first; reph gets a mark of its own until it is in place."""
    data = tomllib.loads(files("shutro.bangla").joinpath("data/bijoy.toml").read_text(encoding="utf-8"))
    table: dict[str, str] = {}
    for part in ("letters", "signs", "joined", "heads", "tails"):
        table |= data[part]
    table["©"] = "\ue000"
    keys = sorted(table, key=len, reverse=True)
    return regex.compile("|".join(map(regex.escape, keys))), table
