"""What the archive tells beside its articles' words: names, outlets, lists, readings, notes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.archive.conftest import MEGHNA, PADMA, STORES, TISTA, articles, place

from shutro.archive.nouns.cards import Target
from shutro.archive.nouns.findings import Kept
from shutro.archive.nouns.results import Hit
from shutro.archive.store import Archive, open_archive
from shutro.errors import ArchiveError, DataError, NotInArchive
from shutro.model import Article, Name
from shutro.span import Span


@pytest.fixture(scope="module", params=STORES)
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive whose names are indexed; tests only read it."""
    with open_archive(place(request.param, tmp_path_factory.mktemp("desk"))) as archive:
        archive.add_all(articles())
        assert archive.understand() == len(articles())
        yield archive


def report(number: int, body: str, **fields: object) -> Article:
    made = Article.from_text(
        id=f"r{number}", headline=f"খবর {number}", body=body, outlet=PADMA, published=f"2026-04-{number:02}"
    )
    return replace(made, **fields)  # type: ignore[arg-type]


# names


def test_a_name_kept_in_both_encodings_is_one(where: str) -> None:
    whole, parted = "খালেদা জি\u09dfা", "খালেদা জি\u09af\u09bcা"
    with open_archive(where) as archive:
        for number, called in enumerate((whole, parted), 1):
            article = report(number, f"{called} ঢাকায় ফিরেছেন।")
            archive.add(article)
            at = article.text.index(called)
            name = Name(at, at + len(called), called, "PER", called)
            archive.keep_findings(article.id, Kept((name,), (), ()))
        assert [entity.articles for entity in archive.entities(kind="PER")] == [2]
        assert archive.entity(whole) == archive.entity(parted)


def test_understanding_again_does_nothing(desk: Archive) -> None:
    assert desk.understand() == 0


@pytest.mark.parametrize(
    "who", ["কামরুল আহসান", "কামরুল আহসানের", "কামরূল আহসান", "kamrul ahsan", "Qamrul Ahsan", "কামরুল"]
)
def test_any_spelling_leads_to_the_entity(desk: Archive, who: str) -> None:
    card = desk.entity(who)
    assert (card.canonical, card.kind, card.articles) == ("কামরুল আহসান", "PER", 1)
    assert card.first == card.last == date(2026, 3, 2)


def test_a_name_is_found_in_the_other_spellings_of_its_words(where: str) -> None:
    with open_archive(where) as archive:
        archive.add(report(1, "প্রকৌশলী আব্দুল্লা হুসেইন জানান, পাম্প দুটি চালু হয়েছে।"))
        archive.understand()
        assert archive.entity("আবদুল্লাহ হোসাইন").canonical == "আব্দুল্লা হুসেইন"


@pytest.mark.parametrize("who", ["", "নাম নেই এমন", "nobody at all"])
def test_nobody_is_not_in_the_archive(desk: Archive, who: str) -> None:
    with pytest.raises(NotInArchive):
        desk.entity(who)


def test_entities_are_listed_by_kind_and_beginning(desk: Archive) -> None:
    people = desk.entities(kind="PER")
    assert {"কামরুল আহসান", "নাজমা বেগম"} <= {card.canonical for card in people}
    assert all(card.kind == "PER" for card in people)
    assert [card.canonical for card in desk.entities(kind="PER", prefix="নাজ")] == ["নাজমা বেগম"]
    assert desk.entities(limit=2) + desk.entities(limit=2, offset=2) == desk.entities(limit=4)


def test_the_articles_that_name_somebody(desk: Archive) -> None:
    assert [card.id for card in desk.articles_of("নাজমা বেগম")] == ["bridge-minister"]


def test_what_somebody_said_and_what_is_said_of_them(desk: Archive) -> None:
    said = desk.said_by("kamrul ahsan")
    assert said
    assert all(one.statement.source == "কামরুল আহসান" for one in said)
    assert all(one.statement.text in one.article.text for one in said)


def test_spellings_of_one_somebody_are_one_entity(where: str) -> None:
    with open_archive(where) as archive:
        for number, name in enumerate(["শামীম আখতার", "সামিম আখতার", "শামীম আখতার"], 1):
            archive.add(report(number, f"মন্ত্রী {name} ঢাকায় এসেছেন। {name} বলেন, কাজ চলবে।"))
        archive.understand()
        card = archive.entity("সামিম আখতার")
        assert (card.canonical, card.articles) == ("শামীম আখতার", 3)
        assert set(card.spellings) == {"শামীম আখতার", "সামিম আখতার"}
        assert [one.id for one in archive.articles_of("শামীম আখতার")] == ["r3", "r2", "r1"]
        assert [one.id for one in archive.articles_of("শামীম আখতার", limit=1, offset=1)] == ["r2"]


