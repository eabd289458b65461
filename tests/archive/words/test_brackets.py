"""What print adds in brackets, and a card leaves out."""

from collections.abc import Iterator

import pytest

from shutro.archive.store import Archive, open_archive
from shutro.model import Article

OUTLET = "Halda Barta"
BODY = (
    "হালদা নদীতে নৌকাডুবির ঘটনায় মঙ্গলবার (৪ মার্চ) রাত ৮টা পর্যন্ত ১১ জনের লাশ উদ্ধার করা হয়েছে।\n"
    "জেলা প্রশাসক রওশন জাহান (অস্বীকার করেছেন তাঁর দপ্তর) ত্রাণ বিলিয়েছেন বলে খবর ছড়িয়েছে।"
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    article = Article.from_text(
        id="boat", outlet=OUTLET, published="2025-03-05T08:00:00+06:00", headline="নৌকাডুবিতে ১১ লাশ", body=BODY
    )
    with open_archive(tmp_path_factory.mktemp("halda") / "a.db") as opened:
        opened.add_all([article])
        yield opened


@pytest.mark.parametrize(
    ("card", "verdict", "shown"),
    [
        ("মঙ্গলবার রাত ৮টা পর্যন্ত ১১ জনের লাশ উদ্ধার করা হয়েছে", "printed", []),
        ("মঙ্গলবার (৪ মার্চ) রাত ৮টা পর্যন্ত ১১ জনের লাশ উদ্ধার করা হয়েছে", "printed", []),
        ("মঙ্গলবার রাত ৮টা পর্যন্ত ৫১ জনের লাশ উদ্ধার করা হয়েছে", "altered", ["৫১"]),
        ("মঙ্গলবার (৫ মার্চ) রাত ৮টা পর্যন্ত ১১ জনের লাশ উদ্ধার করা হয়েছে", "altered", ["৫"]),
    ],
)
def test_a_bracket_may_be_left_out_as_a_whole(
    archive: Archive, card: str, verdict: str, shown: list[str]
) -> None:
    found = archive.check(card, outlet=OUTLET)
    assert found.verdict == verdict
    assert [change.card for change in found.difference if change.card] == shown


def test_a_bracket_that_denies_may_not(archive: Archive) -> None:
    card = "জেলা প্রশাসক রওশন জাহান ত্রাণ বিলিয়েছেন"
    assert archive.check(card, outlet=OUTLET).verdict == "altered"
