"""Who vouches for what is shown, by name."""

from __future__ import annotations

from shutro.model import Evidence
from shutro.views.labels import Labels
from shutro.views.lines import Line


def chain(evidence: Evidence, say: Labels) -> list[str]:
    """From the paper back to the mouth: the outlet first, the innermost source last."""
    outlet = evidence.outlet or say("unknown_outlet")
    return [outlet, *reversed([name for name in evidence.chain if name != evidence.outlet])]


def outlets(line: Line, say: Labels) -> list[str]:
    """Who carries the line, each once; pages of unknown outlets are said to be so."""
    return list(dict.fromkeys(e.outlet or say("unknown_outlet") for e in line.entry.evidence))
