"""The subject of a predicate: which parties of its sentence do or say it.

Verb and subject agree (জানিয়েছেন asks for a person, জানিয়েছে for a body); the subject stands before a
verb that introduces what is said, behind one that closes the sentence with it, or at the head.
"""

from __future__ import annotations

from shutro.bangla.verbs import fold
from shutro.meaning.cues.cues import Cue
from shutro.meaning.grammar.cases import guess_case
from shutro.meaning.lexicon import closed, endings, folded, load, strings
from shutro.meaning.parties.agents import head_of
from shutro.meaning.parties.media import is_platform
from shutro.meaning.parties.party import Party
from shutro.meaning.parties.states import is_country
from shutro.meaning.sentences.agreement import SPEAKS, agrees
from shutro.meaning.sentences.joining import joined, paired
from shutro.meaning.sentences.order import RELATIVE, WHO, introduces, last_that, told_before
from shutro.meaning.sentences.scene import Scene, Sentence
from shutro.meaning.sentences.unlisted import body_behind, last_word, unlisted

_AT_HEAD = 3
_POINTING = closed("pointing")
_AND = closed("and")
_NAMED = closed("named")
_WORDS = load("subjects")
_THAT = closed("that")
_ADJECTIVAL = folded(strings(_WORDS["adjectival"]["words"]))
_DONE_TO = endings("done_to")
_MATTERS = closed("matters")
_OFFICE_REACH = 4
# মেলাকে কেন্দ্র করে: around the fair, and no centre that speaks.
_CENTRE, _MAKING = fold("কেন্দ্র"), fold("করে")
_NOT = closed("not")
_POSTPOSITIONS = folded(strings(_WORDS["after"]["postpositions"]))


def subject_of(scene: Scene, sentence: Sentence, cue: Cue, left: int) -> tuple[list[Party], str] | None:
    """The parties that are the subject of a cue or predicate, and the rule that says so."""
    quoted = scene.quote_at(sentence.tokens[cue.first].start)
    able = [
        party
        for party in sentence.parties
        if party.case in {"nom", "with"}
        and party.kind in SPEAKS
        and not _aside(sentence, party)
        and not paired(sentence, party)
        and not (party.kind == "PER" and _qualifies(sentence, party))
    ]
    if not any(agrees(party, cue) for party in able):
        able += [party for party in sentence.parties if _of_matter(sentence, party)]
    able = [party for party in able if scene.quote_at(party.start) == quoted]
    after = [p for p in able if p.first > cue.last]
    before = [p for p in able if left <= p.first and p.last < cue.first]
    if cue.joined:
        return _of_participle(sentence, cue, before, after)
    if introduces(sentence, cue):
        agreeing = [p for p in before if agrees(p, cue)]
        if agreeing:
            beside = [p for p in before if p in agreeing or p.kind in {"body", "ORG"}]
            return joined(sentence, agreeing[-1], beside), "before"
        someone = unlisted(scene, sentence, range(cue.first - 1, left - 1, -1), cue)
        if someone is not None and cue.kind == "verb":
            return [someone], "unlisted"
        return ([before[-1]], "before-odd") if before else None
    if cue.tense and (tail := _tail(sentence, cue, after, before)):
        return tail, "after" if agrees(tail[-1], cue) else "after-odd"
    if someone := unlisted(scene, sentence, range(last_word(sentence, cue), cue.last, -1), cue):
        return [someone], "unlisted"
    if not before and (someone := body_behind(scene, sentence, cue)):
        return [someone], "beside"
    that = last_that(sentence, cue)
    near = [p for p in before if that is not None and p.first > that]
    if near:
        return joined(sentence, near[-1], near), "between"
    return _lead(sentence, cue, before) or _state_at_head(before)


