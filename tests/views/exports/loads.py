"""What the tests export: the ferry's story with findings and notes by hand, and stories of odd characters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from hypothesis import strategies as st
from tests.views.ferry import ARTICLES, COUNT, ENTRIES, FERRY, SAID, THREE

from shutro.archive.nouns.cards import Note
from shutro.archive.nouns.findings import Kept
from shutro.model import Article, Difference, Entry, Event, Evidence, Link, Name, Statement
from shutro.span import Span
from shutro.views.exports.load import Colophon, Load, Noted, Report, Told

MADE = Colophon("1.2.3", "0123456789ab", "3 articles, 4 revisions")


def place(article: Article, words: str) -> tuple[int, int, str]:
    start = article.text.index(words)
    return start, start + len(words), words


def findings(article: Article) -> Kept:
    if article is not FERRY:
        return Kept((), (), ())
    return Kept(
        (
            Name(*place(FERRY, "কফিল মাতব্বর"), "PER", "কফিল মাতব্বর", "e1", "cue"),
            Name(*place(FERRY, "বকুলতলা"), "LOC", "বকুলতলা", None, "list"),
        ),
        (replace(SAID, content=Span(*place(FERRY, "তিনজনের লাশ পাওয়া গেছে")[:2]), via=("সমতট নিউজ",)),),
        (
            Event(
                *place(FERRY, "ডুবে যায়"), "OTHER", date="2024-06-01", place="বকুলতলা", rule="predicate:accident"
            ),
            Event(*place(FERRY, "পাওয়া গেছে"), "AID", ("কফিল মাতব্বর",), date="2024-06-01", sure=0.5),
        ),
    )


MADE_AT = datetime(2024, 6, 3, 9, tzinfo=UTC)
NOTES = (
    Noted(Note("n1", "article", "a-ferry", "ফোন করে জানতে হবে", MADE_AT, THREE.span), THREE.text),
    Noted(Note("n2", "story", "s-ferry", "=পরের দিন দেখা", MADE_AT), "বকুলতলায় ট্রলারডুবি"),
)


def ferry(*, text: bool = True) -> Load:
    reports = tuple(Report(article, findings, "s-ferry") for article in (FERRY, COUNT, ARTICLES[1]))
    told = Told("s-ferry", "বকুলতলায় ট্রলারডুবি", reports, lambda _: ENTRIES, "t-ferry", NOTES)
    return Load(MADE, lambda: iter([told]), text)


ODD = st.text(
    st.one_of(
        st.sampled_from(
            "কর‍্‌যা়।১=+-@'\"\t\r\n\v\f\x00\x08\x1b\x85\u2028\u2029\ufeff\ufffe\u202e\u200f\ud800\udfff"
        ),
        st.sampled_from("<>&[](){}*_`#|~!$^:;,.\\/ 1א𝄞"),
        st.characters(exclude_categories=()),
    ),
    min_size=1,
    max_size=60,
)
"""Text of joiners, controls, right-to-left marks, lone surrogates and the signs of every format."""


@dataclass(frozen=True)
class Odd:
    """A story whose one article is made of odd characters, and the same twice."""

    article: Article
    load: Callable[..., Load]


@st.composite
def odd_stories(draw: st.DrawFn) -> Odd:
    headline, body, name, note = draw(ODD), draw(ODD), draw(ODD), draw(ODD)
    text = f"{headline}\n\n{body}"
    first = len(headline) + 2
    start = draw(st.integers(first, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    article = Article(
        "odd", "c0ffee", headline, text, (Span(first, len(text)),), f"https://odd.example/{name}", name,
        standfirst=note, authors=(name,), tags=(note,), section=name,
    )  # fmt: skip
    words = text[start:end]
    evidence = Evidence("odd", name, start, end, words, (name, note), article.url)
    said = Statement(start, end, words, name, "indirect", "says", content=Span(start, end), via=(note,))
    other = Difference("count", words, name, (evidence, evidence), note)
    entry = Entry(
        "2024-06-01", "day", "stated", words, (evidence,), (said,), (name,), "conflict", (other,),
        links=(Link("announced", evidence),),
    )  # fmt: skip
    kept = Kept(
        (Name(start, end, words, "PER", name),),
        (said,),
        (Event(start, end, words, "ACCUSE", (name,), (note,), "2024-06", place=note),),
    )
    noted = Noted(Note("n", "article", "odd", note, MADE_AT, Span(start, end)), words)
    told = Told("s", headline, (Report(article, lambda _: kept, "s"),), lambda _: [entry], None, (noted,))

    def load(text: bool = True) -> Load:
        def walk() -> Iterator[Told]:
            yield told

        return Load(MADE, walk, text)

    return Odd(article, load)
