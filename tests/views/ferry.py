"""A small story by hand: three articles of two outlets and the timeline over them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from shutro.model import Article, Difference, Entry, Evidence, Link, Stamp, Statement
from shutro.span import Span

FERRY = Article.from_text(
    id="a-ferry",
    headline="বকুলতলায় ট্রলারডুবি, ৩ জনের মৃত্যু",
    body=(
        "বকুলতলা খেয়াঘাটে শনিবার দুপুরে একটি ট্রলার ডুবে যায়। ঘাটের ইজারাদার কফিল মাতব্বর জানান, তিনজনের লাশ পাওয়া গেছে।\n"
        "ট্রলারে ২০ জন যাত্রী ছিলেন বলে জানিয়েছে পুলিশ।"
    ),
    outlet="ভোরের পাতাল",
    url="https://patal.example/1",
    published="2024-06-01T18:30:00+06:00",
)
COUNT = Article.from_text(
    id="b-count",
    headline="ট্রলারডুবি: মৃত ৫",
    body="শনিবার রাত পর্যন্ত পাঁচজনের লাশ উদ্ধার হয়েছে বলে জানিয়েছে জেলা পুলিশ।\nঘাট কর্তৃপক্ষ এ তথ্য অস্বীকার করেছে।",
    outlet="দিনলিপি",
    url="javascript:alert(1)",
    published="2024-06-02T08:00:00+06:00",
)
OLD = replace(
    Article.from_text(id="c-old", headline="ঘাটের ইজারা নিয়ে বিরোধ", body="গত মে মাসে ঘাটের ইজারা পান কফিল মাতব্বর।"),
    page_date=Stamp(date(2025, 11, 20), "২০ নভেম্বর ২০২৫", "page", "header", calendar="bd-1987"),
)


def cite(article: Article, words: str, *chain: str) -> Evidence:
    """The sentence `words` of the article as evidence."""
    start = article.text.index(words)
    outlet = [article.outlet] if article.outlet else []
    return Evidence(
        article.id, article.outlet, start, start + len(words), words, (*chain, *outlet), article.url
    )


SANK = cite(FERRY, "বকুলতলা খেয়াঘাটে শনিবার দুপুরে একটি ট্রলার ডুবে যায়।")
THREE = cite(FERRY, "ঘাটের ইজারাদার কফিল মাতব্বর জানান, তিনজনের লাশ পাওয়া গেছে।", "কফিল মাতব্বর")
FIVE = cite(COUNT, "শনিবার রাত পর্যন্ত পাঁচজনের লাশ উদ্ধার হয়েছে বলে জানিয়েছে জেলা পুলিশ।", "জেলা পুলিশ")
LEASE = cite(OLD, "গত মে মাসে ঘাটের ইজারা পান কফিল মাতব্বর।")
SAID = Statement(
    THREE.start,
    THREE.end,
    THREE.text,
    "কফিল মাতব্বর",
    "indirect",
    "claims",
    cue=Span(THREE.start + THREE.text.index("জানান"), THREE.start + THREE.text.index("জানান") + 5),
)
ENTRIES = [
    Entry("2024-05", "month", "context", LEASE.text, (LEASE,), origins=("unknown",)),
    Entry("2024-06-01", "day", "stated", SANK.text, (SANK,), origins=("ভোরের পাতাল",), importance=0.9),
    Entry(
        "2024-06-01",
        "day",
        "as-of",
        FIVE.text,
        (FIVE, THREE),
        statements=(SAID,),
        origins=("জেলা পুলিশ", "কফিল মাতব্বর"),
        agreement="conflict",
        differences=(Difference("count", "পাঁচজনের", "তিনজনের", (FIVE, THREE), note="একই রাতের হিসাব"),),
        importance=0.7,
    ),
    Entry(None, "day", "planned", THREE.text, (THREE,), agreement="update", links=(Link("fulfilled", FIVE),)),
]
ARTICLES = [COUNT, OLD, FERRY]
