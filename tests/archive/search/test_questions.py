"""Questions of many kinds to an archive of reports with words that look alike: what must come first, what never."""

# ruff: noqa: E501 - a sentence stays on its line
from collections.abc import Iterator

import pytest
from tests.archive.conftest import STORES, articles, place
from tests.archive.photocards import reports

from shutro.archive.store import Archive, open_archive
from shutro.model import Article

# id, headline, body: beside the reports and cards of the other tests
_MORE = (
    (
        "vault",
        "সিন্দুক ভেঙে চুরি, আটক ২",
        "নরসিংদীতে ব্যাংকের সিন্দুক ভেঙে টাকা চুরির ঘটনায় দুজনকে আটক করেছে র‌্যাব। র‍্যাব জানায়, উদ্ধার করা হয়েছে ৪ লাখ টাকা।",
    ),
    ("blind", "কানা গলিতে ভোগান্তি", "পুরান ঢাকার কানা গলিতে যানজটে ভোগান্তি। কানাডা থেকে আসা এক প্রবাসীও আটকা পড়েন।"),
    ("canada", "কানাডায় দাবানল, সরানো হলো হাজারো মানুষ", "কানাডার আলবার্টায় দাবানল ছড়িয়ে পড়ায় হাজারো মানুষকে সরিয়ে নেওয়া হয়েছে।"),
    (
        "anc",
        "জাতীয় নাগরিক পার্টির সমাবেশ",
        "জাতীয় নাগরিক পার্টি (এনসিপি) রাজধানীতে সমাবেশ করেছে। দলের আহ্বায়ক নাহিদ ইসলাম বলেন, নির্বাচন চাই।",
    ),
    ("milk", "দুধের দাম লিটারে ১০ টাকা বাড়ল", "পাবনায় দুধের দাম লিটারে ১০ টাকা বেড়েছে। খামারিরা বলছেন, গোখাদ্যের দাম বেশি।"),
    ("love", "ভালো ফলনে খুশি কৃষক", "পটুয়াখালীতে তরমুজের ভালো ফলনে খুশি কৃষক।"),
    ("bhalu", "বনে ভালুক দেখা গেছে", "বান্দরবানের থানচির বনে ভালুক দেখা গেছে বলে জানিয়েছে বন বিভাগ।"),
    ("heart", "হৃদরোগে আক্রান্তের সংখ্যা বাড়ছে", "তরুণদের মধ্যে হৃদ্‌রোগ বাড়ছে, বলছেন চিকিৎসকেরা।"),
    ("bomb", "বঙ্গোপসাগরে লঘুচাপ", "বঙ্গোপসাগরে সৃষ্ট লঘুচাপ ঘূর্ণিঝড়ে রূপ নিতে পারে। চার সমুদ্রবন্দরে ৩ নম্বর সংকেত।"),
    ("bnp", "বিএনপির মহাসচিবের সংবাদ সম্মেলন", "বিএনপি মহাসচিব বলেন, ডিসেম্বরের মধ্যে ভোট দিতে হবে।"),
    ("rana", "ভবন ধসের বিচার", "ভবন ধসের ঘটনায় করা মামলার বিচার শেষ হয়নি। রানা নামের এক আসামি কারাগারে।"),
    ("rani", "রানির মুকুট প্রদর্শনী", "লন্ডনে রানির মুকুট প্রদর্শনী শুরু হয়েছে।"),
    ("pan", "পান চাষে লোকসান", "বরিশালে পান চাষে লোকসান। চাষিরা পানের দাম পাচ্ছেন না।"),
    ("pani", "সুপেয় পানির সংকট", "সাতক্ষীরায় সুপেয় পানির সংকট তীব্র হয়েছে।"),
    ("chul", "চুলার আগুনে দগ্ধ", "গ্যাসের চুলার আগুনে দগ্ধ হয়েছেন একই পরিবারের তিনজন।"),
    ("hair", "চুল পড়া ঠেকাতে", "চুল পড়া ঠেকাতে চিকিৎসকের পরামর্শ নিন।"),
    ("bali", "বালি দ্বীপে ভূমিকম্প", "ইন্দোনেশিয়ার বালি দ্বীপে ভূমিকম্প হয়েছে।"),
    ("balu", "অবৈধ বালু উত্তোলন", "মেঘনা নদী থেকে অবৈধভাবে বালু উত্তোলন চলছে।"),
)

