from pathlib import Path

import regex

from shutro.views.exports.formats import FORMATS
from shutro.views.exports.tables import TABLES

EXPORTS = (Path(__file__).parents[3] / "docs" / "exports.md").read_text("utf-8")


def test_the_document_says_every_format_table_and_field_there_is() -> None:
    described = set(regex.findall(r"`([a-z_]+)`", EXPORTS))
    assert set(FORMATS) <= described
    assert set(TABLES) <= described
    fields = {field for shape, _ in TABLES.values() for field in shape.__dataclass_fields__}
    assert fields <= described
