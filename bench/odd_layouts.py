# ruff: noqa: E501 — markup reads best as sites write it
"""Pages whose date, writer or next article stands where one does not look for it."""

from __future__ import annotations

import json
from dataclasses import replace

from bench.invented import DAYS, Newsroom, Report, bangla
from bench.samples import E, Sample, day_only, ld, links, menu, odd, page, ps, sample


@odd
def hidden_date(report: Report, room: Newsroom) -> Sample:
    """The date line is there but not shown: the page's script counts the age from it."""
    body = f"""{menu()}<h1>{E(report.headline)}</h1><div class="who">{report.author}</div><div class="stamp" style="display: none">প্রকাশ: {report.day()}, {report.clock()}</div>
    <div class="story">{ps(report.paragraphs)}</div><div>{links(room, 6)}</div>"""
    return sample(report, page(report, body), authors=None)


@odd
def dated_state(report: Report, room: Newsroom) -> Sample:
    """Only the state of the scripts tells the date, and the dates of other stories beside it."""
    stories = [
        {"id": n, "title": title, "published_at": f"2023-0{n + 1}-11T04:20:00+06:00"}
        for n, title in enumerate(room.headlines(4))
        if title != report.headline
    ]
    own = {
        "id": 77,
        "title": report.headline,
        "published_at": report.published.isoformat(),
        "body": ps(report.paragraphs),
    }
    state = json.dumps({"props": {"pageProps": {"latest": stories, "news": own}}}, ensure_ascii=False)
    body = f"""<div id="__next">{menu()}<h1>{E(report.headline)}</h1><div><b>{report.author}</b></div>{ps(report.paragraphs)}{links(room, 5)}</div>
    <script id="__NEXT_DATA__" type="application/json">{state}</script>"""
    return sample(report, page(report, body), authors=None)


@odd
def assigned_state(report: Report, room: Newsroom) -> Sample:
    """The same as a script's variable, letters escaped."""
    own = {"news": {"headline": report.headline, "publishedAt": report.published.isoformat(), "hits": 12}}
    body = f"""{menu()}<h1>{E(report.headline)}</h1>{ps(report.paragraphs)}{links(room, 5)}
    <script>window.__INITIAL_STATE__ = {json.dumps(own)}; window.ready = true;</script>"""
    return sample(report, page(report, body), authors=None)


@odd
def dated_address(report: Report, room: Newsroom) -> Sample:
    """The day stands in the address alone, the page's own today over everything."""
    body = f"""<div class="clock">ঢাকা, {room.chance.choice(DAYS)}, {bangla(17)} জানুয়ারি ২০২৬</div>{menu()}<h1>{E(report.headline)}</h1>{ps(report.paragraphs)}{links(room, 5)}"""
    url = f"https://kanchan.example/details/{report.published:%Y-%m-%d}/{room.chance.randint(1000, 9999)}"
    return sample(report, page(report, body), published=day_only(report), authors=None, url=url)


@odd
def last_update_only(report: Report, room: Newsroom) -> Sample:
    """The last update is the only date: when it was first printed stays unknown."""
    body = f"""{menu()}<h1>{E(report.headline)}</h1><p>{report.author}</p><p>শেষ আপডেট: {report.day()}, {report.clock()}</p>{ps(report.paragraphs)}{links(room, 5)}"""
    return sample(report, page(report, body), published=None, updated=report.published.isoformat())


@odd
def latin_figures(report: Report, room: Newsroom) -> Sample:
    """Bangla months with Latin figures."""
    day = f"{report.published.day} {report.day('m')} {report.published.year}, {report.published:%I:%M %p}"
    body = f"""{menu()}<h1>{E(report.headline)}</h1><p>{report.author}</p><p>প্রকাশিত: {day}</p>{ps(report.paragraphs)}<h3>আরও খবর</h3>{links(room, 5)}"""
    return sample(report, page(report, body))


