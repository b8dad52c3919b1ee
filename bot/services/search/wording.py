"""How usual the way is in which a question is put: the words that stand side by side in it.

Neighbours are told by it. *How many people voted* shares every word with *where did people vote* and with *how many
goals*, but nobody who asks for what an entry says puts *how many* before *people*.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from bot.services.search.words import Role, Word

#: Ends a way of asking, so that no two words of different ones are near; no key has this sign.
_ENDS = "\0\0"
#: The last sign there is: words that no entry is asked with have the last ones.
_LAST = 0x10FFFF
#: The concept that asks for no attribute, so that anything may follow it.
_NOTHING = "=what"


class Put(NamedTuple):
    """How a question is put, beside an entry's ways of asking.

    Attributes:
        usual: the share of its pairs of near words that stand so near in one of them.
        unasked: the share of its asking words that have another word after them in all of them.
    """

    usual: float
    unasked: float


#: As nobody asks for an entry.
NOWISE = Put(usual=0.0, unasked=1.0)


class Asking(NamedTuple):
    """The pairs of words of a question, each word a sign.

    Attributes:
        near: those with at most one word between them.
        asking: each asking word with the next.
    """

    near: frozenset[str]
    asking: tuple[str, ...]


class Wording:
    """The order of words in every entry's ways of asking.

    Each key is a sign and each entry one string of them, for nothing is found faster than a pair of signs in a string.

    Args:
        light: words that say little and are passed over.
        asking: keys that ask.
    """

    def __init__(self, light: Container[str], asking: Container[str]) -> None:
        self._light = light
        self._asking = asking
        self._signs: dict[str, str] = {}
        self._orders: list[str] = []
        self._near: list[str] = []

    def add(self, variants: Sequence[Sequence[Word]], said: Mapping[str, Word]) -> None:
        """Take in the ways of asking for the next entry.

        Args:
            variants: the words of each way.
            said: each word of them once, by how it is spelt.
        """
        signs = {
            text: self._sign_of(word.key) if word.base not in self._light else ""
            for text, word in said.items()
        }
        order = _ENDS.join(["".join([signs[word.text] for word in words]) for words in variants])
        self._orders.append(order)
        # Two signs with one between them stand side by side where every other sign is left out.
        self._near.append(_ENDS.join((order, order[::2], order[1::2])))

    def _sign_of(self, key: str) -> str:
        return self._signs.get(key) or self._signs.setdefault(key, chr(len(self._signs) + 1))

    def asked(self, words: Sequence[Word]) -> Asking:
        """The pairs of words of a question."""
        said = [word for word in words if word.role is not Role.STOP and word.base not in self._light]
        signs = [self._signs.get(word.key) or chr(_LAST - place) for place, word in enumerate(said)]
        followed = list(enumerate(said[:-1]))
        return Asking(
            near=frozenset(_near(signs)),
            asking=tuple(
                signs[place] + signs[place + 1]
                for place, word in followed
                if (word.role is Role.ASKING or word.key in self._asking) and word.key != _NOTHING
            ),
        )

    def of(self, place: int, asked: Asking) -> Put:
        """How a question is put beside the ways of asking for an entry."""
        order, near = self._orders[place], self._near[place]
        usual = sum([pair in near or pair[::-1] in near for pair in asked.near])
        unasked = sum([pair not in order for pair in asked.asking])
        return Put(
            usual=usual / len(asked.near) if asked.near else 1.0,
            unasked=unasked / len(asked.asking) if asked.asking else 0.0,
        )


def _near(signs: Sequence[str]) -> Iterator[str]:
    """The pairs of words with at most one between them."""
    return map("".join, chain(pairwise(signs), zip(signs, signs[2:], strict=False)))
