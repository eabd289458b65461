"""HTML as a browser shows it, line by line."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from shutro.reading.page.blocks import BYLINE, CAPTION
from shutro.reading.page.page import shallow
from shutro.reading.page.render import render


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>এক  দুই\n তিন</p><p>চার</p>", "এক দুই তিন\n\nচার"),
        ("<div>এক</div><div>দুই</div>", "এক\nদুই"),
        ("<p>এক<br>দুই</p>", "এক\nদুই"),
        ("খোলা কথা<p>ভেতরে</p>আবার খোলা", "খোলা কথা\n\nভেতরে\n\nআবার খোলা"),
        ("<span>১৫:০১</span><span>আপডেট</span>", "১৫:০১আপডেট"),
        ("<ul><li>এক</li><li>দুই</li></ul>", "এক\nদুই"),
        ("<p>ক\u00a0খ</p>", "ক\u00a0খ"),
        ("<p>র‍্যাব</p>", "র‍্যাব"),
        ("<script>var x</script><style>p{}</style><p>ক</p><!-- খ -->", "ক"),
        ("<p hidden>ক</p><p style='DISPLAY : none'>খ</p><p>গ</p>", "গ"),
        ("<p>  </p><p>ক</p><p>\n</p>", "ক"),
    ],
)
def test_lines(markup, text):
    page = render(LexborHTMLParser(f"<body>{markup}</body>"))
    assert page.text == text
    assert [page.text[b.start : b.end] for b in page.blocks] == [b.text for b in page.blocks]


def test_what_the_tree_says_of_a_line():
    page = render(
        LexborHTMLParser(
            "<body><h2>শিরোনাম</h2><figure><figcaption>ছবির কথা</figcaption></figure>"
            "<p>আগে <a href='/x'>লিংক</a></p><p><span class='byline'>নাম</span> ১২ মে</p></body>"
        )
    )
    heading, caption, linked, byline = page.blocks
    assert heading.level == 2
    assert caption.flags & CAPTION
    assert (linked.links, linked.linked) == (4, False)
    assert not byline.flags & BYLINE
    assert [page.text[start : start + length] for start, length in page.bylines] == ["নাম"]


def test_elements_nested_past_all_sense_are_cut_off_before_parsing():
    deep = "<div>" * 30_000 + "ক"
    assert len(shallow(deep, deep.encode())) < len(deep.encode())
    plain = "<p>ক</p>" * 30_000
    assert shallow(plain, plain.encode()) == plain.encode()
