# ruff: noqa: E501 — markup reads best as sites write it
"""Pages of our own in the layouts that Bangla news sites have, with the article a reader would cut out of each.

WordPress themes, Blogger, Drupal, AMP, server-rendered scripts, tables of the first decade. Pages whose date
or writer stands where one does not look are in `bench.odd_layouts`, those that are no article in
`bench.decoys`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from bench import decoys, odd_layouts
from bench.invented import Newsroom, Report, bangla
from bench.samples import (
    DECOYS,
    LAYOUTS,
    ODD,
    E,
    Sample,
    day_only,
    layout,
    ld,
    links,
    menu,
    page,
    ps,
    sample,
    today,
)

__all__ = ["DECOYS", "LAYOUTS", "ODD", "Sample", "decoys", "make", "odd_layouts"]


def make(seed: int) -> Iterator[Sample]:
    """One page of every layout, odd ones and decoys too, filled anew for the seed."""
    for name, function in [*LAYOUTS.items(), *ODD.items(), *DECOYS.items()]:
        room = Newsroom(seed * 1000 + sum(map(ord, name)))
        yield replace(function(room.report(), room), name=f"{name}-{seed}")


@layout
def newspaper_theme(report: Report, room: Newsroom) -> Sample:
    """WordPress, the Newspaper theme: post meta, related posts within, an author's box, comments."""
    first, *rest = report.paragraphs
    body = f"""<div class="td-header">{menu()}</div><div class="td-post-header"><ul class="td-category"><li><a
    href="/c">{report.section}</a></li></ul><h1 class="entry-title">{E(report.headline)}</h1><div class="td-module-meta-info">
    <div class="td-post-author-name">By <a href="/author/x">{report.author}</a> - <span class="td-post-date"><time
    class="entry-date" datetime="{report.published.isoformat()}">{report.day()}</time></span></div><div class="td-post-views">১২৩</div></div></div>
    <div class="td-post-sharing"><a>Facebook</a><a>Twitter</a></div><div class="td-post-content"><div class="td-post-featured-image">
    <figure><img><figcaption class="wp-caption-text">{report.caption}</figcaption></figure></div><p>{E(first)}</p>
    <div class="td-a-rec">Advertisement</div>{ps(tuple(rest))}</div>
    <div class="author-box-wrap"><div class="td-author-name"><a>{report.author}</a></div><div class="td-author-description">দশ বছর ধরে সাংবাদিকতা করছেন। বই পড়তে ভালোবাসেন।</div></div>
    <div class="td_block_related_posts"><h4>RELATED ARTICLES</h4>{links(room, 6, "h3")}</div>
    <div class="comments" id="comments"><h3>LEAVE A REPLY</h3><form>Please enter your comment!</form></div>
    <div class="td-pb-span4"><h4>জনপ্রিয়</h4>{links(room, 8, "h3")}</div>"""
    return sample(report, page(report, body))


@layout
def next_state(report: Report, room: Newsroom) -> Sample:
    """A site rendered by scripts on the server, its state in JSON below the page."""
    state = json.dumps(
        {"props": {"story": {"headline": report.headline, "body": report.paragraphs}}}, ensure_ascii=False
    )
    cards = "".join(
        f'<div class="card"><a href="/a/{n}"><h3>{E(t)}</h3><p>{E(x)}</p></a><span>{bangla(n + 2)} ঘণ্টা আগে</span></div>'
        for n, (t, x) in enumerate(room.teaser() for _ in range(5))
    )
    body = f"""<div id="__next"><header><nav>{menu()}</nav></header><main><span>{report.section}</span><h1>{E(report.headline)}</h1>
    <div><span>{report.author}</span></div><div><span>প্রকাশ: </span><span>{report.day()}, {report.clock()}</span></div>
    <div class="body">{ps(report.paragraphs, "div")}</div><div><h2>আরও খবর</h2>{cards}</div></main></div>
    <script id="__NEXT_DATA__" type="application/json">{state}</script>"""
    return sample(report, page(report, body, ld(report)))


