from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from shutro.model import Article
from shutro.span import Span
from shutro.views.cuts import runs, shown

SPANS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda ends: Span(min(ends), max(ends)))


@given(SPANS, st.lists(SPANS, max_size=6))
def test_runs_together_are_the_block_and_a_span_covers_a_run_or_leaves_it(
    block: Span, spans: list[Span]
) -> None:
    made = runs(block, [span for span in spans if span.overlaps(block)])
    text = "".join(map(chr, range(0x980, 0x980 + 60)))
    assert "".join(run.of(text) for run in made) == block.of(text)
    assert all(span.covers(run) or not span.overlaps(run) for span in spans for run in made)


def test_a_headline_amid_the_paragraphs_is_shown_once() -> None:
    article = Article.from_text(id="a", headline="নৌকাডুবি", body="নৌকাডুবি\nতিনজন নিখোঁজ।", outlet=None)
    headline, blocks = shown(article)
    assert headline is not None
    assert headline.of(article.text) == "নৌকাডুবি"
    assert headline not in blocks
    assert "তিনজন নিখোঁজ।" in [block.of(article.text) for block in blocks]
