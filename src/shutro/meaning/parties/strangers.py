"""Names that no list knows, told by the noun they follow: কর্মকর্তা [মার্তা লুন্দ], সংবাদমাধ্যম [লা রিপাবলিকার]."""

from __future__ import annotations

from shutro.bangla import keys
from shutro.bangla.stems import classes, classes_of, cuts
from shutro.meaning.grammar.cases import GENITIVE, Case, guess_case, located
from shutro.meaning.grammar.tokens import Token
from shutro.meaning.lexicon import closed, folded, load, strings
from shutro.meaning.parties.agents import agents, head_of
from shutro.meaning.parties.media import is_called_medium
from shutro.meaning.parties.party import Party, PartyKind

_NAME_WORDS = 4
_SEVERAL = folded(strings(load("phrases")["several"]["words"]))
_NOT_IN_NAME = (
    folded(strings(load("phrases")["stops"]["words"]))
    | folded(strings(load("phrases")["counting"]["words"]))
    | closed("no_name")
)


def called_after(tokens: list[Token], head: Party, covered: set[int]) -> Party | None:
    """A name that no list knows, told by the noun it follows: কর্মকর্তা [মার্তা লুন্দ], সংবাদমাধ্যম [লা রিপাবলিকার].

    One to four words that are no verbs, the first or the last of them no dictionary word.
    """
    counted = head.first > 0 and tokens[head.first - 1].key in _SEVERAL
    if head.case != "nom" or head.many or counted or head.kind not in {"person", "media"}:
        return None
    lex = agents()
    first = head.last + 1
    while first < len(tokens) and (
        tokens[first].key in lex.before_name or (tokens[first].key == "." and first > head.last + 1)
    ):
        first += 1
    last, case = _end_of_name(tokens, first, covered)
    if last < first:
        return None
    medium = head.kind == "media" and is_called_medium(tokens[last].key)
    if not medium and not any(unheard(tokens[at].key) for at in (first, last)):
        return None
    if (
        last + 1 < len(tokens)
        and tokens[last + 1].word
        and not tokens[last + 1].forms
        and case != "gen"
        and last - first == _NAME_WORDS - 1
    ):
        return None
    words = [token.key for token in tokens[first : last + 1]]
    if case == "gen":
        ending = next((ending for ending in GENITIVE if words[-1].endswith(ending)), "")
        words[-1] = words[-1].removesuffix(ending)
    kind: PartyKind = "PER" if head.kind == "person" else "ORG"
    return Party(first, last, tokens[first].start, tokens[last].end, kind, case, " ".join(words))


def _end_of_name(tokens: list[Token], first: int, covered: set[int]) -> tuple[int, Case]:
    """The last word from `first` on that may be of a name, `first - 1` where none is, and the name's case."""
    last = first - 1
    for at in range(first, min(len(tokens), first + _NAME_WORDS)):
        token = tokens[at]
        if not token.word or token.forms or at in covered or token.key in _NOT_IN_NAME:
            break
        ending = guess_case(token.key)
        if head_of(token.key)[0] or ending in {"acc", "loc"} or located(token.key):
            break
        last = at
        if ending == "gen":
            return last, "gen"
    return last, "nom"


def unheard(key: str) -> bool:
    """Whether a word is in no dictionary, so that it may well be a name."""
    return not classes_of(key) and not any(classes(cut) for cut in cuts(keys.folded(key)))
