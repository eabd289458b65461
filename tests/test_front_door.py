"""What `import shutro` offers: this list is the promise to those who build on it."""

import inspect
import subprocess
import sys

import pytest

import shutro

FUNCTIONS = {
    "dateline": "(text: 'str', captured: 'datetime | None' = None) -> 'list[Stamp]'",
    "events": "(text: 'str', at: 'date | None' = None) -> 'list[Event]'",
    "names": "(text: 'str') -> 'list[Name]'",
    "open": "(where: 'str | Path' = 'shutro.db') -> 'Archive'",
    "read": (
        "(content: 'bytes | str', url: 'str | None' = None, media_type: 'str | None' = None, "
        "captured: 'datetime | None' = None) -> 'Article'"
    ),
    "read_all": "(*sources: 'str | Path') -> 'Iterator[Article]'",
    "statements": "(text: 'str', at: 'date | None' = None) -> 'list[Statement]'",
    "stories": "(articles: 'Iterable[Article]') -> 'list[Story]'",
    "timeline": "(articles: 'Iterable[Article]') -> 'list[Entry]'",
    "times": "(text: 'str', at: 'date | None' = None) -> 'list[TimeExpression]'",
}
NOUNS = {
    *(
        "Article",
        "Capture",
        "Difference",
        "Entry",
        "Event",
        "Evidence",
        "Name",
        "Provenance",
        "Span",
        "Stamp",
    ),
    "Statement",
}
ERRORS = {
    *("ArchiveCorrupt", "ArchiveError", "ArchiveTooNew", "CalendarError", "CaptureError", "DataError"),
    *("EmptyCapture", "MissingCapture", "NotAnArticle", "NotBangla", "NotInArchive", "ReadingError"),
    *("ShutroError", "UndecodableCapture"),
}


def test_the_names_are_these_and_no_others() -> None:
    assert set(shutro.__all__) == {*FUNCTIONS, *NOUNS, *ERRORS, "__version__"}
    assert list(shutro.__all__) == sorted(shutro.__all__)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_keeps_its_signature_and_says_what_it_does(name: str) -> None:
    function = getattr(shutro, name)
    assert inspect.isfunction(function)
    assert str(inspect.signature(function)) == FUNCTIONS[name]
    assert function.__doc__


@pytest.mark.parametrize("name", sorted(NOUNS))
def test_a_noun_cannot_be_changed(name: str) -> None:
    noun = getattr(shutro, name)
    assert noun.__dataclass_params__.frozen
    assert "__slots__" in vars(noun)


@pytest.mark.parametrize("name", sorted(ERRORS - {"ShutroError"}))
def test_every_error_is_of_the_one_tree_and_is_drawn_in_it(name: str) -> None:
    error = getattr(shutro, name)
    assert issubclass(error, shutro.ShutroError)
    tree = sys.modules["shutro.errors"].__doc__ or ""
    assert f" {name} " in tree


def test_a_function_is_not_hidden_by_the_room_of_its_name() -> None:
    probe = "import shutro, shutro.stories.story; assert callable(shutro.stories), shutro.stories"
    subprocess.run([sys.executable, "-c", probe], check=True)


def test_importing_it_loads_no_room() -> None:
    probe = (
        "import sys, shutro; print([m for m in sys.modules if m.startswith('shutro.') and m.count('.') > 1])"
    )
    loaded = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout
    assert loaded.strip() == "[]"
