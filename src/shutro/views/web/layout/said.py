"""Who said what in a story: the people who speak, and what each says of every line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from shutro.bangla.keys import folded
from shutro.model import Entry, Evidence, Statement
from shutro.views.lines import Line, numbered
from shutro.views.tellings import stands_in
from shutro.views.web.layout.quoted import content_of, words_of

COLUMNS = 6


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement with the sentence of the article that it stands in."""

    statement: Statement
    evidence: Evidence

    @property
    def content(self) -> str:
        """What is said, as lists show it."""
        return words_of(self.statement)


@dataclass(frozen=True, slots=True)
class Speaker:
    """One source: how many statements, in how many outlets, and the statements in order of the lines."""

    name: str
    claims: tuple[Claim, ...]
    outlets: tuple[str, ...]

    @property
    def words(self) -> list[tuple[Claim, ...]]:
        """The statements, those of the same words together: papers print the same sentence."""
        same: dict[str, list[Claim]] = {}
        for claim in self.claims:
            same.setdefault(folded(content_of(claim.statement)), []).append(claim)
        return [tuple(claims) for claims in same.values()]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one speaker says on one line: each way of saying it once, plain saying where there is no other;
    and a sentence to look at."""

    stances: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Claimed:
    """A line that somebody speaks on, with a cell for every speaker of the table; None where silent."""

    line: Line
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """People × claims: the speakers of most lines as columns, the lines they speak on as rows."""

    speakers: tuple[str, ...]
    rows: tuple[Claimed, ...]


def speakers(entries: Sequence[Entry]) -> list[Speaker]:
    """Everybody who says something, those of most statements first."""
    found: dict[str, dict[tuple[str, int, int], Claim]] = {}
    for entry in entries:
        for claim in _claims(entry):
            statement = claim.statement
            if statement.source:
                place = (claim.evidence.article, statement.start, statement.end)
                found.setdefault(statement.source, {}).setdefault(place, claim)
    made = []
    for name, claims in found.items():
        outlets = dict.fromkeys(c.evidence.outlet for c in claims.values() if c.evidence.outlet)
        made.append(Speaker(name, tuple(claims.values()), tuple(outlets)))
    return sorted(made, key=lambda s: (-len(s.claims), s.name))


def table(entries: Sequence[Entry]) -> Table:
    """The people who speak on most lines, against those lines."""
    lines = [(line, list(_claims(line.entry))) for line in numbered(entries)]
    counted: Counter[str] = Counter()
    spoken: Counter[str] = Counter()
    for _, claims in lines:
        sources = [claim.statement.source for claim in claims if claim.statement.source]
        counted.update(set(sources))
        spoken.update(sources)
    people = tuple(sorted(counted, key=lambda name: (-counted[name], -spoken[name], name))[:COLUMNS])
    rows = []
    for line, claims in lines:
        cells = tuple(_cell(person, claims) for person in people)
        if any(cells):
            rows.append(Claimed(line, cells))
    return Table(people, tuple(rows))


def _claims(entry: Entry) -> list[Claim]:
    """The statements of a line that stand in one of its sentences."""
    claims = []
    for statement in entry.statements:
        for evidence in entry.evidence:
            if stands_in(statement, evidence):
                claims.append(Claim(statement, evidence))
                break
    return claims


def _cell(person: str, claims: Sequence[Claim]) -> Cell | None:
    own = [claim for claim in claims if claim.statement.source == person]
    if not own:
        return None
    stances = dict.fromkeys(claim.statement.stance for claim in own)
    told = tuple(stance for stance in stances if stance != "says") or tuple(stances)
    return Cell(told, own[0].evidence)
