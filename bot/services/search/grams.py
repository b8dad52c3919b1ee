"""How alike two spellings are: the cosine of their three-letter pieces, each set of pieces one whole number."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from math import sqrt
from zlib import crc32

#: Pieces share bits beyond so many; two texts then look a little more alike than they are.
_BITS = 512
#: So many words are remembered, and what lies between two: about as many as a content has.
_WORDS, _BETWEEN = 8192, 1024


class Grams:
    """The pieces of texts: a piece is always the same bit, in whatever order texts come."""

    def __init__(self) -> None:
        self._of_word = lru_cache(maxsize=_WORDS)(_of_word)
        self._between = lru_cache(maxsize=_BETWEEN)(_bit)

    def __reduce__(self) -> "tuple[type[Grams], tuple[()]]":
        """What it remembers is not kept."""
        return Grams, ()

    def of(self, words: Sequence[str]) -> int:
        """The pieces of a text with a space before, after and between all words."""
        pieces = 0
        for word in words:
            pieces |= self._of_word(word)
        for one, other in pairwise(words):
            pieces |= self._between(f"{one[-1]} {other[0]}")
        return pieces


def alike(one: int, other: int) -> float:
    """From 0 to 1."""
    both = (one & other).bit_count()
    return both / sqrt(one.bit_count() * other.bit_count()) if both else 0.0


def _of_word(word: str) -> int:
    padded, pieces = f" {word} ", 0
    for place in range(len(padded) - 2):
        pieces |= _bit(padded[place : place + 3])
    return pieces


def _bit(piece: str) -> int:
    return 1 << crc32(piece.encode()) % _BITS
