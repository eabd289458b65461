"""HTML pages of many makers: theme, front end and markup differ, the article is the same."""

from __future__ import annotations

import json
from datetime import date, datetime

import pytest

import shutro

NAV = (
    "<nav><ul>"
    + "".join(f"<li><a href='/{n}'>{n}</a></li>" for n in ("জাতীয়", "রাজনীতি", "খেলা", "বিনোদন"))
    + "</ul></nav>"
)


def ld(report, **more: object) -> str:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": report.headline,
        "datePublished": "2024-10-13T08:10:00+06:00",
        "author": {"@type": "Person", "name": report.byline},
        "publisher": {"@type": "Organization", "name": "নদীবার্তা"},
        **more,
    }
    return f"<script type='application/ld+json'>{json.dumps(data, ensure_ascii=False)}</script>"


def links(others) -> str:
    return "".join(f"<li><a href='/n/{i}'>{title}</a></li>" for i, title in enumerate(others))


def theme(r, o):
    """A WordPress newspaper theme, without JSON-LD."""
    return (
        f"<!doctype html><html><head><title>{r.headline} - নদীবার্তা</title></head><body"
        f" class='single-author'>"
        f"<div>ঢাকা, রোববার, ১৭ নভেম্বর ২০২৪, ২ অগ্রহায়ণ ১৪৩১</div>{NAV}<h1"
        f" class='entry-title'>{r.headline}</h1>"
        f"<div class='meta'><span class='author'><a href='/a'>{r.byline}</a></span> <span>প্রকাশিত:"
        f" ১৩ অক্টোবর ২০২৪, ০৮:১০ এএম</span></div>"
        f"<p class='wp-caption-text'>{r.caption}</p><div class='entry-content'>{r.markup}"
        f"<p>নদীবার্তা/আরকে</p></div>"
        f"<div class='author-box'><p>এই প্রতিবেদক দশ বছর ধরে লিখছেন। আগে শিক্ষকতা করতেন।</p></div>"
        f"<div class='related-posts'><h3>আরও খবর</h3><ul>{links(o)}</ul></div><div id='respond'>"
        f"<p>আপনার ই-মেইল প্রকাশ করা হবে না।</p></div>"
        f"<footer><p>এই সাইটের লেখা অনুমতি ছাড়া নকল করা বেআইনি।</p></footer></body></html>"
    )


def front_end(r, o):
    """A React page: every paragraph in its own element, a card between them."""
    cards = [f"<div class='el'><div><p>{p}</p></div></div>" for p in r.paragraphs]
    cards.insert(2, f"<div class='el'><a href='/x'><h6>আরও পড়ুন</h6><h5>{o[0]}</h5></a></div>")
    return (
        f"<!doctype html><html><head><title>{r.headline}</title>{ld(r)}</head><body><div id='root'>"
        f"<header>{NAV}</header>"
        f"<article><h1>{r.headline}</h1><div class='contributor'>{r.byline}</div><div>ঢাকা</div>"
        f"<div><time datetime='2024-10-13T08:10:00+06:00'>প্রকাশ: ১৩ অক্টোবর ২০২৪, ০৮:১০</time></div>"
        f"<figure><img src='a'><figcaption>{r.caption}</figcaption></figure>{''.join(cards)}</article>"
        f"<section><h2>আরও খবর</h2>{links(o)}</section></div></body></html>"
    )


def breaks(r, o):
    """Bare text parted by line breaks, in a table."""
    body = "<br><br>".join(r.paragraphs)
    return (
        f"<html><head><title>{r.headline}</title></head><body><table><tr><td>{NAV}</td></tr><tr><td>"
        f"<b>{r.headline}</b><br>"
        f"{r.byline}<br>১৩ অক্টোবর ২০২৪, ০৮:১০ এএম<br><br>{body}<br><br></td>"
        f"<td>{'<br>'.join(f'<a href=/{t}>{t}</a>' for t in o)}"
        f"</td></tr></table></body></html>"
    )


def twice(r, o):
    """A desktop copy and a mobile copy."""
    one = f"<h1>{r.headline}</h1><p>{r.byline}</p><p>প্রকাশিত: ০৮:১০, ১৩ অক্টোবর ২০২৪</p>{r.markup}"
    return (
        f"<html><head><title>{r.headline}</title>{ld(r)}</head><body><div>{NAV}{one}</div>"
        f"<div>{NAV}{one}<ul>{links(o)}</ul></div></body></html>"
    )


