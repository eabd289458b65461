"""One invented report, and the ways that pages print it."""

from __future__ import annotations

import html
from dataclasses import dataclass

import pytest

OTHERS = (
    "পদ্মপুকুরে আমের মুকুলে ভরেছে বাগান, আশায় চাষিরা",
    "শীতলাই বাজারে পেঁয়াজের দাম কমল কেজিতে দশ টাকা",
    "আন্তস্কুল বিতর্কে চ্যাম্পিয়ন মধুখালী বালিকা বিদ্যালয়",
    "রেলক্রসিংয়ে গেট নেই, ঝুঁকি নিয়ে পারাপার",
    "নতুন সিনেমা নিয়ে ফিরছেন তিথি চৌধুরী",
    "হকির জাতীয় দলে ডাক পেলেন পাঁচ নবীন",
)


@dataclass(frozen=True)
class Report:
    """A report as its paper has it."""

    headline: str
    byline: str
    paragraphs: tuple[str, ...]
    caption: str

    @property
    def dump(self) -> str:
        return "\n\n".join(self.paragraphs)

    @property
    def markup(self) -> str:
        return "\n".join(f"<p>{html.escape(text)}</p>" for text in self.paragraphs)


@pytest.fixture
def report() -> Report:
    return Report(
        headline="চরভাঙ্গায় নদীভাঙনে এক রাতে বিলীন ৪০ বাড়ি",
        byline="শাহানা পারভীন",
        paragraphs=(
            "কুসুমপুরের চরভাঙ্গা ইউনিয়নে মধুমালা নদীর ভাঙনে এক রাতে অন্তত ৪০টি বাড়ি বিলীন হয়েছে। "
            "শনিবার রাত ১১টার পর ভাঙন শুরু হয় বলে জানিয়েছেন স্থানীয় লোকজন।",
            "উপজেলা নির্বাহী কর্মকর্তা তাহমিনা হক বলেন, ‘ভাঙনে ঘর হারানো পরিবারগুলোকে চরভাঙ্গা"
            " উচ্চবিদ্যালয়ে আশ্রয় "
            "দেওয়া হয়েছে। তাদের শুকনা খাবার দেওয়া হচ্ছে।’",
            "পানি উন্নয়ন বোর্ডের কুসুমপুর কার্যালয় জানায়, মধুমালার পানি গত তিন দিনে দেড় মিটার বেড়েছে। "
            "ভাঙন ঠেকাতে বালুর বস্তা ফেলা হবে।",
            "র‍্যাবের একটি দল রোববার সকালে চরভাঙ্গায় গিয়ে নৌকায় করে বৃদ্ধ ও শিশুদের সরিয়ে নেয়।",
            "ভাঙনে ভিটা হারানো আবদুস সাত্তার বলেন, চার বছরে এ নিয়ে তিনবার তিনি ঘর সরিয়েছেন, আর যাওয়ার জায়গা নেই।",
        ),
        caption="মধুমালার ভাঙনে হেলে পড়া ঘর। রোববার সকালে চরভাঙ্গায়। ছবি : সংগৃহীত",
    )


@pytest.fixture
def others() -> tuple[str, ...]:
    return OTHERS
