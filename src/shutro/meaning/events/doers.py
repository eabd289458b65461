"""Who does it: the parties that act in an event."""

from __future__ import annotations

from shutro.bangla.verbs import fold
from shutro.meaning.actors.bodies import (
    body_of,
    court_of,
    force_before,
    named_body,
    people_before,
    state_of,
    team_of,
    two_lands,
)
from shutro.meaning.actors.identity import known
from shutro.meaning.actors.memory import Known, Memory
from shutro.meaning.cues.cues import Cue
from shutro.meaning.events.plover import in_attack, lexicon
from shutro.meaning.events.triggers import Trigger
from shutro.meaning.grammar.cases import guess_case, located
from shutro.meaning.grammar.tokens import Token, bare
from shutro.meaning.lexicon import closed, endings
from shutro.meaning.parties.party import Party
from shutro.meaning.sentences.joining import accompanied, between, joined, midway
from shutro.meaning.sentences.naming import introduced, only_introduces
from shutro.meaning.sentences.scene import Scene, Sentence
from shutro.meaning.sentences.subjects import subject_of
from shutro.model import Statement

_HAPPEN = {fold("হওয়া"), fold("ঘটা")}
_DONE_TO = endings("done_to")
_POST = closed("post")
_BOTH = closed("both")
_SURE = 0.9
_ONE = closed("one_of_many")
_UNITS = endings("units")
_HAND = closed("by_hand")
_NEAR_BEHIND = 3
_NEAR_NOUN = 4
_TOWARDS = closed("towards")


def subject(
    view: Scene,
    sentence: Sentence,
    trigger: Trigger,
    reported: Statement | None,
    memory: Memory,
) -> tuple[str, ...]:
    """The canonical names of who acts; empty when the sentence does not tell.

    An event that is reported has its actor among the words that are said.
    """
    first, group = trigger.first, trigger.group
    left, end = 0, sentence.tokens[-1].end
    if reported is not None and reported.content is not None:
        left = next((at for at, t in enumerate(sentence.tokens) if t.start >= reported.content.start), 0)
        end = reported.content.end
    minded = group is not None and bare(sentence.tokens[first].key) in lexicon().minded
    if group is None or (group.verb in _HAPPEN and group.person != "3h" and not minded):
        return _owners(view, sentence, first, memory)
    if group.passive:
        return ()
    cue = Cue(
        first, group.last, "", "noun", group.verb, group.person, group.tense, joined=group.shape == "having"
    )
    found = subject_of(view, sentence, cue, left)
    if found is not None and all(party.start >= end for party in found[0]):
        found = None  # who only tells of it: [গাড়িটি জব্দ করে] বলে কর্মকর্তারা জানান
    if found is not None and all(_no_actor(sentence, party) for party in found[0]):
        found = _named_before(sentence, first)
    if found is None:
        if group.finite and (standing := _standing(view, sentence, first, left)) is not None:
            return _names(view, sentence, standing, memory)
        if force := force_before(sentence, first):
            return (force,)
        if group.finite and group.person == "3" and (doer := _plain(view, sentence, first, left, memory)):
            return doer
        if group.finite and (team := team_of(view, sentence, memory)) is not None:
            return (team.canonical,)
        elided = memory.last_person() if group.person == "3h" else None
        return (elided.canonical,) if elided is not None and group.finite and left == 0 else ()
    names = [name for party in found[0] for name in _names(view, sentence, party, memory)]
    return tuple(dict.fromkeys(names))


def _plain(view: Scene, sentence: Sentence, first: int, left: int, memory: Memory) -> tuple[str, ...]:
    """The one person before a trigger whose verb honours nobody: [করিম] নামের এক যুবক রহিমকে হত্যা করেছে.

    Of two or more none is taken.
    """
    found: dict[str, None] = {}
    for party in sentence.parties:
        if (
            party.kind not in {"PER", "person"}
            or party.case != "nom"
            or party.first < left
            or party.last >= first
        ):
            continue
        following = sentence.tokens[party.last + 1].key
        if (
            _no_actor(sentence, party)
            or following.startswith(_DONE_TO)
            or view.quote_at(party.start) is not None
        ):
            continue
        found.update(dict.fromkeys(_names(view, sentence, party, memory)))
    return tuple(found) if len(found) == 1 else ()


def _no_actor(sentence: Sentence, party: Party) -> bool:
    """Whether a party in the nominative only introduces another or is a post: সচিব [পদ] থেকে."""
    at = party.last + 1
    post = party.kind == "person" and sentence.key(at) in _POST
    return post or only_introduces(sentence, party)


def _named_before(sentence: Sentence, first: int) -> tuple[list[Party], str] | None:
    """The last person named in the nominative before a trigger."""
    able = [p for p in sentence.parties if p.last < first and p.kind == "PER" and p.case == "nom"]
    able = [p for p in able if not _no_actor(sentence, p)]
    return ([able[-1]], "named") if able else None


def _standing(view: Scene, sentence: Sentence, first: int, left: int) -> Party | None:
    """A body that stands in the nominative of the trigger's own clause, though its verb wants a person."""
    before = max((g.last for g in sentence.groups if g.finite and g.last < first), default=left - 1)
    able = [p for p in sentence.parties if before < p.first and p.last < first and p.case == "nom"]
    bodies = [p for p in able if p.kind in {"ORG", "body"} and view.quote_at(p.start) is None]
    return bodies[-1] if len(bodies) == 1 and len(able) == 1 else None


