"""How usual the way is in which a question is put: the words that stand side by side in it.

Neighbours are told by it. *How many people voted* shares every word with *where did people vote* and with *how many
goals*, but nobody who asks for what an entry says puts *how many* before *people*.
"""

from array import array
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from itertools import chain, count, pairwise, product
from typing import NamedTuple

from bot.services.search.words import Role, Word

#: Ends a way of asking, so that no two words of different ones are near; no key has this number.
_ENDS = (0, 0)
#: The concept that asks for no attribute, so that anything may follow it; and the one that asks for a number.
_NOTHING, _COUNTING = "=what", "=how-many"


class Put(NamedTuple):
    """How a question is put, beside an entry's ways of asking.

    Attributes:
        usual: the share of its pairs of near words that stand so near in one of them.
        unasked: the share of its asking words that have another word after them in all of them.
        is_uncounted: whether it asks for the number of something of which none of them does.
    """

    usual: float
    unasked: float
    is_uncounted: bool


#: As nobody asks for an entry.
NOWISE = Put(usual=0.0, unasked=1.0, is_uncounted=False)


class Asking(NamedTuple):
    """The pairs of words of a question.

    Attributes:
        near: those with at most one word between them.
        asking: each asking word with the next.
        counting: each word that asks for a number with the next two.
    """

    near: frozenset[tuple[int, int]]
    asking: tuple[tuple[int, int], ...]
    counting: tuple[frozenset[tuple[int, int]], ...]


class Wording:
    """The order of words in every entry's ways of asking.

    Args:
        light: words that say little and are passed over.
        asking: keys that ask.
    """

    def __init__(self, light: Container[str], asking: Container[str]) -> None:
        self._light = light
        self._asking = asking
        self._numbers: defaultdict[str, int] = defaultdict(count(1).__next__)
        self._keys = array("H")
        self._starts = array("I", [0])

    def add(self, variants: Sequence[Sequence[Word]]) -> None:
        """Take in the ways of asking for the next entry."""
        numbers, light = self._numbers, self._light
        for words in variants:
            said = [word.key for word in words if word.base not in light and word.role is not Role.STOP]
            self._keys.extend([numbers[key] for key in said])
            self._keys.extend(_ENDS)
        self._starts.append(len(self._keys))

    def asked(self, words: Sequence[Word]) -> Asking:
        """The pairs of words of a question."""
        said = [word for word in words if word.role is not Role.STOP and word.base not in self._light]
        numbers = [self._numbers.get(word.key, -1 - number) for number, word in enumerate(said)]
        followed = list(enumerate(said[:-1]))
        return Asking(
            near=frozenset(_near(numbers)),
            asking=tuple(
                (numbers[number], numbers[number + 1])
                for number, word in followed
                if (word.role is Role.ASKING or word.key in self._asking) and word.key != _NOTHING
            ),
            counting=tuple(
                frozenset(product(numbers[number : number + 1], numbers[number + 1 : number + 3]))
                for number, word in followed
                if word.key == _COUNTING
            ),
        )

    def of(self, place: int, asked: Asking) -> Put:
        """How a question is put beside the ways of asking for an entry."""
        keys = self._keys[self._starts[place] : self._starts[place + 1]]
        near, following = set(_near(keys)), set(pairwise(keys))
        usual = sum(pair in near or pair[::-1] in near for pair in asked.near)
        unasked = sum(pair not in following for pair in asked.asking)
        return Put(
            usual=usual / len(asked.near) if asked.near else 1.0,
            unasked=unasked / len(asked.asking) if asked.asking else 0.0,
            is_uncounted=any(map(near.isdisjoint, asked.counting)),
        )


def _near(keys: "Sequence[int]") -> Iterator[tuple[int, int]]:
    """The pairs of words with at most one between them."""
    return chain(pairwise(keys), zip(keys, keys[2:], strict=False))
