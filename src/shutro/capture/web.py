"""One page of the web becomes a capture: politely, and from no network that was not meant.

`docs/fetching.md` tells what is asked, what is refused and why.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

from shutro.capture.addresses import canonical, host_of, readable, tidy
from shutro.capture.exchange import Answer, Failed, Limits, exchange
from shutro.capture.hosts import Hosts, Patience
from shutro.capture.robots import AGENT, Robots, robots_of
from shutro.capture.robots import LIMIT as ROBOTS_LIMIT
from shutro.errors import AddressRefused, CaptureError, EmptyCapture, MissingCapture, NotFetched, TryLater
from shutro.model import Capture
from shutro.version import VERSION

_REDIRECTS = (301, 302, 303, 307, 308)
PAGES = ("text/", "application/xhtml", "application/xml", "application/rss", "application/atom")
LISTS = (*PAGES, "application/rdf", "application/json", "application/feed+json", "application/gzip",
         "application/x-gzip", "application/octet-stream")  # fmt: skip
"""The beginnings of media types that feeds and sitemaps come as."""
_PASSING = (408, 425)  # of this request alone
_WORDS = {401: "wants a name and password", 403: "forbids it", 451: "may not show it for legal reasons"}


@dataclass(frozen=True, slots=True)
class Policy:
    """How a page is fetched. `allow_private` is for intranets and tests.

    `seconds` bound one page with its redirects, the wait for its host's turn left out; `size` counts
    bytes once unpacked. Two pages of one host are `pace` seconds apart, more where its robots.txt says
    so; a wait beyond `patience` seconds is an error instead.
    """

    allow_private: bool = False
    seconds: float = 30.0
    size: int = 8 * 2**20  # the largest real page seen is under 3 MB
    redirects: int = 5
    pace: float = 1.0
    patience: float = 30.0
    user_agent: str = f"Shutro/{VERSION} (reads Bangla news; keeps to robots.txt)"


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server said of a version of a page, to be sent when it is asked for again."""

    etag: str | None = None
    last_modified: str | None = None

    def over(self, known: Validators) -> Validators:
        """These, and what was known before where they do not say."""
        return Validators(self.etag or known.etag, self.last_modified or known.last_modified)

    def headers(self) -> dict[str, str]:
        """The headers of a conditional request."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in asked.items() if value}


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as the server has it now; `capture` is None where it is not modified since."""

    capture: Capture | None
    validators: Validators
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)


def fetch(url: str, policy: Policy | None = None) -> Capture:
    """Fetch one page. Raises as `Fetcher.fetch`."""
    capture = Fetcher(policy).fetch(url).capture
    assert capture is not None  # nothing was known before, so it cannot be unmodified
    return capture