@layout
def drupal(report: Report, room: Newsroom) -> Sample:
    """Fields within fields, the date in English with Latin figures."""
    body = f"""<div class="region region-header">{menu()}</div><div class="region-content"><h1 class="page-header">{E(report.headline)}</h1>
    <article class="node node-news"><div class="field field-name-field-reporter"><div class="field-item">{report.author}</div></div>
    <div class="field field-name-post-date"><div class="field-item">Published: {report.published:%d %b %Y, %I:%M %p}</div></div>
    <div class="field field-name-field-image"><img alt="{E(report.headline)}"><div class="field-caption">{report.caption}</div></div>
    <div class="field field-name-body"><div class="field-items"><div class="field-item even">{ps(report.paragraphs)}</div></div></div></article></div>
    <div class="region-sidebar"><h2 class="block-title">সর্বশেষ</h2>{links(room, 10)}</div>"""
    return sample(report, page(report, body))


@layout
def blogger(report: Report, room: Newsroom) -> Sample:
    """Blogger: breaks for paragraphs, the address dated, no date within."""
    text = "<br /><br />".join(E(p) for p in report.paragraphs)
    body = f"""<div class="header"><h1 class="title">কাঞ্চন সংবাদ</h1></div><div class="date-outer"><div class="post hentry"><h3 class="post-title entry-title">
    {E(report.headline)}</h3><div class="post-body entry-content"><div class="separator"><img></div>{text}<div style="clear: both;"></div></div>
    <div class="post-footer">Share to Facebook</div></div></div><div class="comments"><h4>No comments:</h4><p>Post a Comment</p></div>
    <div class="sidebar"><h2>Popular Posts</h2>{links(room, 6)}</div>"""
    url = f"https://kanchan.example/{report.published:%Y/%m/%d}/khobor.html"
    return sample(report, page(report, body), published=day_only(report), authors=None, url=url)


@layout
def amp(report: Report, room: Newsroom) -> Sample:
    """AMP: advertisements and a link to the whole site between the paragraphs."""
    inner = "".join(f"<p>{E(p)}</p><amp-ad>বিজ্ঞাপন</amp-ad>" for p in report.paragraphs)
    body = f"""<amp-sidebar>{menu()}</amp-sidebar><h1>{E(report.headline)}</h1><p class="author">{report.author}</p>
    <p class="date">{report.day()} {report.clock12()}</p><amp-img></amp-img><p class="caption">{report.caption}</p>{inner}
    <p><a href="/full">মূল ওয়েবসাইটে দেখুন</a></p>{links(room, 5, "p")}"""
    return sample(report, page(report, body, ld(report)))


@layout
def old_table(report: Report, room: Newsroom) -> Sample:
    """Tables and bare text, as the first papers on the web were made."""
    text = "<br><br>\n".join(E(p) for p in report.paragraphs)
    body = f"""<table width=980><tr><td colspan=3>{today(room.chance)}</td></tr><tr><td width=150>{menu()}</td><td width=600><font size=5>
    <b>{E(report.headline)}</b></font><br><font color=gray>{report.author}</font><br>{report.day()}, {report.clock()}<br><br>{text}</td>
    <td>{links(room, 9, "p")}</td></tr><tr><td colspan=3>সম্পাদক : ক খ গ<br>স্বত্ব সংরক্ষিত</td></tr></table>"""
    return sample(report, page(report, body))


@layout
def endless(report: Report, room: Newsroom) -> Sample:
    """The next article loaded below the first."""

    def one(each: Report) -> str:
        return f"""<section class="story"><h1>{E(each.headline)}</h1><div class="info"><b>{each.author}</b><p>প্রকাশিত : {each.day()} | {each.clock()}</p></div>
        <div class="text">{ps(each.paragraphs)}</div></section>"""

    other = room.report()
    while other.headline == report.headline:
        other = room.report()
    return sample(report, page(report, f"<nav>{menu()}</nav>{one(report)}<div>আরও পড়ুন</div>{one(other)}"))


