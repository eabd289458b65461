"""Names of several articles brought together, with evidence, and apart again."""

from __future__ import annotations

from shutro.meaning.names.meant.entities import Resolution, resolve
from shutro.meaning.names.names import names
from shutro.model import Name


def name(text: str, canonical: str, at: int = 0, kind: str = "PER") -> Name:
    return Name(at, at + len(text), text, kind, canonical)  # type: ignore[arg-type]


def canonicals(found: Resolution) -> set[str]:
    return {entity.canonical for entity in found.entities}


def test_spellings_of_one_sound_are_one_entity() -> None:
    found = resolve(
        {"ক": [name("আলফা জাহাজা", "আলফা জাহাজা", kind="ORG")], "খ": [name("আলফাজাহাজা", "আলফাজাহাজা", kind="ORG")]}
    )
    assert len(found.entities) == 1
    assert {merge.rule for merge in found.merges} == {"sound"}


def test_a_merge_names_the_mentions_it_rests_on() -> None:
    found = resolve({"ক": [name("শামীম রেজা", "শামীম রেজা", 5)], "খ": [name("সামিম রেজা", "সামিম রেজা", 9)]})
    (merge,) = found.merges
    assert {(w.article, w.start) for w in merge.evidence} == {("ক", 5), ("খ", 9)}


def test_a_merge_can_be_undone() -> None:
    found = resolve({"ক": [name("শামীম রেজা", "শামীম রেজা")], "খ": [name("সামিম রেজা", "সামিম রেজা")]})
    apart = found.undo(found.merges[0])
    assert len(found.entities) == 1
    assert canonicals(apart) == {"শামীম রেজা", "সামিম রেজা"}
    assert apart.merges == ()


def test_a_short_form_joins_the_full_name_of_its_article() -> None:
    found = resolve({"ক": [name("জোবেদা খাতুন", "জোবেদা খাতুন"), name("জোবেদা", "জোবেদা", 20)]})
    assert canonicals(found) == {"জোবেদা খাতুন"}


def test_a_short_form_is_carried_over_in_the_same_company_only() -> None:
    company = [name("খেয়াঘাট", "খেয়াঘাট", 40, "LOC"), name("মাঝি সমিতি", "মাঝি সমিতি", 60, "ORG")]
    full, short = name("জোবেদা খাতুন", "জোবেদা খাতুন"), name("জোবেদা", "জোবেদা")
    assert "জোবেদা" in canonicals(resolve({"ক": [full], "খ": [short]}))
    assert "জোবেদা" not in canonicals(resolve({"ক": [full, *company], "খ": [short, *company]}))


def test_a_name_of_its_own_is_no_slip_of_another() -> None:
    found = resolve({"ক": names("জিয়াউর রহমান ছিলেন রাষ্ট্রপতি।"), "খ": names("জিল্লুর রহমান ছিলেন রাষ্ট্রপতি।")})
    assert {"জিয়াউর রহমান", "জিল্লুর রহমান"} <= canonicals(found)


def test_two_people_of_one_name_stay_two() -> None:
    found = resolve(
        {
            "ক": [name("জোবেদা খাতুন", "জোবেদা খাতুন"), name("জোবেদা বেগম", "জোবেদা বেগম", 20)],
            "খ": [name("জোবেদা", "জোবেদা")],
        }
    )
    assert canonicals(found) == {"জোবেদা খাতুন", "জোবেদা বেগম", "জোবেদা"}


def test_two_well_known_names_that_sound_alike_stay_two() -> None:
    texts = {"ক": "নাইজার সীমান্ত বন্ধ।", "খ": "নাইজেরিয়া সীমান্ত বন্ধ।"}
    found = resolve({key: names(text) for key, text in texts.items()})
    assert {"নাইজার", "নাইজেরিয়া"} <= canonicals(found)


def test_a_slip_is_kept_beside_the_right_name() -> None:
    texts = {"ক": "প্রেসিডেন্ট ভ্লাদিমির পুতিন আসেন।", "খ": "প্রেসিডেন্ট ভলাদিমিন পুতিন আসেন।"}
    found = resolve(
        {
            "ক": names(texts["ক"]),
            "খ": [Name(12, 27, "ভলাদিমিন পুতিন", "PER", "ভলাদিমিন পুতিন")],
        }
    )
    (person,) = [e for e in found.entities if e.kind == "PER"]
    assert person.canonical == "ভ্লাদিমির পুতিন"
    assert person.slips == ("ভলাদিমিন পুতিন",)
    assert person.latin == "Vladimir Putin"


def test_a_peoples_name_belongs_to_its_country() -> None:
    text = "রাশিয়া বলেছে, রুশ বাহিনী এগোচ্ছে।"
    found = resolve({"ক": names(text)})
    (country,) = found.entities
    assert (country.canonical, set(country.spellings)) == ("রাশিয়া", {"রাশিয়া", "রুশ"})


def test_every_mention_leads_to_its_entity() -> None:
    text = "ঢাকায় জাপানি দূতাবাস ও দুদক।"
    mentions = names(text)
    found = resolve({"ক": mentions})
    assert [found.entity_of("ক", mention).canonical for mention in mentions] == [
        m.canonical for m in mentions
    ]  # type: ignore[union-attr]
    assert found.entity_of("খ", mentions[0]) is None


def test_the_order_of_articles_changes_no_entity() -> None:
    texts = {"ক": "কিম জং উন আসেন। কিম বলেন।", "খ": "উত্তর কোরিয়ার নেতা কিম জং-উন।", "গ": "পিয়ংইয়াং ও পিয়ংইয়ং।"}
    found = {key: names(text) for key, text in texts.items()}
    backwards = dict(reversed(found.items()))
    assert canonicals(resolve(found)) == canonicals(resolve(backwards))
