"""The API over a real socket, on an archive of the examples."""

import asyncio
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from tests.views.ferry import ENTRIES, FIVE
from tests.web.api_serving import EXAMPLES, OUTLET, PLACE, QUICK, TOKEN, client, stock

from shutro.archive.store import open_archive
from shutro.views.web.api.exports import own_archive
from shutro.views.web.api.shapes.timelines import Entry
from shutro.views.web.serving.state import Busy, Settings

WITH_TOKEN = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("api") / "news.db"
    stock(path)
    return path


@pytest.fixture(scope="module")
def api(where: Path) -> Iterator[httpx.Client]:
    with client(Settings(where, **QUICK)) as one:
        yield one


@pytest.fixture
def writable(tmp_path: Path) -> Iterator[httpx.Client]:
    with client(Settings(tmp_path / "own.db", token=TOKEN, page_body=200_000, **QUICK)) as one:
        yield one


def get(api: httpx.Client, path: str, **asked: Any) -> Any:
    answer = api.get(path, params=asked or None)
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.fixture(scope="module")
def story(api: httpx.Client) -> str:
    found: str = get(api, "/api/stories")["items"][0]["id"]
    return found


def problem(answer: httpx.Response, status: int) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    told: dict[str, Any] = answer.json()
    assert told["status"] == status
    assert told["title"]
    return told


def test_it_says_what_it_serves(api: httpx.Client) -> None:
    about = get(api, "/api")
    assert (about["articles"], about["writable"]) == (len(list(EXAMPLES.glob("[0-9]*"))), False)
    assert len(about["rules"]) == 12


def test_every_offset_gives_the_words_of_its_article(api: httpx.Client, story: str) -> None:
    for card in get(api, f"/api/stories/{story}/articles")["items"]:
        text = get(api, f"/api/articles/{card['id']}")["text"]
        found = get(api, f"/api/articles/{card['id']}/findings")
        assert found["names"]
        for one in [*found["names"], *found["statements"], *found["events"]]:
            assert text[one["start"] : one["end"]] == one["text"]
    lines = get(api, f"/api/stories/{story}/timeline")["items"]
    texts: dict[str, str] = {}
    for evidence in [e for line in lines for e in line["evidence"]]:
        article = evidence["article"]
        texts.setdefault(article, get(api, f"/api/articles/{article}")["text"])
        assert texts[article][evidence["start"] : evidence["end"]] == evidence["text"]
    assert len({line["key"] for line in lines}) == len(lines)


def test_a_plan_is_told_with_what_became_of_it() -> None:
    (link,) = Entry.of(ENTRIES[3]).model_dump()["links"]
    assert (link["kind"], link["evidence"]["text"]) == ("fulfilled", FIVE.text)


def test_a_list_is_walked_by_its_links(api: httpx.Client) -> None:
    whole = get(api, "/api/articles", limit=100)
    assert whole["next"] is None
    walked, address = [], "/api/articles?limit=5"
    while address:
        answer = api.get(address)
        page = answer.json()
        assert len(page["items"]) <= 5
        walked += page["items"]
        address = page["next"]
        assert (f'<{address}>; rel="next"' in answer.headers.get("link", "")) == bool(address)
    assert walked == whole["items"]
    assert 'rel="prev"' in api.get("/api/articles", params={"limit": 5, "offset": 5}).headers["link"]


def test_a_list_of_somebody_in_bangla_has_links_that_can_be_followed(api: httpx.Client) -> None:
    first = api.get(f"/api/entities/{PLACE}/articles", params={"limit": 1}).json()
    second = get(api, first["next"])
    assert second["offset"] == 1
    assert second["items"][0]["id"] != first["items"][0]["id"]


