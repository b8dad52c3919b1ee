"""What answers a question: slots first, then words and spelling, then whether that is enough."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from math import log
from typing import NamedTuple

from bot.domain.knowledge import OVERVIEW, EntityId, Entry, Knowledge
from bot.services.search.index import ASKING_KEYS, Index
from bot.services.search.leanings import Leanings
from bot.services.search.lexicon import Lexicon
from bot.services.search.merits import NONE, Merits
from bot.services.search.pool import Query
from bot.services.search.scores import BACKING, NAMED, Scored, Scores
from bot.services.search.sentences import Asked
from bot.services.search.silences import Silences
from bot.services.search.slots import Recogniser, Slots
from bot.services.search.sureness import DOUBT, FAR, HINT, SURE, Signs
from bot.services.search.wording import NOWISE, Asking
from bot.services.search.words import Role, Word

#: From here on something to answer; from here on something to offer.
LEAST, OFFER = 0.2, 0.38
#: So many entries that fit best are weighed against each other.
WEIGHED = 8
#: Of those the ones that come so near to the best are compared in their wording too.
COMPARED = 0.6
#: How much better an attribute must fit that the thing lacks, so that the content counts as silent on it.
SILENCE = 0.04
#: And so that it is silent however sure the best entry is.
BETTER = 0.15
OFFERED = 3
#: Beside something to offer, or where the question is on the subject, what comes near enough to be offered too.
FAINT = 0.1
#: A thing is named well enough for an offer by a name of such weight.
CALLED = 0.3
#: On the subject is a question of which the content has so much, and at least one word of such weight.
ON_SUBJECT, TELLING = 0.35, 0.35
#: The key of the number that is often no number.
_ONE = "#1"
#: The concept that also joins two sentences: what happens *when* a plan is late.
_WHEN = "=when"
#: What a word is once it is known for the number of a thing (plan *IV*).
_USED = {Role.KNOWN: Role.ORDINAL, Role.UNKNOWN: Role.ORDINAL, Role.FOREIGN: Role.ORDINAL}


class _Question(NamedTuple):
    """A question made ready.

    Attributes:
        words: its words, the numbers of things among them told.
        slots: what it is about.
        query: its words as they are compared.
        asking: how it is put.
        goes_on: whether it goes on about the last thing, which it does not name.
    """

    words: Sequence[Word]
    slots: Slots
    query: Query
    asking: Asking
    goes_on: bool


class Ranked(NamedTuple):
    """An entry by its place, how well it fits, and its merits beside the others that do."""

    place: int
    score: float
    merits: Merits = NONE


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
        silences: questions that the content is silent on.
        leanings: how much words speak for such a question.
    """

    def __init__(
        self,
        knowledge: Knowledge,
        lexicon: Lexicon,
        silences: Iterable[str] = (),
        leanings: Mapping[str, float] | None = None,
    ) -> None:
        self._recogniser = Recogniser(knowledge.entities, lexicon)
        self._lexicon = lexicon
        self._index = Index(knowledge, lexicon, self._recogniser)
        self._scores = Scores(self._index, self._recogniser, lexicon)
        self._silences = Silences(silences, self._index, self._recogniser, lexicon)
        self._leanings = Leanings(leanings or {})
        lexicon.settle()

    def attach(self, knowledge: Knowledge) -> None:
        """Take the entries from the content again, after this was kept without them."""
        self._index.attach(knowledge)

    def find(
        self, words: Sequence[Word], about: EntityId | None = None, asked: Iterable[Asked] = ()
    ) -> Found:
        """Find what answers a question.

        Args:
            words: the question.
            about: what was spoken about before, for a question that names nothing.
            asked: what of the question asks, where the rest only leads to it; tried before the whole.
        """
        slots = self._recogniser.find(words)
        topic = self._topic(slots)
        whole = self._find(words, slots, about)
        for part in asked:
            if part.is_clause and (whole.answer is not None or whole.silent):
                break
            slots = self._recogniser.find(part.words)
            found = self._find(part.words, slots, topic or about)
            if found.answer is not None and topic in {None, found.entity, self._topic(slots)}:
                return found
        return whole

    def topic_of(self, words: Sequence[Word]) -> EntityId | None:
        """The one thing that a message names."""
        return self._topic(self._recogniser.find(words))

    @staticmethod
    def _topic(slots: Slots) -> EntityId | None:
        """The one thing that a message names."""
        if slots.entity is not None:
            return None if slots.others else slots.entity
        named = [entity for entity, weight in slots.named.items() if weight >= NAMED]
        return max(named, key=lambda entity: (slots.named[entity], entity), default=None)

    def _find(self, words: Sequence[Word], slots: Slots, about: EntityId | None) -> Found:
        if not any(word.role is not Role.STOP for word in words):
            return Found()
        if slots.missing and slots.entity is None:
            return Found(silent=True)
        told = list(self._told(words, slots))
        query = self._index.query(told)
        scored = self._scores.of(told, query, slots, about=about)
        goes_on = scored.entity is not None and slots.entity is None
        question = _Question(told, slots, query, self._index.wording.asked(told), goes_on)
        ranked = self._ranked(scored, question)
        signs = cache(partial(self._signs, ranked, question))  # once, and not where there is nothing to judge
        return (
            self._answered(ranked, question, scored=scored, signs=signs)
            or self._gap(ranked, scored, question)
            or self._offered(ranked, question, signs=signs)
        )

    def _told(self, words: Sequence[Word], slots: Slots) -> Iterator[Word]:
        """The words once it is known which of them are numbers of a thing: *the latest one* is not."""
        for place, word in enumerate(words):
            if place in slots.used:
                key = slots.used[place]
                yield word._replace(key=key, role=_USED.get(word.role, word.role), base=key)
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

    def _ranked(self, scored: Scored, question: _Question) -> list[Ranked]:
        """The entries; those that fit best by their merits."""
        fitting = sorted(scored.entries.items(), key=lambda one: (-one[1], one[0]))
        near = fitting[0][1] * COMPARED if fitting else 0.0
        best = [
            Ranked(place, score, self._merits(place, score, scored, question, is_near=score >= near))
            for place, score in fitting[:WEIGHED]
        ]
        best.sort(key=lambda one: -one.merits.sum)
        return [*best, *(Ranked(place, score) for place, score in fitting[WEIGHED:])]

    def _merits(
        self, place: int, score: float, scored: Scored, question: _Question, *, is_near: bool
    ) -> Merits:
        entry, slots, query = self._index.entries[place], question.slots, question.query
        put = self._index.wording.of(place, question.asking) if is_near else NOWISE
        return Merits(
            usual=put.usual,
            unasked=put.unasked,
            score=score,
            habit=self._index.habit(place, query),
            backing=scored.backing.get(place, 0) / BACKING,
            is_cued=not query.weights.keys().isdisjoint(self._index.cued[place]),
            named=1.0 if slots.entity == entry.entity else min(slots.named.get(entry.entity, 0.0), 1.0),
            is_overview=entry.attribute == OVERVIEW,
        )

    def _gap(self, ranked: Sequence[Ranked], scored: Scored, question: _Question) -> Found | None:
        """What the content says about the thing, where it is silent on just what was asked."""
        score = ranked[0].score if ranked else 0.0
        fits_a_sibling = scored.ghost >= OFFER and scored.ghost > score + SILENCE
        if scored.entity is None or not (
            fits_a_sibling or (question.slots.entity is not None and score < OFFER)
        ):
            return None
        own = self._index.by_entity[scored.entity]
        near = self._scores.near(question.words, scored.entity)
        places = dict.fromkeys([*near, *(one.place for one in ranked if one.place in own), *own])
        offers = tuple(self._index.entries[place] for place in places)[:OFFERED]
        return Found(offers=offers, score=score, entity=scored.entity, silent=True)

    def _answered(
        self, ranked: Sequence[Ranked], question: _Question, *, scored: Scored, signs: Callable[[], Signs]
    ) -> Found | None:
        """The answer, where it is sure."""
        place, score, _ = ranked[0] if ranked else Ranked(0, 0.0)
        if score < max(LEAST, scored.ghost - BETTER) or question.slots.others:
            return None
        if scored.entity is None and not any(map(self._says_something, question.words)):
            return None
        if signs().sureness < SURE or self._index.lacks(place, question.query):
            return None
        best = self._index.entries[place]
        also = [self._index.entries[one.place] for one in ranked[1 : 1 + OFFERED] if one.score >= OFFER]
        return Found(answer=best, offers=tuple(also), score=score, entity=best.entity)

    def _says_something(self, word: Word) -> bool:
        """Whether a word does more than ask: *what happened to it* is about nothing."""
        is_asking = word.role is Role.ASKING or word.key in ASKING_KEYS
        return word.role is not Role.STOP and not is_asking and word.base not in self._lexicon.light

    def _offered(self, ranked: Sequence[Ranked], question: _Question, *, signs: Callable[[], Signs]) -> Found:
        """What may be meant, if anything."""
        slots = question.slots
        if not ranked:
            return Found(entity=slots.entity, silent=True)
        score, sureness = ranked[0].score, signs().sureness
        is_silent = sureness < DOUBT or self._index.lacks(ranked[0].place, question.query)
        is_near = (
            score >= OFFER
            or sureness >= HINT
            or self._is_on_subject(question.query)
            or max(slots.named.values(), default=0.0) >= NAMED
        )
        offers = self._offers(ranked, question) if is_near else ()
        return Found(offers=offers, score=score, entity=slots.entity, silent=is_silent or score < OFFER)

    def _signs(self, ranked: Sequence[Ranked], question: _Question) -> Signs:
        best, (words, slots, query, _, goes_on) = ranked[0], question
        return Signs(
            lead=best.merits.sum - (ranked[1].merits.sum if len(ranked) > 1 else 0.0),
            is_beside=self._asks_beside(words),
            over_silence=best.score - self._silences.nearest(words, query, slots, floor=best.score - FAR),
            leaning=self._leanings.of(words, goes_on=goes_on),
            habit=best.merits.habit,
            backing=best.merits.backing,
            usual=best.merits.usual,
            unasked=best.merits.unasked,
            length=log(max(len(query.weights), 1)),
        )

    def _asks_beside(self, words: Sequence[Word]) -> bool:
        """Whether the question has a word for what the content is mostly silent on."""
        return any(word.base in self._lexicon.silent or word.base in self._lexicon.places for word in words)

    def _offers(self, ranked: Sequence[Ranked], question: _Question) -> tuple[Entry, ...]:
        """What may be meant: what fits best, of what is named the best, and what else is known of it."""
        index, slots = self._index, question.slots
        places = [one.place for one in ranked if one.score >= FAINT]
        about = {index.entries[place].entity for place in places[: OFFERED - 1]}
        named = [
            entity
            for entity, weight in slots.named.items()
            if weight >= CALLED and entity not in about and index.by_entity[entity]
        ]
        named.sort(key=lambda entity: (-slots.named[entity], entity))
        own = [self._best_of(entity, ranked) for entity in named]
        further = [*places[: OFFERED - 1], *own[:1], *places[OFFERED - 1 :], *own]
        if further:
            best = index.entries[further[0]].entity
            further += [*self._scores.near(question.words, best), *index.by_entity[best]]
        return tuple(index.entries[place] for place in [*dict.fromkeys(further)][:OFFERED])

    def _best_of(self, entity: EntityId, ranked: Sequence[Ranked]) -> int:
        """The entry of a thing that fits best, or its overview."""
        own = self._index.by_entity[entity]
        return next((one.place for one in ranked if one.place in own), own[0])

    def _is_on_subject(self, query: Query) -> bool:
        """Whether the content speaks about most of the question, and not only in its commonest words."""
        weights = {key: weight for key, weight in query.weights.items() if key not in query.asking}
        known = [weight for key, weight in weights.items() if self._index.has(key)]
        return max(known, default=0.0) >= TELLING and sum(known) >= ON_SUBJECT * sum(weights.values())
