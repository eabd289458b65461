"""What stands over the body: headline, kicker, standfirst, byline, date lines, caption."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files

import regex

from shutro.reading.blocks import BYLINE, CAPTION, FOOTER, LEDE, NAV, RELATED, SHARE, TAGS, TIME, Block
from shutro.reading.cues import cues
from shutro.reading.lines import is_dated
from shutro.span import Span

REACH = 45  # blocks above the body in which its headline may stand
_DIGIT = regex.compile(r"[\d\u09e6-\u09ef]")
_STEM = regex.compile(r"[\p{L}\p{M}\u200c\u200d]{3,}")
_LETTER = regex.compile(r"[\p{L}\p{M}\p{N}]")
_LETTERS = regex.compile(r"[^\p{L}\p{M}\p{N}]+")
_PATH = regex.compile(r"[/>»›{}@#=]|\.(?:com|net|org|bd)\b")
_COLON = regex.compile(r":|ঃ(?=[\s:-])")
_PREFIX = 70  # characters of the first paragraph in which a byline may stand
_BARS = regex.compile(r"\s*[|•·]\s*")
_FACT = regex.compile(r"^\S+(?:\s\S+){0,2}\s?:\s")  # পদসংখ্যা : ৫
_FACTS = 3
_BANGLA = regex.compile(r"[\u0980-\u09ff]")
_WORD = regex.compile(r"\p{L}\p{M}*\p{L}")


@dataclass(slots=True)
class Head:
    """The parts found, by block number, -1 where there is none; `low` and `high` bound its text."""

    headline: int = -1
    standfirst: int = -1
    byline: list[int] = field(default_factory=list)
    captions: list[int] = field(default_factory=list)
    dates: list[int] = field(default_factory=list)
    low: int = 0
    high: int = 0


@lru_cache(maxsize=64)
def squash(text: str) -> str:
    """Letters, marks and numbers only: what two printings of a headline share."""
    return _LETTERS.sub(" ", text).strip()


def titles(blocks: list[Block], wanted: list[str]) -> list[int]:
    """The blocks that print one of the `wanted` headlines, best first (headings, then order)."""
    keys = [key for text in wanted if len(key := squash(text)) > 4]
    if not keys:
        return []
    firsts = {key.split(" ", 1)[0] for key in keys}
    opening = {first for first in firsts if not any(other in first for other in firsts - {first})}
    found = []
    for i, block in enumerate(blocks):
        text = block.text
        for first in opening:
            if (at := text.find(first)) >= 0 and (not at or not _LETTER.search(text, 0, at)):
                break
        else:
            continue
        if block.words > 40 or block.flags & (NAV | FOOTER | RELATED):
            continue
        mine = squash(block.text)
        if len(mine) > 4 and any(mine == key or (len(mine) > 12 and key.startswith(mine)) for key in keys):
            found.append(i)
    return sorted(found, key=lambda i: (blocks[i].level == 0, blocks[i].level, i))


def all_stems(text: str, letters: int) -> set[str]:
    """The first `letters` of every longer word."""
    return {word[:letters] for word in _STEM.findall(text) if len(word) >= letters - 1}


def stems(text: str, letters: int = 5) -> set[str]:
    """The first `letters` of its longer words: enough to see that two texts share their matter.

    At six letters the commonest beginnings are left out, which any two texts share.
    """
    found = all_stems(text, letters)
    return found - _common() if letters == 6 else found


@cache
def _common() -> frozenset[str]:
    text = files("shutro.reading").joinpath("data/common.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


def find_headline(blocks: list[Block], start: int, taken: set[int], lead: str) -> int:
    """The headline over a body that starts at block `start`, where no metadata names it; -1 if none.

    Headline-like lines compete: words shared with the body's first paragraphs, a heading's rank,
    being printed again, a length of four to sixteen words; nearness decides the rest.
    """
    body = stems(lead)
    best, best_score = -1, -0.5
    shown = 0
    for i in range(start - 1, max(-1, start - REACH), -1):
        block = blocks[i]
        if i in taken or not _could_be_headline(block) or is_fact(blocks, i):
            continue
        if block.words <= 5 and any(block.text in blocks[j].text for j in taken):
            continue  # the name in the date line again
        mine = stems(block.text)
        shared = len(mine & body) / len(mine) if mine else 0.0
        score = 2.2 * shared + (1.6 if block.level == 1 else 0.8 if block.level else 0.0)
        score += 0.5 if block.copies > 1 else 0.0
        score += 0.4 if 4 <= block.words <= 16 else 0.0
        score -= 0.045 * shown
        if any(j in taken or cues().desk.search(blocks[j].text) for j in range(i + 1, min(i + 3, start))):
            score += 0.35
        if block.closed and block.text.rstrip("’”'\"")[-1:] == "।":
            score -= 0.8
        if block.linked:
            score -= 1.0
        if block.words <= 5 and cues().desk.search(block.text):
            score -= 1.5
        if (
            block.words <= 4
            and i + 1 in taken | {start}
            and i - 1 not in taken
            and _is_under_headline(blocks, i)
        ):
            score -= 2.2 * shared + 0.5
        shown += 1
        if score <= 0.3 and (block.words < 3 or best >= 0 or block.linked):
            continue
        if score > best_score:
            best, best_score = i, score
    if best >= 0:
        same = blocks[best].text
        best = next((i for i in range(max(0, start - REACH), best) if blocks[i].text == same), best)
    return best


def is_fact(blocks: list[Block], i: int) -> bool:
    """Whether a line is one of three or more in a row that give a label and its value: `পদসংখ্যা: ৫`."""
    if not _is_labelled(blocks[i]):
        return False
    run = 1
    for step in (-1, 1):
        at = i + step
        while run < _FACTS and 0 <= at < len(blocks) and _is_labelled(blocks[at]):
            run += blocks[at].text != blocks[at - step].text
            at += step
    return run >= _FACTS


def _is_labelled(block: Block) -> bool:
    return not block.prose and _FACT.match(block.text) is not None and not is_dated(block)


def _is_under_headline(blocks: list[Block], i: int) -> bool:
    """Whether a short line, over the date or the body, is a name: a longer line stands right over it."""
    over = blocks[i - 1] if i else None
    return over is not None and over.words > blocks[i].words + 1 and _could_be_headline(over)


def _could_be_headline(block: Block) -> bool:
    if (
        "\t" in block.text
        or block.words < 2
        or block.words > 30
        or block.bangla < 0.3
        or (block.prose and block.words > 18)
    ):
        return False
    if block.flags & (NAV | FOOTER | CAPTION | RELATED | SHARE | TAGS | TIME):
        return False
    pick = cues()
    if pick.counter.match(block.text):
        return False
    return not (pick.credits(block.text) or pick.asks.search(block.text) or pick.edition.match(block.text))


def find_byline(blocks: list[Block], head: Head, low: int, start: int, copies: list[int]) -> list[int]:
    """The byline's blocks between block `low` and the body's `start`.

    Marked by the tree, or naming a desk, or standing by the article's own date line or under its
    headline as a name does; of several the nearest to those two.
    """
    pick = cues()
    near = [*head.dates, head.headline]
    best: list[int] = []
    best_score = 0.0
    for i in range(max(0, low), start):
        block = blocks[i]
        if i in near or i in copies or not _could_be_byline(block) or is_fact(blocks, i):
            continue
        away = min((abs(i - d) for d in near if d >= 0), default=9)
        score = 1.0 - 0.12 * away
        if block.flags & BYLINE:
            score += 3.0
        if pick.desk.search(block.text) or pick.lead.match(block.text):
            score += 2.0
        elif i < head.headline:
            continue  # a name over the headline is the paper's or the section's
        elif (
            not _are_names(_BARS.split(block.text)[0]) or min((abs(i - d) for d in head.dates), default=9) > 3
        ):
            continue
        if i > head.headline >= 0:
            score += 0.5
        if blocks[i - 1].text == block.text and i:
            score += 0.5
        if score > best_score + 0.01:
            best, best_score = [i], score
    if best and pick.lead.fullmatch(blocks[best[0]].text.strip()) and best[0] + 1 < start:
        return [best[0] + 1]  # a label on a line of its own, the name under it
    above = best[0] - 1 if best and best_score < 2 else -1
    if above > head.headline >= 0 and above not in near and above not in copies:
        block = blocks[above]  # a name stands over its paper and place, not under them
        if _could_be_byline(block) and 2 <= block.words <= 5:
            return [above]
    return best


def _are_names(text: str) -> bool:
    """Whether a text is as long as a name is, or as names are with `ও` or a comma between."""
    if 2 <= text.strip().count(" ") + 1 <= 5:
        return True
    lengths = [part.count(" ") + 1 for part in cues().several.split(text.strip())]
    return len(lengths) > 1 and all(2 <= length <= 4 for length in lengths)


def _could_be_byline(block: Block) -> bool:
    if block.flags & (CAPTION | NAV | FOOTER | RELATED | SHARE | TAGS | TIME):
        return False
    if block.closed or (block.level and not (block.level > 3 and cues().desk.search(block.text))):
        return False
    return is_byline(block.text)


def is_byline(text: str) -> bool:
    """Whether a text has a byline's shape: short, no figures, no path, nothing asked of the reader."""
    if len(text) > 90 or text.count(" ") > 11 or _DIGIT.search(text) or _PATH.search(text):
        return False
    pick = cues()
    if not (_BANGLA.search(text) or pick.desk.search(text) or pick.lead.match(text)):
        return False
    if not _WORD.search(text) or pick.edition.match(text) or pick.asks.search(text):
        return False
    return not pick.credits(text) and pick.date_label.fullmatch(text) is None


