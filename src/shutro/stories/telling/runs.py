"""Runs: the sentences of a report that tell of one happening, or that one speaker says on one day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from shutro.bangla.stems import stem
from shutro.bangla.words import words
from shutro.span import Span
from shutro.stories.telling.discourse import every, has
from shutro.stories.telling.inside import Inside
from shutro.stories.telling.sentence import Sentence, When
from shutro.stories.telling.telling import worded
from shutro.stories.terms import press

# A run longer than this is cut: a timeline line rests on a handful of sentences, not on an article.
_LONGEST = 7
# A credit line (`খবর আল জাজিরার।`) has no more words than this and tells nothing by itself.
_CREDIT = 4
# A sentence tells the lead anew when it has so many of its words, each in few articles of the press.
_SAID_AGAIN = 2
_TELLING = 2.0


def runs(inside: Mapping[Span, Inside], sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    """The sentences in runs, each sentence in one.

    What follows on what was told belongs to its run; so does what the same speaker says of the same day
    further down, up to the longest run.
    """
    return _by_speaker(inside, _following(inside, sentences))


def day_of(run: Sequence[Sentence]) -> When:
    """The day of a run: the first stated one, else the first carried one, else the bound.

    It is the day of a plan only where most of the run is of what is to be: a speech that names tomorrow is
    of today, and so is what was done and will be gone on with.
    """
    told = [s for s in run if s.when.dated != "planned"]
    if 2 * len(told) <= len(run) and 2 * sum(not has("planned", s.text) for s in told) < len(run):
        told = list(run)
    return min((s.when for s in told), key=lambda when: when.doubt)


def _by_speaker(inside: Mapping[Span, Inside], listed: Sequence[list[Sentence]]) -> list[list[Sentence]]:
    """The runs with those of one speaker on one day put together, up to the longest run."""
    merged: list[list[Sentence]] = []
    spoken: dict[tuple[frozenset[str], str | None, bool], int] = {}
    for run in listed:
        when = day_of(run)
        speakers = frozenset[str]().union(*(inside[one.span].speakers for one in run))
        key = (speakers, when.date, when.dated == "planned")
        at = spoken.get(key) if speakers else None
        if at is None or len(merged[at]) + len(run) > _LONGEST:
            spoken[key] = len(merged)
            merged.append(list(run))
        else:
            merged[at].extend(run)
    return merged


def _following(inside: Mapping[Span, Inside], sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    """The sentences in order, a new run wherever one does not go on with what was told."""
    listed: list[list[Sentence]] = []
    speakers: frozenset[str] = frozenset()
    for sentence in sentences:
        said = inside[sentence.span]
        run = listed[-1] if listed else []
        if run and len(run) < _LONGEST and _goes_on(run, speakers, sentence, said):
            run.append(sentence)
            speakers |= said.speakers
        else:
            listed.append([sentence])
            speakers = said.speakers
    return listed


def _goes_on(run: Sequence[Sentence], speakers: frozenset[str], sentence: Sentence, said: Inside) -> bool:
    """Whether a sentence belongs to the run before it, in which `speakers` spoke."""
    known, here = day_of(run), said.speakers
    stated = sentence.when.dated in ("stated", "planned")
    same_day = not stated or known.dated not in ("stated", "planned") or sentence.when.date == known.date
    spoken = said.statements
    if spoken and all(s.form == "citation" for s in spoken) and len(words(sentence.text)) <= _CREDIT:
        return True
    anew = has("so_far", sentence.text) and sentence.when.date != known.date
    if sentence.background or not same_day or anew:
        return False
    if _points_back(sentence.text, run) and not (speakers and here and not here & speakers):
        return True
    near = sentence.paragraph - run[-1].paragraph <= 1
    if here & speakers and near:
        return True
    if any(s.inferred for s in spoken):
        return True
    if here - speakers and (speakers or not stated):
        return False
    if stated:
        again = known.dated == "context" and known.date == sentence.when.date
        return again and near and (_says_again(sentence.text, run) or _of_them(sentence, said))
    ahead = known.dated != "planned" or has("planned", sentence.text)
    return ahead and sentence.paragraph == run[-1].paragraph and has("elaborates", sentence.text)


def _of_them(sentence: Sentence, said: Inside) -> bool:
    """Whether the sentence names nobody and speaks of those just named: `রোববার ভোরে তাদের মুক্তি দেওয়া হয়।`"""
    return not said.names and has("pronoun", sentence.text)


def _says_again(text: str, run: Sequence[Sentence]) -> bool:
    """Whether the sentence tells anew, now with its day, what the run opened with: the lead's own deed."""
    again = worded(text) & worded(run[0].text)
    return sum(press().rarity(t) >= _TELLING for t in again) >= _SAID_AGAIN


def _points_back(text: str, run: Sequence[Sentence]) -> bool:
    """Whether the sentence speaks of `this` news, decision or whatever the run has just named."""
    if has("peg", text):
        return True
    after = (text[this.end :] for this in every("this", text))
    named = {stem(following[0].of(rest)) for rest in after if (following := words(rest))}
    return bool(named) and any(stem(word.of(one.text)) in named for one in run for word in words(one.text))
