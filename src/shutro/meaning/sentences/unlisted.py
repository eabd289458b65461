"""Speakers that no list knows, told by where they stand: [সাধনা মহল] লেখেন, ‘…’; ঘোষণা দিয়েছে [সবুজ মঞ্চ]।"""

from __future__ import annotations

from shutro.meaning.cues.cues import Cue, written_in
from shutro.meaning.grammar.cases import guess_case, located
from shutro.meaning.grammar.tokens import bare
from shutro.meaning.lexicon import closed, folded, load, strings
from shutro.meaning.parties.party import Party
from shutro.meaning.parties.strangers import unheard
from shutro.meaning.sentences.scene import Scene, Sentence

_ADVERBS = closed("adverbs")
_LONGEST_NAME = 3
NO_NAME = folded(strings(load("phrases")["stops"]["words"])) | closed("no_name")


def last_word(sentence: Sentence, cue: Cue) -> int:
    """The last word of the part of the sentence that the cue opens: it ends at the first mark."""
    tokens = sentence.tokens
    marks = (at for at in range(cue.last + 1, len(tokens)) if not tokens[at].word)
    return next(marks, len(tokens)) - 1


def unlisted(scene: Scene, sentence: Sentence, back: range, cue: Cue) -> Party | None:
    """Somebody whose name no list knows, told by where it stands: [সাধনা মহল] লেখেন, ‘…’; ঘোষণা দেন [সাধনা]।

    Up to three words in the nominative right beside a verb that wants a person; `back` runs from the
    last of them to the first place they can stand.
    """
    if cue.person != "3h":
        return None
    row: list[int] = []
    for at in back:
        token = sentence.tokens[at]
        if not row and token.key in _ADVERBS:
            continue
        inside = next((p for p in sentence.parties if p.first <= at <= p.last), None)
        owner = inside is not None and inside.case == "gen"
        if not row and at < cue.first and (owner or scene.doc.in_time(token.start)):
            continue
        if not token.word or token.forms or inside or _no_name(token.key) or len(row) == _LONGEST_NAME:
            break
        turned = guess_case(token.key) in {"acc", "loc"} or located(token.key) or written_in(token.key)
        if not row and turned:
            continue
        if turned or guess_case(token.key) != "nom" or scene.doc.in_time(token.start):
            break
        row.insert(0, at)
    if not row or any(token.isdigit() for at in row for token in sentence.tokens[at].key):
        return None
    beside = row[-1] < cue.first or row[0] == cue.last + 1
    if not beside and not any(unheard(sentence.tokens[at].key) for at in row):
        return None
    first, last = sentence.tokens[row[0]], sentence.tokens[row[-1]]
    return Party(row[0], row[-1], first.start, last.end, "PER", "nom", scene.doc.text[first.start : last.end])


def body_behind(scene: Scene, sentence: Sentence, cue: Cue) -> Party | None:
    """A body that no list knows, all that stands behind the verb of its sentence: ঘোষণা দিয়েছে [সবুজ মঞ্চ]।"""
    first, last = cue.last + 1, last_word(sentence, cue)
    row = sentence.tokens[first : last + 1]
    ends = not any(token.word for token in sentence.tokens[last + 1 :])
    if cue.person != "3" or not ends or not 0 < len(row) <= 2 * _LONGEST_NAME:
        return None
    if any(token.forms or _no_name(token.key) or scene.doc.in_time(token.start) for token in row):
        return None
    if guess_case(row[-1].key) != "nom" or not any(unheard(token.key) for token in row):
        return None
    name = scene.doc.text[row[0].start : row[-1].end]
    return Party(first, last, row[0].start, row[-1].end, "ORG", "nom", name)


def _no_name(key: str) -> bool:
    """Whether a word beside a verb of saying is no name: সেখানেই বলেন."""
    return key in NO_NAME or bare(key) in NO_NAME
