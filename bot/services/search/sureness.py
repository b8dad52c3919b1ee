"""How sure the best entry is the one that was meant: signs weighed against each other, instead of bounds for each.

The weights are those of a logistic regression, which `python -m tests.bench.fit` repeats. Its cases are the tuning
half of the development set, with what must not be answered, and some of the content's own ways of asking, put while
they were left out of the index.
"""

from math import exp
from typing import NamedTuple

#: From here on an answer.
SURE = 0.72
#: A greater lead, or one over a silence, says no more.
FAR = 0.3


class Signs(NamedTuple):
    """What speaks for the best entry, or against it.

    Attributes:
        is_cued: whether the question has a word that asks for the entry's attribute.
        lead: how far the second lags behind, in merits.
        is_beside: whether a word of the question asks for what the content is mostly silent on.
        over_silence: how far the nearest question that the content is silent on lags behind, in scores; exact up to `FAR`.
        habit: how usual the question's words are among the ways in which the entry is asked for.
        usual: how usual it is there that its words stand side by side.
        unasked: the share of its asking words that never stand there before what they stand before.
        is_uncounted: whether it asks for the number of something of which nobody asks it there.
    """

    is_cued: float
    lead: float
    is_beside: float
    over_silence: float
    habit: float
    usual: float
    unasked: float
    is_uncounted: float

    @property
    def weighed(self) -> "Signs":
        """The signs as far as they say something."""
        return self._replace(lead=min(self.lead, FAR), over_silence=min(self.over_silence, FAR))

    @property
    def sureness(self) -> float:
        """From 0 to 1."""
        weight = _BIAS + sum(sign * weight for sign, weight in zip(self.weighed, _WEIGHTS, strict=True))
        return 1 / (1 + exp(-weight))


_WEIGHTS = Signs(
    is_cued=0.47,
    lead=7.7,
    is_beside=-0.68,
    over_silence=7.3,
    habit=1.5,
    usual=2.3,
    unasked=-1.45,
    is_uncounted=-2.0,
)
_BIAS = -3.6