def _state_at_head(before: list[Party]) -> tuple[list[Party], str] | None:
    """A state at the head of its sentence, whatever form the verb has: তবে [কিয়েভ] তা অস্বীকার করেছেন।"""
    if len(before) != 1 or before[0].first > _AT_HEAD - 2 or before[0].kind != "LOC":
        return None
    return (before, "before-odd") if is_country(before[0].canonical) else None


def _lead(sentence: Sentence, cue: Cue, before: list[Party]) -> tuple[list[Party], str] | None:
    """The subject at the head of a clause whose verb comes last, after any conditional clause.

    A pronoun in the same clause is the subject, whoever else stands in the nominative there:
    সভাপতি ও প্রার্থী করিমের পক্ষে এসে [তিনি] এ তথ্য জানান।
    """
    able = [p for p in before if agrees(p, cue) and (_of_matter(sentence, p) or not _qualifies(sentence, p))]
    if any(token.key in WHO for token in sentence.tokens[: cue.first]) and not cue.joined:
        return None
    turn = max(
        (g.last for g in sentence.groups if g.shape in {"if", "though"} and g.last < cue.first), default=-1
    )
    turn = max(turn, told_before(sentence, cue))
    lead = [p for p in able if p.first > turn] or able
    if not lead:
        return None
    inner = max((g.last for g in sentence.groups if g.finite and g.last < cue.first), default=-1)
    pronouns = [p for p in lead if p.kind == "pronoun" and p.first > inner]
    pronouns = pronouns or [p for p in lead if _beside_this(sentence, p, cue)]
    head = pronouns[-1] if pronouns else _by_name(sentence, lead, cue, inner) or lead[0]
    return joined(sentence, head, lead), "lead"


def _beside_this(sentence: Sentence, party: Party, cue: Cue) -> bool:
    """Whether somebody stands right before what only points: আদালত অবমাননার মামলায় [বেঞ্চ] এসব কথা বলেন."""
    between = sentence.tokens[party.last + 1 : cue.first]
    return len(between) == 1 and between[0].key in _POINTING


def _by_name(sentence: Sentence, lead: list[Party], cue: Cue, inner: int) -> Party | None:
    """The person named in the same clause as an unnamed head that only leads to him:
    আদালত পুলিশের পরিদর্শক [করিম হক] বিষয়টি নিশ্চিত করেছেন।"""
    if lead[0].named or lead[0].kind not in {"either", "person", "body"} or cue.kind != "noun":
        return None
    named = next((p for p in reversed(lead) if p.kind == "PER" and p.named and p.first > inner), None)
    if named is None or any(named.last < g.first < cue.first for g in sentence.groups):
        return None
    gap = sentence.tokens[lead[0].last + 1 : named.first]
    return None if any(not token.word or token.key in _AND for token in gap) else named


def _of_participle(
    sentence: Sentence, cue: Cue, before: list[Party], after: list[Party]
) -> tuple[list[Party], str] | None:
    """A participle shares the subject of the verb to come: right behind it, or at the head."""
    main = next((g for g in sentence.groups if g.first > cue.last and g.finite), None)
    if main is None:
        return None
    verb = Cue(main.first, main.last, "", "verb", main.verb, main.person, main.tense)
    later = [p for p in after if agrees(p, verb) and not _qualifies(sentence, p)]
    earlier = [p for p in before if agrees(p, verb) and not _qualifies(sentence, p)]
    if earlier and (earlier[0].kind == "pronoun" or earlier[-1].last == cue.first - 1):
        return [earlier[0 if earlier[0].kind == "pronoun" else -1]], "joined"
    if later:
        return joined(sentence, later[0], later), "joined"
    return ([earlier[0]], "joined") if earlier else None


