"""What threads that fetch share of hosts: turns, one after the other, and rules, for as long as they hold."""

from __future__ import annotations

import threading
import time
from itertools import pairwise

import pytest

from shutro.capture.hosts import KEPT, Hosts, Patience
from shutro.capture.robots import AGENT, Robots
from shutro.errors import TryLater

PLACE = "https://a.example/robots.txt"


class Hand:
    """A clock moved by hand; sleeping moves it."""

    def __init__(self) -> None:
        self.at = 1000.0
        self.slept: list[float] = []

    def now(self) -> float:
        return self.at

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += seconds


def test_many_threads_have_a_host_one_at_a_time_and_apart() -> None:
    hosts, inside, most, begun = Hosts(), [0], [0], list[float]()

    def ask() -> None:
        with hosts.turn("a.example", 0.02, patience=30):
            begun.append(time.monotonic())
            inside[0] += 1
            most[0] = max(most[0], inside[0])
            time.sleep(0.005)
            inside[0] -= 1

    threads = [threading.Thread(target=ask) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]
    assert all(later - earlier >= 0.0245 for earlier, later in pairwise(begun))


def test_another_host_need_not_wait() -> None:
    clock = Hand()
    hosts = Hosts(clock.now, clock.sleep)
    with hosts.turn("a.example", 60.0, patience=30), hosts.turn("b.example", 60.0, patience=30):
        pass
    assert clock.slept == []


def test_the_wait_is_counted_from_the_end_of_the_last_and_its_own_pace_goes_first() -> None:
    clock = Hand()
    hosts = Hosts(clock.now, clock.sleep)
    hosts.slow("a.example", 5.0)
    for _ in range(2):
        with hosts.turn("a.example", 2.0, patience=30):
            clock.at += 1.0
    assert clock.slept == [5.0]
    assert hosts.free("a.example") == clock.at + 5.0
    assert hosts.free("b.example") is None


def test_beyond_patience_nobody_waits_and_nothing_is_held_up() -> None:
    clock = Hand()
    hosts = Hosts(clock.now, clock.sleep)
    hosts.hold("a.example", 100.0)
    with pytest.raises(Patience) as caught, hosts.turn("a.example", 1.0, patience=30):
        pytest.fail("had its turn")
    assert caught.value.seconds == 100.0
    clock.at += 99.0
    with hosts.turn("a.example", 1.0, patience=30):
        assert clock.slept == [1.0]


def test_a_request_that_takes_no_turn_waits_for_nothing_and_takes_none_away() -> None:
    clock = Hand()
    hosts = Hosts(clock.now, clock.sleep)
    hosts.hold("a.example", 20.0)
    with hosts.turn("a.example", None, patience=0):
        pass
    assert (clock.slept, hosts.free("a.example")) == ([], 1020.0)


def test_rules_are_known_for_a_day_and_their_absence_for_a_while() -> None:
    clock = Hand()
    hosts = Hosts(clock.now, clock.sleep, retried=60.0)
    assert hosts.rules(PLACE) is None
    hosts.learn(PLACE, TryLater("busy"))
    assert isinstance(hosts.rules(PLACE), TryLater)
    clock.at += 61
    assert hosts.rules(PLACE) is None
    hosts.learn(PLACE, Robots.of(b"User-agent: *\nDisallow: /x", AGENT))
    assert hosts.learnt() == [(PLACE, b"User-agent: *\nDisallow: /x", clock.at + KEPT)]
    assert hosts.learnt() == []
    clock.at += KEPT + 1
    assert hosts.rules(PLACE) is None


def test_rules_of_an_earlier_run_are_taken_up() -> None:
    clock = Hand()
    hosts = Hosts(clock.now, clock.sleep)
    hosts.remember(PLACE, b"User-agent: *\nDisallow: /x", clock.at + 10)
    rules = hosts.rules(PLACE)
    assert isinstance(rules, Robots)
    assert (rules.allow("https://a.example/x"), rules.allow("https://a.example/y")) == (False, True)
    assert hosts.learnt() == []
