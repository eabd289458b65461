"""All that is found in an article stands at the offsets of the article's own text."""

from __future__ import annotations

from shutro.meaning.findings import understand
from shutro.model import Article, Provenance, Span


def test_findings_stand_in_the_text_of_the_article():
    told = "ভোলার মেয়র রফিকুল আলম বলেন, ‘কাজ শেষ।’ সোমবার সেতু উদ্বোধন করা হয়।"
    text = f"মেনু | খবর\nসেতু চালু\nআরও পড়ুন: অন্য খবর\n{told}\nকপিরাইট ২০২৫"
    head = text.index("সেতু চালু")
    body = text.index("ভোলার")
    article = Article(
        "a",
        "c",
        "সেতু চালু",
        text,
        (Span(body, text.index("\nকপিরাইট")),),
        provenance=(Provenance("headline", "test", Span(head, head + len("সেতু চালু"))),),
    )
    found = understand(article)
    (statement,) = found.statements
    assert statement.content is not None
    assert statement.content.of(article.text) == "কাজ শেষ।"
    assert statement.source_span is not None
    assert statement.source_span.of(article.text) == "রফিকুল আলম"
    for event in found.events:
        assert article.text[event.start : event.end] == event.text
    assert all("আরও পড়ুন" not in s.of(found.doc.text) for s in found.doc.sentences)


def test_an_article_without_a_body_has_no_findings():
    found = understand(Article.from_text(id="a", headline="সেতু চালু", body=""))
    assert (found.statements, found.events, found.quantities, found.day) == ((), (), (), None)
