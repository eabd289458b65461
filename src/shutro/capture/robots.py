"""What a host's robots.txt allows, after RFC 9309."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit, urlunsplit

from protego import Protego

AGENT = "shutro"  # the name that robots.txt knows us by
LIMIT = 500 * 1024  # bytes of robots.txt that are read (RFC 9309, section 2.5)


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one host. `delay` is its Crawl-delay in seconds, 0 where it asks for none; `content` is
    the part of its robots.txt that was read."""

    rules: Protego
    agent: str
    delay: float
    content: bytes = field(default=b"", repr=False)

    @classmethod
    def of(cls, content: bytes, agent: str) -> Robots:
        """The rules in the bytes of a robots.txt, as they bind `agent`; no bytes bind nobody."""
        content = content[:LIMIT]
        rules = Protego.parse(content.decode("utf-8-sig", "replace"))
        return cls(rules, agent, float(rules.crawl_delay(agent) or 0), content)

    def allow(self, url: str) -> bool:
        """Whether a page may be fetched."""
        return bool(self.rules.can_fetch(url, self.agent))


def robots_of(url: str) -> str:
    """Where the rules for a page stand."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", ""))
