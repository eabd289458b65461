from __future__ import annotations

from dataclasses import replace

from tests.views.ferry import ENTRIES, FERRY, FIVE, SAID, SANK, THREE, cite

from shutro.views.tellings import stands_in, tellings


def test_a_stance_belongs_to_the_sentence_its_source_stands_behind() -> None:
    entry = ENTRIES[2]
    five, three = tellings(entry, entry.evidence)
    assert (five.stances, three.stances) == ((), ("claims",))
    assert tellings(replace(entry, statements=()), [THREE])[0].stances == ()


def test_sentences_of_one_page_and_one_chain_are_one_telling() -> None:
    more = cite(FERRY, "ট্রলারে ২০ জন যাত্রী ছিলেন বলে জানিয়েছে পুলিশ।")
    found = tellings(ENTRIES[1], [more, FIVE, SANK, THREE])
    assert [told.sentences for told in found] == [(SANK, more), (FIVE,), (THREE,)]
    assert found[0].first is SANK


def test_a_statement_stands_in_a_sentence_by_its_characters_and_not_by_its_place_alone() -> None:
    assert stands_in(SAID, THREE)
    assert not stands_in(SAID, replace(THREE, text="অ" * len(THREE.text)))
    assert not stands_in(SAID, replace(THREE, start=THREE.end, end=THREE.end + len(THREE.text)))