def test_who_is_named_in_the_same_reports(where: str) -> None:
    with open_archive(where) as archive:
        archive.add(report(1, "নাজমা বেগম ও কামরুল আহসান বৈঠক করেছেন। নাজমা বেগম বলেন, বৈঠক ভালো হয়েছে।"))
        archive.add(report(2, "নাজমা বেগম ও কামরুল আহসান সংসদে ছিলেন। সেলিনা পারভীন বলেন, কাজ চলছে।"))
        archive.understand()
        beside = {card.canonical: times for card, times in archive.with_whom("নাজমা বেগম")}
        assert beside["কামরুল আহসান"] == 2
        assert beside["সেলিনা পারভীন"] == 1
        assert "নাজমা বেগম" not in beside


def test_a_revision_takes_its_old_names_out(where: str) -> None:
    one = report(1, "মন্ত্রী কামরুল আহসান ঢাকায় এসেছেন। কামরুল আহসান বলেন, কাজ চলবে।", url="https://n.example/1")
    other = report(1, "মন্ত্রী নাজমা বেগম ঢাকায় এসেছেন। নাজমা বেগম বলেন, কাজ চলবে।", url="https://n.example/1")
    with open_archive(where) as archive:
        archive.add(one)
        archive.understand()
        assert archive.entity("কামরুল আহসান").articles == 1
        assert archive.add(replace(other, captured=None)) == "revised"
        assert archive.understand() == 1
        assert archive.entity("নাজমা বেগম").articles == 1
        assert archive.articles_of("নাজমা বেগম")
        assert "কামরুল আহসান" not in {card.canonical for card in archive.entities()}


# reports


def test_the_newest_reports_come_first(desk: Archive) -> None:
    ids = [article.id for article in reversed(articles())]
    assert [card.id for card in desk.latest(limit=4)] == ids[:4]
    assert [card.id for card in desk.latest(limit=4, offset=3)] == ids[3:7]
    assert {card.outlet for card in desk.latest(outlet=TISTA)} == {TISTA}


def test_cards_come_in_the_order_asked(desk: Archive) -> None:
    cards = desk.cards(["onion", "bridge"])
    assert [(card.id, card.outlet, card.day) for card in cards] == [
        ("onion", TISTA, date(2026, 3, 3)),
        ("bridge", PADMA, date(2026, 3, 1)),
    ]
    with pytest.raises(NotInArchive):
        desk.cards(["onion", "nothing"])


def test_sections_and_tags_are_counted(where: str) -> None:
    with open_archive(where) as archive:
        archive.add(report(1, "এক।", section="খেলা", tags=("ফুটবল", "কাপ"), url="https://n.example/1"))
        archive.add(report(2, "দুই।", section="খেলা", tags=("ফুটবল",)))
        archive.add(report(3, "তিন।"))
        assert archive.sections() == [("খেলা", 2)]
        assert archive.tags() == [("ফুটবল", 2), ("কাপ", 1)]
        assert [card.id for card in archive.latest(section="খেলা")] == ["r2", "r1"]
        assert [card.id for card in archive.latest(tag="কাপ")] == ["r1"]
        archive.add(report(1, "অন্য কথা।", section="মাঠ", tags=("কাপ",), url="https://n.example/1"))
        assert archive.sections() == [("খেলা", 1), ("মাঠ", 1)]
        assert archive.tags() == [("কাপ", 1), ("ফুটবল", 1)]


def test_outlets_with_their_days(desk: Archive) -> None:
    assert {card.name: card.articles for card in desk.outlets()} == {PADMA: 4, MEGHNA: 3, TISTA: 3}
    card = desk.outlet(MEGHNA)
    assert (card.first, card.last) == (date(2026, 3, 2), date(2026, 3, 8))
    with pytest.raises(NotInArchive):
        desk.outlet("Jamuna Times")


# readings and notes


def test_readings_are_counted(where: str) -> None:
    with open_archive(where) as archive:
        archive.add_all(articles())
        for id in ("onion", "cup", "onion"):
            archive.count_read(id)
        assert [(card.id, times) for card, times in archive.most_read()] == [("onion", 2), ("cup", 1)]
        assert archive.most_read(since=date(2999, 1, 1)) == []
        with pytest.raises(NotInArchive):
            archive.count_read("nothing")


