# ruff: noqa: E501 — a sentence stays on its line
"""News that never happened, to fill pages with: as many different reports as wanted, each from its seed."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

DHAKA = timezone(timedelta(hours=6))
BANGLA = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")
MONTHS = [
    "জানুয়ারি",
    "ফেব্রুয়ারি",
    "মার্চ",
    "এপ্রিল",
    "মে",
    "জুন",
    "জুলাই",
    "আগস্ট",
    "সেপ্টেম্বর",
    "অক্টোবর",
    "নভেম্বর",
    "ডিসেম্বর",
]
DAYS = ["সোমবার", "মঙ্গলবার", "বুধবার", "বৃহস্পতিবার", "শুক্রবার", "শনিবার", "রোববার"]
SECTIONS = ("জাতীয়", "সারাদেশ", "রাজনীতি", "অর্থনীতি", "আন্তর্জাতিক", "খেলা", "বিনোদন", "শিক্ষা", "স্বাস্থ্য", "মতামত")
PLACES = [
    "হরিণঘাটা",
    "মধুখালী",
    "চরকলমি",
    "শীতলপুর",
    "বকুলতলা",
    "নলখোলা",
    "সোনাইছড়ি",
    "কাজলকাঠি",
    "পদ্মবিল",
    "তেঁতুলিয়াবাড়ি",
    "রায়গাঁও",
    "শিমুলবাঁধ",
]
PEOPLE = (
    "রাশেদা বেগম",
    "মো. কামরুল ইসলাম",
    "সুবীর পাল",
    "তাহমিনা আক্তার",
    "আবদুল হালিম মিয়া",
    "নন্দিতা রায়",
    "ফয়সাল করিম",
    "জাহানারা খাতুন",
    "অমিতাভ সেন",
    "মাহবুব উল আলম",
)
DESKS = (
    "নিজস্ব প্রতিবেদক",
    "স্টাফ রিপোর্টার",
    "অনলাইন ডেস্ক",
    "জেলা প্রতিনিধি, {place}",
    "{place} প্রতিনিধি",
    "বিশেষ প্রতিনিধি",
    "{place} সংবাদদাতা",
    "আন্তর্জাতিক ডেস্ক",
)
# Of each matter: headlines, then sentences; the first three tell what happened, the others may stand anywhere.
MATTERS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        ("{place}য় ট্রলার ডুবে নিখোঁজ {n} জেলে", "ঝড়ের কবলে {place}র ট্রলার, নিখোঁজ {n} জেলের খোঁজে তল্লাশি"),
        (
            "{place} উপকূলে ঝড়ের কবলে পড়ে মাছ ধরার একটি ট্রলার ডুবে গেছে।",
            "{day} ভোরে এ ঘটনায় অন্তত {n} জন জেলে নিখোঁজ হয়েছেন।",
            "কোস্টগার্ডের একটি দল তল্লাশি চালাচ্ছে বলে জানিয়েছেন স্থানীয় প্রশাসনের কর্মকর্তারা।",
            "ট্রলারের মালিক {person} বলেন, ‘সাগরে যাওয়ার সময় আকাশ পরিষ্কার ছিল। মাঝরাতে হঠাৎ ঝড় ওঠে।’",
            "উদ্ধার হওয়া {m} জেলেকে {place} হাসপাতালে ভর্তি করা হয়েছে।",
            "আবহাওয়া অফিস জানিয়েছে, উপকূলে আরও {m} দিন দমকা হাওয়া বইতে পারে।",
            "জেলেদের স্বজনেরা ঘাটে ভিড় করেছেন; কেউ কেউ কান্নায় ভেঙে পড়েন।",
            "গত বছর একই এলাকায় ট্রলারডুবিতে {m} জেলে মারা যান।",
            "উপজেলা নির্বাহী কর্মকর্তা {person} জানান, নিখোঁজ জেলেদের পরিবারকে চাল ও নগদ টাকা দেওয়া হবে।",
            "র‍্যাবের একটি স্পিডবোটও তল্লাশিতে যোগ দিয়েছে।",
            "সাগর উত্তাল থাকায় বিকেলের পর অভিযান থামিয়ে রাখা হয়।",
        ),
    ),
    (
        ("{place} বাজারে পেঁয়াজের কেজি {n} টাকা, বিপাকে ক্রেতা", "এক সপ্তাহে পেঁয়াজের দাম বাড়ল কেজিতে {m} টাকা"),
        (
            "{place} বাজারে এক সপ্তাহের ব্যবধানে পেঁয়াজের দাম কেজিতে {m} টাকা বেড়েছে।",
            "{day} খুচরা বাজারে প্রতি কেজি দেশি পেঁয়াজ {n} টাকায় বিক্রি হতে দেখা যায়।",
            "আমদানি কমে যাওয়ায় দাম বেড়েছে বলে দাবি করেছেন আড়তদারেরা।",
            "ক্রেতা {person} বলেন, ‘প্রতিদিনই কোনো না কোনো জিনিসের দাম বাড়ছে। সংসার চালানো কঠিন হয়ে পড়েছে।’",
            "ভোক্তা অধিকারের কর্মকর্তারা {m}টি আড়তে অভিযান চালিয়ে জরিমানা করেছেন।",
            "ব্যবসায়ী সমিতির সভাপতি {person} জানান, নতুন পেঁয়াজ উঠলে দাম কমে আসবে।",
            "কৃষি বিভাগের হিসাবে, এ বছর জেলায় {n} হেক্টর জমিতে পেঁয়াজের আবাদ হয়েছে।",
            "পাইকারি বাজারে দাম বেড়েছে তার চেয়েও বেশি।",
            "হিমাগারে মজুত কত, তার হিসাব কারও কাছে নেই।",
            "গত বছরের এই সময়ে প্রতি কেজি পেঁয়াজ বিক্রি হয়েছিল {m} টাকায়।",
        ),
    ),
    (
        ("শেষ ওভারে জিতে ফাইনালে {place}", "{person}র সেঞ্চুরিতে ফাইনালে {place} একাদশ"),
        (
            "আঞ্চলিক ক্রিকেট লিগের সেমিফাইনালে শেষ ওভারের নাটকীয়তায় জিতেছে {place} একাদশ।",
            "{day} টস জিতে আগে ব্যাট করে {n} রান তোলে প্রতিপক্ষ।",
            "জবাবে {m} উইকেট হারিয়ে শেষ বলে লক্ষ্যে পৌঁছে যায় {place}।",
            "ম্যাচসেরা {person} বলেন, ‘দলের সবাই বিশ্বাস রেখেছিল। শেষ পর্যন্ত লড়ে যাওয়াটাই আমাদের শক্তি।’",
            "শেষ ওভারে দরকার ছিল {m} রান।",
            "দ্বিতীয় উইকেটে দুই ব্যাটার গড়েন {n} রানের জুটি।",
            "আগামী শুক্রবার ফাইনালে তাদের প্রতিপক্ষ শীতলপুর ক্লাব।",
            "কোচ {person} মনে করেন, ফিল্ডিংয়ে আরও উন্নতি দরকার।",
            "গ্যালারিতে ছিল উপচে পড়া ভিড়।",
            "বৃষ্টির কারণে খেলা {m} মিনিট বন্ধ ছিল।",
        ),
    ),
    (
        ("{place} কলেজে ভর্তি পরীক্ষায় জালিয়াতির অভিযোগ, আটক {m}", "ভর্তি পরীক্ষায় জালিয়াতি: {place} কলেজে আটক {m}"),
        (
            "{place} সরকারি কলেজের ভর্তি পরীক্ষায় জালিয়াতির অভিযোগে {m} জনকে আটক করেছে পুলিশ।",
            "{day} সকালে পরীক্ষা চলার সময় তাদের আটক করা হয়।",
            "আটক ব্যক্তিদের কাছ থেকে {n}টি মুঠোফোন ও কয়েকটি যন্ত্র জব্দ করা হয়েছে।",
            "কলেজের অধ্যক্ষ {person} বলেন, ‘কেউ ছাড় পাবে না। পরীক্ষা বাতিলের বিষয়ে কাল সিদ্ধান্ত হবে।’",
            "থানার ভারপ্রাপ্ত কর্মকর্তা {person} জানান, চক্রের হোতাকে ধরতে অভিযান চলছে।",
            "পরীক্ষার্থীরা আবার পরীক্ষা নেওয়ার দাবিতে ফটকে অবস্থান নেন।",
            "এ ঘটনায় {m} সদস্যের একটি তদন্ত কমিটি করা হয়েছে।",
            "কমিটিকে {n} দিনের মধ্যে প্রতিবেদন দিতে বলা হয়েছে।",
            "গত বছরও একই অভিযোগ উঠেছিল, তবে তার বিচার হয়নি।",
            "অভিভাবকেরা ক্ষুব্ধ।",
        ),
    ),
    (
        ("{place} সেতুর কাজ থেমে আছে {m} বছর", "{m} বছরেও শেষ হয়নি {place} সেতু, দুর্ভোগে {n} গ্রামের মানুষ"),
        (
            "{m} বছরেও শেষ হয়নি {place} সেতুর নির্মাণকাজ।",
            "এতে নদীর দুই পারের অন্তত {n} গ্রামের মানুষ দুর্ভোগে পড়েছেন।",
            "ঠিকাদার কাজ ফেলে চলে যাওয়ায় সেতুটি অর্ধেক হয়ে পড়ে আছে।",
            "গ্রামের বাসিন্দা {person} বলেন, ‘রোগী নিয়ে নৌকার জন্য বসে থাকতে হয়। রাতে তো নৌকাও মেলে না।’",
            "প্রকৌশলী {person} জানান, নতুন দরপত্র ডাকা হয়েছে।",
            "সেতুটির নির্মাণে খরচ ধরা হয়েছিল {n} কোটি টাকা।",
            "শিক্ষার্থীরা বাঁশের সাঁকো দিয়ে ঝুঁকি নিয়ে পারাপার হয়।",
            "বর্ষায় দুর্ভোগ বাড়ে কয়েক গুণ।",
            "আগামী মার্চে আবার কাজ শুরু হবে বলে আশা করছে সেতু বিভাগ।",
            "ততদিন খেয়ানৌকাই ভরসা।",
        ),
    ),
    (
        ("{place} হাসপাতালে ডেঙ্গু রোগী বাড়ছে, শয্যাসংকট", "ডেঙ্গু: {place} হাসপাতালে {m} দিনে ভর্তি {n} রোগী"),
        (
            "{place} সদর হাসপাতালে গত {m} দিনে {n} জন ডেঙ্গু রোগী ভর্তি হয়েছেন।",
            "শয্যাসংকটে অনেককে বারান্দায় রেখে চিকিৎসা দেওয়া হচ্ছে।",
            "হাসপাতালের তত্ত্বাবধায়ক {person} জানান, প্রতিদিনই নতুন রোগী আসছেন।",
            "রোগীর স্বজন {person} বলেন, ‘স্যালাইন বাইরে থেকে কিনতে হচ্ছে। ওষুধও ঠিকমতো মেলে না।’",
            "পৌরসভা মশকনিধনে {m}টি দল মাঠে নামিয়েছে।",
            "চিকিৎসকেরা বলছেন, জ্বর হলে দেরি না করে পরীক্ষা করাতে হবে।",
            "চলতি বছর জেলায় ডেঙ্গুতে {m} জনের মৃত্যু হয়েছে।",
            "শহরের {n}টি বাড়িতে এডিসের লার্ভা পাওয়া গেছে।",
            "ফগার মেশিনের বেশির ভাগই অকেজো।",
            "বাসিন্দাদের অভিযোগ, ওষুধ ছিটানো হয় না বললেই চলে।",
        ),
    ),
)


def bangla(number: int | str) -> str:
    """A number in Bangla figures."""
    return str(number).translate(BANGLA)


@dataclass(frozen=True, slots=True)
class Report:
    """A made-up report as its paper has it; the paragraphs are what a reader would cut out."""

    headline: str
    author: str
    section: str
    caption: str
    paragraphs: tuple[str, ...]
    published: datetime
    place: str

    def day(self, order: str = "d m y") -> str:
        """The day of publication in Bangla: `১২ মার্চ ২০২৪`."""
        parts = {"d": bangla(f"{self.published.day:02}"), "m": MONTHS[self.published.month - 1]}
        return " ".join({**parts, "y": bangla(self.published.year)}[part] for part in order.split())

    def clock(self) -> str:
        return bangla(f"{self.published:%H:%M}")

    def clock12(self) -> str:
        return bangla(f"{self.published:%I:%M}") + (" এএম" if self.published.hour < 12 else " পিএম")


class Newsroom:
    """Makes reports, headlines and teasers; the same seed makes the same ones."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def _fill(self, text: str, place: str) -> str:
        chance = self.chance
        while "{" in text:
            name = text[text.index("{") + 1 : text.index("}")]
            value = {
                "place": place,
                "person": chance.choice(PEOPLE),
                "day": chance.choice(DAYS),
                "n": bangla(chance.randint(13, 95)),
                "m": bangla(chance.randint(3, 12)),
            }[name]
            text = text.replace(f"{{{name}}}", value, 1)
        return text

    def report(self, paragraphs: int | None = None) -> Report:
        """A report of so many paragraphs; of three to fourteen, where nothing is said."""
        chance = self.chance
        place = chance.choice(PLACES)
        heads, sentences = chance.choice(MATTERS)
        wanted = paragraphs or chance.randint(3, 14)
        told = list(sentences[:3])
        rest = list(sentences[3:])
        body: list[str] = [" ".join(told[:2]), told[2] + " " + rest.pop(0)][:wanted]
        filled = [self._fill(text, place) for text in body]
        while len(filled) < wanted:
            chance.shuffle(rest)
            one = self._fill(" ".join(rest[: chance.randint(1, 3)]), place)
            if not any(one in other or other in one for other in filled):
                filled.append(one)
        moment = datetime(2024, 1, 1, 6, tzinfo=DHAKA) + timedelta(minutes=chance.randint(0, 900_000))
        author = chance.choice((chance.choice(PEOPLE), chance.choice(DESKS).format(place=place)))
        caption = chance.choice(
            ("{place}য় ঘটনাস্থলে মানুষের ভিড়। ছবি: সংগৃহীত", "ফাইল ছবি", "{place} এলাকার ছবি", "{person}")
        )
        return Report(
            self._fill(chance.choice(heads), place),
            author,
            chance.choice(SECTIONS),
            self._fill(caption, place),
            tuple(filled),
            moment,
            place,
        )

    def headlines(self, number: int) -> list[str]:
        """Headlines of other reports, no two alike."""
        found: list[str] = []
        while len(found) < number:
            one = self._fill(self.chance.choice(self.chance.choice(MATTERS)[0]), self.chance.choice(PLACES))
            if one not in found:
                found.append(one)
        return found

    def teaser(self) -> tuple[str, str]:
        """A headline and the beginning of its report."""
        one = self.report(2)
        return one.headline, " ".join(one.paragraphs[0].split()[:16]) + "..."
