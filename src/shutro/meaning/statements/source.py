"""A source: who is said to speak, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass

from shutro.meaning.actors.identity import known
from shutro.meaning.actors.memory import Memory
from shutro.meaning.actors.trust import TRUST, cut_names, trust
from shutro.meaning.parties.media import is_medium
from shutro.meaning.parties.party import Party
from shutro.meaning.sentences.phrases import phrase
from shutro.meaning.sentences.scene import Scene, Sentence
from shutro.span import Span

_TRUST_CUT = 0.8


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks: `canonical` None where the text does not tell; `sure` lies in 0..1.

    `medium` marks news media; `through` names the media the words came through.
    """

    canonical: str | None
    span: Span | None
    one: bool
    rule: str
    sure: float
    medium: bool = False
    through: tuple[str, ...] = ()


def source_of(scene: Scene, sentence: Sentence, party: Party, memory: Memory, rule: str) -> Source | None:
    """The source that a party is, None when the text does not tell who it is.

    `rule` is how he was found (`lead`), and behind a colon what kind of party he is where that matters.
    """
    who = known(scene, sentence, party, memory)
    if who is None:
        return None
    span = phrase(scene, sentence, party)
    sure = trust(rule.partition(":")[0], party, who)
    if who.canonical in cut_names(scene):
        sure *= _TRUST_CUT
    return Source(who.canonical, span, who.one, rule, sure, is_medium(party))


def unknown(rule: str) -> Source:
    """A source that the text does not tell."""
    return Source(None, None, False, rule, TRUST["found"].get(rule, 0.4))
