"""The tables of cards, names, readings and notes, the same in both stores.

Days are proleptic ordinals (`date.toordinal`), 0 where the day is unknown, so that a day takes three
bytes and sorts.
"""

from __future__ import annotations

from shutro.archive.schema.dialect import Dialect


def desk(store: Dialect) -> tuple[str, ...]:
    """Cards of reports, the index of names, readings and notes."""
    text, compact = store.key, store.compact
    return (
        f"""CREATE TABLE card (
            article BIGINT PRIMARY KEY REFERENCES article, day INTEGER NOT NULL, inferred INTEGER NOT NULL,
            outlet {text}, section {text}, headline {text} NOT NULL){compact}""",
        "CREATE INDEX card_day ON card (day, article)",
        "CREATE INDEX card_outlet ON card (outlet, day, article)",
        "CREATE INDEX card_section ON card (section, day, article)",
        f"""CREATE TABLE tag (
            tag {text} NOT NULL, day INTEGER NOT NULL, article BIGINT NOT NULL,
            PRIMARY KEY (tag, day, article)){compact}""",
        "CREATE INDEX tag_article ON tag (article)",
        # How many articles each outlet, section and tag has; `every` counts them all.
        f"""CREATE TABLE tally (
            kind {text} NOT NULL, value {text} NOT NULL, articles BIGINT NOT NULL,
            PRIMARY KEY (kind, value)){compact}""",
        f"""CREATE TABLE reading (
            day INTEGER NOT NULL, article BIGINT NOT NULL, times BIGINT NOT NULL,
            PRIMARY KEY (day, article)){compact}""",
        f"""CREATE TABLE note (
            id {text} PRIMARY KEY, target {text} NOT NULL, of_id {text} NOT NULL, words {text} NOT NULL,
            made {text} NOT NULL, first INTEGER, past INTEGER, quoted {text}){compact}""",
        "CREATE INDEX note_of ON note (target, of_id)",
        # Articles whose names are not indexed yet.
        f"CREATE TABLE pending (article BIGINT PRIMARY KEY){compact}",
        f"CREATE TABLE setting (name {text} PRIMARY KEY, value {text} NOT NULL){compact}",
        # Canonical names as articles give them; `entity` is the name they are gathered under.
        f"""CREATE TABLE name (
            number BIGINT PRIMARY KEY, kind {text} NOT NULL, canonical {text} NOT NULL,
            folded {text} NOT NULL, sound {text} NOT NULL, bones {text} NOT NULL, entity BIGINT NOT NULL,
            articles BIGINT NOT NULL, UNIQUE (folded, kind)){compact}""",
        "CREATE INDEX name_sound ON name (sound)",
        "CREATE INDEX name_bones ON name (bones)",
        "CREATE INDEX name_entity ON name (entity)",
        f"""CREATE TABLE entity (
            number BIGINT PRIMARY KEY, kind {text} NOT NULL, canonical {text} NOT NULL,
            folded {text} NOT NULL, latin {text}, articles BIGINT NOT NULL){compact}""",
        "CREATE INDEX entity_kind ON entity (kind, articles)",
        "CREATE INDEX entity_articles ON entity (articles)",
        "CREATE INDEX entity_folded ON entity (folded)",
        # Every word of a name by its sound, so that a part of the name finds the whole.
        f"""CREATE TABLE part (
            sound {text} NOT NULL, name BIGINT NOT NULL, PRIMARY KEY (sound, name)){compact}""",
        f"""CREATE TABLE named (
            name BIGINT NOT NULL, day INTEGER NOT NULL, article BIGINT NOT NULL, times INTEGER NOT NULL,
            PRIMARY KEY (name, day, article)){compact}""",
        "CREATE INDEX named_article ON named (article)",
        f"""CREATE TABLE spelt (
            name BIGINT NOT NULL, text {text} NOT NULL, articles BIGINT NOT NULL,
            PRIMARY KEY (name, text)){compact}""",
        # Statements by whom they are of (role 0) or whom their words name (role 1); `place` counts the
        # statements of the article.
        f"""CREATE TABLE saying (
            name BIGINT NOT NULL, role INTEGER NOT NULL, day INTEGER NOT NULL, article BIGINT NOT NULL,
            place INTEGER NOT NULL, PRIMARY KEY (name, role, day, article, place)){compact}""",
        "CREATE INDEX saying_article ON saying (article)",
        f"""CREATE TABLE own_name (
            folded {text} PRIMARY KEY, kind {text} NOT NULL, canonical {text} NOT NULL,
            latin {text}){compact}""",
    )
