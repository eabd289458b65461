"""Where another article begins: below the first, or a list of teasers."""

from __future__ import annotations

from bisect import bisect_left

from shutro.reading.cues import cues
from shutro.reading.dates.lines import DateLines, is_dated, is_own_date
from shutro.reading.head.byline import is_byline
from shutro.reading.matter import telling
from shutro.reading.page.blocks import PULL, QUOTE, Block

_HEADLINE = 4  # words that a headline has at least
_LOOKED = 500  # lines between prose that are looked at
_TOLD = 40  # pieces of prose before a line that tell what the article is about
_OVER = 6  # lines over a piece of prose in which its headline stands
_TEASER = 45  # words that the opening of another article on a page has at most
_LONG = 7  # words that hardly any subhead has


def next_article(reader: DateLines, start: int, end: int, headline: str) -> int:
    """The first block between `start` and `end` that belongs to another article; `end` if none does.

    A date line among the prose, with a headline over or under it, dates another article. A date alone
    between paragraphs is a subhead, one in a card that asks to be read is that card's; an age (`২ ঘণ্টা
    আগে`) always ends the article. Without a date, a headline-like line begins another article when the
    text under it is about what it says and shares next to nothing with what came before.
    """
    blocks = reader.blocks
    prose = [i for i in range(start, end) if blocks[i].prose]
    if not prose:
        return end
    between = [
        i
        for i in range(prose[0] + 1, prose[-1])
        if not blocks[i].prose and blocks[i].words <= 30 and not _is_quoted(blocks, i)
    ]
    for i in between[:_LOOKED]:
        block = blocks[i]
        at = bisect_left(prose, i)
        before = prose[max(0, at - _TOLD) : at]
        if block.words <= 14 and cues().age.search(block.text):
            return _over(blocks, before) if len(before) > 1 else before[-1] + 1
        if block.words <= 14 and _dates(reader, i):
            over = [h for h in range(before[-1] + 1, i) if _is_title(blocks[h])]
            if over:
                card = any(cues().label.match(blocks[h].text) for h in range(before[-1] + 1, over[0] + 1))
                signed = any(is_byline(b.text) and not b.prose for b in blocks[over[0] + 1 : i])
                heads = any(_heads(blocks, h, prose) for h in over)
                if (signed and heads) if card else (signed or heads):
                    return before[-1] + 1
                continue
            after = prose[at]
            if len(before) > 1 and any(_is_title(blocks[h]) for h in range(i + 1, after)):
                return _over(blocks, before)
        elif _is_foreign(blocks, i, before, prose, headline):
            return before[-1] + 1
    return end


def leading_furniture(blocks: list[Block], start: int, cut: int, end: int) -> bool:
    """Whether the prose before `cut` stands over the article: teasers, or a notice without a headline.

    More prose must come after than before.
    """
    before = [i for i in range(start, cut) if blocks[i].prose]
    if sum(b.prose for b in blocks[cut:end]) <= sum(blocks[i].prose for i in before):
        return False
    if not any(_is_title(b) for b in blocks[max(0, before[0] - _OVER) : before[0]]):
        return True
    return all(
        blocks[i].words <= _TEASER and i > 0 and not blocks[i - 1].prose and blocks[i - 1].words > 1
        for i in before
    )


def _heads(blocks: list[Block], i: int, prose: list[int]) -> bool:
    """Whether the line at `i` is about the prose under it: a headline is, a link to elsewhere is not."""
    title = telling(blocks[i].text)
    under = telling(" ".join(blocks[p].text for p in prose[bisect_left(prose, i) :][:3]))
    return not blocks[i].linked and len(title & under) >= 0.3 * len(title)


def _over(blocks: list[Block], before: list[int]) -> int:
    """Where a dated piece of prose begins, its own headline counted in: after the prose before it."""
    last, earlier = before[-1], before[-2]
    if blocks[last].words <= _TEASER and any(_is_title(blocks[h]) for h in range(earlier + 1, last)):
        return earlier + 1
    return last + 1


def _is_foreign(blocks: list[Block], i: int, before: list[int], prose: list[int], headline: str) -> bool:
    """Whether the line at `i` heads text of another matter than that before it.

    On 1,500 pairs of newspaper articles the next paragraphs of the same one share 5 % or more of
    their longer words with what came before in nineteen of twenty cases, those of another article in
    less than half; a headline's words stand in its own lead.
    """
    block = blocks[i]
    if not _is_title(block) or block.words <= _HEADLINE or len(before) < 2 or blocks[i + 1].bullet:
        return False
    if block.text.endswith("?"):
        return False  # a question of an interview
    title = telling(block.text)
    if len(title) < 2:
        return False
    text = " ".join(blocks[p].text for p in prose[bisect_left(prose, i) :][:3])
    if sum(word in text for word in title) < 0.4 * len(title):
        return False
    under = telling(text)
    if len(under) < 6 or len(title & under) < 0.4 * len(title):
        return False
    told = telling(" ".join([headline, *(blocks[p].text for p in before)]))
    slack = 1.5 if block.words >= _LONG else 0.0  # a chance word or two, under what no subhead is
    return len(title & told) <= 0.15 * len(title) and len(under & told) < 0.08 * len(under) + slack


def _is_quoted(blocks: list[Block], i: int) -> bool:
    """Whether a line is a quote set large: marked as one, or words of the text under it."""
    block = blocks[i]
    if block.flags & (PULL | QUOTE):
        return True
    bare = block.text.strip("‘’“”\"'।")
    return block.words > _HEADLINE and any(
        bare in under.text for under in blocks[i + 1 : i + 3] if under.prose
    )


def _is_title(block: Block) -> bool:
    return (
        block.words >= _HEADLINE
        and not block.prose
        and not block.bullet
        and (block.words > 6 or not is_dated(block))
    )


def _dates(reader: DateLines, i: int) -> bool:
    """Whether block `i` gives a date of its page, not of an event."""
    return is_dated(reader.blocks[i]) and any(is_own_date(reader.blocks[i], s) for s in reader.at(i)[0])