@layout
def doubled(report: Report, room: Newsroom) -> Sample:
    """A desktop and a mobile copy of the same article."""
    inner = f"""<h1>{E(report.headline)}</h1><div>{report.author}</div><div>প্রকাশ : {report.day()}, {report.clock()}</div>{ps(report.paragraphs)}"""
    body = f"""<div class="d-none d-md-block">{menu()}{inner}<div>{links(room, 5)}</div></div><div class="d-md-none">{inner}{links(room, 5)}</div>"""
    return sample(report, page(report, body))


@layout
def opinion(report: Report, room: Newsroom) -> Sample:
    """An opinion: a writer over it, a line about the writer under it, a pull quote within."""
    author = "অধ্যাপক নন্দিতা রায়"
    middle = len(report.paragraphs) // 2 or 1
    quote = report.paragraphs[middle].split("।")[0]
    inner = (
        ps(report.paragraphs[:middle])
        + f'<blockquote class="pullquote">{E(quote)}</blockquote>'
        + ps(report.paragraphs[middle:])
    )
    body = f"""<header>{menu()}</header><div class="kicker">মতামত</div><h1>{E(report.headline)}</h1><div class="writer"><img><a href="/w">{author}</a></div>
    <div class="time">{report.day()}, {report.clock()}</div><div class="content">{inner}<p><em>লেখক: {author}, অর্থনীতির শিক্ষক</em></p></div>
    <h3>এই লেখকের আরও লেখা</h3>{links(room, 4)}"""
    return sample(report, page(report, body, ld(replace(report, author=author))), authors=(author,))


@layout
def listicle(report: Report, room: Newsroom) -> Sample:
    """A list within: its subheads and items are the article's."""
    items = ("১. নিয়মিত পানি ফুটিয়ে পান করা", "২. ঘরের চারপাশ পরিষ্কার রাখা", "৩. জ্বর হলে চিকিৎসকের কাছে যাওয়া")
    first, *rest = report.paragraphs
    inner = f"<p>{E(first)}</p><h2>যা করতে হবে</h2>{ps(items)}{ps(tuple(rest))}"
    body = f"""<div class="menu-bar">{menu()}</div><h1>{E(report.headline)}</h1><p class="byline">{report.author}</p>
    <p>{report.day()} | {report.clock()}</p><div class="article-body">{inner}</div><div class="tags"><a>স্বাস্থ্য</a> <a>পরামর্শ</a></div>"""
    return sample(report, page(report, body), body=(first, "যা করতে হবে", *items, *rest))


@layout
def interview(report: Report, room: Newsroom) -> Sample:
    """Questions and answers, the questions bold."""
    asked = ("আপনাদের পরিকল্পনা কী?", "মানুষের জন্য কী করছেন?", "সামনের বছর কী হবে?")
    answers = report.paragraphs[1:4] or report.paragraphs
    told = [report.paragraphs[0]]
    inner = f"<p>{E(report.paragraphs[0])}</p>"
    for question, answer in zip(asked, answers, strict=False):
        inner += f"<p><strong>প্রশ্ন: {question}</strong></p><p>উত্তর: {E(answer)}</p>"
        told += [f"প্রশ্ন: {question}", f"উত্তর: {answer}"]
    body = f"""{menu()}<h1>{E(report.headline)}</h1><span class="reporter">{report.author}</span><p>প্রকাশ: {report.day()}, {report.clock()}</p>{inner}
    <div>{links(room, 5)}</div>"""
    return sample(report, page(report, body), body=tuple(told))


@layout
def embeds(report: Report, room: Newsroom) -> Sample:
    """A tweet, a video and related lines between the paragraphs."""
    between = [
        '<blockquote class="twitter-tweet"><p lang="en">Thoughts with all families tonight.</p>&mdash; Someone (@someone)</blockquote>',
        '<div class="video"><iframe src="https://www.youtube.com/embed/x"></iframe><p>ভিডিও দেখুন ইউটিউবে</p></div>',
        f'<p><strong>আরও পড়ুন: </strong><a href="/r">{E(room.headlines(1)[0])}</a></p>',
    ]
    inner = ""
    for number, text in enumerate(report.paragraphs):
        inner += f"<p>{E(text)}</p>" + (
            between[number] if number < min(len(between), len(report.paragraphs) - 1) else ""
        )
    body = f"""{menu()}<h1 class="headline">{E(report.headline)}</h1><div class="meta"><span>{report.author}</span><span>আপডেট: {report.day()}, {report.clock()}</span></div>{inner}"""
    head = f'<meta property="article:published_time" content="{report.published.isoformat()}"><meta property="og:type" content="article">'
    return sample(report, page(report, body, head))