@pytest.mark.parametrize("path", ["/api", "/api/stories", "/api/articles", "/api/outlets", "/api/entities"])
def test_an_answer_the_client_has_is_not_sent_again(api: httpx.Client, path: str) -> None:
    first = api.get(path)
    again = api.get(path, headers={"If-None-Match": f'"other", {first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert api.get(path, headers={"If-None-Match": '"other"'}).status_code == 200


def test_a_story_says_when_it_grew(api: httpx.Client, story: str) -> None:
    answer = api.get(f"/api/stories/{story}")
    grown = datetime.fromisoformat(answer.json()["grown"])
    assert answer.headers["last-modified"] == grown.astimezone(UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")


def test_what_a_story_gained_is_told_since_a_mark(api: httpx.Client, story: str) -> None:
    grown = get(api, f"/api/stories/{story}")["grown"]
    everything = get(api, f"/api/stories/{story}/gained", since="2020-01-01T00:00:00Z")
    assert len(everything["articles"]) == get(api, f"/api/stories/{story}")["articles"]
    assert everything["entries"]
    later = get(api, f"/api/stories/{story}/gained", since=grown.replace("2026", "2126"))
    assert (later["articles"], later["entries"], later["grown"]) == ([], [], [])


def test_filters_choose(api: httpx.Client, story: str) -> None:
    assert {card["outlet"] for card in get(api, "/api/articles", outlet=OUTLET)["items"]} == {OUTLET}
    assert story in [card["id"] for card in get(api, "/api/stories", outlet=OUTLET)["items"]]
    assert get(api, "/api/stories", since="2031-01-01")["items"] == []
    assert {one["kind"] for one in get(api, "/api/entities", kind="LOC")["items"]} == {"LOC"}
    days = get(api, "/api/days", since="2025-02-03", until="2025-02-04")
    assert [day["day"] for day in days] == ["2025-02-03", "2025-02-04"]


def test_search_and_check_answer_with_places(api: httpx.Client) -> None:
    hit = get(api, "/api/search/articles", q="লঞ্চডুবি")[0]
    text = get(api, f"/api/articles/{hit['article']['id']}")["text"]
    span = hit["snippet"]["span"]
    assert text[span["start"] : span["end"]] == hit["snippet"]["text"]
    sentence = get(api, "/api/stories", limit=1)["items"][0]["title"]
    verdict = get(api, "/api/check", text=sentence)
    assert verdict["verdict"] == "printed"
    assert get(api, "/api/search/stories", q="লঞ্চডুবি")[0]["title"]
    said = get(api, "/api/search/statements", who="পুলিশ")
    assert said
    assert all(one["statement"]["source"] for one in said)


def test_statements_are_asked_by_speaker_by_matter_or_by_a_question(api: httpx.Client) -> None:
    def told(**asked: str) -> list[tuple[str, str]]:
        found = get(api, "/api/search/statements", **asked)
        return [(one["statement"]["source"], one["statement"]["text"]) for one in found]

    of_one = told(who="দেলোয়ার হোসেন পাটোয়ারী", about="যাত্রী")
    assert of_one
    assert {source for source, _ in of_one} == {"দেলোয়ার হোসেন পাটোয়ারী"}
    assert told(q="দেলোয়ার হোসেন পাটোয়ারী যাত্রী নিয়ে কী বলেছেন") == of_one
    anybody = {source for source, _ in told(about="যাত্রী")}
    assert len(anybody) > 1
    assert told() == []


def test_a_name_is_found_in_any_spelling_with_who_goes_with_it(api: httpx.Client) -> None:
    card = get(api, f"/api/entities/{PLACE}")
    assert card["articles"] > 1
    beside = get(api, f"/api/entities/{PLACE}/with")
    assert all(one["reports"] > 0 for one in beside)
    for way in ("said-by", "said-of"):
        get(api, f"/api/entities/{PLACE}/{way}")


def test_the_states_of_an_article(api: httpx.Client) -> None:
    card = get(api, "/api/articles", limit=1)["items"][0]
    (state,) = get(api, f"/api/articles/{card['id']}/revisions")
    assert get(api, f"/api/articles/{card['id']}", revision=1)["headline"] == state["headline"]
    problem(api.get(f"/api/articles/{card['id']}", params={"revision": 2}), 404)
    kept = get(api, f"/api/captures/{state['capture']}")
    assert kept["size"] > 0
    assert "source" not in kept, "where it lies on the server is nobody's business"


def test_the_quarantine_gives_the_reason_and_no_path_of_the_server(api: httpx.Client) -> None:
    answer = api.get("/api/quarantine")
    (waiting,) = answer.json()["items"]
    assert waiting["reason"] == "hardly a Bangla letter in it"
    assert "/srv/secret" not in answer.text


def test_notes_are_read_by_what_they_stand_on(api: httpx.Client, story: str) -> None:
    assert len(get(api, "/api/notes")["items"]) == 2
    (note,) = get(api, "/api/notes", target="story", of=story)["items"]
    assert note["text"] == "আরও খোঁজ নিতে হবে"
    assert [one["span"] for one in get(api, "/api/notes", target="article")["items"]] == [
        {"start": 0, "end": 5}
    ]


@pytest.mark.parametrize(
    "path",
    ["/api/stories/s000000000000", "/api/threads/x", "/api/articles/nope", "/api/entities/কেউনা",
     "/api/outlets/নেই", "/api/captures/0", "/api/nothing", "/api/stories/%00", "/api/articles/%ff",
     "/api/stories/..%2f..%2fetc", "/api/search/articles?q=x&person=কেউনা", "/api/stories?entity=কেউনা",
     "/api/exports/csv?id=nope"],
)  # fmt: skip
def test_what_is_not_there_is_a_problem_that_says_so(api: httpx.Client, path: str) -> None:
    problem(api.get(path), 404)


def test_a_wrong_value_is_named(api: httpx.Client) -> None:
    told = problem(api.get("/api/stories", params={"limit": 0, "since": "0"}), 422)
    assert {(one["place"], one["name"]) for one in told["errors"]} == {("query", "limit"), ("query", "since")}


def test_a_wrong_way_is_told_with_the_right_ones(api: httpx.Client) -> None:
    for way in ("PUT", "TRACE", "QUERY"):
        answer = api.request(way, "/api/stories")
        problem(answer, 405)
        assert answer.headers["allow"] == "GET, HEAD"
    assert api.request("PUT", "/api/notes").headers["allow"] == "GET, HEAD, POST"


@pytest.mark.parametrize(
    "path", ["/api/stories", "/api/exports/csv", "/feeds/latest.rss", "/stories", "/api/nothing"]
)
def test_head_tells_what_get_would_without_the_body(api: httpx.Client, path: str) -> None:
    got, told = api.get(path), api.head(path)
    assert (told.status_code, told.content) == (got.status_code, b"")
    own = {"content-type", "etag", "content-length", "cache-control"}
    assert {k: v for k, v in told.headers.items() if k in own} == {
        k: v for k, v in got.headers.items() if k in own
    }


def test_without_a_token_nobody_writes(api: httpx.Client) -> None:
    for answer in (
        api.post("/api/captures", content=b"x"),
        api.post("/api/notes", json={"target": "story", "of": "x", "text": "x"}, headers=WITH_TOKEN),
        api.patch("/api/notes/x", json={"text": "x"}, headers=WITH_TOKEN),
        api.delete("/api/notes/x"),
    ):
        assert "only reads" in problem(answer, 403)["detail"]


def test_a_body_that_is_no_json_is_told(writable: httpx.Client) -> None:
    headers = {**WITH_TOKEN, "Content-Type": "application/json"}
    assert (
        "body" in problem(writable.post("/api/notes", content=b"0\xff\xfe", headers=headers), 400)["detail"]
    )
    told = problem(writable.post("/api/notes", content=b"{", headers=headers), 422)
    assert told["errors"][0]["place"] == "body"


def test_only_the_right_token_writes(writable: httpx.Client) -> None:
    answer = writable.post("/api/captures", content=b"x")
    problem(answer, 401)
    assert answer.headers["www-authenticate"] == "Bearer"
    problem(writable.post("/api/captures", content=b"x", headers={"Authorization": "Bearer wrong"}), 401)


def test_a_page_is_taken_read_and_placed(writable: httpx.Client) -> None:
    page = (EXAMPLES / "06-dhrubakal.html").read_bytes()
    asked = {"url": "https://paper.example/6", "captured": "2026-01-17T10:00:00+06:00"}
    sent: dict[str, Any] = {
        "content": page,
        "params": asked,
        "headers": {**WITH_TOKEN, "Content-Type": "text/html"},
    }
    first = writable.post("/api/captures", **sent).json()
    assert first["outcome"] == "added"
    assert first["story"] == get(writable, "/api/stories")["items"][0]["id"]
    article = get(writable, f"/api/articles/{first['article']['id']}")
    assert article["captured"] == "2026-01-17T10:00:00+06:00"
    assert article["url"] == "https://dhrubakal.example/country/88213", "the address the page gives of itself"
    assert writable.post("/api/captures", **sent).json()["outcome"] == "known"
    kept = get(writable, f"/api/captures/{article['capture']}")
    assert (kept["size"], kept["media_type"], kept["url"]) == (len(page), "text/html", asked["url"])


def test_a_page_that_is_no_article_waits_in_quarantine(writable: httpx.Client) -> None:
    answer = writable.post("/api/captures", content=b"<p>The ferry sank.</p>" * 40, headers=WITH_TOKEN)
    told = problem(answer, 422)
    assert told["detail"].startswith("NotBangla: ")
    assert [one["id"] for one in get(writable, "/api/quarantine")["items"]] == [told["capture"]]


def test_a_page_that_is_too_large_is_refused(writable: httpx.Client) -> None:
    problem(writable.post("/api/captures", content=b"x" * 200_001, headers=WITH_TOKEN), 413)

    def drip() -> Iterator[bytes]:
        for _ in range(30):
            yield b"x" * 10_000

    problem(writable.post("/api/captures", content=drip(), headers=WITH_TOKEN), 413)


def test_a_note_is_kept_changed_and_dropped(where: Path, tmp_path: Path, story: str) -> None:
    path = tmp_path / "copy.db"
    stock(path)
    with client(Settings(path, token=TOKEN, **QUICK)) as one:
        card = get(one, f"/api/stories/{story}/articles")["items"][0]
        note = {
            "target": "article",
            "of": card["id"],
            "text": "<b>দেখা দরকার</b>",
            "span": {"start": 3, "end": 9},
        }
        kept = one.post("/api/notes", json=note, headers=WITH_TOKEN)
        assert kept.status_code == 201
        assert kept.json()["text"] == note["text"]
        for wrong in ({"span": {"start": 9, "end": 3}}, {"span": {"start": 0, "end": 2**31}}, {"text": " "}):
            problem(one.post("/api/notes", json=note | wrong, headers=WITH_TOKEN), 422)
        problem(one.post("/api/notes", json=note | {"of": "nope"}, headers=WITH_TOKEN), 404)
        path = f"/api/notes/{kept.json()['id']}"
        assert one.patch(path, json={"text": "দেখা হয়েছে"}, headers=WITH_TOKEN).status_code == 204
        assert kept.json() | {"text": "দেখা হয়েছে"} in get(one, "/api/notes")["items"]
        for words in ("", " ", None):
            problem(one.patch(path, json={"text": words}, headers=WITH_TOKEN), 422)
        problem(one.patch(path, json={"text": "x"}), 401)
        problem(one.patch("/api/notes/nope", json={"text": "x"}, headers=WITH_TOKEN), 404)
        assert one.delete(path, headers=WITH_TOKEN).status_code == 204
        problem(one.delete(path, headers=WITH_TOKEN), 404)


def test_exports_stream_what_the_command_writes(api: httpx.Client, where: Path, story: str) -> None:
    from shutro.views.exports.formats import FORMATS, export
    from shutro.views.exports.select import Choice, from_archive

    assert [one["name"] for one in get(api, "/api/exports")] == list(FORMATS)
    with open_archive(where) as archive:
        for name, each in FORMATS.items():
            answer = api.get(f"/api/exports/{name}", params={"id": story})
            assert answer.headers["content-type"] == each.media_type
            assert f'filename="shutro-{story}{each.suffix}"' in answer.headers["content-disposition"]
            assert answer.content == b"".join(export(name, from_archive(archive, Choice((story,)))))
    notes = [
        json.loads(line)
        for line in api.get("/api/exports/jsonl", params={"table": "notes"}).text.splitlines()
    ]
    assert {row["note"] for row in notes[1:]} == {"আরও খোঁজ নিতে হবে", "=ফোন"}


def test_two_exports_at_once_and_no_more(where: Path) -> None:
    state = SimpleNamespace(settings=Settings(where))
    request: Any = SimpleNamespace(app=SimpleNamespace(state=state))

    async def walk() -> None:
        first, second, third = (own_archive(request) for _ in range(3))
        assert len(await anext(first)) == len(await anext(second)) > 0
        with pytest.raises(Busy):
            await anext(third)
        await first.aclose()
        fourth = own_archive(request)
        assert len(await anext(fourth)) > 0
        await second.aclose()
        await fourth.aclose()

    # A thread of its own: the browser of other tests keeps a loop in this one.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, walk()).result()


def test_an_export_is_in_the_language_and_with_the_mark_that_are_asked_for(api: httpx.Client) -> None:
    story = api.get("/api/stories", params={"limit": 1}).json()["items"][0]["id"]
    for language, words in (("bn", "ফেব্রুয়ারি ২০২৫"), ("en", "February 2025")):
        for name in ("markdown", "html"):
            shown = api.get(f"/api/exports/{name}", params={"id": story, "language": language}).text
            assert words in shown, name
    plain = api.get("/api/exports/csv", params={"id": story}).content
    assert api.get("/api/exports/csv", params={"id": story, "bom": True}).content == b"\xef\xbb\xbf" + plain
    lines = api.get("/api/exports/jsonl", params={"id": story})
    assert api.get("/api/exports/jsonl", params={"id": story, "bom": True}).content == lines.content


def test_an_export_that_cannot_be_is_a_problem_and_no_broken_file(api: httpx.Client) -> None:
    problem(api.get("/api/exports/html", params={"text": "false"}), 422)
    problem(api.get("/api/exports/csv", params={"table": "mentions"}), 422)
    problem(api.get("/api/exports/xlsx"), 422)
