"""Reading a page for keeping: nobody may change another's article by naming its address as their own."""

from __future__ import annotations

from shutro.capture.addresses import same_site
from shutro.errors import NotAnArticle
from shutro.model import Article, Capture
from shutro.reading.article import read_capture


def read_own(capture: Capture) -> Article:
    """Read a capture as `read_capture` does. Raises NotAnArticle, too, where a page that was had from one
    site gives an address of another as its own."""
    article = read_capture(capture)
    if article.url and capture.url and not same_site(article.url, capture.url):
        reason = f"names a page of another site as its own address: {article.url}"
        raise NotAnArticle(reason, source=capture.source)
    return article
