"""Whatever is said of an archive, its password is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutro.archive.store import open_archive
from shutro.archive.stores.address import shown
from shutro.errors import ArchiveError

PASSWORD = "geheim"


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("news.db", "news.db"),
        ("/srv/খবর/my news.db", "/srv/খবর/my news.db"),
        ("postgresql:///news", "postgresql:///news"),
        (f"postgresql://me:{PASSWORD}@db.example:5433/news", "postgresql://me@db.example:5433/news"),
        (f"postgres://me:{PASSWORD}@[::1]:5/news?sslmode=require", "postgres://me@[::1]:5/news"),
        (f"postgresql://me:{PASSWORD}@one:1,two:2/news", "postgresql://me@one:1,two:2/news"),
        (f"postgresql://db/news?user=me&password={PASSWORD}", "postgresql://db/news"),
        (f"postgresql://me:a%40{PASSWORD}@db/news", "postgresql://me@db/news"),
        (f"mysql://me:{PASSWORD}@db/news", "mysql://me@db/news"),
    ],
)
def test_an_address_is_shown_without_its_password(address: str, told: str) -> None:
    assert shown(address) == told


@given(st.tuples(*[st.text("@:/?#[]% ,", max_size=3)] * 2), st.sampled_from(["/news", "", "/n?sslmode=off"]))
def test_a_password_written_wrongly_is_not_shown_either(around: tuple[str, str], rest: str) -> None:
    assert PASSWORD not in shown(f"postgresql://me:{around[0]}{PASSWORD}{around[1]}@db{rest}")


def test_a_path_made_of_an_address_shows_no_password() -> None:
    assert PASSWORD not in shown(Path(f"postgresql://me:{PASSWORD}@db/news"))


@pytest.mark.parametrize(
    "address",
    [
        f"postgresql://me:{PASSWORD}@127.0.0.1:1/news",
        f"postgresql://me:x@{PASSWORD}@127.0.0.1:1/news",
        f"postgresql://me:/{PASSWORD}@127.0.0.1:1/news",
        f"postgresql://me:%zz{PASSWORD}@127.0.0.1:1/news",
        f"postgresql://me:{PASSWORD}@[::1/news",
        f"postgresql://127.0.0.1:1/news?password={PASSWORD}&no_such_option=1",
        f"mysql://me:{PASSWORD}@127.0.0.1/news",
    ],
)
def test_an_archive_that_cannot_be_opened_is_one_error_without_the_password(address: str) -> None:
    with pytest.raises(ArchiveError) as told:
        open_archive(address)
    assert PASSWORD not in str(told.value)
    assert told.value.__cause__ is None, "nor does what caused it tell it"
