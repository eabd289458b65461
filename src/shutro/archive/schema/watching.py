"""The tables of watching: sources, the frontier of pages, hosts and their rules; the same in both stores.

Moments are seconds since 1970 in UTC; `due` is NULL where nothing is to be asked any more.
"""

from __future__ import annotations

from shutro.archive.schema.dialect import Dialect


def watching(store: Dialect) -> tuple[str, ...]:
    """Watched sources, the pages they list, and hosts."""
    text, blob, compact = store.key, store.blob, store.compact
    return (
        # `parent` is the source that listed this one (a sitemap of an index), `late` whether it did so at a
        # later look than its first; `followed` is 0 for one that the user no longer names.
        f"""CREATE TABLE watch_source (
            address {text} PRIMARY KEY, outlet {text} NOT NULL, kind {text} NOT NULL, parent {text},
            followed INTEGER NOT NULL, host {text} NOT NULL, due DOUBLE PRECISION NOT NULL,
            pause DOUBLE PRECISION NOT NULL, state {text} NOT NULL, reason {text}, failures INTEGER NOT NULL,
            asked DOUBLE PRECISION, answered DOUBLE PRECISION, news DOUBLE PRECISION, changed {text},
            etag {text}, modified {text}, late INTEGER NOT NULL, added BIGINT NOT NULL,
            revised BIGINT NOT NULL){compact}""",
        # `key` is the canonical address, `address` the one that is asked.
        f"""CREATE TABLE watch_page (
            key {text} PRIMARY KEY, address {text} NOT NULL, host {text} NOT NULL, source {text} NOT NULL,
            found DOUBLE PRECISION NOT NULL, due DOUBLE PRECISION, state {text} NOT NULL, reason {text},
            visits INTEGER NOT NULL, failures INTEGER NOT NULL, first DOUBLE PRECISION,
            asked DOUBLE PRECISION, etag {text}, modified {text}, content {text}){compact}""",
        "CREATE INDEX watch_page_due ON watch_page (host, due) WHERE due IS NOT NULL",
        # How many pages of each source are in each state.
        f"""CREATE TABLE watch_tally (
            source {text} NOT NULL, state {text} NOT NULL, pages BIGINT NOT NULL,
            PRIMARY KEY (source, state)){compact}""",
        f"""CREATE TABLE watch_host (
            host {text} PRIMARY KEY, until DOUBLE PRECISION NOT NULL, failures INTEGER NOT NULL,
            state {text} NOT NULL, reason {text}){compact}""",
        f"""CREATE TABLE watch_rules (
            place {text} PRIMARY KEY, content {blob} NOT NULL, until DOUBLE PRECISION NOT NULL)""",
    )
