"""Who is who in a whole archive: every canonical name finds its entity, every spelling leads to it.

Articles give each name a canonical form by their own text. Here names of one sound are one somebody
(শামীম, সামিম), and so are names that nearly sound alike when they keep the same company; two names that
are both well known are never one. Of more than one that a name might join, it joins none.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from functools import cache

from shutro.archive.naming.mentions import Key, Naming, bones
from shutro.archive.tables.names import EntityRow, NameRow, Names
from shutro.archive.words.roman import likeness, phones_of_bangla, phones_of_latin, skeleton
from shutro.archive.words.wordlists import same_as
from shutro.bangla import keys
from shutro.bangla.keys import folded, sound_key
from shutro.meaning.names.canonical.base import bases, look_up
from shutro.meaning.names.canonical.fulls import sounds
from shutro.meaning.names.canonical.slips import distance
from shutro.meaning.names.known.entries import Known
from shutro.meaning.names.known.gazetteer import gazetteer

_COMPANY = 2  # names beside it that two spellings must share to be one somebody
_SAMPLE = 20  # articles that are asked for the company
_NEAR = {"PER": 1}  # edits between the sounds of two spellings of a person
_NEAR_OTHER = 2  # and of anything else
_SHORTEST = 5  # sounds of a name that may be spelt in several ways
_ALIKE = 0.8  # how like a Latin spelling a name must sound
_MOST = 50  # names with a word in common that are looked at, and spellings of one
_MOSTLY = 0.5  # part of the articles that whoever is mostly meant has more than


def known(key: Key) -> Known | None:
    """The well-known somebody that a name is, by the gazetteer."""
    found = gazetteer().find(key.folded)
    return found.known if found and found.how == "name" and found.known.kind == key.kind else None


def number_names(names: Names, made: Naming) -> dict[Key, int]:
    """The numbers of an article's names, new ones given a number and an entity."""
    every = list(dict.fromkeys([*made.times, *(key for key, _, _ in made.sayings)]))
    rows = names.by_folded({key.folded for key in every})
    have = {(row.folded, row.kind): row.number for row in rows}
    numbers: dict[Key, int] = {}
    company = {row.entity for row in rows}
    for key in every:
        if (key.folded, key.kind) not in have:
            have[key.folded, key.kind] = _new(names, key, company)
        numbers[key] = have[key.folded, key.kind]
    return numbers


def _new(names: Names, key: Key, company: set[int]) -> int:
    """Number a name that the archive did not have before the article, under the entity it belongs to."""
    if (made := _number_of(names, key)) is not None:
        return made  # as that of somebody whom the article first calls otherwise
    called = names.own([key.folded]).get(key.folded)
    if called is not None:
        return _under(names, key, *called)
    famous = known(key)
    if famous is not None and famous.canonical != key.canonical:
        return _under(names, key, Key(key.kind, famous.canonical), famous.latin)
    entity = _one_of(_same(names, key, famous, company)) if key.kind else None
    number = names.new_name(key, entity)
    if entity is None:
        names.new_entity(number, key, famous.latin if famous else None)
    elif famous is not None:
        names.call(entity, key, famous.latin)
    return number


def _under(names: Names, key: Key, whom: Key, latin: str | None) -> int:
    """Number a name of somebody known by another; two spellings of one search key are one name."""
    entity = entity_of(names, whom, latin)
    made = _number_of(names, key)
    return names.new_name(key, entity) if made is None else made


def _number_of(names: Names, key: Key) -> int | None:
    """The number of a name, where it has one."""
    return next((row.number for row in names.by_folded([key.folded]) if row.kind == key.kind), None)


def entity_of(names: Names, key: Key, latin: str | None) -> int:
    """The entity of a name that is known to be its canonical one, made where there is none."""
    for row in names.by_folded([key.folded]):
        if row.kind == key.kind:
            names.call(row.entity, key, latin)
            return row.entity
    number = names.new_name(key, None)
    names.new_entity(number, key, latin)
    return number


def gather_own(names: Names, own: Sequence[Known]) -> int:
    """Take a user's names over all others, in place of those given before; how many spellings moved.

    Names that only the user's former names held together part again.
    """
    before = {folded_key for folded_key, _, _ in names.own_names()}
    names.put_own(
        (folded(spelling), known.kind, known.canonical, known.latin)
        for known in own
        for spelling in known.spellings
    )
    called = {key: (whom, latin) for key, whom, latin in names.own_names()}
    moved = 0
    for row in names.by_folded(before | called.keys()):
        key = Key(row.kind, row.canonical)
        if row.folded in called:
            entity = entity_of(names, *called[row.folded])
        else:
            names.part(row)
            famous = known(key)
            entity = _one_of(_same(names, key, famous, set(), but=row.number)) or row.number
            names.call(row.number, key, famous.latin if famous else None)
        if names.by_number([row.number])[0].entity != entity:
            names.gather([row.number], entity)
            moved += 1
    return moved


def _one_of(rows: Iterable[NameRow]) -> int | None:
    entities = {row.entity for row in rows}
    return entities.pop() if len(entities) == 1 else None


