"""Credit lines: a sentence that only names where the words come from (খবর আলজাজিরার, সূত্র: বাসস)."""

from __future__ import annotations

from shutro.meaning.grammar.cases import guess_case
from shutro.meaning.grammar.tokens import Token
from shutro.meaning.lexicon import closed, load, strings
from shutro.meaning.names.canonical.base import bare
from shutro.meaning.parties.media import is_known_medium, is_medium
from shutro.meaning.parties.party import Party
from shutro.meaning.sentences.scene import Scene, Sentence
from shutro.meaning.statements.stated import stated
from shutro.model import Statement
from shutro.span import Span

_ALONE = 5
_LONGEST = 16
_NOT_AFTER = frozenset(strings(load("cues")["credit"]["not_after"]))
_WORDS = frozenset(strings(load("cues")["credit"]["words"]))
_AND = closed("and")
_PARTING = _AND | {",", "/"}


def credits_of(scene: Scene, sentence: Sentence) -> list[Statement]:
    """The citations that a credit line is, one for each source; none for any other sentence."""
    tokens = [token for token in sentence.tokens if token.word]
    if alone := _alone(sentence, tokens):
        return [_citation(scene, sentence, None, p.canonical, Span(p.start, p.end)) for p in alone]
    if not 2 <= len(tokens) <= _LONGEST or any(token.finite is not None for token in tokens):
        return []
    edge = tokens[0] if tokens[0].key in _WORDS else tokens[-1] if tokens[-1].key in _WORDS else None
    if edge is None or any(token.key in _NOT_AFTER for token in tokens):
        return []
    named = _media(sentence)
    marked = any(not t.word and t.start >= edge.end and t.key in ":-–—" for t in sentence.tokens[:3])
    if named and (marked or len(tokens) <= _ALONE + 2):
        return [_citation(scene, sentence, edge, p.canonical, Span(p.start, p.end)) for p in named]
    rest = [token for token in tokens if token is not edge]
    if not (marked or (len(tokens) <= _ALONE and guess_case(rest[-1].key) == "gen")):
        return []
    return [
        _citation(scene, sentence, edge, name, span) for name, span in _listed(scene, sentence, edge, marked)
    ]


def _alone(sentence: Sentence, words: list[Token]) -> list[Party]:
    """The media of a line that names nothing else: রয়টার্স, বিবিসি।"""
    if not words or len(words) > _LONGEST:
        return []
    media = [p for p in sentence.parties if p.named and is_known_medium(p.canonical) and p.case == "nom"]
    inside = sum(p.last - p.first + 1 for p in media)
    return media if inside == len([w for w in words if w.key not in _AND]) else []


def _media(sentence: Sentence) -> list[Party]:
    """The names of a credit line that can be a source: media; else bodies; else anything but a people."""
    named = [p for p in sentence.parties if p.named and p.kind in {"ORG", "MISC", "LOC"}]
    media = [p for p in named if is_medium(p) or p.kind == "ORG"]
    return media or [p for p in named if p.kind == "LOC"]


def _listed(scene: Scene, sentence: Sentence, edge: Token, marked: bool) -> list[tuple[str, Span]]:
    """The sources of a line whose names no list knows, parted by commas.

    Behind a mark names stand bare (সূত্র: নিউজ আওয়ার): only an ending that cannot be theirs comes off.
    """
    groups: list[list[Token]] = [[]]
    for token in sentence.tokens:
        if token is edge:
            continue
        if token.key in _PARTING:
            groups.append([])
        elif token.word:
            groups[-1].append(token)
    found = []
    for group in groups:
        if group:
            span = Span(group[0].start, group[-1].end)
            name = span.of(scene.doc.text)
            if guess_case(group[-1].key) == "gen":
                name = name.removesuffix("ের") if marked else bare(name).text
            found.append((name, span))
    return found


def _citation(scene: Scene, sentence: Sentence, edge: Token | None, name: str, span: Span) -> Statement:
    return stated(
        scene,
        sentence.span,
        name,
        "citation",
        "says",
        source_span=span,
        cue=edge.span if edge is not None else None,
        rule="credit",
        sure=0.9,
    )
