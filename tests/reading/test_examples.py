"""Every example is read into its article."""

from __future__ import annotations

from pathlib import Path

import pytest

import shutro

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*-*.*"))


@pytest.mark.parametrize("page", EXAMPLES, ids=lambda page: page.name)
def test_every_example_gives_its_article(page):
    article = shutro.read(page.read_bytes())
    assert article.published is not None
    assert len(article.body) >= 3
    assert all(len(paragraph) > 40 for paragraph in article.body)
    assert article.headline not in article.body
