"""Mentions of several articles gathered by canonical name, and namesakes parted: two people of one name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from shutro.bangla.keys import folded
from shutro.meaning.names.canonical.base import Base
from shutro.meaning.names.canonical.fulls import entity_id
from shutro.meaning.names.known.entries import Known
from shutro.meaning.names.known.gazetteer import Gazetteer
from shutro.meaning.names.meant.tells import Tell, Tells, apart
from shutro.model import Name, NameKind


@dataclass(frozen=True, slots=True)
class Witness:
    """What a merge or a parting rests on: `start..end` of the article's text.

    `text` is a mention as printed, or what is told of a person there.
    """

    article: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Parting:
    """One canonical name that stands for two, on the words of both that cannot be of one person."""

    name: str
    ids: tuple[str, str]
    evidence: tuple[Witness, Witness]


@dataclass(slots=True)
class Node:
    """A canonical name with its mentions, or those that are of one of the people who bear it."""

    canonical: str
    kind: NameKind
    mentions: list[tuple[str, Name]]
    known: Known | None
    company: set[str] = field(default_factory=set)  # what else its articles name
    which: int = 1  # of the people of this name

    @property
    def id(self) -> str:
        """The entity's id; of a second person of the name it ends in `#2`."""
        return entity_id(self.kind, self.canonical) + (f"#{self.which}" if self.which > 1 else "")

    @property
    def articles(self) -> set[str]:
        """Those that have a mention."""
        return {article for article, _ in self.mentions}

    @property
    def base(self) -> Base:
        """The canonical name as a base."""
        return Base(self.canonical, folded(self.canonical))


def gathered(names_by_article: Mapping[str, Sequence[Name]], table: Gazetteer) -> list[Node]:
    """A node for each canonical name of each kind; spellings of a well-known name are one."""
    nodes: dict[tuple[str, str], Node] = {}
    for article, names in names_by_article.items():
        for name in names:
            kind = _group(name)
            found = table.find(folded(name.canonical))
            mine = found.known if found and found.how == "name" and found.known.kind == kind else None
            canonical = mine.canonical if mine else name.canonical
            key = (kind, folded(canonical))
            if key not in nodes:
                nodes[key] = Node(canonical, kind, [], mine)
            nodes[key].mentions.append((article, name))
    _keep_company(nodes.values(), len(names_by_article))
    return list(nodes.values())


def _keep_company(nodes: Iterable[Node], articles: int) -> None:
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


def parted(nodes: Sequence[Node], told: Mapping[str, Tells]) -> tuple[list[Node], list[Parting]]:
    """The nodes, with one for each of several people of a name; what tells them apart."""
    out: list[Node] = []
    partings: list[Parting] = []
    for node in nodes:
        if node.kind != "PER" or node.known:
            out.append(node)
            continue
        people: list[_Person] = []
        groups = []
        for article, names in _by_person(node):
            of = told.get(article, {})
            its = [(article, tell) for n in names for tell in of.get((n.start, n.end), ())]
            groups.append(([(article, name) for name in names], its))
        for mentions, its in sorted(groups, key=lambda group: not group[1]):
            _place(node, mentions, its, people, partings)
        out += [person for person, _ in people]
    return out, partings


_Person = tuple[Node, list[tuple[str, Tell]]]


def _by_person(node: Node) -> list[tuple[str, list[Name]]]:
    """A name's mentions by article and by the person that the article has them for, in order of articles.

    Mentions that their article gives to nobody for sure are left out.
    """
    sure = {article for article, name in node.mentions if name.entity}
    groups: dict[tuple[str, str], list[Name]] = {}
    for article, name in node.mentions:
        if name.entity is not None or article not in sure:
            groups.setdefault((article, name.entity or ""), []).append(name)
    return [(article, names) for (article, _), names in sorted(groups.items(), key=lambda item: item[0])]


def _place(
    node: Node,
    mentions: list[tuple[str, Name]],
    its: list[tuple[str, Tell]],
    people: list[_Person],
    partings: list[Parting],
) -> None:
    """Give what is one person in an article to the first of the people so far that nothing forbids.

    Of whom nothing is told, and who might be more than one of them, is nobody's.
    """
    here = {article for article, _ in mentions}
    against: list[Parting] = []
    fits: list[_Person] = []
    for person, theirs in people:
        pair = apart((tell for _, tell in theirs), (tell for _, tell in its))
        if pair is None and not here & person.articles:
            fits.append((person, theirs))
        if pair is not None:
            first = next(a for a, tell in theirs if tell is pair[0])
            witnesses = (_told(first, pair[0]), _told(its[0][0], pair[1]))
            against.append(Parting(node.canonical, (person.id, ""), witnesses))
    if fits:
        if its or len(fits) == 1:
            fits[0][0].mentions += mentions
            fits[0][1].extend(its)
        return
    new = Node(node.canonical, node.kind, mentions, None, node.company, len(people) + 1)
    partings += [replace(parting, ids=(parting.ids[0], new.id)) for parting in against]
    people.append((new, its))


def _told(article: str, tell: Tell) -> Witness:
    return Witness(article, tell.start, tell.end, tell.value)
