"""What a sentence tells as done, while it is found out who did it to whom."""

from __future__ import annotations

from dataclasses import dataclass

from shutro.meaning.events.plover import Kind
from shutro.meaning.events.triggers import Trigger
from shutro.meaning.sentences.scene import Sentence

# Kinds of what is done to people: তাদের আটক করে is not said of a body spoken of before.
BODILY = frozenset({"COERCE", "ASSAULT"})


@dataclass(frozen=True, slots=True)
class Deed:
    """A trigger in its sentence; `kind` is its kind by who acts, `actors` are canonical names."""

    sentence: Sentence
    trigger: Trigger
    kind: Kind
    actors: tuple[str, ...] = ()

    @property
    def first(self) -> int:
        """The first token of its trigger."""
        return self.trigger.first

    @property
    def last(self) -> int:
        """The last token of its trigger."""
        return self.trigger.last

    @property
    def noun(self) -> str:
        """The key of the first word of its trigger."""
        return self.sentence.tokens[self.first].key
