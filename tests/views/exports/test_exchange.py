"""The formats of others: schema.org, ninjs, GDELT, PLOVER, TimelineJS, Web Annotation, Markdown."""

import csv
import io
import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from markdown_it import MarkdownIt
from referencing import Registry, Resource
from selectolax.lexbor import LexborHTMLParser
from tests.views.exports.loads import MADE, ferry
from tests.views.ferry import ENTRIES, FERRY, FIVE, LEASE, SANK, THREE

from shutro.model import Difference
from shutro.views.exports.formats import export
from shutro.views.exports.load import Load, Told

SHARED = Path(os.environ.get("SHUTRO_SHARED", Path(__file__).parents[4] / "shared"))
NINJS = SHARED / "data" / "schemas" / "ninjs-schema_3.1.json"
DRAFT = "https://json-schema.org/draft/2020-12/schema"


def written(name: str, table: str | None = None, *, text: bool = True) -> str:
    return b"".join(export(name, ferry(text=text), table)).decode()


def lines(name: str, *, text: bool = True) -> list[Any]:
    return [json.loads(line) for line in written(name, text=text).splitlines()]


def table(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written("gdelt", name)), delimiter="\t", quoting=csv.QUOTE_NONE))


def test_a_news_object_has_what_ninjs_asks_for() -> None:
    first, second, undated = lines("ninjs")
    assert first["uri"] == "https://patal.example/1"
    assert second["uri"] == "urn:shutro:article:b-count", "an address that is no link is no uri"
    assert (first["type"], first["language"], first["standard"]["version"]) == ("text", "bn", "3.1")
    assert first["versionCreated"] == "2024-06-01T18:30:00+06:00"
    assert "versionCreated" not in undated
    assert first["bodies"][0]["value"].split("\n\n") == list(FERRY.body)
    assert [person["name"] for person in first["people"]] == ["কফিল মাতব্বর"]
    assert {"name": "কফিল মাতব্বর", "role": "quoted"} in first["infoSources"]
    assert first["edNote"].splitlines() == [
        "Shutro 1.2.3; rules 0123456789ab; archive 3 articles, 4 revisions",
        "note: ফোন করে জানতে হবে",
        "note: =পরের দিন দেখা",
    ]


def test_a_news_object_fits_the_published_schema() -> None:
    for text in (True, False):
        news = lines("ninjs", text=text)
        assert all(set(one) >= {"uri", "standard", "headlines", "representationType"} for one in news)
        if NINJS.exists():
            schema = json.loads(NINJS.read_text("utf-8"))
            geo = Resource.from_contents({"$schema": DRAFT})
            registry: Registry[Any] = Registry().with_resource("https://geojson.org/schema/GeoJSON.json", geo)
            validator = Draft202012Validator(schema, format_checker=FormatChecker(), registry=registry)
            for one in news:
                assert [error.message for error in validator.iter_errors(one)] == []


def test_a_claim_has_its_author_its_words_and_its_article() -> None:
    graph = json.loads(written("jsonld"))["@graph"]
    articles = {node["@id"]: node for node in graph if node["@type"] == "NewsArticle"}
    (claim,) = [node for node in graph if node["@type"] == "Claim"]
    assert claim["author"] == {"@type": "Person", "name": "কফিল মাতব্বর"}
    assert (claim["text"], claim["creditText"]) == ("তিনজনের লাশ পাওয়া গেছে", "via সমতট নিউজ")
    article = articles[claim["appearance"]["@id"]]
    assert (article["headline"], article["publisher"]["name"]) == (FERRY.headline, "ভোরের পাতাল")
    assert "url" not in articles["urn:shutro:article:b-count"]
    place, _, end = claim["@id"].partition("#char=")[2].partition(",")
    assert FERRY.text[int(place) : int(end)].startswith("ঘাটের ইজারাদার")


def test_mentions_point_at_their_event_and_its_words() -> None:
    events = {row["GLOBALEVENTID"]: row for row in table("events")}
    mentions = table("mentions")
    assert [events[row["GLOBALEVENTID"]]["EventCode"] for row in mentions] == ["OTHER", "AID"]
    assert [row["QuadClass"] for row in events.values()] == ["", "2"]
    found = mentions[1]
    action = FERRY.text[int(found["ActionCharOffset"]) : int(found["ActionCharEnd"])]
    assert action == "পাওয়া গেছে"
    assert FERRY.text[int(found["Actor1CharOffset"]) :].startswith("কফিল মাতব্বর")
    assert found["AttributedTo"] == "কফিল মাতব্বর"
    assert found["MentionTimeDate"] == "20240601123000", "in UTC"


def test_a_plover_event_says_who_tells_it() -> None:
    _, sank, found = lines("plover")
    assert (sank["type"], sank["mode"], sank["actor"]) == ("OTHER", "accident", [])
    assert sank["attribution"] == [], "the outlet tells it itself"
    (said,) = found["attribution"]
    assert (said["source"], said["via"], said["stance"]) == ("কফিল মাতব্বর", ["সমতট নিউজ"], "claims")


