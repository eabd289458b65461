"""What is said: the part of the sentence that a cue introduces or closes, quotations whole."""

from __future__ import annotations

from shutro.bangla.verbs import fold
from shutro.meaning.cues.cues import Cue, noun_of
from shutro.meaning.cues.nouns import owned, owner_at
from shutro.meaning.grammar.tokens import QUOTES, STOPS
from shutro.meaning.lexicon import closed
from shutro.meaning.sentences.order import WHO, closes_speech, introduces, told_before
from shutro.meaning.sentences.scene import Scene, Sentence
from shutro.meaning.statements.asides import (
    cut_side,
    cut_told,
    has_verb,
    only_how,
    only_told,
    skip_lead,
    skip_openers,
    skip_setting,
)
from shutro.meaning.statements.papers import WRITTEN
from shutro.meaning.statements.source import Source
from shutro.span import Span

_ADVERBS = closed("adverbs")
_SHORT = 60
_THAT = closed("that")
_FEW = 2  # words
# So many characters, blanks among them, may part a mark from what it belongs to.
_NEAR = 12
_QUOTED_WORDS = 2
# What ends a whole quotation, inside its mark or behind it: a partial one goes on without.
_ENDS = STOPS | {","}
_OPENS_BELOW = frozenset(":—–-")
_ENDS_WHOLE = _ENDS | _OPENS_BELOW
_OPENING_WORDS = 3
_TRAILING = "".join(sorted(_ENDS)) + " \n"
_POINTING = closed("pointing")
_THIS_SAID = closed("this_said")
_WHICH = fold("যে")


def content(scene: Scene, sentence: Sentence, cue: Cue, source: Source, left: int) -> Span | None:
    """The span of what is said, without the cue, its marks and the words that only lead in."""
    tokens = sentence.tokens
    if introduces(sentence, cue):
        return _after(scene, sentence, cue)
    if (following := _below(scene, sentence, cue)) is not None:
        return following
    if (spoken := this_behind(sentence, cue)) is not None:
        return spoken
    if cue.kind == "media":
        return _before(sentence, left, _place(sentence, source, cue.first) - 1)
    if (spoken := _this(sentence, cue, source, left)) is not None:
        return spoken
    if (ending := _ending_quote(scene, sentence, cue)) is not None:
        return ending
    if (
        source.rule.startswith("after")
        and source.span is not None
        and (quote := _quote_behind(scene, sentence, source.span.end))
    ):
        return quote
    if (opening := _opening_quote(scene, sentence, source, left)) is not None:
        return opening
    if cue.kind == "bare" and cue.first <= 1 and sentence.number > 0 and _labels(scene, sentence, cue):
        return _above(scene, scene.sentences[sentence.number - 1])
    if _stands_behind(sentence, cue, source, left):
        return _before(sentence, cue.last + 1, len(tokens) - 1)
    return _clause(scene, sentence, cue, source, left)


def _clause(scene: Scene, sentence: Sentence, cue: Cue, source: Source, left: int) -> Span | None:
    """What stands before a cue, without who says it, to whom, when and how."""
    tokens = sentence.tokens
    first, last = left, cue.first - 1
    if cue.kind == "bare" and source.span is None and owned(tokens, cue.first):
        last = owner_at(tokens, cue.first) - 1
    if source.rule == "paper" and last >= first and tokens[last].key.startswith(WRITTEN):
        last -= 1
    if last >= first and tokens[last].key in _THAT:
        last -= 1
    elif (that := _that(sentence, cue, left)) is not None:
        last = that - 1
    if source.rule.startswith("relative"):
        first = max((at for at in range(first, last + 1) if tokens[at].key in WHO), default=first - 1) + 1
    first = skip_openers(sentence, first, last)
    place = _place(sentence, source, -1)
    if source.span is not None and first <= place <= last:
        after = next((at for at in range(first, last + 1) if tokens[at].start >= source.span.end), last + 1)
        leads = source.rule.startswith(("lead", "joined", "behalf", "paper", "quoted"))
        if leads or source.span.start - tokens[first].start < _SHORT:
            first = skip_lead(sentence, after, last)
    last = cut_side(sentence, first, cut_told(sentence, cue, first, last))
    while cue.kind == "noun" and first < last and tokens[last].key in _ADVERBS:
        last -= 1
    if cue.kind == "noun" or (first < last and scene.doc.in_time(tokens[first].start)):
        first = skip_setting(scene, sentence, first, last)
    said = _before(sentence, first, last)
    if 0 < place <= cue.first and (said is None or only_how(sentence, first, last)):
        said = _before(sentence, skip_openers(sentence, left, place - 1), place - 1)
    if (
        0 < place <= cue.first
        and (comma := told_before(sentence, cue)) > left
        and only_told(sentence, cue, source)
    ):
        said = _before(sentence, skip_openers(sentence, left, comma - 1), comma - 1)
    if said is None and cue.first == 0 and sentence.number > 0 and source.rule.startswith("after"):
        return _above(scene, scene.sentences[sentence.number - 1])
    return said or _behind(sentence, cue, source)


