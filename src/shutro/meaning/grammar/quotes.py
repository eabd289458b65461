"""Quotations of a text: where each begins and ends, over sentences and paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from shutro.meaning.grammar.tokens import Token
from shutro.span import Span

_CLOSES = {
    "“": '”"“',
    "‘": "’'‘",
    "«": "»",
    "„": '”“"',
    "‹": "›",
    '"': '"”',
    "'": "'’",
    "`": "`'’",
    "‛": "’'",
    "‟": '”"',
}
_ENDING_MARK = "’"
_LONGEST = 2500


@dataclass(frozen=True, slots=True)
class Quote:
    """What stands between two marks; `start`, `end` leave the marks out.

    `words` counts its words; `closed` is False when the closing mark is missing and the quotation
    ends with its sentence.
    """

    start: int
    end: int
    words: int
    closed: bool

    @property
    def span(self) -> Span:
        """The words quoted."""
        return Span(self.start, self.end)


def quotes(text: str, tokens: list[Token], sentences: tuple[Span, ...]) -> list[Quote]:
    """The outermost quotations of a text, in order."""
    ends = [span.end for span in sentences]
    found: list[Quote] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if not token.word and token.key in _CLOSES and _opens(text, token):
            close = _closing(text, tokens, at)
            if close is None:
                sentence = bisect_right(ends, token.start)
                end = ends[sentence] if sentence < len(ends) else len(text)
                quote = Quote(token.end, max(token.end, _trim(text, token.end, end)), 0, False)
                following = next(
                    (i for i in range(at + 1, len(tokens)) if tokens[i].start >= quote.end), len(tokens)
                )
            else:
                start, end = _inside(text, token, tokens[close])
                quote = Quote(start, end, sum(t.word for t in tokens[at:close]), True)
                following = close + 1
            if quote.end > quote.start:
                found.append(quote)
            at = following
        else:
            at += 1
    return found


def _inside(text: str, opening: Token, closing: Token) -> tuple[int, int]:
    """What stands between two marks; a doubled mark is one, and one inside a word (‘আলো’কে) ends there."""
    start = opening.end
    while text[start : start + 1] == opening.key:
        start += 1
    end = closing.start
    if closing.word:
        end += text[closing.start : closing.end].index(_ENDING_MARK)
    return start, max(start, end)


def _opens(text: str, token: Token) -> bool:
    """Whether a mark opens: curved ones say so, straight ones by the space around them."""
    if token.key in "“‘«„‹":
        return text[token.end : token.end + 1].strip() != ""
    before = text[token.start - 1 : token.start]
    after = text[token.end : token.end + 1]
    return (not before.strip() or before in "(:,-—–“‘[") and after.strip() != "" and after not in "।৷,.;:)"


def _closing(text: str, tokens: list[Token], at: int) -> int | None:
    closers = _CLOSES[tokens[at].key]
    opener = tokens[at].key
    doubled = at + 1 < len(tokens) and tokens[at + 1].key == opener and tokens[at + 1].start == tokens[at].end
    for close in range(at + 1, len(tokens)):
        token = tokens[close]
        if token.start - tokens[at].start > _LONGEST:
            return None
        if token.word:
            if opener == "‘" and not doubled and _ENDING_MARK in text[token.start : token.end]:
                return close
            continue
        if doubled and close == at + 1:
            continue
        if (
            token.key == opener
            and opener in "“‘«„‹"
            and _opens(text, token)
            and text[token.start - 1 : token.start].isspace()
        ):
            return None
        if token.key in closers and not (token.key in "\"'“‘" and _opens(text, token)):
            return close
    return None


def _trim(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] in "।॥৷?!|"):
        end -= 1
    return end
