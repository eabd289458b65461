"""The schema of the shared store: its own words for the steps."""

from __future__ import annotations

from typing import Final

from shutro.archive.schema.dialect import Dialect
from shutro.archive.stores.postgres.bands import SCHEMA

_FIRST: Final = """
    CREATE TABLE capture (
        id text PRIMARY KEY, source text NOT NULL, url text, media_type text, captured text,
        size bigint NOT NULL, content bytea NOT NULL);
    CREATE TABLE article (
        number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id text NOT NULL UNIQUE, url text,
        outlet text, day date, current bigint);
    CREATE INDEX article_url ON article (url) WHERE url IS NOT NULL;
    CREATE INDEX article_outlet ON article (outlet, day);
    CREATE TABLE revision (
        number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, article bigint NOT NULL REFERENCES article,
        id text NOT NULL, capture text NOT NULL, digest text NOT NULL, seen text NOT NULL,
        record bytea NOT NULL, UNIQUE (article, digest));
    CREATE TABLE known (id text PRIMARY KEY, article bigint NOT NULL REFERENCES article);
    CREATE TABLE word (
        number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, form text COLLATE "C" NOT NULL UNIQUE,
        plain text COLLATE "C" NOT NULL, sound text COLLATE "C" NOT NULL, articles bigint NOT NULL DEFAULT 0);
    CREATE INDEX word_plain ON word (plain);
    CREATE INDEX word_sound ON word (sound);
    CREATE TABLE words (article bigint PRIMARY KEY REFERENCES article, list bytea NOT NULL);
    CREATE TABLE found (
        article bigint PRIMARY KEY REFERENCES article, headline tsvector NOT NULL, whole tsvector NOT NULL);
    CREATE INDEX found_headline ON found USING gin (headline);
    CREATE INDEX found_whole ON found USING gin (whole);
    CREATE TABLE alias (short text, long text, articles bigint NOT NULL, PRIMARY KEY (short, long));
    CREATE INDEX alias_long ON alias (long);
    CREATE TABLE quarantine (
        id text PRIMARY KEY, source text NOT NULL, url text, kind text NOT NULL, reason text NOT NULL,
        since text NOT NULL, size bigint NOT NULL);
    """

POSTGRES: Final = Dialect("bigint", 'text COLLATE "C"', "text", "bytea", "", (_FIRST,), SCHEMA)
