"""The small lists: letters by their names, months, words of one kind."""

from shutro.archive.words.wordlists import is_month, letters, related


def test_acronyms_are_read_by_letter() -> None:
    assert letters("bnp") == ["বিএনপি"]
    assert letters("dw") == ["ডিডব্লিউ", "ডিডাব্লিউ"]
    assert letters("parliament") == []


def test_lists_of_words() -> None:
    assert is_month("ফেব্রু\u09dfারি")
    assert is_month("february")
    assert not is_month("ফেল")
    assert "নিহত" in related("খুন")
    assert related("ঝিঙে") == ()
