"""An outlet is found by what people call it, and nothing else is taken for it."""

from collections.abc import Iterator
from datetime import date

import pytest

from shutro.archive.store import Archive, open_archive
from shutro.errors import NotInArchive
from shutro.model import Article

HELD = ("প্রথম আলো", "কালের কণ্ঠ", "কালের আলো", "নদীকূল", "NTV Online", "দর্পণ ২৪")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with open_archive(tmp_path_factory.mktemp("outlets") / "news.db") as made:
        for number, outlet in enumerate(HELD):
            words = f"হাটখোলায় {number + 3}টি দোকান পুড়ে গেছে।"
            made.add(
                Article.from_text(
                    id=f"a{number}", headline=words, body=words, outlet=outlet, published="2025-02-03"
                )
            )
        yield made


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("প্রথম আলো", "প্রথম আলো"),
        ("প্রথম-আলো ", "প্রথম আলো"),
        ("Prothom Alo", "প্রথম আলো"),
        ("www.prothomalo.com", "প্রথম আলো"),
        ("kaler kontho", "কালের কণ্ঠ"),
        ("Kaler Alo", "কালের আলো"),
        ("Nodikul", "নদীকূল"),
        ("নদীকুল", "নদীকূল"),
        ("ntv online", "NTV Online"),
        ("নদীপথ", "নদীপথ"),
        ("Kaler", "Kaler"),
        ("Dorpon 24", "দর্পণ ২৪"),
        ("দর্পন ২৪", "দর্পণ ২৪"),
        ("Dorpon 71", "Dorpon 71"),
        ("দর্পণ ৭১", "দর্পণ ৭১"),
        ("দর্পণ", "দর্পণ"),
    ],
)
def test_an_outlet_is_meant_by_its_name_in_any_letters(archive: Archive, asked: str, meant: str) -> None:
    assert archive.outlet_called(asked) == meant


def test_no_outlet_is_none(archive: Archive) -> None:
    assert archive.outlet_called(None) is None
    assert archive.outlet_called("") is None


def test_whatever_asks_for_an_outlet_takes_its_name_in_latin_letters(archive: Archive) -> None:
    verdict = archive.check("হাটখোলায় ৬টি দোকান পুড়ে গেছে", outlet="Nodikul")
    assert (verdict.verdict, verdict.coverage.outlet) == ("printed", "নদীকূল")
    assert [hit.article.id for hit in archive.search("দোকান", outlet="Nodikul")] == ["a3"]
    assert [card.id for card in archive.latest(outlet="Nodikul")] == ["a3"]
    assert archive.coverage("Nodikul").first == date(2025, 2, 3)
    assert archive.outlet("Nodikul").name == "নদীকূল"
    with pytest.raises(NotInArchive, match="no article of Kaler in the archive"):
        archive.outlet("Kaler")
