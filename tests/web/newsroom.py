"""An archive with all that the reader shows: the examples, a thread, a revision, hostile text, a failure."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from tests.web.api_serving import EXAMPLES

from shutro.archive.store import Archive, open_archive
from shutro.archive.tables.frontier import Host, Page, Source
from shutro.capture.source import captures
from shutro.errors import NotBangla
from shutro.model import Article, Capture
from shutro.reading.article import read_capture

HOSTILE = '</p><script>window.got=1</script><img src=x onerror="window.got=1">\'"{{ 7*7 }}${7*7} ট্রলারের আগুন'
SECRET = "/srv/secret"
BRIDGE = "চর মহিষমারির সেতু"


def stock(where: str | Path) -> None:
    """Fill the archive at `where`."""
    with open_archive(where) as archive:
        for capture in captures(str(EXAMPLES)):
            archive.add(read_capture(capture), capture)
        for article in (*bridge(), hostile()):
            archive.add(article)
        _revise(archive)
        archive.understand()
        archive.grow()
        source = f"{SECRET}/page.html"
        bad = Capture.of(b"x", source=source, url="https://dhrubakal.example/bad")
        archive.quarantine(bad, NotBangla("hardly a Bangla letter in it", source=source))
        _watch(archive)


def _watch(archive: Archive) -> None:
    """Sources that do well and badly, one of them hostile, and a host that rests."""
    feed = Source(
        "https://dhrubakal.example/feed", "ধ্রুবকাল", "feed", None, True, "dhrubakal.example", 9e8, 600.0
    )
    page = Page("https://a.example/1", "https://a.example/1", "a.example", feed.address, 9e8, 9e8)
    with archive.writing():
        archive.frontier.put_source(replace(feed, state="well", asked=8e8, answered=8e8, added=12))
        archive.frontier.put_source(
            replace(feed, address="javascript:alert(1)", outlet=HOSTILE, state="resting", reason=HOSTILE)
        )
        archive.frontier.list_pages([page])
        archive.frontier.put_host(Host("dhrubakal.example", 9e8, 8, "resting", HOSTILE))


def hostile() -> Article:
    """An article that is hostile wherever it can be."""
    body = f"{HOSTILE}।\nরেজাউল করিম <b>মণ্ডল</b> বলেন, ‘{HOSTILE}’।"
    article = Article.from_text(
        id="hostile", headline=HOSTILE, body=body, outlet=HOSTILE, published="2025-02-20",
        url="javascript:alert(1)",
    )  # fmt: skip
    return replace(
        article, authors=(HOSTILE,), section=HOSTILE, tags=(HOSTILE,), caption=HOSTILE, standfirst=HOSTILE
    )


def bridge() -> list[Article]:
    """Two events of one matter and the same people, three months apart, in two outlets each."""
    fallen = (
        "নিশানডাঙ্গা উপজেলার চর মহিষমারিতে নির্মাণাধীন সেতু ধসে তিন শ্রমিক আহত হয়েছেন।\n"
        "উপজেলা প্রকৌশলী মকবুল হোসেন সরকার বলেন, সেতুর ঠিকাদার রূপসা বিল্ডার্স নকশা মানেনি।\n"
        "রূপসা বিল্ডার্সের মালিক তৈয়ব আলী খন্দকার অভিযোগ অস্বীকার করেছেন।"
    )
    sued = (
        "চর মহিষমারির সেতু ধসের মামলায় রূপসা বিল্ডার্সের মালিক তৈয়ব আলী খন্দকারকে গ্রেপ্তার করেছে পুলিশ।\n"
        "উপজেলা প্রকৌশলী মকবুল হোসেন সরকার জানান, সেতু ধসের ঘটনায় ঠিকাদারের নিবন্ধন বাতিল হয়েছে।"
    )
    rows = [
        ("bridge-1", f"{BRIDGE} ধস, আহত ৩", fallen, "নদীকূল", "2025-03-03T10:00:00+06:00"),
        ("bridge-2", f"নির্মাণাধীন {BRIDGE} ধসে তিনজন আহত", fallen, "প্রভাতরেখা", "2025-03-03T14:00:00+06:00"),
        ("bridge-3", f"{BRIDGE} ধস: ঠিকাদার গ্রেপ্তার", sued, "নদীকূল", "2025-06-11T10:00:00+06:00"),
        (
            "bridge-4",
            f"{BRIDGE} ধসের মামলায় ঠিকাদার তৈয়ব আলী গ্রেপ্তার",
            sued,
            "প্রভাতরেখা",
            "2025-06-11T12:00:00+06:00",
        ),
    ]
    return [
        Article.from_text(id=id, headline=headline, body=body, outlet=outlet, published=published,
                          url=f"https://paper.example/{id}")
        for id, headline, body, outlet, published in rows
    ]  # fmt: skip


def _revise(archive: Archive) -> None:
    old = Article.from_text(
        id="revised", headline="হাট বসবে শুক্রবার", body="মেলাগাছির হাট বসবে শুক্রবার।\nইজারা হয়েছে ১২ লাখ টাকায়।",
        outlet="নদীকূল", published="2025-02-25", url="https://nodikul.example/haat",
    )  # fmt: skip
    new = Article.from_text(
        id="revised", headline="হাট বসবে শনিবার",
        body="মেলাগাছির হাট বসবে শনিবার।\nইজারা হয়েছে ১২ লাখ টাকায়।\nহাট কমিটি এ কথা জানিয়েছে।",
        outlet="নদীকূল", published="2025-02-25", url="https://nodikul.example/haat",
    )  # fmt: skip
    archive.add(replace(old, captured=datetime(2025, 2, 25, tzinfo=UTC)))
    archive.add(replace(new, captured=datetime(2025, 2, 26, tzinfo=UTC)))
