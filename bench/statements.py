"""Attribution and events beside a trivial rule, on the same texts in the same run.

    python -m bench.statements [--gold DIR] [--check] [--errors]

The peer takes every verb of saying and the nearest name before it in its sentence (else the last name
of the text) as the source, and the rest of the sentence as what is said. `--errors` counts what goes
wrong by class: what kind of mistake it is, and the rule that made it.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import regex

import shutro
from bench.gold import Measured, absent, corpus_hash, gold, held, options, rows, score, score_peer, show
from shutro.bangla.keys import sound_key
from shutro.bangla.words import sentences
from shutro.meaning.document import document
from shutro.meaning.names.names import names
from shutro.meaning.statements.attribution import CERTAIN
from shutro.model import Statement
from shutro.span import Span

_TIMED = 150
_SAYING = regex.compile(r"(?:বলেন|বলেছেন|বলেছে|বলছে|বলছেন|জানান|জানায়|জানিয়েছেন|জানিয়েছে)(?![\p{L}\p{M}])")


def trivial(text: str, at: date | None = None) -> list[Statement]:
    """The peer: a verb of saying, and the nearest name before it."""
    named = [name for name in names(text) if name.kind in {"PER", "ORG", "LOC"}]
    made = []
    for span in sentences(text):
        for verb in _SAYING.finditer(text, span.start, span.end):
            before = [name for name in named if name.end <= verb.start()]
            content = (
                Span(verb.end(), span.end) if span.end - verb.end() > 2 else Span(span.start, verb.start())
            )
            source = before[-1].canonical if before else None
            cue = Span(*verb.span())
            made.append(
                Statement(
                    span.start, span.end, span.of(text), source, "indirect", "says", cue=cue, content=content
                )
            )
    return made


def certain(files: Path, key: Callable[[str], str] = str) -> float:
    """Of the statements shown as certain, the share with the right source; one where nobody speaks is wrong.

    Sources are compared letter for letter, or by `key`: the same person may be spelt in two ways.
    """
    right = shown = 0
    for row, said in _paired(files):
        wanted = {key(_source(a)) for a in row}
        for statement in said:
            if statement.sure >= CERTAIN and not statement.inferred:
                shown += 1
                right += key(statement.source or "") in wanted
    return right / shown if shown else 0.0


def runs(files: Path) -> tuple[float, float]:
    """Of sentences taken to go on with a speaker the share that do, by the same speaker; and the recall."""
    hit = guessed = wanted = 0
    for row, said in _paired(files):
        goes_on = [a for a in row if a.get("continues")]
        guess = [s for s in said if s.inferred]
        wanted += bool(goes_on)
        guessed += bool(guess)
        hit += bool(goes_on and guess and (guess[0].source or "") == _source(goes_on[0]))
    return (hit / guessed if guessed else 0.0), (hit / wanted if wanted else 0.0)


def errors(files: Path) -> Counter[str]:
    """What goes wrong, by class: what kind of mistake it is, and the rule that made it."""
    found: Counter[str] = Counter()
    for row, said in _paired(files):
        new = [a for a in row if not a.get("continues")]
        if row and not new:
            continue
        left = list(said)
        for wanted in new:
            if not left:
                found[f"missed: {wanted['type']}, {wanted['stance']}"] += 1
                continue
            best = max(left, key=lambda s: (s.source or "") == _source(wanted))
            left.remove(best)
            if (best.source or "") != _source(wanted):
                found[f"wrong source, {_mistake(best, wanted)}: {best.rule}"] += 1
        for extra in left:
            found[f"too many: {extra.rule}"] += 1
    return found


def _mistake(got: Statement, wanted: dict[str, Any]) -> str:
    """Whether a name, a phrase, what stands for somebody, or somebody else altogether was mistaken."""
    ours, theirs = got.source or "", _source(wanted)
    if not ours:
        return "nobody found"
    if sound_key(ours) == sound_key(theirs):
        return "spelling"
    if set(ours.split()) & set(theirs.split()):
        return "part of the name or phrase"
    if got.source_span is None:
        return "left out in the sentence"
    if got.rule.endswith((":pronoun", ":again")):
        return "what a pronoun stands for"
    return "an office and its holder" if got.rule.endswith(":person") else "somebody else"


def _paired(files: Path) -> list[tuple[list[dict[str, Any]], list[Statement]]]:
    """The gold attributions of every sentence beside what was found in it."""
    pairs = []
    for row in rows(files / "documents.jsonl"):
        text = "\n".join(sentence["text"] for sentence in row["sentences"])
        said = shutro.statements(text, at=date.fromisoformat(row["reference_date"][:10]))
        start = 0
        for sentence in row["sentences"]:
            end = start + len(sentence["text"])
            here = [s for s in said if start <= (s.cue.start if s.cue else s.start) <= end]
            pairs.append((sentence.get("attribution") or [], here))
            start = end + 1
    return pairs


def _source(wanted: dict[str, Any]) -> str:
    return wanted["source"].get("canonical") or wanted["source"].get("text") or ""


def speed(files: Path) -> tuple[float, float]:
    """Articles a second of processor time: statements and events alone; all that is found in an article."""
    from shutro.meaning.events.events import events
    from shutro.meaning.findings import understand
    from shutro.meaning.statements.attribution import statements

    articles = [
        shutro.Article.from_text(id=r["id"], headline=r["headline"], body=r["text"], captured=r["scraped_at"])
        for r in rows(files / "articles.jsonl")[:_TIMED]
    ]
    docs = [document(article.prose, date(2025, 12, 30)) for article in articles]
    started = time.process_time()
    for doc in docs:
        statements(doc)
        events(doc)
    said = time.process_time()
    for article in articles:
        understand(article)
    return len(docs) / (said - started), len(docs) / (time.process_time() - said)


def _figures(files: Path) -> dict[str, float]:
    figures = score("statements", files) | score("events", files)
    figures["statements.certain"] = certain(files)
    figures["statements.certain.by_sound"] = certain(files, sound_key)
    figures["statements.runs.p"], figures["statements.runs.r"] = runs(files)
    return figures


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--errors", action="store_true", help="count the errors by class")
    args = parser.parse_args()
    files = gold(args.gold)
    if files is None:
        return absent("statements")
    if args.errors:
        for name, count in errors(files).most_common():
            print(f"{count:4} {name}")
        return 0
    return held(measured(files, peers=False)) if args.check else show(measured(files))


def measured(files: Path, *, peers: bool = True) -> list[Measured]:
    """The figures, and with `peers` those of the trivial rule."""
    corpus, figures = corpus_hash([files / "documents.jsonl"]), _figures(files)
    if not peers:
        return [Measured("statements", corpus, figures)]
    alone, whole = speed(files)
    costs = {"articles/s, said and done": alone, "articles/s, with names, times": whole}
    trivially = score_peer("statements", files, statements=trivial)
    return [Measured("statements", corpus, figures, costs, {"nearest name": trivially})]


if __name__ == "__main__":
    sys.exit(main())
