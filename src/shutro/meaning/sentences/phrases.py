"""Noun phrases: how far left an unnamed speaker's phrase reaches, and what it is called."""

from __future__ import annotations

from bisect import bisect_right

from shutro.bangla.stems import classes_of
from shutro.bangla.verbs import fold
from shutro.meaning.grammar.cases import guess_case, located, name_case
from shutro.meaning.lexicon import closed, endings, folded, load, mapping, strings
from shutro.meaning.parties.agents import head_of
from shutro.meaning.parties.media import is_medium
from shutro.meaning.parties.party import Party
from shutro.meaning.sentences.scene import Scene, Sentence
from shutro.span import Span

_LONGEST = 7
_NOUNS = 2
_UNWILLING = closed("unwilling")
_VARIANTS = mapping(load("phrases")["variants"])
_AND = closed("and")
_KEPT_PLURAL = tuple(strings(load("phrases")["plural"]["kept"]))
_GENITIVE = (fold("য়ের"), fold("ের"), fold("র"))
_NAME_OF = fold("নাম")
_DEFINITE = endings("definite")


def _words(group: str) -> frozenset[str]:
    return folded(strings(load("phrases")[group]["words"]))


_ALONE = _words("alone")


_COUNTING = _words("counting")


_STOPS = _words("stops")


def phrase(scene: Scene, sentence: Sentence, party: Party) -> Span:
    """Where the phrase around an unnamed party stands; a name's own span for a name."""
    if party.named or party.kind in {"pronoun", "again"}:
        return Span(party.start, party.end)
    tokens = sentence.tokens
    first = party.first - _split(sentence, party.first)
    nouns = 0
    while first > 0 and party.last - first < _LONGEST:
        before = first - 1
        token = tokens[before]
        if _parted(scene, sentence, before, party):
            break
        other = next((m for m in sentence.parties if m.first <= before <= m.last), None)
        if other is not None and token.key not in _COUNTING:
            if other.case != "gen" and not _joins(other, party):
                break
            first = other.first
        elif token.key in _COUNTING:
            if before > 1 and tokens[before - 1].key in _UNWILLING:
                return Span(tokens[_name_withheld(sentence, before - 1)].start, party.end)
            first = before
            if not _goes_on_before(sentence, before):
                break
        elif (named := _named(scene, sentence, before)) is not None:
            first = named
        else:
            nouns += _plain_noun(token.key)
            able = 0 if tokens[party.last].key in _ALONE else _NOUNS + (party.kind == "source")
            turned = guess_case(token.key) in {"acc", "loc"} or located(token.key) or _definite(token.key)
            if nouns > able or turned:
                break
            first = before
    first = _with_other_judge(sentence, party, first)
    if tokens[first].key in _UNWILLING:
        first = _name_withheld(sentence, first)
    return Span(tokens[first].start, party.end)


def _parted(scene: Scene, sentence: Sentence, at: int, party: Party) -> bool:
    """Whether a token cannot be of a party's phrase: a mark, a verb, a time, a cue; or quoted apart."""
    token = sentence.tokens[at]
    whose = party.kind == "source" and at == 0 and "n" in classes_of(token.key)  # [হল] সূত্র, and no verb
    if not token.word or token.key in _STOPS or (token.forms and not token.is_("noun_of") and not whose):
        return True
    if scene.quote_at(token.start) != scene.quote_at(party.start) or scene.doc.in_time(token.start):
        return True
    return any(cue.kind == "bare" and cue.last == at for cue in sentence.cues)


def _goes_on_before(sentence: Sentence, at: int) -> bool:
    """Whether a phrase goes on before a counting word in it: [পুলিশের] দুই সদস্য, [ভারতীয়] একাধিক গণমাধ্যম."""
    before = next((party for party in sentence.parties if party.last == at - 1), None)
    if before is not None and (before.case == "gen" or before.kind == "MISC"):
        return True
    counted = at > 0 and sentence.tokens[at - 1].key in _COUNTING
    return counted or _adjective(sentence, at - 1) or _owner(sentence, at - 1)


def _split(sentence: Sentence, at: int) -> bool:
    """Whether a noun is printed as two words: [সংবাদ] মাধ্যম."""
    key = sentence.tokens[at].key
    return at > 0 and f"{sentence.tokens[at - 1].key} {head_of(key)[2] or key}" in _VARIANTS


