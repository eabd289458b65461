"""Dates that a page holds without displaying them."""

from __future__ import annotations

import json

import pytest

import shutro

HEADLINE = "শীতলপুরে বাঁধ ভেঙে তলিয়ে গেছে ধানখেত"
BODY = (
    "শীতলপুর উপজেলায় বাঁধ ভেঙে তলিয়ে গেছে কয়েক শ একর ধানখেত। কৃষকেরা বলছেন, এমন ক্ষতি আগে কখনো হয়নি।",
    "উপজেলা প্রশাসন জানিয়েছে, বাঁধের ভাঙা অংশ মেরামতের কাজ রোববার শুরু হবে। ক্ষতিগ্রস্তদের তালিকাও করা হচ্ছে।",
    "স্থানীয় বাসিন্দা কামরুল ইসলাম বলেন, রাত দুইটার দিকে হঠাৎ পানির শব্দ শোনা যায়।"
    " সবাই ছুটে গিয়ে দেখেন, বাঁধের প্রায় বিশ হাত ভেঙে গেছে।",
    "পানি উন্নয়ন বোর্ডের একজন প্রকৌশলী জানান, গত বর্ষায় বাঁধটির নিচের মাটি সরে গিয়েছিল।"
    " মেরামতের জন্য টাকা চাওয়া হয়েছিল, কিন্তু পাওয়া যায়নি।",
    "কৃষি কার্যালয়ের হিসাবে, ডুবে যাওয়া জমির বেশির ভাগেই ধান পাকতে শুরু করেছিল।"
    " পানি দ্রুত না নামলে এই ধান আর ঘরে তোলা যাবে না বলে আশঙ্কা।",
)


def page(more: str) -> str:
    paragraphs = "".join(f"<p>{text}</p>" for text in BODY)
    return f"<!DOCTYPE html><html><body><h1>{HEADLINE}</h1>{paragraphs}{more}</body></html>"


def state(*stories: dict[str, object]) -> str:
    return f'<script type="application/json">{json.dumps({"data": {"items": stories}})}</script>'


def story(title: str, key: str, value: object) -> dict[str, object]:
    return {"title": title, "meta": {"views": 3}, key: value}


@pytest.mark.parametrize(
    "key", ["published_at", "publishedAt", "publish_date", "datePublished", "first_published_at"]
)
def test_the_state_of_the_scripts_dates_the_article_with_its_headline(key):
    other = story("বকুলতলায় নতুন সেতুর উদ্বোধন", key, "2021-01-02T03:04:05+06:00")
    article = shutro.read(page(state(other, story(HEADLINE, key, "2024-03-05T10:11:00+06:00"))))
    assert article.published.isoformat() == "2024-03-05T10:11:00+06:00"
    assert (article.published.how, article.published.span) == (f"state {key}", None)


@pytest.mark.parametrize(
    "more",
    [
        state(story("বকুলতলায় নতুন সেতুর উদ্বোধন", "published_at", "2021-01-02T03:04:05+06:00")),
        state(story(HEADLINE, "created_by", "2024-03-05T10:11:00+06:00")),
        state(story(HEADLINE, "published_at", 1709611860)),
        state(*(story(HEADLINE, "published_at", f"2024-03-0{day}T10:11:00Z") for day in (5, 6))),
        f'<script>window.state = {{"title": "{HEADLINE}", "published_at": "2024-03-05"</script>',
        '<div style="display:none">৫ মার্চ ২০২৪</div>',
        "<div hidden>প্রকাশ: ৫ মার্চ ২০২৪</div><div hidden>প্রকাশ: ৬ মার্চ ২০২৪</div>",
        '<div style="display:flex"><p></p></div>',
    ],
    ids=[
        "another's",
        "another key",
        "a number",
        "two moments",
        "cut off",
        "no label",
        "two days",
        "not hidden",
    ],
)
def test_what_does_not_tell_this_articles_date_leaves_it_unknown(more):
    assert shutro.read(page(more)).published is None


@pytest.mark.parametrize("mark", ["hidden", 'style="display: none"', 'style="VISIBILITY:hidden"'])
def test_a_hidden_line_with_a_label_dates_the_article(mark):
    article = shutro.read(page(f"<div {mark}>প্রকাশ:\n ৫ মার্চ ২০২৪, ১৪:২০</div>"))
    assert article.published.isoformat() == "2024-03-05T14:20:00+06:00"
    assert article.published.how == "hidden date line: প্রকাশ"


def test_what_is_printed_goes_before_what_is_not():
    printed = "<p>প্রকাশ: ৪ মার্চ ২০২৪</p>"
    article = shutro.read(page(printed + state(story(HEADLINE, "published_at", "2024-03-05T10:11:00Z"))))
    assert article.published.isoformat() == "2024-03-04"


def test_microdata_of_the_body_dates_an_article_and_not_a_list_of_them():
    one = '<meta itemprop="datePublished" content="2024-03-05T10:11:00+06:00">'
    two = '<meta itemprop="datePublished" content="2024-03-06T10:11:00+06:00">'
    assert shutro.read(page(one)).published.isoformat() == "2024-03-05T10:11:00+06:00"
    assert shutro.read(page(one + two)).published is None


def test_a_story_of_a_list_does_not_date_the_list():
    cards = "".join(f"<h3>{HEADLINE} {n}</h3><p>{text}</p>" for n, text in enumerate(BODY))
    html = (
        f"<!DOCTYPE html><html><head><title>সারাদেশ | দৈনিক কাঞ্চন</title></head><body><h1>{HEADLINE}</h1>{cards}"
    )
    article = shutro.read(html + state(story(HEADLINE, "published_at", "2024-03-05T10:11:00Z")))
    assert article.published is None
