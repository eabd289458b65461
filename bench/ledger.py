"""Stories as the archive grows them: how good, in what order the reports may come, and what one costs.

    python -m bench.ledger [--gold DIR] [--check]
    python -m bench.ledger --grow 1000 10000 100000 [--where postgresql://…]

Figures are B-cubed F1 of the archive's stories on the gold, added at once and twenty at a time in shuffled
orders, beside `shutro.stories` on the same articles at once. `--grow` adds invented reports, 1,500 a day,
and prints at each size what placing one costs beyond reading and understanding it (milliseconds of
processor time, over the last 1,000), the stories there are, what lists and cards take, and the bytes of
the stories' own tables for each article. It needs no gold.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from bench.gold import Measured, corpus_hash, options, outcome
from bench.stories import FILES, Labels, articles_of, bcubed, headlines_of, labelled, press_words
from shutro.archive.nouns.findings import Kept
from shutro.archive.store import Archive, open_archive
from shutro.errors import ArchiveError
from shutro.model import Article, Name
from shutro.stories.grouping.clusters import stories

DAILY = 1500
OUTLETS = 12


class Apart(Archive):
    """An archive whose articles are understood at no cost: the first word of a headline is its one name."""

    def _findings(self, numbers: Sequence[int]) -> list[Kept]:
        articles = self._read_numbers(numbers)
        return [_kept(articles[number]) for number in numbers]


def _kept(article: Article) -> Kept:
    word = article.headline.split(" ")[0]
    return Kept((Name(0, len(word), word, "PER", word),) if word else (), (), ())


def apart(where: str) -> Apart:
    return Apart(open_archive(where)._shelf)


# -- how good


def grown(articles: Sequence[Article], step: int) -> Labels:
    """The story of each article, when so many are added at a time."""
    with tempfile.TemporaryDirectory() as folder, apart(f"{folder}/grown.db") as archive:
        for at in range(0, len(articles), step):
            archive.add_all(articles[at : at + step])
            archive.grow()
        cards = {article.id: archive.story_of(article.id) for article in articles}
    return {id: card.id for id, card in cards.items() if card is not None}


def measure(files: Path, orders: int) -> dict[str, float]:
    figures: dict[str, float] = {}
    for name, (articles, wanted) in (("articles", articles_of(files)), ("headlines", headlines_of(files))):
        figures[f"{name}.at_once"] = bcubed(grown(articles, len(articles)), wanted)
        shuffled = [random.Random(seed).sample(articles, len(articles)) for seed in range(1, orders + 1)]
        figures[f"{name}.worst_order"] = min(bcubed(grown(order, 20), wanted) for order in shuffled)
    return figures


# -- what it costs


def invented(count: int) -> Iterator[Article]:
    """Reports of events that come and go: four words in ten of a report are its event's own."""
    chance = random.Random(3)
    common = press_words()[:6000]
    start = datetime(2020, 1, 1)
    for number in range(count):
        event = max(0, number // 3 - int(chance.expovariate(1 / 60)))
        own = random.Random(-1 - event)
        place, person = own.choice(common[:800]), "".join(own.choices("কখগচজটডতদনপবমরলসহ", k=4))
        topic = [place, *own.sample(common[500:], 9), *(f"{person}{'ািুে'[n]}" for n in range(4))]
        body = chance.choices(common, weights=range(6000, 0, -1), k=90) + chance.choices(topic, k=40)
        chance.shuffle(body)
        yield Article.from_text(
            id=f"g{number}",
            outlet=f"Outlet {chance.randrange(OUTLETS)}",
            headline=" ".join((person, *chance.sample(topic, 4), *chance.sample(common, 2))),
            body="\n".join(" ".join(body[n : n + 13]) + "।" for n in range(0, len(body), 13)),
            published=start + timedelta(seconds=number * 86_400 // DAILY),
        )


def spent(ask: Callable[[], object], times: int = 20) -> float:
    """The median milliseconds of processor time."""
    taken = []
    for _ in range(times):
        at = time.process_time()
        ask()
        taken.append((time.process_time() - at) * 1000)
    return statistics.median(taken)


TABLES = (
    "placed", "story", "story_mass", "story_outlet", "story_actor", "meeting", "copied", "tie", "thread",
    "founder", "timeline", "band_data", "band_idx",
)  # fmt: skip


def growth(sizes: Sequence[int], where: str | None) -> None:
    print(" articles  stories  threads  place ms  front ms  outlet ms  card ms  days ms  bytes/article")
    with tempfile.TemporaryDirectory() as folder, apart(where or f"{folder}/grown.db") as archive:
        source, have = invented(max(sizes)), 0
        timed: list[float] = []
        for size in sorted(sizes):
            while have < size:
                batch = [next(source) for _ in range(min(1000, size - have))]
                archive.add_all(batch)
                at = time.process_time()
                archive.grow()
                timed.append((time.process_time() - at) * 1000 / len(batch))
                have += len(batch)
            front = spent(lambda: archive.stories(20))
            outlet = spent(lambda: archive.stories(20, outlet="Outlet 3"))
            id = archive.stories(1)[0].id
            card = spent(lambda: archive.story_card(id))  # noqa: B023 - asked at once
            last = datetime(2020, 1, 1) + timedelta(days=have // DAILY)
            days = spent(lambda: archive.days((last - timedelta(days=30)).date(), last.date()))  # noqa: B023
            figures = (
                f"{archive.count_stories():8} {len(archive.threads(10**6)):8} {timed[-1]:9.1f}",
                f"{front:9.2f} {outlet:10.2f} {card:8.2f} {days:8.2f} {_bytes(archive) / have:14.0f}",
            )
            print(f"{size:9}", *figures, flush=True)


def _bytes(archive: Archive) -> float:
    """The bytes of what is kept in the tables of stories, where the store can tell; pages aside."""
    names = ", ".join(f"'{name}'" for name in TABLES)
    sql = f"SELECT sum(pgsize) FROM dbstat WHERE name IN ({names})"
    try:
        return float(archive._shelf.ask(sql)[0][0])
    except ArchiveError:  # another store, or an SQLite that was built without it
        return float("nan")


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--grow", type=int, nargs="+", metavar="N", help="what placing costs at these sizes")
    parser.add_argument("--where", help="with --grow: an empty PostgreSQL database instead of a file")
    args = parser.parse_args()
    if args.grow:
        growth(args.grow, args.where)
        return 0
    return outcome("ledger", args, measured)


def measured(files: Path, *, peers: bool = True) -> list[Measured]:
    """The figures, and with `peers` more orders and `shutro.stories` on the same articles."""
    figures, corpus = measure(files, 3 if peers else 1), corpus_hash(files / name for name in FILES)
    at_once = {
        f"{name}.at_once": bcubed(labelled(stories(articles)), wanted)
        for name, (articles, wanted) in (("articles", articles_of(files)), ("headlines", headlines_of(files)))
        if peers
    }
    return [Measured("ledger", corpus, figures, {}, {"shutro.stories": at_once} if peers else {})]


if __name__ == "__main__":
    sys.exit(main())
