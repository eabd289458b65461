"""Claims, and the denials that stand against them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import fsum, log

from shutro.bangla.stems import stem
from shutro.bangla.words import sentences, words
from shutro.model import Evidence, Statement
from shutro.stories.happening.happenings import Happening
from shutro.stories.telling.discourse import has
from shutro.stories.telling.proofs import proof
from shutro.stories.telling.telling import Telling

DENIALS = frozenset({"denies", "does_not_confirm", "rejects"})
# To reject is to deny only where it answers a claim; alone it may refuse a plan or an offer.
_REFUSALS = frozenset({"rejects"})
# Stances that assert something which can be false; asking, promising or praising cannot be denied.
_ASSERTIONS = frozenset(
    {"says", "claims", "accuses", "confirms", "criticises", "warns", "admits", "believes"}
)
# Two claims this alike say the same; less is needed of one that names him who denies.
_SAME_WORDS = 0.5
_SAME_MATTER = 0.35
_BACK = 5
# A denial answers what was said at most this many characters before it: some sentences.
_NEAR = 400
# With fewer stems and names than this there is too little to tell what is spoken of.
_THIN = 5
# A denial near a claim repeats at least this much of it: `অতিরিক্ত যাত্রী বহনের অভিযোগ`.
_OWN_WORDS = 2
# Below this a denial's speaker is likelier wrong than right, and it stands against nothing.
_LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement with what it is about: stems and names of its content, its source left out."""

    happening: int
    telling: Telling
    statement: Statement
    matter: frozenset[str]
    evidence: Evidence

    @property
    def denies(self) -> bool:
        """Whether it denies rather than asserts."""
        return self.statement.stance in DENIALS

    @property
    def text(self) -> str:
        """What is said, as printed."""
        content = self.statement.content
        return content.of(self.telling.article.text) if content else self.evidence.text


def claims(told: Sequence[Happening]) -> list[Claim]:
    """Every statement of every telling that asserts or denies something, in order of article and place.

    A denial without a likely speaker is left out: it would be a conflict that nobody has.
    """
    found = []
    for number, happening in enumerate(told):
        for telling in happening.tellings:
            for statement in telling.statements:
                sure = statement.sure >= _LIKELY
                if statement.form != "citation" and (
                    statement.stance in _ASSERTIONS or (sure and statement.stance in DENIALS)
                ):
                    found.append(_claim(number, telling, statement))
    return sorted(found, key=lambda c: (c.telling.article.id, c.statement.start, c.statement.end))


def _claim(number: int, telling: Telling, statement: Statement) -> Claim:
    span = statement.content or statement.span
    matter = _matter(telling, statement, span.of(telling.article.text))
    return Claim(number, telling, statement, matter, proof(telling, statement.span))


def _matter(telling: Telling, statement: Statement, text: str) -> frozenset[str]:
    """What a text of a statement is about: its stems and names, its source left out."""
    matter = {stem(word.of(text)) for word in words(text)}
    return frozenset(matter | {f"@{name}" for name in telling.named_in(text) if name != statement.source})


def denied(listed: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Each denial with every claim it stands against: what it answers in its own article, and the same
    claim made elsewhere."""
    weigh = _weights(listed)
    for at, denial in enumerate(listed):
        if not denial.denies:
            continue
        answered = list(_answered(listed, at))
        yield from ((denial, claim) for claim in answered)
        if not answered and denial.statement.stance in _REFUSALS:
            continue
        matters = [c.matter for c in (*answered, denial) if len(c.matter) >= _THIN]
        for claim in listed:
            if claim in answered or claim.denies or not _against(denial, claim):
                continue
            least = _SAME_MATTER if denial.statement.source in claim.telling.naming else _SAME_WORDS
            if any(_overlap(matter, claim.matter, weigh) >= least for matter in matters):
                yield denial, claim


def _answered(listed: Sequence[Claim], at: int) -> Iterator[Claim]:
    """The claims just before a denial that it answers, nearest first.

    They are what `these claims` point back to in its paragraph; what it turns against with a `but`,
    whoever said it; or what a little further back says in the denial's own words.
    """
    denial = listed[at]
    but, back = (has(cue, denial.evidence.text) for cue in ("adversative", "anaphoric"))
    for claim in reversed(listed[max(0, at - _BACK) : at]):
        if claim.denies or claim.telling.article.id != denial.telling.article.id:
            continue
        between = denial.telling.article.text[claim.statement.end : denial.statement.start]
        others = _against(denial, claim) and len(between) <= _NEAR
        if (
            (but and not between.strip())
            or (back and others and "\n" not in between)
            or (others and _repeats(denial, claim))
        ):
            yield claim


def _repeats(denial: Claim, claim: Claim) -> bool:
    """Whether a denial repeats enough of one sentence of a claim, which may be a long quotation."""
    if len(denial.matter & claim.matter) < _OWN_WORDS:
        return False
    said = (_matter(claim.telling, claim.statement, span.of(claim.text)) for span in sentences(claim.text))
    return any(len(denial.matter & matter) >= _OWN_WORDS for matter in said)


def _against(denial: Claim, claim: Claim) -> bool:
    return claim.statement.source != denial.statement.source or claim.statement.source is None


def _weights(listed: Sequence[Claim]) -> dict[str, float]:
    spread = Counter(term for claim in listed for term in claim.matter)
    return {term: log(1 + len(listed) / n) * (2 if term.startswith("@") else 1) for term, n in spread.items()}


def _overlap(one: frozenset[str], other: frozenset[str], weigh: dict[str, float]) -> float:
    """Twice the shared weight over both weights (Dice), 0..1; 0 where hardly a word is shared."""
    if len(one & other) < _THIN - 1:
        return 0.0
    shared = fsum(weigh[t] for t in one & other)
    both = fsum(weigh[t] for side in (one, other) for t in side)
    return 2 * shared / both if both else 0.0
