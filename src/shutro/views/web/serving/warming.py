"""What a reader would wait for, done before: templates, word lists, timelines of running stories."""

from __future__ import annotations

import gc
import logging
from contextlib import suppress
from datetime import date, datetime
from threading import Event

from shutro.archive.store import Archive
from shutro.errors import ArchiveError, NotInArchive
from shutro.views.labels import LANGUAGES
from shutro.views.web.serving.preparing import Preparing, make_timeline
from shutro.views.web.serving.shown import environment
from shutro.views.web.serving.state import Settings, opened
from shutro.views.web.serving.words import words

_log = logging.getLogger(__name__)
_SAMPLE = "ঢাকায় সোমবার সকালে"
_FIRST = "front.html"
_RUNNING = 40
_PATIENCE = 0.5  # seconds between two looks at what is being made
_BREATH = 0.01  # seconds between two templates, for readers
_PAUSE = 30.0  # seconds between two looks at what has grown


class Warming:
    """Keeps the timelines of the running stories made until stopped: watches in a thread, has them made by
    the process that prepares, when no reader waits for it."""

    def __init__(self, settings: Settings, preparing: Preparing) -> None:
        self._settings = settings
        self._preparing = preparing
        self._stopped = Event()
        self._made: set[tuple[str, datetime, int]] = set()

    def load(self) -> None:
        """Load what is loaded once and asked by every page, or takes long: words, the grammar of times,
        lexicons, names, the index, what the first template takes from others.

        Takes about a second; an archive that cannot be used is left to its readers.
        """
        from shutro.bangla.times import times
        from shutro.meaning.names.names import names

        for language in LANGUAGES:
            words(language)
        environment().get_template(_FIRST)
        times(_SAMPLE, at=date(2025, 1, 1))
        names(_SAMPLE)
        try:
            with opened(self._settings.where) as archive:
                archive.search(_SAMPLE, 1)
                archive.check(_SAMPLE)
                for card in archive.stories(limit=1):
                    archive.kept_timeline(card.id)
        except ArchiveError as error:
            _log.warning("the archive was not read ahead: %s", error)

    def load_rest(self) -> None:
        """Load what one page alone would wait for, a little at a time."""
        for name in environment().list_templates():
            environment().get_template(name)
            if self._stopped.wait(_BREATH):
                return
        gc.collect()
        gc.freeze()  # what was loaded for good is not looked through again with every request

    def run(self) -> None:
        """Load what is left, then look again and again. An archive that cannot be used is left to its
        readers."""
        self.load_rest()
        try:
            with opened(self._settings.where) as archive:
                while not (archive.read_only or self._stopped.is_set()):
                    self.look(archive)
                    self._stopped.wait(_PAUSE)
        except ArchiveError as error:
            _log.warning("nothing was prepared: %s", error)

    def look(self, archive: Archive) -> None:
        """Make the timelines of running stories that have grown."""
        for card in archive.stories(limit=_RUNNING):
            if self._stopped.is_set():
                return
            now = (card.id, card.grown, card.articles)
            if now not in self._made:
                with suppress(NotInArchive):  # a story may come apart before its turn comes
                    if archive.kept_timeline(card.id) is None:
                        self._make(card.id)
                self._made = {one for one in self._made if one[0] != card.id} | {now}

    def _make(self, story: str) -> None:
        while not self._preparing.idle and not self._stopped.wait(_PATIENCE):
            pass
        while (done := self._preparing.fetch(make_timeline, story)) is None:
            if self._stopped.wait(_PATIENCE):
                return
        done.result()

    def stop(self) -> None:
        """Stop after the timeline at hand."""
        self._stopped.set()
