"""The schema of the shared store, as the steps that lead to it; the same rules as in `migrations`."""

from __future__ import annotations

from shutro.archive.stores.postgres_bands import SCHEMA
from shutro.archive.tables.bearers import schema as bearing
from shutro.archive.tables.desk_schema import desk
from shutro.archive.tables.ledger_schema import ledger
from shutro.archive.tables.provenance import schema as read_by
from shutro.archive.tables.reprints import counting
from shutro.archive.tables.watching_schema import watching


def first_schema() -> str:
    """Captures, articles with their revisions, the word index, learnt aliases, failures."""
    return """
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


def findings() -> str:
    """What was found in each article, and by which rules."""
    return """
    CREATE TABLE finding (
        article bigint PRIMARY KEY REFERENCES article, rules text NOT NULL, data bytea NOT NULL);
    """


def cards_and_names() -> str:
    """Cards of reports, the index of names, readings and notes."""
    return ";".join(desk('text COLLATE "C"', ""))


def stories() -> str:
    """Stories, threads, copies and timelines."""
    return ";".join((*ledger('text COLLATE "C"', "bytea", ""), SCHEMA))


def provenance() -> str:
    """Which rules read each article."""
    return ";".join(read_by("text", ""))


def frontier() -> str:
    """Watched sources, the pages they list, and hosts."""
    return ";".join(watching('text COLLATE "C"', "bytea", ""))


def reprints() -> str:
    """How many reports of each outlet came first, and how many after another's."""
    return f"INSERT INTO tally {counting()}"


def bearings() -> str:
    """What articles tell of the people they name."""
    return ";".join(bearing("text", ""))


STEPS = (first_schema, findings, cards_and_names, stories, provenance, frontier, reprints, bearings)
