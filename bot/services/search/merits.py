"""Which of the entries that fit a question best was meant: more is weighed than how well its closest variant fits.

Beside the score the weights are half of what `python -m tests.bench.fit` finds, for what it learns from is nearer to
the content's words than what people ask.
"""

from operator import mul
from typing import NamedTuple


class Merits(NamedTuple):
    """What speaks for an entry beside the others.

    Attributes:
        score: how well it fits.
        habit: how usual the question's words are among the ways in which it is asked for.
        backing: which share of the ways of asking that are closest to the question is its own.
        is_cued: whether the question has a word that asks for its attribute.
        named: how clearly the question names its thing, from 0 to 1.
        is_overview: whether it sums its thing up.
        usual: how usual it is among the ways of asking for it that the question's words stand side by side.
        unasked: the share of the question's asking words that never stand there before what they stand before.
    """

    score: float
    habit: float
    backing: float
    is_cued: float
    named: float
    is_overview: float
    usual: float
    unasked: float

    @property
    def sum(self) -> float:
        """All of it, on the scale of a score."""
        weighed: float = sum(map(mul, self, _WEIGHTS))
        return weighed


_WEIGHTS = Merits(
    score=1.0, habit=0.4, backing=0.17, is_cued=0.08, named=0.14, is_overview=0.07, usual=0.25, unasked=-0.07
)
#: Of an entry that is not weighed.
NONE = Merits(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
