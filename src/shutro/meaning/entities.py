"""Who is meant by the names of several articles: every merge with its evidence, and undone at will.

Each article's names come with the canonical name its own text gives them. Here those names are
brought together: the same canonical name, the same sound (ভস্তোচনি, ভোস্টোচনি), a short form of one
full name only, a slip of a well-known name. Two people of one name whom the texts tell apart (by
full names that differ) stay two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from shutro.bangla.keys import folded, skeleton, sound_key
from shutro.bangla.translit import romanised
from shutro.meaning.canonical import Base, distance, entity_id, is_part, is_short_for
from shutro.meaning.gazetteer import Gazetteer, Known, gazetteer
from shutro.model import Name, NameKind


@dataclass(frozen=True, slots=True)
class Witness:
    """A mention that an entity or a merge rests on: `start..end` of the article's text."""

    article: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something named: every spelling met, most frequent first.

    `slips` are spellings the source got wrong, kept as printed. `latin` is the known Latin spelling, or
    a transliteration, and then `transliterated`.
    """

    id: str
    canonical: str
    kind: NameKind
    spellings: tuple[str, ...]
    latin: str
    slips: tuple[str, ...] = ()
    transliterated: bool = False


@dataclass(frozen=True, slots=True)
class Merge:
    """Two canonical names taken for one: `name` joined `into`, by `rule`, on the words of both."""

    name: str
    into: str
    kind: NameKind
    rule: str
    evidence: tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """The entities of some articles, which mention is which, and the merges in the order made."""

    entities: tuple[Entity, ...]
    merges: tuple[Merge, ...]
    _of: Mapping[tuple[str, int, int], str] = field(repr=False)
    _again: Callable[[frozenset[tuple[str, str]]], Resolution] = field(repr=False)
    undone: frozenset[tuple[str, str]] = frozenset()

    def entity_of(self, article: str, name: Name) -> Entity | None:
        """The entity that a mention of an article stands for; None for a mention not resolved here."""
        id = self._of.get((article, name.start, name.end))
        return next((entity for entity in self.entities if entity.id == id), None)

    def undo(self, merge: Merge) -> Resolution:
        """The entities without one merge, and without those that only held because of it."""
        return self._again(self.undone | {(merge.name, merge.into)})


@dataclass(slots=True)
class _Node:
    canonical: str
    kind: NameKind
    mentions: list[tuple[str, Name]]
    known: Known | None
    company: set[str] = field(default_factory=set)  # what else its articles name

    @property
    def articles(self) -> set[str]:
        return {article for article, _ in self.mentions}

    @property
    def base(self) -> Base:
        return Base(self.canonical, folded(self.canonical))


def resolve(
    names_by_article: Mapping[str, Sequence[Name]],
    known: Gazetteer | None = None,
    undone: frozenset[tuple[str, str]] = frozenset(),
) -> Resolution:
    """Bring the names of several articles together.

    `undone` are pairs of canonical names that must not be merged. The order of the articles changes
    nothing but the order of the entities.
    """
    table = known or gazetteer()
    nodes = _nodes(names_by_article, table)
    merges: list[Merge] = []
    for rule in _RULES:
        _merge(nodes, rule, undone, merges)
    return _resolution(names_by_article, table, nodes, merges, undone)


def _nodes(names_by_article: Mapping[str, Sequence[Name]], table: Gazetteer) -> list[_Node]:
    nodes: dict[tuple[str, str], _Node] = {}
    for article, names in names_by_article.items():
        for name in names:
            kind = _group(name)
            found = table.find(folded(name.canonical))
            mine = found.known if found and found.how == "name" and found.known.kind == kind else None
            canonical = mine.canonical if mine else name.canonical
            key = (kind, folded(canonical))
            if key not in nodes:
                nodes[key] = _Node(canonical, kind, [], mine)
            nodes[key].mentions.append((article, name))
    _keep_company(nodes.values(), len(names_by_article))
    return list(nodes.values())


def _keep_company(nodes: Iterable[_Node], articles: int) -> None:
    """Note what else is named in each name's articles, what most articles name left out."""
    of: dict[str, set[str]] = defaultdict(set)
    for node in nodes:
        if len(node.articles) <= max(4, articles // 10):
            for article in node.articles:
                of[article].add(node.canonical)
    for node in nodes:
        node.company = set().union(*(of[article] for article in node.articles)) - {node.canonical}


def _group(name: Name) -> NameKind:
    """A people's name belongs to its country."""
    return "LOC" if name.kind == "MISC" and name.rule == "known:people" else name.kind


def _merge(
    nodes: list[_Node],
    rule: _Rule,
    undone: frozenset[tuple[str, str]],
    merges: list[Merge],
) -> None:
    """Join every node to the one node that the rule finds for it; with two to choose from, to none.

    Rare and unknown names join frequent and known ones. Only nodes that share a block are compared.
    """
    gone: set[int] = set()
    blocks: dict[object, list[_Node]] = defaultdict(list)
    for node in nodes:
        for block in rule.blocks(node):
            blocks[block].append(node)
    for node in sorted(nodes, key=_weight):
        near = {id(n): n for block in rule.blocks(node) for n in blocks[block] if n is not node}
        rivals = [n for n in near.values() if id(n) not in gone and n.kind == node.kind]
        into = [
            other
            for other in rivals
            if (node.canonical, other.canonical) not in undone and rule.test(node, other, rivals)
        ]
        if len(into) != 1:
            continue
        other = into[0]
        evidence = (_witness(node.mentions[0]), _witness(other.mentions[0]))
        merges.append(Merge(node.canonical, other.canonical, node.kind, rule.name, evidence))
        if rule.name == "slip":
            node.mentions = [(a, replace(n, rule="slip")) for a, n in node.mentions]
        other.mentions += node.mentions
        gone.add(id(node))
    nodes[:] = [node for node in nodes if id(node) not in gone]


def _weight(node: _Node) -> tuple[bool, int, str]:
    return (node.known is not None, len(node.mentions), node.canonical)


def _witness(mention: tuple[str, Name]) -> Witness:
    article, name = mention
    return Witness(article, name.start, name.end, name.text)


def _same_sound(node: _Node, other: _Node, _: list[_Node]) -> bool:
    """One sound, or the same consonants and nearly one sound; two well-known names are never one."""
    if (node.known and other.known) or _weight(other) < _weight(node):
        return False
    mine, its = sound_key(node.canonical), sound_key(other.canonical)
    if mine == its:
        return True
    if len(node.base.words) != len(other.base.words) or min(len(mine), len(its)) < 5:
        return False
    if any(a[0] != b[0] for a, b in zip(node.base.words, other.base.words, strict=True)):
        return False
    if node.kind == "PER":
        return len(node.base.words) > 1 and distance(mine, its) <= 1
    return len(skeleton(node.canonical)) >= 3 and distance(mine, its) <= 2


def _slip(node: _Node, other: _Node, _: list[_Node]) -> bool:
    """A name printed wrong: one sign off a well-known one, or its family name under a wrong first name."""
    if node.known or not other.known:
        return False
    mine, its = node.base.words, other.base.words
    if len(mine) != len(its):
        return False
    apart = [(a, b) for a, b in zip(mine, its, strict=True) if sound_key(a) != sound_key(b)]
    if len(apart) != 1:
        return False
    a, b = map(sound_key, apart[0])
    if a[:1] != b[:1] or a.startswith(b) or b.startswith(a):
        return False
    own_name = any(is_part(word) for word, _ in apart)
    if distance(a, b) <= 1 and min(len(a), len(b)) >= 4 and not own_name:
        return True
    alone = {folded(s) for s in other.known.spellings}
    return node.kind == "PER" and mine[-1] == its[-1] and mine[-1] in alone and distance(a, b) <= 3


def _short(node: _Node, other: _Node, rivals: list[_Node]) -> bool:
    """A short form of one full name: in an article that has both, or in the same company elsewhere."""
    if node.known or not is_short_for(node.base, other.base):
        return False
    if node.kind in {"LOC", "EVENT"} and node.base.words[0] != other.base.words[0]:
        return False
    if node.kind == "LOC" and other.known and other.known.source == "countries.toml":
        return False
    others = [n for n in rivals if n is not other and is_short_for(node.base, n.base)]
    if node.articles & other.articles:
        return not any(node.articles & n.articles for n in others)
    return not others and len(node.company & other.company) >= _COMPANY


@dataclass(frozen=True, slots=True)
class _Rule:
    """A way to see two names as one: what to compare, and the test."""

    name: str
    blocks: Callable[[_Node], list[object]]
    test: Callable[[_Node, _Node, list[_Node]], bool]


def _by_skeleton(node: _Node) -> list[object]:
    return [(node.kind, skeleton(node.canonical)), (node.kind, sound_key(node.canonical))]


def _by_all_but_one(node: _Node) -> list[object]:
    words = node.base.words
    return [
        (node.kind, len(words), i, words[:i] + words[i + 1 :]) for i in range(len(words)) if len(words) > 1
    ]


def _by_word(node: _Node) -> list[object]:
    return [(node.kind, sound_key(word)) for word in node.base.words]


_COMPANY = 2  # other names that two articles must share before a short form is carried over

_RULES = (
    _Rule("sound", _by_skeleton, _same_sound),
    _Rule("slip", _by_all_but_one, _slip),
    _Rule("short", _by_word, _short),
)


def _resolution(
    names_by_article: Mapping[str, Sequence[Name]],
    table: Gazetteer,
    nodes: Iterable[_Node],
    merges: list[Merge],
    undone: frozenset[tuple[str, str]],
) -> Resolution:
    entities, of = [], {}
    for node in nodes:
        entity = _entity(node)
        entities.append(entity)
        of.update({(article, name.start, name.end): entity.id for article, name in node.mentions})

    def again(more: frozenset[tuple[str, str]]) -> Resolution:
        return resolve(names_by_article, table, more)

    return Resolution(tuple(entities), tuple(merges), of, again, undone)


def _entity(node: _Node) -> Entity:
    seen: dict[str, int] = defaultdict(int)
    slips: dict[str, int] = {}
    for _, name in node.mentions:
        seen[name.text] += 1
        if name.rule == "slip":
            slips[name.text] = 1
    spellings = tuple(sorted(seen, key=lambda text: (-seen[text], text)))
    latin = node.known.latin if node.known else None
    return Entity(
        entity_id(node.kind, node.canonical),
        node.canonical,
        node.kind,
        spellings,
        latin or romanised(node.canonical),
        tuple(slips),
        transliterated=latin is None,
    )
