"""Parties that are names: in what case they stand, and which of them are offices after all."""

from __future__ import annotations

from dataclasses import replace

from shutro.bangla.verbs import fold
from shutro.meaning.grammar.cases import Case, case_of, name_case
from shutro.meaning.grammar.tokens import Token
from shutro.meaning.lexicon import closed
from shutro.meaning.parties.agents import agents, head_of, long_head
from shutro.meaning.parties.party import Party
from shutro.model import Name

_APOSTROPHES = "'’"
_MORE = closed("more")
_THIS_SAID = closed("this_said")
# Case endings that may stand apart from a name.
_APART: dict[str, Case] = {fold("এর"): "gen", fold("কে"): "acc"}


def of_name(first: int, last: int, name: Name) -> Party:
    """The party a name is; a common noun at its end shows a case that its canonical form kept."""
    if (people := _people(name)) is not None:
        return Party(first, last, name.start, name.end, "person", "nom", "", many=True, title=people)
    case, canonical = name_case(name), name.canonical
    for mark in _APOSTROPHES:
        own, _, ending = canonical.rpartition(mark)
        if own and (parted := case_of(fold(f"{own}{mark}{ending}"), fold(own))) is not None:
            case, canonical = parted, own
    *stem, adverb = canonical.split()
    if stem and fold(adverb) in _MORE | _THIS_SAID:
        end = name.end - len(name.text.split()[-1]) - 1
        return Party(first, last - 1, name.start, end, name.kind, "nom", " ".join(stem), name)
    tail = canonical.split()[-1] if canonical.split() else ""
    kind, tail_case, base = head_of(fold(tail))
    if (
        kind is not None
        and tail_case in {"gen", "acc", "loc"}
        and len(canonical.split()) > 1
        and name.kind == "ORG"
    ):
        case, canonical = tail_case, canonical[: len(canonical) - len(tail)] + base
    return Party(first, last, name.start, name.end, name.kind, case, canonical, name)


def _people(name: Name) -> str | None:
    """A people who act, told by the ending of many: [ফিলিস্তিনিরা] বলেন; and not আল জাজিরা."""
    printed = fold(name.text)
    ending = next((ending for ending in agents().people if printed.endswith(ending)), None)
    if ending is None or name.kind not in {"MISC", "ORG"}:
        return None
    own = name.kind == "ORG" and printed.removesuffix(ending) != fold(name.canonical)
    return None if own else printed


def with_ending(tokens: list[Token], party: Party, covered: set[int]) -> Party:
    """A bare name with the case ending that stands apart from it: কালবেলা[-এর], রয়টার্স [এর], র‍্যাব[-২ এর]."""
    at = party.last + 1
    if [token.key == "-" or token.key.isdigit() for token in tokens[at : at + 2]] == [True, True]:
        at += 2
    at += at < len(tokens) and tokens[at].key == "-" and tokens[at].end == tokens[at].start + 1
    case = _APART.get(tokens[at].key) if party.case == "nom" and at < len(tokens) else None
    if case is None or at in covered:
        return party
    covered.update(range(party.last + 1, at + 1))
    return replace(party, last=at, end=tokens[at].end, case=case)


def office_in_name(tokens: list[Token], party: Party) -> Party | None:
    """An office that was taken for a body or for a part of its name: সিইসি, [জামায়াত] আমির."""
    kind, case, base = head_of(tokens[party.last].key)
    if party.kind == "ORG" and kind is None:
        kind, base = long_head(tokens, party.last)
        first = party.last - len(base.split()) + 1
        held = kind == "person" and first <= party.first
        return (
            Party(first, party.last, tokens[first].start, party.end, "person", "nom", "", title=base)
            if held
            else None
        )
    if party.kind != "ORG" or kind != "person" or base not in agents().heads:
        return None
    if party.first < party.last and case != "nom":
        return None
    return Party(party.first, party.last, party.start, party.end, "person", case, "", title=base)