# query, what comes first in any order, what never comes
QUESTIONS: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = [
    ("সিন্দুক", ("vault",), ()),
    ("র‍্যাব", ("vault",), ()),
    ("র‌্যাব", ("vault",), ()),
    ("rab", ("vault",), ()),
    ("RAB", ("vault",), ()),
    ("কানাডা", ("canada", "blind"), ()),
    ("কানাডার দাবানল", ("canada",), ()),
    ("কানা", ("blind",), ("canada",)),
    ("canada", ("canada",), ()),
    ("canadar dabanol", ("canada",), ()),
    ("NCP", ("anc",), ()),
    ("এনসিপি", ("anc",), ()),
    ("এন সি পি", ("anc",), ()),
    ("জাতীয় নাগরিক পার্টি", ("anc",), ()),
    ("nahid islam", ("anc",), ()),
    ("নাহিদ", ("anc",), ()),
    ("দুধ", ("milk",), ()),
    ("দুধের দাম", ("milk",), ()),
    ("ভালো", ("love",), ("bhalu",)),
    ("ভাল", ("love",), ("bhalu",)),
    ("ভালুক", ("bhalu",), ("love",)),
    ("হৃদরোগ", ("heart",), ()),
    ("হৃদ্‌রোগ", ("heart",), ()),
    ("hridrog", ("heart",), ()),
    ("ঘুর্ণিঝড়", ("bomb",), ()),
    ("ঘূর্ণিঝড়", ("bomb",), ()),
    ("ঘূর্নিঝড়ের সংকেত", ("bomb",), ()),
    ("ghurnijhor", ("bomb",), ()),
    ("৩ নম্বর সংকেত", ("bomb",), ()),
    ("3 নম্বর সংকেত", ("bomb",), ()),
    ("bnp", ("bnp",), ()),
    ("বি এন পি", ("bnp",), ()),
    ("বাংলাদেশ জাতীয়তাবাদী দল", ("bnp",), ()),
    ("রানা", ("rana",), ("rani",)),
    ("রানি", ("rani",), ("rana",)),
    ("রানী", ("rani",), ("rana",)),
    ("পান", ("pan",), ("pani",)),
    ("পানি", ("pani",), ("pan",)),
    ("পানির সঙ্কট", ("pani",), ()),
    ("চুল", ("hair",), ("chul",)),
    ("চুলা", ("chul",), ("hair",)),
    ("বালু", ("balu",), ("bali",)),
    ("বালি", ("bali",), ()),
    ("এসএসসি পরীক্ষা", ("exam",), ()),
    ("ssc", ("exam",), ()),
    ("এস এস সি পরীক্ষা", ("exam",), ()),
    ("লোডশেডিং", ("power",), ()),
    ("লোড শেডিং", ("power",), ()),
    ("load shedding", ("power",), ()),
    ("loadshedding", ("power",), ()),
    ("স্বর্ণের দাম", ("gold",), ()),
    ("সোনার দর", ("gold",), ()),
    ("sonar dam", ("gold",), ()),
    ("বোরো ধান", ("rice",), ()),
    ("হাওর", ("rice",), ()),
    ("flood haor", ("rice",), ()),
    ("মেয়েদের ফুটবল ভুটান", ("final",), ()),
    ("ভূটান", ("final",), ()),
    ("bhutan", ("final",), ()),
    ("তাসকিন", ("cricket",), ()),
    ("taskin ahmed", ("cricket",), ()),
    ("তাসকিনের অবসর", ("cricket",), ()),
    ("taskiner obosor", ("cricket",), ()),
    ("WHO", ("vaccine",), ()),
    ("ডব্লিউএইচও", ("vaccine",), ()),
    ("বিশ্ব স্বাস্থ্য সংস্থা", ("vaccine",), ()),
    ("কলেরা টিকা", ("vaccine",), ()),
    ("colera tika", ("vaccine",), ()),
    ("cox's bazar", ("vaccine",), ()),
    ("coxs bazar", ("vaccine",), ()),
    ("কক্সবাজার", ("vaccine",), ()),
    ("khagrachhari bus", ("hill",), ()),
    ("খাগড়াছড়ি দুর্ঘটনা", ("hill",), ()),
    ("বাস দুর্ঘটনা", ("hill",), ()),
    ("রাজশাহীর আম", ("mango",), ()),
    ("আম", ("mango",), ()),
    ("himsagor", ("mango",), ()),
    ('"কারাদণ্ড স্থগিত"', ("court",), ()),
    ('"স্থগিত কারাদণ্ড"', (), ("court",)),
    ("আগুন -বেলকুচি", ("chul",), ("fire",)),
    ("আগুন", ("fire", "chul"), ()),
    ("নুরুল হক", ("hill",), ()),
    ("আব্দুল কাইউম", ("fire",), ()),
    ("ট্রেন লাইনচ্যুত", ("train",), ()),
    ("train derailed akhaura", ("train",), ()),
    ("আখাউড়া", ("train",), ()),
    ("মেগাওয়াট", ("power",), ()),
    ("megawatt", ("power",), ()),
    ("১৮০০০ মেগাওয়াট", ("power",), ()),
    ("১৪২৩৫৪৭ পরীক্ষার্থী", ("exam",), ()),
    ("১৫৮৩৪৯ টাকা", ("gold",), ()),
    ("dr nahid islam", ("anc",), ()),
    ("md nahid", ("anc",), ()),
    ("সিন্দুক ভেঙে কত টাকা চুরি", ("vault",), ()),
    ("ট্রেন লাইনচ্যুত কেন", ("train",), ()),
    ("কে", (), ("vault",)),
    ("মা", (), ("mango", "milk")),
    ("রম", (), ("power",)),
]


@pytest.fixture(scope="module", params=STORES)
def library(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of all reports; tests only read it."""
    with open_archive(place(request.param, tmp_path_factory.mktemp("library"))) as archive:
        archive.add_all([*reports(), *articles()])
        archive.add_all(
            Article.from_text(
                id=id, outlet="Padma Barta", headline=headline, body=body, published="2026-05-01"
            )
            for id, headline, body in _MORE
        )
        yield archive


@pytest.mark.parametrize(("query", "first", "never"), QUESTIONS)
def test_a_question_finds_its_answer(
    library: Archive, query: str, first: tuple[str, ...], never: tuple[str, ...]
) -> None:
    found = [hit.article.id for hit in library.search(query)]
    assert set(found[: len(first)]) == set(first)
    assert not set(found) & set(never)
