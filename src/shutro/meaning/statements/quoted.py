"""Whom a sentence quotes by name: [করিমের] বরাতে, [করিমকে] উদ্ধৃত করে, [পুলিশ] সূত্রে."""

from __future__ import annotations

from dataclasses import replace

from shutro.meaning.actors.memory import Memory
from shutro.meaning.cues.cues import Cue
from shutro.meaning.grammar.tokens import past_brackets
from shutro.meaning.lexicon import closed, endings, load, strings
from shutro.meaning.parties.media import is_medium
from shutro.meaning.parties.party import Party
from shutro.meaning.sentences.agreement import SPEAKS
from shutro.meaning.sentences.joining import joined
from shutro.meaning.sentences.scene import Scene, Sentence
from shutro.meaning.statements.source import Source, source_of
from shutro.span import Span

_BY_WORD = closed("by_word")
_QUOTED = closed("quoted")
(_SOURCE,) = strings(load("agents")["source"])
_SOURCED = closed("sourced")
_ON_HIS_WORD = endings("on_his_word")


def quoted(scene: Scene, sentence: Sentence, cue: Cue, memory: Memory, left: int) -> list[Source]:
    """Whom the sentence quotes by name, with all joined to it: X-এর বরাতে, X-কে উদ্ধৃত করে, X সূত্রে."""
    tokens = sentence.tokens
    able = [p for p in sentence.parties if left <= p.first < cue.first and p.kind in SPEAKS]
    for party in able:
        at = past_brackets(tokens, party.last + 1)
        follower = tokens[at].key if at < len(tokens) else ""
        kind = party.kind in {"ORG", "body", "person", "PER"}
        sourced = follower in _SOURCED and party.case in {"nom", "gen"} and kind
        word = (
            sourced
            or (party.case == "gen" and follower in _BY_WORD)
            or (party.case == "acc" and follower in _QUOTED)
            or (party.kind == "source" and party.case == "loc")
            or (party.case == "gen" and _mentioned_by_medium(sentence, party, cue))
        )
        if not word:
            continue
        rule = f"quoted:{party.kind}"
        row = joined(
            sentence, party, [p for p in able if p.last <= party.last and p.case in {"nom", party.case}]
        )
        made = [s for p in row if (s := source_of(scene, sentence, p, memory, rule)) is not None]
        if made and sourced and made[-1].span is not None:
            span = Span(made[-1].span.start, tokens[at].end)
            made[-1] = replace(
                made[-1], span=span, canonical=f"{scene.doc.text[span.start : party.end]} {_SOURCE}"
            )
        if made:
            return [replace(source, medium=False) for source in made]
    return []


def _mentioned_by_medium(sentence: Sentence, party: Party, cue: Cue) -> bool:
    """Whether a medium tells on somebody's word: [কর্মকর্তাদের] কথা উল্লেখ করে রয়টার্স জানায়, …."""
    tokens = sentence.tokens
    between = [p for p in sentence.parties if party.last < p.first and p.last < cue.first]
    words = tuple(token.key for token in tokens[party.last + 1 : party.last + 1 + len(_ON_HIS_WORD)])
    return words == _ON_HIS_WORD and len(between) == 1 and is_medium(between[0])
