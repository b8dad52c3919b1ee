"""How alike two spellings are: the cosine of their three-letter pieces, each set of pieces one whole number."""

from math import sqrt

#: Pieces share bits beyond so many; two words then look a little more alike than they are.
_BITS = 2048


class Grams:
    """The pieces of texts, numbered as they come."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def learn(self, text: str) -> int:
        """The pieces of a text that is searched."""
        numbers, pieces = self._numbers, 0
        padded = f" {text} "
        for place in range(len(padded) - 2):
            pieces |= 1 << (numbers.setdefault(padded[place : place + 3], len(numbers)) % _BITS)
        return pieces

    def of(self, text: str) -> int:
        """The pieces of a question; those that no text has cannot be alike, and yet count as different."""
        numbers, pieces, strange = self._numbers, 0, 0
        padded = f" {text} "
        for place in range(len(padded) - 2):
            number = numbers.get(padded[place : place + 3])
            if number is None:
                strange += 1
                pieces |= 1 << (_BITS + strange)
            else:
                pieces |= 1 << (number % _BITS)
        return pieces


def alike(one: int, other: int) -> float:
    """From 0 to 1."""
    both = (one & other).bit_count()
    return both / sqrt(one.bit_count() * other.bit_count()) if both else 0.0