def _tail(sentence: Sentence, cue: Cue, after: list[Party], before: list[Party]) -> list[Party]:
    """The subject behind a sentence-final verb, with all that is joined to it by commas and ও.

    What disagrees with the verb is only taken where nobody before the verb agrees.
    """
    stop = len(sentence.tokens)
    for at in range(cue.last + 1, len(sentence.tokens)):
        token = sentence.tokens[at]
        relative = token.key == "," and at + 1 < stop and sentence.tokens[at + 1].key in RELATIVE
        if relative or (token.finite is not None and token.key not in _THAT | _NAMED):
            stop = at
            break
    inside = [p for p in after if p.last < stop and not _qualifies(sentence, p)]
    inside = [p for p in inside if not _begins_another(sentence, p)]
    end = sentence.tokens[inside[-1].last + 1 :] if inside else []
    closed_by = not any(token.word for token in end[:1])
    agreeing = [p for p in inside if agrees(p, cue) and p.case == "nom"]
    if not agreeing and closed_by and not any(agrees(p, cue) for p in before):
        agreeing = inside
    if not agreeing:
        return []
    head = agreeing[-1]
    listed = [p for p in inside if p.last < head.first and p.case == "with"]
    if listed and not head.named:
        return joined(sentence, listed[-1], [p for p in inside if p.first <= listed[-1].first])
    return joined(sentence, head, agreeing)


def _begins_another(sentence: Sentence, party: Party) -> bool:
    """Whether a pronoun right behind a verb begins what is said: ক্লাবটি জানিয়েছে [তারা] কিছু জানে না।"""
    rest = sentence.tokens[party.last + 1 :]
    if party.kind != "pronoun" or not rest or not rest[0].word:
        return False
    return any(token.finite is not None and token.key not in _THAT for token in rest)


def _qualifies(sentence: Sentence, party: Party) -> bool:
    """Whether a bare name only qualifies the noun after it: [উত্তর কোরিয়া] সফরের, [করিম] হত্যার."""
    at = party.last + 1
    if party.kind == "PER" and at < len(sentence.tokens):
        return sentence.tokens[at].key.startswith(_DONE_TO) or of_his_body(sentence, party)
    if (
        party.kind not in {"LOC", "ORG", "EVENT", "body", "person"}
        or party.named == (party.kind == "person")
        or party.case != "nom"
        or at >= len(sentence.tokens)
    ):
        return False
    token = sentence.tokens[at]
    if not token.word or token.forms or any(p.first == at for p in sentence.parties):
        return False
    if is_platform(party):
        return True
    case = guess_case(token.key)
    if party.kind == "person":
        return case == "gen" and party.title in _ADJECTIVAL
    return party.kind == "LOC" and case in {"gen", "loc"}


def _of_matter(sentence: Sentence, party: Party) -> bool:
    """Whether it is only what is confirmed that stands behind an officer: ওসি [করিম] মৃত্যুর বিষয়টি নিশ্চিত করেন;
    of a bare name it is his own: করিম হত্যার বিষয়টি."""
    done, matter = (*(token.key for token in sentence.tokens[party.last + 1 : party.last + 3]), "", "")[:2]
    before = sentence.tokens[max(0, party.first - _OFFICE_REACH) : party.first]
    officer = any(head_of(token.key)[0] == "person" for token in before)
    return (
        party.kind == "PER"
        and party.case == "nom"
        and officer
        and done.startswith(_DONE_TO)
        and matter in _MATTERS
    )


def of_his_body(sentence: Sentence, party: Party) -> bool:
    """Whether a bare name only says whose the body behind it is: [করিম] সরকারের পতন."""
    following = next((p for p in sentence.parties if p.first == party.last + 1), None)
    return party.case == "nom" and following is not None and following.kind == "body" and not following.named


def _aside(sentence: Sentence, party: Party) -> bool:
    """Whether a party is no subject: before a postposition, or only named in brackets."""
    at = party.last + 1
    following = sentence.key(at)
    before = sentence.key(party.first - 1)
    if party.kind == "either" and not party.named and following in _NOT:
        return True
    if party.title == _CENTRE and following == _MAKING:
        return True
    return following in _POSTPOSITIONS or (before == "(" and following == ")")
