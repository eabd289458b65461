"""What the names are found with loads fast, and training it again gives the same."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from bench.names import load

ROOT = Path(__file__).resolve().parents[2]
TRAIN_TWICE = """
from pathlib import Path
from train.corpus import retokenised
from train.names import export, train
import sys
sentences = [
    retokenised("1", ["জোবেদা", "খাতুন", "ঢাকায়", "আসেন", "।"], ["B-PER", "I-PER", "B-LOC", "O", "O"]),
    retokenised("2", ["দুদক", "মামলা", "করে", "।"], ["B-ORG", "O", "O", "O"]),
    retokenised("3", ["সিলেটে", "করিম", "শেখ", "বলেন", "।"], ["B-LOC", "B-PER", "I-PER", "O", "O"]),
]
for name in ("one", "two"):
    model, out = Path(sys.argv[1]) / f"{name}.crfsuite", Path(sys.argv[1]) / f"{name}.crf"
    train(sentences, model, 20)
    export(model, out)
"""
# Times as long as counting at most, which a slow or busy machine slows down alike; half of it here.
LOADING = 6


def counting() -> float:
    start = time.process_time()
    sum(number * number for number in range(2_000_000))
    return time.process_time() - start


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


def test_names_load_fast_and_small() -> None:
    taken = load(times=5)
    assert taken["load seconds"] < LOADING * min(counting() for _ in range(5))
    assert taken["memory MB"] < 150


def test_training_again_gives_the_same_bytes(tmp_path: Path) -> None:
    done = run("-c", TRAIN_TWICE, str(tmp_path))
    assert done.returncode == 0, done.stderr
    first = (tmp_path / "one.crf").read_bytes()
    assert first == (tmp_path / "two.crf").read_bytes()
    assert len(first) > 500
