"""Turns of an interview: a line that its speaker opens with a colon (করিম হক: আমি যাব না।)."""

from __future__ import annotations

from shutro.meaning.actors.identity import known
from shutro.meaning.actors.memory import Memory
from shutro.meaning.lexicon import closed
from shutro.meaning.parties.media import is_medium
from shutro.meaning.parties.party import Party
from shutro.meaning.sentences.phrases import phrase
from shutro.meaning.sentences.scene import Scene, Sentence
from shutro.meaning.statements.runs import speaks
from shutro.meaning.statements.stated import stated
from shutro.model import Statement
from shutro.span import Span

_QUESTION, _ANSWER = closed("question"), closed("answer")
_ASKER_WORDS = 3
_SHORTEST = 1
_SPEAKER_WORDS = 5
_SURE = 0.9


def turn(view: Scene, sentence: Sentence, memory: Memory) -> list[Statement] | None:
    """The statement of a turn, in a list; empty for the interviewer's, None for what is no turn.

    Somebody's name with a colon also opens a line about him: it is a turn only where he speaks for
    himself there, or where the text has questions.
    """
    colon = _colon(view, sentence)
    if colon is None:
        return None
    tokens = sentence.tokens
    party = next((p for p in sentence.parties if p.last == colon - 1 and p.case == "nom"), None)
    asks = tokens[-1].key == "?"
    label = sentence.span.of(view.doc.text)[: tokens[colon].end - sentence.span.start]
    stranger = party is None and colon < _ASKER_WORDS and (asks or label == memory.asker)
    if stranger:
        memory.asker = label
    if tokens[0].key in _QUESTION | _ANSWER or stranger or (party is not None and is_medium(party)):
        memory.interview = memory.interview or asks
        return []
    if party is None or party.kind not in {"PER", "person"}:
        return None
    if not (memory.interview or speaks(sentence) or _returns(view, label)):
        return None
    return _made(view, sentence, memory, party, colon)


def _returns(view: Scene, label: str) -> bool:
    """Whether a name with its colon opens several paragraphs: only in an interview."""
    return f"\n{view.doc.text}".count(f"\n{label}") > 1


def _colon(view: Scene, sentence: Sentence) -> int | None:
    """The colon behind the few words that a paragraph opens with, and that something is said after."""
    if view.doc.text[sentence.span.start - 1 : sentence.span.start] != "\n":
        return None
    tokens = sentence.tokens
    at = next((i for i, token in enumerate(tokens[: _SPEAKER_WORDS + 1]) if not token.word), 0)
    said = sum(token.word for token in tokens[at + 1 :])
    return at if at and tokens[at].key == ":" and said >= _SHORTEST else None


def _made(view: Scene, sentence: Sentence, memory: Memory, party: Party, colon: int) -> list[Statement]:
    who = known(view, sentence, party, memory)
    words = [token for token in sentence.tokens[colon + 1 :] if token.word]
    if who is None:
        return []
    memory.note_speaker(who)
    return [
        stated(
            view,
            sentence.span,
            who.canonical,
            "direct",
            "asks" if sentence.tokens[-1].key == "?" else "says",
            source_span=phrase(view, sentence, party),
            cue=sentence.tokens[colon].span,
            content=Span(words[0].start, words[-1].end),
            rule=f"turn:{party.kind}",
            sure=_SURE * who.trust,
        )
    ]
