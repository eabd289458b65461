"""Who stands behind the words of a party: the name it is introduced by, the body its members act for."""

from __future__ import annotations

from shutro.bangla.verbs import fold
from shutro.meaning.lexicon import closed, endings
from shutro.meaning.sentences.agents import Party, head_of
from shutro.meaning.sentences.cases import name_case
from shutro.meaning.sentences.memory import Known, Memory, government, is_country
from shutro.meaning.sentences.phrases import phrase
from shutro.meaning.sentences.scene import Scene, Sentence
from shutro.meaning.sentences.speakers import known

_NAMED = closed("named")
_AND = closed("and")
_BOTH = closed("both")
_LANDS = tuple(closed("lands"))
_BETWEEN = closed("between_two")
_COMPANY = closed("with")
_SOME = closed("some")
_MEMBERS = closed("members")
_CROWD = closed("crowd")
_TEAMS = closed("teams")
_ONE_TEAM = closed("one_team")
_COURT = closed("court")
_OBJECT = fold("কে")
_NO_OBJECT = closed("no_object")
_OF_STATE = closed("of_state")
_OTHERS = endings("others")
_GOVERNMENT = closed("government")
_PEOPLE = endings("people")
_TOWARDS = closed("towards") | closed("beside_people")
_DESCRIBES = 6
_LISTED = 6
_OF_MANY = (fold("দের"), fold("দেরকে"))
_SKIPPED = 2


def introduced(sentence: Sentence, party: Party) -> list[Party]:
    """The names that a description follows: [করিম] ও [রহিম] নামের দুই ব্যক্তি, [সালাম মিয়া] (৪৫) নামে এক যুবক."""
    if party.kind not in {"person", "either", "body"} or party.named:
        return []
    at = _introducing(sentence, party)
    return _listed_before(sentence, at) if at is not None else []


def _introducing(sentence: Sentence, party: Party) -> int | None:
    """Where নামের stands in the phrase of a party, nobody and no verb between."""
    for at in range(party.first, max(0, party.first - _DESCRIBES), -1):
        if sentence.tokens[at].key in _NAMED:
            return at
        other = at < party.first and any(p.first <= at <= p.last for p in sentence.parties)
        if other or not sentence.tokens[at].word or sentence.tokens[at].finite is not None:
            return None
    return None


def introduces(sentence: Sentence, party: Party) -> bool:
    """Whether a name only introduces somebody described behind it in another case: [করিম] নামের এক যুবককে."""
    return any(
        other.case != "nom" and party in introduced(sentence, other)
        for other in sentence.parties
        if party.last < other.first <= party.last + _DESCRIBES + _LISTED
    )


def _listed_before(sentence: Sentence, at: int) -> list[Party]:
    """The names that end right before a place, with those that ও or a comma joins; brackets left out."""
    found: list[Party] = []
    last = _before_brackets(sentence, at - 1)
    while (party := next((p for p in sentence.parties if p.named and p.last == last), None)) is not None:
        if party.case != "nom" or party.kind not in {"PER", "ORG"}:
            break
        found.insert(0, party)
        mark = party.first - 1
        if mark < 0 or not (sentence.tokens[mark].key in _AND or sentence.tokens[mark].key == ","):
            break
        last = _before_brackets(sentence, mark - 1)
    return found


def _before_brackets(sentence: Sentence, at: int) -> int:
    """`at`, or the place before what stands in brackets there."""
    if at < 0 or sentence.tokens[at].key != ")":
        return at
    return next((i for i in range(at, -1, -1) if sentence.tokens[i].key == "("), 0) - 1


def between(sentence: Sentence, party: Party) -> list[Party]:
    """Both of two that something is between: [ক] ও [খ]-এর মধ্যে, [ক] ও [খ]-এর বৈঠক; else the one given."""
    first = party.first
    while (
        owner := next((p for p in sentence.parties if p.last == first - 1 and p.case == "gen"), None)
    ) is not None:
        first = owner.first
    mark = first - 1
    if mark > 0 and sentence.tokens[mark].key in _AND:
        other = next((p for p in sentence.parties if p.last == mark - 1), None)
        if other is not None and other.case in {"nom", "gen"} and (other.kind == party.kind or other.named):
            return [other, party]
    return [party]


