"""Which blocks of the article's stretch are its body: each is judged by its shape and its neighbours."""

from __future__ import annotations

import regex

from shutro.reading.body.ending import (
    INTRO,
    is_advert,
    is_item,
    is_list,
    is_numbered,
    is_sign,
    without_trailer,
)
from shutro.reading.body.stretches import Stretch
from shutro.reading.cues import cues
from shutro.reading.dates.lines import is_clock, is_dated
from shutro.reading.facts import is_fact
from shutro.reading.matter import telling
from shutro.reading.page.blocks import (
    AROUND,
    ASIDE,
    BYLINE,
    CAPTION,
    COMMENT,
    OUTSIDE,
    PULL,
    QUOTE,
    RELATED,
    SHARE,
    STRONG,
    TABLE,
    TAGS,
    Block,
)

_NUMBER = regex.compile(r"^[\W\d\u09e6-\u09ef]+$")
_WRAPPING = "‘’“”\"' ।.…—–-"
_FACTS = 3  # lines of label and value that an article may open with
_NEAR = 15  # pieces of prose around one in which what it repeats may stand


def body(blocks: list[Block], stretch: Stretch, kept: set[int], known: frozenset[str]) -> list[int]:
    """The numbers of the body blocks in a stretch, in order.

    `kept` are the copies that count; `known` are lines that are something else: headline, caption,
    byline, date lines.
    """
    prose = [
        i
        for i in range(stretch.start, stretch.end)
        if blocks[i].prose
        and i in kept
        and not blocks[i].flags & (CAPTION | OUTSIDE)
        and blocks[i].text not in known
    ]
    whole = [blocks[i].text for i in prose]
    prose = [i for n, i in enumerate(prose) if not _is_furniture(blocks, i, n, whole, stretch)]
    prose = without_trailer(blocks, prose, known)
    for i in prose:
        _cut_label(blocks[i])
    chosen = _opening(blocks, prose[0], known) if prose else []
    for n, i in enumerate(prose):
        if n:
            chosen.extend(_between(blocks, prose[n - 1], i, known))
        chosen.append(i)
    if prose:
        chosen.extend(_tail(blocks, prose, known))
    return chosen


def _cut_label(block: Block) -> None:
    """Leave out a label of related lines that lost its line, and stands fused to a paragraph."""
    if (label := cues().fused.match(block.text)) is not None:
        block.start += label.end()
        block.text = block.text[label.end() :]


def _is_furniture(blocks: list[Block], i: int, n: int, whole: list[str], stretch: Stretch) -> bool:
    """Whether block `i`, the `n`th piece of prose inside the stretch, is no part of the body.

    `whole` are all pieces: a pull quote stands in one of its neighbours.
    """
    block = blocks[i]
    pick = cues()
    if block.flags & (ASIDE | PULL | RELATED | SHARE | TAGS | COMMENT | BYLINE) and block.words < 60:
        return True
    if block.words <= 40 and pick.credits(block.text) and (block.closed is False or block.words < 25):
        return True
    if block.words <= 30 and pick.label.match(block.text) and ":" in block.text[:40]:
        return True
    if (
        block.words <= (14 if block.closed else 22)
        and pick.asks.search(block.text)
        and not (block.closed and block.stops > 1)
        and i + 1 >= stretch.end
        and _asks_of_the_reader(block, whole[:n])
    ):
        return True
    if block.words <= 40:
        mine = whole[n].strip(_WRAPPING)
        near = whole[max(0, n - _NEAR) : n + _NEAR + 1]
        return any(mine in other for other in near if len(other) > len(whole[n]))
    return False


def _asks_of_the_reader(block: Block, before: list[str]) -> bool:
    """Whether a request at the end is the page's and not the article's advice, which shares its words."""
    mine = telling(block.text)
    told = telling(" ".join(before[-_NEAR:]))
    return len(mine & told) < 0.2 * len(mine) + 0.5


def _opening(blocks: list[Block], first: int, known: frozenset[str]) -> list[int]:
    """A list right over the first prose, with the line that leads to it, or facts with their labels."""
    chosen: list[int] = []
    facts: list[int] = []
    for i in range(first - 1, max(-1, first - 60), -1):
        block = blocks[i]
        if block.text in known or _never(block):
            break
        if block.text.endswith(INTRO) and block.words >= 6 and chosen:
            return [i, *reversed(chosen)]
        if is_fact(blocks, i):
            facts.append(i)
        elif facts or not is_numbered(block.text):
            break
        chosen.append(i)
    return facts[::-1] if len(facts) >= _FACTS else []


