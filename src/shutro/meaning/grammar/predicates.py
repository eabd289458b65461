"""The predicates of a sentence: a verb with its auxiliaries, its negation and the noun it carries.

আহ্বান জানিয়েছেন, শোক প্রকাশ করা হয়েছে, নিশ্চিত করেনি, বলে আসছেন, বৈঠক করতে পারেন: each is one predicate.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from shutro.bangla.verbs import Shape, VerbForm, fold
from shutro.meaning.grammar.tokens import Token, bare
from shutro.meaning.lexicon import closed, load, pair

_NAMED = closed("named")
_SAYING = fold("বলে")
_AFTER_NOUN = closed("after_noun")
_ALSO = fold("লেও")
_BE = fold("হওয়া")
_MAY = fold("পারা")
_NOT = closed("not")
_NO_PASSIVE = frozenset(map(pair, load("grammar")["no_passive"]["pairs"]))
_AFTER_HAVING = closed("after_participle")
_AFTER_TO = closed("after_infinitive")


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb group: tokens `first` to `last` of its sentence, both included.

    `verb` is the main verb; `before` the keys of up to three words right before it, nearest first.
    `shape`, `tense` and `person` are those of the whole group; `though` is the
    concessive (করলেও). `passive` is করা হয়; `modal` is a
    possibility (হতে পারে); `duty` করতে হবে. `link` is the auxiliary verb,
    if there is one.
    """

    first: int
    last: int
    verb: str
    shape: Shape | Literal["though"]
    tense: str
    person: str
    negated: bool
    passive: bool
    modal: bool
    duty: bool
    before: tuple[str, ...]
    link: str = ""

    @property
    def finite(self) -> bool:
        """Whether it can close a clause."""
        return self.shape == "finite"


def predicates(tokens: list[Token]) -> list[Predicate]:
    """Every predicate of one sentence's tokens, in order."""
    found = []
    at = 0
    while at < len(tokens):
        if tokens[at].forms and tokens[at].word and not _by_the_name(tokens, at):
            predicate = _grow(tokens, at)
            found.append(predicate)
            at = predicate.last + 1
        else:
            at += 1
    return _settle(tokens, found)


def _by_the_name(tokens: list[Token], at: int) -> bool:
    """Whether a word that may be a verb only tells a name: রবিন [নামে] এক যুবক, and not বৃষ্টি নামে।"""
    return tokens[at].key in _NAMED and at + 1 < len(tokens) and tokens[at + 1].word


def _settle(tokens: list[Token], found: list[Predicate]) -> list[Predicate]:
    """করে, বলে, দেখে: a participle while a finite verb is still to come, else the finite verb."""
    settled: list[Predicate] = []
    to_come = False
    for group in reversed(found):
        both = group.shape == "finite" and group.first == group.last and tokens[group.first].is_("having")
        if both and (to_come or tokens[group.first].key == _SAYING):
            group = replace(group, shape="having", tense="", person="")
        to_come = to_come or group.shape == "finite"
        settled.append(group)
    return settled[::-1]


def _grow(tokens: list[Token], at: int) -> Predicate:
    main = tokens[at].forms
    last = at
    chosen = main[0]
    passive = modal = duty = False
    head = chosen
    follower = _follower(tokens, at)
    if follower is not None:
        link, nxt = follower
        head, chosen, last = link, nxt, at + 1
        passive = (
            link.shape == "noun" and nxt.verb in _AFTER_NOUN and (link.verb, nxt.verb) not in _NO_PASSIVE
        )
        modal = link.shape == "to" and nxt.verb == _MAY
        duty = link.shape == "to" and nxt.verb == _BE and nxt.tense in {"now", "will", "going", "done"}
        deeper = _follower(tokens, last)
        if deeper is not None and deeper[0].verb == nxt.verb:
            modal = modal or deeper[1].verb == _MAY
            duty = duty or (deeper[0].shape == "to" and deeper[1].verb == _BE)
            chosen, last = deeper[1], last + 1
    negated = chosen.negated
    though = chosen.shape == "if" and tokens[last].key.endswith(_ALSO)
    while last + 1 < len(tokens) and tokens[last + 1].key in _NOT:
        negated = True
        last += 1
    before = _words_before(tokens, at)
    link_verb = chosen.verb if chosen is not head else ""
    return Predicate(
        at, last, head.verb, "though" if though else chosen.shape, chosen.tense, chosen.person,
        negated, passive, modal, duty, before, link_verb,
    )  # fmt: skip


def _follower(tokens: list[Token], at: int) -> tuple[VerbForm, VerbForm] | None:
    """The reading of `tokens[at]` that the next word carries on, and that word's reading."""
    if at + 1 >= len(tokens) or not tokens[at + 1].forms:
        return None
    for link in tokens[at].forms:
        allowed = {"having": _AFTER_HAVING, "noun": _AFTER_NOUN, "to": _AFTER_TO}.get(link.shape)
        if allowed is None:
            continue
        for nxt in tokens[at + 1].forms:
            if nxt.verb in allowed:
                return link, nxt
    return None


def _words_before(tokens: list[Token], at: int) -> tuple[str, ...]:
    keys: list[str] = []
    for token in reversed(tokens[max(0, at - 4) : at]):
        if not token.word:
            break
        keys.append(bare(token.key))
    return tuple(keys)
