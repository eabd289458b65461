"""TimelineJS 3: the lines of a timeline as slides, each with the sentences it rests on.

TimelineJS shows its texts as HTML, so all of them are escaped here. A line whose day is not known cannot
be placed; the title says how many there are.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from shutro.model import Entry, Evidence
from shutro.views.chains import chain
from shutro.views.exports.format import Format
from shutro.views.exports.load import Load, Noted, Told
from shutro.views.exports.plain import json_bytes, uri
from shutro.views.labels import labels

FORMAT = Format(".timeline.json", "application/json", "a timeline for TimelineJS")


def write(load: Load, table: str | None = None) -> Iterator[bytes]:
    """The timeline's JSON, a slide a line; with several stories the title tells of the first."""
    titles: list[str] = []
    remarks: list[str] = []
    undated = 0
    yield b'{"events":['
    first = True
    for told in load.told():
        titles.append(told.title)
        remarks += [_note(noted) for noted in told.notes if not any(_on(noted, e) for e in told.entries)]
        for number, entry in enumerate(told.entries, 1):
            if entry.date is None:
                undated += 1
                continue
            yield (b"\n" if first else b",\n") + json_bytes(_slide(number, entry, told, load))
            first = False
    yield b'\n],"title":' + json_bytes({"text": _title(load, titles, undated, remarks)}) + b"}\n"


def _title(load: Load, titles: list[str], undated: int, remarks: list[str]) -> dict[str, str]:
    told = [f"<p>{escape(title)}</p>" for title in titles[1:]] if len(titles) <= 20 else []
    if undated:
        told.append(f"<p>{labels(load.language).count('undated', undated)}</p>")
    told += remarks
    told.append(f"<p>{escape(str(load.colophon))}</p>")
    return {"headline": escape(titles[0]) if titles else "", "text": "".join(told)}


def _slide(number: int, entry: Entry, told: Told, load: Load) -> dict[str, object]:
    parts = ("year", "month", "day")
    day = dict(zip(parts, str(entry.date).split("-"), strict=False))
    headlines = {article.id: article.headline for article in told.articles}
    shown = entry.text if load.text else headlines[entry.evidence[0].article]
    notes = "".join(_note(noted) for noted in told.notes if _on(noted, entry))
    return {
        "start_date": day,
        "unique_id": f"{told.id or 'chosen'}-{number}",
        "group": told.title,
        "text": {
            "headline": escape(shown),
            "text": "".join(_quotation(evidence, load) for evidence in entry.evidence) + notes,
        },
    }


def _quotation(evidence: Evidence, load: Load) -> str:
    place = f"{evidence.article} {evidence.start}–{evidence.end}"
    name = escape(" ← ".join(chain(evidence, labels(load.language))))
    if address := uri(evidence.url):
        name = f'<a href="{escape(address)}">{name}</a>'
    words = f"<blockquote>{escape(evidence.text)}</blockquote>" if load.text else ""
    return f"{words}<p>{name} ({escape(place)})</p>"


def _on(noted: Noted, entry: Entry) -> bool:
    """Whether the note stands on a sentence of the line."""
    note = noted.note
    return note.span is not None and any(
        evidence.article == note.of and evidence.span.overlaps(note.span) for evidence in entry.evidence
    )


def _note(noted: Noted) -> str:
    return f"<p><em>{escape(noted.note.text)}</em></p>"
