"""Who says what where several speak, where nobody is named, and where somebody is only spoken of.

A case is a text, the names in it (`printed|KIND|canonical`), and of each statement that does not only go
on: the speaker, the stance and the words, None where they do not matter.
"""

from __future__ import annotations

import pytest

from shutro.meaning.attribution import CERTAIN

KAMAL = "কামাল হোসেন"
RAJU = "রাজু শেখ"
RIMA = "রিমা খান"

THE_PEOPLE = [
    (
        "কাজ নিয়ে ক্ষুব্ধ এলাকার মানুষ। তাঁদের অভিযোগ, মাটি না কেটেই বিল তোলা হয়েছে।",
        (),
        [("ক্ষুব্ধ এলাকার মানুষ", "accuses", "মাটি না কেটেই বিল তোলা হয়েছে")],
    ),
    (
        "নৌশক্তি কর্পোরেশন জানায়, জাহাজ ফিরেছে। নাবিকেরা এ কাজ মেনে নেননি। তাঁদের মতে, মেরামত শেষ হয়নি।",
        (),
        [("নৌশক্তি কর্পোরেশন", "says", None), ("নাবিকেরা", "believes", "মেরামত শেষ হয়নি")],
    ),
    ("তাঁদের অভিযোগ, মাটি কাটা হয়নি।", (), [(None, "accuses", "মাটি কাটা হয়নি")]),
    (
        "নিন্দা জানিয়ে বিবৃতি দিয়েছেন নদীপুর সমিতির নেতৃবৃন্দ। শাস্তির দাবি জানিয়েছেন তারা।",
        (),
        [("নদীপুর সমিতির নেতৃবৃন্দ", "criticises", None), ("নদীপুর সমিতির নেতৃবৃন্দ", "asks", "শাস্তির")],
    ),
]

FORCES_AND_OTHERS = [
    ("পুলিশ বিক্ষোভকারীদের জানায়, সমাবেশ হবে না।", (), [("পুলিশ", "says", "সমাবেশ হবে না")]),
    ("প্রশাসন শ্রমিকদের আশ্বাস দিয়েছে, বেতন হবে।", (), [("প্রশাসন", "promises", "বেতন হবে")]),
    ("পুলিশ কর্মকর্তাদের ধারণা, চোর পালিয়েছে।", (), [("পুলিশ কর্মকর্তা", "believes", "চোর পালিয়েছে")]),
    ("কলেজ শিক্ষার্থীদের দাবি, বাস বাড়াতে হবে।", (), [("কলেজ শিক্ষার্থী", "claims", "বাস বাড়াতে হবে")]),
]

SIGNED = [
    (
        "সভাপতি কামাল হোসেন ও সম্পাদক রাজু শেখ স্বাক্ষরিত বিবৃতিতে বলা হয়, মেলা হবে না।",
        (f"{KAMAL}|PER", f"{RAJU}|PER"),
        [(KAMAL, "says", "মেলা হবে না"), (RAJU, "says", "মেলা হবে না")],
    ),
    (
        "একটি ফেসবুক অ্যাকাউন্ট থেকে দাবি করা হয়, মেলা হবে না।",
        ("ফেসবুক|ORG",),
        [(None, "claims", "মেলা হবে না")],
    ),
    (
        "রিমা খানের নামে ভুয়া স্ট্যাটাস ছড়িয়েছে। এতে উল্লেখ করা হয়েছে, মেলা হবে না।",
        (f"রিমা খানের|PER|{RIMA}",),
        [(None, "says", "মেলা হবে না")],
    ),
]

