"""What only a server can do wrong; collected where `scripts/test` has started one."""

from pathlib import Path

import psycopg
import pytest
from tests.archive.conftest import place

from shutro.archive.store import open_archive
from shutro.errors import ArchiveError, ArchiveTooNew


def test_a_newer_schema_on_a_server_is_refused(tmp_path: Path) -> None:
    address = place("postgres", tmp_path)
    open_archive(address).close()
    with psycopg.connect(address, autocommit=True) as db:
        db.execute("INSERT INTO shutro VALUES (99)")
    with pytest.raises(ArchiveTooNew, match="newer Shutro"):
        open_archive(address)


def test_a_server_that_goes_away_is_one_clear_error(tmp_path: Path) -> None:
    address = place("postgres", tmp_path)
    with open_archive(address) as archive, psycopg.connect(address, autocommit=True) as db:
        db.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
        with pytest.raises(ArchiveError, match="the archive's database"):
            archive.search("সেতু")
