"""Layouts of our own, each as HTML and as the text dump that resiliparse makes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bench.invented import Newsroom
from bench.layouts import LAYOUTS, ODD, Sample, make
from resiliparse.extract.html2text import extract_plain_text

import shutro

SAMPLES = [sample for seed in (0, 1) for sample in make(seed)]
ARTICLES = [sample for sample in SAMPLES if sample.headline]
OTHERS = [sample for sample in SAMPLES if not sample.headline]


def dump(sample: Sample) -> str:
    return str(extract_plain_text(sample.content, main_content=False, preserve_formatting=True))


@pytest.mark.parametrize("sample", ARTICLES, ids=lambda sample: sample.name)
def test_a_page_gives_the_article_that_a_reader_would_cut_out(sample):
    article = shutro.read(sample.content, url=sample.url)
    assert article.body == sample.body
    assert article.headline == sample.headline
    assert (article.published.isoformat() if article.published else None) == sample.published
    assert sample.authors is None or article.authors == sample.authors
    assert sample.updated is None or article.updated.isoformat() == sample.updated


@pytest.mark.parametrize(
    "sample",
    # What only metadata holds is in no dump; a row of spans comes out as one line.
    [sample for sample in ARTICLES if not sample.name.startswith(("body_in_state", "spans"))],
    ids=lambda sample: sample.name,
)
def test_its_dump_gives_the_same_body_and_headline(sample):
    article = shutro.read(dump(sample), url=sample.url)
    assert article.body == sample.body
    assert article.headline == sample.headline


@pytest.mark.parametrize("sample", OTHERS, ids=lambda sample: sample.name)
def test_what_is_no_article_is_declined_in_html_and_in_text(sample):
    for page in (sample.content, dump(sample)):
        with pytest.raises(shutro.NotAnArticle):
            shutro.read(page)


@pytest.mark.parametrize("end", ["শুনানি মুলতবি।", "মামলার তদন্ত চলছে।", "পরে আরও তথ্য জানা গেছে।"])
@pytest.mark.parametrize("printed", [*LAYOUTS.values(), *ODD.values()])
def test_a_last_paragraph_of_a_few_words_is_kept_however_the_paragraphs_are_printed(printed, end):
    room = Newsroom(7)
    told = room.report()
    sample = printed(replace(told, paragraphs=(*told.paragraphs, end)), room)
    assert shutro.read(sample.content, url=sample.url).body == sample.body


def test_a_line_of_a_box_of_its_own_under_paragraphs_that_share_one_is_no_paragraph():
    told = Newsroom(7).report()
    paragraphs = "".join(f"<p>{text}</p>" for text in told.paragraphs)
    page = f"<h1>{told.headline}</h1><div>{paragraphs}</div><div>সত্যের পথে নির্ভীক।</div>"
    assert shutro.read(page).body == told.paragraphs


def test_short_pieces_that_break_off_are_no_article_though_nothing_parts_them():
    pieces = (
        "চরকলমিতে নদীভাঙন ঠেকাতে নতুন বাঁধের কাজ শুরু হয়েছে। স্থানীয় মানুষ আশা করছেন, এবার...",
        "হরিণঘাটা সেতুর কাজ আবার থেমে গেছে। ঠিকাদার বলছেন, টাকা না পেলে তিনি...",
        "শীতলপুর বাজারে আগুনে পুড়েছে ছয়টি দোকান। দমকলের দুটি দল এসে আগুন...",
    )
    with pytest.raises(shutro.NotAnArticle, match="a list of 3 teasers"):
        shutro.read("\n".join(pieces))


def test_pieces_cut_off_over_a_line_that_leads_on_are_no_article():
    pieces = [
        f"{place} এলাকায় নদীভাঙন ঠেকাতে নতুন বাঁধের কাজ শুরু হয়েছে। এতে খুশি সবাই। স্থানীয় মানুষ আশা"
        " করছেন, এবার কাজ সময়মতো\nবিস্তারিত..."
        for place in ("চরকলমি", "হরিণঘাটা", "শীতলপুর", "নলখোলা")
    ]
    with pytest.raises(shutro.NotAnArticle, match="teasers"):
        shutro.read("\n".join(pieces))


def test_a_correspondents_line_is_head_enough_for_a_short_text():
    body = ARTICLES[0].body[:2]
    article = shutro.read("\n\n".join(("হরিণঘাটা (চরকলমি) প্রতিনিধি", *body)))
    assert (article.headline, article.authors, article.body) == ("", ("হরিণঘাটা (চরকলমি) প্রতিনিধি",), body)
    with pytest.raises(shutro.NotAnArticle):
        shutro.read("\n\n".join(body))


def test_an_excerpt_that_asks_to_read_on_is_no_article():
    page = (
        "শীতলপুর বাজারে আগুনে পুড়েছে ছয়টি দোকান\n\nস্টাফ রিপোর্টার: শীতলপুর বাজারে আগুনে পুড়েছে ছয়টি দোকান। "
        "শনিবার রাতে এ ঘটনা ঘটে। দমকলের দুটি দল এক ঘণ্টার চেষ্টায় আগুন নেভায়। ক্ষতির পরিমাণ জানা … "
        "Continue reading শীতলপুর বাজারে আগুনে পুড়েছে ছয়টি দোকান"
    )
    with pytest.raises(shutro.NotAnArticle, match="stands elsewhere"):
        shutro.read(page)


def test_an_address_tells_the_day_that_the_page_does_not():
    text = "\n\n".join((ARTICLES[0].headline, *ARTICLES[0].body))
    dated = shutro.read(text, url="https://kanchan.example/2024/3/5/khobor")
    assert (dated.published.isoformat(), dated.published.how) == ("2024-03-05", "address")
    assert shutro.read(text, url="https://kanchan.example/2024/3/5/").published is None
    assert shutro.read(text, url="https://kanchan.example/2024/13/5/khobor").published is None


def test_a_desk_before_the_first_sentence_is_the_byline():
    first, *rest = ARTICLES[0].body
    article = shutro.read("\n\n".join((ARTICLES[0].headline, f"হরিণঘাটা প্রতিনিধি : {first}", *rest)))
    assert article.authors == ("হরিণঘাটা প্রতিনিধি",)
    assert article.body[0].startswith("হরিণঘাটা প্রতিনিধি :")
