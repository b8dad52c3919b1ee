"""Ways of asking that are compared with a question: bags of weighted words, and sets of pieces."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import compress
from math import sqrt
from operator import itemgetter
from typing import NamedTuple

from bot.services.search.grams import Grams

#: A question is compared in full with so many variants that share most words.
_CLOSE = 32
#: Where so many variants are found, words of so much of the heaviest word's weight bring no more.
_MANY, COMMON = 128, 0.9
#: To find them one in so many is looked at first.
_SAMPLED = 8
#: Of a word that more variants have it is marked which do: to look found ones up there is quicker than to go through.
_LONG = 1000


class Query(NamedTuple):
    """What is compared: keys with their weights, and the spelling.

    Attributes:
        weights: the weight of each key.
        norm: the length of the weights as a vector.
        pieces: the spelling in pieces.
        musts: keys that an entry must be asked for, or it does not answer.
        asking: the asking words that tell kinds of answers apart.
        total: the sum of the weights.
        having: each weight with the entries that have its key, a bit an entry.
        covered: what `Index.coverage` has found of an entry already.
    """

    weights: Mapping[str, float]
    norm: float
    pieces: int
    musts: frozenset[str]
    asking: frozenset[str]
    total: float
    having: Sequence[tuple[float, int]]
    covered: dict[int, float]


#: A variant, and how well it fits a question: in its words, as a cosine, and in its spelling.
Match = tuple[int, float, float]
_numbers = partial(array, "H")


@dataclass(slots=True)
class Pool:
    """Variants that are compared with each other.

    Attributes:
        owners: the entry or attribute of each variant, as a place in some list.
        norms: the length of each variant's weights as a vector.
        postings: the variants that have a key.
        marks: the same of keys that many have, from their first use on: at a variant's place whether it has the key.
        pieces: the words of each variant as they are spelt, from its first comparison on in pieces.
        grams: what makes pieces of it.
    """

    owners: "array[int]"
    norms: "array[float]"
    pieces: list[Sequence[str] | int]
    postings: "defaultdict[str, array[int]]"
    grams: Grams
    marks: dict[str, bytearray] = field(default_factory=dict)

    @classmethod
    def empty(cls, grams: Grams) -> "Pool":
        """A pool without variants."""
        return cls(array("H"), array("f"), [], defaultdict(_numbers), grams)

    def add(self, owner: int, keys: Iterable[str], norm: float, spelt: Sequence[str]) -> None:
        """Add a variant."""
        number = len(self.owners)
        self.owners.append(owner)
        self.norms.append(norm)
        self.pieces.append(spelt)
        for key in keys:
            self.postings[key].append(number)

    def closest(self, query: Query) -> list[Match]:
        """The variants that share most with a question."""
        norm, spelling, spelt = query.norm, query.pieces, self.pieces
        size = spelling.bit_count()
        matches: list[Match] = []
        for projection, variant in _largest(self._dots(query), self.norms):
            pieces = spelt[variant]
            if not isinstance(pieces, int):
                pieces = spelt[variant] = self.grams.of(pieces)
            both = (spelling & pieces).bit_count()
            alike = both / sqrt(size * pieces.bit_count()) if both else 0.0
            matches.append((variant, projection / norm if projection < norm else 1.0, alike))
        return matches

    def _dots(self, query: Query) -> dict[int, float]:
        """What variants have in common with a question."""
        dots: dict[int, float] = {}
        enough = COMMON * max(query.weights.values())
        for key, weight in sorted(query.weights.items(), key=lambda one: -one[1]):
            square = weight * weight
            postings = self.postings.get(key, ())
            if not dots:
                dots = dict.fromkeys(postings, square)
            elif len(dots) >= _MANY and weight < enough:
                # What shares only common words with the question is far from it.
                for variant in self._having(key, dots):
                    dots[variant] += square
            else:
                before = dots.get
                for variant in postings:
                    dots[variant] = before(variant, 0.0) + square
        return dots

    def _having(self, key: str, variants: Mapping[int, float]) -> Iterable[int]:
        """Which of some variants have a key."""
        postings = self.postings.get(key, ())
        if len(postings) < _LONG:
            return variants.keys() & postings
        marks = self.marks.get(key)
        if marks is None:
            marks = self.marks[key] = bytearray(len(self.owners))
            for variant in postings:
                marks[variant] = 1
        return list(compress(variants, itemgetter(*variants)(marks)))


def _largest(dots: Mapping[int, float], norms: "array[float]") -> list[tuple[float, int]]:
    """How far the closest variants reach towards the question, the farthest first."""
    least = _least(dots, norms)
    closest = [(far, variant) for variant, dot in dots.items() if (far := dot / norms[variant]) >= least]
    if len(closest) < min(_CLOSE, len(dots)):
        closest = [(dot / norms[variant], variant) for variant, dot in dots.items()]
    closest.sort(reverse=True)
    return closest[:_CLOSE]


def _least(dots: Mapping[int, float], norms: "array[float]") -> float:
    """How far the closest reach at least, as far as a sample tells; to sort all only for that takes too long."""
    if len(dots) <= _CLOSE:
        return 0.0
    sample = sorted([dots[variant] / norms[variant] for variant in list(dots)[::_SAMPLED]])
    return sample[-min(_CLOSE * 3 // (2 * _SAMPLED), len(sample))]
