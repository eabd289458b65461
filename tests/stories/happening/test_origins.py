"""Independent origins of what several reports tell."""

from shutro.model import Article
from shutro.stories.timeline import timeline

LEAD = "ময়মনসিংহের ভালুকায় একটি সুতা কারখানায় আগুন লেগে গুদাম পুড়ে গেছে। সোমবার (১০ মার্চ) ভোরে কারখানার দোতলায় আগুন লাগে।"
REST = (
    "ফায়ার সার্ভিসের চারটি ইউনিট তিন ঘণ্টার চেষ্টায় আগুন নিয়ন্ত্রণে আনে। কারখানাটিতে রাতের পালায় দুই শতাধিক শ্রমিক কাজ করছিলেন। "
    "শ্রমিকেরা জানান, আগুন লাগার পর জরুরি সিঁড়ি দিয়ে তারা নিচে নেমে আসেন। কারখানার মালিকপক্ষ ক্ষতির পরিমাণ জানাতে পারেনি।"
)
OTHER = "সোমবার ভোরে ময়মনসিংহের ভালুকায় সুতা কারখানার দোতলায় আগুন লাগে। পুড়ে গেছে গুদামে রাখা তুলা ও সুতা।"


def report(name, outlet, body):
    published = "2025-03-10T18:00:00+06:00"
    headline = "ভালুকায় সুতা কারখানায় আগুন"
    return Article.from_text(id=name, outlet=outlet, headline=headline, body=body, published=published)


def fire(*reports):
    return next(e for e in timeline(reports) if any("আগুন লাগে" in proof.text for proof in e.evidence))


def test_a_reprint_is_no_second_origin():
    body = f"{LEAD}\n{REST}"
    line = fire(report("a", "প্রভাতরেখা", body), report("b", "জনপদলিপি", body))
    assert len(line.outlets) == 2
    assert len(line.origins) == 1


def test_a_report_in_other_words_by_another_outlet_is_one():
    line = fire(report("a", "প্রভাতরেখা", f"{LEAD}\n{REST}"), report("c", "ধ্রুবকাল", OTHER))
    assert line.origins == ("ধ্রুবকাল", "প্রভাতরেখা")


def test_two_reports_of_one_outlet_are_one_origin():
    line = fire(report("a", "প্রভাতরেখা", f"{LEAD}\n{REST}"), report("c", "প্রভাতরেখা", OTHER))
    assert line.origins == ("প্রভাতরেখা",)
