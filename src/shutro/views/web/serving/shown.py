"""A page of the reader as a response: the template, and what every template may ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

import regex
from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment
from markupsafe import Markup

from shutro.archive.nouns.cards import StoryCard
from shutro.model import Evidence
from shutro.stories.moments import BANGLADESH
from shutro.version import VERSION
from shutro.views import chains, days, html
from shutro.views.labels import Labels, Language
from shutro.views.lines import Line
from shutro.views.web.layout.takings import takings
from shutro.views.web.serving.guard import offers_writing
from shutro.views.web.serving.language import language_of, prefix_of
from shutro.views.web.serving.links import Links, query, site_of
from shutro.views.web.serving.state import settings_of
from shutro.views.web.serving.words import words

_LETTERS: dict[Language, regex.Pattern[str]] = {
    "bn": regex.compile(r"\p{Bengali}"),
    "en": regex.compile(r"\p{Latin}"),
}


@dataclass(frozen=True, slots=True)
class Face:
    """What a template knows of its reader: the language, the addresses, the day."""

    request: Request
    say: Labels
    go: Links
    today: date

    @property
    def language(self) -> Language:
        """The language of the page."""
        return self.say.language

    @property
    def other(self) -> str:
        """This very page in the other language."""
        path: str = self.request.scope["path"]
        return (
            prefix_of("bn" if self.language == "en" else "en") + path + query(dict(self.request.query_params))
        )

    @property
    def here(self) -> str:
        """This page's whole address, as it is to be shared."""
        return self.base + self.go(self.request.scope["path"], **dict(self.request.query_params))

    @property
    def base(self) -> str:
        """The address of the site, without a slash at its end."""
        return site_of(self.request)

    @property
    def writing(self) -> bool:
        """Whether to show forms that write."""
        return offers_writing(self.request)

    @property
    def needs_token(self) -> bool:
        """Whether a form that writes has to ask for the token."""
        return settings_of(self.request).token is not None

    def tongue(self, text: str | None) -> Markup:
        """The `lang` of a name that is written in other letters than the page; nothing where it is not."""
        other: Language = "en" if self.language == "bn" else "bn"
        letters = _LETTERS[other].search(text or "") and not _LETTERS[self.language].search(text or "")
        return Markup(f' lang="{other}"') if letters else Markup()

    def day(self, day: date | None) -> str:
        """A day in the reader's words."""
        return days.short_day(day, self.say) if day else self.say("unknown_date")

    def days(self, first: date | None, last: date | None) -> str:
        """From one day to another; one day where they are the same."""
        return days.between(first, last, self.say)

    def moment(self, at: datetime) -> str:
        """A day and a clock time, as read in Bangladesh."""
        local = at.astimezone(BANGLADESH)
        return f"{self.day(local.date())}, {self.say.digits(local.strftime('%H:%M'))}"

    def chain(self, evidence: Evidence) -> list[str]:
        """From the paper back to the mouth."""
        return chains.chain(evidence, self.say)

    def outlets(self, line: Line) -> list[str]:
        """Who carries a line, each once."""
        return chains.outlets(line, self.say)

    def about(self, card: StoryCard) -> str:
        """A story's size in a line."""
        return days.size(card.articles, len(card.outlets), self.say)


def face(request: Request) -> Face:
    """What the templates of this request may ask."""
    language = language_of(request)
    return Face(request, words(language), Links(prefix_of(language)), datetime.now(BANGLADESH).date())


def show(request: Request, template: str, status: int = 200, **values: object) -> HTMLResponse:
    """The page `template` filled with `values`; text is escaped wherever it stands."""
    ui = face(request)
    page = environment().get_template(template)
    shown = page.render(ui=ui, say=ui.say, go=ui.go, version=VERSION, **values)
    return HTMLResponse(shown, status, headers={"cache-control": "no-cache", "vary": "hx-request"})


@cache
def environment() -> Environment:
    """The templates of the reader."""
    made = html.environment("shutro.views.web")
    made.globals["safe"] = html.safe_link
    made.globals["dates"] = days
    made.globals["takings"] = takings
    made.globals["query"] = query
    return made
