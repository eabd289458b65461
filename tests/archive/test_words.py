"""The archive's way with words: terms and their places, sounds, slips, other names, queries, records."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutro.archive.nouns.record import digest, packed, unpacked
from shutro.archive.search.index import indexed
from shutro.archive.search.query import parse
from shutro.archive.words.aliases import explained, formed
from shutro.archive.words.amounts import in_words, summed
from shutro.archive.words.compare import likeness
from shutro.archive.words.endings import has_endings, stems
from shutro.archive.words.roman import likeness as alike
from shutro.archive.words.roman import phones_of_bangla, phones_of_latin, skeleton
from shutro.archive.words.slips import dotted, slips
from shutro.archive.words.terms import plain, terms
from shutro.archive.words.wordlists import is_month, letters, related
from shutro.errors import ArchiveCorrupt
from shutro.model import Article, Stamp
from shutro.span import Span

BANGLA = st.text(
    alphabet="কখগদনপরলস\u09dc\u09df\u09be\u09bf\u09c1\u09cd\u200d\u200c\u09bc০৯12,.- ।", max_size=60
)


def forms(text: str) -> list[str]:
    return [term.form for term in terms(text)]


# -- terms


@given(BANGLA | st.text(max_size=60))
def test_terms_stand_in_order_at_their_own_places(text: str) -> None:
    found = terms(text)
    assert all(term.form and text[term.start : term.end].strip() for term in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


@given(BANGLA)
def test_the_form_of_a_form_is_itself(text: str) -> None:
    for term in terms(text):
        assert forms(term.form.replace("\u066b", ".")) == [term.form]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("র‍্যাব র্যাব", ["র্যাব", "র্যাব"]),  # with and without its joiner
        ("ঢাকা-১৭", ["ঢাকা", "17"]),
        ("১,২০০ টাকা", ["1200", "টাকা"]),
        ("২.৫ শতাংশ", ["2\u066b5", "শতাংশ"]),
        ("১১টায়", ["11", "টায়"]),
        ("১২ই ফেব্রুয়ারি", ["12", "ফেব্রুয়ারি"]),
        ("BNP-র", ["bnp", "র"]),
        ("বিদ্যুৎ", ["বিদ্যুত"]),
        ("", []),
    ],
)
def test_terms(text: str, expected: list[str]) -> None:
    assert forms(text) == [plain_nukta(form) for form in expected]


def plain_nukta(text: str) -> str:
    """The composed letters that keys hold."""
    return text.replace("\u09af\u09bc", "\u09df").replace("\u09a1\u09bc", "\u09dc")


# -- what is indexed


@pytest.mark.parametrize("day", ["শনিবার", "সোমবার", "বৃহস্পতিবার"])
def test_the_date_that_a_page_prints_of_itself_is_no_part_of_the_text(day: str) -> None:
    body = f"ঢাকা, {day}, ১২ জুলাই ২০২৫, ২৮ আষাঢ় ১৪৩২ বঙ্গাব্দ নদীর পাড় ভাঙছে।"
    _, text, aside = indexed(Article.from_text(id="a", headline="ভাঙন", body=body)).parts
    assert [form for form in text if form] == forms("নদীর পাড় ভাঙছে")
    assert day in aside


@pytest.mark.parametrize("link", ["আরও প\u09dcুন:", "আরো প\u09a1\u09bcুন", "আরও খবর -"])
def test_a_link_inside_a_text_stands_aside(link: str) -> None:
    article = Article.from_text(id="a", headline="ভাঙন", body=f"নদীর পাড় ভাঙছে। {link} সেতুর টোল কমল")
    _, text, aside = indexed(article).parts
    assert [form for form in text if form] == forms("নদীর পাড় ভাঙছে")
    assert "টোল" in aside


# -- endings


def test_stems_are_what_an_ending_may_hide() -> None:
    assert stems("সংসদের")[0] == "সংসদের"
    assert "সংসদ" in stems("সংসদের")
    assert stems("আমরা") == ("আমরা",)
    assert not has_endings("আমরাও")
    assert has_endings("সংসদের")


# -- sounds


@pytest.mark.parametrize(
    ("latin", "bangla"),
    [
        ("khaleda", "খালেদা"), ("zia", "জিয়া"), ("hotta", "হত্যা"), ("hottya", "হত্যা"),
        ("nirbachon", "নির্বাচন"),
        ("nirbacon", "নির্বাচন"), ("chattogram", "চট্টগ্রাম"), ("swadhinota", "স্বাধীনতা"), ("school", "স্কুল"),
        ("cricket", "ক্রিকেট"), ("rangpur", "রংপুর"), ("sangbidhan", "সংবিধান"),
        ("wajed", "ওয়াজেদ"), ("porjoton", "পর্যটন"), ("rab", "র‍্যাব"),
        ("podda", "পদ্মা"), ("rail", "রেল"), ("bypass", "বাইপাস"), ("flyover", "ফ্লাইওভার"),
        ("belgaon", "বেলগাঁও"),
    ],
)  # fmt: skip
def test_a_latin_spelling_sounds_like_its_word(latin: str, bangla: str) -> None:
    phones = phones_of_bangla(forms(bangla)[0])
    assert skeleton(phones) in {skeleton(reading) for reading in phones_of_latin(latin)}
    assert max(alike(reading, phones) for reading in phones_of_latin(latin)) >= 0.74


@pytest.mark.parametrize(
    ("latin", "bangla"), [("zaima", "জমা"), ("hadi", "হুদা"), ("hasina", "হোসেন"), ("rana", "রানি")]
)
def test_another_vowel_is_another_word(latin: str, bangla: str) -> None:
    phones = phones_of_bangla(forms(bangla)[0])
    assert all(alike(reading, phones) < 0.74 for reading in phones_of_latin(latin))


def test_acronyms_are_read_by_letter() -> None:
    assert letters("bnp") == ["বিএনপি"]
    assert letters("dw") == ["ডিডব্লিউ", "ডিডাব্লিউ"]
    assert letters("parliament") == []


# -- slips


def test_lost_dots_come_back_every_way() -> None:
    assert set(dotted("সডক")) == {"স\u09dcক"}
    assert len(dotted("যাডায")) == 7
    assert dotted("কলম") == []


@given(st.text(alphabet="কখগদনপরলসাি্", min_size=5, max_size=9))
def test_slips_keep_the_first_letter_and_are_one_edit_away(word: str) -> None:
    for slip in slips(word):
        assert slip[0] == word[0]
        assert abs(len(slip) - len(word)) <= 1


def test_a_short_word_has_no_slips() -> None:
    assert list(slips("দোল")) == []


# -- words against words


@pytest.mark.parametrize(
    ("card", "printed", "kind"),
    [
        ("সেতু", "সেতু", "same"), ("সাত", "7", "same"), ("৭জন", "সাতজন", "same"), ("রবিবার", "রোববার", "same"),
        ("উপজেলায", "উপজেলায়", "slip"), ("বহিষকার", "বহিষ্কার", "slip"),
        ("হাসপাতলে", "হাসপাতালে", "slip"), ("করলো", "করল", "slip"),
        ("সরকারকে", "সরকারের", "ending"), ("বৈধ", "অবৈধ", "other"), ("হয়", "হয়নি", "other"),
        ("শফথ", "শপথ", "slip"), ("বাড়লো", "বাড়ল", "slip"),
        ("17", "7", "rival"), ("সাত", "আট", "rival"), ("মার্চ", "এপ্রিল", "rival"), ("সাতজন", "সাতটি", "other"),
        ("ক্রয়", "বিক্রয়", "other"), ("কাল", "কালো", "other"), ("দল", "দোল", "other"),
        ("1", "এক", "same"), ("এক", "1", "same"), ("2", "এক", "other"), ("1জন", "একজন", "same"),
        ("1টি", "একজন", "other"), ("যেকোন", "যেকোনো", "slip"), ("মুহাম্মদ", "মোহাম্মদ", "same"),
    ],
)  # fmt: skip
def test_how_a_word_of_a_card_stands_to_print(card: str, printed: str, kind: str) -> None:
    one, two = (
        terms(word)[0].form if len(terms(word)) == 1 else "".join(forms(word)) for word in (card, printed)
    )
    assert likeness(one, two) == kind


# -- amounts


@given(st.integers(1, 10**10))
def test_a_number_in_words_for_large_ones_sums_up_to_itself(number: int) -> None:
    words = [spellings[-1] for spellings in in_words(number)]
    assert [total for *_, total in summed(words)] == ([number] if words else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("চাহিদা ১৬ হাজার ৫০০ মেগাওয়াট", [(1, 3, 16500)]), ("দুই লাখ ১৭ হাজার", [(0, 3, 217000)]),
        ("৫ হাজার ৭ হাজার টাকা", [(0, 1, 5000), (2, 3, 7000)]), ("হাজার মানুষ", []), ("১৭ মে", []),
        ("২ হাজার ৫ লাখ", [(0, 1, 2000), (2, 3, 500000)]), ("১২-১৫ হাজার", [(1, 2, 15000)]),
        ("৩ হাজার ১৮৭ কোটি টাকা", [(0, 3, 31870000000)]), ("৭ হাজার কোটির", [(0, 2, 70000000000)]),
        ("২ লাখ ৪ হাজার ৩০ কোটি ৫০ লাখ", [(0, 7, 2040305000000)]), ("এক লাখ টাকা", [(0, 1, 100000)]),
        ("সাড়ে ৪ লাখ", [(0, 2, 450000)]), ("পৌনে দুই কোটি", [(0, 2, 17500000)]), ("দেড় লাখ", [(0, 1, 150000)]),
        ("তিন হাজার চারশ পঁচিশ কোটি", [(0, 4, 34250000000)]), ("সাড়ে হাজার", []), ("লাখ লাখ মানুষ", []),
        ("৬ হাজার ৩শ’ পিস", [(0, 3, 6300)]), ("দুই লাখ ৪শ ৫০ টাকা", [(0, 4, 200450)]),
    ],
)  # fmt: skip
def test_amounts_of_several_words_are_one(text: str, found: list[tuple[int, int, int]]) -> None:
    assert summed(forms(text)) == found


# -- other names


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("গতকাল গ্রামীণ পানি সংস্থার (জিপিএস) সভা", "জিপিএস", "গ্রামিন পানি সংস্থা"),
        ("বলেছে নদী রক্ষা বোর্ড (এনআরবি)", "এনআরবি", "নদি রক্ষা বোর্ড"),
    ],
)
def test_a_text_explains_its_short_names(text: str, short: str, full: str) -> None:
    assert explained(text) == [(short, full)]


@pytest.mark.parametrize("text", ["রহিমা খাতুন (৯০)", "তিনি বলেন, এসব (এনআরবি)", "এটি (পুরোনো) খবর", "(এনআরবি)"])
def test_a_bracket_is_not_always_a_name(text: str) -> None:
    assert explained(text) == []


def test_short_names_are_formed_of_bodies_only() -> None:
    body = [plain(form) for form in forms("বাংলাদেশ ফুটবল ফেডারেশন")]
    assert ("বাফুফে",) in formed(body)
    assert ("বিএফএফ",) in formed(body)
    assert formed([plain(form) for form in forms("ঘন কুয়াশায় ফ্লাইট বাতিল")]) == []


def test_lists_of_words() -> None:
    assert is_month("ফেব্রু\u09dfারি")
    assert is_month("february")
    assert not is_month("ফেল")
    assert "নিহত" in related("খুন")
    assert related("ঝিঙে") == ()


# -- queries


def test_a_query_is_read_as_typed() -> None:
    query = parse('নদী "ভাঙন রোধ" -সেতু ইটভা* ঢাকা-১৭')
    assert [slot.form for slot in query.slots] == ["নদি".replace("ি", "ী"), "ভাঙন", "রোধ", "ইটভা", "ঢাকা", "17"]
    assert [list(run) for run in query.together] == [[1, 2], [4, 5]]
    assert [[slot.form for slot in run] for run in query.excluded] == [["সেতু"]]
    assert [slot.prefix for slot in query.slots] == [False, False, False, True, False, False]


# -- records


@given(st.text(max_size=40), st.text(max_size=40), st.none() | st.dates() | st.datetimes())
def test_a_record_gives_the_article_back(headline: str, body: str, day: date | datetime | None) -> None:
    made = Article(
        "id",
        "cap",
        headline,
        f"{headline}\n{body}",
        (Span(len(headline) + 1, len(headline) + 1 + len(body)),),
    )
    stamp = Stamp(day, str(day), "published", "given", Span(0, 0)) if day else None
    article = replace(made, published=stamp, captured=datetime(2026, 1, 1, tzinfo=UTC), tags=("ক",))
    assert unpacked(packed(article)) == article
    assert packed(article) == packed(article)


def test_the_page_around_an_article_does_not_change_it() -> None:
    one = Article.from_text(id="a", headline="ক", body="খ")
    assert digest(one) == digest(replace(one, id="b", capture="c", text=one.text + "\nআরও পড়ুন"))
    assert digest(one) != digest(replace(one, headline="গ"))


def test_a_record_of_something_else_is_corrupt() -> None:
    with pytest.raises(ArchiveCorrupt):
        unpacked(b"not a record")