def _stands_behind(sentence: Sentence, cue: Cue, source: Source, left: int) -> bool:
    """Whether what is said can only stand behind its verb, the speaker right before: এক সভায় [করিম] জানান …."""
    if source.span is None or cue.kind != "verb" or cue.first <= left:
        return False
    beside = sentence.tokens[cue.first - 1].end == source.span.end
    behind = sum(token.word for token in sentence.tokens[cue.last + 1 :])
    return beside and behind > _FEW and not has_verb(sentence.tokens[left : cue.first])


def _behind(sentence: Sentence, cue: Cue, source: Source) -> Span | None:
    """What stands behind a cue with nothing said before it: করিম জানিয়েছেন [না পারার কথা]।"""
    if source.span is not None and source.span.start > sentence.tokens[cue.last].start:
        return None
    if not any(token.word for token in sentence.tokens[cue.last + 1 :]):
        return None
    return _before(sentence, cue.last + 1, len(sentence.tokens) - 1)


def _quote_behind(scene: Scene, sentence: Sentence, end: int) -> Span | None:
    """লিখেছেন তিনি, ‘…’: a quotation right behind the subject is what is said."""
    for token in sentence.tokens:
        if token.start >= end and token.word:
            quote = scene.quote_at(token.start)
            return quote.span if quote is not None and quote.start == token.start else None
    return None


def _ending_quote(scene: Scene, sentence: Sentence, cue: Cue) -> Span | None:
    """…, ‘…’ জানালেন করিম, ‘…’ মত রহিমের: one of several quotations, that ends right before its cue."""
    word = next((t for t in reversed(sentence.tokens[: cue.first]) if t.word), None)
    quote = scene.quote_at(word.start) if word is not None else None
    if (
        quote is None
        or quote.start <= sentence.span.start + 1
        or scene.quote_at(sentence.tokens[cue.first].start)
    ):
        return None
    if not scene.doc.text[max(0, quote.start - _NEAR) : quote.start - 1].rstrip().endswith(","):
        return None
    several = len(scene.quotes_in(sentence.span.start, sentence.span.end)) > 1
    return quote.span if several and quote.words >= _QUOTED_WORDS else None


def _opening_quote(scene: Scene, sentence: Sentence, source: Source, left: int) -> Span | None:
    """“…,” একটি দল বিবিসিকে বলেছে: a quotation that the sentence opens with, its speaker behind it."""
    first = next((token for token in sentence.tokens[left:] if token.word), None)
    if first is None or source.span is None:
        return None
    quote = scene.quote_at(first.start)
    if quote is None or not quote.closed or quote.words < _OPENING_WORDS:
        return None
    text = scene.doc.text
    if quote.start < sentence.span.start and left == 0 and quote.end <= source.span.start:
        return Span(quote.start, quote.start + len(quote.span.of(text).rstrip(_TRAILING)))
    if quote.start != first.start:
        return None
    if not _ENDS_WHOLE & {text[quote.end - 1], *text[quote.end + 1 : quote.end + 2]}:
        return None
    return _trim(sentence, quote.start, quote.end) if quote.end <= source.span.start else None


def _whole(sentence: Sentence) -> Span | None:
    return _before(sentence, 0, len(sentence.tokens) - 1)


def _labels(scene: Scene, sentence: Sentence, cue: Cue) -> bool:
    """Whether a sentence only says whose words the quotation above it are: ‘…’ [কড়া] মন্তব্য করিমের।"""
    start = sentence.span.start
    return cue.first == 0 or scene.doc.text[max(0, start - _NEAR) : start].rstrip()[-1:] in QUOTES


def _above(scene: Scene, before: Sentence) -> Span | None:
    """What the sentence before says, or the whole quotation that ends with it: ‘…।’ মন্তব্য করিমের।"""
    last = next((token for token in reversed(before.tokens) if token.word), None)
    quote = scene.quote_at(last.start) if last is not None else None
    return quote.span if quote is not None and quote.closed else _whole(before)


