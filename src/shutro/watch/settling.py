"""What the outcome of a request changes: in the archive, in the frontier, and in when what is asked next.

Each outcome is settled within one transaction: the article, its capture, and the word that the page was had
are kept together or not at all.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from random import Random

from shutro.archive.nouns.sources import PageState, SourceState
from shutro.archive.store import Archive
from shutro.archive.tables.frontier import Page, Source
from shutro.capture.addresses import canonical, host_of, readable
from shutro.capture.listed import Listed
from shutro.errors import AddressRefused, CaptureError, MissingCapture, NotBangla, NotFetched, TryLater
from shutro.model import Article, Capture
from shutro.watch import pauses
from shutro.watch.fetching import Outcome
from shutro.watch.lists import Look
from shutro.watch.plan import Plan
from shutro.watch.told import Kind, Of, Tell, Told

_DAILY = 24 * 3600.0
_AGAIN = 3600.0  # seconds after which a new page that is not there is looked for once more


class Settling:
    """Settles outcomes; `touched` collects the hosts whose pages or sources are due at other times now."""

    def __init__(self, archive: Archive, plan: Plan, random: Random, tell: Tell) -> None:
        self._archive = archive
        self._frontier = archive.frontier
        self._plan = plan
        self._random = random
        self._tell = tell
        self.sources: dict[str, Source] = {}
        self.touched: set[str] = set()
        self.new = 0

    def settle(self, outcome: Outcome, now: float) -> None:
        """Take an outcome into the archive."""
        if isinstance(outcome.what, Source):
            source = self.sources[outcome.what.address]
            if outcome.error is not None:
                self._failed(source, outcome.error, now)
            else:
                self._looked(source, outcome, now)
            self.touched.add(source.host)
        elif outcome.error is not None:
            self._lost(outcome.what, outcome.error, now)
        else:
            self._had(outcome.what, outcome, now)
        self.touched.add(outcome.what.host)

    # sources

    def _looked(self, source: Source, outcome: Outcome, now: float) -> None:
        found = outcome.look or Look()
        new = self._list(source, found, now)
        usual = self._every(source)
        pause = pauses.between(source.pause, usual, self._plan.slowest, news=new > 0)
        if source.changed:
            pause = max(pause, _DAILY)  # its index tells when it changes
        self._keep(
            replace(
                source, state="well", reason=found.note, failures=0, asked=now, answered=now,
                news=now if new else source.news, pause=pause, due=now + pause,
                etag=outcome.validators.etag, modified=outcome.validators.last_modified,
            )
        )  # fmt: skip
        count = len(found.pages) + len(found.sitemaps) + len(found.old) + found.left
        kind: Kind = "looked" if outcome.look else "unchanged"
        text = f"{len(found.sitemaps)} sitemaps" if found.sitemaps else ""
        self._say(kind, now, source, text, listed=count, new=new)

    def _list(self, source: Source, found: Look, now: float) -> int:
        """Put what a source lists into the frontier; how many pages are new and wanted."""
        wanted, old = [*found.pages], [*found.old]
        if source.answered is not None or source.late:
            wanted, old = wanted + old, []  # what no date places is new if it was not there the last time
        keys = self._frontier.list_pages([_page(one, source, now, now) for one in wanted])
        self._frontier.list_pages([replace(_page(one, source, None, now), state="old") for one in old])
        self.touched |= {host_of(key) for key in keys}
        if source.parent is not None and found.sitemaps:
            return 0  # an index in an index, which no site has by the protocol
        for one in found.sitemaps:
            self._follow(source, one, now)
        return len(keys)

    def _follow(self, index: Source, one: Listed, now: float) -> None:
        """Look into a sitemap of an index, at once where the index says that it changed."""
        changed = one.moment.isoformat() if one.moment else None
        known = self.sources.get(one.url)
        if known is None:
            host, pause, late = host_of(one.url), self._every(index), index.answered is not None
            known = Source(one.url, index.outlet, "sitemap", index.address, True, host, now, pause, late=late)
            self._keep(replace(known, changed=changed))
        elif known.parent == index.address and changed != known.changed:
            self._keep(replace(known, changed=changed, due=min(known.due, now)))

    def _every(self, source: Source) -> float:
        named = next((one for one in self._plan.outlet if one.name == source.outlet), None)
        return (named.every if named else None) or self._plan.every

    def _failed(self, source: Source, error: CaptureError, now: float) -> None:
        """A source gave nothing; after too often, it rests."""
        failures = source.failures + 1
        due = now + pauses.after(failures, self._every(source), self._random)
        if isinstance(error, TryLater) and error.again:
            due = max(due, error.again.timestamp())
        barred = isinstance(error, AddressRefused)
        if barred:
            due = now + pauses.REST * self._random.uniform(0.75, 1.25)
        resting = barred or failures >= pauses.ENOUGH
        state: SourceState = "resting" if resting else "failing"
        self._keep(replace(source, state=state, reason=error.reason, failures=failures, asked=now, due=due))
        self._say("resting" if resting else "failed", now, source, error.reason)

    def _keep(self, source: Source) -> None:
        self.sources[source.address] = source
        self._frontier.put_source(source)
        self.touched.add(source.host)

    # pages

    def _had(self, page: Page, outcome: Outcome, now: float) -> None:
        """A page was had: new, changed, or as it was."""
        first = page.first if page.first is not None else now
        had = replace(
            page, visits=page.visits + 1, failures=0, reason=None, first=first, asked=now,
            etag=outcome.validators.etag, modified=outcome.validators.last_modified,
            due=pauses.revisit(first, now, self._plan.revisits),
        )  # fmt: skip
        if outcome.capture is None:
            self._frontier.put_page(had)
            self._say("unchanged", now, page)
            return
        had = replace(had, content=outcome.capture.id)
        if outcome.article is not None:
            self._took(had, outcome.article, outcome.capture, now)
        elif page.state == "kept":  # a page that was an article once is looked at again in its turn
            self._frontier.put_page(had)
            self._say("passed", now, page, _why(outcome))
        else:
            self._frontier.put_page(replace(had, state="passed", reason=_why(outcome), due=None))
            if outcome.unread is not None and not isinstance(outcome.unread, NotBangla):
                self._archive.quarantine(outcome.capture, outcome.unread)
            self._say("passed", now, page, _why(outcome))

    def _took(self, page: Page, article: Article, capture: Capture, now: float) -> None:
        """An article was read from a page; other addresses that it goes by need not be asked."""
        names = {canonical(address) for address in (capture.url, article.url) if address}
        others = [other for key in names - {page.key} if (other := self._frontier.page(key))]
        for key in names - {page.key} - {other.key for other in others}:
            self._frontier.put_page(replace(page, key=key, state="same", reason=page.address, due=None))
        for other in others:
            if other.state == "waiting":
                self._frontier.put_page(replace(other, state="same", reason=page.address, due=None))
                self.touched.add(other.host)
        kept = next((other for other in others if other.state == "kept"), None)
        added = "known" if self._archive.holds(article) else self._archive.add(article, capture)
        if kept is not None:
            self._frontier.put_page(replace(page, state="same", reason=kept.address, due=None))
        else:
            self._frontier.put_page(replace(page, state="kept"))
        self._count(page.source, added)
        self.new += added != "known"
        kind: Kind = "same" if kept is not None and added == "known" else added
        self._say(kind, now, page, article.headline)

    def _count(self, address: str, added: str) -> None:
        """Count for its source what a page brought."""
        source = self.sources.get(address)
        if source is not None and added != "known":
            one = replace(source, added=source.added + (added == "added"))
            self._keep(replace(one, revised=one.revised + (added == "revised")))

    def _lost(self, page: Page, error: CaptureError, now: float) -> None:
        """A page was not had; whether it is asked again depends on why."""
        failures = page.failures + 1
        lost = replace(page, asked=now, failures=failures, reason=error.reason)
        due: float | None = now + pauses.after(failures, pauses.PAGE, self._random)
        state: PageState = page.state
        if isinstance(error, MissingCapture):
            due = now + _AGAIN if page.state == "waiting" and failures == 1 else None
            state = page.state if due else "gone"
        elif isinstance(error, AddressRefused) or (isinstance(error, NotFetched) and error.lasting):
            due, state = None, "failed"
        elif isinstance(error, TryLater) and error.again:
            due = error.again.timestamp()
            lost = replace(lost, failures=page.failures)  # told to wait, it did not fail
        elif failures >= pauses.GIVEN_UP:
            due, state = None, "failed"
        if page.state == "kept" and state == "failed":  # the article stays; the next revisit may go better
            state = "kept"
            due = pauses.revisit(page.first or now, now, self._plan.revisits)
        self._frontier.put_page(replace(lost, due=due, state=state))
        self._say("gone" if state == "gone" else "failed", now, page, error.reason)

    def _say(
        self, kind: Kind, now: float, of: Source | Page, text: str = "", listed: int = 0, new: int = 0
    ) -> None:
        source = of if isinstance(of, Source) else self.sources.get(of.source)
        outlet = source.outlet if source else ""
        at = datetime.fromtimestamp(now, UTC)
        what: Of = "source" if isinstance(of, Source) else "page"
        self._tell(Told(kind, what, at, outlet, readable(of.address), text, listed, new))


def _page(one: Listed, source: Source, due: float | None, now: float) -> Page:
    return Page(canonical(one.url), one.url, host_of(one.url), source.address, now, due)


def _why(outcome: Outcome) -> str:
    return getattr(outcome.unread, "reason", str(outcome.unread))
