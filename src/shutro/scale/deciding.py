"""The stories among the articles of each pool, and the copies among those."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pyarrow
from datatrove.data import Document, DocumentsPipeline
from datatrove.io import DataFolder
from datatrove.pipeline.base import PipelineStep
from pyarrow import compute

from shutro.archive.ledger.copies import Copyist
from shutro.model import Article
from shutro.scale.columns import plain, table
from shutro.scale.files import folder, part, read_json, read_table, write_table
from shutro.scale.pools import Node, by_day
from shutro.scale.rows import Copied, Grouped, article_of, features_of
from shutro.span import Span
from shutro.stories.features import Features
from shutro.stories.grouping.pool import regroup
from shutro.stories.grouping.titles import title
from shutro.stories.grouping.weights import Weights
from shutro.stories.moments import BANGLADESH
from shutro.stories.story import story_id

_LATE = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Signed:
    """What is known of an article before its text is read."""

    node: Node
    outlet: str | None
    headline: str
    lead: str | None
    bands: frozenset[int]
    features: Features


class DecideStories(PipelineStep):
    """`stories/N.parquet` and `copies/N.parquet` of each file of pools; a task holds one pool at a time."""

    type = "Shutro"
    name = "stories"

    def __init__(self, place: str, batches: int) -> None:
        super().__init__()
        self.place = place
        self.batches = batches

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """The documents handed in; stories are no documents."""
        if data:
            yield from data
        where = folder(self.place)
        for number in range(rank, self.batches, world_size):
            with self.track_time():
                self.stat_update("stories", value=decide(where, number))


def decide(where: DataFolder, number: int) -> int:
    """Write the stories of a file of pools; how many."""
    pools = [[(day, id) for day, id in pool] for pool in read_json(where, f"pools/{number:06d}.json")]
    signed = _signed(where, [node for pool in pools for node in pool])
    stories: list[dict[str, Any]] = []
    copied: list[dict[str, Any]] = []
    for pool in pools:
        members = sorted((signed[node] for node in pool), key=lambda s: (s.features.when or _LATE, s.node[1]))
        stories += [plain(_story([members[i] for i in group])) for group in _groups(members)]
        copied += [plain(copy) for copy in _copies(where, members)]
    write_table(where, f"stories/{number:06d}.parquet", table(Grouped, stories))
    write_table(where, f"copies/{number:06d}.parquet", table(Copied, copied))
    return len(stories)


def _signed(where: DataFolder, nodes: Sequence[Node]) -> dict[Node, _Signed]:
    found: dict[Node, _Signed] = {}
    for day, ids in sorted(by_day(nodes).items()):
        rows = read_table(where, f"signs/{day}.parquet")
        rows = rows.filter(compute.is_in(rows["id"], pyarrow.array(sorted(ids))))
        for row in rows.to_pylist():
            found[day, row["id"]] = _Signed(
                (day, row["id"]),
                row["outlet"],
                row["headline"],
                row["lead"],
                frozenset(row["bands"]),
                features_of(row["id"], row["terms"]),
            )
    return found


def _groups(members: Sequence[_Signed]) -> list[list[int]]:
    if len(members) == 1:
        return [[0]]
    return sorted(sorted(group) for group in regroup([member.features for member in members], Weights()))


def _story(members: Sequence[_Signed]) -> Grouped:
    """The story of articles that are given in order of time."""
    founder = members[0]
    days = [m.features.when.astimezone(BANGLADESH).date().isoformat() for m in members if m.features.when]
    return Grouped(
        story_id(founder.node[1]),
        title([_sketched(member) for member in members]),
        min(days, default=None),
        max(days, default=None),
        tuple(dict.fromkeys(member.node[1] for member in members)),
        tuple(dict.fromkeys(member.outlet for member in members if member.outlet)),
    )


def _sketched(member: _Signed) -> Article:
    """As much of an article as its story is titled by: its headline and the beginning of its text."""
    text = member.lead or ""
    return Article(member.node[1], "", member.headline, text, (Span(0, len(text)),) if text else ())


def _copies(where: DataFolder, members: Sequence[_Signed]) -> Iterator[Copied]:
    """The copies among articles that share a band, found as an archive finds them."""
    having = Counter(band for member in members for band in member.bands)
    sharing = [member for member in members if any(having[band] > 1 for band in member.bands)]
    if len(sharing) < 2:
        return
    texts = dict(enumerate(_texts(where, sharing)))
    copyist = Copyist(_Bands(), lambda numbers: {number: texts[number] for number in numbers})
    for number, article in texts.items():
        for _, _, pair in copyist.find(number, article):
            yield Copied(pair.one, pair.other, pair.kind, round(pair.likeness, 4), pair.shared)


class _Bands:
    """The bands of the articles of one pool, in memory."""

    def __init__(self) -> None:
        self._having: defaultdict[int, list[int]] = defaultdict(list)

    def put(self, article: int, bands: Collection[int], revision: int) -> None:
        """Keep the bands of an article."""
        for band in bands:
            self._having[band].append(article)

    def clear(self) -> None:
        """Forget all."""
        self._having.clear()

    def sharing(self, bands: Collection[int], most: int) -> dict[int, list[int]]:
        """For each band up to `most` articles that have it."""
        return {band: self._having[band][:most] for band in bands if band in self._having}


def _texts(where: DataFolder, members: Sequence[_Signed]) -> list[Article]:
    """The articles in their last state, each once, in the order of members."""
    wanted: dict[tuple[str, str], set[str]] = {}
    for member in members:
        wanted.setdefault((member.node[0], part(member.outlet)), set()).add(member.node[1])
    found: dict[str, Article] = {}
    for (day, outlet), ids in sorted(wanted.items()):
        rows = read_table(where, f"articles/day={day}/outlet={outlet}/articles.parquet")
        rows = rows.filter(compute.is_in(rows["id"], pyarrow.array(sorted(ids))))
        found |= {row["id"]: article_of(row) for row in rows.to_pylist()}
    return [found[id] for id in dict.fromkeys(member.node[1] for member in members)]
