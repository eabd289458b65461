"""What a headline reports without a verb: X: …, …: X, … নির্দেশ প্রধান উপদেষ্টার, … মৃত্যুতে চীনের শোক."""

from __future__ import annotations

from shutro.meaning.actors.identity import known
from shutro.meaning.actors.memory import Memory, is_part_of
from shutro.meaning.cues.cues import lexicon
from shutro.meaning.grammar.cases import genitive
from shutro.meaning.grammar.tokens import QUOTES, STOPS, Token, bare
from shutro.meaning.parties.party import Party
from shutro.meaning.sentences.phrases import phrase
from shutro.meaning.sentences.scene import Scene, Sentence
from shutro.meaning.statements.stated import stated
from shutro.model import Statement
from shutro.span import Span

_SPEAKER_WORDS = 7
_SAID_WORDS = 3
_SPEAKS = {"PER", "ORG", "LOC", "person", "body", "media", "either"}
_DASHES = frozenset("—–-")


def headline(view: Scene, sentence: Sentence, memory: Memory) -> list[Statement]:
    """The statement of a headline, in a list; empty for a sentence with a stop, and for other headlines.

    Who stands behind a colon says all before it, whatever is reported there: করিমকে মানে না দল: রহিম.
    """
    tokens = sentence.tokens
    if sentence.number != 0 or len(tokens) < 3 or tokens[-1].key in STOPS or len(tokens) > 40:
        return []
    if made := _of_colon(view, sentence, memory):
        return made
    return _of_noun(view, sentence, memory) if all(cue.joined for cue in sentence.cues) else []


def _of_colon(view: Scene, sentence: Sentence, memory: Memory) -> list[Statement]:
    """The statement of a headline that a mark parts from its speaker, on either side of it."""
    tokens = sentence.tokens
    colons = [
        at for at in range(len(tokens)) if _parts(tokens, at) and view.quote_at(tokens[at].start) is None
    ]
    for at in colons[-1:] + colons[:1]:
        before, behind = tokens[:at], tokens[at + 1 :]
        for side, said in ((behind, before), (before, behind)):
            words = [token for token in side if token.word]
            named = 0 < len(words) <= _SPEAKER_WORDS and not any(_verb(token) for token in words)
            if not named or sum(token.word for token in said) < _SAID_WORDS:
                continue
            speakers = [p for p in sentence.parties if side[0].start <= p.start <= side[-1].start]
            if not speakers and (made := _by_part(view, sentence, tokens[at], side, said)):
                return [made]
            if speakers and _speaks(sentence, speakers[-1], words[-1], behind=side is behind):
                return _made(view, sentence, memory, speakers[-1], tokens[at], said=said)
    return []


def _speaks(sentence: Sentence, speaker: Party, last: Token, *, behind: bool) -> bool:
    """Whether a party speaks on its side of a mark, whose last word is `last`; a body does only behind."""
    if sentence.tokens[speaker.last] is not last or speaker.case != "nom":
        return False
    return speaker.kind in _SPEAKS and (behind or speaker.kind in {"PER", "person"})


def _parts(tokens: list[Token], at: int) -> bool:
    """Whether a mark parts a headline from its speaker: a colon, or a dash after a space (… —করিম)."""
    key = tokens[at].key
    if key in _DASHES and 0 < at < len(tokens) - 1:
        return tokens[at - 1].end < tokens[at].start
    return key == ":"


def _by_part(
    view: Scene, sentence: Sentence, colon: Token, side: list[Token], rest: list[Token]
) -> Statement | None:
    """The statement of somebody whom the headline calls by a part of the name that the text gives whole."""
    words = [token.key for token in side if token.word]
    for name in view.doc.names:
        if name.kind == "PER" and is_part_of(words, name.canonical):
            said = [token for token in rest if token.word]
            return stated(
                view,
                sentence.span,
                name.canonical,
                "indirect",
                "says",
                source_span=Span(side[0].start, side[-1].end),
                cue=colon.span,
                content=Span(said[0].start, said[-1].end),
                rule="headline:part",
                sure=0.8,
            )
    return None


def _verb(token: Token) -> bool:
    """Whether a word can only be a finite verb: করে may be a participle."""
    return token.finite is not None and not token.is_("having")


def _of_noun(view: Scene, sentence: Sentence, memory: Memory) -> list[Statement]:
    """The statement of a headline without a verb that ends on a noun of saying and whose it is."""
    tokens = [token for token in sentence.tokens if token.word]
    nouns = lexicon().nouns
    if any(_verb(token) for token in tokens):
        return []
    last = len(tokens) - 1 - (bare(tokens[-1].key) in lexicon().carriers)
    for at in range(last, max(0, last - 4), -1):
        stance = nouns.get(bare(tokens[at].key))
        if stance is None or stance == "says":
            continue
        after = [p for p in sentence.parties if p.case == "gen" and p.start > tokens[at].start]
        before = [
            p for p in sentence.parties if p.case == "gen" and p.end <= tokens[at].start and p.kind in _SPEAKS
        ]
        speaker = after[-1] if after else before[-1] if before and at == last else None
        if speaker is None or any(speaker.end < t.start and genitive(t.key) for t in tokens[:at]):
            return []
        rest = [t for t in tokens[:at] if not speaker.start <= t.start < speaker.end]
        return _made(view, sentence, memory, speaker, tokens[at], said=rest, stance=stance, how="noun")
    return []


def _made(
    view: Scene,
    sentence: Sentence,
    memory: Memory,
    speaker: Party,
    cue: Token,
    *,
    said: list[Token],
    stance: str = "says",
    how: str = "colon",
) -> list[Statement]:
    """The statement that `speaker` says the words and marks `said`, in a list."""
    who = known(view, sentence, speaker, memory)
    if who is None:
        return []
    memory.note_speaker(who)
    words = [token for token in said if token.word or token.key in QUOTES]
    while words and words[0].key in QUOTES:
        words.pop(0)
    while words and words[-1].key in QUOTES:
        words.pop()
    content = Span(words[0].start, words[-1].end) if words else None
    quoted = content is not None and any(
        q.start <= content.start and content.end <= q.end for q in view.quotes
    )
    return [
        stated(
            view,
            sentence.span,
            who.canonical,
            "direct" if quoted else "indirect",
            stance,
            source_span=phrase(view, sentence, speaker),
            cue=cue.span,
            content=content,
            rule=f"headline:{how}",
            sure=0.95 * who.trust,
        )
    ]
