"""The body or state behind a party: whose members or team act, whose court rules, whose authorities do."""

from __future__ import annotations

from shutro.bangla.verbs import fold
from shutro.meaning.actors.identity import known
from shutro.meaning.actors.memory import Known, Memory
from shutro.meaning.grammar.cases import name_case
from shutro.meaning.lexicon import closed, endings
from shutro.meaning.parties.agents import head_of
from shutro.meaning.parties.party import Party
from shutro.meaning.parties.states import is_country, state_named
from shutro.meaning.sentences.naming import introduced, introducing
from shutro.meaning.sentences.phrases import phrase
from shutro.meaning.sentences.scene import Scene, Sentence

_CROWD = closed("crowd")
_MEMBERS = closed("members")
_OF_MANY = (fold("দের"), fold("দেরকে"))
_ONE_TEAM = closed("one_team")
_SKIPPED = 2
_SOME = closed("some")
_TEAMS = closed("teams")
_COURT = closed("court")
_OF_STATE = closed("of_state")
_BOTH = closed("both")
_DESCRIBES = 6
_LANDS = tuple(closed("lands"))
_AND = closed("and")
_GOVERNMENT = closed("government")
_PEOPLE = endings("people")
_TOWARDS = closed("towards") | closed("beside_people")
_OTHERS = endings("others")


def body_of(view: Scene, sentence: Sentence, party: Party, memory: Memory) -> Known | None:
    """The body that acts where its members do, as a group: [র‍্যাবের] সদস্যরা, [ক দলের] নেতাকর্মী."""
    many = party.many or sentence.tokens[party.last].key.endswith(_OF_MANY)
    team = party.title in _TEAMS
    at, several = party.first - 1, many or team or party.title in _CROWD
    if party.named or not (team or party.title in _MEMBERS):
        return None
    while at >= max(0, party.first - _SKIPPED) and sentence.tokens[at].key in (_ONE_TEAM if team else _SOME):
        at, several = at - 1, True
    if at < 0 or not several:
        return None
    owner = next((p for p in sentence.parties if p.last == at), None)
    if team and owner is None:
        return None
    if owner is not None and owner.case == "gen" and owner.kind in {"ORG", "LOC", "body"}:
        return named_body(view, sentence, owner) or known(view, sentence, owner, memory)
    if owner is not None:
        return None
    token = sentence.tokens[at]
    name = next((n for n in view.doc.names if n.kind == "ORG" and n.end == token.end), None)
    if name is not None:
        return Known(name.canonical, False)
    kind, case, base = head_of(token.key)
    return Known(base, False) if kind == "body" and case == "nom" else None


def team_of(view: Scene, sentence: Sentence, memory: Memory) -> Known | None:
    """The body one of whose teams acts, told by the nominative of the team: [ফায়ার সার্ভিসের] দুটি ইউনিট."""
    for at, token in enumerate(sentence.tokens):
        if at and token.key in _TEAMS:
            back = at - 1
            while back and sentence.tokens[back].key in _ONE_TEAM:
                back -= 1
            owner = next((p for p in sentence.parties if p.last == back and p.case == "gen"), None)
            if owner is not None and owner.kind in {"ORG", "body"}:
                return known(view, sentence, owner, memory)
    return None


def court_of(view: Scene, sentence: Sentence, party: Party) -> str | None:
    """Whose court it is that rules, or the court as printed: হাকিম [করিম হকের] আদালত; [আদালত] এ আদেশ দেন."""
    if party.named or party.title not in _COURT:
        return None
    judge = next((p for p in sentence.parties if p.last == party.first - 1), None)
    if judge is None:
        return party.title if phrase(view, sentence, party).start == party.start else None
    return judge.canonical if judge.kind == "PER" and judge.case == "gen" else None


def named_body(view: Scene, sentence: Sentence, party: Party) -> Known | None:
    """The name that an unnamed body is introduced by, be it in no list: [সবুজ ঐক্য] নামের একটি সংগঠন."""
    at = introducing(sentence, party) if party.kind == "body" and not party.named else None
    if at is None:
        return None
    if names := introduced(sentence, party):
        return Known(names[-1].canonical, False)
    phrased = phrase(view, sentence, party)
    name = view.doc.text[phrased.start : sentence.tokens[at].start].strip()
    return Known(name, False) if name else None


def state_of(view: Scene, sentence: Sentence, party: Party) -> Known | None:
    """The state meant by its unnamed authorities or envoy: [মার্কিন] কর্তৃপক্ষ, [জাপানের] রাষ্ট্রদূতকে."""
    if party.named or party.title not in _OF_STATE:
        return None
    end = sentence.tokens[party.first - 1].end if party.first else -1
    name = next((name for name in view.doc.names if name.end == end), None)
    if name is None or not is_country(name.canonical) or (name.kind == "LOC" and name_case(name) != "gen"):
        return None
    return Known(state_named(name.canonical), False)


def two_lands(view: Scene, sentence: Sentence, at: int) -> tuple[str, ...]:
    """The two states meant by দুই দেশের before a place: where the text so far names two and no third."""
    tokens = sentence.tokens
    for i in range(max(1, at - _DESCRIBES), at):
        if tokens[i - 1].key in _BOTH and tokens[i].key.startswith(_LANDS):
            return _states_until(view, tokens[i].start)
    return ()


def _states_until(view: Scene, position: int) -> tuple[str, ...]:
    """The states named up to a place, as places or by their people, where there are two."""
    found: dict[str, None] = {}
    for name in view.doc.names:
        if name.start >= position:
            break
        if name.kind in {"LOC", "MISC"} and is_country(name.canonical):
            found[state_named(name.canonical)] = None
    return tuple(found) if len(found) == 2 else ()


def people_of(view: Scene, sentence: Sentence) -> str | None:
    """The state whose government and people something is said to: [নেপাল] সরকার ও জনগণের প্রতি, … পাশে."""
    tokens = sentence.tokens
    for at in range(3, len(tokens) - 1):
        both = tokens[at - 1].key in _AND and tokens[at - 2].key in _GOVERNMENT
        if both and tokens[at].key.startswith(_PEOPLE):
            name = next((n for n in view.doc.names if n.start < tokens[at - 2].start <= n.end + 1), None)
            if name is not None and tokens[at + 1].key in _TOWARDS:
                words = name.canonical.split()
                state = state_named(" ".join(word for word in words if fold(word) not in _GOVERNMENT))
                return state if is_country(state) else None
    return None


def people_before(view: Scene, sentence: Sentence, at: int) -> str | None:
    """The state that an adjective before an attack at `at` names: [ইসরায়েলি] হামলায়, [ইসরায়েলি] বিমান হামলায়."""
    ends = {token.end for token in sentence.tokens[max(0, at - _SKIPPED) : at]}
    name = next((n for n in view.doc.names if n.kind == "MISC" and n.end in ends), None)
    return state_named(name.canonical) if name is not None and is_country(name.canonical) else None


def force_before(sentence: Sentence, first: int) -> str | None:
    """The force right before those it acts upon, who are none of its own: [পুলিশ] বিক্ষোভকারীদের ছত্রভঙ্গ করে."""
    for party in sentence.parties:
        if party.first > 0 and party.last < first and party.title.endswith(_OTHERS) and party.case != "nom":
            kind, case, base = head_of(sentence.tokens[party.first - 1].key)
            return base if kind == "body" and case == "nom" else None
    return None