def test_slides_stand_on_their_days_and_the_undated_are_counted() -> None:
    told = json.loads(written("timelinejs"))
    assert [slide["start_date"] for slide in told["events"]] == [
        {"year": "2024", "month": "05"},
        {"year": "2024", "month": "06", "day": "01"},
        {"year": "2024", "month": "06", "day": "01"},
    ]
    assert "১টি ঘটনার দিন জানা যায়নি" in told["title"]["text"]["text"]
    assert "javascript:" not in json.dumps(told)
    assert "ফোন করে জানতে হবে" in told["events"][2]["text"]["text"], "the note stands by its sentence"
    assert "=পরের দিন দেখা" in told["title"]["text"]["text"], "and that on the story by its title"


def test_an_annotation_selects_by_position_and_by_quotation() -> None:
    items = json.loads(written("annotations"))["items"]
    kinds = [item["motivation"] for item in items]
    assert kinds.count("tagging") == 2
    assert kinds.count("commenting") == 2
    (said,) = [item for item in items if item["motivation"] == "describing"]
    position, quote = said["target"]
    start, end = position["selector"]["start"], position["selector"]["end"]
    assert position["source"]["id"] == f"urn:shutro:text:{FERRY.capture}"
    assert quote["source"] == "https://patal.example/1"
    assert quote["selector"]["exact"] == FERRY.text[start:end]
    assert FERRY.text[:start].endswith(quote["selector"]["prefix"])
    assert FERRY.text[end:].startswith(quote["selector"]["suffix"])
    assert said["body"]["value"] == "কফিল মাতব্বর: claims (via সমতট নিউজ)"
    assert len({item["id"] for item in items}) == len(items)


def test_markdown_tells_the_days_and_a_footnote_for_each_sentence() -> None:
    document = written("markdown")
    assert document.startswith("# বকুলতলায় ট্রলারডুবি\n\n## মে ২০২৪\n")
    used, defined = document.count("[^2]") - document.count("[^2]:"), document.count("[^2]:")
    assert (used, defined) == (1, 1)
    shown = MarkdownIt().render(document)
    assert "বকুলতলা খেয়াঘাটে শনিবার দুপুরে একটি ট্রলার ডুবে যায়।" in shown
    assert 'href="https://patal.example/1"' in shown
    assert "ফোন করে জানতে হবে" in shown
    assert f"পরে হয়েছে: দিনলিপি ← জেলা পুলিশ: “{FIVE.text}”" in shown


def test_markdown_tells_each_difference_once_and_an_update_from_the_earlier_value() -> None:
    up = Difference("dead", "৫ জনের", "৩ জনের", (FIVE, SANK), kind="update")
    one, same = Difference("dead", "৫", "৩", (FIVE, THREE)), Difference("dead", "৩ জন", "৫", (SANK, LEASE))
    entry = replace(ENTRIES[2], differences=(up, one, same))
    told = Told("s", "ঘাট", (), lambda _: [entry])
    for language, differing in (
        ("bn", ["বিরোধ (মৃত): ৫ / ৩", "হালনাগাদ (মৃত): ৩ জনের → ৫ জনের"]),
        ("en", ["conflict (dead): ৫ / ৩", "update (dead): ৩ জনের → ৫ জনের"]),
    ):
        load = Load(MADE, lambda: iter([told]), language=language)  # type: ignore[arg-type]
        document = b"".join(export("markdown", load)).decode()
        assert [line.strip(" -") for line in document.splitlines() if line.startswith("  - ")] == differing


@pytest.mark.parametrize("name", ["markdown", "timelinejs"])
def test_an_unknown_outlet_is_said_to_be_unknown(name: str) -> None:
    nobodys = replace(THREE, outlet=None, chain=("কফিল মাতব্বর",))
    told = Told("s", "ঘাট", (), lambda _: [replace(ENTRIES[2], evidence=(nobodys,))])
    document = b"".join(export(name, Load(MADE, lambda: iter([told]), language="en"))).decode()
    assert "outlet unknown ← কফিল মাতব্বর" in document


def test_the_page_shows_the_notes_and_the_words_they_stand_on() -> None:
    page = LexborHTMLParser(written("html"))
    (section,) = page.css("section[id$=notes]")
    shown = [
        (note.css_first("blockquote").text(), note.css_first("p").text()) for note in section.css("article")
    ]
    assert shown == [
        ("ঘাটের ইজারাদার কফিল মাতব্বর জানান, তিনজনের লাশ পাওয়া গেছে।", "ফোন করে জানতে হবে"),
        ("বকুলতলায় ট্রলারডুবি", "=পরের দিন দেখা"),
    ]
