"""What likeness is made of: grouping, weights, terms."""

from __future__ import annotations

import random
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutro.model import Article
from shutro.stories.features import dots, features
from shutro.stories.grouping.likeness import Mass, alike, clash, fading, mass, shared, tied
from shutro.stories.grouping.linkage import Links, group
from shutro.stories.grouping.weights import Weights
from shutro.stories.terms import naming, press, term, terms

REPORT = Article.from_text(
    id="a",
    headline="ভোলায় গ্যাসকূপের সন্ধান, মজুত ১,২৫০ বিসিএফ",
    body="ভোলার ইলিশা-২ কূপে গ্যাস পেয়েছে বাপেক্স। "
    "সোমবার (৮ জানুয়ারি) প্রতিষ্ঠানটি জানায়, মজুত ১,২৫০ বিসিএফ, দাম ৬৫০০ কোটি টাকা।",
    published="2024-01-09T10:00:00+06:00",
)


def test_the_forms_of_a_word_are_one_term() -> None:
    assert len({term(word) for word in ("ঢাকা", "ঢাকার", "ঢাকায়", "ঢাকাকে")}) == 1
    assert term("যুক্তরাষ্ট্র") == term("যুক্তরাষ্ট্রের") != term("যুক্ত")


def test_a_name_no_lexicon_knows_is_one_term_under_every_ending() -> None:
    assert len({term(word) for word in ("জুখোভস্কি", "জুখোভস্কির", "জুখোভস্কিকে")}) == 1


def test_figures_in_either_digits_are_one_term() -> None:
    assert terms("১২৫ জন") == terms("125 জন")


def test_names_are_told_from_other_words() -> None:
    assert naming(term("ভারতের")) > 0.9
    assert naming(term("নিহত")) < 0.1
    assert naming(term("জুখোভস্কি")) > 0.5
    assert naming("125") == 0.0


def test_a_rare_word_tells_more_than_a_common_one() -> None:
    assert press().rarity(term("বাপেক্স")) > press().rarity(term("সরকার")) > press().rarity(term("ও"))


def test_a_word_of_many_stories_loses_weight_and_gets_it_back() -> None:
    weights = Weights()
    before = weights.weight("মনোনয়ন")
    weights.stories += 100
    weights.counts["মনোনয়ন"] += 40
    weights.counts["কূপ"] += 1
    assert weights.weight("মনোনয়ন") < before / 2
    assert weights.weight("কূপ") > weights.weight("মনোনয়ন")
    weights.forget(["কূপ"])
    assert "কূপ" not in weights.counts


def test_a_report_is_alike_to_itself_and_not_to_nothing() -> None:
    weights = Weights()
    one = mass([features(REPORT)], weights)
    assert 0.9 < alike(one, one) <= 1.0 + 1e-9
    assert alike(one, Mass()) == 0.0
    assert abs(one.within - 1.0) < 1e-9


def test_features_know_the_day_and_the_figures_of_the_event() -> None:
    counted = features(REPORT)
    assert counted.days == {"2024-01-08"}
    assert len(counted.figures) == 2
    assert counted.when == datetime(2024, 1, 9, 4, tzinfo=UTC)
    assert sum(dots(counted.head, counted.head)) > 0


def test_other_days_weigh_little_and_other_figures_much() -> None:
    def telling(days: set[str], figures: set[str]) -> Mass:
        return Mass(days=frozenset(days), figures=frozenset(figures))

    first = telling({"2024-01-08"}, {"1250", "6500"})
    assert clash(first, first) == clash(first, telling(set(), set())) == 1.0
    assert 0.8 < clash(first, telling({"2024-01-10"}, set())) < 1.0
    assert clash(first, telling({"2024-01-08"}, {"1111", "2222"})) <= 0.5
    assert clash(first, telling({"2024-01-08"}, {"1250", "2222"})) == 1.0


def test_names_alone_or_matter_alone_make_half_a_likeness() -> None:
    assert tied(0.2, 0.2, 1.0, 1.0, 2) == pytest.approx(0.4)
    assert tied(0.4, 0.0, 1.0, 1.0, 2) == tied(0.0, 0.4, 1.0, 1.0, 2) == pytest.approx(0.2)
    assert tied(0.2, 0.2, 0.0, 1.0, 2) == 0.0


def test_reports_that_share_little_on_average_are_a_topic_and_no_story() -> None:
    inside = 20 * 1.0 + 20 * 19 * 0.2  # twenty reports, each pair alike by 0.2
    assert tied(15.0, 15.0, inside, inside, 40) == 0.0
    assert tied(30.0, 30.0, inside, inside, 40) > 0.6


def test_a_week_is_nothing_and_two_months_are_much() -> None:
    assert fading(0) == fading(7) == 1.0
    assert fading(60) < 0.1


def test_the_reasons_are_the_heaviest_shared_terms_first() -> None:
    weights = Weights()
    one = mass([features(REPORT)], weights)
    told = shared(one, one, most=4)
    assert len(told) == 4
    assert [part for _, part in told] == sorted((part for _, part in told), reverse=True)


@given(st.integers(1, 12), st.integers(0, 10_000))
def test_grouping_keeps_every_node_once_whatever_their_order(size: int, seed: int) -> None:
    chance = random.Random(seed)
    likeness = {(i, j): chance.random() for i in range(size) for j in range(i)}

    def links(order: list[int]) -> Links:
        rows: Links = [{} for _ in order]
        for a, i in enumerate(order):
            for b, j in enumerate(order):
                if i != j:
                    both = likeness[max(i, j), min(i, j)]
                    rows[a][b] = (both / 2, both / 2)
        return rows

    plain = list(range(size))
    mixed = chance.sample(plain, size)
    found = group(links(plain), [1.0] * size, tied, 0.5)
    again = group(links(mixed), [1.0] * size, tied, 0.5)
    assert sorted(node for nodes in found for node in nodes) == plain
    assert {frozenset(nodes) for nodes in found} == {frozenset(mixed[n] for n in nodes) for nodes in again}
