"""What a question sounds like: one that the content answers, or one that it is silent on.

Of words and of pairs that stand side by side it is learnt how much they speak for either, as of *cost* or *how many
journalists*. The weights are content, for they are of what a content says; `python -m tests.bench.fit` writes them.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import sqrt

from bot.services.search.words import Role, Word

#: Which number a thing has says nothing of what is asked of it.
_NUMBERS = {Role.ORDINAL: "#", Role.NUMBER: "0"}
#: How much a question leans where nothing has been learnt: as half of those do that are answered.
UNLEARNT = -3.6
#: How much more a question leans to an answer for naming one of a row, which one that goes on about it leaves out: the
#: mean over the shipped content's ways of asking.
NAMING = 2.5


class Leanings:
    """Knows how much words lean to silence.

    Args:
        weights: of the marks of words; more than nothing where questions that have it are mostly not answered.
    """

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights

    def of(self, words: Sequence[Word], *, goes_on: bool = False) -> float:
        """How much a question leans to silence: below nothing to an answer, above to silence.

        Args:
            words: the question.
            goes_on: whether it goes on about a thing that it does not name.
        """
        weights = self._weights
        if not weights:
            return UNLEARNT
        marks = dict.fromkeys(marks_of(words))  # not a set: sums of fractions depend on the order
        leaning = sum([weights.get(mark, 0.0) for mark in marks]) / sqrt(len(marks) or 1)
        return leaning - NAMING if goes_on else leaning


def marks_of(words: Sequence[Word]) -> Iterator[str]:
    """The words that say something, and each two that follow each other, as the weights know them."""
    keys = [_NUMBERS.get(word.role, word.key) for word in words if word.role is not Role.STOP]
    yield from keys
    yield from (f"{one}>{other}" for one, other in pairwise(keys))
