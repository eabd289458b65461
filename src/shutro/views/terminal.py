"""A story in the terminal: hanging lines without a right edge, since terminals differ on Bangla's width.

To a terminal, styled and wrapped at its width; to a pipe, plain, one row for each row of the view.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rich.console import Console
from rich.text import Text

from shutro.model import Evidence
from shutro.views.chains import chain
from shutro.views.contests import Contest, contests
from shutro.views.days import about, entry_bengali, entry_day, moment
from shutro.views.exhibit import Exhibit, Page
from shutro.views.labels import Labels
from shutro.views.lines import Line
from shutro.views.tellings import tellings

_AGREEMENT = {"single": "dim", "agree": "green", "update": "yellow", "conflict": "bold red"}
_INDENT = 5
# Wider than this, a line of Bangla is hard to follow with the eye.
_WIDEST = 110
# Characters by which a page could steer the terminal or turn the order of what is read.
_UNSAFE = {
    code: 0xFFFD
    for low, high in ((0x00, 0x20), (0x7F, 0xA0), (0x202A, 0x202F), (0x2066, 0x206A))
    for code in range(low, high)
} | {ord("\n"): " ", ord("\t"): " ", ord("\r"): None}


@dataclass(frozen=True, slots=True)
class _Row:
    """A text whose further lines hang under `indent`; `lead` stands in that indent on the first."""

    text: Text
    indent: int = 0
    lead: Text = field(default_factory=Text)


def show(exhibits: Sequence[Exhibit], console: Console, say: Labels, *, brief: bool = False) -> None:
    """Print the stories. `brief` leaves out the sentences of all but the best telling of a line."""
    width = min(console.width, _WIDEST) if console.is_terminal else None
    for number, exhibit in enumerate(exhibits):
        if number:
            console.print("\n")
        for row in _story(exhibit, say, brief):
            for line in _lines(row, console, width):
                console.print(line, soft_wrap=True)


def _lines(row: _Row, console: Console, width: int | None) -> Iterator[Text]:
    wrapped = [row.text] if width is None else row.text.wrap(console, max(20, width - row.indent))
    lead = row.lead
    lead.pad_right(row.indent - lead.cell_len)
    for line in wrapped or [row.text]:
        line.rstrip()
        yield Text().append(lead).append(line)
        lead = Text(" " * row.indent)


def _text(words: str, style: str = "") -> Text:
    """Words of a page, made safe to print."""
    return Text(words.translate(_UNSAFE), style)


def _story(exhibit: Exhibit, say: Labels, brief: bool) -> Iterator[_Row]:
    yield _Row(_text(exhibit.title or say("no_headline"), "bold underline"))
    yield _Row(Text(about(exhibit, say), "dim"))
    if not exhibit.lines:
        yield _Row(Text(say("no_entries"), "yellow"))
    for _, lines in exhibit.days:
        entry = lines[0].entry
        head = Text(entry_day(entry, say), "bold cyan")
        if bengali := entry_bengali(entry, say):
            head.append(f" · {bengali}", "not bold cyan")
        yield _Row(Text())
        yield _Row(head)
        for line in lines:
            yield from _line(line, exhibit, say, brief)
    yield _Row(Text())
    yield _Row(Text(say("articles"), "bold cyan"))
    for page in exhibit.pages:
        yield from _page(page, say)


def _line(line: Line, exhibit: Exhibit, say: Labels, brief: bool) -> Iterator[_Row]:
    entry = line.entry
    number = Text(f"{say.digits(line.number).rjust(_INDENT - 2)}  ", "dim")
    yield _Row(_text(entry.text, "bold"), _INDENT, number)
    marks = Text().append(f"● {say.of('agreement', entry.agreement)}", _AGREEMENT[entry.agreement])
    if line.origins:
        marks.append(f" · {say.count('origins', line.origins)}", "dim")
    if line.how:
        marks.append(f" · {say.of('dated', line.how)}", "magenta")
    if line.inferred:
        marks.append(f" · {say('inferred')}", "magenta")
    yield _Row(marks, _INDENT)
    shown = {evidence for evidence in entry.evidence if evidence.text == entry.text}
    for told in tellings(entry, entry.evidence):
        row = _chain(told.first, exhibit, say)
        for stance in told.stances:
            if word := say.of("stance", stance):
                row.append(f" · {word}", "italic")
        fresh = [] if brief else [one for one in told.sentences if one not in shown]
        if fresh:
            row.append(": ").append(_text(" ".join(one.text for one in fresh)))
            shown.update(fresh)
        yield _Row(row, _INDENT)
    for contest in contests(line):
        yield from _contest(contest, exhibit, say, shown)
    for link in entry.links:
        row = Text().append(f"→ {say.of('link', link.kind)}: ", "magenta")
        row.append(_chain(link.evidence, exhibit, say))
        if link.evidence not in shown:
            row.append(": ").append(_text(link.evidence.text))
        yield _Row(row, _INDENT)


def _chain(evidence: Evidence, exhibit: Exhibit, say: Labels) -> Text:
    """`outlet [2] ← agency ← speaker`, read from the paper back to the mouth."""
    outlet, *sources = chain(evidence, say)
    row = _text(outlet)
    row.stylize("blue")
    row.append(f" [{say.digits(exhibit.page(evidence).number)}]", "dim")
    for source in sources:
        row.append(" ← ", "dim").append(_text(source, "blue"))
    return row


def _contest(contest: Contest, exhibit: Exhibit, say: Labels, shown: set[Evidence]) -> Iterator[_Row]:
    """Both values; below them the sentences that were not shown yet, which are added to `shown`."""
    colour = _AGREEMENT[contest.kind]
    row = Text().append(f"{'≠' if contest.kind == 'conflict' else '↗'} ", colour)
    row.append(say.of("slot", contest.slot), colour)
    if contest.values:
        link = f" {say('against')} " if contest.kind == "conflict" else " → "
        first, other = _values(contest, exhibit, say)
        row.append(": ").append(first).append(link, colour).append(other)
    for note in contest.notes:
        row.append(_text(f" ({note})", "dim"))
    yield _Row(row, _INDENT)
    for evidence in contest.cited:
        # Where no values tell the sides, their sentences are said again.
        if evidence not in shown or not contest.values:
            cited = _chain(evidence, exhibit, say).append(": ").append(_text(evidence.text))
            yield _Row(cited, _INDENT + 2)
            shown.add(evidence)


def _values(contest: Contest, exhibit: Exhibit, say: Labels) -> tuple[Text, Text]:
    """The values of both sides, each with the number of the page it stands on."""
    first, other = (
        _text(side.value or "" if side.count is None else say.digits(side.count), "bold").append(
            f" [{say.digits(exhibit.page(side.evidence).number)}]", "not bold dim"
        )
        for side in contest.sides
    )
    return first, other


def _page(page: Page, say: Labels) -> Iterator[_Row]:
    article = page.article
    number = Text(f"[{say.digits(page.number)}]".rjust(_INDENT - 1), "dim")
    row = _text(article.outlet or say("unknown_outlet"))
    row.stylize("blue")
    row.append(f" · {moment(article.published, say) if article.published else say('unknown_date')}")
    if article.published and article.published.inferred:
        row.append(f" ({say('inferred')})", "magenta")
    yield _Row(row, _INDENT, number)
    yield _Row(_text(article.headline or say("no_headline")), _INDENT)
    if where := page.source or article.url:
        yield _Row(_text(where, "dim"), _INDENT)
