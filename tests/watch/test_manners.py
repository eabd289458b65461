"""How a host is treated: its rules, its pace, its wishes, and what happens when it fails."""

from __future__ import annotations

import time
from datetime import timedelta
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path
from threading import Lock
from typing import Any

import pytest
import trustme
from tests.capture.webserver import leads, says, serving
from tests.watch.conftest import Stand, states
from tests.watch.newsstand import DAY, HOUR, START, article, headline, moment

from shutro.archive.store import open_archive
from shutro.capture.web import Policy
from shutro.watch.plan import Outlet, Plan

RULES = b"User-agent: *\nDisallow: /private\nCrawl-delay: 7\n"


def test_rules_are_kept_to_and_asked_for_once_a_day(stand: Stand) -> None:
    stand.put("/robots.txt", says(RULES, kind="text/plain"))
    stand.publish(1, 2)
    stand.put("/private/3", says(article(3)))
    stand.list("/news/1", "/private/3", "/news/2")
    stand.watch(stand.plan(), hours=0.1).close()
    with stand.watch(stand.plan(), hours=26) as archive:
        assert len(archive) == 2
        assert states(archive, "failed") == [("/private/3", "barred by the host's robots.txt")]
    assert not stand.asked("/private/3")
    first, second = stand.asked("/robots.txt")
    assert first == 0
    assert DAY <= second < DAY + 2 * HOUR


def test_rules_that_change_are_followed(stall: Stand) -> None:
    stall.publish(1)
    stall.watch(stall.plan(), hours=0.1).close()
    stall.put("/robots.txt", says(b"User-agent: *\nDisallow: /", kind="text/plain"))
    stall.clock.at = START + DAY + 60
    with stall.watch(stall.plan(), hours=3) as archive:
        assert [(c.state, c.reason) for c in archive.sources()] == [
            ("resting", "barred by the host's robots.txt")
        ]
    assert "resting" in stall.kinds("source")


def test_the_crawl_delay_parts_all_requests_of_a_host(stall: Stand) -> None:
    stall.put("/robots.txt", says(RULES, kind="text/plain"))
    stall.publish(*range(6))
    stall.list(*(f"/news/{n}" for n in range(6)), at="/second")
    stall.watch(stall.plan("/feed", "/second", pace=2.0), once=True).close()
    asked = sorted(at for path, at in stall.times if path != "/robots.txt")
    assert len(asked) == 8
    assert all(later - earlier >= 7 for earlier, later in pairwise(asked))


def test_an_outlets_own_pace_goes_before_the_plans(stall: Stand) -> None:
    stall.publish(1, 2)
    plan = Plan((Outlet("Padma Barta", feeds=(stall.server.address + "/feed",), pace=30.0),), pace=2.0)
    stall.watch(plan, once=True).close()
    assert [stall.asked(path)[0] for path in ("/feed", "/news/1", "/news/2")] == [0, 30, 60]


def test_one_request_at_a_time_of_a_host_and_several_hosts_at_once(stall: Stand) -> None:
    lock, inside, most = Lock(), {"here": 0, "there": 0}, {"here": 0, "there": 0, "both": 0}

    def slowly(where: str, act: Any) -> Any:
        def answer(handler: Any) -> None:
            with lock:
                inside[where] += 1
                most[where] = max(most[where], inside[where])
                most["both"] = max(most["both"], sum(inside.values()))
            time.sleep(0.05)
            with lock:
                inside[where] -= 1
            act(handler)

        return answer

    with serving() as other:
        for n in range(5):
            stall.put(f"/news/{n}", slowly("here", says(article(n))))
            other.at(f"/news/{n}", slowly("there", says(article(n + 50))))
        urls = [f"{site.address}/news/{n}" for n in range(5) for site in (stall.server, other)]
        stall.list(*urls)
        with stall.watch(stall.plan(), once=True) as archive:
            assert len(archive) == 10
    assert most == {"here": 1, "there": 1, "both": 2}


@pytest.mark.parametrize("told", ["seconds", "date"])
def test_a_host_that_asks_for_time_is_left_alone_until_then_over_a_restart_too(
    stand: Stand, told: str
) -> None:
    until = format_datetime(moment(START + 900), usegmt=True)
    stand.put("/feed", says(status=429, Retry_After="900" if told == "seconds" else until))
    stand.publish(1, feed_at="/other")
    with stand.watch(stand.plan("/feed", "/other"), hours=0.1) as archive:
        assert [(h.state, h.until) for h in archive.hosts()] == [("failing", moment(START + 900))]
    stand.publish(1)
    with stand.watch(stand.plan("/feed", "/other"), hours=0.5) as archive:
        assert archive.hosts() == []
        assert len(archive) == 1
    assert stand.asked("/feed")[0] == 0
    assert min(at for path, at in stand.times[2:]) >= START + 900


