"""Whom each mention of a text means: its bare full name and its entity."""

from __future__ import annotations

from shutro.bangla.keys import folded, sound_key
from shutro.bangla.words import letters
from shutro.meaning.names.canonical.base import Base, bare, bases, look_up, without_given, without_honour
from shutro.meaning.names.canonical.fulls import Fulls, entity_id, is_short_for
from shutro.meaning.names.canonical.slips import slip_of
from shutro.meaning.names.known.gazetteer import Gazetteer
from shutro.meaning.names.known.words import heads, word_list
from shutro.meaning.names.meant.missions import by_city
from shutro.meaning.names.sentence.respelt import sounds_like
from shutro.meaning.names.sentence.titles import is_title
from shutro.meaning.names.tagging.mentions import Mention, Sentence
from shutro.meaning.names.text.borne import of_others
from shutro.model import Name


def resolved(text: str, rows: list[Sentence], known: Gazetteer) -> list[Name]:
    """The names that the mentions of a text are, each with whom it means."""
    flat = [(row, mention) for row in rows for mention in row.mentions]
    printed = [text[_start(text, row, m) : row.tokens[m.last - 1].end] for row, m in flat]
    attested: dict[str, set[str]] = {}
    for (_, m), p in zip(flat, printed, strict=True):
        whole = bases(p)[0]
        attested.setdefault(m.kind, set()).update({whole.key, *(whole.words[:-1] if m.kind == "PER" else ())})
    others = of_others(text, printed, known)
    own = [
        _one(m, p, attested[m.kind], known, _closed(row, m), others)
        for (row, m), p in zip(flat, printed, strict=True)
    ]
    fulls, all_fulls = Fulls(), Fulls()
    for (_, m), (base, canonical) in zip(flat, own, strict=True):
        if m.kind == "PER" and len(base.words) > 1:
            all_fulls.add(m.kind, base, canonical)
    short_for, renamed = _brackets(text, flat, own, known)
    own_way = _own_spellings(flat, own) | by_city(flat, own, known) | renamed
    out = []
    for (row, m), p, (base, bare_name) in zip(flat, printed, own, strict=True):
        canonical = short_for.get(base.key) or _fuller(m, base, bare_name, fulls)
        if canonical == bare_name and m.kind == "PER" and not m.rule.startswith("known"):
            canonical = _to_come(base, all_fulls) or canonical
        if len(base.words) > 1:
            fulls.add(m.kind, base, canonical)
        canonical = own_way.get((m.kind, canonical), canonical)
        start, end = _start(text, row, m), row.tokens[m.last - 1].end
        out.append(
            Name(start, end, p, m.kind, canonical, _entity(m, canonical), "slip" if base.slip else m.rule)
        )
    return out


def _start(text: str, row: Sentence, mention: Mention) -> int:
    """Where a mention begins: behind a title that is written to a person's name with a stop (ড.কামাল)."""
    token = row.tokens[mention.first]
    title, _, name = token.key.partition(" ")
    stop = text.find(".", token.start, token.end) if name and mention.kind == "PER" else -1
    return stop + 1 if stop > 0 and is_title(title) and title not in word_list("given") else token.start


def _own_spellings(
    flat: list[tuple[Sentence, Mention]], own: list[tuple[Base, str]]
) -> dict[tuple[str, str], str]:
    """The text's own spelling of each person and place that it never spells as the gazetteer does.

    Only the spelling may differ, not the sound (শরীফ for শরিফ). Bodies have an official one.
    """
    out: dict[tuple[str, str], str] = {}
    for (_, m), (base, canonical) in zip(flat, own, strict=True):
        if m.kind == "ORG" or not m.rule.startswith("known") or base.slip:
            continue
        if m.rule == "known:sound" and base.text.count(" ") != canonical.count(" "):
            continue
        if sound_key(base.text) == sound_key(canonical):
            out.setdefault((m.kind, canonical), base.text)
            if base.key == folded(canonical):
                out[m.kind, canonical] = canonical
    return out


def _entity(mention: Mention, canonical: str) -> str:
    """The entity's id; a people's name belongs to its country."""
    return entity_id("LOC" if mention.rule == "known:people" else mention.kind, canonical)


def _closed(row: Sentence, mention: Mention) -> bool:
    """Whether a mark follows a mention, or nothing, or a verb of telling: nothing that it could own."""
    if mention.last >= len(row.tokens):
        return True
    key = row.tokens[mention.last].key
    return key in _CLOSING or (key,) in heads("telling") - heads("by")