def _same(
    names: Names, key: Key, famous: Known | None, company: set[int], but: int | None = None
) -> list[NameRow]:
    """The names met before that are the same somebody."""
    alike = [row for row in names.by_sound([key.sound]) if row.kind == key.kind and row.number != but]
    alike = [row for row in alike if not (famous and known(Key(row.kind, row.canonical)))]
    if alike:
        return alike
    near = [row for row in names.by_bones([key.bones]) if row.kind == key.kind and _nearly(key, row)]
    near = [row for row in near if not (famous and known(Key(row.kind, row.canonical)))]
    return [row for row in near if _keeps_company(names, row, company)]


def _nearly(key: Key, row: NameRow) -> bool:
    """Whether two names have the same consonants and nearly one sound, word by word."""
    mine, its = key.folded.split(" "), row.folded.split(" ")
    if len(mine) != len(its) or min(len(key.sound), len(row.sound)) < _SHORTEST:
        return False
    if any(a[0] != b[0] for a, b in zip(mine, its, strict=True)):
        return False
    if key.kind == "PER" and len(mine) < 2:
        return False
    if keys.skeleton(key.canonical) != keys.skeleton(row.canonical):
        return False
    return distance(key.sound, row.sound) <= _NEAR.get(key.kind, _NEAR_OTHER)


def _keeps_company(names: Names, row: NameRow, company: set[int]) -> bool:
    group = [other.number for other in names.by_entity([row.entity])]
    beside = {entity for entity, _ in names.beside(group, _SAMPLE, 500)}
    return len(beside & company) >= _COMPANY


# finding somebody


def find(names: Names, who: str, kinds: Sequence[str] = ()) -> list[EntityRow]:
    """The entities that `who` may mean, the likeliest first: by spelling, by sound, in Latin letters.

    A part of a name (a family name, a short form) leads to whoever is mostly meant by it, and to
    nobody where that is not told.
    """
    for rows in _tries(names, who):
        entities = names.entity({row.entity for row in rows}).values()
        found = [row for row in entities if not kinds or row.kind in kinds]
        if found:
            return sorted(found, key=lambda row: (row.kind == "", -row.articles, row.number))
    return [row for row in _mostly(names, who) if not kinds or row.kind in kinds]


def _tries(names: Names, who: str) -> Iterable[list[NameRow]]:
    """What may be meant, the surest way first."""
    key = folded(who)
    if not key:
        return
    yield names.by_folded([key])
    called = names.own([base.key for base in bases(who)])
    yield names.by_folded([mine.folded for mine, _ in called.values()])
    if found := look_up(who, gazetteer()):
        yield names.by_folded([folded(found[1].known.canonical)])
    bare = [base.key for base in bases(who) if base.key]
    for form in bare[1:]:
        yield names.by_folded([form])
    if any(char.isascii() and char.isalpha() for char in key):
        yield _romanised(names, key)
        return
    for form in bare:
        yield names.by_sound([sound_key(form)])
    yield names.by_folded({spelt for form in bare for spelt in _respelt(form)})
    yield names.spelt_as([who.strip()])
    for form in bare:
        yield _likest([(likeness(_phones(form), _phones(row.folded)), row)
                       for row in names.by_bones([bones(form)])])  # fmt: skip


def _respelt(key: str) -> list[str]:
    """A name with its words in the other spellings that they are known in (হোসেন, হুসাইন)."""
    words = ((word, *same_as(word)) for word in key.split(" "))
    return [" ".join(spelt) for spelt in itertools.islice(itertools.product(*words), _MOST)]


def _romanised(names: Names, key: str) -> list[NameRow]:
    """The names that sound like a Latin spelling."""
    latin = _by_latin().get(key.replace(" ", ""))
    if latin and (rows := names.by_folded([folded(name) for name in latin])):
        return rows
    words = [phones_of_latin(word) for word in key.split(" ")]
    readings = ["".join(word[min(at, len(word) - 1)] for word in words) for at in (0, 1)]
    rows = names.by_bones({skeleton(reading) for reading in readings} - {""})
    return _likest([(max(likeness(r, _phones(row.folded)) for r in readings), row) for row in rows])


@cache
def _by_latin() -> dict[str, list[str]]:
    """The canonical names of the gazetteer by their Latin spelling, spaces left out."""
    found: dict[str, list[str]] = {}
    for entry in gazetteer().entries:
        if entry.latin:
            found.setdefault(folded(entry.latin).replace(" ", ""), []).append(entry.canonical)
    return found


def _phones(key: str) -> str:
    return "".join(phones_of_bangla(word) for word in key.split(" "))


def _likest(rows: list[tuple[float, NameRow]]) -> list[NameRow]:
    """Those as like as the likest, which must be like enough."""
    best = max((alike for alike, _ in rows), default=0.0)
    return [row for alike, row in rows if alike == best >= _ALIKE]


def _mostly(names: Names, who: str) -> list[EntityRow]:
    """Who is mostly meant by a part of a name: more than half of all articles that name anybody so."""
    for base in bases(who):
        parts = [sound for sound in sounds(base.key) if sound]
        rows = names.with_parts(parts, _MOST) if parts else []
        rows = [row for row in rows if row.kind]
        if not rows:
            continue
        entities = sorted(names.entity({row.entity for row in rows}).values(), key=lambda e: -e.articles)
        total = sum(entity.articles for entity in entities)
        if entities[0].articles > _MOSTLY * total:
            return entities[:1]
    return []
