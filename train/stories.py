"""Count words for the stories room: `press.tsv` and `naming.tsv` in `src/shutro/stories/data`.

    python train/stories.py --data DIR

`press.tsv`: in how many articles of the press each word is printed; counts of words that at least two
articles print, from `news/iamaber_2024.jsonl` (iamaber/bangla-news-scraper, counts only) and
`news/bansdata_partial.jsonl` (Prithwiraj12/Bengali-Deep-News-Summarization, MIT).

`naming.tsv`: how often, in per cent, each term of the press is part of a name; counted in
`names/neonp_headlines.jsonl` (neon-p/bangla-ner-bilstm-with-fasttext-word2vec-embeddings, CC-BY-4.0)
and `names/rifat_train.jsonl` (Rifat1493/Bengali-NER, MIT), few sightings drawn to what the lexicon makes
likely: a word that no dictionary holds is mostly a name, a headword hardly ever.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from shutro.bangla.keys import search_key
from shutro.bangla.stems import entry
from shutro.bangla.words import words
from shutro.stories.terms import bare, term

PRESS = {"iamaber_2024.jsonl": ("headline", "body"), "bansdata_partial.jsonl": ("summary", "article")}
MARKED = ("neonp_headlines.jsonl", "rifat_train.jsonl")
NAMES = frozenset({"PER", "LOC", "ORG"})
TABLES = Path(__file__).parents[1] / "src" / "shutro" / "stories" / "data"
AT_LEAST = 2
DRAWN = 3  # sightings that the lexicon's guess counts for
UNKNOWN = 0.85  # how likely a term is part of a name: in no lexicon
UNLISTED = 0.5  # seen in news, in no dictionary
HEADWORD = 0.08  # in a dictionary


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


def naming(data: Path, printed: Iterable[str]) -> list[str]:
    """The lines of `naming.tsv`, in order of their terms."""
    seen: Counter[str] = Counter()
    named: Counter[str] = Counter()
    likely: dict[str, float] = {}
    for word in printed:
        key = term(word)
        likely[key] = min(likely.get(key, 1.0), by_lexicon(word))
    for name in MARKED:
        for row in rows(data / "names" / name):
            for token, tag in zip(row["tokens"], row["tags"], strict=True):
                if key := term(token):
                    seen[key] += 1
                    named[key] += tag[2:] in NAMES
                    likely[key] = min(likely.get(key, 1.0), by_lexicon(token))
    kept = sorted(key for key in likely if key and not key[0].isdigit())
    return [f"{k}\t{round(100 * (named[k] + DRAWN * likely[k]) / (seen[k] + DRAWN))}" for k in kept]


def by_lexicon(word: str) -> float:
    """How likely a word is part of a name by the lexicon alone."""
    known = entry(bare(word))
    return UNKNOWN if known is None else HEADWORD if known.classes else UNLISTED


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
    counted = press(data)
    write("press.tsv", "made by train/stories.py; word, articles that print it; first their number", counted)
    printed = [line.split("\t")[0] for line in counted[1:]]
    write("naming.tsv", "made by train/stories.py; term, per cent in names", naming(data, printed))


if __name__ == "__main__":
    main()