SPOKEN_OF = [
    (
        "ওসি কামাল হোসেন বলেন, আটক যুবকের নাম রাজু শেখ। জিজ্ঞাসাবাদে তিনি স্বীকার করেছেন যে তিনি একা ছিলেন।",
        (f"{KAMAL}|PER", f"{RAJU}|PER"),
        [(KAMAL, "says", None), (RAJU, "confirms", "তিনি একা ছিলেন")],
    ),
    (
        "বন্যায় ঘর ভেঙেছে, জেলার একজন ঊর্ধ্বতন কর্মকর্তা কামাল হোসেন নদীবাংলাকে বলেন।",
        (f"{KAMAL}|PER", "নদীবাংলাকে|ORG|নদীবাংলা"),
        [(KAMAL, "says", "বন্যায় ঘর ভেঙেছে")],
    ),
    (
        "পরিদর্শক কামাল হোসেন মৃত্যুর বিষয়টি নিশ্চিত করেন।",
        (f"{KAMAL}|PER",),
        [(KAMAL, "confirms", "মৃত্যুর বিষয়টি")],
    ),
    (
        "কর্মকর্তাদের কথা উল্লেখ করে রয়টার্স জানিয়েছে, বাঁধ ভেঙেছে।",
        ("রয়টার্স|ORG",),
        [("কর্মকর্তা", "says", "বাঁধ ভেঙেছে")],
    ),
    (
        "‘রাতে বাঁধ ভেঙেছে,’ কামাল হোসেনকে উদ্ধৃত করে বলা হয়েছে।",
        (f"কামাল হোসেনকে|PER|{KAMAL}",),
        [(KAMAL, "says", "রাতে বাঁধ ভেঙেছে")],
    ),
]

COURTS = [
    ("নদীপুর চেম্বার আদালত বলেছেন, মামলা চলবে।", ("নদীপুর চেম্বার আদালত|ORG",), [("নদীপুর চেম্বার আদালত", "says", None)]),
    ("আদালতের প্রশ্ন ছিল, ‘তালিকা কোথায়?’", (), [("আদালত", "asks", "তালিকা কোথায়?")]),
    (
        "বিচারপতি কামাল হোসেন ও বিচারপতি রাজু শেখের বেঞ্চ বলেছেন, মামলা চলবে।",
        (f"{KAMAL}|PER", f"রাজু শেখের|PER|{RAJU}"),
        [("বিচারপতি কামাল হোসেন ও বিচারপতি রাজু শেখের বেঞ্চ", "says", "মামলা চলবে")],
    ),
]

FOUND_OUT = [
    ("একটি ছবি ছড়িয়ে দাবি করা হচ্ছে এটি নদীপুরের ঘটনা।", (), [(None, "claims", "এটি নদীপুরের ঘটনা")]),
    ("যাচাই দল অনুসন্ধান করে দেখেছে, ছবিটি পুরোনো।", (), [("যাচাই দল", "says", "ছবিটি পুরোনো")]),
    ("সংবাদ চ্যানেল নদী টিভি জানিয়েছে, বাঁধ ভেঙেছে।", (), [("নদী টিভি", "says", "বাঁধ ভেঙেছে")]),
    ("খবরটি যে গুজব, এ কথা সাফ জানিয়ে দিলেন রিমা খান।", (f"{RIMA}|PER",), [(RIMA, None, "খবরটি যে গুজব")]),
]

ALL = [*THE_PEOPLE, *FORCES_AND_OTHERS, *SIGNED, *SPOKEN_OF, *COURTS, *FOUND_OUT]


@pytest.mark.parametrize(("text", "names", "wanted"), ALL, ids=[case[0][:40] for case in ALL])
def test_who_says_what(said, text, names, wanted):
    new = [s for s in said(text, *names) if not s.inferred]
    got = [(s.source, s.stance, s.content.of(text) if s.content else None) for s in new]
    assert len(got) == len(wanted), got
    for found, want in zip(got, wanted, strict=True):
        assert all(w is None or f == w for f, w in zip(found[1:], want[1:], strict=True)), got
        assert found[0] == want[0], got


def test_whom_others_question_is_never_certain(said):
    text, names, _ = SPOKEN_OF[0]
    asked = said(text, *names)[-1]
    assert asked.source == RAJU
    assert asked.sure < CERTAIN
