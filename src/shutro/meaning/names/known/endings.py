"""What a name or a noun ends in when it stands in a case (`data/cases.toml`), as search keys."""

from __future__ import annotations

from shutro.bangla.keys import folded
from shutro.meaning.lexicon import load


def _tail(name: str) -> tuple[str, ...]:
    return tuple(folded(ending) for ending in load("cases")["tail"][name])


WHERE = _tail("where")
OF = _tail("of")
(WHOM,) = _tail("whom")
EMPHATIC = _tail("emphatic")
LISTED = _tail("listed")
CASED = _tail("cased")
MANY = _tail("many")
AGAIN = _tail("again")
(SILENT,) = _tail("silent")
