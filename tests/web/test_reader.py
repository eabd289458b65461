"""The reader in a real browser: every view in every dress, and the ways that readers go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from tests.web.api_serving import QUICK, serving
from tests.web.conftest import Open
from tests.web.newsroom import HOSTILE
from tests.web.views import CARD, SHIP, views

import shutro
from shutro.views.lines import key
from shutro.views.web.serving.state import Settings

WORST = ("serious", "critical")
EVERY = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


def serious(page: Page, rules: Sequence[str] = EVERY) -> list[str]:
    """What axe finds serious on a page, with where."""
    found = Axe().run(page, options={"runOnly": list(rules)})
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:160]}"
        for one in found.response["violations"]
        if one["impact"] in WORST
    ]


@pytest.mark.parametrize("part", range(4))
def test_every_view_reads_well_on_a_desk_by_day_and_in_english_on_a_phone_by_night(
    visit: Open, newsroom: Path, site: str, part: int
) -> None:
    page = visit(viewport={"width": 1280, "height": 900})
    for name, path in list(views(newsroom).items())[part::4]:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.emulate_media(color_scheme="light")
        assert page.goto(site + path).status == 200, name  # type: ignore[union-attr]
        for details in page.locator("details").all():
            details.evaluate("one => one.open = true")
        assert serious(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280, name
        page.set_viewport_size({"width": 360, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, name
        page.emulate_media(color_scheme="dark")
        page.goto(f"{site}/en{path}")
        for details in page.locator("details").all():
            details.evaluate("one => one.open = true")
        assert serious(page) == [], f"{name}, in English, on a phone, by night"
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, f"{name}, in English"


def test_on_a_phone_a_word_of_a_table_is_whole_and_the_menu_shows_where_one_is(
    visit: Open, newsroom: Path, site: str
) -> None:
    page = visit(viewport={"width": 360, "height": 740})
    page.goto(site + views(newsroom)["numbers"])
    outlet = page.locator(".series .chain > a", has_text="প্রভাতরেখা").first
    assert outlet.evaluate("one => one.clientHeight < 2 * parseFloat(getComputedStyle(one).lineHeight)")
    page.goto(site + "/check")
    expect(page.locator(".masthead [aria-current]")).to_be_in_viewport(ratio=1)


def test_on_a_phone_who_said_what_stands_under_each_claim_and_the_actors_fit(
    visit: Open, newsroom: Path, site: str
) -> None:
    page = visit(viewport={"width": 360, "height": 740})
    page.goto(site + views(newsroom)["said"])
    cell = page.locator(".claims td[data-who]").first
    assert cell.bounding_box()["x"] + cell.bounding_box()["width"] <= 360  # type: ignore[index]
    assert page.locator(".claims td:not([data-who]):visible").count() == 0
    page.goto(site + views(newsroom)["actors"])
    expect(page.locator(".graph .wide")).to_be_hidden()
    for name in page.locator(".graph .narrow text").all():
        box = name.bounding_box()
        assert box["x"] >= 0, name.inner_text()  # type: ignore[index]
        assert box["x"] + box["width"] <= 360, name.inner_text()  # type: ignore[index]


def test_a_line_says_both_values_before_it_is_opened(visit: Open) -> None:
    page = visit("/stories")
    page.get_by_role("link", name=SHIP).click()
    expect(page.locator(".line.conflict .values").first).to_have_text("মৃত ১৭ বনাম ১৪")


def test_the_front_page_says_how_far_the_accounts_of_its_first_story_agree(visit: Open) -> None:
    page = visit("/", java_script_enabled=False)
    agreed = page.locator(".standing a", has=page.locator(".badge.agree"))
    number = int(agreed.inner_text().split()[-1])
    agreed.click()
    expect(page.locator(".line.agree")).to_have_count(number)
    expect(page.locator(".line:not(.agree)")).to_have_count(0)
    page.get_by_text("চিহ্নের অর্থ").click()
    expect(page.locator(".signs dd").first).to_be_visible()


def test_names_in_other_letters_than_the_page_are_marked_as_such(visit: Open) -> None:
    page = visit("/en/stories")
    expect(page.locator(".outlets a", has_text="নদীকূল").first).to_have_attribute("lang", "bn")
    page.goto(page.url.replace("/en/", "/"))
    assert page.locator(".outlets a[lang]").count() == 0


@pytest.mark.parametrize("scripts", [True, False])
def test_a_story_is_read_from_the_front_page_to_the_sentence(visit: Open, scripts: bool) -> None:
    page = visit("/stories", java_script_enabled=scripts)
    page.get_by_role("link", name=SHIP).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(SHIP)
    line = page.locator(".line.conflict").first
    expect(line.locator(".telling").first).to_be_hidden()
    line.locator("summary").click()
    left, right = line.locator(".difference").first.locator(".telling").all()[:2]
    expect(left).to_be_visible()
    assert left.bounding_box()["y"] == right.bounding_box()["y"], "the two sides stand side by side"  # type: ignore[index]
    link = left.get_by_role("link", name="খবরের ভেতরে দেখুন")
    sentence = left.locator("blockquote p").inner_text().removesuffix(link.inner_text()).strip()
    link.click()
    marked = page.locator("mark")
    assert "".join(marked.all_inner_texts()) == sentence
    expect(marked.first).to_be_in_viewport()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.locator(".its-story a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(SHIP)


def test_a_line_keeps_its_address_while_any_of_its_sentences_is_there(visit: Open, newsroom: Path) -> None:
    with shutro.open(newsroom) as archive:
        story = max(archive.stories(), key=lambda card: card.articles)
        entry = next(e for e in archive.timeline(story.id) if len(e.evidence) > 2)
    for evidence in entry.evidence:
        page = visit(f"/story/{story.id}/line/{key(evidence)}")
        expect(page.get_by_role("heading", level=1)).to_have_text(entry.text)
        quoted = " ".join(page.locator("blockquote p").all_inner_texts())
        assert all(each.text in quoted for each in entry.evidence)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_timeline_is_narrowed_to_an_outlet_and_opened_again(visit: Open, scripts: bool) -> None:
    page = visit("/stories", java_script_enabled=scripts)
    page.get_by_role("link", name=SHIP).click()
    expect(page.locator(".line.conflict").first).to_be_visible()
    every = page.locator(".line").count()
    page.locator(".choose > summary").click()
    for field in ("সূত্র", "ব্যক্তি", "ধরন"):
        assert page.get_by_label(field, exact=True).locator("option").count() > 2, field
    page.get_by_label("সংবাদমাধ্যম", exact=True).select_option("নদীকূল")
    if not scripts:
        page.get_by_role("button", name="দেখান").click()
    page.wait_for_url(lambda url: "outlet=" in url)
    expect(page.locator(".line")).not_to_have_count(every)
    for chips in page.locator(".line .chips").all():
        assert "নদীকূল" in chips.inner_text()
    page.go_back()
    expect(page.locator(".line")).to_have_count(every)


def test_ten_lines_or_all(visit: Open) -> None:
    page = visit("/stories")
    page.get_by_role("link", name=SHIP).click()
    page.get_by_role("link", name="প্রধান দশটি").click()
    expect(page.locator(".line")).to_have_count(10)
    page.get_by_role("link", name="সব দেখুন").click()
    assert page.locator(".line").count() > 10


def test_a_changed_number_on_a_card_is_shown_beside_the_print(visit: Open) -> None:
    page = visit("/check", java_script_enabled=False)
    page.get_by_label("কার্ডের লেখা").fill(CARD)
    page.get_by_label("কার্ডে যে সংবাদমাধ্যমের নাম").fill("জনপদলিপি")
    page.get_by_role("button", name="যাচাই করুন").click()
    expect(page.locator(".verdict h2")).to_have_text("বদলানো হয়েছে")
    expect(page.locator("mark.off")).to_have_text(["২৪", "১৪"])
    expect(page.locator(".verdict tbody tr")).to_have_text(["সংখ্যা বদলানো২৪১৪"])
    page.get_by_role("link", name="খবরের ভেতরে দেখুন").click()
    expect(page.locator("mark").first).to_be_in_viewport()


def test_what_a_page_shows_can_be_taken_away_as_any_table(visit: Open, newsroom: Path, site: str) -> None:
    page = visit(views(newsroom)["thread"], java_script_enabled=False)
    page.locator(".take summary").click()
    for group in page.locator(".take dl > div").all():
        for link in group.get_by_role("link").all():
            answer = httpx.get(site + str(link.get_attribute("href")), timeout=60)
            assert answer.status_code == 200, link.inner_text()
            assert len(answer.content) > 0, link.inner_text()
    page.goto(site + views(newsroom)["search"])
    page.locator(".take summary").click()
    with page.expect_download() as kept:
        page.locator(".take").get_by_role("link", name="খবর", exact=True).first.click()
    assert kept.value.suggested_filename == "shutro-export.csv"


def test_people_against_claims_fit_a_tablet(visit: Open, newsroom: Path) -> None:
    page = visit(views(newsroom)["said"], viewport={"width": 768, "height": 900})
    assert page.locator(".scroll").evaluate("one => one.scrollWidth <= one.clientWidth")


def test_a_page_is_printed_dark_on_white_whatever_the_reader_chose(visit: Open, newsroom: Path) -> None:
    page = visit(views(newsroom)["story"], color_scheme="dark")
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator("h1").evaluate("one => getComputedStyle(one).color") == "rgb(0, 0, 0)"
    badge = page.locator(".badge.conflict").first
    assert badge.evaluate("one => getComputedStyle(one).color") == "rgb(148, 26, 26)"


def test_who_said_what_about_what_is_asked_in_fields_of_their_own(visit: Open) -> None:
    page = visit("/search?in=statements", java_script_enabled=False)
    page.get_by_label("বক্তা").fill("মাহবুব আল কাইয়ুম")
    page.get_by_role("button", name="খুঁজুন").last.click()
    everything = page.locator(".quote").count()
    assert everything > 3
    page.get_by_label("কী নিয়ে").fill("টহল")
    page.get_by_role("button", name="খুঁজুন").last.click()
    expect(page.locator(".quote")).not_to_have_count(everything)
    expect(page.locator(".quote").first).to_contain_text("টহল")
    page.goto(page.url.split("?")[0] + "?in=statements&q=মাহবুব আল কাইয়ুম")
    expect(page.get_by_label("বক্তা")).to_have_value("মাহবুব আল কাইয়ুম")
    assert page.locator(".quote").count() == everything
    page.goto(page.url.split("?")[0] + "?in=statements&q=মাহবুব আল কাইয়ুম টহল নিয়ে কী বলেছেন")
    expect(page.get_by_label("বক্তা")).to_have_value("মাহবুব আল কাইয়ুম")
    expect(page.get_by_label("কী নিয়ে")).to_have_value("টহল")
    expect(page.locator(".quote").first).to_contain_text("টহল")


def test_what_is_new_since_the_last_visit_is_told_without_a_cookie(visit: Open) -> None:
    page = visit("/")
    assert page.context.cookies() == []
    page.evaluate("localStorage.setItem('seen', '2020-01-01T00:00:00+00:00')")
    page.reload()
    page.get_by_role("link", name="গতবারের পর কী নতুন").click()
    expect(page.get_by_role("heading", name="থেকে যা নতুন")).to_be_visible()
    fresh = page.locator(".fresh-list")
    expect(fresh.get_by_role("link", name=SHIP)).to_be_visible()
    fresh.get_by_role("link", name=SHIP).click()
    assert page.locator(".badge.fresh").count() > 0


def test_the_reader_chooses_light_or_dark_and_it_is_kept(visit: Open) -> None:
    page = visit("/", color_scheme="light")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.get_by_role("button", name="অন্ধকার").click()
    dark = page.evaluate(ground)
    assert light != dark
    page.goto(page.url + "about")
    assert page.evaluate(ground) == dark


def test_the_same_page_in_english_is_one_step_away(visit: Open) -> None:
    page = visit("/stories?order=newest")
    page.get_by_role("link", name="English").click()
    assert page.url.endswith("/en/stories?order=newest")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", level=1)).to_have_text("Stories")
    page.get_by_role("link", name=SHIP).click()
    assert "/en/story/" in page.url
    expect(page.locator(".title")).to_contain_text("12 reports")


def test_today_stands_in_both_calendars(visit: Open) -> None:
    text = visit("/").locator(".today").inner_text()
    assert sum(text.count(digit) for digit in "০১২৩৪৫৬৭৮৯") > 8
    assert "·" in visit("/").locator(".today .bengali").evaluate(
        "one => getComputedStyle(one, '::before').content"
    )


def test_a_reader_with_a_keyboard_alone_gets_through(visit: Open) -> None:
    page = visit("/stories")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="মূল অংশে যান")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.get_by_role("link", name=SHIP).press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(SHIP)
    page.wait_for_load_state("load")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator(".line summary").nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".line").nth(1).locator(".telling").first).to_be_visible()
    page.keyboard.press("/")
    expect(page.locator("#q-top")).to_be_focused()


def test_on_paper_every_sentence_is_there_and_no_button(visit: Open) -> None:
    page = visit("/stories")
    page.get_by_role("link", name=SHIP).click()
    page.emulate_media(media="print")
    expect(page.locator(".line .telling").first).to_be_visible()
    expect(page.locator(".find").first).to_be_hidden()
    expect(page.locator(".actions").first).to_be_hidden()


def test_an_address_that_names_a_line_opens_it(visit: Open, newsroom: Path) -> None:
    with shutro.open(newsroom) as archive:
        story = max(archive.stories(), key=lambda card: card.articles)
        line = key(archive.timeline(story.id)[5].evidence[0])
    page = visit(f"/story/{story.id}#{line}")
    expect(page.locator(f"#{line} .opened")).to_be_visible()


def test_what_was_read_is_counted_and_by_nobody(visit: Open, site: str) -> None:
    page = visit("/article/bridge-3")
    page.wait_for_timeout(700)
    page.goto(site + "/")
    ranked = page.locator(".ranked")
    expect(ranked.get_by_role("link", name="চর মহিষমারির সেতু ধস: ঠিকাদার গ্রেপ্তার")).to_be_visible()


def test_a_note_is_written_read_and_thrown_away(visit: Open) -> None:
    page = visit("/article/bridge-2", java_script_enabled=False)
    page.get_by_label("নতুন টীকা").fill(f"দেখতে হবে {HOSTILE}")
    page.get_by_role("button", name="টীকা রাখুন").click()
    note = page.locator(".note .text")
    expect(note).to_have_text(f"দেখতে হবে {HOSTILE}")
    page.locator(".note summary").click()
    page.locator(".note textarea").fill("দেখা হয়েছে")
    page.get_by_role("button", name="বদল রাখুন").click()
    expect(note).to_have_text("দেখা হয়েছে")
    page.get_by_role("link", name="টীকা", exact=True).click()
    expect(page.locator(".note")).to_contain_text("দেখা হয়েছে")
    page.get_by_role("link", name="যেখানে রাখা").first.click()
    page.get_by_role("button", name="মুছুন").click()
    expect(page.locator(".note .text")).to_have_count(0)


def test_hostile_text_stays_text_wherever_it_stands(visit: Open, newsroom: Path) -> None:
    with shutro.open(newsroom) as archive:
        story = archive.story_of("hostile")
    assert story is not None
    asked = httpx.QueryParams(
        {"q": HOSTILE, "text": HOSTILE, "outlet": HOSTILE, "person": HOSTILE, "prefix": HOSTILE}
    )
    for path in (
        "/", "/latest", "/outlets", "/article/hostile", f"/story/{story.id}", f"/story/{story.id}/said",
        f"/search?{asked}", f"/check?{asked}", f"/names?{asked}", f"/latest?{asked}",
        f"/story/{story.id}?{asked}",
    ):  # fmt: skip
        page = visit(path)
        assert page.evaluate("window.got") is None, path
        assert page.locator("main script, main img, main b b").count() == 0, path
        assert "49" not in page.locator("h1").first.inner_text(), path
        assert page.locator("a[href^='javascript:']").count() == 0, path
    page = visit("/article/hostile")
    expect(page.get_by_role("heading", level=1)).to_have_text(HOSTILE)


def test_an_empty_archive_says_what_to_do(browser: Browser, tmp_path: Path) -> None:
    shutro.open(tmp_path / "empty.db").close()
    with serving(Settings(tmp_path / "empty.db", **QUICK)) as site:
        context = browser.new_context()
        page = context.new_page()
        lists = ("stories", "threads", "names", "outlets", "latest", "notes", "quarantine", "sources")
        for path in ("/", *(f"/{name}" for name in lists)):
            assert page.goto(site + path).status == 200, path  # type: ignore[union-attr]
            assert serious(page) == [], path
        expect(page.locator("main")).to_contain_text("shutro watch sources.toml")
        page.goto(site)
        expect(page.locator("main")).to_contain_text("shutro add")
        context.close()
