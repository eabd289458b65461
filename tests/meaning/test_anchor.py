"""From which day a report's own `yesterday` counts."""

from datetime import date

from shutro.meaning.anchor import anchor
from shutro.model import Article


def report(body, **known):
    return Article.from_text(id="x", headline="খবর", body=body, **known)


def test_the_printed_date_is_the_anchor():
    stamp = anchor(report("গতকাল সভা হয়।", published="2025-03-11T09:00:00+06:00"))
    assert stamp.day == date(2025, 3, 11)
    assert not stamp.inferred


def test_yesterday_with_its_date_tells_the_day_of_printing():
    stamp = anchor(report("গতকাল সোমবার (১০ মার্চ) সভা হয়।", captured="2025-03-14"))
    assert stamp.day == date(2025, 3, 11)
    assert stamp.inferred
    assert stamp.how == "text:tied-date"


def test_the_capture_bounds_a_report_without_any_date():
    stamp = anchor(report("রাজধানীতে বৃষ্টি হয়েছে।", captured="2025-03-14"))
    assert stamp.day == date(2025, 3, 14)
    assert (stamp.inferred, stamp.how) == (True, "capture")


def test_a_date_that_is_told_of_is_not_the_day_of_printing():
    stamp = anchor(report("সোমবার (১০ মার্চ) সভা হয়। এ নিয়ে আলোচনা চলছে।", captured="2025-03-14"))
    assert stamp.day == date(2025, 3, 14)


def test_without_a_date_or_a_capture_time_the_day_is_unknown():
    assert anchor(report("রাজধানীতে বৃষ্টি হয়েছে।")) is None
