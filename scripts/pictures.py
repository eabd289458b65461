"""Takes the pictures of docs/ anew, from examples/: `.venv/bin/python scripts/pictures.py`.

Needs the groups `dev` and `bench`, and Chromium from the distribution.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
SHUTRO = [sys.executable, "-m", "shutro"]
COLOURS = 64
SIDES = ".line.conflict:has(.tellings figure + figure)"
CARD = "হরিদ্রাপুরের নলডুবিতে লঞ্চডুবির ঘটনায় মঙ্গলবার রাত ৮টা পর্যন্ত ২৪ জনের লাশ উদ্ধার করা হয়েছে"


@contextmanager
def served(archive: Path) -> Iterator[str]:
    """The archive's reader; its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen([*SHUTRO, "serve", "--archive", archive, "--port", str(port)])
    address = f"http://127.0.0.1:{port}"
    try:
        while not answers(address):
            if server.poll() is not None:
                raise SystemExit(f"the server ended with {server.returncode}")
            time.sleep(0.5)
        yield address
    finally:
        server.terminate()
        server.wait()


def answers(address: str) -> bool:
    """Whether a server is there."""
    try:
        httpx.get(address, timeout=60)
    except httpx.ConnectError:
        return False
    return True


def look(browser: Browser, address: str, width: int, height: int, *, dark: bool = False) -> Page:
    """The page at an address, in a window of that size."""
    page = browser.new_page(
        viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light"
    )
    page.goto(address)
    return page


def keep(page: Page, name: str) -> None:
    """What the window shows as a picture of few colours."""
    path = ROOT / "docs" / f"{name}.png"
    page.wait_for_timeout(400)  # fonts are there before a picture is taken, smooth scrolling is over
    page.screenshot(path=path)
    with Image.open(path) as picture:
        picture.convert("RGB").quantize(COLOURS).save(path, optimize=True)
    page.close()


def conflict(page: Page) -> Locator:
    """The first line that sets two accounts side by side, opened."""
    line = page.locator(SIDES).first
    line.locator("summary").click()
    return line


def keep_conflict(page: Page, name: str, above: int) -> None:
    """That line with so many pixels above it."""
    top = "one => scrollBy({top: one.getBoundingClientRect().top - %d, behavior: 'instant'})"
    conflict(page).evaluate(top % above)
    keep(page, name)


def keep_sentence(page: Page, name: str) -> None:
    """The first of its sentences in its article."""
    conflict(page).get_by_role("link", name="খবরের ভেতরে দেখুন").first.click()
    keep(page, name)


def main() -> None:
    """Every picture."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        one, archive = Path(folder) / "story.html", Path(folder) / "news.db"
        subprocess.run([*SHUTRO, "story", "examples", "--html", one], cwd=ROOT, check=True)
        subprocess.run([*SHUTRO, "add", "examples", "--archive", archive], cwd=ROOT, check=True)
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        keep_conflict(look(browser, one.as_uri(), 1000, 460), "story", 20)
        keep(look(browser, one.as_uri(), 390, 844, dark=True), "story-phone")
        keep_sentence(look(browser, one.as_uri(), 1000, 800), "story-sentence")
        with served(archive) as site:
            keep(look(browser, site, 1000, 900), "reader-front")
            page = look(browser, site, 1000, 900)
            page.locator(".lead .card a").first.click()
            story = page.url
            keep(page, "reader-story")
            keep_conflict(look(browser, story, 390, 800, dark=True), "reader-phone", 90)
            keep_sentence(look(browser, story, 390, 800), "reader-article")
            page = look(browser, f"{site}/check", 1000, 900)
            page.get_by_label("কার্ডের লেখা").fill(CARD)
            page.get_by_label("কার্ডে যে সংবাদমাধ্যমের নাম").fill("জনপদলিপি")
            page.get_by_role("button", name="যাচাই করুন").click()
            keep(page, "reader-check")
        browser.close()


if __name__ == "__main__":
    main()
