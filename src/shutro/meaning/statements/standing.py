"""Which cues of a sentence stand for a statement of their own."""

from __future__ import annotations

from shutro.bangla.verbs import fold
from shutro.meaning.cues.cues import Cue
from shutro.meaning.grammar.tokens import QUOTES, STOPS
from shutro.meaning.lexicon import closed, load, strings
from shutro.meaning.sentences.order import introduces
from shutro.meaning.sentences.scene import Scene, Sentence
from shutro.meaning.statements.papers import written

_NO_REPORT_WHEN_NEGATED = frozenset({"hints", "announces", "claims", "believes", "asks", "hopes", "wishes"})
_TOLD = closed("tell")
_JOINED_STANCES = frozenset(strings(load("cues")["joined"]["stances"]))
_THAT, _WORDS, _KNOW = closed("that"), fold("কথা"), fold("জানা")


def standing_cues(view: Scene, sentence: Sentence) -> list[Cue]:
    """The cues that stand for a statement of their own."""
    kept: list[Cue] = []
    cues = [cue for cue in sentence.cues if not _quoted(view, sentence, cue)]
    if not cues and sentence.cues and _wrapped(view, sentence):
        cues = sentence.cues
    for cue in cues:
        if cue.negated and (
            cue.stance in _NO_REPORT_WHEN_NEGATED or (cue.stance == "says" and cue.tense != "done")
        ):
            continue
        if _asked_about(sentence, cue):
            continue
        if cue.joined and not _joined_stands(view, sentence, cue, cues):
            continue
        if (
            cue.impersonal
            and cue.kind == "verb"
            and cue.verb in _TOLD
            and (not _says_something(view, sentence, cue) or _told_him(sentence, cue))
        ):
            continue
        outer = next((other for other in kept if introduces(sentence, other)), None)
        if outer is not None and not (introduces(sentence, cue) or (outer.impersonal and not cue.impersonal)):
            continue
        kept.append(cue)
    return kept


def _asked_about(sentence: Sentence, cue: Cue) -> bool:
    """Whether a cue is only of what somebody is asked: ইরান কী [আশা করছে], জানতে চাইলে তিনি বলেন, …."""
    turns = (g for g in sentence.groups if g.first > cue.last and g.verb == _KNOW and g.shape == "if")
    return any(sentence.tokens[group.first].is_("to") for group in turns)


def _joined_stands(view: Scene, sentence: Sentence, cue: Cue, cues: list[Cue]) -> bool:
    """Whether a participle reports by itself: with a quotation of its own, or a denial before another act."""
    start = sentence.tokens[cue.first].start
    if any(start - 6 <= quote.end <= start for quote in view.quotes_in(sentence.span.start, start)):
        return True
    later = [other for other in cues if other.first > cue.last and not other.joined]
    return not later and cue.stance in _JOINED_STANCES


def _says_something(view: Scene, sentence: Sentence, cue: Cue) -> bool:
    """Whether a passive reports (… বলে জানানো হয়, বিজ্ঞপ্তিতে বলা হয়) and no one is only let know."""
    if introduces(sentence, cue) or written(sentence, cue, 0):
        return True
    first = next((token for token in sentence.tokens if token.word), None)
    if first is not None and view.quote_at(first.start) is not None:
        return True
    before = sentence.key(cue.first - 1)
    return any(token.key in _THAT for token in sentence.tokens[: cue.first]) or before == _WORDS


def _told_him(sentence: Sentence, cue: Cue) -> bool:
    """Whether a passive only tells that somebody was told: তাকে বলা হয়েছিল."""
    whom = next((p for p in sentence.parties if p.last == cue.first - 1), None)
    return whom is not None and whom.case == "acc" and not written(sentence, cue, 0)


def _quoted(view: Scene, sentence: Sentence, cue: Cue) -> bool:
    quote = view.quote_at(sentence.tokens[cue.first].start)
    return quote is not None and (quote.words > 3 or not quote.closed)


def _wrapped(view: Scene, sentence: Sentence) -> bool:
    """Whether a quotation is a whole paragraph by nobody: what is reported in it is reported."""
    quote = view.quote_at(sentence.tokens[sentence.cues[0].first].start)
    if quote is None or not quote.closed:
        return False
    text = view.doc.text
    before, after = (
        text[: quote.start].rstrip("".join(QUOTES)),
        text[quote.end :].lstrip("".join(QUOTES | STOPS)),
    )
    return (not before or before.endswith("\n")) and (not after or after.startswith("\n"))
