# ruff: noqa: E501 — markup reads best as sites write it
"""Pages of the sites of `bench.layouts` that are no article."""

from __future__ import annotations

from dataclasses import replace

from bench.invented import SECTIONS, Newsroom, Report, bangla
from bench.samples import E, Sample, decoy, links, menu, page, today


@decoy
def section(report: Report, room: Newsroom) -> Sample:
    cards = "".join(
        f'<div class="card"><a href="/{n}"><h3>{E(t)}</h3></a><p>{E(x)}</p></div>'
        for n, (t, x) in enumerate(room.teaser() for _ in range(14))
    )
    return Sample(
        "",
        page(
            replace(report, headline=report.section),
            f"{menu()}<h1>{report.section}</h1>{cards}<a>আরও দেখুন</a>",
        ),
    )


@decoy
def tag_with_excerpts(report: Report, room: Newsroom) -> Sample:
    """A theme's archive: long beginnings of articles, each with a link to go on reading."""
    posts = "".join(
        f'<article><h2 class="entry-title"><a href="/{n}">{E(one.headline)}</a></h2><div class="entry-summary"><p>{E(" ".join(one.paragraphs[:2]))} […]</p><a>Continue Reading</a></div></article>'
        for n, one in enumerate(room.report(3) for _ in range(6))
    )
    return Sample(
        "",
        page(
            replace(report, headline=f"Tag: {report.place}"), f"{menu()}<h1>Tag: {report.place}</h1>{posts}"
        ),
    )


@decoy
def home(report: Report, room: Newsroom) -> Sample:
    lead = f'<div><a href="/1"><h1>{E(report.headline)}</h1></a><p>{E(report.paragraphs[0])}</p></div>'
    return Sample(
        "",
        page(
            replace(report, headline="প্রচ্ছদ"),
            f"{today(room.chance)}{menu()}{lead}"
            + "".join(f"<h2>{name}</h2>{links(room, 6)}" for name in SECTIONS),
        ),
    )


@decoy
def search_page(report: Report, room: Newsroom) -> Sample:
    found = "".join(
        f'<div><a href="/{n}">{E(t)}</a><span>{report.day()}</span><p>{E(x)}</p></div>'
        for n, (t, x) in enumerate(room.teaser() for _ in range(10))
    )
    return Sample(
        "",
        page(
            replace(report, headline="অনুসন্ধান"),
            f"<h1>‘{report.place}’ এর জন্য {bangla(10)}টি ফল পাওয়া গেছে</h1>{found}",
        ),
    )


@decoy
def photo_page(report: Report, room: Newsroom) -> Sample:
    pictures = "".join(f"<figure><img><figcaption>{E(t)}</figcaption></figure>" for t in room.headlines(9))
    return Sample("", page(report, f"{menu()}<h1>ছবিতে {report.place}</h1><p>{report.day()}</p>{pictures}"))


@decoy
def video_page(report: Report, room: Newsroom) -> Sample:
    return Sample(
        "",
        page(
            report,
            f'{menu()}<h1>{E(report.headline)}</h1><div class="video"><iframe></iframe></div><p>{report.day()}</p><h3>আরও ভিডিও</h3>{links(room, 12)}',
        ),
    )


@decoy
def paywall(report: Report, room: Newsroom) -> Sample:
    lead = " ".join(report.paragraphs[0].split()[:12])
    body = f"{menu()}<h1>{E(report.headline)}</h1><p>{E(lead)}...</p><div class='wall'><h3>পুরো লেখাটি পড়তে গ্রাহক হোন</h3><p>আগে থেকে গ্রাহক হলে লগইন করুন।</p></div>{links(room, 4)}"
    return Sample("", page(report, body))


@decoy
def not_found(report: Report, room: Newsroom) -> Sample:
    body = f"{menu()}<h1>৪০৪</h1><p>দুঃখিত, আপনি যে পাতাটি খুঁজছেন তা পাওয়া যায়নি। ঠিকানাটি আবার দেখুন অথবা প্রচ্ছদে ফিরে যান।</p>{links(room, 6)}"
    return Sample("", page(replace(report, headline="পাতা পাওয়া যায়নি"), body))


@decoy
def consent(report: Report, room: Newsroom) -> Sample:
    body = "<h1>আপনার গোপনীয়তা আমাদের কাছে গুরুত্বপূর্ণ</h1><p>আমরা ও আমাদের অংশীদারেরা আপনার যন্ত্রে কুকি রাখি এবং তথ্য ব্যবহার করি। আপনি সম্মতি দিলে আমরা বিজ্ঞাপন দেখাতে পারি।</p><button>সম্মতি দিন</button><button>আরও জানুন</button>"
    return Sample("", page(replace(report, headline="সম্মতি"), body))
