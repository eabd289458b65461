"""Masses and decisions as they are stored, and back."""

from __future__ import annotations

import json
import struct
from datetime import UTC, datetime
from typing import Final

import zstandard

from shutro.errors import ArchiveCorrupt
from shutro.stories.grouping.clusters import Decision
from shutro.stories.grouping.likeness import Mass

_TERMS: Final = 1500  # terms of a story that are kept, the heaviest
_HEAD: Final = struct.Struct("<IdddI")
_NEVER: Final = float("nan")


def packed_mass(mass: Mass) -> bytes:
    """A story's mass; weights keep three figures, of a very large story the heaviest terms."""
    terms = sorted({*mass.head, *mass.whole})
    if len(terms) > _TERMS:
        weight = {term: mass.head.get(term, 0.0) + mass.whole.get(term, 0.0) for term in terms}
        terms = sorted(sorted(terms, key=lambda t: (-weight[t], t))[:_TERMS])
    text = json.dumps(
        [terms, sorted(mass.days), sorted(mass.figures)], ensure_ascii=False, separators=(",", ":")
    ).encode("utf-8", "surrogatepass")
    weights = [vector.get(term, 0.0) for vector in (mass.head, mass.whole) for term in terms]
    halves = struct.pack(f"<{len(weights)}e", *weights)
    head = _HEAD.pack(mass.size, mass.within, _seconds(mass.first), _seconds(mass.last), len(text))
    return zstandard.ZstdCompressor(level=3).compress(head + text + halves)


def unpacked_mass(data: bytes) -> Mass:
    """What `packed_mass` wrote. Raises ArchiveCorrupt when the bytes are something else."""
    try:
        plain = zstandard.ZstdDecompressor().decompress(data)
        size, within, first, last, length = _HEAD.unpack_from(plain)
        at = _HEAD.size
        terms, days, figures = json.loads(plain[at : at + length].decode("utf-8", "surrogatepass"))
        weights = struct.unpack(f"<{2 * len(terms)}e", plain[at + length :])
    except (zstandard.ZstdError, struct.error, ValueError) as error:
        raise ArchiveCorrupt(f"a story's terms cannot be read: {error}") from error
    rows = (weights[: len(terms)], weights[len(terms) :])
    head, whole = ({term: w for term, w in zip(terms, row, strict=True) if w} for row in rows)
    began, ended = (None if at != at else datetime.fromtimestamp(at, UTC) for at in (first, last))
    return Mass(size, within, head, whole, began, ended, frozenset(days), frozenset(figures))


def _seconds(moment: datetime | None) -> float:
    return moment.timestamp() if moment else _NEVER


def packed_decision(decision: Decision) -> str:
    """All of a decision but the article, which it is kept with."""
    row = (
        decision.story,
        decision.new,
        round(decision.likeness, 4),
        decision.asked,
        round(decision.days, 2),
        [(word, round(part, 4)) for word, part in decision.reasons],
        decision.merged,
    )
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def unpacked_decision(article: str, data: str) -> Decision:
    """What `packed_decision` wrote. Raises ArchiveCorrupt when the text is something else."""
    try:
        story, new, likeness, asked, days, reasons, merged = json.loads(data)
        return Decision(
            article,
            story,
            new,
            likeness,
            asked,
            days,
            tuple((word, part) for word, part in reasons),
            tuple(merged),
        )
    except (ValueError, TypeError) as error:
        raise ArchiveCorrupt(f"why {article} stands in its story cannot be read: {error}") from error
