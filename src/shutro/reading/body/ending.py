"""Where the body ends: teasers, sign-off, profile, comments and imprint under an article."""

from __future__ import annotations

import regex

from shutro.reading.cues import cues
from shutro.reading.matter import telling
from shutro.reading.page.blocks import CAPTION, PULL, QUOTE, Block

_TRAILERS = 5  # things that stand under an article: profile, comments, notice, imprint, teasers
_NUMBERED = regex.compile(r"^[(\[]?(?:[\d\u09e6-\u09ef]{1,3}|[ক-হ]|[a-z])\s*[.)।\]:–-]\s*\S")
_IMPRINT = 40  # words that a line of an imprint has at most
_MARKS = frozenset(".)।]:–-")
_SIGN = regex.compile(r"^[/\[(<]?\s*[\w\p{M}.-]+(?:\s*[/|]\s*[\w\p{M}.-]+){0,4}\s*[/\])>]?$")
INTRO = (":", "：", "—", "–", "-", ":-", "ঃ")


def is_numbered(text: str) -> bool:
    """Whether a line begins as an item of a list does: `১.`, `(ক)`, `2)`."""
    return not _MARKS.isdisjoint(text[1:6]) and _NUMBERED.match(text) is not None


def is_item(block: Block) -> bool:
    """Whether a line is an item of a list: bulleted, numbered, or one of a sentence's parts."""
    return block.bullet or block.text[-1] == ";" or is_numbered(block.text)


def without_trailer(blocks: list[Block], prose: list[int], known: frozenset[str]) -> list[int]:
    """The prose without teasers at its end, or short parts that a sign-off or furniture set apart.

    `known` are lines of the head: the author's name again, over a profile, sets apart too.
    """
    for _ in range(_TRAILERS):
        shorter = _cut_trailer(blocks, _without_teasers(blocks, prose), known)
        if len(shorter) == len(prose):
            break
        prose = shorter
    return prose


def _cut_trailer(blocks: list[Block], prose: list[int], known: frozenset[str]) -> list[int]:
    """The prose without its last part, where that is short and set apart.

    Furniture sets apart only what is about something else: an author's profile, an imprint, comments.
    """
    if len(prose) > 1 and _is_run_together(blocks[prose[-1]]) and _apart(blocks, prose[:-1], prose[-1:]):
        return prose[:-1]
    if (
        len(prose) > 2
        and cues().imprint.match(blocks[prose[-1]].text)
        and blocks[prose[-1]].words <= _IMPRINT
    ):
        return prose[:-1]
    total = sum(blocks[i].words for i in prose)
    rest = 0
    for n in range(len(prose) - 1, 0, -1):
        rest += blocks[prose[n]].words
        if rest > 0.35 * total or rest > 90:
            break
        between = blocks[prose[n - 1] + 1 : prose[n]]
        if any(is_sign(b.text) for b in between):
            return prose[:n]
        leads = blocks[prose[n - 1]].text.endswith(INTRO) or any(b.text.endswith(INTRO) for b in between)
        if leads and is_list(between, blocks, prose[:n]):
            continue
        apart = [b for b in between if not _belongs(b)]
        # সম্পাদক : …, over an imprint; আরও পড়ুন: … stands between paragraphs, too
        named = rest <= 25 and any(":" in b.text and not cues().label.match(b.text) for b in apart)
        again = any(2 <= b.words <= 5 and any(b.text in line for line in known) for b in between)
        listed = any(b.words <= 4 and cues().list_label.search(b.text) for b in apart)
        if (len(apart) >= (2 if rest < 20 else 3) or named or listed or again) and _apart(
            blocks, prose[:n], prose[n:]
        ):
            return prose[:n]
    return prose


def _belongs(block: Block) -> bool:
    """Whether a line may stand between an article's paragraphs: subhead, caption, quote, item, question."""
    if block.level or block.flags & (CAPTION | PULL | QUOTE) or is_numbered(block.text):
        return True
    return block.text.endswith("?") or is_advert(block)


def is_advert(block: Block) -> bool:
    """Whether a line is no more than the label of an advert: `বিজ্ঞাপন`."""
    return cues().advert.match(block.text) is not None


def _is_run_together(block: Block) -> bool:
    """Whether a text may be headlines without anything between them: long, and nowhere a sentence's end."""
    return block.words >= 28 and not block.stops and not block.closed


def is_list(lines: list[Block], blocks: list[Block], prose: list[int]) -> bool:
    """Whether lines after an introduction are its list: numbered, or sharing words with the prose."""
    items = [b for b in lines if b.bullet and not is_numbered(b.text)]
    if not items or any(is_numbered(b.text) for b in lines):
        return True
    told = telling(" ".join(blocks[i].text for i in prose))
    shared = sum(bool(telling(b.text) & told) for b in items)
    return shared * 3 >= len(items)


def _apart(blocks: list[Block], before: list[int], after: list[int]) -> bool:
    """Whether two pieces of prose share next to none of their longer words."""
    told = telling(" ".join(blocks[i].text for i in before))
    rest = telling(" ".join(blocks[i].text for i in after))
    return len(told & rest) < 0.12 * len(rest) + 0.5


def _without_teasers(blocks: list[Block], prose: list[int]) -> list[int]:
    """The prose without what opens other articles: short pieces, each alone under a headline of its own.

    One is enough at the very end when it breaks off in dots, or tells what a line that points to another
    article (আরও পড়ুন: …) says over it; else it takes two, and no more than two other short pieces (an
    imprint, a notice) may stand among and after them.
    """
    cut = len(prose)
    teasers = others = 0
    for n in range(len(prose) - 1, 0, -1):
        block = blocks[prose[n]]
        over = blocks[prose[n] - 1]
        if block.words > 45:
            break
        trailing = block.text.endswith(("...", "…"))
        headed = not over.prose and over.words >= 3
        if headed and (trailing or over.linked or _is_own_story(blocks, prose, n)):
            teasers += 1
            pointed = cues().label.match(over.text) is not None and _is_own_story(blocks, prose, n)
            if teasers >= 2 or ((trailing or pointed) and not others):
                cut = n
        else:
            others += 1
            if others > 2:
                break
    return prose[:cut]


def _is_own_story(blocks: list[Block], prose: list[int], n: int) -> bool:
    """Whether a piece of prose goes with the line over it and not with what came before."""
    title = telling(blocks[prose[n] - 1].text)
    mine = telling(blocks[prose[n]].text)
    told = telling(" ".join(blocks[i].text for i in prose[: max(1, n - 4)]))
    return (
        len(title) >= 3
        and len(title & mine) >= 0.3 * len(title)
        and len(title & told) <= 0.34 * len(title)
        and len(mine & told) < 0.2 * len(mine)
    )


def is_sign(text: str) -> bool:
    """Whether a line is the initials that an article is signed off with: এমআর/এসএন, /এলকে/."""
    return "/" in text and len(text) <= 40 and text.count(" ") <= 2 and _SIGN.match(text) is not None