def amp(r, o):
    """An AMP page with advertisements between paragraphs."""
    body = "".join(f"<p>{p}</p><amp-ad>বিজ্ঞাপন</amp-ad>" for p in r.paragraphs)
    return (
        f"<!doctype html><html amp><head><title>{r.headline}</title>{ld(r)}</head><body>"
        f"<h1>{r.headline}</h1>"
        f"<div class='byline'>{r.byline}</div><div>১৩ অক্টোবর ২০২৪ | ০৮:১০</div>{body}<h3>আরও খবর"
        f"</h3><ul>{links(o)}</ul></body></html>"
    )


def wrapped(r, o):
    """Class names that speak of other things, as Drupal's do."""
    return (
        f"<html><head><title>{r.headline} | নদীবার্তা</title></head><body>{NAV}<div"
        f" class='page-with-comments related-sidebar'>"
        f"<h2 class='node-title'>{r.headline}</h2><div class='field-reporter'><div>প্রতিবেদক:&nbsp;"
        f"</div><div>{r.byline}</div></div>"
        f"<div>১৩ অক্টোবর ২০২৪ - ০৮:১০</div><div class='field-text-with-summary'>{r.markup}</div>"
        f"</div><div>{links(o)}</div></body></html>"
    )


def hydrated(r, o):
    """The article in JSON-LD alone, escaped twice."""
    body = "".join(f"&amp;lt;p&amp;gt;{p}&amp;lt;/p&amp;gt;" for p in r.paragraphs)
    return (
        f"<html><head><title>{r.headline}</title>{ld(r, articleBody=body)}</head><body><div"
        f" id='root'></div>{NAV}</body></html>"
    )


def continued(r, o):
    """The next article loaded below."""
    return (
        f"<html><head><title>{r.headline}</title>{ld(r)}</head><body>{NAV}<div><h1>{r.headline}</h1>"
        f"<div>{r.byline}<br>১৩ অক্টোবর ২০২৪ ০৮:১০</div>"
        f"{r.markup}</div><div><h1>{o[1]}</h1>"
        f"<p>{'শীতলাই বাজারে পেঁয়াজের দাম কমেছে, জানালেন পাইকাররা। ' * 9}</p>"
        f"<p>{'দোকানিরা বলছেন আমদানি বেড়েছে বলে বাজার এখন শান্ত। ' * 9}</p></div></body></html>"
    )


@pytest.mark.parametrize("layout", [theme, front_end, breaks, twice, amp, wrapped, hydrated, continued])
def test_every_layout_gives_the_same_article(layout, report, others):
    article = shutro.read(layout(report, others))
    assert article.headline == report.headline
    assert article.body == report.paragraphs
    assert article.authors == (report.byline,)
    assert article.published.value == datetime.fromisoformat("2024-10-13T08:10:00+06:00")
    for span, text in zip(article.paragraphs, report.paragraphs, strict=True):
        assert article.text[span.start : span.end] == text


def test_where_every_field_was_found(report, others):
    article = shutro.read(front_end(report, others))
    found = {p.field: p for p in article.provenance}
    assert found["headline"].span.of(article.text) == report.headline
    assert found["authors"].span.of(article.text) == report.byline
    assert found["caption"].span.of(article.text) == report.caption
    assert found["published"].how == "json-ld datePublished, printed" or found["published"].span is None
    assert found["outlet"].how == "metadata"
    assert article.prose[article.paragraphs[0].start :].startswith(report.paragraphs[0])


def test_joiners_and_both_forms_of_nukta_come_out_as_they_went_in():
    precomposed, decomposed = "বা\u09dcি", "বা\u09a1\u09bcি"
    text = f"র‍্যাব জানায়, {precomposed} আর {decomposed} এক কথা। উইল্‌স স্কুলেও\u00a0তা-ই বলা হয়। " * 4
    page = (
        f"<html><body><h1>র‍্যাবের দুটি বাড়ির খবর</h1><p>প্রকাশ: ১৩ অক্টোবর ২০২৪</p><p>{text}"
        f"</p><p>{text[::1]} শেষ।</p></body></html>"
    )
    article = shutro.read(page)
    assert article.body[0] == text.strip()


def test_hidden_elements_are_not_displayed(report):
    page = (
        f"<html><head><title>{report.headline}</title></head><body><h1>{report.headline}</h1>"
        f"<p>প্রকাশ: ১৩ অক্টোবর ২০২৪</p><p style='display: none'>লুকানো কথা এখানে আছে। আরও কথা।"
        f"</p>{report.markup}</body></html>"
    )
    assert "লুকানো" not in shutro.read(page).text


def test_a_body_hidden_until_a_script_runs_is_read(report):
    page = (
        f"<html><head><title>{report.headline}</title></head><body><h1>{report.headline}</h1>"
        f"<p>প্রকাশ: ১৩ অক্টোবর ২০২৪</p><div style='display:none'>{report.markup}</div></body>"
        f"</html>"
    )
    assert shutro.read(page).body == report.paragraphs


