import tomllib
from pathlib import Path

import pytest
import regex

from shutro.errors import DataError
from shutro.model import Difference, Entry
from shutro.views.labels import LANGUAGES, labels
from shutro.views.web.serving.words import words

VIEWS = Path(__file__).parents[2] / "src" / "shutro" / "views"


def test_both_languages_have_the_same_words() -> None:
    bangla, english = labels("bn"), labels("en")
    assert bangla.tables.keys() == english.tables.keys()
    for kind, said in bangla.tables.items():
        assert said.keys() == english.tables[kind].keys(), kind


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_agreement_and_every_way_of_dating_has_a_word(language: str) -> None:
    say = labels(language)  # type: ignore[arg-type]
    for field, kind in (("agreement", "agreement"), ("dated", "dated")):
        values = Entry.__dataclass_fields__[field].type
        assert isinstance(values, str)
        assert say.tables[kind], values
    assert set(say.tables["agreement"]) == {"single", "agree", "update", "conflict"}
    assert set(say.tables["dated"]) == {"context", "as-of", "planned"}


def test_numbers_take_the_digits_of_the_language() -> None:
    assert labels("bn").count("origins", 12) == "১২টি স্বাধীন সূত্র"
    assert labels("en").count("origins", 12) == "12 independent sources"
    assert labels("en").count("origins", 1) == "1 independent source"


def test_one_of_a_thing_is_not_many_of_it() -> None:
    assert labels("en")("about", pages=1, outlets=1) == "1 page · 1 outlet"
    assert labels("bn")("about", pages=1, outlets=3) == "১টি খবর · ৩টি সংবাদমাধ্যম"
    assert [words("en").count("reads", number) for number in (1, 4)] == ["read once", "read 4 times"]


def test_a_value_without_a_word_stands_for_itself() -> None:
    assert labels("en").of("slot", Difference("vessel", "a", "b", ()).slot) == "vessel"


def test_a_language_without_labels_is_refused() -> None:
    with pytest.raises(DataError, match="no labels for the language 'fr'"):
        labels("fr")  # type: ignore[arg-type]


def test_every_word_is_said_somewhere() -> None:
    rooms = (VIEWS, VIEWS.parent / "cli")
    files = (path for room in rooms for path in room.rglob("*") if path.suffix in {".py", ".html"})
    said = "".join(path.read_text("utf-8") for path in files)
    for key in labels("en").tables[""]:
        assert regex.search(rf"""["'(]{key}["']""", said), key
    for key in labels("en").tables["counted"]:
        assert regex.search(rf"""count\(["']{key}["']""", said), key


def test_every_stance_has_a_word() -> None:
    cues = tomllib.loads((VIEWS.parent / "meaning" / "data" / "cues.toml").read_text("utf-8"))
    stances = {*cues["nouns"], *cues["verbs"].values(), *cues["phrases"].values()}
    assert stances <= set(labels("bn").tables["stance"])


def test_whatever_is_counted_has_a_word() -> None:
    slots = tomllib.loads((VIEWS.parent / "meaning" / "data" / "quantities.toml").read_text("utf-8"))["slots"]
    assert set(slots) <= set(labels("bn").tables["slot"])
