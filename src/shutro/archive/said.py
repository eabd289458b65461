"""Statements by their source and matter: who said what about what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from shutro.archive.desk.identity import find as find_entity
from shutro.archive.desk.people import bearer_of
from shutro.archive.naming.mentions import SOURCE
from shutro.archive.nouns.findings import Kept
from shutro.archive.nouns.record import unpacked
from shutro.archive.nouns.results import Said
from shutro.archive.search.expand import plan
from shutro.archive.search.query import parse
from shutro.archive.search.search import find
from shutro.archive.search.variants import RELATED, Plan
from shutro.archive.stores.shelf import Shelf
from shutro.archive.tables.filters import Filters
from shutro.archive.words.terms import Term, terms
from shutro.archive.words.wordlists import asking
from shutro.bangla.keys import folded
from shutro.meaning.names.sentence.titles import is_title
from shutro.model import Statement

if TYPE_CHECKING:
    from shutro.archive.desk.people import Whom
    from shutro.archive.naming.meant import Meant

_READ = 60
_LONGEST = 6  # words of a speaker


def said(
    shelf: Shelf,
    findings: Callable[[list[int]], Sequence[Kept]],
    who: str,
    about: str,
    limit: int,
    whom: Whom | None,
) -> list[Said]:
    """The statements whose source is `who` and whose content has something of `about`, best first.

    Without `who`, those of everybody that is named as their source. `whom` is who is known by that name.
    """
    meant = whom.meant if whom else None
    if whom and meant:
        who = whom.row.canonical
    if not parse(who).slots and not parse(about).slots:
        return []
    source, matter = plan(parse(who), shelf), plan(parse(about), shelf)
    group = shelf.names.by_number(whom.group if whom and source.slots else [])
    numbers = _of(shelf, [name.number for name in group], about, limit)
    if not group or shelf.progress.count_waiting():
        _, found = find(f"{who} {about}", shelf, Filters(), _READ)
        numbers = list(dict.fromkeys([*numbers, *(hit.number for hit in found)]))
    names = frozenset(name.folded for name in group)
    records = shelf.current(numbers)
    hits = []
    for number, kept in zip(numbers, findings(numbers), strict=True):
        article = unpacked(records[number])
        for statement in kept.statements:
            if not statement.source or not (
                not source.slots or folded(statement.source) in names or _share(source, statement.source) == 1
            ):
                continue
            content = statement.content or statement.span
            share = _share(matter, content.of(article.text)) if matter.slots else 1.0
            whose = _whose(kept, statement, number, names, meant)
            if share > 0 and whose is not None:
                hits.append(Said(article, statement, round(share * statement.sure, 4), *whose))
    hits.sort(key=lambda hit: -hit.score)
    return _each_once(hits)[:limit]


def _whose(
    kept: Kept, statement: Statement, number: int, names: frozenset[str], meant: Meant | None
) -> tuple[str, bool] | None:
    """Whom of several people of a name a statement is taken for, and whether unsure; None where another's."""
    if meant is None:
        return "", False
    if folded(statement.source or "") not in names:  # a longer name with these words in it is another's
        return ("", False) if meant.plainly else None
    bearer = bearer_of(kept, statement, SOURCE, names)
    if not meant.has(number, bearer):
        return None
    return meant.one.label, not meant.is_sure(number, bearer)


def asked(shelf: Shelf, question: str) -> tuple[str, str]:
    """Whose words a question asks for, empty where anybody's, and what about.

    The speaker is the longest run of its words that names somebody who is quoted, unless it is named as
    the matter (… নিয়ে).
    """
    lists = asking()
    idle = lists["questions"] | lists["asking"] | lists["saying"]
    found = terms(question)
    for length in range(min(_LONGEST, len(found)), 0, -1):
        for at in range(len(found) - length + 1):
            run, rest = found[at : at + length], [*found[:at], *found[at + length :]]
            before = {term.form for term in found[max(0, at - 1) : at]}
            behind = {term.form for term in found[at + length : at + length + 1]}
            if lists["about"] & behind or lists["of"] & before or idle & {t.form for t in run}:
                continue
            who = question[run[0].start : run[-1].end]
            if _is_quoted(shelf, who, length):
                titles = _titles(found[:at])
                return who, _matter(question, [term for term in rest if term not in titles])
    return "", _matter(question, found)


def _titles(before: Sequence[Term]) -> list[Term]:
    """The titles and offices right before a name: they say who is meant, not what about."""
    return list(
        takewhile(lambda term: is_title(term.form) or term.form in asking()["titles"], reversed(before))
    )


def _matter(question: str, found: Sequence[Term]) -> str:
    idle = frozenset().union(*asking().values())
    return " ".join(term.span.of(question) for term in found if term.form not in idle)


def _is_quoted(shelf: Shelf, who: str, words: int) -> bool:
    """Whether this names somebody whose words are kept; a part of a name only where it is a person's."""
    for row in find_entity(shelf.names, who)[:1]:
        if row.kind == "PER" or words == len(row.folded.split(" ")):
            group = [name.number for name in shelf.names.by_entity([row.number])]
            return bool(shelf.names.sayings(group, SOURCE, 1, 0))
    return False


def _of(shelf: Shelf, group: Sequence[int], about: str, limit: int) -> list[int]:
    """The articles in which somebody is quoted and that tell of `about`, as the index of names has it."""
    if not group:
        return []
    if not parse(about).slots:
        sayings = shelf.names.sayings(group, SOURCE, max(_READ, limit), 0)
        return list(dict.fromkeys(number for number, _ in sayings))
    _, found = find(about, shelf, Filters(said=tuple(group)), _READ)
    return [hit.number for hit in found]


def _share(made: Plan, text: str) -> float:
    """How much of what the plan asks for, by worth, stands in `text`."""
    forms = {term.form for term in terms(text)}
    has = [
        any(
            variant.weight > RELATED
            and variant.first <= slot <= variant.last
            and all(forms & set(part.values()) for part in variant.parts)
            for variant in made.variants
        )
        for slot in range(len(made.slots))
    ]
    return sum(w for w, here in zip(made.worth, has, strict=True) if here) / (sum(made.worth) or 1.0)


def _each_once(hits: list[Said]) -> list[Said]:
    """Without the same words of the same article again."""
    seen: set[tuple[str, str]] = set()
    kept = []
    for hit in hits:
        key = (hit.article.id, hit.statement.text)
        if key not in seen:
            seen.add(key)
            kept.append(hit)
    return kept
