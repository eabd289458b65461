"""What short lines of furniture say: the reader addressed, a photograph credited, a desk named."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import regex

from shutro.bangla.script import spellings
from shutro.reading.datelines.parts import edition_words, label_words

_END = 120  # characters at a text's end in which it may ask to read on


@dataclass(frozen=True, slots=True)
class Cues:
    """Patterns made from `data/cues.toml`."""

    asks: regex.Pattern[str]
    label: regex.Pattern[str]
    fused: regex.Pattern[str]
    credit: regex.Pattern[str]
    desk: regex.Pattern[str]
    lead: regex.Pattern[str]
    list_label: regex.Pattern[str]
    advert: regex.Pattern[str]
    edition: regex.Pattern[str]
    tags: regex.Pattern[str]
    site: regex.Pattern[str]
    dated: regex.Pattern[str]
    onward: regex.Pattern[str]
    date_label: regex.Pattern[str]
    age: regex.Pattern[str]
    time_at_end: regex.Pattern[str]
    counter: regex.Pattern[str]
    imprint: regex.Pattern[str]
    several: regex.Pattern[str]
    credit_words: tuple[str, ...] = ()
    onward_words: tuple[str, ...] = ()
    more_words: tuple[str, ...] = ()
    ago_words: tuple[str, ...] = ()

    def leads_on(self, text: str) -> bool:
        """Whether a text ends by asking to read on elsewhere."""
        end = text[-_END:]
        small = end.lower()
        for word in self.onward_words:
            if word in small:
                return self.onward.search(end) is not None
        return False

    def credits(self, text: str) -> bool:
        """Whether a text names a photographer, or says that it is a photograph."""
        for word in self.credit_words:
            if word in text:
                return self.credit.search(text) is not None
        return False


def _any(words: Iterable[str]) -> str:
    return "|".join(regex.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _spelt(words: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*map(spellings, words))


def _lists() -> dict[str, dict[str, frozenset[str]]]:
    """The lists of `data/cues.toml`, each word in both its spellings."""
    data = tomllib.loads(files("shutro.reading").joinpath("data/cues.toml").read_text(encoding="utf-8"))
    return {name: {key: _spelt(words) for key, words in table.items()} for name, table in data.items()}


@cache
def cues() -> Cues:
    """The patterns, read once."""
    data = _lists()
    roots = _any(data["imperative"]["roots"])
    verb = rf"(?:(?:{roots})(?:ুন|তে\s+পারেন)|{_any(data['imperative']['irregular'])})"
    byline = data["byline"]
    label = data["label"]
    labels = _any(_spelt(label_words()))
    edition = _any(_spelt(edition_words()))
    words = data["credit"]["words"]
    forms = {form for word in words for form in (word, word.title(), word.upper())}
    age = rf"[0-9\u09e6-\u09ef]+\s+\S+\s+(?:{_any(data['dateline']['ago'])})"
    return Cues(
        ago_words=tuple(data["dateline"]["ago"]),
        more_words=tuple(label["more"]),
        onward_words=tuple(label["more"] | label["go_on"]),
        credit_words=tuple(f for f in sorted(forms) if not any(g in f for g in forms - {f})),
        # the line ends by asking the reader to do something
        asks=regex.compile(rf"(?:^|\s){verb}(?:\s+[A-Za-z@.]+)?[\s।.!…»>→:-]*$"),
        # a label that asks, and a headline after it: আরও পড়ুন: …
        label=regex.compile(rf"^[\W_]*(?:[\w\p{{M}}]+\s+){{0,3}}{verb}\s*(?:[:：।»>|–—-]|$|\s\S)"),
        # the same run into the paragraph behind it: আরও পড়ুননদীর পানি …
        fused=regex.compile(rf"^\W*(?:{_any(label['again'])})\s+{verb}(?=\p{{L}}[\p{{L}}\p{{M}}]*\s)"),
        credit=regex.compile(
            rf"(?:^|[\s।(\[—–-])(?:{_any(data['credit']['words'])})\s*(?:[:：ঃ/|–—-]|$|\))|[-–—]\s*(?:{_any(data['credit']['words'])})\b",
            regex.I,
        ),
        desk=regex.compile(
            rf"(?:^|[\s,/|–-])(?:{_any(byline['desk'])}|{_any(byline['latin'])})(?:$|[\s,:/|()–-])"
            rf"|\s(?:{_any(byline['tail'])})\s*[:：]?$",
            regex.I,
        ),
        onward=regex.compile(
            rf"(?:^|[.…\]।»])\s*(?:{_any(label['more'])})\W*$|(?:^|[.…\]।»]\s*)(?:{_any(label['go_on'])})\b",
            regex.I,
        ),
        lead=regex.compile(rf"^(?:{_any(byline['lead'])})\s*(?:[:：–-]\s*|$)|^by\s+", regex.I),
        list_label=regex.compile(rf"(?:^|\s)(?:{_any(label['related'])})(?:\s|$)"),
        advert=regex.compile(rf"^\W*(?:{_any(label['advert'])})\W*$", regex.I),
        # before the date in its line; run into the word before it only with its colon
        date_label=regex.compile(
            rf"(?:(?:^|[\s|,])(?:{labels})(?:ের|র)?\s*[:：ঃ-]*\s*)+$"
            rf"|(?:{_any(data['dateline']['glued'])})\s*[:：ঃ]\s*$",
            regex.I,
        ),
        # a date line by its label, whatever stands behind the date: প্রকাশিত: ২০২১-০৩-৩০ | দেখা হয়েছে: ১৩ বার।
        dated=regex.compile(rf"^(?:{labels})\s*[:：ঃ]\s*[\d\u09e6-\u09ef]", regex.I),
        # প্রভাতরেখা ডটকম
        site=regex.compile(rf"(?:{_any(byline['site'])})\W*$", regex.I),
        # ২ ঘণ্টা আগে
        age=regex.compile(rf"{age}$"),
        # an age or a day at the end of a line, the name of a section behind it: … ২ ঘণ্টা আগে | দেশগ্রাম
        time_at_end=regex.compile(
            rf"\s*({age}|[\d\u09e6-\u09ef]{{1,2}}\s+\p{{L}}[\p{{L}}\p{{M}}]+,?\s+[\d\u09e6-\u09ef]{{4}})"
            r"(?:\s*\|\s*\S+(?:\s\S+){0,2})?$"
        ),
        # how often a page was read: ২১২ বার পড়া হয়েছে
        counter=regex.compile(rf"^\W*[0-9\u09e6-\u09ef,]+\s*(?:{_any(label['counts'])})\b"),
        # an imprint's first words: সম্পাদক ও প্রকাশক: …
        imprint=regex.compile(rf"^(?:[\p{{L}}\p{{M}}-]+\s){{0,2}}(?:{_any(label['imprint'])})[^:।]{{0,60}}:"),
        # between two authors, and not between the two names of one
        several=regex.compile(rf"\s*[,;]\s*|\s+(?:{_any(byline['joins'])})\s+(?=\S+\s+\S+)"),
        edition=regex.compile(rf"^(?:{edition})(?:\s+(?:{edition}))?$"),
        tags=regex.compile(rf"^\W*(?:{_any(label['tags'])})\s*[:：ঃ]?$", regex.I),
    )
