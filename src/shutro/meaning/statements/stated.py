"""A statement and its evidence: the text it stands in is always what its span covers."""

from __future__ import annotations

from shutro.meaning.sentences.scene import Scene
from shutro.model import Form, Statement
from shutro.span import Span


def stated(
    view: Scene,
    evidence: Span,
    source: str | None,
    form: Form,
    stance: str,
    *,
    source_span: Span | None = None,
    cue: Span | None = None,
    content: Span | None = None,
    to: tuple[str, ...] = (),
    via: tuple[str, ...] = (),
    rule: str,
    sure: float,
    inferred: bool = False,
) -> Statement:
    """A statement that `evidence` gives, its words taken from the text; `sure` is kept to two digits."""
    return Statement(
        evidence.start,
        evidence.end,
        evidence.of(view.doc.text),
        source,
        form,
        stance,
        source_span,
        cue,
        content,
        to,
        via,
        rule,
        round(sure, 2),
        inferred,
    )
