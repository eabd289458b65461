"""What the names are found with loads fast, and training it again gives the same."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

from bench.names import load
from train.corpus import Sentence, retokenised
from train.names import Weights, mean
from train.varied import renamed, unlisted

ROOT = Path(__file__).resolve().parents[3]
TRAIN_TWICE = """
from pathlib import Path
from train.corpus import retokenised
from train.names import export, mean, members
import sys
sentences = [
    retokenised("1", ["জোবেদা", "খাতুন", "ঢাকায়", "আসেন", "।"], ["B-PER", "I-PER", "B-LOC", "O", "O"]),
    retokenised("2", ["দুদক", "মামলা", "করে", "।"], ["B-ORG", "O", "O", "O"]),
    retokenised("3", ["সিলেটে", "করিম", "শেখ", "বলেন", "।"], ["B-LOC", "B-PER", "I-PER", "O", "O"]),
]
for name in ("one", "two"):
    model, out = Path(sys.argv[1]) / f"{name}.crfsuite", Path(sys.argv[1]) / f"{name}.crf"
    export(mean(list(members(sentences, sentences[:1], model))), out)
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


def sentence(number: int) -> Sentence:
    words = ["ঢাকায়", "জোবেদা", "খাতুনের", "বাড়িতে", "পুলিশ", "যায়", "।"]
    return retokenised(str(number), words, ["B-LOC", "B-PER", "I-PER", "O", "O", "O", "O"])


def test_some_words_of_names_look_unlisted_and_no_others() -> None:
    plain = [look.kind for look in unlisted(replace(sentence(0), tags=("O",) * 7), 1)]
    seen = [[look.kind for look in unlisted(sentence(number), 1)] for number in range(40)]
    assert all(kinds[5:] == plain[5:] for kinds in seen)
    assert {kinds[2].flags for kinds in seen} == {plain[2].flags, ""}
    assert {kinds[4].parts for kinds in seen} == {plain[4].parts, ""}


def test_a_renamed_person_keeps_the_ending_and_the_rest_stays() -> None:
    others = [renamed(sentence(number), ["সালেহা", "করিমুন", "রোকেয়া", "মোস্তাক"]) for number in range(40)]
    keys = [other.keys for other in others]
    assert all([key[0], *key[3:]] == [sentence(0).keys[0], *sentence(0).keys[3:]] for key in keys)
    assert all(other.tags == sentence(0).tags for other in others)
    assert len({key[1] for key in keys}) > 3
    assert all(key[2].endswith("ের") for key in keys)


def test_the_mean_of_weights_goes_by_the_tags_and_by_the_features() -> None:
    one = Weights(["O", "B-PER"], {1: [1.0, 2.0], 2: [4.0, 0.0]}, [[0.0, 2.0], [4.0, 6.0]])
    two = Weights(["B-PER", "O"], {1: [0.0, 3.0]}, [[6.0, 4.0], [2.0, 0.0]])
    assert mean([one, two]) == Weights(["O", "B-PER"], {1: [2.0, 1.0], 2: [2.0, 0.0]}, one.moves)
