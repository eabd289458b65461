"""What an archive answers to words: articles, statements, and whether something was printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING

from shutro.archive.check.check import check
from shutro.archive.desk.outlets import outlet_called
from shutro.archive.nouns.record import storable, unpacked
from shutro.archive.nouns.results import Hit, Said, Verdict
from shutro.archive.said import asked
from shutro.archive.said import said as said_of
from shutro.archive.search.search import find
from shutro.archive.search.snippet import snippet
from shutro.archive.search.variants import Plan
from shutro.archive.tables.filters import Filters
from shutro.archive.words.terms import terms_among
from shutro.errors import NotInArchive

if TYPE_CHECKING:
    from shutro.archive.desk.people import Whom
    from shutro.archive.nouns.findings import Kept
    from shutro.archive.stores.shelf import Shelf


class Inquiry:
    """The part of an archive that is asked in words."""

    _shelf: Shelf
    findings: Callable[[str], Kept]

    if TYPE_CHECKING:

        def _findings(self, numbers: Sequence[int]) -> list[Kept]: ...
        def _whom(self, who: str, kind: str | None = None) -> Whom: ...
        def _among(self, whoms: Sequence[Whom], story: str | None) -> tuple[int, ...] | None: ...

    def search(
        self,
        query: str,
        limit: int = 20,
        outlet: str | None = None,
        since: date | None = None,
        until: date | None = None,
        *,
        person: str | None = None,
        place: str | None = None,
        story: str | None = None,
        source: str | None = None,
        arrived: datetime | None = None,
    ) -> list[Hit]:
        """The articles that answer `query` best, best first.

        Words meet in any inflection and usual spelling, in Bangla or Latin letters. `"…"` is a phrase
        as it stands, `-word` must be absent, `word*` is a beginning. `since` and `until` are days of
        publication (of capture where that is unknown), inclusive. `person` and `place` must be named,
        `source` be quoted, each in any spelling, or as `NAME (LABEL)` where several people bear a name
        (`entity` lists them); `story` is an id; `arrived` leaves out what was taken in before that
        moment. Without words, the newest come. Raises NotInArchive for a person, place or source that
        the archive names nowhere, or a story it does not have.
        """
        named = [self._whom(who, kind) for who, kind in ((person, "PER"), (place, "LOC")) if who]
        said = self._whom(source) if source else None
        filters = Filters(
            outlet_called(self._shelf.cards, outlet),
            since,
            until,
            tuple(tuple(whom.group) for whom in named),
            tuple(said.group) if said else None,
            self._among([*named, said] if said else named, story),
            self._shelf.ledger.first_added(arrived.timestamp()) if arrived else None,
        )
        made, found = find(query, self._shelf, filters, limit)
        records = self._shelf.current([hit.number for hit in found])
        weights = _weights(made)
        hits = []
        for hit in found:
            article = unpacked(records[hit.number])
            answers = dict(weights[number] for number in hit.words())
            shown = snippet(article, answers)
            title = tuple(t.span for t in terms_among(article.headline, answers, 0, len(article.headline)))
            printed = [s.of(article.headline) for s in title] + [s.of(article.text) for s in shown.matches]
            hits.append(Hit(article, round(hit.score, 4), shown, tuple(dict.fromkeys(printed)), title))
        return hits

    def statements(self, who: str = "", about: str = "", limit: int = 20) -> list[Said]:
        """Who said what about …: the statements of a source, or of any, best first.

        `who` is found like any query, in any spelling, and must be the statement's source; of `about`
        the more the better, and nothing of it is no answer. What the archive has not understood yet,
        it understands now and keeps.
        """
        whom = None
        with suppress(NotInArchive):  # whoever is no name here may be found by words
            whom = self._whom(who) if who else None
        return said_of(self._shelf, self._findings, storable(who), about, limit, whom)

    def asked(self, question: str) -> tuple[str, str]:
        """Whose words a question in one line asks for, empty where anybody's, and what about; both are
        words of it, to be given to `statements`."""
        return asked(self._shelf, storable(question))

    def search_statements(self, query: str, limit: int = 20) -> list[Said]:
        """The statements that answer a question in one line: `বিদ্যুৎ উপদেষ্টা লোডশেডিং নিয়ে কী বলেছেন`.

        Whoever it names that is quoted here is the speaker, and the rest the matter. Where that has no
        answer, or nobody is named, anybody's words about all of it.
        """
        who, about = self.asked(query)
        found = self.statements(who, about, limit) if who else []
        return found or self.statements("", f"{who} {about}", limit)

    def check(self, text: str, outlet: str | None = None, day: date | None = None) -> Verdict:
        """Whether an outlet printed `text`, as on a photocard; see `archive.check.check`."""
        return check(text, self._shelf, self.findings, outlet_called(self._shelf.cards, outlet), day)


def _weights(plan: Plan) -> dict[int, tuple[str, float]]:
    """The words that answer a query, by number: their forms, and what each weighs where it is shown."""
    weights: dict[int, tuple[str, float]] = {}
    for variant in plan.variants:
        worth = sum(plan.worth[variant.first : variant.last + 1]) * variant.weight
        for part in variant.parts:
            for number, form in part.items():
                had = weights[number][1] if number in weights else 0.0
                weights[number] = form, max(had, worth / len(variant.parts))
    return weights
