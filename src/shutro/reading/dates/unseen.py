"""When an article was published, as a page holds it without displaying it.

Asked only where neither a printed line nor the head tells: in the state that a site's scripts build the
page from, and in a date line that the page hides.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import regex
from selectolax.lexbor import LexborHTMLParser, LexborNode

from shutro.model import Stamp
from shutro.reading.datelines.datelines import dateline
from shutro.reading.dates.dates import parse_iso
from shutro.reading.matter import squash
from shutro.reading.page.roles import is_unseen

_STATE = "script:not([src])"
_HIDDEN = "[hidden],[style*=display i],[style*=visibility i]"
_KEY = regex.compile(
    r"(?:first_?)?publish(?:ed)?_?(?:at|on|date|time)?(?:_?(?:at|time|gmt))?|date_?published", regex.I
)
_OPENS = regex.compile(r"=\s*(?=[{\[])")
_LONGEST = 2_000_000  # characters of a script that are read
_OBJECTS = 50_000  # values of one script that are looked at
_LINE = 200  # characters of a line that may be a date line
_LINES = 40  # hidden elements that are looked at


def unseen(tree: LexborHTMLParser, headline: str) -> Stamp | None:
    """The publication of the article with this headline, None where the page does not hold it."""
    return _of_state(tree, squash(headline)) or _of_hidden(tree)


def _of_state(tree: LexborHTMLParser, wanted: str) -> Stamp | None:
    """The one moment that objects with the headline give as that of publication."""
    if len(wanted) < 8:
        return None
    first = wanted.split(" ", 1)[0]
    escaped = json.dumps(first)[1:-1]
    found: dict[str, Stamp] = {}
    for script in tree.css(_STATE):
        text = script.text()
        if first not in text and escaped not in text.lower():
            continue
        for node in _objects(text[:_LONGEST]):
            if any(isinstance(v, str) and squash(v) == wanted for v in node.values()):
                for key, value in node.items():
                    if isinstance(value, str) and _KEY.fullmatch(key) and (when := parse_iso(value)):
                        found[value] = Stamp(when, value, "published", f"state {key}")
    return next(iter(found.values())) if len(found) == 1 else None


def _objects(text: str) -> Iterator[dict[str, object]]:
    """Every object of a script that is JSON, or that is given to a variable as JSON."""
    bare = text.strip()
    at = 0 if bare[:1] in ("{", "[") else -1
    if at < 0 and (opens := _OPENS.search(bare)) is not None:
        at = opens.end()
    if at < 0:
        return
    try:
        data, _ = json.JSONDecoder(strict=False).raw_decode(bare, at)
    except (ValueError, RecursionError):
        return
    queue: list[object] = [data]
    for item in queue:
        if len(queue) > _OBJECTS:
            return
        if isinstance(item, dict):
            yield item
            queue.extend(value for value in item.values() if isinstance(value, dict | list))
        elif isinstance(item, list):
            queue.extend(value for value in item if isinstance(value, dict | list))


def _of_hidden(tree: LexborHTMLParser) -> Stamp | None:
    """The one date that hidden lines label as that of publication."""
    found = {
        stamp.value: Stamp(stamp.value, stamp.text, "published", f"hidden {stamp.how}", None, stamp.calendar)
        for node in tree.css(_HIDDEN)[:_LINES]
        if _is_hidden(node) and len(text := node.text(deep=True, separator=" ").strip()) <= _LINE
        for stamp in dateline(" ".join(text.split()))
        if stamp.role == "published" and not stamp.how.endswith("no label")
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    return "hidden" in attributes or is_unseen(attributes.get("style"))