def section(r, o):
    cards = "".join(
        f"<div><a href='/{i}'><h3>{t}</h3></a><p>{t} নিয়ে বিস্তারিত জানা গেছে আজ।</p><span>২ ঘণ্টা আগে</span></div>"
        for i, t in enumerate(o * 3)
    )
    return (
        f"<html><head><title>জাতীয় | নদীবার্তা</title><meta property='og:type'"
        f" content='article'></head><body>{NAV}<h1>জাতীয়</h1>{cards}</body></html>"
    )


def home(r, o):
    return (
        f"<html><head><title>নদীবার্তা</title></head>"
        f"<body>{NAV}{''.join(f'<h2><a href=/{i}>{t}</a></h2>' for i, t in enumerate(o * 6))}"
        f"<footer><p>সম্পাদক: কেউ একজন। ঢাকা থেকে প্রকাশিত।</p></footer></body></html>"
    )


def missing(r, o):
    return (
        f"<html><head><title>পাতাটি পাওয়া যায়নি</title></head><body>{NAV}<h1>দুঃখিত</h1><p>আপনি"
        f" যে পাতাটি খুঁজছেন তা পাওয়া যায়নি।</p><ul>{links(o)}</ul></body></html>"
    )


def search(r, o):
    found = "".join(
        f"<li><a href='/{i}'>{t}</a><br>{t} — এ নিয়ে আরও...<br>১২ অক্টোবর ২০২৪</li>"
        for i, t in enumerate(o * 2)
    )
    return (
        f"<html><head><title>খোঁজের ফল</title></head><body>{NAV}<h1>“ভাঙন” খুঁজে পাওয়া গেছে</h1>"
        f"<ol>{found}</ol></body></html>"
    )


def video(r, o):
    data = '{"@type": "VideoObject", "name": "ভাঙনের ভিডিও"}'
    return (
        f"<html><head><title>ভাঙনের ভিডিও</title><script type='application/ld+json'>{data}"
        f"</script></head><body>{NAV}<h1>ভাঙনের ভিডিও দেখুন</h1><video></video><ul>{links(o * 2)}"
        f"</ul></body></html>"
    )


@pytest.mark.parametrize("page", [section, home, missing, search, video])
def test_pages_that_are_no_article_are_declined_with_a_reason(page, report, others):
    with pytest.raises(shutro.NotAnArticle) as caught:
        shutro.read(page(report, others))
    assert caught.value.reason


def test_the_metadata_of_a_damaged_script_and_an_odd_clock(report):
    script = (
        '{"@graph": [{"@type": "WebPage"}, {"@type": ["NewsArticle"], "headline": "'
        + report.headline
        + '",\n'
        '"description": "প্রথম সারি\nদ্বিতীয় সারি", "datePublished": "2024-10-13T08:10:00+06:00.000Z",'
        '"dateModified": "2024-10-13", "author": [{"name": "admin"}], "publisher": {"name": "নদীবার্তা"}}]}'
    )
    article = shutro.read(
        f"<html><head><script type='application/ld+json'>{script}</script></head><body>"
        f"<h1>{report.headline}</h1>{report.markup}</body></html>"
    )
    assert article.published.isoformat() == "2024-10-13T08:10:00+06:00"
    assert article.updated.value == date(2024, 10, 13)
    assert article.outlet == "নদীবার্তা"
    assert article.authors == ()


def test_a_printed_day_far_from_the_metadata_is_the_one_readers_saw(report):
    page = (
        f"<html><head>{ld(report, datePublished='2025-11-17T01:02:03+06:00')}</head><body>"
        f"<h1>{report.headline}</h1>"
        f"<p>প্রকাশ: ১৩ অক্টোবর ২০২৪, ০৮:১০ এএম</p>{report.markup}</body></html>"
    )
    stamp = shutro.read(page).published
    assert stamp.day == date(2024, 10, 13)
    assert stamp.note == "metadata says 2025-11-17T01:02:03+06:00"


def test_universal_time_is_told_by_the_clock_that_the_page_prints(report):
    page = (
        f"<html><head>{ld(report, datePublished='2024-10-13T02:10:44Z')}</head><body>"
        f"<h1>{report.headline}</h1>"
        f"<p>প্রকাশ: ১৩ অক্টোবর ২০২৪, ০৮:১০ এএম</p>{report.markup}</body></html>"
    )
    assert shutro.read(page).published.isoformat() == "2024-10-13T08:10:44+06:00"