def _between(blocks: list[Block], before: int, after: int, known: frozenset[str]) -> list[int]:
    """The body blocks among those that stand between two pieces of prose: subheads and lists."""
    inner = range(before + 1, after)
    chosen: list[int] = []
    pick = cues()
    related = quoted = False
    for i in inner:
        block = blocks[i]
        if not block.prose and pick.label.match(block.text) and block.words <= 16:
            related = True
            continue
        if block.prose:
            quoted = not block.flags & CAPTION
            continue
        if block.words >= 4 and not block.closed and _repeats(blocks, block, before, after):
            quoted = True
            continue
        if quoted and block.words <= 7 and not block.level:
            quoted = False  # who said the pull quote
            continue
        if block.text in known or _never(block):
            continue
        if related and not is_numbered(block.text) and (block.linked or block.words >= 5 or is_dated(block)):
            continue
        if i + 1 < after and blocks[i + 1].linked and block.words <= 6:
            continue
        if _is_cell(blocks, i) or (block.stops and not block.closed and block.words <= 20):
            continue  # a figure in a table; a caption: a sentence, and where or when
        chosen.append(i)
    items = [i for i in chosen if is_item(blocks[i])]
    if len(items) >= 2 or len(chosen) <= 2 or blocks[before].text.endswith(INTRO):
        return chosen
    return [
        i
        for i in chosen
        if blocks[i].level or blocks[i].flags & (STRONG | QUOTE) or i in items or len(chosen) <= 4
    ]


def _repeats(blocks: list[Block], block: Block, before: int, after: int) -> bool:
    """Whether a line's words stand in the prose by it, as a pull quote's do."""
    bare = block.text.strip(_WRAPPING)
    return bare in blocks[before].text or bare in blocks[after].text


def _is_cell(blocks: list[Block], i: int) -> bool:
    """Whether a line stands alone in a table's cell."""
    block = blocks[i]
    if not block.flags & TABLE or block.words > 6:
        return False
    around = blocks[max(0, i - 1) : i] + blocks[i + 1 : i + 2]
    return all(other.box != block.box for other in around)


def _tail(blocks: list[Block], prose: list[int], known: frozenset[str]) -> list[int]:
    """The list that follows the last prose without a break: its items, and a line that leads to it."""
    chosen: list[int] = []
    last = prose[-1]
    if (short := _short_sentence(blocks, prose, known)) is not None:
        return [short]
    intro = blocks[last].text.endswith(INTRO)
    for i in range(last + 1, min(len(blocks), last + 60)):
        block = blocks[i]
        if block.text in known or _never(block) or cues().tags.match(block.text):
            break
        if not chosen and block.text.endswith(INTRO) and block.words <= 20:
            intro = True
        elif not (is_numbered(block.text) or (intro and block.bullet)):
            break
        chosen.append(i)
    if chosen and blocks[chosen[-1]].text.endswith(INTRO):
        chosen.pop()
    return chosen if is_list([blocks[i] for i in chosen], blocks, prose) else []


def _short_sentence(blocks: list[Block], prose: list[int], known: frozenset[str]) -> int | None:
    """The line right under the last prose, where it is a sentence too short to be prose of its own.

    A caption, an advert's label or a clock may stand between, as they do between the paragraphs.
    """
    last = prose[-1]
    i = last + 1
    while i < len(blocks) and (blocks[i].flags & CAPTION or is_clock(blocks[i]) or is_advert(blocks[i])):
        i += 1
    if i == len(blocks):
        return None
    block, boxes = blocks[i], {blocks[n].box for n in prose[-2:]}
    alike = block.box == blocks[last].box or len(boxes) == 2  # every paragraph has a box of its own
    short = alike and block.text.endswith("।") and 2 <= block.words <= 3 and not block.level
    return i if short and ":" not in block.text and block.text not in known and not _never(block) else None


def _never(block: Block) -> bool:
    """Lines that are no body wherever they stand."""
    if block.template:
        return True
    if block.flags & (OUTSIDE | AROUND | CAPTION | PULL) or block.linked:
        return True
    text = block.text
    if text.isascii() or block.bangla < 0.35 or _NUMBER.match(text) or is_clock(block):
        return True
    if block.prose and block.copies > 1:
        return True
    pick = cues()
    if is_advert(block) or pick.credits(text) or (pick.asks.search(text) and block.words < 14):
        return True
    return is_sign(text)