def test_notes_are_kept_and_thrown_away(where: str) -> None:
    with open_archive(where) as archive:
        archive.add_all(articles())
        text = archive.get("swing").text
        at = text.index("রঙের")
        first = archive.add_note("article", "swing", "মেলা কবে?", Span(at, at + 4))
        second = archive.add_note("article", "swing", "ছবি চাই")
    with open_archive(where) as archive:
        assert archive.notes("article", "swing") == [first, second]
        archive.drop_note(first.id)
        assert list(archive.all_notes()) == [second]
        with pytest.raises(NotInArchive):
            archive.drop_note(first.id)


@pytest.mark.parametrize(
    ("of", "text", "span"),
    [
        ("swing", " ", None),
        ("swing", "কথা", Span(0, 9999)),
        ("swing", "কথা", Span(3, 3)),
        ("nothing", "কথা", None),
    ],
)
def test_a_note_needs_words_and_a_place(where: str, of: str, text: str, span: Span | None) -> None:
    with open_archive(where) as archive:
        archive.add_all(articles())
        with pytest.raises(ArchiveError):
            archive.add_note("article", of, text, span)
        assert list(archive.all_notes()) == []


@pytest.mark.parametrize(("target", "of"), [("story", "s000000000000"), ("thread", "t000000000000")])
def test_a_note_stands_on_what_is_there(where: str, target: Target, of: str) -> None:
    with open_archive(where) as archive:
        archive.add_all(articles())
        archive.grow()
        story = archive.story_of("bridge")
        assert story is not None
        note = archive.add_note("story", story.id, "কথা")
        with pytest.raises(NotInArchive):
            archive.add_note(target, of, "কথা")
        assert list(archive.all_notes()) == archive.notes("story", story.id) == [note]


def test_words_that_no_page_can_hold_find_nothing(desk: Archive) -> None:
    odd = "সেতু\udcff"
    assert desk.statements(odd, odd) == desk.latest(outlet=odd) == desk.latest(tag=odd) == []
    assert desk.search("সেতু", outlet=odd) == desk.notes("story", odd) == []
    assert desk.coverage(odd).articles == 0
    assert desk.check("শঙ্খচর সেতু ধসে নিহত ৭", outlet=odd).verdict != "printed"
    for ask in (desk.capture, desk.drop_note, desk.get, desk.outlet, desk.story_card):
        with pytest.raises(NotInArchive):
            ask(odd)


# filters of a search


def ids(hits: list[Hit]) -> set[str]:
    return {hit.article.id for hit in hits}


def test_a_search_keeps_to_a_person_a_place_and_a_source(desk: Archive) -> None:
    assert ids(desk.search("সেতু")) == {"bridge", "bridge-minister"}
    assert ids(desk.search("সেতু", person="kamrul ahsan")) == {"bridge-minister"}
    assert ids(desk.search("সেতু", source="কামরুল আহসানের")) == {"bridge-minister"}
    assert ids(desk.search("ফাইনালে", place="নেপাল")) == {"cup"}
    assert desk.search("সেতু", person="রাকিব হাসান") == []
    assert desk.search("সেতু", person="কামরুল আহসান", until=date(2026, 3, 1)) == []


def test_filters_alone_bring_the_newest(desk: Archive) -> None:
    assert [hit.article.id for hit in desk.search("", outlet=TISTA, limit=2)] == ["talks", "swing"]
    assert ids(desk.search("", person="নাজমা বেগম")) == {"bridge-minister"}
    assert desk.search("") == []


@pytest.mark.parametrize("filters", [{"person": "নেপাল"}, {"place": "কামরুল আহসান"}, {"source": "অচেনা মানুষ"}])
def test_a_filter_that_nobody_answers_to_is_an_error(desk: Archive, filters: dict[str, str]) -> None:
    with pytest.raises(NotInArchive):
        desk.search("সেতু", **filters)  # type: ignore[arg-type]


# stories and copies


def test_a_story_holds_a_search_and_stands_on_its_cards(where: str) -> None:
    with open_archive(where) as archive:
        archive.add_all(articles())
        archive.understand()
        archive.grow()
        story = archive.story_of("bridge")
        assert story is not None
        assert archive.cards(["bridge"])[0].story == story.id
        assert "bridge" in ids(archive.search("সেতু", story=story.id))
        assert archive.search("পেঁয়াজ", story=story.id) == []
        with pytest.raises(NotInArchive):
            archive.search("সেতু", story="s000000000000")


def test_a_reprint_is_counted_for_both_outlets(where: str) -> None:
    body = "\n".join(article.body[0] for article in articles()[:4])
    with open_archive(where) as archive:
        for number, outlet in enumerate((PADMA, MEGHNA), 1):
            archive.add(report(number, body, outlet=outlet))
        archive.understand()
        archive.grow()
        assert [(card.id, kind) for card, kind in archive.copies_of("r1")] == [("r2", "near")]
        counts = {card.name: (card.originals, card.reprints) for card in archive.outlets()}
        assert counts == {PADMA: (1, 0), MEGHNA: (0, 1)}


