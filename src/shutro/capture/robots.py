"""What a host's robots.txt allows, after RFC 9309."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from protego import Protego

LIMIT = 500 * 1024  # bytes of robots.txt that are read (RFC 9309, section 2.5)


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one host. `delay` is its Crawl-delay in seconds, 0 where it asks for none."""

    rules: Protego
    agent: str
    delay: float

    @classmethod
    def of(cls, content: bytes, agent: str) -> Robots:
        """The rules in the bytes of a robots.txt, as they bind `agent`; no bytes bind nobody."""
        rules = Protego.parse(content[:LIMIT].decode("utf-8-sig", "replace"))
        return cls(rules, agent, float(rules.crawl_delay(agent) or 0))

    def allow(self, url: str) -> bool:
        """Whether a page may be fetched."""
        return bool(self.rules.can_fetch(url, self.agent))


def robots_of(url: str) -> str:
    """Where the rules for a page stand."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", ""))
