"""Names beside two peers, on the same documents in the same run; lemmas, aliases, speed and memory.

    python -m bench.names [--gold DIR] [--check] [--plain]

Peers: *gazetteer*, every spelling that Shutro knows beforehand wherever it stands, endings taken off;
and, with `--plain`, a *plain CRF* on the same public data (words, affixes, neighbours; no clusters,
no hand labels, no repairs), which takes minutes to train.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bench.gold import (
    Measured,
    absent,
    corpus_hash,
    gold,
    held,
    options,
    rows,
    score,
    score_peer,
    shared,
    show,
)
from shutro.bangla.keys import folded
from shutro.bangla.stems import lemma
from shutro.bangla.words import sentences
from shutro.meaning.names.known.gazetteer import gazetteer
from shutro.meaning.names.meant.entities import resolve
from shutro.meaning.names.names import names
from shutro.meaning.names.tagging.mentions import Mention
from shutro.meaning.names.tagging.sightings import mentions_of
from shutro.meaning.names.tagging.spellings import with_known
from shutro.meaning.names.tagging.tokens import Token, tokens
from shutro.model import Name

Finder = Callable[[str], list[Name]]


def by_gazetteer(text: str) -> list[Name]:
    return _named(text, lambda row: with_known(row, [], gazetteer()))


def plain_crf(data: Path) -> Finder:
    """A CRF of words, affixes and neighbours alone, on the two public sets."""
    import pycrfsuite
    from train.corpus import retokenised

    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": 0.1, "c2": 0.02, "max_iterations": 100})
    for name in ("neonp_headlines", "rifat_train"):
        for row in rows(data / "names" / f"{name}.jsonl"):
            sentence = retokenised(row["id"], row["tokens"], row["tags"])
            if sentence.tokens:
                trainer.append(_plain(sentence.keys), sentence.tags)
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "plain.crfsuite"
        trainer.train(str(model))
        tagger = pycrfsuite.Tagger()
        tagger.open(str(model))
        return lambda text: _named(
            text, lambda row: mentions_of(row, tagger.tag(_plain([t.key for t in row])))
        )


def _plain(keys: Sequence[str]) -> list[list[str]]:
    padded = ["^", *keys, "$"]
    return [
        [f"{by}={padded[i + 1 + by]}" for by in (-1, 0, 1)]
        + [f"p{n}={key[:n]}" for n in (1, 2, 3)]
        + [f"s{n}={key[-n:]}" for n in (1, 2, 3, 4)]
        for i, key in enumerate(keys)
    ]


def _named(text: str, find: Callable[[Sequence[Token]], list[Mention]]) -> list[Name]:
    out = []
    for span in sentences(text):
        row = tokens(text, span.start, span.end)
        for m in find(row):
            start, end = row[m.first].start, row[m.last - 1].end
            out.append(Name(start, end, text[start:end], m.kind, text[start:end]))
    return out


def aliases(files: Path) -> dict[str, float]:
    """The share of recorded spellings that lead to the right entity, and entities taken for another."""
    docs = [d for d in rows(files / "documents.jsonl") if d["doc_id"].startswith("seed")]
    found = {d["doc_id"]: names("\n".join(s["text"] for s in d["sentences"])) for d in docs}
    resolution = resolve(found)
    right = total = 0
    owners: dict[str, set[str]] = {}
    for entry in json.loads((files / "aliases.json").read_text("utf-8")):
        for surface, where in entry["surfaces"].items():
            entities = {
                entity.canonical
                for doc in where
                for name in found[doc]
                if folded(name.text) == folded(surface) and (entity := resolution.entity_of(doc, name))
            }
            total += 1
            right += folded(entry["canonical"]) in {folded(e) for e in entities}
            for canonical in entities:
                owners.setdefault(folded(canonical), set()).add(entry["canonical"])
    merged = sum(len(owned) > 1 for owned in owners.values())
    return {"aliases.right": right / max(1, total), "aliases.unmerged": 1 - merged / max(1, len(owners))}


def lemmas(path: Path) -> dict[str, float]:
    """The share of lemmas right, word classes not given."""
    pairs = [pair for row in rows(path) for pair in zip(row["tokens"], row["lemma"], strict=True)]
    return {"lemmas": sum(lemma(form) == folded(want) for form, want in pairs) / len(pairs)}


# A process is born with the peak of its parent in `ru_maxrss`: what it holds after loading tells more.
_PROBE = """
import time
start = time.process_time()
from shutro.meaning.names.names import names
names("ঢাকা")
taken = time.process_time() - start
from pathlib import Path
held = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmRSS"))
print(taken, held.split()[1])
"""


def load(times: int = 3) -> dict[str, float]:
    """Processor time and memory that a fresh process takes to its first names, the best of several."""
    probe = [sys.executable, "-c", _PROBE]
    runs = [
        subprocess.run(probe, capture_output=True, text=True, check=True).stdout.split() for _ in range(times)
    ]
    return {
        "load seconds": min(float(taken) for taken, _ in runs),
        "memory MB": min(int(held) for _, held in runs) / 1024,
    }


def speed(files: Path) -> dict[str, float]:
    """Words a second of processor time over whole articles, load time and memory of a fresh process."""
    texts = ["\n".join(s["text"] for s in d["sentences"]) for d in rows(files / "documents.jsonl")]
    names(texts[0])
    start = time.process_time()
    for text in texts:
        names(text)
    taken = time.process_time() - start
    return {
        "words a second": sum(len(t.split()) for t in texts) / taken,
        **load(),
        "peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def measured(files: Path, more: Mapping[str, Finder] | None = None, *, peers: bool = True) -> list[Measured]:
    """The figures, and with `peers` those of the gazetteer and of `more` finders."""
    corpus = corpus_hash([files / "documents.jsonl", files / "aliases.json"])
    figures = score("names", files) | aliases(files)
    base = shared()
    if base and (test := base / "data/words/banlemma_gold_test.jsonl").exists():
        figures |= lemmas(test)
    if not peers:
        return [Measured("names", corpus, figures)]
    finders: dict[str, Finder] = {"gazetteer": by_gazetteer, **(more or {})}
    others = {name: score_peer("names", files, names=finder) for name, finder in finders.items()}
    return [Measured("names", corpus, figures, speed(files), others)]


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--plain", action="store_true", help="train the plain CRF beside it")
    args = parser.parse_args()
    files = gold(args.gold)
    base = shared()
    if files is None:
        return absent("names")
    if args.check:
        return held(measured(files, peers=False))
    if args.plain and not base:
        print("names: no SHUTRO_SHARED to train the plain CRF on: left out", file=sys.stderr)
    more = {"plain CRF": plain_crf(base / "data")} if args.plain and base else {}
    return show(measured(files, more))


if __name__ == "__main__":
    sys.exit(main())