def _below(scene: Scene, sentence: Sentence, cue: Cue) -> Span | None:
    """The sentence below a cue that ends its own with a colon or a dash: এতে লিখেছেন: ⏎ …"""
    rest = sentence.tokens[cue.last + 1 :]
    number = sentence.number + 1
    if len(rest) != 1 or rest[0].key not in _OPENS_BELOW or number >= len(scene.sentences):
        return None
    following = scene.sentences[number]
    quote = scene.quote_at(following.span.start + 1)
    return quote.span if quote is not None and quote.closed else _whole(following)


def _this(sentence: Sentence, cue: Cue, source: Source, left: int) -> Span | None:
    """এ কথা, এমন তথ্য, এই শোক: the noun of the cue with its pointing word is all that is said.

    Where a clause stands before it in the sentence, that is what it points to: …, এমন আর্জি জানান তিনি।
    """
    tokens = sentence.tokens
    noun = cue.first if cue.kind == "noun" else cue.first - 1
    while cue.kind == "verb" and noun > left and tokens[noun].key in _ADVERBS:
        noun -= 1
    if cue.kind == "noun" and cue.first > left + 1 and tokens[cue.first - 2].key in _POINTING:
        noun -= 1
    if noun < 0 or (source.span is not None and source.span.start <= tokens[noun].start < source.span.end):
        return None
    at = noun if tokens[noun].key in _THIS_SAID else noun - 1
    pointing = at >= 0 and tokens[at].key in _POINTING and tokens[noun].word and not tokens[noun].forms
    if at < noun and not pointing:
        return None
    clause = tokens[left : max(left, at - 1)]
    told = has_verb(clause) or any(token.key == _WHICH for token in clause)
    if at - 1 > left and tokens[at - 1].key == "," and told:
        return _before(sentence, skip_openers(sentence, left, at - 2), at - 2)
    return Span(tokens[at].start, tokens[noun].end)


def this_behind(sentence: Sentence, cue: Cue) -> Span | None:
    """What only points to what was said, behind its verb: প্রতিবেদনে উঠে এসেছে [এ তথ্য]।"""
    pointing, noun = cue.last + 1, cue.last + 2
    if sentence.key(pointing) not in _POINTING or noun_of(sentence.key(noun)) is None:
        return None
    if any(token.word for token in sentence.tokens[noun + 1 :]):
        return None
    return Span(sentence.tokens[pointing].start, sentence.tokens[noun].end)


def _place(sentence: Sentence, source: Source, default: int) -> int:
    """The token the source begins with."""
    if source.span is None:
        return default
    return next((at for at, token in enumerate(sentence.tokens) if token.start >= source.span.start), default)


def _before(sentence: Sentence, first: int, last: int) -> Span | None:
    tokens = sentence.tokens
    while first <= last and not tokens[first].word and tokens[first].key not in QUOTES:
        first += 1
    if first > last:
        return None
    return _trim(sentence, tokens[first].start, tokens[last].end)


def _after(scene: Scene, sentence: Sentence, cue: Cue) -> Span | None:
    tokens = sentence.tokens
    first = cue.last + 1
    while first < len(tokens) and (
        not tokens[first].word
        or (tokens[first].key == _WHICH and first <= cue.last + 2 and tokens[first - 1].key not in QUOTES)
    ):
        first += 1
    if first >= len(tokens):
        return None
    start, end = tokens[first].start, sentence.span.end
    quote = scene.quote_at(start)
    if quote is not None and quote.start <= start and quote.end >= end - 3:
        return Span(start, max(quote.end, start))
    return _trim(sentence, start, end)


def _that(sentence: Sentence, cue: Cue, left: int) -> int | None:
    for at in range(cue.first - 1, left, -1):
        if closes_speech(sentence, at):
            return at
        if sentence.tokens[at].finite is not None and not sentence.tokens[at].is_("having"):
            return None
    return None


def _trim(sentence: Sentence, start: int, end: int) -> Span | None:
    inside = [t for t in sentence.tokens if start <= t.start and t.end <= end]
    while inside and (
        inside[-1].key in STOPS or inside[-1].key in QUOTES or inside[-1].key in {",", ":", "—", "–"}
    ):
        inside.pop()
    while inside and (inside[0].key in QUOTES or inside[0].key in {",", ":"}):
        inside.pop(0)
    if not inside:
        return None
    return Span(inside[0].start, inside[-1].end)
