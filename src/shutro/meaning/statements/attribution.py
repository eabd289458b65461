"""Attribution: who says what in a text, in what stance, and through whom (after PARC 3.0)."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from shutro.meaning.actors.holders import memory_of
from shutro.meaning.actors.memory import Known, Memory
from shutro.meaning.actors.topics import remember
from shutro.meaning.cues.cues import Cue
from shutro.meaning.document import Document
from shutro.meaning.lexicon import closed
from shutro.meaning.sentences.order import introduces
from shutro.meaning.sentences.scene import Scene, Sentence, after_dateline, clauses, scene
from shutro.meaning.statements.chains import credited, told_to, via
from shutro.meaning.statements.content import content, this_behind
from shutro.meaning.statements.credits import credits_of
from shutro.meaning.statements.headlines import headline
from shutro.meaning.statements.papers import note_papers
from shutro.meaning.statements.runs import SILENT, Run, goes_on, speaks
from shutro.meaning.statements.source import Source
from shutro.meaning.statements.speakers import find
from shutro.meaning.statements.stance import stance
from shutro.meaning.statements.standing import standing_cues
from shutro.meaning.statements.stated import stated
from shutro.meaning.statements.turns import turn
from shutro.meaning.statements.unspoken import unspoken
from shutro.model import Form, Statement
from shutro.span import Span

_ISSUED = (":issuer", ":paper", ":behalf")
_LEFT_OUT = ":left-out"
_FIRST_PERSON = closed("first_person")
CERTAIN = 0.8
"""A statement below this is shown as uncertain: precision before number, since it will be quoted."""


def statements(doc: Document) -> list[Statement]:
    """Every attribution of a document, in order of its cue."""
    return list(_statements(doc))


@lru_cache(maxsize=1)
def _statements(doc: Document) -> tuple[Statement, ...]:
    """The statements of a document; the last are kept, since several steps ask for the same ones."""
    view = scene(doc)
    memory = memory_of(view)
    found: list[Statement] = []
    run: Run | None = None
    for sentence in view.sentences:
        memory.meet(sentence.parties)
        if found and _covered(sentence, found[-1]):
            continue
        spoken = turn(view, sentence, memory)
        if spoken is not None:
            found += spoken
            run = _run(view, sentence, spoken[-1], None) if spoken else None
            continue
        here = [made for part in clauses(view, sentence) for made in _of_sentence(view, part, memory)]
        if run is not None and all(made.source is None for made in here) and speaks(sentence):
            here = []  # somebody who speaks for himself goes on, whatever unnamed others say in his words
        note_papers(view, sentence, memory)
        memory.together = _together(here) or (() if here else memory.together)
        if here and here[-1].source and here[-1].rule.endswith(_ISSUED):
            memory.last_paper = (sentence.number, Known(here[-1].source, False))
        if here:
            _take_back(found, here[0])
            found += here
            run = _run(view, sentence, here[-1], run)
        elif (more := goes_on(view, sentence, run)) is not None:
            found.append(more)
        else:
            run = None
            remember(view, sentence, memory)
    last = view.sentences[-1].span.start if view.sentences else 0
    return tuple(credited(_look_ahead(found), doc.text, last))


def _together(here: list[Statement]) -> tuple[Known, ...]:
    """The persons who say one thing together: তারা stands for them in what follows."""
    last = here[-1].cue if here else None
    made = [s for s in here if s.cue == last and s.source and s.rule.endswith((":PER", ":together"))]
    return tuple(Known(s.source, True, s.sure) for s in made if s.source) if len(made) > 1 else ()


def _look_ahead(found: list[Statement]) -> list[Statement]:
    """A text may open with এ কথা বলেন তিনি and name the speaker only then: the next one named is meant."""
    named = next((at for at, s in enumerate(found) if s.source), len(found))
    later = next((s for s in found[named:] if s.source and s.rule.endswith(":PER")), None)
    if later is None:
        return found
    meant = later.source
    return [
        replace(s, source=meant, rule=s.rule + ":ahead", sure=0.65)
        if at < named and s.source is None and s.rule.endswith(_LEFT_OUT)
        else s
        for at, s in enumerate(found)
    ]


def _take_back(found: list[Statement], said: Statement) -> None:
    """Drop what only seemed to go on and is part of a quotation that its own speaker closes."""
    at = len(found)
    while at and said.content is not None and found[at - 1].start >= said.content.start - 2:
        at -= 1
    found[at:] = [other for other in found[at:] if not (other.inferred and _covers(said, other))]


def _covers(said: Statement, other: Statement) -> bool:
    """Whether a quotation that its speaker closes holds what another seemed to go on saying."""
    return said.content is not None and said.content.start - 2 <= other.start < said.content.end


def _covered(sentence: Sentence, last: Statement) -> bool:
    """Whether what is said, begun before or below its cue, holds the whole sentence."""
    said = last.content
    if said is None or sentence.span.end > said.end + 4:
        return False
    return said.start < sentence.span.start or (last.cue is not None and last.cue.end <= sentence.span.start)


def _run(view: Scene, sentence: Sentence, last: Statement, before: Run | None) -> Run | None:
    """What may go on after a statement: words that followed their cue, of somebody known.

    A body that is spoken of in somebody's running speech does not take the word from him.
    """
    if last.source is None or last.cue is None or last.form == "citation":
        return None
    kind, _, rest = last.rule.partition(":")
    speaker = rest.rpartition(":")[2]
    one = speaker in {"PER", "pronoun", "person"}
    if before is not None and before.statement.form == "direct" and before.one and not one:
        return before
    start = last.content.start if last.content is not None else last.cue.start
    open_quote = any(not q.closed for q in view.quotes_in(start - 2, start + 3))
    cue = next((c for c in sentence.cues if sentence.tokens[c.first].start == last.cue.start), None)
    told = cue is not None and cue.tense == "done"
    pointed = cue is not None and last.content is not None and last.content == this_behind(sentence, cue)
    after, paper = start >= last.cue.end and not pointed, speaker in {"issuer", "paper", "behalf"}
    silent = kind == "bare" or (cue is not None and cue.stance in SILENT)
    return Run(last, after, one, paper, told, open_quote, silent)


def _of_sentence(view: Scene, sentence: Sentence, memory: Memory) -> list[Statement]:
    if lines := credits_of(view, sentence):
        memory.medium = lines[0].source
        return lines
    if said := headline(view, sentence, memory):
        return said
    if all(cue.joined for cue in sentence.cues) and (said := unspoken(view, sentence, memory)):
        return said
    found: list[Statement] = []
    outer: list[Source] = []
    left = after_dateline(view, sentence)
    for cue in standing_cues(view, sentence):
        sources = find(view, sentence, cue, memory, left)
        if outer and _is_guess(sources):
            continue
        words = content(view, sentence, cue, _row(sources), left) if sources else None
        made = [_statement(view, sentence, cue, source, words, outer=outer) for source in sources]
        if outer and made:
            found.clear()
        found += made
        if sources:
            _note(sentence, sources[-1], memory)
        if introduces(sentence, cue) and sources:
            left = cue.last + 1
            outer = [source for source in sources if source.canonical]
    return [said for said in found if not _by_nobody(said, found)]


def _row(sources: list[Source]) -> Source:
    """The last of several who say one thing, as if it stood where all of them do."""
    first, last = sources[0], sources[-1]
    if first.span is None or last.span is None or first.span.start >= last.span.start:
        return last
    return replace(last, span=Span(first.span.start, last.span.end))


def _note(sentence: Sentence, source: Source, memory: Memory) -> None:
    """Keep in mind who has spoken, and through which medium."""
    if source.medium:
        memory.medium = source.canonical
    elif source.through:
        memory.medium = source.through[-1]
    if source.canonical is not None:
        memory.last = (sentence.number, source.canonical)
        if not source.medium:
            memory.note_speaker(Known(source.canonical, source.one, min(1.0, source.sure / 0.9)))
    if (teller := _teller(sentence, source)) is not None:
        memory.note_speaker(Known(teller, True, source.sure))


def _teller(sentence: Sentence, source: Source) -> str | None:
    """The person who tells what another said, and goes on as তিনি: রোগীর বরাত দিয়ে তার বাবা [সেলিম] জানান."""
    told = (p.canonical for p in sentence.parties if p.kind == "PER" and p.canonical in source.through)
    return next(told, None)


def _by_nobody(said: Statement, found: list[Statement]) -> bool:
    """Whether what nobody is said to say is only told in what somebody says: … আহ্বান করা হয়েছে বলে জানায় পুলিশ."""
    if said.source is not None or said.cue is None:
        return False
    return any(other.source and other.content and other.content.covers(said.cue) for other in found)


def _is_guess(sources: list[Source]) -> bool:
    """Whether nothing in the sentence itself names the speaker."""
    return all(source.span is None for source in sources)


def _statement(
    view: Scene, sentence: Sentence, cue: Cue, source: Source, said: Span | None, *, outer: list[Source]
) -> Statement:
    """The statement that a source makes at a cue; `outer` are those in whose words he is quoted."""
    start = min([sentence.span.start, *([said.start] if said else [])])
    end = max([sentence.span.end, *([said.end] if said else [])])
    return stated(
        view,
        Span(start, end),
        source.canonical,
        _form(view, sentence, said, source),
        stance(view, sentence, cue, said),
        source_span=source.span,
        cue=Span(sentence.tokens[cue.first].start, sentence.tokens[cue.last].end),
        content=said,
        to=told_to(sentence, cue),
        via=via(sentence, cue, source, outer),
        rule=f"{cue.kind}:{source.rule}",
        sure=source.sure,
    )


def _form(view: Scene, sentence: Sentence, said: Span | None, source: Source) -> Form:
    """Direct with quotation marks around all of it or plain first person, mixed with some, else indirect."""
    quoted = view.quotes_in(said.start + 1, said.end) if said else []
    if said and (around := view.quote_at(said.start)) is not None:
        quoted = [around, *quoted]
    covered = sum(min(q.end, said.end) - max(q.start, said.start) for q in quoted) if said else 0
    if said is not None and covered >= 0.8 * len(said):
        return "direct"
    if source.medium:
        return "citation"
    if said is None:
        return "indirect"
    first = any(t.key in _FIRST_PERSON for t in sentence.tokens if said.start <= t.start < said.end)
    if quoted:
        return "mixed"
    return "direct" if first else "indirect"
