"""Words and sentences of Bangla text, as spans of it.

A word keeps its vowel signs, hasanta and joiners. A compound joined by a hyphen is as many words as
it has parts, so that কিম-পুতিনের is two names and ঢাকা-১৩ a place and a number; an ending written
after an apostrophe or a closing mark (বিএনপি'র, ‘আলো’কে) stays with its word.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

import regex

from shutro.bangla.kept import WORDS, kept
from shutro.span import Span

_ENDING = r"(?:র|এর|কে|তে|য়|য\u09bc|তেও|রও|কেও|ের|এ|দের|রা|ই|ও|সহ)"
_LETTERS = r"[\p{L}\p{M}\u200c\u200d]"
_WORD = regex.compile(
    rf"""
      (?:https?://|www\.)[^\s<>“”‘’"।৷]+                          # an address
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                               # a mailbox
    | \p{{Nd}}+(?:[.,:/]\p{{Nd}}+)*(?:{_LETTERS}+(?:['’]{_ENDING}(?!{_LETTERS}))?)?   # ১,২০০.৫০ ১০:৩০ ৫টি
    | \p{{L}}{_LETTERS}*                                         # a plain word, and what may follow it:
      (?: \p{{Nd}}+{_LETTERS}*                                   #   জি২০
        | ['’](?:{_ENDING}(?!{_LETTERS})|(?<=[A-Za-z]['’])[A-Za-z]+)   # বিএনপি'র, don't
        | (?<=(?<!{_LETTERS}){_LETTERS}{{1,4}})\.(?=\p{{L}}){_LETTERS}+  # আ.লীগ, এ.কে.এম
      )*
    """,
    regex.VERBOSE,
)
_LETTERS_ALONE = regex.compile(rf"{_LETTERS}++")
# What most pieces are: one word of letters alone, and a mark or two that no word begins or goes on with.
_PLAIN = regex.compile(rf"(\p{{L}}{_LETTERS}*+)[,;:।?!)”‘“]*+")
_STOP = regex.compile(
    r"(?:[।॥৷]|[?!](?![A-Za-z0-9&=/])|(?<=\p{Bengali})\|(?=\s|$))+|(?:\.{3,}|…)(?=\s|$|[\"'”’»)\]])|(?<=\p{Bengali})\.(?=\s|$|[\"'”’»])|\n+"
)
_CLOSING = regex.compile(r"[\"'”’»)\]]*")
_TAIL = regex.compile(r"[\p{L}\p{M}\u200c\u200d]+$")


@cache
def _data() -> dict[str, list[str]]:
    text = resources.files("shutro.bangla").joinpath("data/abbreviations.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def abbreviations() -> frozenset[str]:
    """The words that a full stop may follow inside a sentence, without the stop."""
    return frozenset(word for group in _data().values() for word in group)


@cache
def letters() -> frozenset[str]:
    """The Bangla names of the Latin letters, as initials are written with them."""
    return frozenset(_data()["letters"])


def is_plain(piece: str) -> bool:
    """Whether what stands between two spaces is letters alone: one word, and nothing else to look for."""
    return _LETTERS_ALONE.fullmatch(piece) is not None


def words(text: str) -> list[Span]:
    """Every word of `text`, in order: Bangla and other letters, numbers, web addresses."""
    return [Span(start, end) for start, end in extents(text)]


def extents(text: str) -> list[tuple[int, int]]:
    """The starts and ends of `words`, where a span apiece would cost too much."""
    out: list[tuple[int, int]] = []
    at = 0
    for piece in text.split(" "):
        if piece:
            out += [(at + start, at + end) for start, end in _extents(piece)]
        at += len(piece) + 1
    return out


@kept(WORDS)
def _extents(piece: str) -> tuple[tuple[int, int], ...]:
    """The words of what stands between two spaces, which no word goes over: most pieces come again."""
    if plain := _PLAIN.fullmatch(piece):
        return _whole(plain.end(1))
    return tuple([match.span() for match in _WORD.finditer(piece)])


@cache
def _whole(length: int) -> tuple[tuple[int, int]]:
    """The only word of a piece that begins with it: one for all words as long."""
    return ((0, length),)


def sentences(text: str) -> list[Span]:
    """The sentences of `text`, in order, trimmed of white space.

    A line break always ends one; ।, ৷ (the currency sign that stands for it), ?, ! and ॥ do, with
    the closing marks after them, wherever they stand; a full stop only after a whole Bangla word
    that is no abbreviation. What goes on with a comma or a dash after a quoted stop (‘কেন?’, বলেন
    তিনি) is one sentence.
    """
    spans: list[Span] = []
    at = 0
    for match in _STOP.finditer(text):
        if match.start() < at:
            continue
        stop = match.end()
        if text[match.start()] != "\n":
            if (
                text[match.start()] == "."
                and match.end() - match.start() == 1
                and _abbreviated(text, match.start())
            ):
                continue
            stop = _closing(text, stop)
            if text[stop : stop + 1] in {",", "—", "–", ";"}:
                continue
        _keep(text, at, stop, spans)
        at = stop
    _keep(text, at, len(text), spans)
    return spans


def _closing(text: str, stop: int) -> int:
    """The end of the closing marks after a stop; a mark that opens the next sentence stays with it."""
    match = _CLOSING.match(text, stop)
    end = match.end() if match else stop
    # A straight quote stands on both sides: right before a letter it opens.
    while end > stop and text[end - 1] in "\"'" and text[end : end + 1].isalpha() and end - stop > 1:
        end -= 1
    return end


def _abbreviated(text: str, dot: int) -> bool:
    tail = _TAIL.search(text, max(0, dot - 40), dot)
    word = tail.group() if tail else ""
    return len(word) < 4 or word in abbreviations()


def _keep(text: str, start: int, stop: int, spans: list[Span]) -> None:
    piece = text[start:stop]
    if bare := piece.strip():
        start += len(piece) - len(piece.lstrip())
        spans.append(Span(start, start + len(bare)))
