"""Keys: what a text is searched and compared by, with a way back to the text itself.

A key is never shown. `search_key` folds what two typists write differently (composed and decomposed
nukta, joiners, ৎ and ত্, digits, marks); `sound_key` folds what two papers spell differently
(ভ/ব, শ/ষ/স, ই/ঈ, জ/য, ণ/ন, ো); `skeleton` keeps the consonants alone.
"""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources

import regex

from shutro.bangla.kept import WORDS, kept
from shutro.span import Span

_NUKTA = {"\u09a1": "\u09dc", "\u09a2": "\u09dd", "\u09af": "\u09df", "\u09ac": "\u09b0"}
_JOINED = {("\u09c7", "\u09be"): "\u09cb", ("\u09c7", "\u09d7"): "\u09cc", ("\u0985", "\u09be"): "\u0986"}
_IGNORED = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad")
_APOSTROPHES = frozenset("'’ʼ`")
_HASANTA = "\u09cd"


@dataclass(frozen=True, slots=True)
class Key:
    """A folded text: `offsets[i]` is where character `i` of `text` comes from in the original.

    `offsets` has one more item than `text` has characters: the end of the last one.
    """

    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The part of the original that `text[start:end]` was folded from, its marks included."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"not a part of the key: {start}..{end}")
        return Span(self.offsets[start], self.offsets[end])


def search_key(text: str) -> Key:
    """Fold `text` for search; words are parted by single spaces. Folding a key again changes nothing."""
    out: list[str] = []
    offsets: list[int] = []
    end = 0
    for at, char in enumerate(text):
        for folded in _fold(char, out):
            if folded == " ":
                _close(out, offsets)
                if not out or out[-1] == " ":
                    continue
            out.append(folded)
            offsets.append(at)
        if char not in _IGNORED and not char.isspace():
            end = at + 1
    _close(out, offsets)
    while out and out[-1] == " ":
        out.pop()
        end = offsets.pop()
    return Key("".join(out), (*offsets, max(end, offsets[-1] + 1 if offsets else 0)))


class _Folding(dict[int, str]):
    """What each character becomes where its neighbours do not matter, worked out once a character."""

    def __missing__(self, code: int) -> str:
        out: list[str] = []
        self[code] = "".join(_fold(chr(code), out))
        return self[code]


_FOLDING = _Folding()
_PAIRS = (*((base + "\u09bc", letter) for base, letter in _NUKTA.items()), ("\u09bc", ""))
_PAIRS += tuple(("".join(parts), whole) for parts, whole in _JOINED.items())
_SKIPPED = regex.compile("[" + "".join(sorted(_IGNORED | _APOSTROPHES)) + "]")
_DANGLING = regex.compile(r"[\u09cd\u0983]+(?= |$)")


@kept(WORDS)
def folded(text: str) -> str:
    """The text of `search_key(text)`, without the way back: many times faster."""
    if _SKIPPED.search(text):
        text = _SKIPPED.sub("", text)
    for pair, whole in _PAIRS:
        if pair in text:
            text = text.replace(pair, whole)
    key = " ".join(text.translate(_FOLDING).split())
    if "\u09cd" in key or "\u0983" in key:
        key = " ".join(_DANGLING.sub("", key).split())
    return key


def _fold(char: str, out: list[str]) -> str:
    """What `char` adds to the key; may rewrite the last character of `out`."""
    if char in _IGNORED or char in _APOSTROPHES:
        return ""
    if "\u0980" <= char <= "\u09ff":
        last = out[-1] if out else ""
        if char == "\u09bc":
            if last in _NUKTA:
                out[-1] = _NUKTA[last]
            return ""
        if joined := _JOINED.get((last, char)):
            out[-1] = joined
            return ""
        if char == "\u09ce":
            return "\u09a4\u09cd"
        if char in "।॥৷":
            return " "
        if "\u09e6" <= char <= "\u09ef":
            return chr(ord(char) - 0x09E6 + 0x30)
        return char if unicodedata.category(char)[0] in "LMN" else " "
    if char.isalnum() or unicodedata.category(char)[0] == "M":
        return "".join(
            c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in char.casefold()
        )
    return " "


def _close(out: list[str], offsets: list[int]) -> None:
    """Take the ending off a finished word that is written with and without it: হঠাৎ/হঠাত, মোঃ/মো."""
    while out and out[-1] in (_HASANTA, "\u0983"):
        out.pop()
        offsets.pop()


_DOUBLED = regex.compile(r"(\p{L})\1+")
_VOWELS = regex.compile(r"[\u09be-\u09cd\u09d7অআইউএঐওঔ]")


@cache
def _sounds() -> tuple[tuple[tuple[str, str], ...], dict[int, str], dict[int, str]]:
    """The clusters, the signs and the coarse signs of `data/sounds.toml`, by their search keys."""
    text = resources.files("shutro.bangla").joinpath("data/sounds.toml").read_text("utf-8")
    data = tomllib.loads(composed(text))
    signs = data["signs"] | data["vowels"]
    return tuple(map(tuple, data["clusters"])), str.maketrans(signs), str.maketrans(data["coarse"])


def composed(text: str) -> str:
    """The text with every nukta letter as one character, as search keys have it."""
    for base, letter in _NUKTA.items():
        text = text.replace(base + "\u09bc", letter)
    return text


@kept(WORDS)
def sound_key(word: str) -> str:
    """How a name sounds, whatever it is spelt like: নিকলাস and নিকোলাস, শামীম and সামিম share a key.

    Spaces and hyphens are dropped: আল জাজিরা is আলজাজিরা.
    """
    clusters, signs, _ = _sounds()
    key = folded(word).replace(" ", "")
    for cluster, sound in clusters:
        if cluster in key:
            key = key.replace(cluster, sound)
    return _DOUBLED.sub(r"\1", key.translate(signs))


@kept(WORDS)
def skeleton(word: str) -> str:
    """The consonants of a name, those that foreign names waver between folded: ভস্তোচনি, ভোস্টোচনি."""
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", sound_key(word).translate(_sounds()[2])))
