"""The chain words came through: the medium a speaker talked to, the medium that reports, a platform."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache

from shutro.bangla.kept import PAIRS
from shutro.meaning.cues.cues import Cue
from shutro.meaning.grammar.cases import case_of
from shutro.meaning.lexicon import closed, endings, load, strings
from shutro.meaning.parties.agents import head_of
from shutro.meaning.parties.media import is_known_medium, is_medium, platforms
from shutro.meaning.sentences.scene import Sentence
from shutro.meaning.statements.source import Source
from shutro.model import Statement

_PRINTED = "media:printed"
_THIS = tuple(sorted(f"{word} " for word in closed("pointing")))
_ACC = endings("addressed")
_REPORTERS = endings("reporters")


def via(sentence: Sentence, cue: Cue, source: Source, outer: list[Source]) -> tuple[str, ...]:
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
    for at, key in enumerate(keys):
        following = keys[at + 1] if at + 1 < len(keys) and key in _opening_words() else ""
        if (name := _platform(key, following)) is not None:
            return [name]
    anywhere = _anywhere()
    for at in range(len(keys) - len(anywhere) + 1):
        *before, last = keys[at : at + len(anywhere)]
        if before == list(anywhere[:-1]) and last.startswith(anywhere[-1]) and last != anywhere[-1]:
            return [str(load("media")["anywhere"]["name"])]
    return []


@lru_cache(maxsize=PAIRS)
def _platform(key: str, following: str) -> str | None:
    """The platform that a word, or it and the next one, names in any case."""
    for alias, name in platforms().items():
        printed = f"{key} {following}" if " " in alias else key
        if case_of(printed, alias) is not None:
            return name
    return None


@cache
def _opening_words() -> frozenset[str]:
    """The first words of platforms of two words."""
    return frozenset(alias.split()[0] for alias in platforms() if " " in alias)


@cache
def _anywhere() -> tuple[str, ...]:
    return strings(load("media")["anywhere"]["words"])


def credited(found: list[Statement], text: str, last: int) -> list[Statement]:
    """The statements with the sources of credit lines and of whole reports in their chains.

    A credit line speaks for the statement right before it and what goes on from that; one that closes
    the text (`last` is where its last sentence begins) for everything in it. A medium that gives এ খবর
    or এ তথ্য gives the report: what is said in it came through that medium, until another is cited.
    """
    chained = list(found)
    for at, line in enumerate(found):
        if line.source is None:
            continue
        if line.rule == "credit":
            _credit(chained, at, line.source, whole=line.start >= last)
        elif _gives_the_report(line, text):
            _report(chained, at, (line.source, *line.via))
    return chained


def _gives_the_report(line: Statement, text: str) -> bool:
    """Whether a medium gives এ খবর, এ তথ্য: not where one is only said to have printed it."""
    quoted = line.source is not None and is_known_medium(line.source)
    if not (quoted or line.form == "citation") or line.rule == _PRINTED or line.content is None:
        return False
    return line.content.of(text).startswith(_THIS)


def _credit(chained: list[Statement], at: int, medium: str, *, whole: bool) -> None:
    for before in range(at - 1, -1, -1):
        statement = chained[before]
        if statement.start == chained[at].start:
            continue
        if statement.rule == "credit":
            return
        chained[before] = _through(statement, medium)
        if not whole and not statement.inferred:
            return


def _report(chained: list[Statement], at: int, media: tuple[str, ...]) -> None:
    for other in range(at - 1, -1, -1):
        if chained[other].form == "citation":
            break
        chained[other] = _through(chained[other], *media)
    for other in range(at + 1, len(chained)):
        statement = chained[other]
        if statement.form == "citation":
            if statement.source not in media and is_known_medium(statement.source or ""):
                break
            continue
        if any(is_known_medium(name) for name in statement.via):
            break
        if statement.source is not None and not statement.via:
            chained[other] = _through(statement, *media)


def _through(statement: Statement, *media: str) -> Statement:
    """A statement with more media behind it, each once."""
    via = dict.fromkeys((*statement.via, *(medium for medium in media if medium != statement.source)))
    return replace(statement, via=tuple(via))


def told_to(sentence: Sentence, cue: Cue) -> tuple[str, ...]:
    """Whom the words were said to: the accusative before the cue, unless it is a medium."""
    found = []
    for party in sentence.parties:
        if party.case != "acc" or party.last >= cue.first or is_medium(party):
            continue
        if party.named and not _done_to(sentence, party.last, cue):
            found.append(party.canonical)
    for token in sentence.tokens[: cue.first]:
        if token.key.startswith(_REPORTERS) and token.key.endswith(_ACC):
            found.append(head_of(token.key)[2] or token.key)
    return tuple(dict.fromkeys(found))


def _done_to(sentence: Sentence, at: int, cue: Cue) -> bool:
    """Whether a verb between an accusative and the cue has it: তাঁকে [গ্রেপ্তার করে] পুলিশ বলেছে."""
    return any(at < group.first and group.last < cue.first for group in sentence.groups)
