import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from shutro.archive.store import Archive, open_archive
from shutro.model import Article

PADMA, MEGHNA, TISTA = "Padma Barta", "Meghna Post", "Tista Khobor"

ARTICLES = [
    ("bridge", PADMA, "শঙ্খচর সেতু ধসে নিহত ৭, নিখোঁজ ১২",
     "মঙ্গলবার ভোরে শঙ্খচর সেতুর মাঝের অংশ ধসে সাতজন নিহত হয়েছেন। আহত হয়েছেন আরও ২৩ জন।\n"
     "জেলা প্রশাসক শামীমা আক্তার বলেন, সেতুটি ১৯৯৮ সালে নির্মাণ করা হয়েছিল এবং গত বছর ঝুঁকিপূর্ণ ঘোষণা করা হয়নি। উদ্ধারকাজ চলছে।"),
    ("bridge-minister", MEGHNA, "সেতু নির্মাণে অনিয়ম হয়নি: সড়কমন্ত্রী",
     "সড়কমন্ত্রী কামরুল আহসান বলেছেন, শঙ্খচর সেতু নির্মাণে কোনো অনিয়ম হয়নি। তিনি বলেন, দায়ী ঠিকাদারকে ছাড় দেওয়া হবে না।\n"
     "সোমবার সংসদে বিরোধী দলের সদস্য নাজমা বেগম এই ঘটনার তদন্ত দাবি করেন।"),
    ("onion", TISTA, "পেঁয়াজের দাম কেজিতে বেড়েছে ৩০ টাকা",
     "এক সপ্তাহে পেঁয়াজের দাম কেজিতে ৩০ টাকা বেড়েছে। পাইকারি বাজারে সরবরাহ কমেছে বলে জানান ব্যবসায়ীরা।\n"
     "কৃষি বিপণন অধিদপ্তর (ডিএএম) বলছে, আমদানি শুরু হলে দাম কমবে।"),
    ("cup", MEGHNA, "অনূর্ধ্ব-১৯ কাপে নেপালকে হারিয়ে ফাইনালে বাংলাদেশ",
     "কাঠমান্ডুতে নেপালকে ৩-১ গোলে হারিয়ে ফাইনালে উঠেছে বাংলাদেশ। জোড়া গোল করেন রাকিব হাসান।\n"
     "কোচ মারুফুল হক বলেন, ‘ছেলেরা পরিকল্পনা মেনে খেলেছে।’ আরও পড়ুন: পেঁয়াজের বাজারে অভিযান"),
    ("swing", TISTA, "দোল উৎসবে রঙের মেলা",
     "দোল উৎসবে মেতেছে শান্তিপুর। রঙের মেলায় হাজারো মানুষ।"),
    ("team", PADMA, "দল ঘোষণা করল ফুটবল ফেডারেশন",
     "আগামী সফরের জন্য ২৩ সদস্যের দল ঘোষণা করেছে ফেডারেশন। দলে নতুন মুখ তিনজন।"),
    ("cancel", PADMA, "অবৈধ ইটভাটা বন্ধে হাইকোর্টের নির্দেশ",
     "পাঁচ জেলার অবৈধ ইটভাটা বন্ধের নির্দেশ দিয়েছেন হাইকোর্ট। আদালত বলেন, পরিবেশ অধিদপ্তর আইন প্রয়োগ করছে না।\n"
     "নদী রক্ষা কমিশনের চেয়ারম্যান সেলিনা পারভীন এই রায়কে স্বাগত জানান।"),
    ("rumour", MEGHNA, "স্কুল বন্ধের খবর গুজব: শিক্ষা অধিদপ্তর",
     "আগামী রোববার থেকে সব স্কুল বন্ধ থাকবে বলে ছড়ানো খবরটি ভুয়া। শিক্ষা অধিদপ্তর জানিয়েছে, ক্লাস চলবে।"),
    ("talks", TISTA, "সীমান্ত হত্যা বন্ধে দুই দেশের বৈঠক",
     "সীমান্তে হত্যা বন্ধ করতে দুই দেশের মহাপরিচালক পর্যায়ে বৈঠক হয়েছে। বৈঠকে চারটি বিষয়ে একমত হয়েছে দুই পক্ষ।"),
    ("hospital", PADMA, "হাসপাতালে ভর্তি সাবেক রাষ্ট্রপতি জাহানারা রহমান",
     "শ্বাসকষ্ট নিয়ে হাসপাতালে ভর্তি হয়েছেন সাবেক রাষ্ট্রপতি জাহানারা রহমান। চিকিৎসকেরা বলছেন, তাঁর অবস্থা স্থিতিশীল।"),
]  # fmt: skip


def articles() -> list[Article]:
    return [
        Article.from_text(
            id=id,
            outlet=outlet,
            url=f"https://news.example/{id}",
            headline=headline,
            body=body,
            published=f"2026-03-{day:02}",
        )
        for day, (id, outlet, headline, body) in enumerate(ARTICLES, 1)
    ]


STORES = ("sqlite", "postgres") if os.environ.get("SHUTRO_TEST_POSTGRES") else ("sqlite",)
"""The stores under test; `scripts/test` starts a PostgreSQL server for the second."""


collect_ignore = [] if "postgres" in STORES else ["stores/test_postgres.py"]


def place(store: str, folder: Path) -> str:
    """Where a new archive may be made: a file, or an empty schema of the test server."""
    if store == "sqlite":
        return str(folder / "news.db")
    import psycopg

    server, schema = os.environ["SHUTRO_TEST_POSTGRES"], f"t{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as db:
        db.execute(f"CREATE SCHEMA {schema}".encode())
    return f"{server}&options=-csearch_path%3D{schema}"


@pytest.fixture(scope="session", params=STORES)
def stocked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of ten invented articles by three invented outlets; tests only read it."""
    with open_archive(place(request.param, tmp_path_factory.mktemp("archive"))) as archive:
        archive.add_all(articles())
        yield archive


@pytest.fixture(params=STORES)
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where no archive is yet."""
    return place(request.param, tmp_path)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where no file is yet."""
    return tmp_path / "news.db"
