"""How stories and threads grow in the archive, in whatever order and however often it is stopped."""

import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from importlib import import_module

import pytest
from tests.archive.newsroom import many, newsroom

from shutro.archive.ledger.cards import write_rows
from shutro.archive.ledger.threads import tie_stories
from shutro.archive.ledger.timelines import packed_entries, understood, unpacked_entries
from shutro.archive.store import Archive, open_archive
from shutro.errors import ArchiveCorrupt, NotInArchive
from shutro.meaning.findings import understand
from shutro.model import Article
from shutro.stories.timeline import timeline

NAMES = ("trawler", "onion", "chess", "trial")
EVENTS = {frozenset(a.id for a in newsroom() if a.id.startswith(name)) for name in NAMES}
LATER = datetime.now(UTC) + timedelta(days=1)


def stories_of(archive: Archive, articles: Iterable[Article]) -> set[frozenset[str]]:
    found = defaultdict(set)
    for article in articles:
        card = archive.story_of(article.id)
        assert card is not None
        found[card.id].add(article.id)
    return {frozenset(ids) for ids in found.values()}


def test_reports_of_one_event_become_one_story(where: str) -> None:
    with open_archive(where) as archive:
        archive.add_all(newsroom())
        assert archive.grow() == 9
        assert stories_of(archive, newsroom()) == EVENTS
        assert archive.grow() == 0


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_arrival_does_not_matter(where: str, seed: int) -> None:
    reports = random.Random(seed).sample(newsroom(), 9)
    with open_archive(where) as archive:
        for report in reports:
            archive.add(report)
            archive.grow()
        assert stories_of(archive, reports) == EVENTS


def test_an_old_report_that_comes_late_finds_its_story(where: str) -> None:
    *rest, late = sorted(newsroom(), key=lambda a: a.id == "trawler-0")
    with open_archive(where) as archive:
        archive.add_all([*rest, *many(30)])
        archive.grow()
        archive.add(late)
        archive.grow()
        story = archive.story_of("trawler-0")
        assert story is not None
        assert story == archive.story_of("trawler-2")
        assert (story.articles, story.first) == (3, date(2025, 1, 8))
        assert not archive.why("trawler-0").new


def test_a_story_keeps_every_id_it_ever_had(where: str) -> None:
    ids = set()
    with open_archive(where) as archive:
        for report in random.Random(5).sample(newsroom(), 9):
            archive.add(report)
            archive.grow()
            ids |= {card.id for card in archive.stories(100)}
        now = {card.id for card in archive.stories(100)}
        assert {archive.story_card(id).id for id in ids} == now
        archive.regrow()
        archive.grow()
        assert {archive.story_card(id).id for id in ids} == {card.id for card in archive.stories(100)}
        with pytest.raises(NotInArchive, match="no story snone"):
            archive.story_card("snone")


def test_a_decision_is_kept_with_its_reasons(where: str) -> None:
    with open_archive(where) as archive:
        archive.add_all(newsroom())
        archive.grow()
        first, later = archive.why("onion-3"), archive.why("onion-4")
        assert first.new
        assert (later.article, later.new) == ("onion-4", False)
        assert archive.story_card(later.story).id == archive.story_card(first.story).id
        assert later.likeness >= later.asked
        assert "পেঁয়াজের" in newsroom()[4].text
        assert all(word in newsroom()[4].text for word, _ in later.reasons)
        with pytest.raises(NotInArchive):
            archive.why("nothing")


def test_a_report_waits_until_the_stories_grow(where: str) -> None:
    with open_archive(where) as archive:
        archive.add(newsroom()[0])
        assert archive.story_of("trawler-0") is None
        assert archive.waiting() == 1
        with pytest.raises(NotInArchive, match="in no story yet"):
            archive.why("trawler-0")


def test_a_card_tells_days_outlets_and_origins(where: str) -> None:
    with open_archive(where) as archive:
        before = datetime.now(UTC) - timedelta(seconds=1)
        archive.add_all(newsroom())
        archive.grow()
        card = archive.story_of("trawler-1")
        assert card is not None
        assert (card.articles, card.outlets) == (3, ("প্রভাতরেখা", "নদীকূল২৪", "ধ্রুবকাল"))
        assert card.origins == 2  # the second paper reprints the first
        assert (card.first, card.last) == (date(2025, 1, 8), date(2025, 1, 8))
        assert before <= card.grown <= datetime.now(UTC)
        assert card.title in {a.headline for a in newsroom() if a.id.startswith("trawler")}
        story = archive.story(card.id)
        assert [a.id for a in story.articles] == ["trawler-0", "trawler-1", "trawler-2"]
        assert [c.id for c in archive.reports(card.id)] == ["trawler-0", "trawler-1", "trawler-2"]
        assert {c.story for c in archive.reports(card.id)} == {card.id}


