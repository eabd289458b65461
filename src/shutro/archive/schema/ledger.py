"""The tables of stories, threads and copies, the same in both stores.

A story is numbered by the article that founded it, and a thread by the story that did; so an id that was
given once leads for ever to the story that now holds its founder, whatever was joined or parted since.
Moments are seconds since 1970 in UTC, days ISO text.
"""

from __future__ import annotations

from shutro.archive.schema.dialect import Dialect


def ledger(store: Dialect) -> tuple[str, ...]:
    """Stories, threads, copies and timelines."""
    text, blob, compact = store.key, store.blob, store.compact
    return (
        # Every article once it was seen; `turn` orders those that wait for a story and is NULL after.
        f"""CREATE TABLE placed (
            article BIGINT PRIMARY KEY REFERENCES article, story BIGINT, turn {text},
            added DOUBLE PRECISION NOT NULL, moment DOUBLE PRECISION, length INTEGER NOT NULL DEFAULT 0,
            decision {text}){compact}""",
        "CREATE INDEX placed_story ON placed (story)",
        "CREATE INDEX placed_turn ON placed (turn) WHERE turn IS NOT NULL",
        f"""CREATE TABLE story (
            number BIGINT PRIMARY KEY, id {text} NOT NULL UNIQUE, period INTEGER NOT NULL,
            title {text} NOT NULL, first {text}, last {text}, articles INTEGER NOT NULL,
            outlets {text} NOT NULL, origins INTEGER NOT NULL, importance DOUBLE PRECISION NOT NULL,
            grown DOUBLE PRECISION NOT NULL, thread BIGINT, titled INTEGER NOT NULL, tied INTEGER NOT NULL,
            unsettled INTEGER NOT NULL){compact}""",
        "CREATE INDEX story_importance ON story (importance)",
        "CREATE INDEX story_first ON story (first)",
        "CREATE INDEX story_last ON story (last)",
        "CREATE INDEX story_grown ON story (grown)",
        "CREATE INDEX story_thread ON story (thread) WHERE thread IS NOT NULL",
        "CREATE INDEX story_unsettled ON story (number) WHERE unsettled > 0",
        f"CREATE TABLE story_mass (story BIGINT PRIMARY KEY, mass {blob} NOT NULL)",
        # Every id a story or thread ever had, with its founding article.
        f"CREATE TABLE founder (id {text} PRIMARY KEY, article BIGINT NOT NULL){compact}",
        f"""CREATE TABLE story_outlet (
            outlet {text} NOT NULL, story BIGINT NOT NULL, PRIMARY KEY (outlet, story)){compact}""",
        "CREATE INDEX story_outlet_story ON story_outlet (story)",
        f"""CREATE TABLE story_actor (
            actor {text} NOT NULL, story BIGINT NOT NULL, kind {text} NOT NULL, reports INTEGER NOT NULL,
            PRIMARY KEY (actor, story)){compact}""",
        "CREATE INDEX story_actor_story ON story_actor (story)",
        # In how many stories of a period a term stands in a head, and the last stories that had it.
        f"""CREATE TABLE meeting (
            period INTEGER NOT NULL, term {text} NOT NULL, stories INTEGER NOT NULL, latest {blob} NOT NULL,
            PRIMARY KEY (period, term)){compact}""",
        f"""CREATE TABLE copied (
            one BIGINT NOT NULL, other BIGINT NOT NULL, kind {text} NOT NULL,
            likeness DOUBLE PRECISION NOT NULL, PRIMARY KEY (one, other)){compact}""",
        "CREATE INDEX copied_other ON copied (other)",
        f"""CREATE TABLE tie (
            one BIGINT NOT NULL, other BIGINT NOT NULL, likeness DOUBLE PRECISION NOT NULL,
            actors {text} NOT NULL, matter {text} NOT NULL, PRIMARY KEY (one, other)){compact}""",
        "CREATE INDEX tie_other ON tie (other)",
        f"""CREATE TABLE thread (
            number BIGINT PRIMARY KEY, id {text} NOT NULL, title {text} NOT NULL, first {text}, last {text},
            stories INTEGER NOT NULL, articles INTEGER NOT NULL, actors {text} NOT NULL){compact}""",
        "CREATE INDEX thread_last ON thread (last)",
        f"""CREATE TABLE timeline (
            story BIGINT PRIMARY KEY, state {text} NOT NULL, entries {blob} NOT NULL)""",
        # `version` counts the changes, so that a process knows that another grew the stories meanwhile;
        # `pending` how many articles were placed since the last settling; `rules` made all stories there are.
        f"CREATE TABLE growth (version BIGINT NOT NULL, pending INTEGER NOT NULL, rules {text} NOT NULL)",
        "INSERT INTO growth VALUES (0, 0, '')",
        store.bands,
    )
