"""The one exception tree.

ShutroError
├── CaptureError            a page that could not be had, with its source and the reason
│   ├── MissingCapture      nothing at that path or address
│   ├── EmptyCapture        no bytes, or nothing but white space
│   ├── UndecodableCapture  bytes that are no text: binary, damaged beyond reading, too large
│   └── NotFetched          an address of the web that gave no page
│       ├── AddressRefused  one that is never asked: another network, barred by robots.txt
│       └── TryLater        a busy or failing server; `again` says from when, if it said so
├── ReadingError            text that is not a Bangla news article, with its source and the reason
│   ├── NotBangla           hardly a Bangla letter in it, or Assamese
│   └── NotAnArticle        a section page, a search result, an error page, a wall
├── CalendarError           a day that the calendar does not have (also a ValueError)
├── DataError               a data file, of ours or the user's, that breaks its own format
├── ExportError             a choice that cannot leave in that format
├── ScaleError              a job over many files or machines that cannot run, or did not end well
└── ArchiveError            an archive that cannot be opened or trusted
    ├── ArchiveTooNew       written by a newer Shutro
    ├── ArchiveCorrupt      not an archive, or a damaged one
    └── NotInArchive        no article or story of that id
"""

from __future__ import annotations

from datetime import datetime
from typing import Final


class ShutroError(Exception):
    """Anything Shutro raises on purpose. `str()` is one line fit for a user."""


class _PageError(ShutroError):
    """An error about one page: `source` names the capture, `reason` says why."""

    def __init__(self, reason: str, *, source: str = "<memory>") -> None:
        super().__init__(reason)  # with which it is made again where it is unpickled
        self.reason = reason
        self.source = source

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"


class CaptureError(_PageError):
    """A page could not be had."""


class MissingCapture(CaptureError):
    """There is nothing at that path or address."""


class EmptyCapture(CaptureError):
    """The capture has no text at all."""


class UndecodableCapture(CaptureError):
    """The bytes are no text that can be read."""


class NotFetched(CaptureError):
    """An address of the web gave no page. `lasting`: it is the page's fault, and will be so next time."""

    def __init__(self, reason: str, *, source: str = "<memory>", lasting: bool = False) -> None:
        super().__init__(reason, source=source)
        self.lasting = lasting


class AddressRefused(NotFetched):
    """The address is never asked: no http(s), a network that is not public, barred by robots.txt."""


class TryLater(NotFetched):
    """The server is busy or failing; it may be asked `again` from that moment, None if it did not say."""

    def __init__(self, reason: str, *, source: str = "<memory>", again: datetime | None = None) -> None:
        super().__init__(reason, source=source)
        self.again = again


class ReadingError(_PageError):
    """The capture is text, but no article could be read from it."""


class NotBangla(ReadingError):
    """The page is not in Bangla, for one of two reasons."""

    SCRIPT: Final = "hardly a Bangla letter in it"
    LANGUAGE: Final = "the script of Bangla, but another language"


class NotAnArticle(ReadingError):
    """The page is not an article: a section page, a search result, an error page, a wall."""


class CalendarError(ShutroError, ValueError):
    """The calendar has no such day."""


class DataError(ShutroError):
    """A data file breaks its own format."""


class ExportError(ShutroError):
    """What was chosen cannot leave in that format."""


class ScaleError(ShutroError):
    """A job over many files or machines cannot run, or did not end well."""


class ArchiveError(ShutroError):
    """The archive cannot be used."""


class ArchiveTooNew(ArchiveError):
    """A newer Shutro wrote this archive."""


class ArchiveCorrupt(ArchiveError):
    """The file is not an archive, or is damaged."""


class NotInArchive(ArchiveError, LookupError):
    """The archive holds nothing of that id."""