def test_lists_are_filtered_and_ordered(where: str) -> None:
    with open_archive(where) as archive:
        archive.add_all(newsroom())
        archive.grow()
        trial, trawler, onion, chess = (
            archive.story_of(id) for id in ("trial-7", "trawler-0", "onion-3", "chess-5")
        )
        assert archive.stories(order="newest")[0] == trial
        assert archive.stories(order="oldest")[-1] == trial
        assert archive.stories()[0] == trial  # months younger than all else
        assert archive.stories().index(trawler) < archive.stories().index(onion)  # more reports, and later
        assert archive.stories(until=date(2025, 1, 8), since=date(2025, 1, 8), limit=1) == [trawler]
        assert {c.id for c in archive.stories(outlet="নদীকূল২৪")} == {trawler.id, chess.id}  # type: ignore[union-attr]
        assert archive.count_stories(outlet="নদীকূল২৪") == 2
        assert archive.stories(entity="তাহমিদ হাসান") == [chess]
        for ask in (archive.stories, archive.count_stories):
            with pytest.raises(NotInArchive):
                ask(entity="কেউ না")
        assert archive.count_stories() == 4
        assert archive.stories(limit=1, offset=1) == archive.stories()[1:2]
        assert archive.stories(grown_since=datetime.now(UTC) + timedelta(days=1)) == []
        january = (date(2025, 1, 1), date(2025, 1, 31))
        eighth, ninth = date(2025, 1, 8), date(2025, 1, 9)
        assert archive.days(*january) == [(eighth, 5), (ninth, 2)]
        assert archive.days(*january, outlet="নদীকূল২৪") == [(eighth, 1), (ninth, 1)]


def test_a_thread_ties_stories_of_one_matter_over_months(where: str) -> None:
    with open_archive(where) as archive:
        for report in newsroom():
            archive.add(report)
            archive.grow()
        (thread,) = archive.threads()
        assert (thread.stories, thread.articles) == (2, 5)
        assert (thread.first, thread.last) == (date(2025, 1, 8), date(2025, 6, 18))
        assert "আবদুল মতিন" in thread.actors
        view = archive.thread(thread.id)
        assert [story.thread for story in view.stories] == [thread.id, thread.id]
        assert view.stories[0] == archive.story_of("trawler-0")
        (tie,) = view.ties
        assert {tie.one, tie.other} == {story.id for story in view.stories}
        assert "আবদুল মতিন" in tie.actors
        assert tie.matter
        assert archive.stories(thread=thread.id, order="oldest") == list(view.stories)
        assert archive.search_threads("ট্রলারডুবি") == [thread]
        with pytest.raises(NotInArchive, match="no thread"):
            archive.thread(view.stories[0].id)


def test_stories_are_found_by_their_reports(where: str) -> None:
    with open_archive(where) as archive:
        archive.add_all(newsroom())
        archive.grow()
        assert [c.id for c in archive.search_stories("দাবা তাহমিদ")] == [archive.story_of("chess-5").id]  # type: ignore[union-attr]
        assert archive.search_stories("tahmid")[0] == archive.story_of("chess-6")
        assert archive.search_stories("উটপাখি") == []


