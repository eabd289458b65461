"""Stories: every event its own, whatever the order of arrival, with reasons that can be read."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

import pytest

from shutro.model import Article
from shutro.stories.grouping.clusters import StoryIndex, stories
from shutro.stories.grouping.likeness import SAME_STORY
from shutro.stories.grouping.postings import KEPT, TRIED, Postings
from shutro.stories.moments import in_order, when
from shutro.stories.story import Story, story_id


def events(found: Iterable[Story]) -> set[frozenset[str]]:
    """The stories as sets of article ids."""
    return {frozenset(article.id for article in story.articles) for story in found}


def told(newsroom: Sequence[Article]) -> set[frozenset[str]]:
    """The articles grouped as they were written."""
    by_event = defaultdict(set)
    for article in newsroom:
        by_event[article.id.split("/")[0]].add(article.id)
    return {frozenset(ids) for ids in by_event.values()}


def test_two_matches_two_price_notices_and_two_crashes_stay_two_and_a_fire_stays_one(newsroom) -> None:
    assert events(stories(newsroom)) == told(newsroom)


@pytest.mark.parametrize("seed", range(4))
def test_any_order_gives_the_same_stories_with_the_same_ids(newsroom, seed) -> None:
    shuffled = random.Random(seed).sample(newsroom, len(newsroom))
    assert stories(shuffled) == stories(newsroom)


@pytest.mark.parametrize("seed", range(4))
def test_an_index_fed_in_any_order_settles_on_the_same_stories(newsroom, seed) -> None:
    index = StoryIndex()
    for article in random.Random(seed).sample(newsroom, len(newsroom)):
        index.place(article)
    index.settle()
    assert events(index.stories()) == told(newsroom)


def test_headlines_alone_are_enough_where_they_say_who_and_what() -> None:
    heads = {
        "a": "পদত্যাগ করলেন বন্দর কর্তৃপক্ষের চেয়ারম্যান মোস্তাক গাজী",
        "b": "বন্দর চেয়ারম্যান মোস্তাক গাজীর পদত্যাগ",
        "c": "হাতিয়ায় ট্রলারডুবি, ৮ জেলে নিখোঁজ",
        "d": "হাতিয়ায় ট্রলার ডুবে আট জেলে নিখোঁজ",
    }
    made = [
        Article.from_text(id=name, headline=head, body="", published="2024-03-01")
        for name, head in heads.items()
    ]
    assert events(stories(made)) == {frozenset("ab"), frozenset("cd")}


def test_the_same_event_a_year_later_is_another_story(newsroom) -> None:
    fire = [a for a in newsroom if a.id.startswith("fire")]
    later = [
        Article.from_text(
            id=f"later/{a.id}",
            headline=a.headline,
            body="\n".join(a.body),
            published=when(a) + timedelta(days=365),
        )
        for a in fire
    ]
    assert events(stories([*fire, *later])) == {
        frozenset(a.id for a in fire),
        frozenset(a.id for a in later),
    }


def test_a_story_has_its_articles_in_order_and_a_title_one_of_them_printed(newsroom) -> None:
    for story in stories(newsroom):
        assert list(story.articles) == in_order(story.articles)
        assert story.title in {article.headline for article in story.articles}
        assert story.id == story_id(story.articles[0].id)
        assert story.days is not None
        assert story.days[0] <= story.days[1]


def test_nothing_in_nothing_out() -> None:
    assert stories([]) == []


def test_articles_without_a_word_or_a_time_are_stories_of_their_own() -> None:
    blank = [Article.from_text(id=name, headline="", body="") for name in "ab"]
    assert events(stories(blank)) == {frozenset("a"), frozenset("b")}


def test_a_decision_says_what_it_rests_on(newsroom) -> None:
    index = StoryIndex()
    decisions = [index.place(article) for article in newsroom]
    first, second = decisions[:2]
    assert first.new
    assert first.story == story_id(newsroom[0].id)
    assert not second.new
    assert second.story == first.story
    assert second.likeness >= second.asked == SAME_STORY
    assert 0 < second.days < 1
    assert all(word in newsroom[1].text for word, _ in second.reasons)
    assert {"পদ্মা", "রাইডার্সের"} & {word for word, _ in second.reasons}
    assert sum(part for _, part in second.reasons) <= 1
    assert index.decisions[newsroom[1].id] == second


def test_a_report_of_both_merges_two_stories_and_the_older_id_stays() -> None:
    texts = [
        ("হরিরামপুরে পদ্মার ভাঙন", "মানিকগঞ্জের হরিরামপুরে পদ্মার ভাঙনে আজিমনগর বিদ্যালয় নদীতে গেছে।"),
        ("আজিমনগরের শিক্ষার্থীরা খোলা মাঠে", "খোলা মাঠে ক্লাস করছে তিনশ শিক্ষার্থী, ছাউনির দাবি অভিভাবকদের।"),
        (
            "হরিরামপুরে পদ্মার ভাঙনে আজিমনগরের শিক্ষার্থীরা খোলা মাঠে",
            "মানিকগঞ্জের হরিরামপুরে পদ্মার ভাঙনে বিদ্যালয় নদীতে যাওয়ায় আজিমনগরের তিনশ শিক্ষার্থী খোলা মাঠে ক্লাস "
            "করছে, ছাউনির দাবি অভিভাবকদের।",
        ),
    ]
    index = StoryIndex()
    placed = [
        index.place(
            Article.from_text(id=str(n), headline=head, body=body, published=datetime(2024, 7, 1, 9 + n))
        )
        for n, (head, body) in enumerate(texts)
    ]
    assert [decision.new for decision in placed] == [True, True, False]
    assert placed[2].story == placed[0].story
    assert placed[2].merged == (placed[1].story,)
    assert [story.id for story in index.stories()] == [placed[0].story]


def test_settling_tells_which_reports_moved(newsroom) -> None:
    index = StoryIndex()
    before = {article.id: index.place(article).story for article in newsroom}
    for merged, into in ((m, d.story) for d in index.decisions.values() for m in d.merged):
        before = {article: into if story == merged else story for article, story in before.items()}
    moved = index.settle()
    after = {article.id: story.id for story in index.stories() for article in story.articles}
    assert after == before | moved
    assert index.settle() == {}


def test_the_same_article_again_changes_nothing(newsroom) -> None:
    index = StoryIndex()
    once = [index.place(article) for article in newsroom]
    before = index.stories()
    assert [index.place(article) for article in newsroom] == once
    assert index.stories() == before
    assert stories([*newsroom, *newsroom]) == stories(newsroom)


def test_a_story_that_the_window_has_passed_keeps_its_reports_and_takes_no_more(newsroom) -> None:
    first = newsroom[0]
    again = Article.from_text(
        id="again", headline=first.headline, body="\n".join(first.body), published="2024-02-08T12:00:00+06:00"
    )
    wide, narrow = StoryIndex(), StoryIndex(window=timedelta(days=2))
    for article in in_order([*newsroom, again]):
        wide.place(article)
        narrow.place(article)
    assert not wide.decisions["again"].new
    assert narrow.decisions["again"].new
    assert frozenset({"match-1/0", "match-1/1"}) in events(narrow.stories())


def test_a_report_without_a_time_keeps_its_story_open(newsroom) -> None:
    first = newsroom[0]
    undated = Article.from_text(id="undated", headline=first.headline, body="\n".join(first.body))
    index = StoryIndex()
    begun = index.place(undated)
    assert index.place(newsroom[0]).story == index.place(newsroom[1]).story == begun.story


def test_the_inverted_index_stays_bounded_and_remembers_the_latest() -> None:
    postings = Postings()
    for n in range(10 * KEPT):
        postings.touch(f"s{n}", ["একই", f"নিজের{n}"])
    latest = postings.candidates({"একই": 1.0})
    assert len(latest) == TRIED
    assert f"s{10 * KEPT - 1}" in latest
    assert postings.candidates({"নিজের0": 1.0}) == ["s0"]
    postings.drop("s0", ["একই", "নিজের0"])
    assert postings.candidates({"নিজের0": 1.0}) == []


def test_time_counts_from_publication_else_from_capture() -> None:
    printed = Article.from_text(id="a", headline="ক", body="", published="2024-05-01", captured="2024-05-09")
    found = Article.from_text(id="b", headline="ক", body="", captured="2024-05-02T08:00:00+00:00")
    unknown = Article.from_text(id="c", headline="ক", body="")
    assert [a.id for a in in_order([unknown, found, printed])] == ["a", "b", "c"]
    assert when(unknown) is None


CRASHES = (
    ("বাস", "ট্রাক", "ফরিদপুরের ভাঙ্গা", "ভাঙ্গা হাইওয়ে থানা", "৪"),
    ("বাস", "ট্রাক", "বগুড়ার শিবগঞ্জ", "শিবগঞ্জ থানা", "৩"),
    ("অটোরিকশা", "ট্রাক", "কুমিল্লার চান্দিনা", "চান্দিনা থানা", "২"),
)


def crash(number: int, outlet: str, one: str, other: str, place: str, police: str, dead: str) -> Article:
    heads = {
        "প্রভাতরেখা": f"{place}য় {one}-{other} সংঘর্ষে নিহত {dead}",
        "জনপদলিপি": f"{place}য় সড়ক দুর্ঘটনায় {dead} প্রাণহানি",
    }
    return Article.from_text(
        id=f"{number}/{outlet}",
        outlet=outlet,
        published=f"2024-03-05T1{number}:00:00+06:00",
        headline=heads[outlet],
        body=f"{place} উপজেলায় {one} ও {other}ের মুখোমুখি সংঘর্ষে {dead} জন নিহত হয়েছেন। "
        "মঙ্গলবার (৫ মার্চ) সকালে এ দুর্ঘটনা ঘটে।\n"
        f"{police}র ওসি জানান, লাশ উদ্ধার করে মর্গে পাঠানো হয়েছে।",
    )


def test_crashes_of_one_day_at_different_places_stay_apart() -> None:
    reports = [crash(n, outlet, *row) for n, row in enumerate(CRASHES) for outlet in ("প্রভাতরেখা", "জনপদলিপি")]
    found = [{article.id.split("/")[0] for article in story.articles} for story in stories(reports)]
    assert all(len(places) == 1 for places in found)


def test_a_report_that_moves_says_what_it_left_and_what_ties_it_now() -> None:
    """Told in one wording, the crashes are first taken for one; together they show that they are three."""
    index = StoryIndex()
    reports = [crash(n, outlet, *row) for n, row in enumerate(CRASHES) for outlet in ("প্রভাতরেখা", "জনপদলিপি")]
    first = [index.place(report) for report in reports]
    assert len({decision.story for decision in first}) < len(CRASHES)
    moved = index.settle()
    assert moved
    for article, story in moved.items():
        decision = index.decisions[article]
        assert decision.story == story != decision.left
        assert decision.left in {each.story for each in first}
        assert decision.likeness >= SAME_STORY
        assert decision.reasons


def test_price_notices_of_two_weeks_stay_apart() -> None:
    notices = [
        ("2024-04-01", "সয়াবিন তেলের দাম লিটারে ৪ টাকা বাড়ল", "১৬৭", "৪"),
        ("2024-04-15", "সয়াবিন তেলের দাম লিটারে ৬ টাকা বাড়ল", "১৭৩", "৬"),
    ]
    reports = [
        Article.from_text(
            id=f"{n}/{outlet}",
            outlet=outlet,
            published=day,
            headline=headline,
            body=f"বোতলজাত সয়াবিন তেলের দাম লিটারে {step} টাকা বাড়িয়ে {price} টাকা নির্ধারণ করেছে সরকার। "
            f"পাঁচ লিটারের বোতল বিক্রি হবে {int(price) * 5} টাকায়, খোলা তেল {int(price) - 18} টাকায়।",
        )
        for n, (day, headline, price, step) in enumerate(notices)
        for outlet in ("প্রভাতরেখা", "জনপদলিপি")
    ]
    assert events(stories(reports)) == {
        frozenset({f"{n}/প্রভাতরেখা", f"{n}/জনপদলিপি"}) for n in range(len(notices))
    }


QUAKE = (
    (
        "তারাবনে ভূমিকম্প",
        "তারাবনে গভীর রাতে ভূমিকম্প হয়েছে। রিখটার স্কেলে মাত্রা ছিল ৬ দশমিক ৮। কেন্দ্র ছিল শহরের দক্ষিণে "
        "মাটির আঠারো কিলোমিটার গভীরে, জানায় ভূতত্ত্ব জরিপ।",
    ),
    (
        "তারাবনে ভূমিকম্পে মৃত ৩০০",
        "শনিবার ভোরে তারাবন শহরে বহু বাড়ি ধসে পড়ে। ভূমিকম্পের পর মানুষ খোলা মাঠে রাত কাটান, রাজধানীতেও কম্পন টের পাওয়া যায়।",
    ),
    (
        "প্রাণহানি দুই হাজার ছাড়াল",
        "প্রত্যন্ত পাহাড়ি এলাকায় ভূমিকম্পে আটকে পড়া মানুষকে বের করতে বেগ পাচ্ছেন তারাবনের উদ্ধারকর্মীরা। "
        "ধ্বংসস্তূপের নিচে অনেকে রয়েছেন।",
    ),
    (
        "তারাবনে তিন দিনের শোক",
        "তারাবনের রাজা তিন দিনের জাতীয় শোক ঘোষণা করেছেন। ভূমিকম্পে ঘরহারাদের জন্য পানি, খাবার ও "
        "আশ্রয়কেন্দ্রের নির্দেশ দিয়েছেন তিনি। পতাকা নামানো হয়েছে।",
    ),
)


def test_what_comes_a_year_later_leaves_a_story_grouped_as_it_was_settled() -> None:
    quake = [
        Article.from_text(
            id=f"quake-{n}", headline=head, body=body, published=f"2024-05-{4 + n:02}T09:00:00+06:00"
        )
        for n, (head, body) in enumerate(QUAKE)
    ]
    late = Article.from_text(
        id="late", headline="নদীতে নৌকাবাইচ", body="চরখালীতে নৌকাবাইচ দেখতে মানুষের ঢল।", published="2025-05-04"
    )
    together = frozenset(article.id for article in quake)
    assert events(stories(quake)) == {together}
    assert events(stories([*quake, late])) == {together, frozenset({"late"})}
