"""How sure the best entry is the one that was meant: signs weighed against each other, instead of bounds for each.

The weights are those of a logistic regression. Its cases were each of the content's own ways of asking, put while
that one was left out of the index, and the tuning half of the development set, with what must not be answered.
"""

from math import exp
from typing import NamedTuple

#: From here on an answer.
SURE = 0.65
#: A greater lead, or one over a silence, says no more.
_LEAD = 0.3


class Signs(NamedTuple):
    """What speaks for the best entry, or against it.

    Attributes:
        lead: how far the second lags behind, in scores.
        covered: the share of the question that the entry has.
        is_numbered: whether the question names the entry's thing by its number in a row.
        is_named: whether it calls the thing by a name that says enough.
        words: how many words of the question say something.
        is_beside: whether one of them asks for what the content is mostly silent on.
        is_lacking: whether the entry is never asked for one of them that it must be asked for.
        is_otherwise: whether the entry is asked for with other asking words only.
        over_silence: how far the nearest question that the content is silent on lags behind, in scores.
    """

    lead: float
    covered: float
    is_numbered: bool
    is_named: bool
    words: int
    is_beside: bool
    is_lacking: bool
    is_otherwise: bool
    over_silence: float

    @property
    def sureness(self) -> float:
        """From 0 to 1."""
        weight = (
            9.5 * min(self.lead, _LEAD)
            + 4.8 * self.covered
            + 0.6 * self.is_numbered
            + 0.7 * self.is_named
            + 0.14 * self.words
            - 1.0 * self.is_beside
            - 1.0 * self.is_lacking
            - 2.2 * self.is_otherwise
            + 1.9 * self.over_silence
            - 5.85
        )
        return 1 / (1 + exp(-weight))
