"""Words cut out of text, their endings and slips, and how a card's word stands to print."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutro.archive.words.compare import likeness
from shutro.archive.words.endings import has_endings, stems
from shutro.archive.words.slips import dotted, slips
from shutro.archive.words.terms import terms

BANGLA = st.text(
    alphabet="কখগদনপরলস\u09dc\u09df\u09be\u09bf\u09c1\u09cd\u200d\u200c\u09bc০৯12,.- ।", max_size=60
)


def forms(text: str) -> list[str]:
    return [term.form for term in terms(text)]


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


def test_stems_are_what_an_ending_may_hide() -> None:
    assert stems("সংসদের")[0] == "সংসদের"
    assert "সংসদ" in stems("সংসদের")
    assert stems("আমরা") == ("আমরা",)
    assert not has_endings("আমরাও")
    assert has_endings("সংসদের")


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