def _names(view: Scene, sentence: Sentence, party: Party, memory: Memory) -> tuple[str, ...]:
    """The canonical names that a party stands for: of দুই নেতা those who met last."""
    before = sentence.key(party.first - 1)
    both = before in _BOTH or (party.kind == "pronoun" and party.many)
    if both and party.kind in {"person", "pronoun"} and memory.pair:
        return memory.pair
    who = known(view, sentence, party, memory)
    if who is None or _counts(party, who.canonical) or (party.many and _unsure(party, who)):
        return ()
    if (behind := body_of(view, sentence, party, memory) or state_of(view, sentence, party)) is not None:
        return (behind.canonical,)
    if (court := court_of(view, sentence, party)) is not None:
        return (court,)
    if names := introduced(sentence, party):
        return tuple(name.canonical for name in names)
    if (body := named_body(view, sentence, party)) is not None:
        return (body.canonical,)
    beside = _dashed(view, sentence, party)
    if beside and (first := memory.whole(beside)) not in {beside, who.canonical}:
        return first, who.canonical
    return (who.canonical,)


def _unsure(party: Party, who: Known) -> bool:
    """Whether তারা is taken for a body that was only named: as likely it is people with no name."""
    return party.kind == "pronoun" and not who.people and who.trust < _SURE


def _counts(party: Party, canonical: str) -> bool:
    """Whether what would be a name only says how many: ১৪ জন, প্রায় ৫০ শতাংশ, একজন."""
    last = fold(canonical.split()[-1]) if party.name is None and canonical else ""
    return party.title in _ONE or last.endswith(_UNITS) or last.isdigit()


def doers(view: Scene, sentence: Sentence, first: int, memory: Memory) -> tuple[str, ...]:
    """By whom something is suffered: [পুলিশের] হাতে গ্রেপ্তার হন, [সেনাবাহিনীর] গুলিতে নিহত, [ইসরায়েলি] হামলায়."""
    tokens = sentence.tokens
    for party in sentence.parties:
        at = party.last + 1
        if party.case == "gen" and at < first and (tokens[at].key in _HAND or _attack(tokens, at, first)):
            return _names(view, sentence, party, memory)
    for at in range(1, first):
        if in_attack(tokens[at].key) and (land := people_before(view, sentence, at)) is not None:
            return (land,)
    return ()


def _attack(tokens: list[Token], at: int, first: int) -> bool:
    """Whether an attack is what a genitive before `at` owns, a word or two between: ইসরায়েলের বিমান হামলায়."""
    for token in tokens[at : min(first, at + _NEAR_BEHIND)]:
        if in_attack(token.key):
            return True
        if not token.word or guess_case(token.key) != "nom":
            return False
    return False


def victim(view: Scene, sentence: Sentence, first: int, memory: Memory) -> tuple[str, ...]:
    """Whom a trigger at `first` is said of, right before it, with whoever is joined: [করিম] নিহত হন."""
    party = next((p for p in sentence.parties if p.last == first - 1 and p.kind == "PER"), None)
    if party is None or party.case != "nom":
        return ()
    row = joined(sentence, party, [p for p in sentence.parties if p.kind == "PER" and p.case == "nom"])
    return tuple(name for one in row for name in _names(view, sentence, one, memory))


def _dashed(view: Scene, sentence: Sentence, party: Party) -> str:
    """The word that a dash joins to a person's name: [কিম]-পুতিন; empty where none is."""
    if party.kind != "PER":
        return ""
    beside, dash, _ = fold(view.doc.text[party.start : party.end]).partition("-")
    if dash:
        return beside
    mark, word = (sentence.tokens[at] if at >= 0 else None for at in (party.first - 1, party.first - 2))
    return word.key if mark is not None and word is not None and mark.key == "-" and word.word else ""


def _owners(view: Scene, sentence: Sentence, at: int, memory: Memory) -> tuple[str, ...]:
    """Whose a nominal event is: the genitive before it ([কিমের] এই সফর); with somebody, both of them."""
    tokens = sentence.tokens
    if both := two_lands(view, sentence, at):
        return both
    near = [
        p
        for p in sentence.parties
        if p.case == "gen" and p.last < at <= p.last + _NEAR_NOUN + 2 * midway(sentence, p)
    ]
    owners = [
        p
        for p in near
        if tokens[p.last + 1].key not in _TOWARDS and not _located(sentence, p.last + midway(sentence, p), at)
    ]
    if not owners:
        behind = [p for p in sentence.parties if p.case == "gen" and at < p.first <= at + _NEAR_BEHIND]
        owners = behind if behind and behind[-1].last >= _last_word(sentence) else []
    if not owners:
        return ()
    owner = owners[-1]
    names = tuple(n for p in between(sentence, owner) for n in _names(view, sentence, p, memory))
    with_whom = (p for p in sentence.parties if p.last < owner.first and accompanied(sentence, p))
    partner = next((p for p in with_whom if p.case == "gen"), None)
    others = _names(view, sentence, partner, memory) if partner is not None else ()
    return tuple(dict.fromkeys((*others, *names)))


def _located(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a noun in another case stands between: then what is before it owns that noun."""
    between = sentence.tokens[first + 1 : last]
    return any(
        guess_case(token.key) in {"loc", "acc"} or located(token.key) for token in between if token.word
    )


def _last_word(sentence: Sentence) -> int:
    return max((at for at, token in enumerate(sentence.tokens) if token.word), default=-1)
