"""The byline: the line over the body that says who wrote."""

from __future__ import annotations

import regex

from shutro.bangla.script import has_bangla
from shutro.reading.cues import cues
from shutro.reading.facts import is_fact
from shutro.reading.head.head import Head
from shutro.reading.outlet import outlets
from shutro.reading.page.blocks import BYLINE, CAPTION, FOOTER, NAV, RELATED, SHARE, TAGS, TIME, Block

_DIGIT = regex.compile(r"[\d\u09e6-\u09ef]")
_PATH = regex.compile(r"[/>»›{}@#=]|\.(?:com|net|org|bd)\b")
_LEADS = regex.compile(r":|ঃ(?=[\s:-])|[।৷]{2}")  # what parts a desk from the first sentence
_DAY = regex.compile(
    r"[,\s]\s*[\d\u09e6-\u09ef]{1,2}\s+\p{L}[\p{L}\p{M}]+(?:[,\s]\s*[\d\u09e6-\u09ef]{4})?\s*$"
)
_PREFIX = 70  # characters of the first paragraph in which a byline may stand
BARS = regex.compile(r"\s*[|•·]\s*")
_WORD = regex.compile(r"\p{L}\p{M}*\p{L}")


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
            not _are_names(BARS.split(block.text)[0]) or min((abs(i - d) for d in head.dates), default=9) > 3
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
    if not (has_bangla(text) or pick.desk.search(text) or pick.lead.match(text)):
        return False
    if not _WORD.search(text) or pick.edition.match(text) or pick.asks.search(text):
        return False
    if pick.site.search(text) and not pick.desk.search(text):
        return False
    return not pick.credits(text) and pick.date_label.fullmatch(text) is None


def leading_desk(text: str) -> str:
    """The desk or reporter's place before a text's first sentence, with a colon, ঃ or ৷৷ after it.

    A day may stand between the two: `নিজস্ব প্রতিনিধি, আগরতলা, ৭ জানুয়ারি ৷৷ …`.
    """
    match = _LEADS.search(text[:_PREFIX])
    bare = _DAY.sub("", text[: match.start()]).strip() if match else ""
    return bare if is_byline(bare) and cues().desk.search(bare) and bare.count(" ") <= 5 else ""


def paper_of(byline: str, blocks: list[Block], own: set[int]) -> str | None:
    """The paper that a desk's byline names (`প্রভাতরেখা ডেস্ক`), as furniture of the page does.

    The words before the desk must stand in a line that is not of the article's `own` (headline, body), such
    as a credit or an imprint, or be an outlet's that is known: `নিজস্ব` and `আন্তর্জাতিক` name no paper, and
    the place that a correspondent writes from stands in the headline.
    """
    match = cues().desk.search(byline)
    name = byline[: match.start()].strip(" ,|/-–") if match else ""
    if not name or name.count(" ") > 2:
        return None
    if any(name in (o.name, o.latin) for o in outlets()):
        return name
    whole = regex.compile(rf"(?<![\p{{L}}\p{{M}}]){regex.escape(name)}(?![\p{{L}}\p{{M}}])")
    for i, block in enumerate(blocks):
        if i in own or block.text == byline or name not in block.text or block.words > 30:
            continue
        if block.text != name and whole.search(block.text) and not cues().desk.search(block.text):
            return name
    return None