@layout
def prices(report: Report, room: Newsroom) -> Sample:
    """A table of figures within, which is no running text."""
    rows = "".join(f"<tr><td>পণ্য {bangla(n)}</td><td>{bangla(n * 17)} টাকা</td></tr>" for n in range(1, 7))
    first, *rest = report.paragraphs
    body = f"""{menu()}<h1>{E(report.headline)}</h1><p>{report.author} | {report.day()}, {report.clock()}</p><p>{E(first)}</p>
    <table><tr><th>নাম</th><th>দাম</th></tr>{rows}</table>{ps(tuple(rest))}"""
    return sample(report, page(report, body))


@layout
def kolkata(report: Report, room: Newsroom) -> Sample:
    """A Kolkata paper: a standfirst, the place beside the desk, the last update, Bengali date on top."""
    stand = f"{report.paragraphs[0].split('।')[0]}। উঠছে প্রশ্ন।"
    body = f"""<div class="top">কলকাতা {bangla(17)} অগ্রহায়ণ ১৪৩২ বুধবার ৩ ডিসেম্বর ২০২৫</div>{menu()}<article><h1>{E(report.headline)}</h1><h2>{E(stand)}</h2>
    <div class="auth">নিজস্ব সংবাদদাতা</div><div class="place">কলকাতা</div><div class="dt">শেষ আপডেট: {report.day()} {report.clock()}</div>
    <div class="bdy">{ps(report.paragraphs)}</div></article><aside>{links(room, 8)}</aside>"""
    return sample(report, page(report, body, ld(report)), authors=None)


@layout
def live(report: Report, room: Newsroom) -> Sample:
    """Entries under their clock times."""
    entries = "".join(
        f'<div class="entry"><h4>{bangla(f"{20 - n}:15")}</h4><p>{E(text)}</p></div>'
        for n, text in enumerate(report.paragraphs[1:])
    )
    body = f"""{menu()}<span class="live">লাইভ</span><h1>{E(report.headline)}</h1><div>{report.author}</div><div>প্রকাশ: {report.day()}, {report.clock()}</div>
    <p>{E(report.paragraphs[0])}</p>{entries}"""
    return sample(
        report, page(report, body, ld(report, **{"@type": "LiveBlogPosting"})), body=report.paragraphs
    )


@layout
def printed(report: Report, room: Newsroom) -> Sample:
    """The page for the printer: its own time over that of publication."""
    later = report.published + timedelta(days=400, hours=5)
    body = f"""<div>দৈনিক কাঞ্চন</div><div>প্রিন্ট: {bangla(f"{later:%d}")} নভেম্বর {bangla(later.year)}, {bangla(f"{later:%H:%M}")}</div><h2>{E(report.headline)}</h2>
    <p>{report.author}</p><p>প্রকাশ: {report.day()}, {report.clock()}</p>{ps(report.paragraphs)}<p>সম্পাদক ও প্রকাশক: আবদুল হালিম মিয়া</p><p>ফোন: ০১২৩৪৫</p>"""
    return sample(report, page(report, body))


@layout
def undated(report: Report, room: Newsroom) -> Sample:
    """Nothing tells when it was published; the page prints its own day."""
    body = f"""<div>{today(room.chance)}</div>{menu()}<h1>{E(report.headline)}</h1>{ps(report.paragraphs)}<p>/এমএইচ/</p><h3>সম্পর্কিত খবর</h3>{links(room, 6)}"""
    return sample(report, page(report, body), published=None, authors=None)