def test_a_failing_host_is_asked_less_and_less_and_then_rests(stand: Stand) -> None:
    stand.put("/feed", says(status=503))
    with stand.watch(stand.plan(), hours=7 * 24) as archive:
        (card,) = archive.sources()
        assert (card.state, card.reason) == ("resting", "the server fails (503)")
        assert [h.state for h in archive.hosts()] == ["resting"]
    apart = [b - a for a, b in pairwise(stand.asked("/feed"))]
    longest = 6 * HOUR
    for wait, usual in zip(apart[:11], (600, 1200, 2400, 4800, 9600, 19200, *[longest] * 5), strict=True):
        assert 0.75 * usual <= wait <= 1.25 * usual + 60
    assert all(0.75 * DAY <= wait <= 1.25 * DAY + 60 for wait in apart[11:])
    assert len(apart) > 12
    assert "resting" in stand.kinds("host")
    stand.publish(1)
    with stand.watch(stand.plan(back=30 * DAY), hours=40) as archive:
        assert archive.hosts() == []
        assert [(card.state, card.added) for card in archive.sources()] == [("well", 1)]


def test_two_that_failed_together_do_not_come_back_together(stall: Stand) -> None:
    stall.put("/feed", says(status=503))
    stall.watch(stall.plan(), hours=1, seed=1).close()
    first = stall.asked("/feed")
    stall.times.clear()
    stall.where += "2"
    stall.clock.at = START
    stall.watch(stall.plan(), hours=1, seed=2).close()
    assert first[1:] != stall.asked("/feed")[1:]


def test_one_page_that_fails_is_given_up_and_holds_up_no_other(stand: Stand) -> None:
    stand.publish(*range(1, 5))
    stand.put("/news/2", says(status=500))
    with stand.watch(stand.plan(), hours=30) as archive:
        assert len(archive) == 3
        assert states(archive, "failed") == [("/news/2", "the server fails (500)")]
    assert len(stand.asked("/news/2")) == 6
    assert max(stand.asked(f"/news/{n}")[0] for n in (1, 3, 4)) < 300


def test_what_a_page_alone_is_to_blame_for_is_asked_once(stall: Stand) -> None:
    big = b"x" * 300_000
    stall.publish(1)
    stall.put("/picture", says(b"x", kind="image/png"))
    stall.put("/big", says(big))
    stall.put("/circle", leads("/circle"))
    stall.put("/ftp", leads("ftp://a.example/x"))
    stall.put("/inside", leads("http://169.254.169.254/latest/meta-data"))
    stall.list("/picture", "/big", "/circle", "/ftp", "/inside", "/news/1")
    with stall.watch(stall.plan(), hours=3) as archive:
        assert len(archive) == 1
        told = dict(states(archive, "failed"))
    assert told == {
        "/picture": "no page but image/png",
        "/big": "larger than 200000 bytes",
        "/circle": f"redirects run in a circle, back to {stall.server.address}/circle",
        "/ftp": "only http and https addresses are fetched (a redirect leads there)",
        "/inside": "169.254.169.254 is at 169.254.169.254, a link-local address"
        " (at http://169.254.169.254/robots.txt)",
    }
    assert all(len(stall.asked(path)) == 1 for path in told)


def test_a_network_that_is_not_public_is_not_watched_unless_allowed(stall: Stand) -> None:
    stall.publish(1)
    with stall.watch(stall.plan(), hours=1, policy=Policy()) as archive:
        ((state, reason),) = [(c.state, c.reason) for c in archive.sources()]
    assert (state, reason) == ("resting", "127.0.0.1 is at 127.0.0.1, a loopback address")
    assert stall.server.asked == []


def test_slow_and_endless_answers_end_and_hold_up_no_other_host(stall: Stand) -> None:
    def endless(handler: Any) -> None:
        handler.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while not stall.server.ended.is_set():
            handler.wfile.write(b"<p>x</p>" * 10_000)

    def dripping(handler: Any) -> None:
        handler.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while not stall.server.ended.is_set():
            handler.wfile.write(b" ")
            time.sleep(0.05)

    stall.put("/endless", endless)
    stall.put("/dripping", dripping)
    with serving() as other:
        url = other.at("/news/1", says(article(1)))
        stall.list("/endless", "/dripping", url)
        begun = time.monotonic()
        with stall.watch(
            stall.plan(), once=True, policy=Policy(allow_private=True, seconds=1, size=200_000)
        ) as archive:
            assert [one.headline for one in archive.articles()] == [headline(1)]
            assert states(archive, "failed") == [("/endless", "larger than 200000 bytes")]
            assert states(archive, "waiting") == [("/dripping", "not answered in full within 1 seconds")]
        assert time.monotonic() - begun < 10