@odd
def agency(report: Report, room: Newsroom) -> Sample:
    """An agency and its place for a byline."""
    author = room.chance.choice(("বাসস, ঢাকা", "ইউএনবি, কুষ্টিয়া", "রয়টার্স, লন্ডন", "এএফপি, প্যারিস"))
    body = f"""{menu()}<h1>{E(report.headline)}</h1><div class="byline">{author}</div><div>প্রকাশ: {report.day()}, {report.clock()}</div>{ps(report.paragraphs)}{links(room, 5)}"""
    return sample(report, page(report, body), authors=(author,))


@odd
def military_clock(report: Report, room: Newsroom) -> Sample:
    """The clock as four figures before the day, the paper's name behind the desk, the place bold before the text."""
    report = replace(report, published=report.published.replace(hour=20))
    first, *rest = report.paragraphs
    told = f"{report.place}: {first}"
    body = f"""{menu()}<h1>{E(report.headline)}</h1><p>স্টাফ করেসপন্ডেন্ট | কাঞ্চননিউজ.কম</p><p>আপডেট: {bangla(f"{report.published:%H%M}")} ঘণ্টা, {report.day("m d")}, {report.day("y")}</p>
    <p><strong>{report.place}: </strong>{E(first)}</p>{ps(tuple(rest))}<p>বাংলাদেশ সময়: {bangla(f"{report.published:%H%M}")} ঘণ্টা, {report.day("m d")}, {report.day("y")}<br>এসএম/আরকে</p>{links(room, 5)}"""
    return sample(
        report,
        page(report, body),
        body=(told, *rest),
        updated=report.published.isoformat(),
        authors=("স্টাফ করেসপন্ডেন্ট",),
    )


@odd
def posted_below(report: Report, room: Newsroom) -> Sample:
    """The day over the text, the clock in English words under it."""
    noon = "পূর্বাহ্ণ" if report.published.hour < 12 else "অপরাহ্ণ"
    clock = f"{bangla(f'{report.published:%I:%M}')} {noon}"
    body = f"""<ul>{menu()}</ul><h1>{E(report.headline)}</h1><div>ডেস্ক রিপোর্ট | {report.day()} | প্রিন্ট</div><img>{ps(report.paragraphs)}
    <div>Posted {clock} | {report.day()}</div><div>kanchan.example | Desk Editor</div><div>Archive Calendar</div><table><tr><td>শনি</td><td>রবি</td></tr><tr><td>১</td><td>২</td></tr></table>{links(room, 6)}"""
    return sample(report, page(report, body), authors=("ডেস্ক রিপোর্ট",))


@odd
def placed_lead(report: Report, room: Newsroom) -> Sample:
    """Place and day open the text, as agencies write."""
    first, *rest = report.paragraphs
    told = f"{report.place}, {report.day('d m')}:- {first}"
    body = f"""{menu()}<div>এই মুহূর্তে</div><h2>{E(report.headline)}</h2>{ps((told, *rest))}<p>Post Views: 373</p>{links(room, 5)}"""
    url = f"https://kanchan.example/{report.published:%Y/%m/%d}/a-story-of-the-day/"
    return sample(
        report, page(report, body), body=(told, *rest), published=day_only(report), authors=None, url=url
    )


@odd
def microdata(report: Report, room: Newsroom) -> Sample:
    """Everything told by itemprop, the date in a meta element of the body."""
    body = f"""{menu()}<div itemscope itemtype="https://schema.org/NewsArticle"><meta itemprop="datePublished" content="{report.published.isoformat()}"><h1 itemprop="headline">{E(report.headline)}</h1>
    <span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">{report.author}</span></span><div itemprop="articleBody">{ps(report.paragraphs)}</div></div>{links(room, 6)}"""
    return sample(report, page(report, body))


@odd
def jetpack(report: Report, room: Newsroom) -> Sample:
    """WordPress with its own plugins: English buttons, likes and related posts around the text."""
    body = f"""<a href="#c">Skip to content</a>{menu()}<header class="entry-header"><h1 class="entry-title">{E(report.headline)}</h1><div class="entry-meta">Posted on <a href="/d"><time class="entry-date published" datetime="{report.published.isoformat()}">{report.published:%B %d, %Y}</time></a> by <a href="/author/a" rel="author">{report.author}</a></div></header>
    <div class="entry-content">{ps(report.paragraphs)}<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="/t">Tweet</a></li></ul></div><div class="jp-relatedposts"><h3>Related</h3>{links(room, 3, "p")}</div><div>Like this: Like Loading...</div></div>
    <nav class="post-navigation"><a href="/p">Previous Post: {E(room.headlines(1)[0])}</a></nav><h3>Leave a Reply</h3><p>Your email address will not be published. Required fields are marked *</p>"""
    return sample(report, page(report, body))


