"""What an export is made of: pages, or what was chosen of an archive."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from shutro.archive.nouns.cards import Note, StoryCard
from shutro.archive.nouns.findings import Kept, rules
from shutro.archive.nouns.record import filed_day
from shutro.archive.store import Archive
from shutro.errors import NotInArchive
from shutro.model import Article, Entry
from shutro.stories.moments import in_order
from shutro.version import VERSION
from shutro.views.exports.load import Colophon, Load, Noted, Report, Told
from shutro.views.labels import Language

_PAGE = 100


@dataclass(frozen=True, slots=True)
class Choice:
    """What of an archive is wanted: stories, threads and articles by their ids, then the hits of a search;
    all of it where neither is chosen.

    The outlet and the days (inclusive) choose hits by their own outlet and day, and stories by any of
    their reports; a story is exported whole. `limit` is the most hits of a search.
    """

    ids: tuple[str, ...] = ()
    search: str | None = None
    outlet: str | None = None
    since: date | None = None
    until: date | None = None
    limit: int = 100


def from_pages(articles: Iterable[Article], *, text: bool = True, language: Language = "bn") -> Load:
    """The stories that these articles tell, without an archive."""
    every = {article.id: article for article in articles}

    def told() -> Iterator[Told]:
        from shutro.stories.grouping.clusters import stories

        for story in stories(every.values()):
            reports = tuple(Report(article, found, story.id) for article in story.articles)
            yield Told(story.id, story.title, reports, told_by)

    return Load(Colophon(VERSION, rules()), told, text, language=language)


def found(article: Article) -> Kept:
    """What the present rules find in an article that is in no archive."""
    from shutro.meaning.findings import understand

    findings = understand(article)
    return Kept(findings.names, findings.statements, findings.events)


def told_by(articles: Sequence[Article]) -> Sequence[Entry]:
    """The timeline over articles, made now."""
    from shutro.stories.timeline import timeline

    return timeline(articles)


def from_archive(archive: Archive, choice: Choice, *, text: bool = True, language: Language = "bn") -> Load:
    """What was chosen of an archive, which must stay open while the load is walked.

    Raises NotInArchive for an id that the archive does not hold.
    """
    choice = replace(choice, outlet=archive.outlet_called(choice.outlet))
    chosen = [_chosen(archive, id) for id in choice.ids]

    def told() -> Iterator[Told]:
        walk = _Walk(archive)
        for one in chosen:
            yield from walk.loose(one) if isinstance(one, Article) else walk.stories(one)
        if choice.search is not None:
            yield from walk.hits(choice, choice.search)
        elif not chosen:
            yield from walk.everything(choice)

    whole = not choice.ids and choice.search is None
    return Load(Colophon(VERSION, rules(), archive.state()), told, text, whole, language)


def _chosen(archive: Archive, id: str) -> Sequence[StoryCard] | Article:
    """The stories that an id names, or the one article; of a thread that came apart, its first story."""
    try:
        return archive.thread(id).stories
    except NotInArchive:
        pass
    try:
        return [archive.story_card(id)]
    except NotInArchive:
        pass
    try:
        return archive.get(id)
    except NotInArchive:
        raise NotInArchive(f"no story, thread or article {id} in the archive") from None


class _Walk:
    """One walk through an archive, giving each note with the first that it stands on."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._notes: dict[tuple[str, str], list[Note]] = {}
        for note in archive.all_notes():
            self._notes.setdefault((note.target, note.of), []).append(note)

    def stories(self, cards: Sequence[StoryCard]) -> Iterator[Told]:
        for card in cards:
            articles = in_order(self._archive.story(card.id).articles)
            reports = tuple(Report(article, self._found, card.id) for article in articles)
            notes = [*self._on("story", card.id, card.title), *self._on_articles(articles)]
            if card.thread:
                notes = [*self._on("thread", card.thread, card.title), *notes]
            yield Told(card.id, card.title, reports, self._tell(card.id), card.thread, tuple(notes))

    def loose(self, article: Article) -> Iterator[Told]:
        """One article, on its own."""
        yield self._together([article], article.headline)

    def hits(self, choice: Choice, query: str) -> Iterator[Told]:
        """What a search finds, as one story that has no id."""
        hits = self._archive.search(query, choice.limit, choice.outlet, choice.since, choice.until)
        if hits:
            yield self._together([hit.article for hit in hits], query)

    def everything(self, choice: Choice) -> Iterator[Told]:
        """Every story of the archive, then the articles that are in none yet."""
        archive, at = self._archive, 0
        while cards := archive.stories(
            _PAGE, at, "oldest", since=choice.since, until=choice.until, outlet=choice.outlet
        ):
            at += len(cards)
            yield from self.stories(cards)
        for article in archive.articles():
            if archive.story_of(article.id) is None and _within(article, choice):
                yield from self.loose(article)

    def _together(self, articles: Sequence[Article], title: str) -> Told:
        ordered = in_order(articles)
        reports = tuple(Report(article, self._found, self._story(article)) for article in ordered)
        return Told(None, title, reports, told_by, notes=tuple(self._on_articles(ordered)))

    def _found(self, article: Article) -> Kept:
        return self._archive.findings(article.id)

    def _story(self, article: Article) -> str | None:
        card = self._archive.story_of(article.id)
        return card.id if card else None

    def _tell(self, id: str) -> Callable[[Sequence[Article]], Sequence[Entry]]:
        return lambda _: self._archive.timeline(id)

    def _on(self, target: str, of: str, title: str) -> list[Noted]:
        return [Noted(note, title) for note in self._notes.pop((target, of), [])]

    def _on_articles(self, articles: Iterable[Article]) -> list[Noted]:
        return [
            Noted(note, note.span.of(article.text) if note.span else article.headline)
            for article in articles
            for note in self._notes.pop(("article", article.id), [])
        ]


def _within(article: Article, choice: Choice) -> bool:
    day = filed_day(article)
    return (
        (choice.outlet is None or article.outlet == choice.outlet)
        and (choice.since is None or (day is not None and day >= choice.since))
        and (choice.until is None or (day is not None and day <= choice.until))
    )
