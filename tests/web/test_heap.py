"""The heap of a server's threads, looked at in a process of its own."""

from __future__ import annotations

import platform
import subprocess
import sys
from pathlib import Path

from shutro.views.web.serving.heap import one_heap

THREADS = """
import ctypes, sys, threading
from shutro.views.web.serving.heap import one_heap

if sys.argv[1] == "one":
    one_heap()
library = ctypes.CDLL(None)
library.malloc.restype = library.fopen.restype = ctypes.c_void_p
library.malloc_info.argtypes = [ctypes.c_int, ctypes.c_void_p]
library.fclose.argtypes = [ctypes.c_void_p]
ready = threading.Barrier(5)

def ask():
    ready.wait()
    assert library.malloc(10_000)
    ready.wait()

threads = [threading.Thread(target=ask) for _ in range(4)]
for thread in threads:
    thread.start()
ready.wait()
ready.wait()
told = library.fopen(sys.argv[2].encode(), b"w")
library.malloc_info(0, told)
library.fclose(told)
for thread in threads:
    thread.join()
"""


def heaps(how: str, told: Path) -> int:
    """How many heaps a process has in which four threads have asked for memory."""
    subprocess.run([sys.executable, "-c", THREADS, how, str(told)], check=True, timeout=60)
    return told.read_text().count("<heap nr=")


def test_threads_share_one_heap(tmp_path: Path) -> None:
    if platform.libc_ver()[0] != "glibc":  # no other gives a thread its own
        one_heap()
        return
    assert heaps("many", tmp_path / "many.xml") > 1
    assert heaps("one", tmp_path / "one.xml") == 1
