"""Statements as a whole: what one text told is no matter of another."""

from __future__ import annotations

from shutro.meaning.statements.attribution import statements

MAYOR = "নাসির উদ্দিন|PER"


def test_nothing_is_remembered_from_another_text(document):
    text = "তিনি বলেন, কাজ শেষ।"
    (before,) = statements(document(text))
    assert statements(document("নাসির উদ্দিন বলেন, কাজ শেষ।", MAYOR))[0].source == "নাসির উদ্দিন"
    assert statements(document(text)) == [before]
    assert before.source is None
