"""What a story is called."""

from shutro.model import Article
from shutro.stories.grouping.titles import title


def report(headline: str, body: str) -> Article:
    return Article.from_text(id=headline or body[:5], headline=headline, body=body, published="2025-03-05")


def test_a_story_is_called_by_a_headline_though_a_report_has_none() -> None:
    told = [report("", "হাটখোলায় আগুন লেগেছে। কেউ মারা যাননি।"), report("হাটখোলায় আগুন", "আগুন লেগেছে।")]
    assert title(told) == "হাটখোলায় আগুন"


def test_a_story_without_headlines_is_called_by_its_first_sentence() -> None:
    told = [report("", "হাটখোলায় আগুন লেগেছে। কেউ মারা যাননি।"), report("", "আগুন নিভেছে।")]
    assert title(told) == "হাটখোলায় আগুন লেগেছে।"
