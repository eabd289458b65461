import io
from dataclasses import replace

from rich.cells import cell_len
from rich.console import Console
from tests.views.ferry import ARTICLES, ENTRIES, FERRY, FIVE, SANK, THREE, cite

from shutro.views.exhibit import Exhibit, exhibit
from shutro.views.labels import labels
from shutro.views.terminal import show


def shown(story: Exhibit, language: str = "bn", *, brief: bool = False, width: int | None = None) -> str:
    out = io.StringIO()
    console = Console(file=out, force_terminal=width is not None, width=width, no_color=True, highlight=False)
    show([story], console, labels(language), brief=brief)  # type: ignore[arg-type]
    return out.getvalue()


def test_to_a_pipe_every_row_is_one_plain_line(story: Exhibit) -> None:
    text = shown(story)
    assert "\x1b" not in text
    assert "শনিবার, ১ জুন ২০২৪ · ১৮ জ্যৈষ্ঠ ১৪৩১\n" in text
    assert f"  ৩  {FIVE.text}\n     ● বিরোধ · ২টি স্বাধীন সূত্র · এই দিন পর্যন্ত\n" in text
    assert not any(line != line.rstrip() for line in text.splitlines())


def test_a_line_names_the_paper_the_page_and_the_chain_behind(story: Exhibit) -> None:
    assert "     দিনলিপি [২] ← জেলা পুলিশ\n" in shown(story)
    assert "     দিনলিপি [2] ← জেলা পুলিশ\n" in shown(story, "en")


def test_how_it_was_said_stands_by_the_chain(story: Exhibit) -> None:
    assert f"     ভোরের পাতাল [১] ← কফিল মাতব্বর · দাবি: {THREE.text}\n" in shown(story)


def test_a_conflict_shows_both_values_and_each_sentence_once(story: Exhibit) -> None:
    text = shown(story)
    assert "≠ সংখ্যা: ৫ [২] বনাম ৩ [১] (একই রাতের হিসাব)" in text
    conflict = text[text.index("৩  ") : text.index("দিন জানা যায়নি")]
    assert conflict.count(FIVE.text) == conflict.count(THREE.text) == 1


def test_english_labels_stand_beside_bangla_sentences(story: Exhibit) -> None:
    text = shown(story, "en")
    assert "Saturday 1 June 2024 · 18 Joishtho 1431" in text
    assert "● conflict · 2 independent sources · as of this day" in text
    assert "Day unknown" in text
    assert SANK.text in text


def test_brief_leaves_out_the_other_tellings(story: Exhibit) -> None:
    line = replace(ENTRIES[1], evidence=(SANK, THREE), agreement="agree")
    story = exhibit([line], ARTICLES)
    assert THREE.text in shown(story)
    assert THREE.text not in shown(story, brief=True)


def test_in_a_terminal_no_row_is_wider_than_it(story: Exhibit) -> None:
    # The page list names files in full, to be copied whole.
    rows = [row for row in shown(story, width=48).splitlines() if "\x1b" not in row]
    assert rows
    assert max(cell_len(row) for row in rows) <= 48


def test_a_page_cannot_steer_the_terminal() -> None:
    text = "আগুন \x1b[2J\x9b31m লেগেছে\u202e আজ।"
    article = replace(FERRY, text=text, paragraphs=(), headline="শিরোনাম\x07", provenance=())
    printed = shown(exhibit([replace(ENTRIES[1], text=text, evidence=(cite(article, text),))], [article]))
    assert not {"\x1b", "\x9b", "\x07", "\u202e"} & set(printed)
    assert "আগুন \ufffd[2J\ufffd31m লেগেছে\ufffd আজ।" in printed


def test_a_story_without_lines_says_so() -> None:
    assert "পাওয়া যায়নি" in shown(exhibit([], ARTICLES))
    assert "No happening" in shown(exhibit([], ARTICLES), "en")
