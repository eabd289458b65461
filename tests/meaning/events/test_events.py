"""What is done, by whom and to whom: the whole of an event."""

from __future__ import annotations

from shutro.meaning.events.events import events


def test_actors_and_recipients_are_canonical_names(document):
    doc = document(
        "ভ্লাদিমির পুতিনকে সফরের আমন্ত্রণ জানিয়েছেন কিম জং উন।", "ভ্লাদিমির পুতিনকে|PER|ভ্লাদিমির পুতিন", "কিম জং উন|PER"
    )
    (event,) = events(doc)
    assert (event.actors, event.recipients) == (("কিম জং উন",), ("ভ্লাদিমির পুতিন",))


def test_an_unknown_actor_is_allowed(document):
    (event,) = events(document("দুজনকে গ্রেপ্তার করা হয়েছে।"))
    assert event.actors == ()
