"""The figures pinned for names hold wherever the gold is; training is repeatable anywhere."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

from bench.names import load

ROOT = Path(__file__).resolve().parents[2]
ASKED = {
    "names.PER.f1": 0.86,
    "names.LOC.f1": 0.86,
    "names.ORG.f1": 0.78,
    "names.span.f1": 0.84,
    "names.canonical": 0.8,
}

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


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


def test_no_floor_lies_under_what_was_asked() -> None:
    pinned = tomllib.loads((ROOT / "bench" / "floors" / "names.toml").read_text("utf-8"))
    assert len(pinned["corpus"]) == 64
    assert {name for name, least in ASKED.items() if pinned["floors"][name] < least} == set()


def test_the_floors_hold_or_the_bench_says_that_the_gold_is_not_here() -> None:
    done = run("-m", "bench.names", "--check")
    if done.returncode == 2:
        assert "no gold here" in done.stderr
    else:
        assert done.returncode == 0, done.stderr


def test_names_load_fast_and_small() -> None:
    taken = load(times=5)
    assert taken["load seconds"] < 0.3
    assert taken["memory MB"] < 150


def test_training_again_gives_the_same_bytes(tmp_path: Path) -> None:
    done = run("-c", TRAIN_TWICE, str(tmp_path))
    assert done.returncode == 0, done.stderr
    first = (tmp_path / "one.crf").read_bytes()
    assert first == (tmp_path / "two.crf").read_bytes()
    assert len(first) > 500
