"""How alike two spellings are: the cosine of their three-letter pieces, each set of pieces one whole number."""

from math import sqrt
from zlib import crc32

#: Pieces share bits beyond so many; two texts then look a little more alike than they are.
_BITS = 512
#: So many pieces are remembered: more than any content has, and no more than questions should make it hold.
_KNOWN = 20_000


class Grams:
    """The pieces of texts: a piece is always the same bit, in whatever order texts come."""

    def __init__(self) -> None:
        self._bits: dict[str, int] = {}

    def of(self, text: str) -> int:
        """The pieces of a text."""
        bits, pieces = self._bits, 0
        padded = f" {text} "
        for place in range(len(padded) - 2):
            piece = padded[place : place + 3]
            bit = bits.get(piece)
            if bit is None:
                bit = 1 << crc32(piece.encode()) % _BITS
                if len(bits) < _KNOWN:
                    bits[piece] = bit
            pieces |= bit
        return pieces


def alike(one: int, other: int) -> float:
    """From 0 to 1."""
    both = (one & other).bit_count()
    return both / sqrt(one.bit_count() * other.bit_count()) if both else 0.0
