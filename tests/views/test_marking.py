from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from shutro.model import Article, Entry, Evidence, Provenance
from shutro.span import Span
from shutro.views.exhibit import exhibit
from shutro.views.marking import Marked, Piece, mark

ARTICLE = Article.from_text(
    id="a",
    headline="হাটে আগুন",
    body="সকালে হাটে আগুন লাগে। কেউ হতাহত হয়নি।\nদমকল এক ঘণ্টায় আগুন নেভায়।",
    outlet="হাটবার্তা",
)
PROSE = ARTICLE.text


def marked(*spans: Span, article: Article = ARTICLE) -> Marked:
    entries = [
        Entry("2024-01-01", "day", "stated", span.of(article.text), (_evidence(span, article),))
        for span in spans
    ]
    laid = exhibit(entries, [article], title="আগুন")
    return mark(laid, laid.pages[0])


def _evidence(span: Span, article: Article) -> Evidence:
    return Evidence(article.id, article.outlet, span.start, span.end, span.of(article.text))


def words(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(PROSE)), st.integers(0, len(PROSE))), max_size=6))
def test_the_pieces_of_a_block_are_the_block_as_printed(ends: list[tuple[int, int]]) -> None:
    shown = marked(*(Span(min(pair), max(pair)) for pair in ends))
    assert words(shown.headline) == ARTICLE.headline
    assert tuple(words(block) for block in shown.blocks) == ARTICLE.body


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(PROSE) - 1), st.integers(1, 40)), max_size=6))
def test_every_citation_has_one_anchor_and_one_way_back(ends: list[tuple[int, int]]) -> None:
    spans = [Span(start, min(start + length, len(PROSE))) for start, length in ends]
    # Between the blocks lie only line ends; nothing that has characters is lost there.
    spans = [span for span in spans if span.of(PROSE).strip()]
    shown = marked(*spans)
    pieces = [piece for block in (shown.headline, *shown.blocks, *shown.aside) for piece in block]
    anchors = [anchor for piece in pieces for anchor in piece.ids]
    assert sorted(anchors) == sorted({f"p1-{span.start}-{span.end}" for span in spans})


def test_a_cited_sentence_is_marked_and_leads_back_to_its_lines() -> None:
    start = PROSE.index("কেউ")
    span = Span(start, start + len("কেউ হতাহত হয়নি।"))
    before, cited = marked(span, span).blocks[0]
    assert (before.text, before.cited) == ("সকালে হাটে আগুন লাগে। ", False)
    assert (cited.text, cited.cited, cited.ids) == ("কেউ হতাহত হয়নি।", True, (f"p1-{span.start}-{span.end}",))
    assert [line.number for line in cited.backs] == [1, 2]


def test_a_citation_outside_the_body_is_shown_aside() -> None:
    caption = replace(ARTICLE, paragraphs=ARTICLE.paragraphs[:1])
    span = ARTICLE.paragraphs[1]
    shown = marked(span, article=caption)
    assert [words(block) for block in shown.aside] == ["দমকল এক ঘণ্টায় আগুন নেভায়।"]


def test_a_headline_known_from_metadata_alone_is_shown_unmarked() -> None:
    bare = replace(ARTICLE, provenance=(Provenance("headline", "json-ld"),))
    assert marked(article=bare).headline == (Piece("হাটে আগুন", cited=False),)
