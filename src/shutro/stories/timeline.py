"""The timeline: what happened, on the day it happened, each line with the sentences it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from shutro.meaning.findings import Findings, understand
from shutro.model import Agreement, Article, Difference, Entry, Link
from shutro.span import Span
from shutro.stories.agreement.agreement import differences
from shutro.stories.copies.copies import origin_of
from shutro.stories.happening.happenings import Happening, happenings
from shutro.stories.happening.origins import independent
from shutro.stories.happening.plans import linked
from shutro.stories.happening.sameness import Sameness
from shutro.stories.happening.selection import Coverage, choose, importance, told_twice
from shutro.stories.happening.wording import best_sentence
from shutro.stories.telling.proofs import proofs
from shutro.stories.telling.sentence import When
from shutro.stories.telling.tellings import tellings

# What fits a reader's page; `lines=None` gives every happening.
LINES = 24


def timeline(articles: Iterable[Article], lines: int | None = LINES) -> list[Entry]:
    """The entries of a story in order of their days, the undated last.

    At most `lines` of them, the most important. The same articles in another order, or given twice,
    give the same entries.
    """
    once = sorted({a.id: a for a in sorted(articles, key=_rank, reverse=True)}.values(), key=_rank)
    return entries([understand(article) for article in once], lines)


def entries(found: Sequence[Findings], lines: int | None = LINES) -> list[Entry]:
    """As `timeline`, over articles already understood."""
    articles = [f.article for f in found]
    tales = {one.article.id: tellings(one) for one in found}
    told = happenings([telling for tale in tales.values() for telling in tale])
    if news := _news_days(told):
        tales |= {one.article.id: tellings(one, day) for one in found if (day := news.get(one.article.id))}
        told = happenings([telling for tale in tales.values() for telling in tale])
    sameness = Sameness([telling for happening in told for telling in happening.tellings])
    disputes = differences(told, sameness)
    links = linked(told, sameness)
    days = sorted(f.day for f in found if f.day)
    story = Coverage(len(found), days[0] if days else None, days[-1] if days else None)
    weights = [importance(h, story, bool(disputes.get(n))) for n, h in enumerate(told)]
    kept = choose(told, weights, lines, told_twice(told, weights, disputes))
    origins = origin_of(articles)
    return [
        _entry(told[n], disputes.get(n, ()), links.get(n, ()), kept[n], origins)
        for n in sorted(kept, key=lambda n: _order(told[n]))
    ]


def _news_days(told: Sequence[Happening]) -> dict[str, When]:
    """For articles that open undated with what another report dates: that day."""
    days = {}
    for happening in told:
        if happening.when.date and happening.when.granularity == "day" and happening.when.dated != "as-of":
            for telling in happening.tellings:
                if telling.lead and telling.when.dated == "as-of":
                    days[telling.article.id] = replace(happening.when, dated="context", clock=None)
    return days


def _rank(article: Article) -> tuple[str, str, str]:
    return (article.published.isoformat() if article.published else "", article.id, article.capture)


def _order(happening: Happening) -> tuple[bool, str, str, str, int]:
    """By day, within a day by the clock where one is printed, else after it in the order of the reports."""
    first = min(happening.tellings, key=lambda t: (_rank(t.article), t.number))
    clock = next((t.when.clock for t in happening.tellings if t.when.clock and ":" in t.when.clock), "")
    when = happening.when
    return (when.date is None, when.date or "", clock or "24:00", first.article.id, first.number)


def _entry(
    happening: Happening,
    disputed: Sequence[Difference],
    links: Sequence[Link],
    weight: float,
    origins: dict[str, str],
) -> Entry:
    evidence = tuple(proof for telling in happening.tellings for proof in proofs(telling))
    return Entry(
        date=happening.when.date,
        granularity=happening.when.granularity,
        dated=happening.when.dated,
        text=best_sentence(happening.tellings, _latest(happening, disputed)).text,
        evidence=evidence,
        statements=tuple(s for telling in happening.tellings for s in telling.statements),
        origins=independent(happening.tellings, origins),
        agreement=_agreement(happening, disputed),
        differences=tuple(disputed),
        importance=round(weight, 3),
        inferred=happening.when.inferred,
        links=tuple(links),
    )


def _latest(happening: Happening, disputed: Sequence[Difference]) -> frozenset[Span]:
    """Where the last figure of the happening stands, of all that were updated in it."""
    here = {telling.article.id: telling.article for telling in happening.tellings}
    updates = [d.evidence[0] for d in disputed if d.kind == "update" and d.evidence[0].article in here]
    last = max(updates, key=lambda proof: _rank(here[proof.article]), default=None)
    return frozenset({last.span} if last else ())


def _agreement(happening: Happening, disputed: Sequence[Difference]) -> Agreement:
    if any(d.kind == "conflict" for d in disputed):
        return "conflict"
    if disputed:
        return "update"
    return "agree" if len(happening.outlets) > 1 else "single"
