"""How sure the best entry is the one that was meant: signs weighed against each other, instead of bounds for each.

The weights are those of a logistic regression, which `python -m tests.bench.fit` repeats. Its cases are questions of
strangers that the content does not heed, the tuning half of the development set, with what must not be answered, and some
of the content's own ways of asking, put while they were left out of the index.
"""

from math import exp
from typing import NamedTuple

#: From here on an answer.
SURE = 0.55
#: Up to here it is more likely that the content is silent on what is asked, whatever is offered instead.
DOUBT = 0.35
#: From here on what fits best may be meant, and is offered, however badly it fits.
HINT = 0.15
#: A greater lead, or one over a silence, says no more.
FAR = 0.3


class Signs(NamedTuple):
    """What speaks for the best entry, or against it.

    Attributes:
        lead: how far the second lags behind, in merits.
        is_beside: whether a word of the question asks for what the content is mostly silent on.
        over_silence: how far the nearest question that the content is silent on lags behind, in scores; exact up to `FAR`.
        leaning: how much the question sounds like one that the content is silent on.
        habit: how usual the question's words are among the ways in which the entry is asked for.
        backing: which share of the ways of asking that are closest to the question is the entry's own.
        usual: how usual it is there that its words stand side by side.
        unasked: the share of its asking words that never stand there before what they stand before.
        length: how many words the question has that say something, as a logarithm.
    """

    lead: float
    is_beside: float
    over_silence: float
    leaning: float
    habit: float
    backing: float
    usual: float
    unasked: float
    length: float

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
    lead=5.0,
    is_beside=-0.17,
    over_silence=6.6,
    leaning=-0.53,
    habit=1.9,
    backing=0.9,
    usual=3.2,
    unasked=-1.3,
    length=0.9,
)
_BIAS = -6.7
