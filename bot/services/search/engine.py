"""What answers a question: slots first, then words and spelling, then whether that is enough."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.domain.knowledge import AttributeId, EntityId, Entry, Knowledge
from bot.services.search.index import Index, Match, Query
from bot.services.search.lexicon import Lexicon
from bot.services.search.slots import Recogniser, Slots
from bot.services.search.words import Role, Word

#: Shares of a score: common words, spelling, how much of the question the entry speaks about.
COSINE, SPELLING, COVERAGE = 0.55, 0.2, 0.25
#: What a score keeps where the entry speaks about nothing of the question but what its variant shares.
LEAST_COVERED = 0.35
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
#: From here on an answer; from here on something to offer; how far the second must lag behind.
ANSWER, OFFER, LEAD = 0.6, 0.38, 0.035
#: An answer too, where nothing else comes near.
ALONE, APART = 0.5, 0.2
#: How much better an attribute must fit that the thing lacks, so that the content counts as silent on it.
SILENCE = 0.05
OFFERED = 3
#: The concept of the lists that asks for no attribute: *what* is the fourth plan.
_NOTHING = frozenset({"=what"})
#: What is said beside a name without asking for more.
_LITTLE = frozenset({Role.STOP, Role.ASKING})
#: The key of the number that is often no number.
_ONE = "#1"
#: The concept that also joins two sentences: what happens *when* a plan is late.
_WHEN = "=when"
#: What a word is once it is known for the number of a thing (plan *IV*).
_USED = {Role.KNOWN: Role.ORDINAL, Role.UNKNOWN: Role.ORDINAL, Role.FOREIGN: Role.ORDINAL}


@dataclass(frozen=True)
class Found:
    """What the search found.

    Attributes:
        answer: the entry that answers.
        offers: entries of which one may be meant.
        score: the best entry's score.
        entity: what the question is about.
        silent: whether the content is silent on just that about the entity.
    """

    answer: Entry | None = None
    offers: tuple[Entry, ...] = ()
    score: float = 0.0
    entity: EntityId | None = None
    silent: bool = False


class Engine:
    """Finds entries.

    Args:
        knowledge: the content.
        lexicon: how words are compared.
    """

    def __init__(self, knowledge: Knowledge, lexicon: Lexicon) -> None:
        self._recogniser = Recogniser(knowledge.entities, lexicon)
        self._lexicon = lexicon
        self._index = Index(knowledge, lexicon, self._recogniser)

    def find(self, words: Sequence[Word], about: EntityId | None = None) -> Found:
        """Find what answers a question, given as its words."""
        if not any(word.role is not Role.STOP for word in words):
            return Found()
        slots = self._recogniser.find(words)
        if slots.missing and slots.entity is None:
            return Found(silent=True)
        told = list(self._told(words, slots))
        scores, ghost = self._scores(told, slots, about)
        ranked = sorted(scores.items(), key=lambda scored: (-scored[1], scored[0]))
        return self._decided(ranked, ghost, slots, told)

    def _told(self, words: Sequence[Word], slots: Slots) -> Iterator[Word]:
        """The words once it is known which of them are numbers of a thing: *the latest one* is not."""
        for place, word in enumerate(words):
            if place in slots.used:
                yield word._replace(key=slots.used[place], role=_USED.get(word.role, word.role))
            elif (word.key == _ONE and word.base in self._lexicon.cardinals) or (
                word.key == _WHEN and self._goes_on(words[:place])
            ):
                yield word._replace(role=Role.STOP)
            else:
                yield word

    def _scores(
        self, words: Sequence[Word], slots: Slots, about: EntityId | None
    ) -> tuple[dict[int, float], float]:
        """Each entry's score, and the best score of an attribute that the thing lacks."""
        scores = self._by_text(words, slots)
        if slots.entity is not None:
            siblings, ghost = self._by_row(words, slots.entity, alone=not slots.by_code)
            return _best(scores, siblings), ghost
        for entity, length in slots.named.items():
            if length >= NAMED or self._is_all_named(words, entity):
                scores = _best(scores, self._by_name(words, entity))
        if about is not None and max(slots.named.values(), default=0.0) < NAMED:
            best = max(scores.values(), default=0.0)
            if about in self._recogniser.kinds:
                own, ghost = self._by_row(words, about)
            else:
                own, ghost = self._by_thing(words, about, scores), 0.0
            if max(own.values(), default=0.0) >= best * FOLLOW_UP or ghost >= best:
                return own, ghost
        return scores, 0.0

    def _goes_on(self, before: Sequence[Word]) -> bool:
        """Whether the question has asked something already."""
        return bool(before) and (
            before[0].text in self._lexicon.whether or any(word.role is Role.ASKING for word in before)
        )

    def _is_all_named(self, words: Sequence[Word], entity: EntityId) -> bool:
        """Whether nothing is said but a thing's name."""
        said = {word.key for word in words if word.role not in _LITTLE and word.base not in self._lexicon.light}
        return said == self._recogniser.name_in(words, entity)

    def _by_thing(
        self, words: Sequence[Word], entity: EntityId, scores: dict[int, float]
    ) -> dict[int, float]:
        """The entries of the thing that was spoken about."""
        own = {place: scores[place] for place in self._index.by_entity[entity] if place in scores}
        return _best(own, self._by_name(words, entity))

    def _by_text(self, words: Sequence[Word], slots: Slots) -> dict[int, float]:
        """Every entry by its closest variant; of a row only the one that is named."""
        query = self._index.query(words)
        scores: dict[int, float] = {}
        if not query.norm:
            return scores
        for match in self._index.full.closest(query):
            place = self._index.full.owners[match.variant]
            entity = self._index.entries[place].entity
            if slots.entity is None or entity == slots.entity or entity not in self._recogniser.kinds:
                score = self._score(match, query, place)
                if slots.entity is None and entity in self._recogniser.kinds:
                    score *= UNNAMED
                elif slots.entity is not None and entity != slots.entity:
                    score *= ELSEWHERE
                scores[place] = max(scores.get(place, 0.0), score)
        return scores

    def _by_row(
        self, words: Sequence[Word], entity: EntityId, *, alone: bool = True
    ) -> tuple[dict[int, float], float]:
        """The thing's entries by how its siblings are asked as well, for the questions are the same."""
        index = self._index
        query = index.query(words, without=self._recogniser.marks(entity))
        if not query.weights.keys() - _NOTHING - self._lexicon.light:
            return dict.fromkeys(index.by_entity[entity][:1] if alone else (), NAMED_ALONE), 0.0
        pool = index.rows[self._recogniser.kinds[entity]]
        scores: dict[int, float] = {}
        ghost = 0.0
        for match in pool.closest(query):
            place = pool.owners[match.variant]
            other = index.entries[place]
            if other.entity == entity:
                scores[place] = max(scores.get(place, 0.0), self._score(match, query, place))
            else:
                ghost = max(ghost, self._lend(scores, match, query, (entity, other.attribute), place))
        for place, score in self._by_cues(query, entity).items():
            scores[place] = max(scores.get(place, 0.0), score) + CUED * score
        return scores, ghost

    def _lend(
        self,
        scores: dict[int, float],
        match: Match,
        query: Query,
        slot: tuple[EntityId, AttributeId],
        sibling: int,
    ) -> float:
        """Score the thing's entry by its sibling's variant; without such an entry, say how well it would fit."""
        own = self._index.by_slot.get(slot)
        if not own:
            return self._score(match, query._replace(musts=frozenset()), sibling) * SIBLING
        for place in own:
            score = self._score(match, query, place, also=sibling) * SIBLING
            scores[place] = max(scores.get(place, 0.0), score)
        return 0.0

    def _by_cues(self, query: Query, entity: EntityId) -> dict[int, float]:
        scores: dict[int, float] = {}
        for match in self._index.cues.closest(query):
            attribute = self._index.attributes[self._index.cues.owners[match.variant]]
            for place in self._index.by_slot.get((entity, attribute), ()):
                score = self._score(match, query, place) * CUE
                scores[place] = max(scores.get(place, 0.0), score)
        return scores

    def _by_name(self, words: Sequence[Word], entity: EntityId) -> dict[int, float]:
        """The entries of a thing that is called by its name, by the attribute that is asked of it."""
        query = self._index.query(words, without=self._recogniser.name_in(words, entity))
        if not query.weights.keys() - _NOTHING - self._lexicon.light:
            return dict.fromkeys(self._index.by_entity[entity][:1], MENTIONED)
        scores = self._by_cues(query, entity)
        pool = self._index.things[entity]
        for match in pool.closest(query):
            place = pool.owners[match.variant]
            scores[place] = max(scores.get(place, 0.0), self._score(match, query, place) * SIBLING)
        return scores

    def _score(self, match: Match, query: Query, place: int, *, also: int | None = None) -> float:
        covered = self._index.coverage(place, query)
        if also is not None:
            covered = max(covered, self._index.coverage(also, query))
        score = COSINE * match.cosine + SPELLING * match.spelling + COVERAGE * covered
        score *= LEAST_COVERED + (1 - LEAST_COVERED) * covered
        asked = place if also is None else also
        if self._index.lacks(asked, query):
            return score * BESIDE
        return score * OTHERWISE if self._index.is_asked_otherwise(asked, query) else score

    def _decided(
        self, ranked: Sequence[tuple[int, float]], ghost: float, slots: Slots, words: Sequence[Word]
    ) -> Found:
        entries = self._index.entries
        score = ranked[0][1] if ranked else 0.0
        own = self._index.by_entity[slots.entity] if slots.entity is not None else []
        if slots.entity is not None and (score < OFFER or (ghost >= OFFER and ghost > score + SILENCE)):
            near = [place for place, _ in ranked if place in own] + own
            offers = tuple(entries[place] for place in dict.fromkeys(near))[:OFFERED]
            return Found(offers=offers, score=score, entity=slots.entity, silent=True)
        if score < OFFER:
            return Found(score=score)
        ranked = self._preferred(ranked)
        place, score = ranked[0]
        best = entries[place]
        second = ranked[1][1] if len(ranked) > 1 else 0.0
        lead = score - second
        stands_out = score >= ALONE and lead >= APART and all(word.role is not Role.UNKNOWN for word in words)
        if (stands_out or (score >= ANSWER and lead >= LEAD)) and not slots.others:
            return Found(answer=best, offers=_offers(entries, ranked[1:]), score=score, entity=best.entity)
        silent = self._index.lacks(place, self._index.query(words))
        return Found(offers=_offers(entries, ranked), score=score, entity=slots.entity, silent=silent)

    def _preferred(self, ranked: Sequence[tuple[int, float]]) -> Sequence[tuple[int, float]]:
        """Of entries on one thing that fit alike, its overview."""
        (first, score), *rest = ranked
        entity = self._index.entries[first].entity
        overview = self._index.by_entity[entity][0]
        alike = [place for place, other in rest[:OFFERED] if score - other < LEAD]
        near = dict(ranked)[overview] >= score - LEAD / 2 if overview in (first, *alike) else False
        if (
            near
            and alike
            and entity not in self._recogniser.kinds
            and all(self._index.entries[place].entity == entity for place in alike)
        ):
            return [(overview, score + 2 * LEAD), *(scored for scored in ranked if scored[0] != overview)]
        return ranked


def _offers(entries: Sequence[Entry], ranked: Sequence[tuple[int, float]]) -> tuple[Entry, ...]:
    return tuple(entries[place] for place, score in ranked[:OFFERED] if score >= OFFER)


def _best(one: dict[int, float], other: dict[int, float]) -> dict[int, float]:
    return {place: max(one.get(place, 0.0), other.get(place, 0.0)) for place in _both(one, other)}


def _both(one: Iterable[int], other: Iterable[int]) -> dict[int, None]:
    return dict.fromkeys([*one, *other])