def test_a_wrong_charset_spoils_nothing(stall: Stand) -> None:
    stall.put("/news/1", says(article(1), kind="text/html; charset=iso-8859-1"))
    stall.list("/news/1")
    with stall.watch(stall.plan(), once=True) as archive:
        assert [one.headline for one in archive.articles()] == [headline(1)]


def test_a_certificate_nobody_vouches_for_is_told_of_its_source(stall: Stand, tmp_path: Path) -> None:
    import ssl

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    with serving(tls=context) as secure:
        plan = Plan((Outlet("Meghna Post", feeds=(secure.address + "/feed",)),))
        with stall.watch(plan, once=True) as archive:
            ((state, reason),) = [(c.state, c.reason) for c in archive.sources()]
    assert state == "failing"
    assert reason
    assert reason.startswith("its certificate is not to be trusted")


def test_a_dead_host_and_a_feed_that_is_none_are_told_of_their_source(stall: Stand) -> None:
    stall.put("/feed", says(b"<html><body>Welcome</body></html>"))
    dead = "http://127.0.0.1:9/feed"
    plan = Plan((Outlet("Padma Barta", feeds=(stall.server.address + "/feed", dead)),))
    with stall.watch(plan, once=True) as archive:
        told = {card.address: card.reason or "" for card in archive.sources()}
    assert told[stall.server.address + "/feed"] == "no feed"
    assert told[dead].startswith("the connection failed")


def test_who_asks_says_so_and_where_to_complain(stall: Stand) -> None:
    stall.publish(1)
    stall.watch(stall.plan(contact="https://reader.example/bot"), once=True).close()
    agents = {headers["User-Agent"] for _, headers in stall.server.asked}
    (agent,) = agents
    assert agent.startswith("Shutro/")
    assert "+https://reader.example/bot" in agent


def test_a_redirect_to_another_host_keeps_that_hosts_rules(stall: Stand) -> None:
    with serving() as other:
        other.at("/robots.txt", says(b"User-agent: *\nDisallow: /no", kind="text/plain"))
        other.at("/yes", says(article(1)))
        other.at("/no", says(article(2)))
        stall.put("/1", leads(other.address + "/yes"))
        stall.put("/2", leads(other.address + "/no"))
        stall.list("/1", "/2")
        with stall.watch(stall.plan(), once=True) as archive:
            assert [one.headline for one in archive.articles()] == [headline(1)]
            assert [path for path, _ in states(archive, "failed")] == ["/2"]
        assert other.paths() == ["/yes"]


def test_a_plan_that_names_a_source_no_more_leaves_it_alone(stand: Stand) -> None:
    stand.publish(1)
    stand.publish(2, feed_at="/second")
    stand.watch(stand.plan("/feed", "/second"), once=True).close()
    with stand.watch(stand.plan("/feed"), hours=3) as archive:
        assert [(c.address.rsplit("/", 1)[1], c.followed) for c in archive.sources()] == [
            ("feed", True), ("second", False),
        ]  # fmt: skip
    assert len(stand.asked("/second")) == 1
    with open_archive(stand.where) as archive:
        assert len(archive) == 2
        assert archive.sources()[0].due - moment(stand.clock.at) < timedelta(hours=3)


def test_redirects_from_elsewhere_wait_for_the_hosts_turn_too(stall: Stand) -> None:
    inside, most, asked = [0], [0], list[float]()
    with serving() as other:
        for n in range(6):

            def answer(handler: Any, n: int = n) -> None:
                asked.append(stall.clock.at)
                inside[0] += 1
                most[0] = max(most[0], inside[0])
                time.sleep(0.02)
                inside[0] -= 1
                says(article(n))(handler)

            other.at(f"/news/{n}", answer)
            stall.put(f"/go/{n}", leads(f"{other.address}/news/{n}"))
        stall.list(*(f"/go/{n}" for n in range(3)), *(f"{other.address}/news/{n}" for n in range(3, 6)))
        with stall.watch(stall.plan(pace=10.0), hours=0.2) as archive:
            assert len(archive) == 6
    assert most == [1]
    assert all(later - earlier >= 10 for earlier, later in pairwise(sorted(asked)))
