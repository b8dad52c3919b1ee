"""What answers a question: slots first, then words and spelling, then whether that is enough."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.knowledge import EntityId, Entry, Knowledge
from bot.services.search.index import Index
from bot.services.search.lexicon import Lexicon
from bot.services.search.scores import Scored, Scores
from bot.services.search.slots import Recogniser, Slots
from bot.services.search.words import Role, Word

#: From here on an answer; from here on something to offer; within so much two entries fit alike.
ANSWER, OFFER, LEAD = 0.57, 0.38, 0.035
#: What is left from the best to certainty, a little beyond the highest score, and of what is left from the second.
CERTAIN, LEFT = 1.05, 0.92
#: An answer too, where nothing else comes near; sooner where the question names one of a row.
ALONE, ALONE_NAMED, APART = 0.49, 0.44, 0.2
#: And where the entry speaks about nearly all of the question.
ALONE_COVERED, COVERED, APART_COVERED = 0.42, 0.8, 0.12
#: How much better an attribute must fit that the thing lacks, so that the content counts as silent on it.
SILENCE = 0.05
OFFERED = 3
#: Beside something to offer, or where the question is on the subject, what comes near enough to be offered too.
FAINT = 0.2
#: On the subject is a question of which the content has so much, and at least one word of such weight.
ON_SUBJECT, TELLING = 0.55, 0.45
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
        self._scores = Scores(self._index, self._recogniser, lexicon)

    def find(self, words: Sequence[Word], about: EntityId | None = None) -> Found:
        """Find what answers a question, given as its words."""
        if not any(word.role is not Role.STOP for word in words):
            return Found()
        slots = self._recogniser.find(words)
        if slots.missing and slots.entity is None:
            return Found(silent=True)
        told = list(self._told(words, slots))
        scored = self._scores.of(told, slots, about)
        ranked = sorted(scored.entries.items(), key=lambda one: (-one[1], one[0]))
        return self._gap(ranked, scored, slots, told) or self._decided(ranked, slots, told)

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

    def _goes_on(self, before: Sequence[Word]) -> bool:
        """Whether the question has asked something already."""
        return bool(before) and (
            before[0].text in self._lexicon.whether or any(word.role is Role.ASKING for word in before)
        )

    def _gap(
        self, ranked: Sequence[tuple[int, float]], scored: Scored, slots: Slots, words: Sequence[Word]
    ) -> Found | None:
        """What the content says about the thing, where it is silent on just what was asked."""
        score = ranked[0][1] if ranked else 0.0
        fits_a_sibling = scored.ghost >= OFFER and scored.ghost > score + SILENCE
        if scored.entity is None or not (fits_a_sibling or (slots.entity is not None and score < OFFER)):
            return None
        own = self._index.by_entity[scored.entity]
        near = self._scores.near(words, scored.entity)
        places = dict.fromkeys([*near, *(place for place, _ in ranked if place in own), *own])
        offers = tuple(self._index.entries[place] for place in places)[:OFFERED]
        return Found(offers=offers, score=score, entity=scored.entity, silent=True)

    def _decided(self, ranked: Sequence[tuple[int, float]], slots: Slots, words: Sequence[Word]) -> Found:
        entries = self._index.entries
        score = ranked[0][1] if ranked else 0.0
        if score < OFFER:
            near = score >= FAINT and self._is_on_subject(words)
            offers = self._offers(ranked, words) if near else ()
            return Found(offers=offers, score=score, entity=slots.entity, silent=True)
        ranked = self._preferred(ranked)
        place, score = ranked[0]
        best = entries[place]
        second = ranked[1][1] if len(ranked) > 1 else 0.0
        is_sure = score >= ANSWER and CERTAIN - min(score, 1.0) <= LEFT * (CERTAIN - second)
        if (is_sure or self._stands_out(place, score - second, slots, words, score)) and not slots.others:
            also = tuple(entries[other] for other, near in ranked[1 : 1 + OFFERED] if near >= OFFER)
            return Found(answer=best, offers=also, score=score, entity=best.entity)
        silent = self._asks_beside(words) or self._index.lacks(place, self._index.query(words))
        offers = self._offers(ranked, words)
        return Found(offers=offers, score=score, entity=slots.entity, silent=silent)

    def _stands_out(self, place: int, lead: float, slots: Slots, words: Sequence[Word], score: float) -> bool:
        """Whether nothing else comes near to an entry that fits less than well."""
        if self._asks_beside(words) or any(word.role is Role.UNKNOWN for word in words):
            return False
        enough = ALONE_NAMED if slots.entity == self._index.entries[place].entity else ALONE
        return (score >= enough and lead >= APART) or (
            score >= ALONE_COVERED
            and lead >= APART_COVERED
            and self._index.coverage(place, self._index.query(words)) >= COVERED
        )

    def _asks_beside(self, words: Sequence[Word]) -> bool:
        """Whether the question has a word for what the content is mostly silent on."""
        return any(word.base in self._lexicon.silent or word.base in self._lexicon.places for word in words)

    def _offers(self, ranked: Sequence[tuple[int, float]], words: Sequence[Word]) -> tuple[Entry, ...]:
        """What may be meant: the best, then what else is known of the thing that the best is about."""
        best = self._index.entries[ranked[0][0]].entity
        places = dict.fromkeys(place for place, score in ranked if score >= FAINT)
        places.update(dict.fromkeys([*self._scores.near(words, best), *self._index.by_entity[best]]))
        return tuple(self._index.entries[place] for place in [*places][:OFFERED])

    def _is_on_subject(self, words: Sequence[Word]) -> bool:
        """Whether the content speaks about most of the question, and not only in its commonest words."""
        query = self._index.query(words)
        weights = {key: weight for key, weight in query.weights.items() if key not in query.asking}
        known = [weight for key, weight in weights.items() if self._index.has(key)]
        return max(known, default=0.0) >= TELLING and sum(known) >= ON_SUBJECT * sum(weights.values())

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
