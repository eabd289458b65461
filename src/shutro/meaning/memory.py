"""Who has been spoken of so far: what pronouns, offices and left-out subjects stand for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from shutro.bangla.verbs import fold
from shutro.meaning.parties import Party, agents, head_of
from shutro.meaning.scene import Scene, Sentence

_STRIP = tuple(fold(e) for e in ("দের", "ের", "টির", "র", "টি", "য়", "ে"))


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody spoken of: `one` is a single person, otherwise a body, a country or a group."""

    canonical: str
    one: bool


@dataclass(slots=True)
class Memory:
    """What a reader keeps in mind while going through a text."""

    offices: list[tuple[int, str, frozenset[str], str]] = field(default_factory=list)
    speaker: Known | None = None
    person: Known | None = None
    body: Known | None = None
    medium: str | None = None
    issuer: Known | None = None

    def note(self, known: Known) -> None:
        """Somebody has been named as an actor."""
        if known.one:
            self.person = known
        else:
            self.body = known

    def note_speaker(self, known: Known) -> None:
        """Somebody has spoken."""
        self.speaker = known
        self.issuer = known
        self.note(known)

    def pronoun(self, many: bool) -> Known | None:
        """Whom তিনি (one) or তারা (many) stands for."""
        if many:
            if self.speaker is not None and not self.speaker.one:
                return self.speaker
            return self.body or self.speaker
        if self.speaker is not None and self.speaker.one and self.person in (None, self.speaker):
            return self.speaker
        return self.person or self.speaker

    def office(self, title: str, words: Iterable[str], position: int) -> str | None:
        """Who holds an office, by the phrases that stood before names; the nearest earlier one wins."""
        wanted = frozenset(stem(word) for word in words)
        best: tuple[int, int, int, str] | None = None
        for at, head, phrase, canonical in self.offices:
            if head != title:
                continue
            overlap = len(wanted & phrase)
            missing = len(wanted - phrase)
            rank = (overlap - 2 * missing, int(at <= position), -abs(at - position), canonical)
            if missing <= max(0, overlap - 1) and (best is None or rank > best):
                best = rank
        return best[3] if best else None


def stem(word: str) -> str:
    """A word without its case, roughly: for comparing two ways of naming one office."""
    for ending in _STRIP:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)]
    return word


def offices(scene: Scene) -> list[tuple[int, str, frozenset[str], str]]:
    """Every office that stands before the name of its holder: position, head, words, canonical name."""
    found = []
    for sentence in scene.sentences:
        for party in sentence.parties:
            if party.kind == "PER":
                found += _before(sentence, party)
    return found


def _before(sentence: Sentence, party: Party) -> list[tuple[int, str, frozenset[str], str]]:
    lex = agents()
    words: list[str] = []
    heads: list[str] = []
    at = party.first - 1
    depth = 0
    while at >= 0 and party.first - at < 14:
        token = sentence.tokens[at]
        at -= 1
        if token.key in "()":
            depth += 1 if token.key == ")" else -1
            continue
        if depth > 0 or token.key == ".":
            continue
        if not token.word and token.key not in {","}:
            break
        kind, case, base = head_of(token.key)
        if not heads and kind is None and token.key not in lex.before_name and not words:
            break
        if token.forms and token.finite is not None and kind is None:
            break
        if kind == "person" and case == "nom":
            heads.append(base)
        if token.key == "," and not heads:
            break
        words.append(stem(token.key))
    return [(party.start, head, frozenset(words), party.canonical) for head in heads]