@odd
def tagged(report: Report, room: Newsroom) -> Sample:
    """Tags under the text, each on a line of its own."""
    words = "".join(
        f'<div class="chip">{word}</div>'
        for word in ("latestnews", "banglanews", report.place, "breakingnews", "জেলার খবর")
    )
    body = f"""{menu()}<h1>{E(report.headline)}</h1><div>{report.author}</div><div>{report.published:%d %b %Y %H:%M} IST</div><div>New Update</div><div class="c">{ps(report.paragraphs)}</div>{words}{links(room, 5)}"""
    moment = report.published.isoformat().replace("+06:00", "+05:30")
    return sample(report, page(report, body), published=moment)


@odd
def next_below(report: Report, room: Newsroom) -> Sample:
    """The next articles below the first, under headings of the second rank."""

    def one(each: Report) -> str:
        return f"<div class='news-box'><h2>{E(each.headline)}</h2><p>{each.author}</p><p>প্রকাশ: {each.day()}, {each.clock()}</p>{ps(each.paragraphs)}</div>"

    others = [each for each in (room.report() for _ in range(3)) if each.headline != report.headline]
    below = "".join(f"<div>পরবর্তী খবর</div>{one(each)}" for each in others)
    return sample(report, page(report, f"{menu()}{one(report)}{below}"))


@odd
def newest_first(report: Report, room: Newsroom) -> Sample:
    """A live page, the newest entry on top, each with its clock and a headline of its own."""
    told = [report.paragraphs[0]]
    heads = ("ঘাটে স্বজনদের ভিড়", "প্রশাসনের নতুন ঘোষণা", "সড়কে দীর্ঘ যানজট", "কর্মকর্তাদের বৈঠক শুরু")
    entries = ""
    for n, text in enumerate(text for text in report.paragraphs[1:] if text.count(" ") > 14):
        head = f"{heads[n % len(heads)]} {bangla(n + 1)}"
        entries += f"<article class='update'><time>{bangla(f'{9 - n % 9:02}:35')} পিএম</time><h3>{E(head)}</h3><p>{E(text)}</p></article>"
        told += [head, text]
    body = f"""{menu()}<h1>লাইভ: {E(report.headline)}</h1><div>{report.author}</div><div>প্রকাশ: {report.day()}, {report.clock()}</div><p>{E(report.paragraphs[0])}</p>{entries}{links(room, 4)}"""
    return sample(
        replace(report, headline=f"লাইভ: {report.headline}"),
        page(
            report,
            body,
            ld(replace(report, headline=f"লাইভ: {report.headline}"), **{"@type": "LiveBlogPosting"}),
        ),
        body=tuple(told),
    )


@odd
def numbered_pictures(report: Report, room: Newsroom) -> Sample:
    """An essay in pictures: the text, then pictures that are counted, each with its caption."""
    pictures = "".join(
        f"<div class='slide'><span>{bangla(n)}/{bangla(6)}</span><img><div class='slide-caption'>{report.place} এলাকায় সকালের দৃশ্য {bangla(n)}। ছবি: সুবীর পাল</div></div>"
        for n in range(1, 7)
    )
    body = f"""{menu()}<h1>{E(report.headline)}</h1><p>{report.author}</p><p>{report.day()}, {report.clock()}</p>{ps(report.paragraphs)}{pictures}{links(room, 4)}"""
    return sample(report, page(report, body))


