"""What each mention of a text is called by itself: as printed, without its ending, and in full if known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shutro.meaning.names.canonical.base import Base, bare, bases, look_up, without_given
from shutro.meaning.names.canonical.slips import slip_of
from shutro.meaning.names.known.gazetteer import Gazetteer
from shutro.meaning.names.known.words import heads, word_list
from shutro.meaning.names.sentence.respelt import sounds_like
from shutro.meaning.names.sentence.titles import is_title
from shutro.meaning.names.tagging.mentions import Mention, Sentence
from shutro.meaning.names.text.borne import of_others
from shutro.model import NameKind

_CLOSING = frozenset({",", "(", ")", "।", ";", "?", "!", "-", "–", "/"})


@dataclass(frozen=True, slots=True)
class Own:
    """A mention as `text[start:end]` prints it, its base, and the canonical name it has by itself."""

    row: Sentence
    mention: Mention
    start: int
    end: int
    base: Base
    canonical: str

    @property
    def kind(self) -> NameKind:
        """What is named."""
        return self.mention.kind


def own_names(text: str, rows: Sequence[Sentence], known: Gazetteer) -> list[Own]:
    """The mentions of a text's sentences, each with what it is called by itself."""
    flat = [(row, mention, _extent(text, row, mention)) for row in rows for mention in row.mentions]
    attested: dict[str, set[str]] = {}
    for _, m, (start, end) in flat:
        whole = bases(text[start:end])[0]
        attested.setdefault(m.kind, set()).update({whole.key, *(whole.words[:-1] if m.kind == "PER" else ())})
    others = of_others(text, (text[start:end] for _, _, (start, end) in flat), known)
    out = []
    for row, m, (start, end) in flat:
        printed = text[start:end]
        well_known = _well_known(m, printed, known, others)
        base, canonical = well_known or _unknown(m, printed, attested[m.kind], known, closed=_closed(row, m))
        out.append(Own(row, m, start, end, base, canonical))
    return out


def _extent(text: str, row: Sentence, mention: Mention) -> tuple[int, int]:
    """Where a mention stands: behind a title that is written to a person's name with a stop (ড.কামাল)."""
    token, end = row.tokens[mention.first], row.tokens[mention.last - 1].end
    title, _, name = token.key.partition(" ")
    stop = text.find(".", token.start, token.end) if name and mention.kind == "PER" else -1
    outside = stop > 0 and is_title(title) and title not in word_list("given")
    return (stop + 1 if outside else token.start), end


def _closed(row: Sentence, mention: Mention) -> bool:
    """Whether a mark follows a mention, or nothing, or a verb of telling: nothing that it could own."""
    if mention.last >= len(row.tokens):
        return True
    key = row.tokens[mention.last].key
    return key in _CLOSING or (key,) in heads("telling") - heads("by")


def _well_known(
    mention: Mention, printed: str, known: Gazetteer, others: frozenset[str]
) -> tuple[Base, str] | None:
    """The base and the canonical name of what the gazetteer knows, in whatever spelling; else None.

    `others` are spellings of well-known persons that somebody else is called by here.
    """
    found = look_up(printed, known)
    if found and found[0].key in others:
        return without_given(found[0]), without_given(found[0]).text
    if found and mention.kind in {found[1].kind, found[1].known.kind}:
        return found[0], found[1].known.canonical
    otherwise = found is None and (mention.kind == "ORG" or mention.rule == "known:sound")
    if otherwise and (sound := sounds_like(printed, mention.kind, known)):
        return sound[0], sound[1].known.canonical
    return None


def _unknown(
    mention: Mention, printed: str, attested: set[str], known: Gazetteer, *, closed: bool
) -> tuple[Base, str]:
    """The base of a name that nobody knows, or that misspells a well-known one, and the canonical name."""
    base = bare(printed, attested, person=mention.kind == "PER", closed=closed)
    if slip := slip_of(base, mention.kind, known):
        return Base(base.text, base.key, slip=True), slip.known.canonical
    if mention.kind == "PER":
        base = without_given(base)
    return base, base.text
