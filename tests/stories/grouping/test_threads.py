"""Threads: the same actors and matter over months, with the ties told."""

from __future__ import annotations

import pytest

from shutro.model import Article
from shutro.stories.grouping.clusters import stories
from shutro.stories.grouping.threads import threads
from shutro.stories.grouping.titles import title

_TALKS = (
    ("2023-05-02", "তিস্তা চুক্তি নিয়ে দিল্লিতে মোদির সঙ্গে শেখ হাসিনার আলোচনা",
     "তিস্তার পানি বণ্টন চুক্তি নিয়ে নরেন্দ্র মোদির সঙ্গে আলোচনা করেছেন শেখ হাসিনা। মঙ্গলবার দিল্লিতে এ বৈঠক হয়।\n"
     "ভারতের প্রধানমন্ত্রী নরেন্দ্র মোদি বলেন, তিস্তা চুক্তি নিয়ে রাজ্যের সঙ্গে কথা চলছে।"),
    ("2023-11-20", "তিস্তা চুক্তি: নরেন্দ্র মোদিকে শেখ হাসিনার চিঠি",
     "তিস্তার পানি বণ্টন চুক্তি দ্রুত সই করতে নরেন্দ্র মোদিকে চিঠি লিখেছেন শেখ হাসিনা। সোমবার চিঠিটি ভারতে পাঠানো হয়।\n"
     "চিঠিতে বলা হয়, শুকনো মৌসুমে তিস্তা পাড়ের কৃষক পানি পান না।"),
    ("2024-06-22", "তিস্তা প্রকল্পে কারিগরি দল পাঠাবে ভারত: মোদি",
     "তিস্তার পানি সংরক্ষণ প্রকল্পে ভারত কারিগরি দল পাঠাবে বলে জানিয়েছেন নরেন্দ্র মোদি। শনিবার দিল্লিতে শেখ হাসিনার সঙ্গে "
     "বৈঠকের পর তিনি এ কথা বলেন।"),
)  # fmt: skip
_ELSE = ("2024-01-05", "কালিহাতীতে হাঁসের খামারে আগুন", "টাঙ্গাইলের কালিহাতীতে হাঁসের খামারে আগুন লেগে দুই হাজার হাঁস মারা গেছে।")


@pytest.fixture
def made() -> list[Article]:
    return [
        Article.from_text(id=f"{n}", headline=headline, body=body, published=day)
        for n, (day, headline, body) in enumerate((*_TALKS, _ELSE))
    ]


def test_stories_of_the_same_actors_over_a_year_are_one_thread(made) -> None:
    found = stories(made)
    assert len(found) == 4
    (thread,) = threads(found)
    assert [story.articles[0].id for story in thread.stories] == ["0", "1", "2"]
    assert thread.title in {story.title for story in thread.stories}


def test_every_tie_names_what_both_stories_print(made) -> None:
    found = {story.id: story for story in stories(made)}
    (thread,) = threads(found.values())
    assert thread.ties
    for tie in thread.ties:
        texts = [found[i].articles[0].text for i in (tie.one, tie.other)]
        assert {"নরেন্দ্র মোদি", "শেখ হাসিনা"} & set(tie.actors)
        assert "তিস্তা" in {*tie.actors, *tie.matter} or "তিস্তার" in tie.matter
        assert all(any(word in text for text in texts) for word in tie.matter)
        assert not set(tie.actors) & set(tie.matter)
        assert 0 < tie.likeness <= 1


def test_one_story_is_no_thread(made) -> None:
    assert threads(stories(made[:1])) == []
    assert threads([]) == []


def test_the_title_is_the_headline_nearest_to_all() -> None:
    heads = ["কী হলো শেষ রাতে?", "মেঘনায় লঞ্চডুবি, নিহত ৩", "মেঘনায় লঞ্চডুবি: নিহত বেড়ে ৩"]
    articles = [Article.from_text(id=str(n), headline=head, body="") for n, head in enumerate(heads)]
    assert title(articles) in heads[1:]
    assert title(articles[:1]) == heads[0]


def test_no_article_no_title() -> None:
    with pytest.raises(ValueError, match="no title"):
        title([])


SINKINGS = (
    ("2021-04-05", "ধলপুরে কার্গোর ধাক্কায় লঞ্চডুবি",
     "ধলপুরের কাজলধারা নদীতে কার্গো জাহাজের ধাক্কায় একটি লঞ্চ ডুবে গেছে। ২৬ জনের লাশ উদ্ধার।"),
    ("2022-03-20", "কাজলধারায় কার্গোর ধাক্কায় লঞ্চডুবি",
     "ধলপুরের কাজলধারা নদীতে কার্গো জাহাজের ধাক্কায় ডুবে গেছে একটি লঞ্চ। ৬ জনের লাশ উদ্ধার।"),
)  # fmt: skip
COURT = (
    "2022-03-20", "কাজলধারায় লঞ্চডুবি: কার্গোর চালকের সাজা",
    "ধলপুরের কাজলধারা নদীতে কার্গো জাহাজের ধাক্কায় লঞ্চডুবির মামলায় চালককে সাজা দিয়েছেন আদালত। "
    "২০২১ সালের ৫ এপ্রিল লঞ্চটি ডুবে যায়।",
)  # fmt: skip


@pytest.mark.parametrize(("later", "tied"), [(SINKINGS[1], 0), (COURT, 1)])
def test_the_like_of_it_a_year_later_is_another_matter_but_its_trial_is_not(later, tied) -> None:
    told = [
        Article.from_text(id=f"{n}", headline=headline, body=body, published=day)
        for n, (day, headline, body) in enumerate((SINKINGS[0], later))
    ]
    assert len(threads(stories(told), chosen=True)) == tied


def test_a_thread_has_its_title_from_the_story_of_many_reports() -> None:
    first = [
        Article.from_text(id=f"a{n}", headline=SINKINGS[0][1], body=SINKINGS[0][2], published=SINKINGS[0][0])
        for n in range(4)
    ]
    day, headline, body = COURT
    (thread,) = threads(
        stories([*first, Article.from_text(id="b", headline=headline, body=body, published=day)]), chosen=True
    )
    assert thread.title == SINKINGS[0][1]
