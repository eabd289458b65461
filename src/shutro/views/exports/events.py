"""Events as event data sets want them: an id, a finer kind, a class, and who says that it happened."""

from __future__ import annotations

from shutro.model import Event, Statement
from shutro.views.exports.load import Report

QUAD = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "YIELD"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
"""GDELT's four classes, as the PLOVER codebook groups its kinds: cooperation in words (1) and deeds (2),
conflict in words (3) and deeds (4)."""


def event_id(report: Report, event: Event) -> str:
    """An id that the same words of the same article always have."""
    return f"{report.article.id}:{event.start}-{event.end}"


def mode(event: Event) -> str | None:
    """What is told apart within a kind: the end of the rule's name where that is no kind itself."""
    finer = event.rule.rpartition(":")[2] if ":" in event.rule else ""
    return finer if finer and finer != event.kind else None


def sayers(report: Report, event: Event) -> list[Statement]:
    """The statements in whose content the event stands."""
    return [
        said
        for said in report.found.statements
        if (said.content or said.span).covers(event.span) and (said.source or said.via)
    ]
