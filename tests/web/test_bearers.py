"""People of one name, on the page of the name."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import regex
from fastapi.testclient import TestClient
from tests.web.api_serving import QUICK

from shutro.archive.store import open_archive
from shutro.model import Article
from shutro.views.web.app import make_app
from shutro.views.web.serving.state import Settings

NEWS = (
    ("a", "বকুলতলী থানার ওসি মফিজুল হক বলেন, ‘চুরির মামলা হয়েছে।’"),
    ("b", "নিহত মফিজুল হক (৩৫) চন্দনার বাসিন্দা। ভাই সোহেল রানা বলেন, ‘মফিজুল হক মাছ ধরতেন।’"),
    ("c", "মফিজুল হক বলেন, ‘ভবনের কাজ শেষ।’"),
)
NAMES = ("মফিজুল হক", "মফিজুল হক (বকুলতলী থানার ওসি)", "মফিজুল হক (নিহত, ৩৫)")


def test_the_page_of_a_name_offers_those_who_bear_it(tmp_path: Path) -> None:
    with open_archive(tmp_path / "news.db") as archive:
        for id, body in NEWS:
            archive.add(Article.from_text(id=id, headline="খবর", body=body, published="2025-02-03"))
        archive.understand()
    app = make_app(Settings(tmp_path / "news.db", **QUICK))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        pages = [client.get(f"/name/{quote(name, safe='')}").text for name in NAMES]
    whole, officer, dead = pages
    for page in pages:
        assert "এই নামে একাধিক মানুষ আছেন" in page
        choices = regex.search(r"(?s)<nav aria-labelledby=\"people-title\">.*?</nav>", page)
        assert choices is not None
        assert all(quote(name, safe="") in choices[0] for name in NAMES[1:])
    assert "ভবনের কাজ শেষ" in whole
    assert whole.count("এ নামের কে, নিশ্চিত নয়") == 1
    assert "চুরির মামলা" in officer
    assert "ভবনের কাজ শেষ" not in officer
    assert "মাছ ধরতেন" in dead
    assert "চুরির মামলা হয়েছে" not in dead
