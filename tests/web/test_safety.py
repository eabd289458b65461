"""What the reader refuses, and what it never tells."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.web.api_serving import QUICK, client
from tests.web.newsroom import HOSTILE, SECRET
from tests.web.views import views

import shutro
from shutro.views.web.serving.limits import Buckets
from shutro.views.web.serving.state import Settings

TOKEN = "চাবি-১২৩"


@pytest.fixture(scope="module")
def web(site: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=site, timeout=30) as one:
        yield one


def test_every_link_of_every_page_leads_somewhere(web: httpx.Client, newsroom: Path) -> None:
    waiting = ["/", "/en/", *views(newsroom).values()]
    seen = set(waiting)
    while waiting:
        path = waiting.pop()
        answer = web.get(path)
        assert answer.status_code in (200, 307, 308), f"{answer.status_code} at {path}"
        if not answer.headers.get("content-type", "").startswith("text/html") or path.startswith("/api/"):
            continue
        tree = LexborHTMLParser(answer.text)
        ids = {node.attributes["id"] for node in tree.css("[id]")}
        assert len(ids) == len(tree.css("[id]")), f"an id twice at {path}"
        for node in tree.css("a[href], link[href], script[src], form[action][method=get]"):
            found = node.attributes
            target = urljoin(path, found.get("href") or found.get("src") or found.get("action") or "")
            parts = urlsplit(target)
            if parts.netloc and parts.netloc != urlsplit(str(web.base_url)).netloc:
                assert "noopener" in (found.get("rel") or ""), target
                continue
            if target.startswith("#"):
                assert target[1:] in ids, f"{target} at {path}"
            local = parts.path + (f"?{parts.query}" if parts.query else "")
            # Each list of names and each moment is a page of its own: a few of a kind are enough.
            if local not in seen and len(seen) < 400:
                seen.add(local)
                waiting.append(local)
    assert len(seen) > 200


def test_no_page_has_style_or_script_of_its_own(web: httpx.Client, newsroom: Path) -> None:
    for path in views(newsroom).values():
        answer = web.get(path)
        tree = LexborHTMLParser(answer.text)
        assert tree.css("style, [style], iframe, object, embed, base") == []
        assert all(node.attributes.get("src") and not node.text().strip() for node in tree.css("script"))
        assert not [n for n in tree.css("*") if any(name.startswith("on") for name in n.attributes)], path
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "id", ["nope", "%2e%2e%2fetc%2fpasswd", "%00", "' OR 1=1 --", "\ud7ff", "x" * 3000, "সূত্র", HOSTILE]
)
def test_a_wrong_or_hostile_id_is_nothing_here(web: httpx.Client, id: str) -> None:
    for kind in ("story", "thread", "article", "changes", "name", "outlet"):
        answer = web.get(f"/{kind}/{quote(id, safe='%')}")
        expected = (200,) if kind == "outlet" and id == HOSTILE else (404,)
        assert answer.status_code in expected, f"{answer.status_code} for {kind} {id!r}"
        assert "sqlite" not in answer.text.lower()
        assert HOSTILE not in answer.text


@pytest.mark.parametrize(
    "path",
    ["/?since=yesterday", "/stories?order=best", "/latest?page=0", "/latest?page=x", "/search?q=" + "ক" * 301,
     "/check?day=2025-13-40", "/article/hostile?s=9-1", "/article/hostile?s=%E0%A7%A7-%E0%A7%AF",
     "/names?kind=DOG"],
)  # fmt: skip
def test_what_cannot_be_asked_is_said_so(web: httpx.Client, path: str) -> None:
    answer = web.get(path)
    assert answer.status_code == 400
    assert "অনুরোধটি বোঝা যায়নি" in answer.text


def test_stories_of_somebody_unknown_are_not_found_and_the_form_stays(web: httpx.Client) -> None:
    for prefix, told in (("", "নামে এই সংগ্রহে কাউকে পাওয়া যায়নি"), ("/en", "names nobody")):
        answer = web.get(f"{prefix}/stories", params={"entity": "<b>কেউনা</b>", "order": "newest"})
        assert answer.status_code == 404
        page = LexborHTMLParser(answer.text)
        said = page.css_first("main [role=status]")
        assert said is not None
        assert told in said.text()
        assert "<b>কেউনা</b>" in said.text()
        assert [field.attributes["value"] for field in page.css("#entity")] == ["<b>কেউনা</b>"]


def test_empty_fields_of_a_form_ask_nothing(web: httpx.Client) -> None:
    for path in (
        "/search?q=&outlet=&person=&place=&source=&since=&until=",
        "/stories?outlet=&entity=&since=&until=",
    ):
        assert web.get(path).status_code == 200


def test_characters_beyond_the_article_are_nothing_here(web: httpx.Client) -> None:
    assert web.get("/article/hostile?s=99990-99999").status_code == 404


def test_no_page_tells_where_things_stand_on_the_machine(web: httpx.Client, newsroom: Path) -> None:
    for path in (
        *views(newsroom).values(),
        "/api/quarantine",
        "/nope",
        "/static/../app.py",
        "/static/nope.css",
    ):
        answer = web.get(path)
        assert SECRET not in answer.text, path
        assert str(newsroom) not in answer.text, path
        assert "site-packages" not in answer.text, path


def test_a_broken_archive_is_an_error_page_and_no_path(tmp_path: Path) -> None:
    where = tmp_path / "broken.db"
    where.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    with client(Settings(where, **QUICK)) as web:
        answer = web.get("/")
        assert answer.status_code == 500
        assert "broken.db" not in answer.text
        assert answer.headers["content-security-policy"]
        assert web.get("/nope").status_code == 404


def test_only_names_of_ours_are_answered(web: httpx.Client) -> None:
    assert web.get("/", headers={"host": "evil.example"}).status_code == 421
    assert web.get("/", headers={"host": "localhost:1"}).status_code == 200


def test_a_large_body_is_not_taken(web: httpx.Client) -> None:
    assert web.post("/notes/add", content=b"x" * 100_000).status_code == 413

    def pieces() -> Iterator[bytes]:
        for _ in range(100):
            yield b"x" * 1000

    assert web.post("/notes/add", content=pieces()).status_code == 413


def test_one_client_may_not_ask_without_end(newsroom: Path) -> None:
    with client(Settings(newsroom, rate=0.001, burst=5)) as web:
        answers = [web.get("/about") for _ in range(7)]
        assert [answer.status_code for answer in answers] == [200] * 5 + [429] * 2
        assert int(answers[-1].headers["retry-after"]) > 0
        assert web.get("/static/reader.css").status_code == 200
        assert web.get("/api").headers["content-type"] == "application/problem+json"


def test_a_bucket_fills_again_and_old_clients_are_forgotten() -> None:
    buckets = Buckets(rate=2, burst=3)
    assert [buckets.take("a", 0.0) for _ in range(4)] == [True, True, True, False]
    assert buckets.take("b", 0.0)
    assert [buckets.take("a", 1.0) for _ in range(3)] == [True, True, False]
    for number in range(20_000):
        buckets.take(f"c{number}", 1.0)
    assert buckets.take("a", 1.0)


NOTE = {"target": "article", "of": "bridge-1", "text": "দেখতে হবে", "back": "/article/bridge-1"}


def test_notes_are_written_at_this_machine_and_not_from_another_site(newsroom: Path) -> None:
    with client(Settings(newsroom, **QUICK)) as web:
        done = web.post("/notes/add", data=NOTE)
        assert (done.status_code, done.headers["location"]) == (303, "/article/bridge-1#notes")
        for headers in (
            {"origin": "https://evil.example"},
            {"origin": "null"},
            {"sec-fetch-site": "cross-site"},
            {"x-forwarded-for": "203.0.113.9"},
        ):
            assert web.post("/notes/add", data=NOTE, headers=headers).status_code == 403, headers
        own = str(web.base_url).rstrip("/")
        assert web.post("/notes/add", data=NOTE, headers={"origin": own}).status_code == 303
        with shutro.open(newsroom) as archive:
            for note in archive.notes("article", "bridge-1"):
                archive.drop_note(note.id)


@pytest.mark.parametrize(
    "back", ["https://evil.example", "//evil.example", "/\\evil.example", "x", "/a\r\nx: y"]
)
def test_a_form_leads_back_to_our_own_pages_alone(newsroom: Path, back: str) -> None:
    with client(Settings(newsroom, **QUICK)) as web:
        done = web.post("/notes/drop", data={"id": "nope", "back": back})
        assert done.status_code == 404
        added = web.post("/notes/add", data=NOTE | {"back": back})
        assert added.headers["location"] == "/notes#notes"
        with shutro.open(newsroom) as archive:
            for note in archive.notes("article", "bridge-1"):
                archive.drop_note(note.id)


@pytest.mark.parametrize(
    ("wrong", "status"),
    [({"text": " "}, 400), ({"text": "x" * 4001}, 400), ({"target": "dog"}, 400), ({"of": "nope"}, 404),
     ({"span": "9-1"}, 400), ({"span": "1-99999"}, 400)],
)  # fmt: skip
def test_a_note_must_be_one(newsroom: Path, wrong: dict[str, str], status: int) -> None:
    with client(Settings(newsroom, **QUICK)) as web:
        assert web.post("/notes/add", data=NOTE | wrong).status_code == status


def test_with_a_token_only_the_token_writes(newsroom: Path) -> None:
    settings = Settings(newsroom, token=TOKEN, **QUICK)
    with client(settings) as web:
        assert web.post("/notes/drop", data={"id": "nope"}).status_code == 403
        assert web.post("/notes/drop", data={"id": "nope", "token": TOKEN + "x"}).status_code == 403
        assert web.post("/notes/drop", data={"id": "nope", "token": TOKEN}).status_code == 404
        assert 'type="password"' in web.get("/article/bridge-1").text
    with client(replace(settings, read_only=True)) as web:
        assert web.post("/notes/drop", data={"id": "nope", "token": TOKEN}).status_code == 403
        assert "<textarea" not in web.get("/article/bridge-1").text


def test_a_story_page_is_light(web: httpx.Client, newsroom: Path) -> None:
    path = views(newsroom)["story"]
    answer = web.get(path)
    assert answer.headers["content-encoding"] == "gzip"
    assert len(answer.content) <= 150_000
    sent = answer.num_bytes_downloaded
    tree = LexborHTMLParser(answer.text)
    for node in tree.css("link[rel=stylesheet], script[src]"):
        other = web.get(node.attributes.get("href") or node.attributes.get("src") or "")
        assert "immutable" in other.headers["cache-control"]
        sent += other.num_bytes_downloaded
    assert sent <= 60_000, "what a phone on a slow line waits for, before fonts"


def test_the_command_serves_tells_where_and_stops(newsroom: Path) -> None:
    command = [
        str(Path(sys.executable).with_name("shutro")),
        "serve",
        "--archive",
        str(newsroom),
        "--port",
        "0",
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr
        said = running.stderr.readline()
        address = next(word for word in said.split() if word.startswith("http://"))
        assert urlsplit(address).hostname == "127.0.0.1"
        until = time.monotonic() + 30
        while time.monotonic() < until:
            try:
                assert httpx.get(f"{address}/en/about").status_code == 200
                break
            except httpx.TransportError:
                time.sleep(0.2)
        running.send_signal(signal.SIGINT)
        assert running.wait(30) in (0, 130)
        assert "Traceback" not in running.stderr.read()


def test_the_command_says_what_is_wrong_with_an_archive(tmp_path: Path) -> None:
    command = [str(Path(sys.executable).with_name("shutro")), "serve", "--archive", str(tmp_path / "no.db")]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert ran.returncode == 1
    assert "no archive there" in ran.stderr


def test_a_name_is_enough_to_find_what_was_said(web: httpx.Client) -> None:
    alone = web.get("/search", params={"in": "statements", "q": "তৈয়ব আলী খন্দকার"}).text
    about = {"in": "statements", "source": "তৈয়ব আলী খন্দকার", "q": "অভিযোগ"}
    for page in (alone, web.get("/search", params=about).text):
        quotes = LexborHTMLParser(page).css(".quote")
        assert quotes
        assert all("তৈয়ব আলী খন্দকার" in quote.text() for quote in quotes)
    nobody = web.get("/search", params={"in": "statements", "q": "কখগঘঙ"}).text
    assert LexborHTMLParser(nobody).css(".quote") == []
