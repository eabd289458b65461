"""The one-file page, as text and in a real browser with scripts off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser
from tests.views.ferry import ARTICLES, ENTRIES, FIVE, SANK, THREE, cite

from shutro.model import Article
from shutro.views.exhibit import Exhibit, exhibit
from shutro.views.labels import Language, labels
from shutro.views.page import to_page

Open = Callable[..., Page]
HOSTILE = "</p><script>document.title=\"got\"</script><img src=x onerror=alert(1)>“আগুন” & 'ধোঁয়া'"


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens stories as a page file; at the end nothing may have been asked of the network."""
    contexts, asked, said = [], [], []

    def open_page(*stories: Exhibit, language: Language = "bn", **options: object) -> Page:
        file = tmp_path / "story.html"
        file.write_text(to_page(stories, labels(language), "1.2.3"), encoding="utf-8")
        options = {"java_script_enabled": False} | options
        context = browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.goto(file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert all(url.startswith("file:") and "/story.html" in url for url in asked), asked
    assert not said, "the page breaks its own policy"


def test_a_line_opens_its_sentence_and_the_sentence_leads_back(opened: Open, story: Exhibit) -> None:
    page = opened(story)
    line = page.locator("#s1-line-2")
    quoted = line.locator("blockquote")
    expect(quoted).to_be_hidden()
    line.locator("summary").click()
    expect(quoted).to_have_text(SANK.text)

    line.get_by_role("link", name="খবরের ভেতরে দেখুন").click()
    mark = page.locator("mark:target")
    expect(mark).to_have_text(SANK.text)
    expect(mark).to_be_in_viewport()

    mark.locator("xpath=following-sibling::a[1]").click()
    expect(page.locator("li.line:target")).to_have_id("s1-line-2")
    expect(line).to_be_in_viewport()


def test_a_conflict_shows_both_sides_beside_each_other(opened: Open, story: Exhibit) -> None:
    page = opened(story, viewport={"width": 1100, "height": 800})
    line = page.locator("#s1-line-3")
    line.locator("summary").click()
    expect(line.locator("summary .number")).to_have_text("৩")
    expect(line.locator("h4")).to_have_text("সংখ্যা ৫ বনাম ৩")
    expect(line.locator("blockquote")).to_have_text([FIVE.text, THREE.text])
    left, right = (figure.bounding_box() for figure in line.locator("figure").all())
    assert left
    assert right
    assert left["y"] == right["y"]
    assert left["x"] + left["width"] < right["x"]
    chain = line.locator("figure").first.locator(".chain > span")
    expect(chain).to_have_text(["দিনলিপি", "জেলা পুলিশ"])


def test_a_line_opens_by_keyboard(opened: Open, story: Exhibit) -> None:
    page = opened(story)
    page.locator("#s1-line-1 summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#s1-line-1 blockquote")).to_be_visible()


@pytest.mark.parametrize("width", [320, 390, 768, 1400])
def test_nothing_runs_over_the_edge(opened: Open, story: Exhibit, width: int) -> None:
    page = opened(story, viewport={"width": width, "height": 800}, java_script_enabled=True)
    for summary in page.locator("summary").all():
        summary.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_its_ground(opened: Open, story: Exhibit, scheme: str) -> None:
    page = opened(story, color_scheme=scheme, java_script_enabled=True)
    for summary in page.locator("summary").all():
        summary.click()
    faint = page.evaluate(CONTRAST)
    assert faint == [], "WCAG AA asks 4.5 to 1"


def test_light_and_dark_differ(opened: Open, story: Exhibit) -> None:
    grounds = [
        opened(story, color_scheme=scheme, java_script_enabled=True).evaluate(
            "getComputedStyle(document.body).backgroundColor"
        )
        for scheme in ("light", "dark")
    ]
    assert grounds == ["rgb(251, 248, 242)", "rgb(20, 18, 16)"]


def test_printed_on_paper_every_sentence_is_there(opened: Open, story: Exhibit) -> None:
    page = opened(story)
    page.emulate_media(media="print")
    expect(page.locator("#s1-line-2 blockquote")).to_be_visible()
    expect(page.locator(".jump")).to_be_hidden()


