"""Attribution: who says what in a text, in what stance, and through whom (after PARC 3.0)."""

from __future__ import annotations

from shutro.bangla.verbs import fold
from shutro.meaning.chains import told_to, via
from shutro.meaning.content import content
from shutro.meaning.credits import credit
from shutro.meaning.cues import Cue
from shutro.meaning.document import Document
from shutro.meaning.memory import Known, Memory, offices
from shutro.meaning.runs import running_on
from shutro.meaning.scene import Scene, Sentence, scene
from shutro.meaning.sources import Source, find, introduces, known
from shutro.meaning.stance import stance
from shutro.model import Form, Statement
from shutro.span import Span

CERTAIN = 0.7
"""A statement below this is shown as uncertain."""

_FIRST_PERSON = frozenset(
    fold(w) for w in ("আমি", "আমরা", "আমার", "আমাদের", "আমাকে", "আমাদেরকে", "আমিও", "আমারও", "আমরাও")
)


def statements(doc: Document) -> list[Statement]:
    """Every attribution of a document, in order of its cue."""
    view = scene(doc)
    memory = Memory(offices=offices(view))
    found: list[Statement] = []
    for sentence in view.sentences:
        found += _of_sentence(view, sentence, memory, found)
        _remember(view, sentence, memory)
    return running_on(view, found)


def _of_sentence(
    view: Scene, sentence: Sentence, memory: Memory, earlier: list[Statement]
) -> list[Statement]:
    if (line := credit(view, sentence)) is not None:
        memory.medium = line.source
        return [line]
    found: list[Statement] = []
    left = 0
    for cue in _kept(view, sentence):
        sources = find(view, sentence, cue, memory, left)
        if not sources:
            continue
        for source in sources:
            found.append(_statement(view, sentence, cue, source, sources, memory, left))
        last = sources[-1]
        if last.canonical is not None and not last.medium:
            memory.note_speaker(Known(last.canonical, last.one))
        if introduces(view, sentence, cue):
            left = cue.last + 1
    return found


def _kept(view: Scene, sentence: Sentence) -> list[Cue]:
    """The cues that stand for a statement: not those inside a long quotation, not doubled ones."""
    kept: list[Cue] = []
    cues = [cue for cue in sentence.cues if not _quoted(view, sentence, cue)]
    finite = [cue for cue in cues if not cue.joined]
    for cue in cues:
        if cue.negated and cue.stance in {"says", "hints", "announces", "claims", "believes", "asks"}:
            continue
        if cue.joined and any(other.first > cue.last for other in finite):
            continue
        if (
            kept
            and not kept[-1].joined
            and not introduces(view, sentence, kept[-1])
            and kept[-1].verb == cue.verb
            and cue.first - kept[-1].last < 2
        ):
            continue
        kept.append(cue)
    return kept


def _quoted(view: Scene, sentence: Sentence, cue: Cue) -> bool:
    quote = view.quote_at(sentence.tokens[cue.first].start)
    return quote is not None and (quote.words > 3 or not quote.closed)


def _statement(
    view: Scene,
    sentence: Sentence,
    cue: Cue,
    source: Source,
    sources: list[Source],
    memory: Memory,
    left: int,
) -> Statement:
    said = content(view, sentence, cue, source, left)
    start = min([sentence.span.start, *([said.start] if said else [])])
    end = max([sentence.span.end, *([said.end] if said else [])])
    return Statement(
        start=start,
        end=end,
        text=view.doc.text[start:end],
        source=source.canonical,
        form=_form(view, sentence, said, source),
        stance=stance(view, sentence, cue, said),
        source_span=source.span,
        cue=Span(sentence.tokens[cue.first].start, sentence.tokens[cue.last].end),
        content=said,
        to=told_to(view, sentence, cue, memory),
        via=via(view, sentence, cue, source, memory),
        rule=f"{cue.kind}:{source.rule}",
        sure=round(source.sure, 2),
    )


def _form(view: Scene, sentence: Sentence, said: Span | None, source: Source) -> Form:
    """Direct with quotation marks around all of it or plain first person, mixed with some, else indirect."""
    if source.medium:
        return "citation"
    if said is None:
        return "indirect"
    quoted = [q for q in view.quotes if q.start < said.end and said.start < q.end]
    covered = sum(min(q.end, said.end) - max(q.start, said.start) for q in quoted)
    if covered >= 0.8 * len(said):
        return "direct"
    first = any(t.key in _FIRST_PERSON for t in sentence.tokens if said.start <= t.start < said.end)
    if quoted:
        return "mixed"
    return "direct" if first else "indirect"


def _remember(view: Scene, sentence: Sentence, memory: Memory) -> None:
    """Who acts in a sentence is whom the next one may leave unnamed."""
    for party in sentence.parties:
        if not party.named or party.case != "nom" or view.quote_at(party.start) is not None:
            continue
        if party.kind == "PER" or party.kind == "ORG":
            who = known(view, sentence, party, memory)
            if who is not None and not sentence.cues:
                memory.note(who)
