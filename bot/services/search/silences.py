"""What people ask and the content does not say: a question that is nearest to such a one is not answered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from operator import itemgetter

from bot.services.search.grams import alike
from bot.services.search.index import Index
from bot.services.search.lexicon import Lexicon
from bot.services.search.pool import Query
from bot.services.search.scores import COSINE, COVERAGE, LEAST_COVERED, SPELLING
from bot.services.search.slots import Recogniser, Slots
from bot.services.search.words import Role, Word

#: A question is compared in full with so many that share most words.
_CLOSE = 24
#: What a silence keeps that asks for something which the question does not ask for.
MORE = 0.96
_NUMBERS = frozenset({Role.NUMBER, Role.ORDINAL})


@dataclass(slots=True)
class _Question:
    """A question as it is compared; its spelling is cut in pieces when it first comes near."""

    weights: Mapping[str, float]
    norm: float
    spelling: Sequence[str] | int

    @classmethod
    def of(cls, words: Sequence[Word], index: Index) -> "_Question":
        said = [word for word in words if word.role is not Role.STOP]
        weights = {word.key: weight for word in said if (weight := index.weight_of(word)) > 0}
        return cls(
            weights,
            sqrt(sum([one * one for one in weights.values()])),
            [word.text for word in said],
        )

    def pieces(self, index: Index) -> int:
        if not isinstance(self.spelling, int):
            self.spelling = index.pieces_of(self.spelling)
        return self.spelling


class Silences:
    """Questions that the content is silent on, as the lists have them.

    Args:
        questions: the questions.
        index: the entries made ready, whose weights of words hold here too.
        recogniser: the things of a row, whose numbers are left out.
        lexicon: how words are compared.
    """

    def __init__(
        self, questions: Iterable[str], index: Index, recogniser: Recogniser, lexicon: Lexicon
    ) -> None:
        self._index = index
        self._recogniser = recogniser
        self._questions = [_Question.of(lexicon.read(question), index) for question in questions]
        self._having: dict[str, list[int]] = {}
        for number, question in enumerate(self._questions):
            for key in question.weights:
                self._having.setdefault(key, []).append(number)

    def nearest(self, words: Sequence[Word], query: Query, slots: Slots, *, floor: float) -> float:
        """How well the nearest of them fits, on the scale of an entry's score; they are told without numbers.

        Args:
            words: the question.
            query: its words as they are compared.
            slots: what it is about.
            floor: what fits less well is of no account; then the answer may be lower still.
        """
        marks = self._recogniser.marks(slots.entity) if slots.entity is not None else frozenset()
        if marks or any(word.role in _NUMBERS for word in words):
            query = self._index.query([word for word in words if word.role not in _NUMBERS], without=marks)
        total = query.total
        best = max(floor, 0.0)
        shared: dict[int, float] = {}
        for key, weight in query.weights.items():
            for number in self._having.get(key, ()):
                shared[number] = shared.get(number, 0.0) + weight
        for number, common in sorted(shared.items(), key=itemgetter(1), reverse=True)[:_CLOSE]:
            question = self._questions[number]
            covered = common / total
            share = LEAST_COVERED + (1 - LEAST_COVERED) * covered
            if (COSINE + SPELLING + COVERAGE * covered) * share <= best:
                break  # those that follow have less in common still
            dot = sum([weight * query.weights.get(key, 0.0) for key, weight in question.weights.items()])
            score = (
                COSINE * dot / (query.norm * question.norm)
                + SPELLING * alike(query.pieces, question.pieces(self._index))
                + COVERAGE * covered
            )
            is_all_asked = question.weights.keys() <= query.weights.keys()
            best = max(best, score * share * (1.0 if is_all_asked else MORE))
        return best
