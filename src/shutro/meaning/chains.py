"""The chain words came through: the medium a speaker talked to, the medium that reports, a platform."""

from __future__ import annotations

from functools import cache

from shutro.bangla.verbs import fold
from shutro.meaning.cues import Cue
from shutro.meaning.lexicon import folded, load, strings
from shutro.meaning.memory import Memory
from shutro.meaning.parties import Party, head_of
from shutro.meaning.scene import Scene, Sentence
from shutro.meaning.sources import Source


@cache
def _media() -> tuple[frozenset[str], tuple[str, ...], dict[str, str]]:
    data = load("media")
    names = frozenset(name.replace(" ", "") for name in strings(data["media"]["names"]))
    platforms = {
        fold(alias): str(name) for name, aliases in data["platforms"].items() for alias in [name, *aliases]
    }
    return names, tuple(strings(data["media"]["ends"])), platforms


def is_medium(party: Party) -> bool:
    """Whether a party is a news medium, by its name or by what it is called."""
    if party.kind == "media":
        return True
    if not party.named or party.kind not in {"ORG", "MISC", "LOC"}:
        return False
    names, ends, _ = _media()
    canonical = fold(party.canonical)
    return canonical.replace(" ", "") in names or canonical.endswith(ends)


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
    _, _, platforms = _media()
    found = []
    for at, token in enumerate(sentence.tokens[: cue.first]):
        for alias, name in platforms.items():
            if token.key.startswith(alias) and len(token.key) - len(alias) <= 3:
                found.append(name)
    return found[:1]


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


_REPORTERS = tuple(folded(["সাংবাদিক"]))
_ACC = tuple(folded(["দের", "দেরকে", "কে"]))
