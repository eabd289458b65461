"""Cards against ten invented articles: what is forgiven and what is not."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shutro.archive.store import Archive, open_archive
from shutro.bangla.numbers.numerals import to_bangla_digits
from shutro.bangla.words import sentences
from shutro.model import Article
from shutro.span import Span

PADMA, MEGHNA, TISTA = "Padma Barta", "Meghna Post", "Tista Khobor"

PRINTED = [
    ("শঙ্খচর সেতু ধসে নিহত ৭, নিখোঁজ ১২", PADMA, "bridge"),  # as printed
    ("শঙ্খচর সেতু ধসে নিহত 7, নিখোঁজ 12", PADMA, "bridge"),  # Latin digits
    ("শংখচর সেতু ধসে নিহত ৭ , নিখোঁজ ১২!", PADMA, "bridge"),  # ং for ঙ, other marks
    ("শঙ্খচর সেতুর মাঝের অংশ ধসে ৭ জন নিহত হয়েছেন", PADMA, "bridge"),  # ৭ for সাত, the day left out
    ("পেয়াজের দাম কেজিতে বেড়েছে ৩০ টাকা", TISTA, "onion"),  # a chandrabindu missing
    ("পেঁয়াজের দাম কেজিতে বেডেছে ৩০ টাকা", TISTA, "onion"),  # a nukta missing
    ("অবৈধ ইট ভাটা বন্ধে হাইকোর্টের নির্দেশ", PADMA, "cancel"),  # a space too many
    ("অবৈধ ইটভাটা বন্ধেহাইকোর্টের নির্দেশ", PADMA, "cancel"),  # a space too few
    ("হাসপাতলে ভর্তি সাবেক রাষ্টপতি জাহানারা রহমান", PADMA, "hospital"),  # letters missing
    ("সাবেক রাষ্ট্রপতি জাহানারা রহমান", PADMA, "hospital"),  # a part of the headline
    ("কাঠমান্ডুতে নেপালকে ৩-১ গোলে হারিয়ে ফাইনালে উঠেছে বাংলাদেশ। জোড়া গোল করেন রাকিব হাসান।", MEGHNA, "cup"),
    ("‘ছেলেরা পরিকল্পনা মেনে খেলেছে’", MEGHNA, "cup"),
    ("শঙ্খচর সেতু নির্মাণে কোনো অনিয়ম হয়নি", MEGHNA, "bridge-minister"),
    ("ব্রেকিং নিউজ: দল ঘোষণা করলো ফুটবল ফেডারেশন", PADMA, "team"),  # a cry; করলো for করল
    ("দায়ী ঠিকাদারকে ছাড় দেয়া হবে না", MEGHNA, "bridge-minister"),  # দেয়া for দেওয়া
    ("দলে নতুন মুখ তিনজন।\nদল ঘোষণা করল ফুটবল ফেডারেশন", PADMA, "team"),  # two places of one article
]

ALTERED = [
    ("শঙ্খচর সেতু ধসে নিহত ১৭, নিখোঁজ ১২", PADMA, "bridge", "number"),
    ("মঙ্গলবার ভোরে শঙ্খচর সেতুর মাঝের অংশ ধসে নয়জন নিহত হয়েছেন", PADMA, "bridge", None),
    ("সেতু নির্মাণে অনিয়ম হয়েছে: সড়কমন্ত্রী", MEGHNA, "bridge-minister", None),
    ("সেতু নির্মাণে অনিয়ম হয়নি: নাজমা বেগম", MEGHNA, "bridge-minister", None),
    ("দায়ী ঠিকাদারকে ছাড় দেওয়া হবে", MEGHNA, "bridge-minister", "cut-short"),
    ("পেঁয়াজের দাম কেজিতে কমেছে ৩০ টাকা", TISTA, "onion", None),
    ("রসুনের দাম কেজিতে বেড়েছে ৩০ টাকা", TISTA, "onion", None),
    ("অনূর্ধ্ব-১৯ কাপে বাংলাদেশকে হারিয়ে ফাইনালে নেপাল", MEGHNA, "cup", None),  # who beat whom
    ("বৈধ ইটভাটা বন্ধে হাইকোর্টের নির্দেশ", PADMA, "cancel", None),
    ("পরিবেশ অধিদপ্তর আইন প্রয়োগ করছে", PADMA, "cancel", "cut-short"),
    ("আগামী রোববার থেকে সব স্কুল বন্ধ থাকবে", MEGHNA, "rumour", "cut-short"),
    ("আমদানি শুরু হলে দাম কমবে না", TISTA, "onion", "negation"),
    ("হাসপাতালে ভর্তি রাষ্ট্রপতি জাহানারা রহমান", PADMA, "hospital", "left-out"),
    ("হাসপাতালে ভর্তি সাবেক রাষ্ট্রপতি জাহানারা বেগম", PADMA, "hospital", None),
    ("শঙ্খচর সেতু ধসে নিহত ৭, নিখোঁজ ১২, দায়ী ঠিকাদার", PADMA, "bridge", "added"),
    ("দলে নতুন মুখ চারজন।\nদল ঘোষণা করল ফুটবল ফেডারেশন", PADMA, "team", None),
    ("বৈঠকে পাঁচটি বিষয়ে একমত হয়েছে দুই পক্ষ", TISTA, "talks", None),
    ("নদী রক্ষা কমিশনের চেয়ারম্যান সেলিনা পারভীন এই রায়কে প্রত্যাখ্যান করেন", PADMA, "cancel", None),
]

# Villages of one long sentence, by their first syllables.
LONG = (
    "রাম শ্যাম জয় কৃষ্ণ হরি গোপী মধু চাঁদ সুজা নূর ফরিদ শরীয়ত মাদারী জামাল শেরে দিনাজ রং মেহের "
    "কেশব মনোহর শিব লক্ষ্মী সৈয়দ পীর ফুল মীর গাজী বিক্রম নবাব আলম ইসলাম সোনা রাজ মোহন কালী"
)

TOO_SHORT = ["সেতু", "সড়কমন্ত্রী", "শঙ্খচর সেতু", "জাহানারা রহমান", "Padma Barta | পেঁয়াজের দাম", "ইটভাটা\n২৪ নভেম্বর ২০২৫"]

NOT_FOUND = [
    ("সড়কমন্ত্রী কামরুল আহসানের পদত্যাগ", MEGHNA),
    ("জাহানারা রহমান আর নেই", PADMA),
    ("নেপালে ভূমিকম্পে নিহত শতাধিক", MEGHNA),
    ("পেঁয়াজ আমদানি নিষিদ্ধ করল সরকার", TISTA),
    ("শঙ্খচর সেতু উদ্বোধন করলেন প্রধানমন্ত্রী", PADMA),
]


@pytest.mark.parametrize(("card", "outlet", "article"), PRINTED)
def test_a_card_that_says_what_was_printed_is_printed(
    stocked: Archive, card: str, outlet: str, article: str
) -> None:
    verdict = stocked.check(card, outlet=outlet)
    assert (verdict.verdict, verdict.difference) == ("printed", ())
    assert verdict.article is not None
    assert verdict.article.id == article


@pytest.mark.parametrize(("card", "outlet", "article", "kind"), ALTERED)
def test_a_card_of_other_substance_is_altered(
    stocked: Archive, card: str, outlet: str, article: str, kind: str | None
) -> None:
    verdict = stocked.check(card, outlet=outlet)
    assert verdict.verdict == "altered"
    assert verdict.article is not None
    assert verdict.article.id == article
    assert verdict.difference
    if kind:
        assert kind in {change.kind for change in verdict.difference}


@pytest.mark.parametrize(("card", "outlet"), NOT_FOUND)
def test_a_card_that_nobody_printed_is_not_found(stocked: Archive, card: str, outlet: str) -> None:
    assert stocked.check(card, outlet=outlet).verdict == "not-found"


def test_a_large_archive_looks_elsewhere_and_says_the_same(
    stocked: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutro.archive.check.candidates._HEAVY", 0)
    for card, outlet, article in PRINTED[:6]:
        verdict = stocked.check(card, outlet=outlet)
        assert (verdict.verdict, verdict.article and verdict.article.id) == ("printed", article), card
    for card, outlet, article, _ in ALTERED:
        verdict = stocked.check(card, outlet=outlet)
        assert (verdict.verdict, verdict.article and verdict.article.id) == ("altered", article), card


def test_words_of_another_outlet_are_printed_elsewhere(stocked: Archive) -> None:
    verdict = stocked.check("পেঁয়াজের দাম কেজিতে বেড়েছে ৩০ টাকা", outlet=PADMA)
    assert verdict.verdict == "printed-elsewhere"
    assert verdict.article is not None
    assert verdict.article.outlet == TISTA


def test_without_an_outlet_anybody_may_have_printed_it(stocked: Archive) -> None:
    assert stocked.check("পেঁয়াজের দাম কেজিতে বেড়েছে ৩০ টাকা").verdict == "printed"


def test_the_difference_names_both_sides(stocked: Archive) -> None:
    (change,) = stocked.check("শঙ্খচর সেতু ধসে নিহত ১৭, নিখোঁজ ১২", outlet=PADMA).difference
    assert (change.kind, change.card, change.printed) == ("number", "১৭", "৭")


def test_the_sentence_is_a_span_of_the_untouched_text(stocked: Archive) -> None:
    verdict = stocked.check("দায়ী ঠিকাদারকে ছাড় দেওয়া হবে", outlet=MEGHNA)
    assert verdict.article is not None
    assert verdict.sentence is not None
    assert verdict.sentence.of(verdict.article.text) == "তিনি বলেন, দায়ী ঠিকাদারকে ছাড় দেওয়া হবে না।"


def test_coverage_says_what_not_found_speaks_of(stocked: Archive) -> None:
    coverage = stocked.check("নেপালে ভূমিকম্পে নিহত শতাধিক", outlet=MEGHNA).coverage
    assert (coverage.articles, str(coverage.first), str(coverage.last)) == (3, "2026-03-02", "2026-03-08")


def test_a_card_without_a_word_is_not_found(stocked: Archive) -> None:
    verdict = stocked.check("  !!! ", outlet=PADMA)
    assert (verdict.verdict, verdict.article, verdict.sentence) == ("not-found", None, None)


def test_a_page_that_says_it_twice_is_read_where_it_says_it_whole(where: str) -> None:
    whole = "নিহত তরুণ রাকিব হোসেন কুসুমপুর উচ্চবিদ্যালয়ের দশম শ্রেণির ছাত্র ছিলেন।"
    body = f"{whole[:-8]} {'স্বজনেরা কান্নায় ভেঙে পড়েন, এলাকায় শোক নেমে আসে। ' * 3}{whole} তদন্ত চলছে।"
    with open_archive(where) as archive:
        archive.add(Article.from_text(id="a", headline="কুসুমপুরে শোক", body=body, outlet="Padma Barta"))
        assert archive.check(whole, outlet="Padma Barta").verdict == "printed"


@pytest.mark.parametrize(
    ("card", "verdict"),
    [
        ("বেতন না বাড়লে তাঁরা কাজে ফিরবেন না", "printed"),
        ("বেতন না বাড়লে তাঁরা কাজে ফিরবেন", "altered"),
        ("কারখানা খুলে দেওয়া হয়েছে", "altered"),
        ("তহবিলের টাকা সভাপতি সরিয়েছেন", "altered"),
        ("এখন ৬৭,০০০-এর বেশি শ্রমিক বেকার", "printed"),
        ("এখন ৭৬ হাজারের বেশি শ্রমিক বেকার", "altered"),
        ("উৎপাদন কমেছে ৫.৪%", "printed"),
        ("উৎপাদন কমেছে ৪ দশমিক ৫ শতাংশ", "altered"),
    ],
)
def test_who_turns_something_down_goes_on_to_say_something(where: str, card: str, verdict: str) -> None:
    body = (
        "শ্রমিকনেতারা প্রস্তাবটি প্রত্যাখ্যান করে বলেছেন, বেতন না বাড়লে তাঁরা কাজে ফিরবেন না। "
        "গুজব ছড়িয়ে তাঁদের বলা হয়েছে, কারখানা খুলে দেওয়া হয়েছে। "
        "তাঁরা অস্বীকার করে কথা শেষ করেন যে তহবিলের টাকা সভাপতি সরিয়েছেন। "
        "এখন ৬৭ হাজারের বেশি শ্রমিক বেকার। এক মাসে উৎপাদন কমেছে ৫ দশমিক ৪ শতাংশ।"
    )
    with open_archive(where) as archive:
        archive.add(Article.from_text(id="a", headline="কাজে ফেরেননি শ্রমিকেরা", body=body, outlet=PADMA))
        assert archive.check(card, outlet=PADMA).verdict == verdict


def test_of_two_printings_the_one_nearest_to_the_day_is_named(where: str) -> None:
    with open_archive(where) as archive:
        for day in ("2025-03-01", "2026-03-01"):
            archive.add(
                Article.from_text(id=day, headline="বইমেলা শুরু আজ বিকেলে", body="মেলা চলবে।", published=day)
            )
        for claimed in (date(2025, 3, 2), date(2026, 2, 20)):
            verdict = archive.check("বইমেলা শুরু আজ বিকেলে", day=claimed)
            assert verdict.verdict == "printed"
            assert verdict.article is not None
            assert verdict.article.id[:4] == str(claimed.year)


@given(st.text(max_size=80) | st.text(alphabet="শঙ্খচর সেতু ধসে নিহত ৭, নাখোঁজ১২।", max_size=80))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_card_breaks_the_check_and_a_sentence_is_printed(stocked: Archive, card: str) -> None:
    verdict = stocked.check(card)
    assert (verdict.article is None) == (verdict.sentence is None)
    assert 0 <= verdict.likeness <= 1
    if verdict.article and verdict.sentence:
        assert verdict.sentence.of(verdict.article.text).strip()


def test_every_printed_sentence_is_printed_by_its_outlet_and_elsewhere_for_another(stocked: Archive) -> None:
    for article in stocked.articles():
        for text in (
            article.headline,
            *(s.of(article.text) for p in article.paragraphs for s in _sentences(article, p)),
        ):
            assert stocked.check(text, outlet=article.outlet).verdict == "printed", text
            assert stocked.check(text, outlet="Nobody").verdict == "printed-elsewhere", text


def _sentences(article: Article, paragraph: Span) -> list[Span]:
    return [span.shift(paragraph.start) for span in sentences(paragraph.of(article.text))]


def test_a_whole_page_is_checked_sentence_by_sentence(stocked: Archive) -> None:
    article = stocked.get("bridge")
    page = "\n".join([article.headline, *article.body] * 4)
    assert stocked.check(page, outlet=PADMA).verdict == "printed"
    assert stocked.check(page.replace("১৯৯৮", "১৯৮৯"), outlet=PADMA).verdict == "altered"


# what stands on a card beside its news

QUOTE = "ছেলেরা পরিকল্পনা মেনে খেলেছে।"


@pytest.mark.parametrize(
    "card",
    [
        "Meghna Post\nঅনূর্ধ্ব-১৯ কাপে নেপালকে হারিয়ে ফাইনালে বাংলাদেশ",
        "মেঘনা পোস্ট | অনূর্ধ্ব-১৯ কাপে নেপালকে হারিয়ে ফাইনালে বাংলাদেশ",
        "অনূর্ধ্ব-১৯ কাপে নেপালকে হারিয়ে ফাইনালে বাংলাদেশ\n৪ মার্চ ২০২৬",
        "ব্রেকিং নিউজ: অনূর্ধ্ব-১৯ কাপে নেপালকে হারিয়ে ফাইনালে বাংলাদেশ | বিস্তারিত কমেন্টে",
        "অনূর্ধ্ব-১৯ কাপে নেপালকে হারিয়ে ফাইনালে বাংলাদেশ\nছবি: সংগৃহীত\nwww.meghnapost.example",
        "অনূর্ধ্ব-১৯ কাপে নেপালকে হারিয়ে ফাইনালে বাংলাদেশ\n© মেঘনা পোস্ট\n🌐 www.meghnapost.example",
        "অনূর্ধ্ব-১৯ কাপে নেপালকে হারিয়ে ফাইনালে বাংলাদেশ\n৪ মার্চ ২০২৬ | ১০:৩০ AM",
        "অনূর্ধ্ব-১৯ কাপে নেপালকে হারিয়ে ফাইনালে বাংলাদেশ\n@meghnapost #খেলা #ফাইনাল",
        "🔴 অনূর্ধ্ব-১৯ কাপে নেপালকে হারিয়ে ফাইনালে বাংলাদেশ 🎉\nঅনলাইন ডেস্ক",
    ],
)
def test_marks_days_and_credits_on_a_card_say_nothing(stocked: Archive, card: str) -> None:
    verdict = stocked.check(card, outlet=MEGHNA)
    assert verdict.verdict == "printed"
    assert verdict.article is not None
    assert verdict.article.id == "cup"


@pytest.mark.parametrize(
    "card",
    [
        f"{QUOTE} — মারুফুল হক",
        f"{QUOTE[:-1]}: মারুফুল হক",
        f"‘{QUOTE}’\n– মারুফুল হক",
        f"{QUOTE}\nমারুফুল হক, কোচ",
        f"মারুফুল হক: {QUOTE}",
    ],
)
def test_a_name_beside_the_words_must_be_their_speaker(stocked: Archive, card: str) -> None:
    assert stocked.check(card, outlet=MEGHNA).verdict == "printed"
    verdict = stocked.check(card.replace("মারুফুল হক", "রাকিব হাসান"), outlet=MEGHNA)
    assert verdict.verdict == "altered"
    assert [(change.kind, change.printed) for change in verdict.difference] == [("name", "মারুফুল হক")]


def test_a_headline_of_three_words_has_its_speaker(where: str) -> None:
    with open_archive(where) as archive:
        headline = "আগামী চৈত্রেই মেলা: নূরজাহান বানু"
        body = "সমিতির সভাপতি নূরজাহান বানু জানিয়েছেন, আগামী চৈত্রেই মেলা বসবে।"
        archive.add(Article.from_text(id="fair", headline=headline, body=body, outlet=MEGHNA))
        verdicts = [
            archive.check(f"আগামী চৈত্রেই মেলা{said}", MEGHNA).verdict
            for said in (": নূরজাহান বানু", " — নূরজাহান বানু", ": তাহের উদ্দিন", " — তাহের উদ্দিন")
        ]
    assert verdicts == ["printed", "printed", "altered", "altered"]


def test_a_card_of_nothing_but_its_mark_is_not_found(stocked: Archive) -> None:
    assert stocked.check("Meghna Post", outlet=MEGHNA).verdict == "not-found"


@pytest.mark.parametrize("text", TOO_SHORT)
def test_a_word_or_two_out_of_a_sentence_say_too_little(stocked: Archive, text: str) -> None:
    found = stocked.check(text)
    assert (found.verdict, found.reason, found.difference) == ("not-found", "too-short", ())
    assert found.article is not None
    assert found.sentence is not None


def test_a_headline_of_two_words_is_printed(where: str) -> None:
    with open_archive(where) as archive:
        archive.add(
            Article.from_text(id="a", headline="সেতু ধস", body="শঙ্খচর সেতু ভোরে ধসে পড়েছে।", outlet=PADMA)
        )
        found = archive.check("সেতু ধস", PADMA)
        assert (found.verdict, found.reason) == ("printed", "")
        assert archive.check("মহাকাশযান").reason == ""


def test_a_sentence_longer_than_a_card_is_read_to_its_end(where: str) -> None:
    # Of 140 words, laid along print in two runs: no mark ends it between the first village and the last.
    boats = [f"{name}পুর থেকে {to_bangla_digits(at)}টি নৌকা" for at, name in enumerate(LONG.split(), 11)]
    said = f"বন্যার পর {' '.join(boats)} গতকাল ঘাটে ফিরেছে বলে জেলেরা দাবি করেননি।"
    with open_archive(where) as archive:
        body = f"নদীতে পানি কমছে।\n\n{said} আজ আর কেউ আসেনি।"
        archive.add(Article.from_text(id="a", headline="ঘাটে ফিরল নৌকা", body=body, outlet=PADMA))
        assert archive.check(said, PADMA).verdict == "printed"
        other = archive.check(said.replace("৪৩টি", "৯৩টি"), PADMA)
        assert [change.kind for change in other.difference] == ["number"]
        cut = archive.check(said.replace(" দাবি করেননি।", ""), PADMA)
        assert (cut.verdict, [change.kind for change in cut.difference]) == ("altered", ["cut-short"])
