"""Which sentences of several reports tell of one happening."""

import pytest

from shutro.model import Article
from shutro.stories.timeline import timeline


def entries(*bodies):
    reports = [
        Article.from_text(
            id=str(n),
            outlet=f"কাগজ {n}",
            headline="মনোহরপুরে বাঁধ",
            body=body,
            published="2025-08-12T20:00:00+06:00",
        )
        for n, body in enumerate(bodies)
    ]
    return timeline(reports, None)


BREACH = (
    "ধরলা নদীর মনোহরপুরে বেড়িবাঁধ ভেঙে পাঁচ গ্রাম প্লাবিত হয়েছে। মঙ্গলবার {} নাগাদ নদীর পাড়ের বাঁধটি ধসে যায়।",
    "বাঁধ ভাঙার খবরে ছুটে আসেন উপজেলা চেয়ারম্যান।\nসোমবার রাতে টানা বৃষ্টি হয়। মঙ্গলবার {} মনোহরপুরে ধরলার বাঁধ ভেঙে যায়।",
)


@pytest.mark.parametrize(
    ("first", "second", "together"), [("দুপুর ২টা", "দুপুরে", True), ("সকাল ৯টা", "বিকেল ৫টায়", False)]
)
def test_reports_that_give_one_hour_tell_of_one_thing_in_other_words(first, second, together):
    told = entries(BREACH[0].format(first), BREACH[1].format(second))
    (line,) = [e for e in told if any("বাঁধটি ধসে যায়" in proof.text for proof in e.evidence)]
    assert any("বাঁধ ভেঙে যায়" in proof.text for proof in line.evidence) is together
