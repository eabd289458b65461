"""The addresses of every view of the newsroom's archive."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import shutro
from shutro.views.lines import key

SHIP = "কাজলধারায় লঞ্চডুবি, ৯ লাশ উদ্ধার"
CARD = "হরিদ্রাপুরের নলডুবিতে লঞ্চডুবির ঘটনায় মঙ্গলবার রাত ৮টা পর্যন্ত ২৪ জনের লাশ উদ্ধার করা হয়েছে"


def views(newsroom: str | Path) -> dict[str, str]:
    """Every view by its name."""
    with shutro.open(newsroom) as archive:
        ship = max(archive.stories(), key=lambda card: card.articles)
        thread = archive.threads()[0]
        line = key(archive.timeline(ship.id)[0].evidence[0])
        evidence = archive.timeline(ship.id)[0].evidence[0]
        person = next(card.canonical for card in archive.entities("PER"))
    story = f"/story/{ship.id}"
    return {
        "front": "/",
        "new": "/?since=2020-01-01T00:00:00Z",
        "stories": "/stories",
        "story": story,
        "story in ten": f"{story}?lines=10",
        "story since": f"{story}?since=2020-01-01",
        "line": f"{story}/line/{line}",
        "numbers": f"{story}/numbers",
        "said": f"{story}/said",
        "actors": f"{story}/actors",
        "reports": f"{story}/reports",
        "threads": "/threads",
        "thread": f"/thread/{thread.id}",
        "names": "/names",
        "name": f"/name/{quote(person)}",
        "outlets": "/outlets",
        "outlet": f"/outlet/{quote('প্রভাতরেখা')}",
        "latest": "/latest",
        "article": f"/article/{evidence.article}?s={evidence.start}-{evidence.end}",
        "hostile article": "/article/hostile",
        "copied article": "/article/bridge-1",
        "changes": "/changes/revised",
        "search": f"/search?q={quote('লঞ্চডুবি')}",
        "search in statements": f"/search?who={quote(person)}&in=statements",
        "search in statements about": f"/search?who={quote(person)}&about={quote('লঞ্চ')}&in=statements",
        "search in stories": f"/search?q={quote('সেতু ধস')}&in=stories",
        "search for nothing": "/search?q=qqqq",
        "check": "/check",
        "altered card": f"/check?text={quote(CARD)}&outlet={quote('জনপদলিপি')}",
        "quarantine": "/quarantine",
        "sources": "/sources",
        "notes": "/notes",
        "about": "/about",
    }
