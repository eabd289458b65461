"""Make `bangla/data/lexicon.tsv.gz`: the words Shutro takes for attested, their lemmas and word classes.

    python -m train.lexicon --data DIR

From `words/bkit_lemma_dictionary` and `words/bkit_headwords` (PyPI `bkit` 0.0.9, MIT) and from word
counts over the news text of `names/` and `news/`. First a line for each set of word classes with its
words, then one for each count, then the words that have another lemma in some class. The same input
gives the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from shutro.bangla.keys import folded
from shutro.bangla.words import words

OUT = Path(__file__).resolve().parent.parent / "src/shutro/bangla/data/lexicon.tsv.gz"
CLASSES = {"noun": "n", "adjective": "a", "verb": "v", "conjunction": "c", "adverb": "d", "pronoun": "p"}
LEAST, MOST = 3, 999


def rows(path: Path) -> Iterator[dict[str, object]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def texts(data: Path) -> Iterator[str]:
    """The text whose words are counted."""
    for name in ("neonp_headlines", "rifat_train"):
        for row in rows(data / "names" / f"{name}.jsonl"):
            yield " ".join(str(t) for t in row["tokens"])  # type: ignore[attr-defined]
    for row in rows(data / "news" / "bansdata_partial.jsonl"):
        yield f"{row['article']}\n{row['summary']}"
    for row in rows(data / "news" / "iamaber_2024.jsonl"):
        yield f"{row['headline']}\n{row['body']}"


def counts(data: Path) -> Counter[str]:
    seen: Counter[str] = Counter()
    for text in texts(data):
        seen.update(folded(span.of(text)) for span in words(text))
    return seen


def lexicon(data: Path) -> list[str]:
    """The lines of the file: classes with their words, counts with their words, words with lemmas."""
    classes: dict[str, set[str]] = defaultdict(set)
    lemmas: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows(data / "words" / "bkit_headwords.jsonl"):
        classes[folded(str(row["w"]))].add("h")
    for row in rows(data / "words" / "bkit_lemma_dictionary.jsonl"):
        word, kind = folded(str(row["form"])), CLASSES[str(row["pos"])]
        classes[word].add(kind)
        lemmas[word].setdefault(kind, folded(str(row["lemma"])))
    seen = counts(data)
    words = [
        word for word in sorted(classes.keys() | {w for w, n in seen.items() if n >= LEAST}) if _whole(word)
    ]
    by_class: dict[str, list[str]] = defaultdict(list)
    by_count: dict[int, list[str]] = defaultdict(list)
    for word in words:
        by_class["".join(sorted(classes.get(word, ())))].append(word)
        if seen[word]:
            by_count[min(seen[word], MOST)].append(word)
    lines = [f"classes\t{kinds}\t{' '.join(group)}" for kinds, group in sorted(by_class.items())]
    lines += [f"count\t{count}\t{' '.join(group)}" for count, group in sorted(by_count.items())]
    for word in words:
        if other := [f"{kind}:{lemma}" for kind, lemma in sorted(lemmas[word].items()) if lemma != word]:
            lines.append(f"{word}\t{' '.join(other)}")
    return lines


def _whole(word: str) -> bool:
    return bool(word) and " " not in word and any("\u0980" <= char <= "\u09ff" for char in word)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    text = "\n".join(lexicon(parser.parse_args().data)) + "\n"
    OUT.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(OUT, len(text), OUT.stat().st_size)


if __name__ == "__main__":
    main()
