"""Words that a typing error may stand for, told by the letters they share with it before they are compared."""

from array import array
from collections.abc import Iterable, Iterator
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

#: So many times it costs less to compare with all words of a length than to make ready which letters they have.
_FEW = 24


class Slips:
    """Finds the word that is the fewest slips away: letters left out, put in, put for another, or swapped.

    Args:
        words: all words that may be meant, the most frequent first.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._of_length: dict[int, _Words] = {}
        for rank, word in enumerate(words):
            of_length = self._of_length.setdefault(len(word), _Words())
            of_length.words.append(word)
            of_length.ranks.append(rank)

    def nearest(self, word: str, slips: int, *, shortest: int) -> str | None:
        """The word that is the fewest slips away; of several the most frequent.

        Args:
            word: what was typed.
            slips: so many at most.
            shortest: how many letters the word has at least.
        """
        found: list[tuple[int, int, str]] = []
        lengths = [length for length in self._of_length if length >= shortest]
        for length in sorted(lengths, key=lambda one: abs(one - len(word))):
            if abs(length - len(word)) > slips:
                break  # no word of another length is so near
            found += self._of_length[length].nearest(word, slips)
            slips = min(found)[0] if found else slips
        return min(found)[2] if found else None


class _Words:
    """Words of one length, the most frequent first.

    Attributes:
        words: the words.
        ranks: the place of each among the words of all lengths.
    """

    def __init__(self) -> None:
        self.words: list[str] = []
        self.ranks: array[int] = array("I")
        self._asked = 0

    def nearest(self, word: str, slips: int) -> Iterator[tuple[int, int, str]]:
        """The one that is the fewest slips away, if any is: how many, its rank, the word."""
        self._asked += 1
        near = self.words if self._asked <= _FEW else [self.words[at] for at in self._sharing(word, slips)]
        best = process.extractOne(word, near, scorer=OSA.distance, score_cutoff=slips)
        if best is not None:
            yield int(best[1]), self.ranks[self.words.index(best[0])], best[0]

    def _sharing(self, word: str, slips: int) -> Iterator[int]:
        """The places of those with all letters of a word but for what so many slips can take from it."""
        longer = len(self.words[0]) - len(word)
        least = slips - max(longer, 0)  # a letter put in takes none
        # Of each number of missing letters, from none on, the words that lack no more: a bit a word.
        lacking = [(1 << len(self.words)) - 1] * (least + 1)
        for letter in _letters(word):
            having = self._having.get(letter, 0)
            for missing in range(least, 0, -1):
                lacking[missing] = lacking[missing] & having | lacking[missing - 1]
            lacking[0] &= having
        sharing = lacking[least]
        while sharing:
            lowest = sharing & -sharing
            yield lowest.bit_length() - 1
            sharing ^= lowest

    @cached_property
    def _having(self) -> dict[str, int]:
        """Which of them have a letter, and which have it twice: a bit a word; made ready once it pays."""
        having: dict[str, int] = {}
        for place, word in enumerate(self.words):
            bit = 1 << place
            for letter in _letters(word):
                having[letter] = having.get(letter, 0) | bit
        return having


def _letters(word: str) -> Iterable[str]:
    """The letters of a word, each as often as it has come: *n*, *nn*."""
    if len(set(word)) == len(word):
        return word
    return [letter * (1 + word.count(letter, 0, place)) for place, letter in enumerate(word)]