@layout
def english_frame(report: Report, room: Newsroom) -> Sample:
    """English words around Bangla text."""
    body = f"""<div class="nav"><a>Home</a><a>News</a><a>Sports</a></div><h1>{E(report.headline)}</h1><div class="post-meta">Staff Correspondent | {report.published:%B %d, %Y} | {report.published:%I:%M %p}</div>
    <div class="post-text">{ps(report.paragraphs)}</div><div>Tags: news, bangla</div><h3>You may also like</h3>{links(room, 5)}<div>Subscribe to our newsletter</div><footer>All rights reserved</footer>"""
    return sample(report, page(report, body), authors=None)


@layout
def spans(report: Report, room: Newsroom) -> Sample:
    """A page of nothing but spans and classes made by a machine."""
    inner = "".join(
        f'<span class="css-1x{n}" style="display:block">{E(text)}</span><br>'
        for n, text in enumerate(report.paragraphs)
    )
    body = f"""<div class="css-a">{menu()}</div><div class="css-b"><span class="css-c">{E(report.headline)}</span><br><span class="css-d">{report.author}</span><br>
    <span class="css-d">{report.day()} {report.clock()}</span><br>{inner}</div><div class="css-e">{links(room, 6, "span")}</div>"""
    return sample(report, page(report, body, ld(report)))


@layout
def pleas(report: Report, room: Newsroom) -> Sample:
    """Pleas to follow, to subscribe, to comment, among and under the paragraphs."""
    first, *rest = report.paragraphs
    body = f"""{menu()}<h1>{E(report.headline)}</h1><p>{report.author}</p><p>প্রকাশ: {report.day()}, {report.clock()}</p><p>{E(first)}</p>
    <p>সর্বশেষ খবর পেতে আমাদের গুগল নিউজ চ্যানেল অনুসরণ করুন</p>{ps(tuple(rest))}<p>কাঞ্চন/এসএম</p><p>খবরটি শেয়ার করুন</p>
    <p>আপনার মতামত জানাতে নিচের ঘরে লিখুন।</p><p>এ বিভাগের আরও খবর</p>{links(room, 6, "p")}"""
    return sample(report, page(report, body))


@layout
def bulleted(report: Report, room: Newsroom) -> Sample:
    """Date, readers and desk as a list with bullets over the text."""
    body = f"""{menu()}<h2>{E(report.headline)}</h2><ul><li>প্রকাশিত : {report.day()}, {report.clock()}</li><li>৫৫৯ বার পঠিত</li><li>{report.author}</li></ul>
    <div>{ps(report.paragraphs)}</div><div><h4>এ জাতীয় আরও খবর</h4>{links(room, 7, "h5")}</div>"""
    return sample(report, page(report, body))


@layout
def photo_story(report: Report, room: Newsroom) -> Sample:
    """Pictures with captions between the paragraphs."""
    inner = "".join(
        f"<p>{E(text)}</p><figure><img><figcaption>ছবিতে {report.place} এলাকা। ছবি: সুবীর পাল</figcaption></figure>"
        for text in report.paragraphs
    )
    body = f"""{menu()}<h1>{E(report.headline)}</h1><p>{report.author}</p><p>{report.day()}, {report.clock()}</p>{inner}"""
    return sample(report, page(report, body, ld(report)))


@layout
def body_in_state(report: Report, room: Newsroom) -> Sample:
    """An empty page whose article only JSON-LD holds."""
    body = '<div id="root"></div><noscript>এই সাইট দেখতে জাভাস্ক্রিপ্ট চালু করুন।</noscript>'
    return sample(report, page(report, body, ld(report, articleBody="\n\n".join(report.paragraphs))))


@layout
def pixel_in_head(report: Report, room: Newsroom) -> Sample:
    """A counting image without scripts, right in the head, before everything the head declares."""
    head = f'<noscript><img src="https://t.example/p.gif"></noscript><meta property="article:published_time" content="{report.published.isoformat()}">'
    body = f"{menu()}<h1>{E(report.headline)}</h1>{ps(report.paragraphs)}{links(room, 5)}"
    return sample(report, page(report, body, head), authors=None)
