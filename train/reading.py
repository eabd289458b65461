"""Make `reading/data/common.txt`: word beginnings so common in news that they tie no two texts together.

    python -m train.reading --data DIR

Counts in what share of the texts each beginning of six letters stands, in two sets from different
years: `news/bansdata_partial.jsonl` (Prithwiraj12/Bengali-Deep-News-Summarization, MIT; leads of about
2015) and `news/iamaber_2024.jsonl` (iamaber/bangla-news-scraper; articles of 2024, counted only). What
is common in both is the language's, not a year's.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from shutro.reading.matter import stems

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "src/shutro/reading/data/common.txt"
SOURCES = (("bansdata_partial.jsonl", "article", 0.003), ("iamaber_2024.jsonl", "body", 0.05))
HEADER = "# Beginnings of words common in Bangla news of different years; made by train/reading.py.\n"


def common(path: Path, field: str, share: float) -> set[str]:
    """The beginnings that stand in at least `share` of the texts."""
    seen: Counter[str] = Counter()
    texts = 0
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            seen.update(stems(json.loads(line).get(field) or "", 6))
            texts += 1
    return {stem for stem, count in seen.items() if count >= share * texts}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    folder = parser.parse_args().data / "news"
    missing = [name for name, _, _ in SOURCES if not (folder / name).exists()]
    if missing:
        raise SystemExit(
            f"{folder} has no {', '.join(missing)}; name the folder that holds data/ with --shared"
        )
    kept = set.intersection(*(common(folder / name, field, share) for name, field, share in SOURCES))
    TARGET.write_text(HEADER + "".join(f"{stem}\n" for stem in sorted(kept)), encoding="utf-8")
    print(f"{len(kept)} beginnings")


if __name__ == "__main__":
    main()
