"""What was worked out for one state of the archive, kept until it is pushed out by newer things."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar, cast

T = TypeVar("T")


class Memory:
    """The last `size` things that were worked out; a key must change when what it was made from does."""

    def __init__(self, size: int = 512) -> None:
        self._kept: OrderedDict[Hashable, object] = OrderedDict()
        self._size = size
        self._lock = Lock()

    def held(self, key: Hashable) -> Any:
        """What is kept under `key`, None where there is nothing."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is kept under `key`, made now where there is nothing."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return cast(T, self._kept[key])
        made = make()
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)
        return made
