"""Count words for the stories room: `press.tsv` and `naming.tsv` in `src/shutro/stories/data`.

    python train/stories.py --data DIR

`press.tsv`: in how many articles of the press each word is printed; counts of words that at least two
articles print, from `news/iamaber_2024.jsonl` (iamaber/bangla-news-scraper, counts only) and
`news/bansdata_partial.jsonl` (Prithwiraj12/Bengali-Deep-News-Summarization, MIT).

`naming.tsv`: how often each term is part of a marked name and how often it is seen at all, from
`names/neonp_headlines.jsonl` (neon-p/bangla-ner-bilstm-with-fasttext-word2vec-embeddings, CC-BY-4.0)
and `names/rifat_train.jsonl` (Rifat1493/Bengali-NER, MIT).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from shutro.bangla.keys import search_key
from shutro.bangla.words import words
from shutro.stories.terms import term

PRESS = {"iamaber_2024.jsonl": ("headline", "body"), "bansdata_partial.jsonl": ("summary", "article")}
MARKED = ("neonp_headlines.jsonl", "rifat_train.jsonl")
NAMES = frozenset({"PER", "LOC", "ORG"})
TABLES = Path(__file__).parents[1] / "src" / "shutro" / "stories" / "data"
AT_LEAST = 2


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-lines file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def press(data: Path) -> list[str]:
    """The lines of `press.tsv`, the most printed word first."""
    counts: Counter[str] = Counter()
    documents = 0
    for name, fields in PRESS.items():
        for row in rows(data / "news" / name):
            documents += 1
            text = "\n".join(row[field] or "" for field in fields)
            counts.update({search_key(span.of(text)).text for span in words(text)})
    kept = sorted((-n, word) for word, n in counts.items() if n >= AT_LEAST and word)
    return [f"\t{documents}", *(f"{word}\t{-n}" for n, word in kept)]


def naming(data: Path) -> list[str]:
    """The lines of `naming.tsv`, the most seen term first."""
    seen: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for name in MARKED:
        for row in rows(data / "names" / name):
            for token, tag in zip(row["tokens"], row["tags"], strict=True):
                if key := term(token):
                    seen[key] += 1
                    named[key] += tag[2:] in NAMES
    kept = sorted((-n, key) for key, n in seen.items() if n >= AT_LEAST)
    return [f"{key}\t{named[key]}\t{-n}" for n, key in kept]


def write(name: str, remark: str, lines: Iterable[str]) -> None:
    """Write one table with a remark above it."""
    path = TABLES / name
    path.write_text("\n".join((f"# {remark}", *lines)) + "\n", encoding="utf-8")
    print(f"{name}: {path.stat().st_size / 1e6:.1f} MB")


def main() -> None:
    """Write the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    write(
        "press.tsv", "made by train/stories.py; word, articles that print it; first their number", press(data)
    )
    write("naming.tsv", "made by train/stories.py; term, times in a name, times seen", naming(data))


if __name__ == "__main__":
    main()
