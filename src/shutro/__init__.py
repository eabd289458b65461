"""Shutro follows a running story through Bangla newspapers."""

# The room is loaded first: a later import of it would hide the function of the same name.
import shutro.stories  # noqa: F401
from shutro.api import dateline, events, names, open, read, read_all, statements, stories, timeline, times
from shutro.errors import (
    ArchiveCorrupt,
    ArchiveError,
    ArchiveTooNew,
    CalendarError,
    CaptureError,
    DataError,
    EmptyCapture,
    MissingCapture,
    NotAnArticle,
    NotBangla,
    NotInArchive,
    ReadingError,
    ShutroError,
    UndecodableCapture,
)
from shutro.model import (
    Article,
    Capture,
    Difference,
    Entry,
    Event,
    Evidence,
    Name,
    Provenance,
    Stamp,
    Statement,
)
from shutro.span import Span
from shutro.version import VERSION

__version__ = VERSION

__all__ = [
    "ArchiveCorrupt",
    "ArchiveError",
    "ArchiveTooNew",
    "Article",
    "CalendarError",
    "Capture",
    "CaptureError",
    "DataError",
    "Difference",
    "EmptyCapture",
    "Entry",
    "Event",
    "Evidence",
    "MissingCapture",
    "Name",
    "NotAnArticle",
    "NotBangla",
    "NotInArchive",
    "Provenance",
    "ReadingError",
    "ShutroError",
    "Span",
    "Stamp",
    "Statement",
    "UndecodableCapture",
    "__version__",
    "dateline",
    "events",
    "names",
    "open",
    "read",
    "read_all",
    "statements",
    "stories",
    "timeline",
    "times",
]
