import json
from pathlib import Path
from typing import Any

import pytest
import regex
from tests.views.ferry import ARTICLES

from shutro.views.exhibit import Exhibit
from shutro.views.json import FORMAT, to_json

DOCS = Path(__file__).parents[2] / "docs" / "json.md"


@pytest.fixture
def document(story: Exhibit) -> dict[str, Any]:
    return json.loads(to_json([story], "1.2.3"))


def test_it_names_its_format_and_the_version_that_wrote_it(document: dict[str, Any]) -> None:
    assert (document["format"], document["version"]) == ("shutro.story/1", "1.2.3")


def test_every_span_gives_the_characters_of_its_article(document: dict[str, Any]) -> None:
    texts = {article.id: article.text for article in ARTICLES}
    (story,) = document["stories"]
    cited = [
        evidence
        for line in story["timeline"]
        for evidence in [*line["evidence"], *(e for d in line["differences"] for e in d["evidence"])]
    ]
    assert len(cited) == 7
    for evidence in cited:
        assert texts[evidence["article"]][evidence["start"] : evidence["end"]] == evidence["text"]


def test_a_statement_says_who_how_and_where(document: dict[str, Any]) -> None:
    (statement,) = document["stories"][0]["timeline"][2]["statements"]
    assert (statement["article"], statement["source"], statement["stance"]) == (
        "a-ferry",
        "কফিল মাতব্বর",
        "claims",
    )
    cue = statement["cue"]
    assert ARTICLES[2].text[cue["start"] : cue["end"]] == "জানান"


def test_unknown_is_null_and_never_left_out(document: dict[str, Any]) -> None:
    story = document["stories"][0]
    assert story["timeline"][3]["date"] is None
    assert story["articles"][2]["published"] is None
    assert story["articles"][2]["page_date"]["calendar"] == "bd-1987"


def test_the_document_says_every_field_there_is(document: dict[str, Any]) -> None:
    described = set(regex.findall(r"`([a-z_]+)`", DOCS.read_text("utf-8")))
    assert FORMAT in DOCS.read_text("utf-8")
    assert _fields(document) <= described


def _fields(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {name for inner in value.values() for name in _fields(inner)}
    if isinstance(value, list):
        return {name for inner in value for name in _fields(inner)}
    return set()
