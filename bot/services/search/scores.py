"""How well each entry answers a question: by the thing and the attribute that are asked, by words and spelling."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple, TypeVar

from bot.domain.knowledge import EntityId
from bot.services.search.index import Index
from bot.services.search.lexicon import Lexicon
from bot.services.search.pool import Match, Query
from bot.services.search.slots import Recogniser, Slots
from bot.services.search.words import Role, Word

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

#: Shares of a score: common words, spelling, how much of the question the entry speaks about.
COSINE, SPELLING, COVERAGE = 0.55, 0.2, 0.25
#: What a score keeps where the entry speaks about nothing of the question but what its variant shares.
LEAST_COVERED = 0.35
#: What the second of an entry's variants that fit adds: one may fit by chance; and what it usually is of the first.
SUPPORT, USUAL = 0.15, 0.7
#: Of so many closest variants it counts whose they are.
BACKING = 10
#: What a fitting cue adds, which settles it between entries that are asked for in the same words.
CUED = 0.05
#: What is left of it where the question asks for something that the entry is never asked for.
BESIDE = 0.4
#: And where it asks with another word: how many, of what is only asked where.
OTHERWISE = 0.63
#: Of a row, where the question names none of it; and of anything else, where it does.
UNNAMED, ELSEWHERE = 0.92, 0.75
#: A sibling's way of asking, and a bare cue, tell an attribute almost as well as the entry's own variants.
SIBLING, CUE = 0.96, 0.9
#: A name must weigh so much to say what a question is about; a common word may stand in many names.
NAMED = 0.5
#: A thing named alone is answered by its overview; less surely where its name is made of plain words.
NAMED_ALONE, MENTIONED = 0.95, 0.85
#: A question that names nothing goes on about the last thing, unless it fits elsewhere clearly better.
FOLLOW_UP = 0.8
#: From here on an entry comes near to what the content is silent on.
NEAR = 0.5
#: What is said beside a name without asking for more.
_LITTLE = frozenset({Role.STOP, Role.ASKING})
#: The concept of the lists that asks for no attribute: *what* is the fourth plan.
_NOTHING = frozenset({"=what"})


class Scored(NamedTuple):
    """What is scored.

    Attributes:
        entries: the score of each entry, by its place.
        backing: how many of the closest variants each entry has, by its place.
        ghost: the best score of an attribute that the thing lacks.
        entity: the thing that the question is about.
    """

    entries: dict[int, float]
    backing: Mapping[int, int]
    ghost: float = 0.0
    entity: EntityId | None = None


#: What of a variant's score is its entry's: the share of the question that the entry speaks about, what the score keeps
#: for it, and what is left of that where the question asks for something else, or is about something else.
_Fit = tuple[float, float, float, float]


class _Memo(dict[_Key, _Value]):
    """What was reckoned of a key; to keep it so for one question costs least."""

    def __init__(self, of: Callable[[_Key], _Value]) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, key: _Key) -> _Value:
        value = self[key] = self._of(key)
        return value


class Scores:
    """Scores entries.

    Args:
        index: the entries made ready.
        recogniser: the things.
        lexicon: which words say little.
    """

    def __init__(self, index: Index, recogniser: Recogniser, lexicon: Lexicon) -> None:
        self._index = index
        self._recogniser = recogniser
        self._light = lexicon.light

    def of(self, words: Sequence[Word], query: Query, slots: Slots, *, about: EntityId | None) -> Scored:
        """Each entry's score, and of what; the thing may be the last one spoken about."""
        scores, backing = self._by_text(query, slots)
        if slots.entity is not None:
            siblings, ghost = self._by_row(words, slots.entity, alone=not slots.by_code)
            return Scored(_best(scores, siblings), backing, ghost, slots.entity)
        for entity, length in slots.named.items():
            if length >= NAMED or self._is_all_named(words, entity):
                scores = _best(scores, self._by_name(words, entity))
        if about is not None and max(slots.named.values(), default=0.0) < NAMED:
            best = max(scores.values(), default=0.0)
            if about in self._recogniser.kinds:
                own, ghost = self._by_row(words, about)
            else:
                own, ghost = self._by_thing(words, about, scores), 0.0
            if max(own.values(), default=0.0) >= best * FOLLOW_UP or ghost * UNNAMED >= best:
                return Scored(own, backing, ghost, about)
        return Scored(scores, backing)

    def near(self, words: Sequence[Word], entity: EntityId) -> list[int]:
        """The entries of one of a row that come near a question, whatever it asks of it: *how*, for *who* made it."""
        told = [word for word in words if word.role is not Role.ASKING]
        scores = self._by_row(told, entity)[0] if entity in self._recogniser.kinds else {}
        ranked = sorted(scores.items(), key=lambda one: (-one[1], one[0]))
        return [place for place, score in ranked if score >= NEAR]

    def _is_all_named(self, words: Sequence[Word], entity: EntityId) -> bool:
        """Whether nothing is said but a thing's name."""
        said = {word.key for word in words if word.role not in _LITTLE and word.base not in self._light}
        return said == self._recogniser.name_in(words, entity)

    def _by_thing(
        self, words: Sequence[Word], entity: EntityId, scores: dict[int, float]
    ) -> dict[int, float]:
        """The entries of the thing that was spoken about."""
        own = {place: scores[place] for place in self._index.by_entity[entity] if place in scores}
        return _best(own, self._by_name(words, entity))

    def _by_text(self, query: Query, slots: Slots) -> tuple[dict[int, float], Mapping[int, int]]:
        """Every entry by its closest variant, of a row only the one that is named; and who has the closest ones."""
        scores: dict[int, float] = {}
        seconds: dict[int, float] = {}
        scored: list[tuple[float, int]] = []
        if not query.norm:
            return scores, {}
        owners, fit_of = self._index.full.owners, _Memo(partial(self._fit_beside, query, slots.entity))
        for match in self._index.full.closest(query):
            place = owners[match[0]]
            fit = fit_of[place]
            if fit is not None:
                score = _score(match, fit)
                scored.append((score, place))
                best = scores.get(place, 0.0)
                if score > best:
                    scores[place], seconds[place] = score, best
                elif score > seconds.get(place, 0.0):
                    seconds[place] = score
        backing = Counter(place for _, place in sorted(scored, reverse=True)[:BACKING])
        return {
            place: (score + SUPPORT * seconds[place]) / (1 + SUPPORT * USUAL)
            for place, score in scores.items()
        }, backing

    def _by_row(
        self, words: Sequence[Word], entity: EntityId, *, alone: bool = True
    ) -> tuple[dict[int, float], float]:
        """The thing's entries by how its siblings are asked as well, for the questions are the same."""
        index = self._index
        query = index.query(words, without=self._recogniser.marks(entity))
        if not query.weights.keys() - _NOTHING - self._light:
            return dict.fromkeys(index.by_entity[entity][:1] if alone else (), NAMED_ALONE), 0.0
        pool = index.rows[self._recogniser.kinds[entity]]
        fit_of, stranger = _Memo(partial(self._fit, query)), _Memo(partial(self._fit_of_any, query))
        lent = _Memo[tuple[int, int], _Fit](lambda both: self._fit(query, *both))
        scores: dict[int, float] = {}
        ghost = 0.0
        for match in pool.closest(query):
            place = pool.owners[match[0]]
            other = index.entries[place]
            if other.entity == entity:
                scores[place] = max(scores.get(place, 0.0), _score(match, fit_of[place]))
            elif own := index.by_slot.get((entity, other.attribute)):
                for one in own:
                    scores[one] = max(scores.get(one, 0.0), _score(match, lent[one, place]) * SIBLING)
            else:  # how well an entry would fit that the thing lacks
                ghost = max(ghost, _score(match, stranger[place]) * SIBLING)
        for place, score in self._by_cues(query, entity).items():
            scores[place] = max(scores.get(place, 0.0), score) + CUED * score
        return scores, ghost

    def _by_cues(self, query: Query, entity: EntityId) -> dict[int, float]:
        scores: dict[int, float] = {}
        fit_of = _Memo(partial(self._fit, query))
        for match in self._index.cues.closest(query):
            attribute = self._index.attributes[self._index.cues.owners[match[0]]]
            for place in self._index.by_slot.get((entity, attribute), ()):
                score = _score(match, fit_of[place]) * CUE
                scores[place] = max(scores.get(place, 0.0), score)
        return scores

    def _by_name(self, words: Sequence[Word], entity: EntityId) -> dict[int, float]:
        """The entries of a thing that is called by its name, by the attribute that is asked of it."""
        query = self._index.query(words, without=self._recogniser.name_in(words, entity))
        if not query.weights.keys() - _NOTHING - self._light:
            return dict.fromkeys(self._index.by_entity[entity][:1], MENTIONED)
        scores = self._by_cues(query, entity)
        pool, fit_of = self._index.thing(entity), _Memo(partial(self._fit, query))
        for match in pool.closest(query):
            place = pool.owners[match[0]]
            scores[place] = max(scores.get(place, 0.0), _score(match, fit_of[place]) * SIBLING)
        return scores

    def _fit(self, query: Query, place: int, sibling: int | None = None) -> _Fit:
        """How an entry fits a question, by the ways of asking for itself or for its sibling."""
        asked = place if sibling is None else sibling
        covered = max(self._index.coverage(place, query), self._index.coverage(asked, query))
        left = BESIDE if self._index.lacks(place, query) else self._left(query, asked)
        return covered, _kept(covered), left, 1.0

    def _fit_beside(self, query: Query, named: EntityId | None, place: int) -> _Fit | None:
        """The same beside the one of a row that is named, if any; None for its siblings."""
        entity = self._index.entries[place].entity
        if named is None:
            weight = UNNAMED if entity in self._recogniser.kinds else 1.0
        elif entity == named:
            weight = 1.0
        elif entity in self._recogniser.kinds:
            return None
        else:
            weight = ELSEWHERE
        covered, kept, left, _ = self._fit(query, place)
        return covered, kept, left, weight

    def _fit_of_any(self, query: Query, place: int) -> _Fit:
        """The same whatever can be asked of the entry: it stands for one that its sibling lacks."""
        covered = self._index.coverage(place, query)
        return covered, _kept(covered), self._left(query, place), 1.0

    def _left(self, query: Query, place: int) -> float:
        return OTHERWISE if self._index.is_asked_otherwise(place, query) else 1.0


def _kept(covered: float) -> float:
    return LEAST_COVERED + (1 - LEAST_COVERED) * covered


def _score(match: Match, fit: _Fit) -> float:
    _, cosine, spelling = match
    covered, kept, left, weight = fit
    return (COSINE * cosine + SPELLING * spelling + COVERAGE * covered) * kept * left * weight


def _best(one: dict[int, float], other: dict[int, float]) -> dict[int, float]:
    return {place: max(one.get(place, 0.0), other.get(place, 0.0)) for place in _both(one, other)}


def _both(one: Iterable[int], other: Iterable[int]) -> dict[int, None]:
    return dict.fromkeys([*one, *other])
