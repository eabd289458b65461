"""How many independent origins a happening has: ten reprints of one agency are one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from shutro.stories.telling.telling import Telling


def independent(tellings: Sequence[Telling], copied: Mapping[str, str]) -> tuple[str, ...]:
    """A label for each independent origin, sorted: the medium quoted, else the outlet, else the article.

    Tellings have one origin when they quote the same medium, stand in the same outlet, or are copies of
    one text (`copied` gives for each article the one it is a copy of, itself where it is none).
    """
    groups: list[set[str]] = []
    for telling in tellings:
        marks = _marks(telling, copied)
        joined = [group for group in groups if group & marks]
        groups = [group for group in groups if not group & marks]
        groups.append(marks.union(*joined))
    return tuple(sorted(min(group).split(":", 1)[1] for group in groups))


def _marks(telling: Telling, copied: Mapping[str, str]) -> set[str]:
    """What ties a telling to an origin; the first in order names it."""
    article = telling.article
    media = {link for statement in telling.statements for link in statement.via[-1:]}
    # Who quotes a paper and the paper itself are one origin.
    marks = {f"1:{medium}" for medium in media} | {f"2:{medium}" for medium in media}
    marks.add(f"3:{copied.get(article.id, article.id)}")
    if article.outlet:
        marks.add(f"2:{article.outlet}")
    return marks
