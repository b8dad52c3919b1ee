"""What answers a question: slots first, then words and spelling, then whether that is enough."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.knowledge import EntityId, Entry, Knowledge
from bot.services.search.index import Index
from bot.services.search.lexicon import Lexicon
from bot.services.search.scores import Scored, Scores
from bot.services.search.slots import Recogniser, Slots
from bot.services.search.words import Role, Word

#: From here on an answer; from here on something to offer; how far the second must lag behind.
ANSWER, OFFER, LEAD = 0.57, 0.38, 0.035
#: An answer too, where nothing else comes near; sooner where the question names one of a row.
ALONE, ALONE_NAMED, APART = 0.49, 0.44, 0.2
#: How much better an attribute must fit that the thing lacks, so that the content counts as silent on it.
SILENCE = 0.05
OFFERED = 3
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
            return Found(score=score)
        ranked = self._preferred(ranked)
        place, score = ranked[0]
        best = entries[place]
        second = ranked[1][1] if len(ranked) > 1 else 0.0
        lead = score - second
        enough = ALONE_NAMED if slots.entity == best.entity else ALONE
        stands_out = (
            score >= enough and lead >= APART and all(word.role is not Role.UNKNOWN for word in words)
        )
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