_CLOSING = frozenset({",", "(", ")", "।", ";", "?", "!", "-", "–", "/"})


def _one(
    mention: Mention,
    printed: str,
    attested: set[str],
    known: Gazetteer,
    closed: bool = False,
    others: frozenset[str] = frozenset(),
) -> tuple[Base, str]:
    """The base of a mention and the canonical name it has by itself.

    `others` are spellings of well-known persons that somebody else is called by here.
    """
    found = look_up(printed, known)
    if found and found[0].key in others:
        return without_given(found[0]), without_given(found[0]).text
    if found and (found[1].kind == mention.kind or found[1].known.kind == mention.kind):
        return found[0], found[1].known.canonical
    otherwise = found is None and (mention.kind == "ORG" or mention.rule == "known:sound")
    if otherwise and (sound := sounds_like(printed, mention.kind, known)):
        return sound[0], sound[1].known.canonical
    base = bare(printed, attested, mention.kind == "PER", closed)
    if slip := slip_of(base, mention.kind, known):
        return Base(base.text, base.key, slip=True), slip.known.canonical
    if mention.kind == "PER":
        base = without_given(base)
    return base, base.text


def _fuller(mention: Mention, base: Base, canonical: str, fulls: Fulls) -> str:
    """The full name that a short one returns to: the last one printed that has its words."""
    if mention.rule.startswith("known") and mention.kind != "PER":
        return canonical
    if mention.kind == "PER":
        base = without_honour(base)
    for full, its in fulls.containing(mention.kind, base):
        if mention.kind == "PER" or (
            full.words[0] == base.words[0] and mention.rule in {"again", "half", "tagger"}
        ):
            return its if _returns(mention, full) else canonical
    return canonical


def _to_come(base: Base, fulls: Fulls) -> str | None:
    """The full name that a headline gives in short: the only one of the text that has its words."""
    found = {canonical for _, canonical in fulls.containing("PER", without_honour(base))}
    return found.pop() if len(found) == 1 else None


def _initials(short: Base, full: Base) -> bool:
    """পি কে হালদার for প্রশান্ত কুমার হালদার: initials before the same family name."""
    return short.words[-1] == full.words[-1] and all(word in letters() for word in short.words[:-1])


def _returns(mention: Mention, full: Base) -> bool:
    """A body comes back by its first word, a place only without the noun that says what it is."""
    if mention.kind == "LOC" and mention.rule != "half":
        return (full.words[-1],) in heads("place_head", "place")
    return mention.kind != "EVENT"


def _brackets(
    text: str, flat: list[tuple[Sentence, Mention]], own: list[tuple[Base, str]], known: Gazetteer
) -> tuple[dict[str, str], dict[tuple[str, str], str]]:
    """What short forms tell that stand in brackets right after the full name.

    First the canonical name by the search key of the short form; then other canonical names for what
    has one, by kind and that one: জাতীয় পার্টি (জেপি) is another party than the well-known one.
    """
    short_for: dict[str, str] = {}
    renamed: dict[tuple[str, str], str] = {}
    for i in range(1, len(flat)):
        (row, full), (other, short) = flat[i - 1], flat[i]
        if row is not other or full.kind != short.kind or short.last - short.first > 4:
            continue
        if full.kind in {"LOC", "MISC"}:  # বিরামপুর (দিনাজপুর): where it lies, no other name of it
            continue
        between = text[row.tokens[full.last - 1].end : row.tokens[short.first].start].strip()
        after = text[row.tokens[short.last - 1].end : row.tokens[short.last - 1].end + 3].strip()
        if between != "(" or not after.startswith(")"):
            continue
        (base, canonical), (short_base, short_name) = own[i - 1], own[i]
        if full.kind == "PER" and not _initials(short_base, base):
            continue
        meant = canonical
        if short.rule.startswith("known") and is_short_for(base, Base(short_name, folded(short_name))):
            meant = short_name
        elif _another(short_base, canonical, known) and not any(
            key == canonical and " " not in b.key for b, key in own
        ):
            meant = f"{canonical} ({short_base.text})"
        short_for[short_base.key] = meant
        if meant != canonical:
            renamed[full.kind, canonical] = meant
    return short_for, renamed


def _another(short: Base, canonical: str, known: Gazetteer) -> bool:
    """Whether a well-known party's name, that has another short form, is here another party's."""
    found = known.find(folded(canonical))
    if found is None or (folded(canonical).split(" ")[-1],) not in heads("party"):
        return False
    forms = {folded(spelling) for spelling in found.known.spellings}
    return short.key not in forms and any(" " not in form for form in forms)