def test_hostile_text_stays_text(opened: Open) -> None:
    article = Article.from_text(
        id="x", headline=HOSTILE, body=HOSTILE, outlet=HOSTILE, url="javascript:alert(1)"
    )
    article = replace(article, authors=(HOSTILE,), caption=HOSTILE, standfirst=HOSTILE)
    cited = cite(article, HOSTILE, HOSTILE)
    entry = replace(ENTRIES[1], text=HOSTILE, evidence=(cited,), origins=(HOSTILE,))
    page = opened(exhibit([entry], [article], title=HOSTILE), java_script_enabled=True)
    assert page.title() == f"{HOSTILE} · সূত্র"
    assert page.locator("script, img").count() == 0
    expect(page.locator("h1")).to_have_text(HOSTILE)
    assert page.locator("a[href^='javascript:']").count() == 0


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=1, max_size=60))
def test_whatever_was_printed_comes_out_as_printed(words: str) -> None:
    article = Article.from_text(id="x", headline="শিরোনাম", body=words, outlet=words, url=words)
    entry = replace(ENTRIES[1], text=words, evidence=(cite(article, article.body[0], words),))
    tree = LexborHTMLParser(to_page([exhibit([entry], [article])], labels("bn"), words))
    assert [node.text() for node in tree.css("blockquote p, .text mark, .best")] == [words, words, words]
    assert {node.text() for node in tree.css(".chain span")} == {words}
    assert tree.css("script, img, iframe, object, link, style + style, [onclick], [style]") == []


def test_a_plan_leads_to_the_sentence_that_tells_what_became_of_it(opened: Open, story: Exhibit) -> None:
    page = opened(story)
    link = page.locator(".link")
    expect(link.locator("b")).to_have_text("পরে হয়েছে")
    target = link.locator("a").get_attribute("href")
    assert target is not None
    expect(page.locator(target)).to_have_text(FIVE.text)


def test_a_page_from_the_web_is_linked_and_no_other(opened: Open, story: Exhibit) -> None:
    page = opened(story)
    assert page.locator("dd a").evaluate_all("links => links.map(a => a.href)") == ["https://patal.example/1"]


def test_stories_that_have_nothing_to_do_with_each_other_share_a_page(opened: Open, story: Exhibit) -> None:
    other = exhibit(ENTRIES[1:2], ARTICLES[2:], title="আরেকটি ঘটনা")
    page = opened(story, other)
    page.get_by_role("link", name="আরেকটি ঘটনা").click()
    expect(page.locator("section.story:target h1")).to_have_text("আরেকটি ঘটনা")
    page.locator("#s2-line-1 summary").click()
    page.locator("#s2-line-1 figcaption a").click()
    expect(page.locator("#story-2 mark:target")).to_have_text(SANK.text)


def test_english_labels_and_both_calendars(opened: Open, story: Exhibit) -> None:
    page = opened(story, language="en")
    day = page.locator(".day", has=page.locator("#s1-line-2"))
    expect(day.locator("h3")).to_have_text("Saturday 1 June 2024 18 Joishtho 1431")
    expect(page.locator("#s1-line-3 .badge.conflict")).to_have_text("conflict")
    expect(page.locator("#s1-page-3 dl")).to_contain_text("20 November 2025 · 6 Ogrohayon 1432")
    expect(page.locator("#s1-page-3 dl")).to_contain_text("true by the Bangladesh calendar of 1987")


def test_the_page_is_the_same_every_time_and_names_no_place_to_load_from(story: Exhibit) -> None:
    html = to_page([story], labels("bn"), "1.2.3")
    assert html == to_page([story], labels("bn"), "1.2.3")
    assert "default-src &#39;none&#39;; style-src &#39;sha256-" in html
    assert regex.findall(r"""(?:src|srcset|@import|url\()\s*=?\s*["']?\s*https?:""", html) == []


# For every element with text of its own: its colour against the nearest painted ground behind it.
CONTRAST = """() => {
  const rgb = c => (c.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = e => {
    for (; e; e = e.parentElement) {
      const c = rgb(getComputedStyle(e).backgroundColor);
      if (c.length === 3 || c[3] === 1) return c;
    }
    return [255, 255, 255];
  };
  return [...document.querySelectorAll('body *')]
    .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.checkVisibility())
    .map(e => {
      const [a, b] = [light(rgb(getComputedStyle(e).color)), light(ground(e))];
      return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), e.tagName + '.' + e.className];
    })
    .filter(([ratio]) => ratio < 4.5);
}"""
