"""New since: what a story's timeline has gained between two moments."""

from __future__ import annotations

from datetime import date

import pytest

from shutro.model import Article
from shutro.stories.gains import gained, gained_since
from shutro.stories.timeline import timeline


def report(name, outlet, at, body):
    return Article.from_text(
        id=name, outlet=outlet, headline="মেঘনায় ট্রলারডুবি", body=body, published=f"2025-06-{at}:00+06:00"
    )


FIRST = report(
    "a", "প্রভাতরেখা", "03T10:00",
    "ভোলার মনপুরায় মেঘনা নদীতে ঝড়ের কবলে পড়ে একটি মাছ ধরার ট্রলার ডুবে ৩ জন নিহত হয়েছেন। "
    "মঙ্গলবার (৩ জুন) ভোরে মেঘনার হাজীর চরে এ ঘটনা ঘটে।\n"
    "মনপুরা থানার ওসি কামাল হোসেন বলেন, নিখোঁজ জেলেদের খোঁজে উদ্ধারকাজ চলছে।",
)  # fmt: skip
LATER_TOLL = report(
    "b", "জনপদলিপি", "03T20:00",
    "ভোলার মনপুরায় মেঘনা নদীতে মাছ ধরার ট্রলার ডুবে ৭ জন নিহত হয়েছেন। "
    "মঙ্গলবার (৩ জুন) ভোরে মেঘনার হাজীর চরে ঝড়ের কবলে পড়ে ট্রলারটি ডুবে যায়।",
)  # fmt: skip
INQUIRY = report(
    "c", "নদীকূল২৪", "05T12:00",
    "ট্রলারডুবির কারণ খুঁজতে পাঁচ সদস্যের তদন্ত কমিটি গঠন করেছে ভোলা জেলা প্রশাসন। "
    "বৃহস্পতিবার (৫ জুন) সকালে জেলা প্রশাসক আবু তাহের কমিটির সদস্যদের নাম ঘোষণা করেন।",
)  # fmt: skip


@pytest.fixture(scope="module")
def states():
    return [
        timeline(reports, None) for reports in ([FIRST], [FIRST, LATER_TOLL], [FIRST, LATER_TOLL, INQUIRY])
    ]


def test_a_later_toll_makes_the_line_grow(states):
    new, grown = gained(states[0], states[1])
    assert new == ()
    (line,) = [e for e in grown if any(d.slot == "dead" for d in e.differences)]
    assert line.outlets == ("প্রভাতরেখা", "জনপদলিপি") or line.outlets == ("জনপদলিপি", "প্রভাতরেখা")
    assert {d.kind for d in line.differences} == {"update"}


def test_what_nobody_told_before_is_new(states):
    new, grown = gained(states[1], states[2])
    assert new
    assert {proof.article for entry in new for proof in entry.evidence} == {"c"}
    assert {entry.date for entry in new} == {"2025-06-05"}
    assert not set(new) & set(grown)


def test_between_equal_states_nothing_is_gained(states):
    assert gained(states[2], states[2]) == ((), ())


def test_from_nothing_everything_is_new(states):
    assert gained([], states[2]) == (tuple(states[2]), ())


def test_a_difference_that_appears_makes_a_line_grow(states):
    line = next(e for e in states[1] if e.differences)
    without = type(line)(
        line.date, line.granularity, line.dated, line.text, line.evidence, line.statements, line.origins
    )
    assert gained([without], [line]) == ((), (line,))
    assert gained([line], [without]) == ((), ())


def test_since_a_day_the_reports_of_that_day_and_later_count():
    reports = [FIRST, LATER_TOLL, INQUIRY]
    new = gained_since(reports, date(2025, 6, 4)).new
    assert {proof.article for entry in new for proof in entry.evidence} == {"c"}
    assert gained_since(reports, date(2025, 6, 6)) == ((), ())
    assert gained_since(reports, date(2025, 6, 1)).new == tuple(timeline(reports, None))