# a user's own names


def own(folder: Path, text: str) -> Path:
    path = folder / "my.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_users_names_go_over_all_rules(where: str, tmp_path: Path) -> None:
    both = own(tmp_path, '"কামরুল আহসান" = { also = ["রাঙা ভাই", "কে আহসান"], latin = "Kamrool Ahsan" }')
    with open_archive(where) as archive:
        archive.add(report(1, "মন্ত্রী কামরুল আহসান ঢাকায় এসেছেন। কামরুল আহসান বলেন, কাজ চলবে।"))
        archive.add(report(2, "মন্ত্রী কে আহসান ঢাকায় এসেছেন। কে আহসান বলেন, কাজ চলবে না।"))
        archive.understand()
        assert archive.entity("কামরুল আহসান").articles == 1
        archive.learn_names(both)
        card = archive.entity("কে আহসান")
        assert (card.canonical, card.articles, card.latin) == ("কামরুল আহসান", 2, "Kamrool Ahsan")
        assert [one.id for one in archive.articles_of("কামরুল আহসান")] == ["r2", "r1"]
        archive.learn_names(own(tmp_path, ""))
        assert archive.entity("কামরুল আহসান").articles == 1
        assert archive.entity("কে আহসান").canonical == "কে আহসান"


def test_a_name_file_that_breaks_its_format_changes_nothing(where: str, tmp_path: Path) -> None:
    with open_archive(where) as archive, pytest.raises(DataError):
        archive.learn_names(own(tmp_path, "রহিম = 3"))


def test_a_note_follows_its_sentence_into_a_revision(where: str) -> None:
    one = report(1, "আজ বৃষ্টি হবে। কাল রোদ উঠবে।", url="https://n.example/1")
    with open_archive(where) as archive:
        archive.add(one)
        at = one.text.index("কাল রোদ")
        archive.add_note("article", "r1", "দেখা যাক", Span(at, at + 7))
        archive.add(report(1, "নতুন কথা আগে। কাল রোদ উঠবে।", url="https://n.example/1"))
        (note,) = archive.notes("article", "r1")
        assert note.span is not None
        assert note.span.of(archive.get("r1").text) == "কাল রোদ"
        archive.add(report(1, "সব কথা অন্য।", url="https://n.example/1"))
        (note,) = archive.notes("article", "r1")
        assert note.span is None


def test_new_rules_are_for_what_is_new_until_all_is_found_again(
    where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_archive(where) as archive:
        archive.add(report(1, "মন্ত্রী কামরুল আহসান ঢাকায় এসেছেন।"))
        assert archive.understand() == 1
        for module in ("desk.understanding", "rebuilding", "store"):
            monkeypatch.setattr(f"shutro.archive.{module}.rules", lambda: "0123456789ab")
        archive.add(report(2, "মন্ত্রী নাজমা বেগম ঢাকায় এসেছেন।"))
        assert archive.understand(again=False) == 1
        assert archive.understand() == 2
        assert archive.understand() == 0


def test_a_rebuild_leaves_nothing_to_understand_or_to_place(
    where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_archive(where) as archive:
        archive.add(report(1, "মন্ত্রী কামরুল আহসান ঢাকায় এসেছেন।"))
        archive.understand()
        archive.add(report(2, "মন্ত্রী নাজমা বেগম ঢাকায় এসেছেন।"))
        for module in ("desk.understanding", "rebuilding", "store"):
            monkeypatch.setattr(f"shutro.archive.{module}.rules", lambda: "0123456789ab")
        read, placed = [], []
        assert archive.rebuild(read.append, placed.append).articles == 2
        assert (read, placed) == ([1, 2], [2])
        assert (archive.understand(), archive.grow()) == (0, 0)
        assert archive.entity("নাজমা বেগম").articles == 1


def test_an_article_may_call_the_well_known_by_two_names(where: str) -> None:
    text = "বাহামাস ও বাহামা"
    two = (Name(0, 7, "বাহামাস", "LOC", "বাহামাস"), Name(10, 16, "বাহামা", "LOC", "বাহামা"))
    with open_archive(where) as archive:
        archive.add(report(1, text))
        at = archive.get("r1").text.index(text)
        names = tuple(replace(name, start=name.start + at, end=name.end + at) for name in two)
        archive.keep_findings("r1", Kept(names, (), ()))
        assert archive.entity("বাহামাস").canonical == "বাহামা"
        assert archive.entity("বাহামা").articles == 1
        archive.verify()