def midway(sentence: Sentence, party: Party) -> bool:
    """Whether a postposition behind a party says that something is between it and another."""
    at = party.last + 1
    return at < len(sentence.tokens) and sentence.tokens[at].key in _BETWEEN


def accompanied(sentence: Sentence, party: Party) -> bool:
    """Whether something is done in company of a party: [করিমের] সঙ্গে."""
    at = party.last + 1
    return at < len(sentence.tokens) and sentence.tokens[at].key in _COMPANY


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


def introduced_object(sentence: Sentence, first: int) -> tuple[str, ...]:
    """Who is introduced by name before whom something is done to, in whatever word: [করিম] নামের এক বৃদ্ধকে."""
    for at in range(1, first):
        end = min(first, at + 1 + _DESCRIBES)
        if sentence.tokens[at].key in _NAMED and _object_behind(sentence, at, end):
            return tuple(name.canonical for name in _listed_before(sentence, at))
    return ()


def _object_behind(sentence: Sentence, at: int, end: int) -> bool:
    """Whether the first noun with a case behind a place is in the object case."""
    for i in range(at + 1, end):
        token = sentence.tokens[i]
        if token.key.endswith(_OBJECT) and token.key not in _NO_OBJECT:
            return True
        if not token.word or any(p.last == i for p in sentence.parties) or token.key in _NO_OBJECT:
            return False
    return False


def named_body(view: Scene, sentence: Sentence, party: Party) -> Known | None:
    """The name that an unnamed body is introduced by, be it in no list: [সবুজ ঐক্য] নামের একটি সংগঠন."""
    at = _introducing(sentence, party) if party.kind == "body" and not party.named else None
    if at is None:
        return None
    if names := introduced(sentence, party):
        return Known(names[-1].canonical, False)
    phrased = phrase(view, sentence, party)
    name = view.doc.text[phrased.start : sentence.tokens[at].start].strip()
    return Known(name, False) if name else None


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
            found[_state(name.canonical)] = None
    return tuple(found) if len(found) == 2 else ()


def _state(canonical: str) -> str:
    return government(Party(0, 0, 0, 0, "LOC", "nom", canonical))


def force_before(sentence: Sentence, first: int) -> str | None:
    """The force right before those it acts upon, who are none of its own: [পুলিশ] বিক্ষোভকারীদের ছত্রভঙ্গ করে."""
    for party in sentence.parties:
        if party.first > 0 and party.last < first and party.title.endswith(_OTHERS) and party.case != "nom":
            kind, case, base = head_of(sentence.tokens[party.first - 1].key)
            return base if kind == "body" and case == "nom" else None
    return None


def people_of(view: Scene, sentence: Sentence) -> str | None:
    """The state whose government and people something is said to: [নেপাল] সরকার ও জনগণের প্রতি, … পাশে."""
    tokens = sentence.tokens
    for at in range(3, len(tokens) - 1):
        both = tokens[at - 1].key in _AND and tokens[at - 2].key in _GOVERNMENT
        if both and tokens[at].key.startswith(_PEOPLE):
            name = next((n for n in view.doc.names if n.start < tokens[at - 2].start <= n.end + 1), None)
            if name is not None and tokens[at + 1].key in _TOWARDS:
                words = name.canonical.split()
                state = _state(" ".join(word for word in words if fold(word) not in _GOVERNMENT))
                return state if is_country(state) else None
    return None


def state_of(view: Scene, sentence: Sentence, party: Party) -> Known | None:
    """The state meant by its unnamed authorities or envoy: [মার্কিন] কর্তৃপক্ষ, [জাপানের] রাষ্ট্রদূতকে."""
    if party.named or party.title not in _OF_STATE:
        return None
    end = sentence.tokens[party.first - 1].end if party.first else -1
    name = next((name for name in view.doc.names if name.end == end), None)
    if name is None or not is_country(name.canonical) or (name.kind == "LOC" and name_case(name) != "gen"):
        return None
    return Known(_state(name.canonical), False)


def people_before(view: Scene, sentence: Sentence, at: int) -> str | None:
    """The state that an adjective before an attack at `at` names: [ইসরায়েলি] হামলায়, [ইসরায়েলি] বিমান হামলায়."""
    ends = {token.end for token in sentence.tokens[max(0, at - _SKIPPED) : at]}
    name = next((n for n in view.doc.names if n.kind == "MISC" and n.end in ends), None)
    return _state(name.canonical) if name is not None and is_country(name.canonical) else None
