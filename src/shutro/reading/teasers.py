"""What a page points at: the headlines of other articles, with their links and times."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import regex
from selectolax.lexbor import LexborHTMLParser, LexborNode

from shutro.bangla.bijoy import from_bijoy, is_bijoy
from shutro.bangla.script import has_bangla
from shutro.bangla.text import NotText, decode
from shutro.capture.source import captures
from shutro.errors import ShutroError, UndecodableCapture
from shutro.model import Capture
from shutro.reading.cues import cues
from shutro.reading.dates.lines import is_dated
from shutro.reading.page.blocks import Block, dump_blocks, study
from shutro.reading.page.page import is_html, shallow

if TYPE_CHECKING:
    from shutro.capture.web import Policy

_SPACE = regex.compile(r"\s+")
_TIME = regex.compile(r"[0-9\u09e6-\u09ef]")
_LEAST = 4  # words of a headline
_MOST = 25  # words of a headline in a dump
_LINE = 400  # characters of a line of a dump that may be a headline
_HEADING = "h1,h2,h3,h4,h5,h6"
_WHEN = "time,[class*=time i],[class*=date i],[class*=ago i]"  # what may hold a teaser's time
_LONGEST = 60  # characters of a time
_LINKS = 12  # links of one teaser: picture, section, headline, share
_UP = 4  # ancestors in which a teaser's time may stand


@dataclass(frozen=True, slots=True)
class Teaser:
    """A headline on a page, where it leads, and the time printed by it, as printed."""

    headline: str
    url: str | None
    time: str | None


def teasers(content: str, url: str | None = None) -> list[Teaser]:
    """The teasers of a page: of HTML each link once, of a text dump each line that reads like a headline.

    Lines of a dump have no addresses, and the headline of the page's own article is among them.
    """
    if not is_html(content, None):
        return _of_lines(study(dump_blocks(from_bijoy(content) if is_bijoy(content) else content)))
    raw = content.encode("utf-8", "replace")
    tree = LexborHTMLParser(shallow(content, raw), scripting=True)
    found: dict[str, Teaser] = {}
    inside: dict[int, int] = {}
    for link in tree.css("a[href]"):
        around = _around(link, inside)
        headline = _headline_of(link, around)
        if headline is None:
            continue
        href = link.attributes.get("href") or ""
        where = _absolute(url, href)
        if where is None:
            continue
        known = found.get(where)
        if known is None or len(headline) < len(known.headline):
            found[where] = Teaser(headline, where, _time_by(around))
    return list(found.values())


def _of_lines(blocks: list[Block]) -> list[Teaser]:
    """The headline-like lines, each with a date line or age right over or under it, which no two share."""
    found: dict[str, Teaser] = {}
    last = -1  # the time line that was given away last
    for i, block in enumerate(blocks):
        headline, when = _parted(block)
        if not _is_title(block, headline) or headline in found:
            continue
        if when is None:
            near = (j for j in (i + 1, i + 2, i - 1) if last < j < len(blocks) and _is_time(blocks[j]))
            at = next((j for j in near if not any(_is_title(b, b.text) for b in blocks[i + 1 : j])), -1)
            last = max(last, at)
            when = blocks[at].text if at >= 0 else None
        found[headline] = Teaser(headline, None, when)
    return list(found.values())


def _parted(block: Block) -> tuple[str, str | None]:
    """A line's headline and the age or day at its end: `… উদ্ধার ১২ ঘণ্টা আগে | দেশগ্রাম`."""
    match = cues().time_at_end.search(block.text) if len(block.text) <= _LINE else None
    return (block.text[: match.start()].rstrip(" |-–"), match[1]) if match else (block.text, None)


def _is_title(block: Block, text: str) -> bool:
    """Whether a line may be a headline: some words, no sentence, nothing asked, no date."""
    if not _LEAST <= text.count(" ") + 1 <= _MOST or block.prose or block.bangla < 0.35:
        return False
    if text.endswith(("।", "...", "…", "…]")) or (text == block.text and is_dated(block)):
        return False
    pick = cues()
    return not (pick.asks.search(text) or pick.credits(text) or pick.label.match(text))


def _is_time(block: Block) -> bool:
    return block.words <= 8 and (is_dated(block) or block.text.endswith(cues().ago_words))


def _text(node: LexborNode) -> str:
    return _SPACE.sub(" ", node.text(deep=True)).strip()


def _around(link: LexborNode, inside: dict[int, int]) -> list[LexborNode]:
    """The elements nearest around a link, as far as they hold no more links than one teaser has.

    `inside` remembers how many links an element holds.
    """
    found: list[LexborNode] = []
    node = link.parent
    while node is not None and len(found) < _UP:
        if node.mem_id not in inside:
            inside[node.mem_id] = len(node.css("a[href]"))
        if inside[node.mem_id] > _LINKS:
            break
        found.append(node)
        node = node.parent
    return found


def _headline_of(link: LexborNode, around: list[LexborNode]) -> str | None:
    """The headline that a link shows, or that it is laid over where it shows nothing itself."""
    if _is_headline(link):
        return _text(link.css_first(_HEADING) or link)
    if _text(link):
        return None
    for node in around:
        if headings := node.css(_HEADING):
            return _text(headings[0]) if len(headings) == 1 and _is_headline(headings[0]) else None
    return None


def _is_headline(node: LexborNode) -> bool:
    text = _text(node)
    return text.count(" ") + 1 >= _LEAST and len(text) <= 300 and has_bangla(text)


def _absolute(base: str | None, href: str) -> str | None:
    """The address that a link leads to, None when it is none of a page."""
    try:
        where = urljoin(base, href) if base else href
        return where if urlsplit(where).scheme in ("", "http", "https") else None
    except ValueError:
        return None


def _time_by(around: list[LexborNode]) -> str | None:
    """The time element, or what is named one, nearest around a link."""
    for node in around:
        if len({a.attributes.get("href") for a in node.css("a[href]") if _is_headline(a)}) > 1:
            return None  # what stands up here may be another teaser's
        if (time := node.css_first(_WHEN)) is not None:
            text = _text(time)
            given = time.attributes.get("datetime")
            if given or (_TIME.search(text) and len(text) <= _LONGEST):
                return text if _TIME.search(text) else given
    return None


def teasers_of_each(
    *sources: str | Path, policy: Policy | None = None
) -> Iterator[tuple[str, list[Teaser] | ShutroError]]:
    """The teasers of every page under the sources, or the error that says why it could not be read."""
    for capture in captures(*sources, policy=policy):
        if not isinstance(capture, Capture):
            yield capture.source, capture
            continue
        try:
            text = decode(capture.content).text
        except NotText as error:
            yield capture.source, UndecodableCapture(str(error), source=capture.source)
            continue
        yield capture.source, teasers(text, capture.url)
