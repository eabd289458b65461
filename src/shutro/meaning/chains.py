"""The chain words came through: the medium a speaker talked to, the medium that reports, a platform."""

from __future__ import annotations

from dataclasses import replace

from shutro.meaning.cues import Cue
from shutro.meaning.lexicon import endings, load, strings
from shutro.meaning.media import is_medium, platforms
from shutro.meaning.memory import Memory
from shutro.meaning.parties import head_of
from shutro.meaning.scene import Scene, Sentence
from shutro.meaning.sources import Source
from shutro.model import Statement


def via(scene: Scene, sentence: Sentence, cue: Cue, source: Source, outer: list[Source]) -> tuple[str, ...]:
    """The chain behind the source, nearest to the speaker first: the medium told, the one that
    reports, the platform; `outer` are those in whose words this speaker is quoted."""
    chain: list[str] = list(source.through)
    for party in sentence.parties:
        if party.case == "acc" and party.named and is_medium(party) and party.first < cue.first + 6:
            chain.append(party.canonical)
    chain += _platforms(sentence, cue)
    chain += [speaker.canonical for speaker in outer if speaker.canonical]
    return tuple(dict.fromkeys(name for name in chain if name != source.canonical))


def _platforms(sentence: Sentence, cue: Cue) -> list[str]:
    """The platform spoken on (ফেসবুকে দেওয়া পোস্টে); সামাজিক যোগাযোগ মাধ্যম where none is named."""
    keys = [token.key for token in sentence.tokens[: cue.first]]
    for at in range(len(keys)):
        here = " ".join(keys[at : at + 2])
        for alias, name in platforms().items():
            printed = here if " " in alias else keys[at]
            if printed.startswith(alias) and len(printed) - len(alias) <= 3:
                return [name]
    anywhere = strings(load("media")["anywhere"]["words"])
    for at in range(len(keys) - len(anywhere) + 1):
        *before, last = keys[at : at + len(anywhere)]
        if before == list(anywhere[:-1]) and last.startswith(anywhere[-1]) and last != anywhere[-1]:
            return [str(load("media")["anywhere"]["name"])]
    return []


def credited(found: list[Statement], last: int) -> list[Statement]:
    """The statements with the sources of credit lines in their chains.

    A credit line speaks for the statement right before it and what goes on from that; one that closes
    the text (`last` is where its last sentence begins) for everything in it.
    """
    chained = list(found)
    for at, line in enumerate(found):
        if line.rule != "credit" or line.source is None:
            continue
        whole = line.start >= last
        for before in range(at - 1, -1, -1):
            statement = chained[before]
            if statement.rule == "credit":
                break
            if line.source != statement.source and line.source not in statement.via:
                chained[before] = replace(statement, via=(*statement.via, line.source))
            if not whole and not statement.inferred:
                break
    return chained


def told_to(scene: Scene, sentence: Sentence, cue: Cue, memory: Memory) -> tuple[str, ...]:
    """Whom the words were said to: the accusative before the cue, unless it is a medium."""
    found = []
    for party in sentence.parties:
        if party.case != "acc" or party.last >= cue.first or is_medium(party):
            continue
        if party.named:
            found.append(party.canonical)
    for token in sentence.tokens[: cue.first]:
        if token.key.startswith(_REPORTERS) and token.key.endswith(_ACC):
            found.append(head_of(token.key)[2] or token.key)
    return tuple(dict.fromkeys(found))


_REPORTERS = endings("reporters")
_ACC = endings("addressed")
