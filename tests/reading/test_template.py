"""A batch reads better than a page: what recurs over an outlet's pages is no body."""

from __future__ import annotations

import random

import pytest

from shutro.reading import template
from shutro.reading.article import read_each
from shutro.reading.page.blocks import Block
from shutro.reading.template import Templates

PLEA = "নদীবার্তার পাঠকদের জন্য এবার এল বিশেষ সংখ্যা। আজই সংগ্রহ করে রাখা যায় যেকোনো দোকান থেকে।"
PLACES = ["চরভাঙ্গা", "শীতলাই", "মধুখালী", "কুসুমপুর", "পদ্মপুকুর", "হরিণঘাটা", "সোনাতলা", "বকুলতলী", "আমতলী", "নলডুবি"]


def page(number: int, paragraphs: list[str]) -> str:
    title = f"{PLACES[number % 10]} এলাকার {number} নম্বর খবরের শিরোনাম"
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return (
        f"<html><head><title>{title}</title><link rel='canonical' href='https://news.example/{number}'></head>"
        f"<body><h1>{title}</h1><p>প্রকাশ: ১৩ অক্টোবর ২০২৪, ০৮:১০ এএম</p>{body}</body></html>"
    )


def own(number: int) -> list[str]:
    place = PLACES[number % 10]
    return [
        f"{place} এলাকায় {part} দফায় {number * 7 + part} জন মানুষ ঘর ছেড়েছেন। তাদের আশ্রয় দেওয়া হয়েছে।"
        for part in range(4)
    ]


def batch(folder, pages: int) -> dict[str, list[str]]:
    wanted = {}
    for number in range(pages):
        texts = own(number)
        wanted[f"{number:03}.html"] = texts
        (folder / f"{number:03}.html").write_text(
            page(number, [*texts[:2], PLEA, *texts[2:]]), encoding="utf-8"
        )
    return wanted


def test_a_paragraph_on_every_page_is_the_templates(tmp_path):
    wanted = batch(tmp_path, 24)
    got = {one.source[-8:]: list(one.article.body) for one in read_each(tmp_path)}
    assert got == wanted


def test_on_a_few_pages_it_may_be_the_background_of_a_story(tmp_path):
    batch(tmp_path, 6)
    assert all(PLEA in one.article.body for one in read_each(tmp_path))


def test_the_order_of_the_pages_makes_no_difference(tmp_path):
    batch(tmp_path, 24)
    paths = sorted(tmp_path.iterdir())
    shuffled = random.Random(5).sample(paths, len(paths))
    there = {one.source: one.article for one in read_each(*paths)}
    assert {one.source: one.article for one in read_each(*shuffled)} == there


@pytest.mark.parametrize("seed", range(3))
def test_counts_stay_bounded_and_whole_in_any_order(monkeypatch, seed):
    monkeypatch.setattr(template, "LINES", 50)
    pages = [
        (n, [f"একটি সারি যার নম্বর {n} আর {k}" for k in range(9)] + ["সব পাতায় এই একই সারি আছে"]) for n in range(40)
    ]
    random.Random(seed).shuffle(pages)
    templates = Templates()
    for number, lines in pages:
        templates.see("a.example", f"https://a.example/{number}", [Block(0, 1, line) for line in lines])
    host = templates._hosts["a.example"]
    assert len(host.counts) <= 50
    assert host.limit == template._ALL // 8
    assert set(host.counts.values()) <= {1, 40}
