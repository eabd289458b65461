"""Offices that a text gives before the names of their holders, and who holds one that it speaks of again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from shutro.bangla.kept import WORDS, kept
from shutro.bangla.verbs import fold
from shutro.meaning.lexicon import closed, endings, load, strings
from shutro.meaning.parties.agents import agents, head_of, long_head
from shutro.meaning.parties.merging import one_of_many
from shutro.meaning.parties.party import Party
from shutro.meaning.parties.strangers import unheard
from shutro.meaning.sentences.scene import Scene, Sentence

_STRIP = endings("cases")
_OFFICE_REACH = 14
_GENERAL = closed("general_office")


@kept(WORDS)
def stem(word: str) -> str:
    """A word without its case, roughly: for comparing two ways of naming one office."""
    word = fold(word)
    while True:
        ending = next((e for e in _STRIP if word.endswith(e) and len(word) >= len(e) + 2), None)
        if ending is None:
            return word
        word = word[: -len(ending)]


@dataclass(frozen=True, slots=True)
class Office:
    """An office that stood before the name of its holder: its head word and all its words, as stems."""

    at: int
    head: str
    words: frozenset[str]
    holder: str


_LAND_STEMS = frozenset(stem(state) for state in load("countries"))
_LESSER = frozenset(stem(word) for word in closed("lesser_office"))
_OWN_BODY = frozenset(stem(word) for word in closed("own_body"))


class Offices:
    """The offices that a text gives: who holds one of them, named in whatever words."""

    def __init__(self, given: Iterable[Office] = ()) -> None:
        self._all = tuple(given)
        self._by_head: dict[str, list[Office]] = {}
        for office in self._all:
            self._by_head.setdefault(office.head, []).append(office)

    def holders(self, title: str = "") -> set[str]:
        """Who holds an office whose head ends with `title`."""
        return {office.holder for office in self._all if office.head.endswith(title)}

    def holder(
        self, title: str, wanted: frozenset[str], position: int, *, speaker: str | None, last: str | None
    ) -> str | None:
        """Who holds an office, by the phrases that stood before names; the nearest earlier one wins.

        `wanted` are the stems of its words, `position` is where it stands; `speaker` and `last` spoke and
        acted last.
        """
        title = title.rpartition(" ")[2] if title not in self._by_head else title
        best: tuple[int, int, int, int, str] | None = None
        for office in self._by_head.get(title, ()):
            overlap = len(wanted & office.words)
            missing = len(wanted - office.words)
            rank = (
                overlap - 2 * missing,
                -len((office.words - wanted) & _LESSER),
                int(office.at <= position),
                -abs(office.at - position),
                office.holder,
            )
            if missing <= max(0, overlap - 1) and (best is None or rank > best):
                best = rank
        if best is not None:
            return best[4]
        return self._only(title, wanted, speaker) or self._described(title, wanted, last)

    def elsewhere(self, holder: str, words: Iterable[str]) -> frozenset[str]:
        """The countries among the `words` of an office that no office of his in the text is of, as stems."""
        lands = _LAND_STEMS.intersection(stem(word) for word in words)
        return lands.difference(*(office.words for office in self._all if office.holder == holder))

    def _only(self, title: str, wanted: frozenset[str], speaker: str | None) -> str | None:
        """Who alone holds an office of that head, whatever the text adds to it now (জনতা পার্টির মহাসচিব).

        Of several, or where both times something else is added, only who speaks.
        """
        compound = title if wanted == {stem(title)} else None
        kin = _kin(title) if compound else frozenset()
        heads = [h for h in self._by_head if h == title or h in kin or (compound and h.endswith(compound))]
        held = [office for head in heads for office in self._by_head[head]]
        own = _OWN_BODY | {stem(office.head) for office in held}
        vague = all(office.words - wanted <= own for office in held)
        if held and vague and len({office.holder for office in held}) == 1 and not wanted & _LESSER:
            return held[0].holder
        return speaker if any(office.holder == speaker for office in held) else None

    def _described(self, title: str, wanted: frozenset[str], last: str | None) -> str | None:
        """Who is meant by a general noun with a word of his office: পুলিশপ্রধান after পুলিশের মহাপরিদর্শক."""
        general = next((word for word in _GENERAL if title.endswith(word)), None)
        if general is None:
            return None
        telling = wanted | {stem(title.removesuffix(general))} if title != general else wanted
        telling = telling - {stem(title), stem(general), ""}
        if last is None or not telling:
            return None
        return next((last for o in self._all if o.holder == last and telling <= o.words), None)


def offices(scene: Scene) -> Offices:
    """The offices of a text: each stands before the name of its holder."""
    return Offices(
        office for s in scene.sentences for p in s.parties if p.kind == "PER" for office in _before(s, p)
    )


def _before(sentence: Sentence, party: Party) -> list[Office]:
    """The offices right before the name of their holder, back to the person named before him."""
    lex = agents()
    persons = [p for p in sentence.parties if p.kind == "PER" and p.last < party.first]
    first = 0 if not persons else persons[-1].first if persons[-1].case == "gen" else persons[-1].last + 1
    words: list[str] = []
    heads: list[str] = []
    depth = 0
    for at in range(party.first - 1, max(first, party.first - _OFFICE_REACH) - 1, -1):
        token = sentence.tokens[at]
        if token.key in "()":
            depth += 1 if token.key == ")" else -1
            continue
        if token.key == ".":
            continue
        kind, case, base = head_of(token.key)
        if depth > 0:
            heads += [base] if kind == "person" else []
            words.append(stem(token.key))
            continue
        if kind is None:
            kind, base = long_head(sentence.tokens, at)
        known = kind is not None or token.key in lex.before_name
        if not token.word and (token.key != "," or not heads):
            break
        if not heads and not known:
            if at + 1 < party.first and unheard(token.key) and sentence.tokens[at + 1].key in lex.before_name:
                continue
            break
        if token.finite is not None and not known:
            break
        if kind == "person" and case == "nom":
            if party.case != "nom" and one_of_many(sentence.tokens, at):
                break
            if not _modifies(sentence, at):
                heads.append(base)
        words.append(stem(token.key))
    return [Office(party.start, head, frozenset(words), party.canonical) for head in heads]


def _modifies(sentence: Sentence, at: int) -> bool:
    """Whether a noun of persons only says what the body behind it is of: [জেলে] সমিতির সভাপতি করিম."""
    following = next((p for p in sentence.parties if p.first == at + 1), None)
    return following is not None and following.kind == "body" and following.case == "gen"


@cache
def _kin(title: str) -> frozenset[str]:
    """The words for the trade that a word is of: নায়িকা and চিত্রনায়িকা of অভিনেত্রী."""
    groups = [strings(group) for group in load("agents")["trades"]["groups"]]
    return frozenset(word for group in groups if title in group for word in group)