def leading_desk(text: str) -> str:
    """The desk or reporter's place before a text's first sentence, a colon or ঃ after it."""
    match = _COLON.search(text[:_PREFIX])
    bare = text[: match.start()].strip() if match else ""
    return bare if is_byline(bare) and cues().desk.search(bare) and bare.count(" ") <= 5 else ""


def before_stamp(text: str, block: Block, stamp: Span) -> Span | None:
    """What stands before a date in its own line, without the date's label, where it can be a byline."""
    before = text[block.start : stamp.start]
    if (label := cues().date_label.search(before)) is not None:
        before = before[: label.start()]
    bare = before.strip(" |,•·-–—:।")
    if not bare or not is_byline(bare) or not 2 <= bare.count(" ") + 1 <= 8:
        return None
    if not (cues().desk.search(bare) or bare.count(" ") <= 4):
        return None
    start = block.start + before.index(bare)
    return Span(start, start + len(bare))


def after_stamp(text: str, block: Block, stamp: Span) -> Span | None:
    """What stands after a date in its own line, where a word such as `By` or `লিখেছেন` makes it a byline."""
    after = text[stamp.end : block.end]
    for part in _BARS.split(after):
        bare = part.strip(" ,-–—")
        if (lead := cues().lead.match(bare)) is not None and (name := bare[lead.end() :].strip()):
            start = stamp.end + after.index(name)
            return Span(start, start + len(name)) if is_byline(name) else None
    return None