class Fetcher:
    """Fetches pages; what it learns of hosts is in `hosts`, which fetchers of several threads may share.

    `now` tells the time of day.
    """

    def __init__(
        self,
        policy: Policy | None = None,
        *,
        hosts: Hosts | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._policy = policy or Policy()
        self._hosts = hosts or Hosts()
        self._now = now

    def fetch(self, url: str, known: Validators | None = None, accept: tuple[str, ...] = PAGES) -> Fetched:
        """The page at an address; with `known`, only if it is another than that.

        `accept` are the beginnings of media types worth reading.
        The capture's `source` is the address as given, its `url` the tidy one that answered. Raises
        `AddressRefused` for what is never asked, `TryLater` for a host that is busy or failing,
        `MissingCapture` where there is no page, `EmptyCapture`, and `NotFetched` for everything else.
        """
        headers = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.5", **(known or Validators()).headers()}
        limits = Limits(self._policy.seconds, self._policy.size, self._policy.allow_private)
        at, answer = self._follow(url, url, headers, limits, accept)
        validators = Validators(answer.headers.get("etag"), answer.headers.get("last-modified"))
        if answer.status == 304 and known and known.headers():
            return Fetched(None, validators.over(known))
        if answer.status != 200:
            error = _error(answer, url, at, self._now())
            if isinstance(error, TryLater) and error.again:
                self._hosts.hold(host_of(at), (error.again - self._now()).total_seconds())
            raise error
        if not answer.content:
            raise EmptyCapture("no bytes", source=url)
        capture = Capture.of(
            answer.content,
            source=url,
            url=at,
            media_type=answer.headers.get("content-type"),
            captured=self._now(),
        )
        return Fetched(capture, validators, answer.headers)

    def _follow(
        self, url: str, source: str, headers: dict[str, str], limits: Limits, accept: tuple[str, ...] | None
    ) -> tuple[str, Answer]:
        """The last answer of a chain of redirects and its address; each hop is checked as the first was.

        Without `accept` it is a robots.txt that is asked for, which needs no leave and takes no turn.
        """
        at = _tidied(url, source)
        spent = 0.0
        seen: list[str] = []
        while at not in seen:
            if accept is not None:
                self._may(at, source)
            limited = Limits(limits.seconds - spent, limits.size, limits.allow_private, limits.cut)
            if limited.seconds <= 0:
                raise NotFetched(f"not answered in full within {limits.seconds:g} seconds", source=source)
            # A redirect within a host is no second page.
            first = accept is not None and host_of(at) not in {host_of(hop) for hop in seen}
            with self._turn(at, source, wait=first):
                begun = time.monotonic()
                answer = self._ask(at, source, headers, limited, accept)
            spent += time.monotonic() - begun
            seen.append(at)
            goal = answer.headers.get("location")
            if answer.status not in _REDIRECTS or not goal:
                return at, answer
            if len(seen) > self._policy.redirects:
                raise NotFetched(f"more than {self._policy.redirects} redirects", source=source, lasting=True)
            at = _tidied(_joined(at, goal), source)
        circle = f"redirects run in a circle, back to {readable(at)}"
        raise NotFetched(circle, source=source, lasting=True)

    def _ask(
        self, at: str, source: str, headers: dict[str, str], limits: Limits, accept: tuple[str, ...] | None
    ) -> Answer:
        sent = {"User-Agent": self._policy.user_agent, **headers}
        try:
            return exchange(at, sent, limits, accept or ())
        except Failed as failed:
            kind = AddressRefused if failed.barred else NotFetched
            own_rules = at == robots_of(tidy(source))
            through = "" if failed.barred and own_rules else _through(at, source)
            raise kind(f"{failed}{through}", source=source, lasting=failed.lasting) from failed

    def _may(self, at: str, source: str) -> None:
        """Raise where the host's robots.txt bars the page, or cannot be had."""
        place = robots_of(at)
        rules = self._hosts.rules(place)
        if rules is None:
            try:
                rules = self._rules(place, source)
            except CaptureError as error:
                rules = error
            self._hosts.learn(place, rules)
        if isinstance(rules, TryLater):
            raise TryLater(rules.reason, source=source, again=rules.again) from rules
        if isinstance(rules, CaptureError):
            raise type(rules)(rules.reason, source=source) from rules
        if not rules.allow(at):
            raise AddressRefused(f"barred by the host's robots.txt{_through(at, source)}", source=source)

    def _rules(self, place: str, source: str) -> Robots:
        """The rules of a host: none where it has no robots.txt. Raises where that cannot be told."""
        limits = Limits(self._policy.seconds, ROBOTS_LIMIT, self._policy.allow_private, cut=True)
        _, answer = self._follow(place, source, {}, limits, None)
        if answer.status == 429 or answer.status >= 500:
            reason = f"robots.txt cannot be had ({answer.status}), so nothing is asked"
            raise TryLater(reason, source=source, again=_again(answer, self._now()))
        return Robots.of(answer.content if answer.status == 200 else b"", AGENT)

    @contextmanager
    def _turn(self, at: str, source: str, *, wait: bool) -> Iterator[None]:
        """Have the host to oneself, once it may be asked for a page again."""
        try:
            with self._hosts.turn(host_of(at), self._pace(at) if wait else None, self._policy.patience):
                yield
        except Patience as error:
            again = self._now() + timedelta(seconds=error.seconds)
            reason = "the host asks for more patience between two pages"
            raise TryLater(reason, source=source, again=again) from None

    def _pace(self, at: str) -> float:
        rules = self._hosts.rules(robots_of(at))
        return max(self._policy.pace, rules.delay if isinstance(rules, Robots) else 0.0)


class Batch:
    """The addresses of one run: each page is asked for once, under however many addresses it is named."""

    def __init__(self, policy: Policy | None = None) -> None:
        self._fetcher = Fetcher(policy)
        self._had: dict[str, Capture] = {}

    def page(self, url: str) -> Capture | CaptureError:
        """The page at an address, or the error that says why there is none."""
        try:
            key = canonical(url)
        except ValueError as error:  # as in `_tidied`
            return AddressRefused(str(error), source=url)
        try:
            if key not in self._had:
                capture = self._fetcher.fetch(url).capture
                assert capture is not None
                self._had[key] = capture
        except CaptureError as error:
            return error
        return self._had[key]


def _tidied(url: str, source: str) -> str:
    try:
        return tidy(url)
    except ValueError as error:  # its message is fit for a user
        through = "" if url == source else " (a redirect leads there)"
        raise AddressRefused(f"{error}{through}", source=source) from None


def _joined(at: str, goal: str) -> str:
    """Where a `Location` header leads; a header of raw UTF-8 bytes is read as such."""
    with suppress(UnicodeDecodeError):
        goal = goal.encode("latin-1").decode("utf-8")
    try:
        return urljoin(at, goal)
    except ValueError:  # brackets that are no IPv6 address; `tidy` says so
        return goal


def _through(at: str, source: str) -> str:
    """For a reason: at which other address than the one given, if so."""
    return "" if tidy(source) == at else f" (at {readable(at)})"


def _error(answer: Answer, source: str, at: str, now: datetime) -> CaptureError:
    status, through = answer.status, _through(at, source)
    if status in (404, 410):
        return MissingCapture(f"the server has no such page ({status}){through}", source=source)
    if status == 429 or status >= 500:
        what = "asks for fewer requests" if status == 429 else "fails"
        again = _again(answer, now)
        when = f"; ask again at {again.isoformat(timespec='seconds')}" if again else ""
        return TryLater(f"the server {what} ({status}){through}{when}", source=source, again=again)
    what = _WORDS.get(status, "gives no page")
    lasting = status not in _WORDS and status not in _PASSING
    return NotFetched(f"the server {what} ({status}){through}", source=source, lasting=lasting)


def _again(answer: Answer, now: datetime) -> datetime | None:
    """When a `Retry-After` of seconds or a date lets us ask again; None where the server does not say."""
    told = answer.headers.get("retry-after", "").strip()
    try:
        if told.isascii() and told.isdecimal():
            return now + timedelta(seconds=int(told))
        moment = parsedate_to_datetime(told)
    except (ValueError, OverflowError):  # neither number nor date, or later than the calendar goes
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
