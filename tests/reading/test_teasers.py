"""What a page points at: headline, address and time of other articles."""

from __future__ import annotations

import time

from shutro.reading.teasers import Teaser, teasers

BRIDGE = "দশ বছরেও শেষ হয়নি নলখোলা সেতু"
ONION = "শীতলপুর বাজারে পেঁয়াজের কেজি ষাট টাকা"
LEAD = "নলখোলা সেতুর নির্মাণকাজ দশ বছরেও শেষ হয়নি। এতে কয়েক গ্রামের মানুষ..."


def test_a_card_that_is_one_link_gives_its_heading_alone():
    page = f"<html><body><a href='/1'><h3>{BRIDGE}</h3><p>{LEAD}</p><time>২ ঘণ্টা আগে</time></a></body></html>"
    assert [(t.headline, t.url) for t in teasers(page, "https://a.example/")] == [
        (BRIDGE, "https://a.example/1")
    ]


def test_an_empty_link_laid_over_a_card_leads_where_its_heading_says():
    page = "<html><body>" + "".join(
        f"<div class='card'><img><h4>{title}</h4><p class='desktopTime'>{when}</p><a href='/{n}'></a></div>"
        for n, (title, when) in enumerate(((BRIDGE, "১২ মার্চ ২০২৪, ১০:০৫"), (ONION, "৩ ঘণ্টা আগে")))
    )
    assert teasers(page) == [Teaser(BRIDGE, "/0", "১২ মার্চ ২০২৪, ১০:০৫"), Teaser(ONION, "/1", "৩ ঘণ্টা আগে")]


def test_links_without_words_between_many_others_are_no_teasers():
    page = "<html><body><div><h2>" + BRIDGE + "</h2>" + "<a href='/x'></a>" * 40 + "</div></body></html>"
    assert teasers(page) == []


def test_many_links_in_one_element_take_no_time_that_grows_with_their_square():
    page = (
        "<html><body>" + "".join(f"<a href='/{n}'>{BRIDGE} {n}</a>" for n in range(10_000)) + "</body></html>"
    )
    began = time.process_time()
    assert len(teasers(page)) == 10_000
    assert time.process_time() - began < 5


def test_a_dump_gives_its_headline_like_lines_with_the_times_by_them():
    page = (
        f"জাতীয়\nরাজনীতি\n\n{BRIDGE}\n১২ মার্চ ২০২৪, ১০:০৫\n{LEAD}\n\n{ONION} ৩ ঘণ্টা আগে | অর্থনীতি\n\nআরও দেখুন\n"
    )
    assert teasers(page) == [
        Teaser(BRIDGE, None, "১২ মার্চ ২০২৪, ১০:০৫"),
        Teaser(ONION, None, "৩ ঘণ্টা আগে"),
    ]


def test_an_age_in_english_is_parted_from_its_headline_too():
    assert teasers(f"{ONION} 3 hours ago | Business\n") == [Teaser(ONION, None, "3 hours ago")]


def test_one_time_between_two_headlines_belongs_to_the_one_over_it():
    first, second = teasers(f"{BRIDGE}\n১২ মার্চ ২০২৪\n{ONION}\n")
    assert (first.time, second.time) == ("১২ মার্চ ২০২৪", None)


def test_a_page_without_headlines_has_no_teasers():
    assert teasers("") == []
    assert teasers("জাতীয়\nখেলা\n১২ মার্চ ২০২৪") == []
    assert teasers("<html><body><a href='/1'>জাতীয়</a></body></html>") == []
