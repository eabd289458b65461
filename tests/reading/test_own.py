"""A page may only tell an address of its own site as its own."""

import pytest

from shutro.errors import NotAnArticle
from shutro.model import Capture
from shutro.reading.own import read_own

BODY = "কুসুমপুরে নদীর ওপর নতুন সাঁকো চালু হয়েছে। দুই পাড়ের মানুষ সকাল থেকে হেঁটে পার হচ্ছেন, জানান ইউপি চেয়ারম্যান।"

MORE = (
    "এত দিন নৌকায় পার হতে আধা ঘণ্টা লাগত। বর্ষায় স্কুলে যাওয়া বন্ধ থাকত অনেকের। উপজেলা প্রকৌশলী রেজাউল হক বলেন, "
    "১২ লাখ টাকায় তিন মাসে কাজটি শেষ হয়েছে। আগামী শীতে রাস্তাটিও পাকা করা হবে বলে জানান তিনি।"
)


def page(at: str | None, own: str) -> Capture:
    html = (
        f'<html><head><title>কুসুমপুরে সাঁকো চালু</title><link rel="canonical" href="{own}"></head>'
        f"<body><article><h1>কুসুমপুরে সাঁকো চালু</h1><p>{BODY}</p><p>{MORE}</p></article></body></html>"
    )
    return Capture.of(html.encode(), source="page", url=at)


@pytest.mark.parametrize(
    ("at", "own"),
    [
        ("https://news.example/1", "https://news.example/1"),
        ("https://m.news.example/1?amp=1", "https://www.news.example/1"),
        (None, "https://news.example/1"),
    ],
)
def test_an_address_of_its_own_site_is_believed(at: str | None, own: str) -> None:
    assert read_own(page(at, own)).url == own


def test_an_address_of_another_site_is_refused() -> None:
    with pytest.raises(NotAnArticle, match="names a page of another site as its own address"):
        read_own(page("https://copy.example/1", "https://news.example/1"))