def authors_of(line: str, sites: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The names in a byline: leading word, site name and what follows a bar left out.

    A desk keeps its place (`প্রতিনিধি, খুলনা` is one author); persons part at commas and `ও`.
    """
    pick = cues()
    bars = [part.strip() for part in _BARS.split(line.strip(" |•·-–—,:")) if part.strip()]
    kept = [part for part in bars if part not in sites] or bars
    bare = pick.lead.sub("", kept[0]).strip(" ,:-–—") if kept else ""
    if bare and bare == bare[: len(bare) // 2] * 2:  # a picture's text run into the name
        bare = bare[: len(bare) // 2]
    if not bare:
        return ()
    if pick.desk.search(bare):
        return (bare,)
    first, *rest = pick.several.split(bare)
    if rest and not any(" " in part.strip() for part in (first, *rest)) and "," in bare:
        return (bare,)  # an agency and the place it writes from: বাসস, ঢাকা
    parts = [first, *(part for part in rest if " " in part.strip() or " " not in first.strip())]  # no places
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def find_standfirst(blocks: list[Block], head: Head, stretch: tuple[int, int]) -> int:
    """The prose between headline and byline or date line that sums the article up; -1 if none.

    It is short, it stands before the lines that say who wrote and when, and the body goes on after
    them; in a tree it is a heading, or named as what it is.
    """
    start, end = stretch
    after = [i for i in [*head.byline, *head.dates] if i > head.headline >= 0]
    for i in range(max(head.headline + 1, 0), end):
        block = blocks[i]
        if not block.prose or block.words > 50:
            if block.prose:
                break
            continue
        alone = i + 1 < end and blocks[i + 1].box != block.box
        named = block.level > 0 or (block.flags & LEDE and alone)
        before = bool(after) and i < min(after) and start <= max(after) < end
        if named or before:
            return i
        break
    return -1


def find_captions(blocks: list[Block], low: int, high: int, headlines: list[int]) -> list[int]:
    """Caption blocks from `low` to `high`: marked, credited, or by the way a dump prints a picture.

    There the picture's alternative text stands as a line of its own over the caption: the same
    words, or the headline again.
    """
    alts = set(headlines[1:])
    pick = cues()
    found = []
    for i in range(max(0, low), min(high, len(blocks))):
        block = blocks[i]
        if block.words > 60:
            continue
        twice = (i + 1 < len(blocks) and blocks[i + 1].text == block.text) or (
            i and blocks[i - 1].text == block.text
        )
        marked = block.flags & CAPTION and not block.flags & (NAV | FOOTER) and block.words > 1
        under_alt = i - 1 in alts and block.words > 2 and not block.level and _is_caption(block)
        if (
            marked
            or under_alt
            or (twice and block.words > 3)
            or (block.words > 2 and pick.credits(block.text))
        ):
            found.append(i)
    return found


def _is_caption(block: Block) -> bool:
    """Whether a line under a picture's alternative text is a caption rather than the first paragraph."""
    if block.closed or block.text[-1] in "-–—:,;":
        return block.words <= 14
    return block.words <= 45


def span_of(block: Block) -> Span:
    """Where the block stands."""
    return Span(block.start, block.end)