def _with_other_judge(sentence: Sentence, party: Party, first: int) -> int:
    """Where the phrase of a bench of two begins: [বিচারপতি করিম ও] বিচারপতি রহিমের বেঞ্চ."""
    tokens = sentence.tokens
    theirs = any(
        p.kind == "PER" and p.case == "gen" and first <= p.first <= party.first for p in sentence.parties
    )
    if party.kind != "either" or not theirs or first < 2 or tokens[first - 1].key not in _AND:
        return first
    other = next(
        (p for p in sentence.parties if p.last == first - 2 and p.kind == "PER" and p.case == "nom"), None
    )
    if other is None:
        return first
    titled = other.first > 0 and head_of(tokens[other.first - 1].key)[0] == "person"
    return other.first - titled


def _named(scene: Scene, sentence: Sentence, at: int) -> int | None:
    """Where a body's name begins that a word ends, bare before the noun it goes with: [সুরমা কলেজ] কর্তৃপক্ষ."""
    token = sentence.tokens[at]
    i = bisect_right(scene.doc.names, token.start, key=lambda name: name.start) - 1
    name = scene.doc.names[i] if i >= 0 else None
    if name is None or name.kind != "ORG" or name.end != token.end or name_case(name) != "nom":
        return None
    return next(k for k, other in enumerate(sentence.tokens) if other.start >= name.start)


def _joins(other: Party, party: Party) -> bool:
    """Whether a party right before a phrase belongs to it: [মার্কিন] কর্মকর্তা, [পুলিশ] সূত্র."""
    if is_medium(other):
        return False
    kinds = {"MISC", "ORG", "LOC"} if other.named else {"body", "either"} if party.kind == "source" else set()
    return other.case == "nom" and other.kind in kinds


def called(scene: Scene, sentence: Sentence, party: Party) -> str:
    """What an unnamed speaker is called: the phrase as printed, without its case ending."""
    span = phrase(scene, sentence, party)
    text = scene.doc.text[span.start : span.end]
    key = sentence.tokens[party.last].key
    last = scene.doc.text[sentence.tokens[party.last].start : party.end]
    plain = key[:-1] if key[-1:] == "ও" and head_of(key[:-1])[0] else key
    if plain.endswith(_KEPT_PLURAL):
        kept = len(plain)
    else:
        base = head_of(key)[2] or (_without_genitive(key) if party.case == "gen" else "")
        kept = len(base.split()[-1]) if base and key.startswith(base.split()[-1]) else len(plain)
    name = text[: len(text) - len(last)] + _first(last, kept)
    for printed, usual in _VARIANTS.items():
        if fold(name).endswith(printed):
            return name[: len(name) - len(printed)] + usual
    return name


def _without_genitive(key: str) -> str:
    """A noun that no list knows, without its genitive ending: উইংয়ের → উইং."""
    stems = [key.removesuffix(ending) for ending in _GENITIVE if key.endswith(ending)]
    return next((stem for stem in stems if classes_of(stem)), stems[-1] if stems else key)


def _first(text: str, length: int) -> str:
    """The shortest beginning of `text` that folds to `length` characters."""
    for end in range(len(text) + 1):
        if len(fold(text[:end])) >= length:
            while end < len(text) and not fold(text[: end + 1])[len(fold(text[:end])) :]:
                end += 1
            return text[:end]
    return text


def _name_withheld(sentence: Sentence, at: int) -> int:
    """Where নাম প্রকাশে অনিচ্ছুক begins, a phrase that belongs to what such a source is called."""
    back = [i for i in range(max(0, at - 4), at) if sentence.tokens[i].key.startswith(_NAME_OF)]
    return back[-1] if back else at


def _plain_noun(key: str) -> bool:
    """Whether a word is a noun and no adjective: few of these stand in one phrase."""
    known = classes_of(key)
    return "n" in known and "a" not in known and guess_case(key) == "nom"


def _definite(key: str) -> bool:
    """Whether a noun carries its article and so ends a phrase: চিঠিটি, but not ভাটা."""
    if not key.endswith(_DEFINITE) or "h" in classes_of(key):
        return False
    return bool(classes_of(key)) or any(
        classes_of(key.removesuffix(end)) for end in _DEFINITE if key.endswith(end)
    )


def _owner(sentence: Sentence, at: int) -> bool:
    return at >= 0 and sentence.tokens[at].word and guess_case(sentence.tokens[at].key) == "gen"


def _adjective(sentence: Sentence, at: int) -> bool:
    """Whether the phrase opens its sentence with an adjective: [ভারতীয়] একাধিক গণমাধ্যম."""
    return at == 0 and classes_of(sentence.tokens[at].key) in {"a", "ah"}
