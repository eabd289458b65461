"""Lines of a label and its value: `পদসংখ্যা : ৫`."""

from __future__ import annotations

import regex

from shutro.reading.dates.lines import is_dated
from shutro.reading.page.blocks import Block

_LABELLED = regex.compile(r"^\S+(?:\s\S+){0,2}\s?:\s")
_RUN = 3  # such lines in a row, from which on they are facts


def is_fact(blocks: list[Block], i: int) -> bool:
    """Whether a line is one of three or more in a row that give a label and its value: `পদসংখ্যা: ৫`."""
    if not _is_labelled(blocks[i]):
        return False
    run = 1
    for step in (-1, 1):
        at = i + step
        while run < _RUN and 0 <= at < len(blocks) and _is_labelled(blocks[at]):
            run += blocks[at].text != blocks[at - step].text
            at += step
    return run >= _RUN


def _is_labelled(block: Block) -> bool:
    return not block.prose and _LABELLED.match(block.text) is not None and not is_dated(block)
