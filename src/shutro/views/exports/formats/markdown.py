"""Markdown with footnotes: the timeline by days, a footnote for each sentence a line rests on.

What a page printed stays text: every sign that Markdown or HTML would read is escaped. A line break
within a sentence becomes a space; the footnote gives the offsets of the sentence as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import regex

from shutro.model import Entry, Evidence
from shutro.views.chains import chain
from shutro.views.contests import contests
from shutro.views.days import entry_day
from shutro.views.exports.format import Format
from shutro.views.exports.load import Load, Noted, Told
from shutro.views.exports.plain import short_hash, uri, xml_only
from shutro.views.labels import labels
from shutro.views.lines import Line, numbered

FORMAT = Format(".md", "text/markdown; charset=utf-8", "the timeline with footnotes")

# What CommonMark and GitHub's Markdown read anywhere in a line, and what only at its beginning.
_SIGNS = regex.compile(r"([\\`*_{}\[\]<>#|~&^!$@=]|:(?=//)|(?<=\bwww)\.|(?<=^\d{1,9})[.)]|^[-+])")
_SPACE = regex.compile(r"\s+")


def write(load: Load, table: str | None = None) -> Iterator[bytes]:
    """The document, story after story; the colophon stands last."""
    number, say = 0, labels(load.language)
    for told in load.told():
        lines, footnotes = [f"# {text(told.title)}", ""], []
        for _, rows in groupby(numbered(told.entries), key=lambda line: line.entry.date):
            of_day = list(rows)
            lines += [f"## {entry_day(of_day[0].entry, say)}", ""]
            for row in of_day:
                entry = row.entry
                marks = ""
                for evidence in entry.evidence:
                    number += 1
                    marks += f"[^{number}]"
                    footnotes.append(f"[^{number}]: {_footnote(evidence, load)}")
                lines.append(f"- {_line(entry, told, load)}{marks}")
                lines += [f"  - {text(said)}" for said in _differences(row, load)]
                links = [(say.of("link", one.kind), one.evidence) for one in entry.links]
                lines += [f"  - {kind}: {_footnote(evidence, load)}" for kind, evidence in links]
            lines.append("")
        if told.notes:
            lines += [f"## {say('notes')}", "", *(f"- {_note(noted, load)}" for noted in told.notes), ""]
        yield xml_only("\n".join([*lines, *footnotes, "", ""])).encode()
    yield f"---\n\n{text(str(load.colophon))}\n".encode()


def text(printed: str) -> str:
    """`printed` as Markdown that shows just it, on one line."""
    return _SIGNS.sub(r"\\\1", _SPACE.sub(" ", xml_only(printed)).strip())


def _line(entry: Entry, told: Told, load: Load) -> str:
    if load.text:
        return text(entry.text)
    headlines = {article.id: article.headline for article in told.articles}
    return text(headlines[entry.evidence[0].article])


def _footnote(evidence: Evidence, load: Load) -> str:
    vouched = " ← ".join(chain(evidence, labels(load.language)))
    words = f"“{text(evidence.text)}” " if load.text else ""
    address = uri(evidence.url)
    link = f" <{address}>" if address else ""
    place = f"{evidence.article} {evidence.start}–{evidence.end} {short_hash(evidence.text)}"
    return f"{text(vouched)}: {words}({text(place)}){link}"


def _differences(line: Line, load: Load) -> Iterator[str]:
    """What the accounts of a line differ in, each once; of an update the earlier value first."""
    say = labels(load.language)
    for contest in contests(line) if load.text else ():
        one = contest.differences[0]
        what = f"{say.of('agreement', one.kind)} ({say.of('slot', one.slot)})"
        if one.kind == "conflict":
            yield f"{what}: {one.this} / {one.other}"
        else:
            yield f"{what}: {one.other} → {one.this}"


def _note(noted: Noted, load: Load) -> str:
    note = noted.note
    words = f"“{text(noted.text)}” " if note.span is None or load.text else ""
    place = f"{note.target} {note.of}" + (f" {note.span.start}–{note.span.end}" if note.span else "")
    return f"{words}({text(place)}): {text(note.text)}"
