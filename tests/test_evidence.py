"""Whatever page comes in, everything shown is the text that its span covers."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import shutro
from shutro.meaning.findings import understand
from shutro.model import Article

FURNITURE = (
    "  • সর্বশেষ",
    "  • জনপ্রিয়",
    "১০",
    "১১",
    "মন্তব্য করুন",
    "শেয়ার করুন",
    "ঘরে বসে আয়ের পাঁচ উপায়",
    "রোববার, ১২ জুলাই ২০২৬",
    "Your email address will not be published. Required fields are marked *",
    "X",
)
SENTENCES = (
    "গত রোববার র‍্যাবের একটি দল কক্সবাজার থেকে তিনজনকে গ্রেপ্তার করেছে।",
    "সোমবার (১০ মার্চ) দুপুরে এক সংবাদ সম্মেলনে এ তথ্য জানান অধিনায়ক কামরুল হাসান।",
    "তিনি বলেন, ‘তাদের কাছ থেকে ২০ হাজার ইয়াবা উদ্ধার করা হয়েছে।’",
    "খবর বিবিসি বাংলার।",
    "তবে আসামিদের পরিবার এসব অভিযোগ অস্বীকার করেছে।",
    "যুক্তরাষ্ট্র ও চীন নতুন বাণিজ্য চুক্তি নিয়ে আলোচনা করছে বলে রয়টার্সকে জানিয়েছেন এক কর্মকর্তা।",
    "আগামী বৃহস্পতিবার ঢাকায় দুই দেশের বৈঠক হওয়ার কথা রয়েছে।",
    "নিহতের সংখ্যা বেড়ে ১২ জনে দাঁড়িয়েছে।",
    "“আমরা যাচ্ছি",
    "ভাড়া বাড়\u09bcবে না, বলেন ড. মো. আনিসুর রহমান।",
)
lines = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join)
bodies = st.lists(lines, min_size=2, max_size=6)
edges = st.lists(st.sampled_from(FURNITURE), max_size=8)


@st.composite
def pages(draw) -> str:
    """A text dump: furniture, a byline and dates, a headline, paragraphs, furniture."""
    date = draw(st.sampled_from(["প্রকাশ : ১১ মার্চ ২০২৫, ০৩:১০ পিএম", "প্রকাশিত: ১১ মার্চ ২০২৫, ১৫:১০", ""]))
    head = draw(st.sampled_from(["কক্সবাজারে র‍্যাবের অভিযানে গ্রেপ্তার ৩", "বাণিজ্য চুক্তি নিয়ে বৈঠকে দুই দেশ"]))
    parts = [*draw(edges), "নিজস্ব প্রতিবেদক", date, "", head, "", *draw(bodies), "", *draw(edges)]
    return "\n\n".join(part for part in parts if part)


def shown(article: Article):
    """Every (span, text) pair that anything found in the article shows."""
    found = understand(article)
    yield from ((span, text) for span, text in zip(article.paragraphs, article.body, strict=True))
    for stamp in (article.published, article.updated, article.page_date):
        if stamp is not None and stamp.span is not None:
            yield stamp.span, stamp.text
    for item in (*found.names, *found.times, *found.statements, *found.events, *found.quantities):
        yield item.span, item.text
    for entry in shutro.timeline([article]):
        for proof in (*entry.evidence, *(p for d in entry.differences for p in d.evidence)):
            yield proof.span, proof.text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pages())
def test_every_span_covers_the_text_that_is_shown(page):
    try:
        article = shutro.read(page)
    except shutro.NotAnArticle:
        return
    assert article.text == page
    for span, text in shown(article):
        assert article.text[span.start : span.end] == text


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pages())
def test_reading_again_finds_the_same(page):
    try:
        article = shutro.read(page)
    except shutro.NotAnArticle:
        return
    assert shutro.read(page) == article
    assert shutro.timeline([article, article]) == shutro.timeline([article])


def test_a_plain_page_of_this_kind_is_read_and_has_much_to_show():
    top = ("কক্সবাজারে র‍্যাবের অভিযানে গ্রেপ্তার ৩", "প্রকাশ : ১১ মার্চ ২০২৫, ০৩:১০ পিএম")
    page = "\n\n".join([*FURNITURE[:4], *top, *SENTENCES[:5], *FURNITURE[4:]])
    assert len(list(shown(shutro.read(page)))) > 15
