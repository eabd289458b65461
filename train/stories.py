"""Count in how many articles of the press each word is printed: `src/shutro/stories/data/press.tsv`.

    python train/stories.py --data DIR

DIR holds `news/iamaber_2024.jsonl` (iamaber/bangla-news-scraper, counts only) and
`news/bansdata_partial.jsonl` (Prithwiraj12/Bengali-Deep-News-Summarization, MIT). Only counts leave
them, and only of words that at least two articles print.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from shutro.bangla.keys import search_key
from shutro.bangla.words import words

FILES = {"iamaber_2024.jsonl": ("headline", "body"), "bansdata_partial.jsonl": ("summary", "article")}
TABLE = Path(__file__).parents[1] / "src" / "shutro" / "stories" / "data" / "press.tsv"
AT_LEAST = 2


def texts(data: Path) -> Iterator[str]:
    """The text of every article under `data`."""
    for name, fields in FILES.items():
        with (data / "news" / name).open(encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                yield "\n".join(row[field] or "" for field in fields)


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    counts: Counter[str] = Counter()
    documents = 0
    for text in texts(data):
        documents += 1
        counts.update({search_key(span.of(text)).text for span in words(text)})
    kept = sorted((-n, word) for word, n in counts.items() if n >= AT_LEAST and word)
    lines = [f"# documents\t{documents}", *(f"{word}\t{-n}" for n, word in kept)]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{documents} articles, {len(kept)} words, {TABLE.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
