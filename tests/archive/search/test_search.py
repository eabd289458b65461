"""What finds what, and what never does, in ten invented articles."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shutro.archive.store import Archive, open_archive
from shutro.model import Article


def ids(archive: Archive, query: str, **filters: object) -> list[str]:
    return [hit.article.id for hit in archive.search(query, **filters)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("শঙ্খচর", "bridge"),
        ("শঙ্খচরে", "bridge"),  # another ending
        ("ঠিকাদার", "bridge-minister"),  # ঠিকাদারকে
        ("সংসদ", "bridge-minister"),  # সংসদে
        ("পেঁয়াজ", "onion"),  # পেঁয়াজের
        ("পেয়াজ", "onion"),  # without its chandrabindu
        ("পেঁয়াজের", "onion"),  # composed য়
        ("পেঁয়\u09be\u200cজের", "onion"),  # a joiner inside
        ("জাহানারা রাহমান", "hospital"),  # রাহমান for রহমান
        ("কাটমান্ডু", "cup"),  # ট for ঠ
        ("জাহানারা রহমান হাসপাতলে", "hospital"),  # a vowel lost
        ("ঠিকদার", "bridge-minister"),
        ("সডকমন্ত্রী", "bridge-minister"),  # a dot lost
        ("শামীমা আকতার", "bridge"),  # a hasanta lost
        ("ইট ভাটা", "cancel"),  # written as one word
        ("মহা পরিচালক", "talks"),
        ("১৯৯৮", "bridge"),
        ("1998", "bridge"),
        ("shonkhochor setu", "bridge"),
        ("jahanara rahman", "hospital"),
        ("kathmandu", "cup"),
        ("peyajer dam", "onion"),
        ("কৃষি বিপণন অধিদপ্তর", "onion"),
        ("ডিএএম", "onion"),
        ("nepal bangladesh final", "cup"),
        ('"ইটভাটা বন্ধের নির্দেশ"', "cancel"),
        ("অনূর্ধ্ব-১৯", "cup"),
        ("ইটভা*", "cancel"),
        ("প্রেসিডেন্ট হাসপাতাল", "hospital"),
    ],
)  # fmt: skip
def test_the_best_hit(stocked: Archive, query: str, first: str) -> None:
    assert ids(stocked, query)[:1] == [first]


@pytest.mark.parametrize("query", ["সেতু", "পেঁয়াজের দাম", "jahanara rahman", '"ইটভাটা বন্ধের নির্দেশ"', "ইট ভাটা"])
def test_a_large_archive_finds_the_same_best(
    stocked: Archive, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    small = ids(stocked, query)
    monkeypatch.setattr("shutro.archive.search.search._WEIGHED", 0)
    assert ids(stocked, query)[:1] == small[:1]


def test_a_word_in_latin_letters_finds_its_other_name_too(where: str) -> None:
    with open_archive(where) as archive:
        for id, name in (("sona", "সোনার"), ("shorno", "স্বর্ণের"), ("rupa", "রুপার")):
            archive.add(Article.from_text(id=id, headline=f"ভরিতে বাড়ল {name} দাম", body="দর আজ থেকে নতুন।"))
        assert sorted(ids(archive, "sonar dam")[:2]) == ["shorno", "sona"]
        assert ids(archive, "sonar vori")[:1] == ["sona"]


@pytest.mark.parametrize(
    ("query", "never"),
    [
        ("দোল", "team"),  # দল
        ("দল", "swing"),  # দোল
        ("রঙ", "bridge"),
        ("ধান", "hospital"),
        ("কাপড়", "cup"),
        ("সেলিনা রহমান", "hospital"),  # another Rahman
    ],
)
def test_false_friends_stay_apart(stocked: Archive, query: str, never: str) -> None:
    assert never not in ids(stocked, query)


def test_a_word_nobody_prints_finds_nothing(stocked: Archive) -> None:
    assert ids(stocked, "ঝিঙে") == []


@pytest.mark.parametrize("query", ["", "  ", "-", '""', "।", "-দল", "*", '"', "AND", "NEAR(ক খ)", 'ক" OR "খ'])
def test_a_query_that_asks_nothing_is_no_error(stocked: Archive, query: str) -> None:
    assert isinstance(stocked.search(query), list)


def test_an_excluded_word_is_absent(stocked: Archive) -> None:
    assert set(ids(stocked, "সেতু")) == {"bridge", "bridge-minister"}
    assert ids(stocked, "সেতু -সড়কমন্ত্রী") == ["bridge"]
    assert "bridge" in ids(stocked, "সেতু -খুন")  # নিহত is related to খুন, and not what was typed


def test_a_phrase_stands_as_typed(stocked: Archive) -> None:
    assert ids(stocked, '"নির্দেশ বন্ধের ইটভাটা"') == []


def test_a_link_to_another_article_is_no_hit(stocked: Archive) -> None:
    assert "cup" not in ids(stocked, "পেঁয়াজের বাজার")


def test_filters_hold(stocked: Archive) -> None:
    assert ids(stocked, "সেতু", outlet="Meghna Post") == ["bridge-minister"]
    assert ids(stocked, "সেতু", until=date(2026, 3, 1)) == ["bridge"]
    assert ids(stocked, "সেতু", since=date(2026, 3, 2)) == ["bridge-minister"]
    assert ids(stocked, "সেতু", since=date(2026, 4, 1)) == []


def test_limit_keeps_the_best(stocked: Archive) -> None:
    every = ids(stocked, "সেতু")
    assert ids(stocked, "সেতু", limit=1) == every[:1]


def test_a_limit_leaves_out_no_answer_for_what_is_none(where: str) -> None:
    told = [
        *((f"{at}", f"চামেলি, চামেলি আর চামেলি {at}", "চামেলি ফুটেছে বাগানে।") for at in range(2)),
        ("rare", "সভা শেষ", "আজ সভা শেষ হয়েছে। " * 400 + "সেখানে জলপাই ছিল।"),
    ]
    with open_archive(where) as archive:
        for id, headline, body in told:
            archive.add(Article.from_text(id=id, outlet="কাগজ", url=None, headline=headline, body=body))
        assert [ids(archive, "চামেলি জলপাই", limit=limit) for limit in (1, 2, 9)] == [["rare"]] * 3


def test_a_headline_outranks_a_mention(stocked: Archive) -> None:
    assert ids(stocked, "হাইকোর্ট")[0] == "cancel"


def test_the_snippet_is_untouched_text_with_its_matches(stocked: Archive) -> None:
    (hit,) = stocked.search("ঠিকাদার")
    shown = hit.snippet
    assert shown.text == shown.span.of(hit.article.text)
    assert [span.of(hit.article.text) for span in shown.matches] == ["ঠিকাদারকে"]
    assert hit.why == ("ঠিকাদারকে",)


def test_scores_fall(stocked: Archive) -> None:
    scores = [hit.score for hit in stocked.search("বন্ধ")]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) > 1


@given(st.text(max_size=60) | st.text(alphabet='কখদলপাি্য়\u200d\u09bc১২-*" ', max_size=40))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_query_breaks_the_search_and_every_match_is_printed(stocked: Archive, query: str) -> None:
    for hit in stocked.search(query):
        shown = hit.snippet
        assert shown.text == shown.span.of(hit.article.text)
        assert all(shown.span.covers(match) for match in shown.matches)
        assert all(span.end <= len(hit.article.headline) for span in hit.headline)


def test_a_query_of_ten_thousand_words_is_answered(stocked: Archive) -> None:
    assert "bridge" in ids(stocked, "শঙ্খচর সেতু " * 5000)


def test_words_for_the_same_find_the_same(stocked: Archive) -> None:
    assert set(ids(stocked, "রাষ্ট্রপতি")) == set(ids(stocked, "প্রেসিডেন্ট"))


def test_a_long_paragraph_is_shown_where_most_of_the_words_stand(where: str) -> None:
    idle = "সেতু নিয়ে আরও অনেক কথা হয়েছে সারা দিন ধরে গ্রামের হাটে। " * 120
    body = f"{idle}উপজেলা প্রকৌশলী জানান, শঙ্খচর সেতু মেরামতে ব্যয় হবে ৭ কোটি টাকা। {idle}"
    with open_archive(where) as archive:
        archive.add(Article.from_text(id="long", headline="হাটের খবর", body=body))
        ((hit),) = archive.search("শঙ্খচর সেতু মেরামত")
        shown = hit.snippet
        assert "শঙ্খচর সেতু মেরামতে ব্যয়" in shown.text
        assert shown.text == shown.span.of(hit.article.text)
        assert {span.of(hit.article.text) for span in shown.matches} >= {"শঙ্খচর", "সেতু", "মেরামতে"}
