"""Who is meant by the names of several articles: every merge with its evidence, and undone at will.

Each article's names come with the canonical name its own text gives them. Here those names are
brought together: the same canonical name, the same sound (ভস্তোচনি, ভোস্টোচনি), a short form of one
full name only, a slip of a well-known name. Two people of one name whom the texts tell apart (by
full names that differ, by age, parents or offices: `tells.py`) stay two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from shutro.bangla.keys import folded, skeleton, sound_key
from shutro.bangla.translit import romanised
from shutro.meaning.names.canonical.base import other_forms
from shutro.meaning.names.canonical.fulls import is_short_for
from shutro.meaning.names.canonical.slips import distance
from shutro.meaning.names.known.entries import Known
from shutro.meaning.names.known.gazetteer import Gazetteer, gazetteer
from shutro.meaning.names.known.parts import is_part
from shutro.meaning.names.meant.namesakes import Node, Parting, Witness, gathered, parted
from shutro.meaning.names.meant.tells import Tells
from shutro.model import Name, NameKind


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
    """The entities of some articles, which mention is which, the merges in the order made, and partings."""

    entities: tuple[Entity, ...]
    merges: tuple[Merge, ...]
    _of: Mapping[tuple[str, int, int], str] = field(repr=False)
    _again: Callable[[frozenset[tuple[str, str]]], Resolution] = field(repr=False)
    undone: frozenset[tuple[str, str]] = frozenset()
    partings: tuple[Parting, ...] = ()

    def entity_of(self, article: str, name: Name) -> Entity | None:
        """The entity that a mention of an article stands for; None for a mention not resolved here."""
        id = self._of.get((article, name.start, name.end))
        return next((entity for entity in self.entities if entity.id == id), None)

    def undo(self, merge: Merge) -> Resolution:
        """The entities without one merge, and without those that only held because of it."""
        return self._again(self.undone | {(merge.name, merge.into)})


def resolve(
    names_by_article: Mapping[str, Sequence[Name]],
    known: Gazetteer | None = None,
    undone: frozenset[tuple[str, str]] = frozenset(),
    told: Mapping[str, Tells] | None = None,
) -> Resolution:
    """Bring the names of several articles together.

    `undone` are pairs of canonical names that must not be merged, beside those that the gazetteer keeps
    `apart`. `told` is what each article tells of its persons (`tells.tells`); without it, people of one
    name are told apart within an article alone. The order of the articles changes nothing but the order
    of the entities.
    """
    table = known or gazetteer()
    nodes = gathered(names_by_article, table)
    nodes, partings = parted(nodes, told or {})
    kept = undone | {pair for entry in table.entries for pair in _kept_apart(entry)}
    merges: list[Merge] = []
    for rule in _RULES:
        _merge(nodes, rule, kept, merges)

    def again(more: frozenset[tuple[str, str]]) -> Resolution:
        return resolve(names_by_article, table, more, told)

    entities, of = [], {}
    for node in nodes:
        entity = _entity(node)
        entities.append(entity)
        of.update({(article, name.start, name.end): entity.id for article, name in node.mentions})
    return Resolution(tuple(entities), tuple(merges), of, again, undone, tuple(partings))


def _kept_apart(entry: Known) -> Iterator[tuple[str, str]]:
    """The pairs of canonical names that a gazetteer's entry says are two."""
    for other in entry.apart:
        yield entry.canonical, other
        yield other, entry.canonical


def _merge(
    nodes: list[Node],
    rule: _Rule,
    undone: frozenset[tuple[str, str]],
    merges: list[Merge],
) -> None:
    """Join every node to the one node that the rule finds for it; with two to choose from, to none.

    Rare and unknown names join frequent and known ones. Only nodes that share a block are compared.
    """
    gone: set[int] = set()
    blocks: dict[object, list[Node]] = defaultdict(list)
    for node in nodes:
        for block in rule.blocks(node):
            blocks[block].append(node)
    for node in sorted(nodes, key=_weight):
        near = {id(n): n for block in rule.blocks(node) for n in blocks[block] if n is not node}
        rivals = [n for n in near.values() if id(n) not in gone and n.kind == node.kind]
        into = [
            other
            for other in rivals
            if (node.canonical, other.canonical) not in undone
            and folded(node.canonical) != folded(other.canonical)
            and rule.test(node, other, rivals)
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


def _weight(node: Node) -> tuple[bool, int, str]:
    return (node.known is not None, len(node.mentions), node.canonical)


def _witness(mention: tuple[str, Name]) -> Witness:
    article, name = mention
    return Witness(article, name.start, name.end, name.text)


def _same_sound(node: Node, other: Node, _: list[Node]) -> bool:
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


def _slip(node: Node, other: Node, _: list[Node]) -> bool:
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


def _short(node: Node, other: Node, rivals: list[Node]) -> bool:
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
    blocks: Callable[[Node], list[object]]
    test: Callable[[Node, Node, list[Node]], bool]


def _by_skeleton(node: Node) -> list[object]:
    return [(node.kind, skeleton(node.canonical)), (node.kind, sound_key(node.canonical))]


def _same_family(node: Node, other: Node, _: list[Node]) -> bool:
    """One name with the family's in its full and in its short form (মুখোপাধ্যায়, মুখার্জি)."""
    mine, its = folded(node.canonical), folded(other.canonical)
    return _weight(node) < _weight(other) and its in other_forms(mine)


def _by_first_words(node: Node) -> list[object]:
    return [(node.kind, node.base.words[:-1])] if len(node.base.words) > 1 and node.kind == "PER" else []


def _by_all_but_one(node: Node) -> list[object]:
    words = node.base.words
    return [
        (node.kind, len(words), i, words[:i] + words[i + 1 :]) for i in range(len(words)) if len(words) > 1
    ]


def _by_word(node: Node) -> list[object]:
    return [(node.kind, sound_key(word)) for word in node.base.words]


_COMPANY = 2  # other names that two articles must share before a short form is carried over
_RULES = (
    _Rule("sound", _by_skeleton, _same_sound),
    _Rule("family", _by_first_words, _same_family),
    _Rule("slip", _by_all_but_one, _slip),
    _Rule("short", _by_word, _short),
)


def _entity(node: Node) -> Entity:
    seen: dict[str, int] = defaultdict(int)
    slips: dict[str, int] = {}
    for _, name in node.mentions:
        seen[name.text] += 1
        if name.rule == "slip":
            slips[name.text] = 1
    spellings = tuple(sorted(seen, key=lambda text: (-seen[text], text)))
    latin = node.known.latin if node.known else None
    return Entity(
        node.id,
        node.canonical,
        node.kind,
        spellings,
        latin or romanised(node.canonical),
        tuple(slips),
        transliterated=latin is None,
    )