def test_a_timeline_is_kept_until_the_story_changes(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    reports = newsroom()
    with open_archive(where) as archive:
        archive.add_all(reports[:2])
        archive.grow()
        id = archive.story_of("trawler-0").id  # type: ignore[union-attr]
        first = archive.timeline(id)
        assert first == timeline(reports[:2])
        with monkeypatch.context() as patched:
            patched.setattr(
                import_module("shutro.stories.timeline"), "entries", lambda *_: pytest.fail("made anew")
            )
            assert archive.timeline(id) == first
        archive.add(reports[2])
        archive.grow()
        assert archive.timeline(id) == timeline(reports[:3])
        assert archive.timeline(id) != first


def test_entries_come_back_as_they_were() -> None:
    made = timeline(newsroom()[:3])
    assert unpacked_entries(packed_entries(made)) == made


def test_kept_findings_serve_as_if_the_article_was_understood(where: str) -> None:
    one = newsroom()[2]
    with open_archive(where) as archive:
        archive.add(one)
        kept, made = understood(one, archive.findings(one.id)), understand(one)
    assert replace(kept, doc=made.doc) == made
    assert all(getattr(kept.doc, f.name) == getattr(made.doc, f.name) for f in fields(made.doc))


def test_what_a_story_has_gained_is_told(where: str) -> None:
    reports = newsroom()
    with open_archive(where) as archive:
        archive.add_all(reports[:2])
        archive.grow()
        between = datetime.now(UTC)
        archive.add(reports[2])
        archive.grow()
        id = archive.story_of("trawler-0").id  # type: ignore[union-attr]
        gain = archive.gained(id, between)
        assert [card.id for card in gain.articles] == ["trawler-2"]
        told = [*gain.entries, *gain.grown]
        assert told
        assert all("trawler-2" in {e.article for e in entry.evidence} for entry in told)
        everything = archive.gained(id, between - timedelta(days=1))
        assert len(everything.articles) == 3
        assert list(everything.entries) == archive.timeline(id)
        assert archive.gained(id, datetime.now(UTC)).articles == ()


def test_a_revised_report_stays_and_is_shown_as_it_is_now(where: str) -> None:
    reports = newsroom()
    with open_archive(where) as archive:
        archive.add_all(reports)
        archive.grow()
        more = Article.from_text(
            id="trawler-2", outlet="ধ্রুবকাল", published="2025-01-08T18:30:00+06:00", url=reports[2].url,
            headline="ধলেশ্বরীর ট্রলারডুবি: মৃতের সংখ্যা বেড়ে ৯", captured=LATER,
            body="\n".join(reports[2].body) + "\nবৃহস্পতিবার আরও দুজনের লাশ ভেসে ওঠে।",
        )  # fmt: skip
        assert archive.add(more) == "revised"
        assert archive.waiting() == 1
        assert archive.grow() == 1
        card = archive.story_of("trawler-2")
        assert card == archive.story_of("trawler-0")
        assert any("ভেসে ওঠে" in e.text for entry in archive.timeline(card.id) for e in entry.evidence)  # type: ignore[union-attr]


def test_a_report_that_became_another_leaves_its_story(where: str) -> None:
    reports = newsroom()
    other = replace(reports[5], id=reports[2].id, url=reports[2].url, captured=LATER)
    with open_archive(where) as archive:
        archive.add_all(reports)
        archive.grow()
        archive.add(other)
        archive.grow()
        card = archive.story_of("trawler-2")
        assert card == archive.story_of("chess-6")
        assert card is not None
        assert card.articles == 3
        assert archive.story_card(archive.story_of("trawler-0").id).articles == 2  # type: ignore[union-attr]


def dump(archive: Archive) -> list[object]:
    tables = ("placed", "story", "story_mass", "story_actor", "meeting", "copied", "tie", "thread")
    return [sorted(archive._shelf.ask(f"SELECT * FROM {table}")) for table in tables]


def test_the_same_rules_grow_the_same_stories_byte_for_byte(
    where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports = [*newsroom(), *many(60)]
    with open_archive(where) as archive:
        archive.add_all(random.Random(4).sample(reports, len(reports)))
        archive.grow()
        archive.rebuild()
        once = dump(archive)
        assert not archive.regrow()
        monkeypatch.setattr("shutro.archive.ledger.growing.grouping_rules", lambda: "other")
        assert archive.regrow()
        # Stopped between batches and gone on with by another process.
        archive._grow_batch()
        with open_archive(where) as other:
            other._grow_batch()
        archive.grow()
        assert dump(archive) == once


def test_stories_do_not_depend_on_what_was_added_first(where: str, tmp_path: object) -> None:
    reports = [*newsroom(), *many(30)]
    with open_archive(where) as archive:
        archive.add_all(reports)
        archive.rebuild()
        told = {(c.title, c.first, c.last, c.articles, c.outlets) for c in archive.stories(500)}
    with open_archive(f"{tmp_path}/second.db") as archive:
        for report in random.Random(8).sample(reports, len(reports)):
            archive.add(report)
        archive.grow()
        archive.rebuild()
        assert {(c.title, c.first, c.last, c.articles, c.outlets) for c in archive.stories(500)} == told


def test_a_batch_that_fails_leaves_nothing_behind(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_archive(where) as archive:
        archive.add_all(newsroom()[:4])
        archive.grow()
        before = dump(archive)
        archive.add_all(newsroom()[4:])
        with monkeypatch.context() as patched:
            patched.setattr("shutro.archive.ledger.batch.write_rows", _stop)
            with pytest.raises(KeyboardInterrupt):
                archive.grow()
        assert dump(archive)[1:] == before[1:]
        archive.grow()
        assert stories_of(archive, newsroom()) == EVENTS


def _stop(*_: object) -> None:
    raise KeyboardInterrupt


def test_two_processes_grow_one_archive(where: str) -> None:
    reports = newsroom()
    with open_archive(where) as one, open_archive(where) as other:
        for n, report in enumerate(reports):
            archive = (one, other)[n % 2]
            archive.add(report)
            archive.grow()
        assert stories_of(one, reports) == stories_of(other, reports) == EVENTS


def test_an_empty_archive_has_no_stories(where: str) -> None:
    with open_archive(where) as archive:
        assert (archive.grow(), archive.stories(), archive.threads(), archive.count_stories()) == (
            0,
            [],
            [],
            0,
        )
        assert archive.days(date(2025, 1, 1), date.max) == []


def test_headlines_alone_and_reports_without_a_day_are_placed(where: str) -> None:
    bare = Article.from_text(id="bare", headline="ধলেশ্বরীতে ট্রলারডুবি, ৫ লাশ উদ্ধার মোক্তারপুর ঘাটে", body="")
    empty = Article.from_text(id="odd", headline="—", body="…")
    with open_archive(where) as archive:
        archive.add_all([bare, empty])
        assert archive.grow() == 2
        assert archive.story_of("odd") != archive.story_of("bare")
        assert archive.stories(order="newest") == []  # no day is known
        assert archive.count_stories() == 2


def test_stories_that_do_not_hold_together_are_told(where: str) -> None:
    with open_archive(where) as archive:
        archive.add_all(newsroom())
        archive.grow()
        archive.verify()
        with archive.writing():
            archive._shelf.ask("DELETE FROM story_mass WHERE story = (SELECT min(number) FROM story)")
        with pytest.raises(ArchiveCorrupt, match="1 stories have lost their terms"):
            archive.verify()


def become_one(archive: Archive, one: str, other: str) -> None:
    """Let a story become part of another, as when a report comes that ties them together."""
    growth, ledger = archive._growth, archive._shelf.ledger
    with archive.writing():
        growth.begin(ledger.state()[0])
        held = growth.fetch([archive._story(one), archive._story(other)])
        survivor, lesser = held.values()
        survivor.mass.merge(lesser.mass)
        growth.drop(lesser)
        ledger.gather(lesser.number, survivor.number)
        growth.changed.add(survivor.number)
        write_rows(growth, growth.changed)
        tie_stories(growth, archive._findings)
        growth.end(ledger.state()[0])


def test_notes_go_along_when_a_story_becomes_part_of_another(where: str) -> None:
    with open_archive(where) as archive:
        archive.add_all(newsroom())
        archive.grow()
        (thread,) = archive.threads()
        one, other = (story.id for story in archive.thread(thread.id).stories)
        first = archive.add_note("story", one, "কে দায়ী?")
        second = archive.add_note("story", other, "রায় কবে?")
        third = archive.add_note("thread", thread.id, "সব এক জায়গায়")
        assert archive.notes("thread", thread.id) == [third]
        become_one(archive, one, other)
        led = replace(second, of=archive.story_card(other).id)
        for id in (one, other):
            assert archive.notes("story", id) == [first, led]
        assert list(archive.all_notes()) == [first, led, third]
        assert archive.notes("thread", thread.id) == [third]


def test_a_thread_whose_stories_become_one_is_no_more(where: str) -> None:
    with open_archive(where) as archive:
        archive.add_all(newsroom())
        archive.grow()
        (thread,) = archive.threads()
        one, other = (story.id for story in archive.thread(thread.id).stories)
        become_one(archive, one, other)
        assert archive.threads() == []
        archive.verify()
        assert archive.story_card(other) == archive.story_card(one)
        with pytest.raises(NotInArchive, match="has come apart"):
            archive.thread(thread.id)
