"""The lock that one watcher of an archive holds: gone with the process, however that ends."""

from __future__ import annotations

from pathlib import Path
from typing import IO

from shutro.archive.tables.sql import Tables
from shutro.errors import ArchiveError


class FileLock:
    """A lock on a file beside the archive's own."""

    def __init__(self, archive: Path) -> None:
        self._path = archive.with_name(archive.name + "-watch")
        self._file: IO[bytes] | None = None

    def __call__(self) -> bool:
        """Take it; False where another process has it."""
        import fcntl  # no Windows has it, and only watching needs it

        if self._file is None:
            try:
                self._file = self._path.open("ab")
            except OSError as error:
                raise ArchiveError(f"{self._path}: {error.strerror}") from error
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def close(self) -> None:
        """Let go of it."""
        if self._file is not None:
            self._file.close()
            self._file = None


class ServerLock:
    """An advisory lock of the database server, on the schema that holds the archive."""

    _KIND = 0x5357  # beside the lock of writers, which is one number

    def __init__(self, tables: Tables) -> None:
        self._ask = tables.ask

    def __call__(self) -> bool:
        """Take it; False where another connection has it. It goes with the connection."""
        sql = "SELECT pg_try_advisory_lock(?, hashtext(current_schema()::text))"
        return bool(self._ask(sql, (self._KIND,))[0][0])
