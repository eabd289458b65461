"""Quotations that no verb introduces: জয় নিয়ে করিম, ‘…’; করিমের কণ্ঠে ছিল হতাশা, ‘…’; ‘…’—করিম।"""

from __future__ import annotations

from shutro.meaning.actors.identity import known
from shutro.meaning.actors.memory import Known, Memory
from shutro.meaning.actors.trust import TRUST
from shutro.meaning.grammar.quotes import Quote
from shutro.meaning.lexicon import closed
from shutro.meaning.parties.party import Party
from shutro.meaning.sentences.phrases import phrase
from shutro.meaning.sentences.scene import Scene, Sentence
from shutro.meaning.statements.stated import stated
from shutro.model import Statement
from shutro.span import Span

_MARKS = frozenset(",:—–-")
_SHORTEST = 2
_SPEAKS = {"PER", "ORG", "person", "pronoun", "body"}
_VOICE = closed("voice")


def unspoken(view: Scene, sentence: Sentence, memory: Memory) -> list[Statement]:
    """The statement of a sentence whose only sign is a quotation after a comma, in a list; else empty."""
    tokens, span = sentence.tokens, sentence.span
    begun = {quote.start for quote in view.quotes_in(span.start, span.end)}
    if not begun:
        return []
    for at, token in enumerate(tokens):
        quote = view.quote_at(token.start) if token.start in begun else None
        if quote is None or not token.word or not _opens(sentence, at, quote):
            continue
        mark = at - 1
        while mark >= 0 and tokens[mark].start >= quote.start - 1:
            mark -= 1
        if mark < 1 or tokens[mark].key not in _MARKS or quote.words < _SHORTEST:
            return []
        found = _speaker(view, sentence, mark, memory)
        if found is None:
            return []
        party, who = found
        memory.note_speaker(who)
        return [_made(view, sentence, quote, party, who)]
    return []


def _opens(sentence: Sentence, at: int, quote: Quote) -> bool:
    """Whether a quotation begins with this word of the sentence, and runs to its end or beyond."""
    last = next((t for t in reversed(sentence.tokens) if t.word), None)
    return sentence.tokens[at].start == quote.start and last is not None and last.start < quote.end


def _speaker(view: Scene, sentence: Sentence, mark: int, memory: Memory) -> tuple[Party | None, Known] | None:
    """Who is quoted: a party named right before the mark or by whose voice it is, else who spoke last."""
    able = [p for p in sentence.parties if p.last < mark and p.kind in _SPEAKS]
    beside = next((p for p in able if p.last == mark - 1 and p.case == "nom"), None)
    voice = next((p for p in able if p.case == "gen" and sentence.key(p.last + 1) in _VOICE), None)
    party = beside or voice
    if party is not None:
        who = known(view, sentence, party, memory)
        return (party, who) if who is not None else None
    if memory.speaker is None or not memory.speaker.one or any(p.kind == "PER" for p in able):
        return None
    return None, memory.speaker


def _made(view: Scene, sentence: Sentence, quote: Quote, party: Party | None, who: Known) -> Statement:
    """The statement that a quotation is of somebody known, `party` where the sentence tells him."""
    evidence = Span(sentence.span.start, max(sentence.span.end, quote.end))
    found = "unspoken" if party is not None else "elided"
    return stated(
        view,
        evidence,
        who.canonical,
        "direct",
        "says",
        source_span=phrase(view, sentence, party) if party is not None else None,
        content=Span(quote.start, quote.end),
        rule=f"unspoken:{party.kind if party is not None else 'elided'}",
        sure=TRUST["found"][found] * who.trust,
    )
