"""The crawl that the bench is run on is what it says, and the same every time."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from bench.crawl import recorded, write
from bench.scale import _corpus

from shutro.model import Capture
from shutro.scale.files import folder
from shutro.scale.shards import pages


def test_the_same_seed_makes_the_same_bytes(tmp_path: Path) -> None:
    one, other = (write(tmp_path / name, 60, 2) for name in "ab")
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in other]
    assert one[0].read_bytes() != write(tmp_path / "c", 60, 2, seed=2)[0].read_bytes()
    assert _corpus() == _corpus()


def test_most_records_are_in_other_languages_and_some_are_broken(tmp_path: Path) -> None:
    made = write(tmp_path, 600, 10, share=0.1)
    kinds = Counter(record.status for record in recorded(600, share=0.1))
    assert kinds["404 Not Found"] > 0
    assert any(record.cut for record in recorded(600, share=0.1))
    found: Counter[str] = Counter()
    for path in made:
        for page in pages(folder(str(tmp_path)), path.name):
            found["captures" if isinstance(page, Capture) else page.reason] += 1
    assert 40 < found["captures"] < 80
    assert found["hardly a Bangla letter in it"] > 400
    assert found["the script of Bangla, but another language"] > 0