@odd
def nested_tables(report: Report, room: Newsroom) -> Sample:
    """Tables in tables, no-break spaces for indents, the date in a cell beside the menu."""
    text = "<br>".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{E(text)}" for text in report.paragraphs)
    body = f"""<table><tr><td><table><tr><td>{menu()}</td></tr><tr><td><font size=2>প্রকাশের তারিখ: {report.day()}</font></td></tr></table></td><td><table><tr><td><span class="style1"><b>{E(report.headline)}</b></span></td></tr>
    <tr><td><font color="#666">{report.author}</font></td></tr><tr><td align="justify">{text}</td></tr></table></td><td><table><tr><td>{links(room, 8, "p")}</td></tr></table></td></tr></table>"""
    return sample(report, page(report, body), published=day_only(report))


@odd
def print_view(report: Report, room: Newsroom) -> Sample:
    """A page for the printer with its address and imprint under the text."""
    body = f"""<center><h3>দৈনিক কাঞ্চন</h3><small>Printed on: 03 Jun 2026 10:40 AM</small></center><hr><h1>{E(report.headline)}</h1><div>{report.author}</div><div>{report.day()} {report.clock12()}</div>
    <div>{ps(report.paragraphs)}</div><hr><div>https://kanchan.example/national/news/{room.chance.randint(1000, 9999)}</div><div>সম্পাদক ও প্রকাশক: আবদুল হালিম মিয়া, ১২ বকুলতলা সড়ক, ঢাকা থেকে প্রকাশিত।</div><div>ফোন: ০২-৫৫০১২৩৪, ই-মেইল: news@kanchan.example</div>"""
    return sample(report, page(report, body))


@odd
def no_heading(report: Report, room: Newsroom) -> Sample:
    """No heading anywhere: the headline is a bold line, repeated as the picture's text."""
    body = f"""{menu()}<div class="t"><b>{E(report.headline)}</b></div><div>{report.author} । {report.day()}, {report.clock()}</div><img alt="{E(report.headline)}"><div>{E(report.headline)}</div><div class="x">{ps(report.paragraphs, "div")}</div>{links(room, 6, "div")}"""
    return sample(report, page(report, body))


@odd
def elementor(report: Report, room: Newsroom) -> Sample:
    """A page builder: every word in boxes of its own, the date apart from its label."""
    inner = "".join(
        f'<div class="elementor-widget"><div class="elementor-widget-container"><p>{E(text)}</p></div></div>'
        for text in report.paragraphs
    )
    body = f"""<div class="elementor"><div>{menu()}</div><div class="elementor-widget-heading"><h1 class="elementor-heading-title">{E(report.headline)}</h1></div>
    <ul class="elementor-post-info"><li><span class="elementor-icon-list-text">{report.author}</span></li><li><span>প্রকাশিত হয়েছে</span> <span>{report.day()}</span></li><li><span>{report.clock12()}</span></li><li><span>৪৫৩ বার দেখা হয়েছে</span></li></ul>{inner}
    <div><h4>এই বিভাগের আরও খবর</h4>{links(room, 6, "h3")}</div></div>"""
    return sample(report, page(report, body))


@odd
def card_theme(report: Report, room: Newsroom) -> Sample:
    """A portal's ready-made theme: the reporter's name over his place, readers' counts, big and small type buttons."""
    body = f"""<div class="topbar">আজ {room.chance.choice(DAYS)} | ১৭ জানুয়ারি ২০২৬ খ্রিস্টাব্দ | সকাল ১০:২২</div>{menu()}<marquee>{" | ".join(room.headlines(4))}</marquee><h1 class="single_title">{E(report.headline)}</h1>
    <div class="reporter"><img><p>সুবীর পাল</p><p>{report.place} (জেলা) প্রতিনিধি</p></div><div>প্রকাশের সময়: {report.day()}, {report.clock12()}</div><div>২১২ বার পড়া হয়েছে</div><div>অ-</div><div>অ+</div>{ps(report.paragraphs)}
    <div>সংবাদটি শেয়ার করুন</div><div class="more"><h4>এ জাতীয় আরও সংবাদ</h4>{links(room, 6)}</div><footer>© ২০২৬ কাঞ্চন | কারিগরি সহায়তা: ক খ হোস্ট</footer>"""
    return sample(report, page(report, body), authors=None)
