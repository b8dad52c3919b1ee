"""Ways of asking that are compared with a question: bags of weighted words, and sets of pieces."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from heapq import nlargest
from typing import NamedTuple

from bot.services.search.grams import Grams, alike

#: A question is compared in full with so many variants that share most words.
_CLOSE = 64
#: Where so many variants are found, words of so much of the heaviest word's weight bring no more.
_MANY, COMMON = 400, 0.8


class Query(NamedTuple):
    """What is compared: keys with their weights, and the spelling.

    Attributes:
        weights: the weight of each key.
        norm: the length of the weights as a vector.
        pieces: the spelling in pieces.
        musts: keys that an entry must be asked for, or it does not answer.
        asking: the asking words that tell kinds of answers apart.
        total: the sum of the weights.
        covered: what `Index.coverage` has found of an entry already.
    """

    weights: Mapping[str, float]
    norm: float
    pieces: int
    musts: frozenset[str]
    asking: frozenset[str]
    total: float
    covered: dict[int, float]


class Match(NamedTuple):
    """How well a variant fits a question."""

    variant: int
    cosine: float
    spelling: float


_numbers = partial(array, "H")


@dataclass(slots=True)
class Pool:
    """Variants that are compared with each other.

    Attributes:
        owners: the entry or attribute of each variant, as a place in some list.
        pieces: the spelling of each variant, from its first comparison on in pieces.
        grams: what makes pieces of it.
    """

    owners: "array[int]"
    norms: "array[float]"
    pieces: list[str | int]
    postings: "defaultdict[str, array[int]]"
    grams: Grams

    @classmethod
    def empty(cls, grams: Grams) -> "Pool":
        """A pool without variants."""
        return cls(array("H"), array("f"), [], defaultdict(_numbers), grams)

    def add(self, owner: int, keys: Iterable[str], norm: float, spelt: str) -> None:
        """Add a variant."""
        number = len(self.owners)
        self.owners.append(owner)
        self.norms.append(norm)
        self.pieces.append(spelt)
        for key in keys:
            self.postings[key].append(number)

    def closest(self, query: Query) -> Iterator[Match]:
        """The variants that share most with a question."""
        dots: dict[int, float] = defaultdict(float)
        enough = COMMON * max(query.weights.values())
        for key, weight in sorted(query.weights.items(), key=lambda one: -one[1]):
            square = weight * weight
            postings = self.postings.get(key, ())
            if len(dots) >= _MANY and weight < enough:
                # What shares only common words with the question is far from it.
                for variant in dots.keys() & postings:
                    dots[variant] += square
            else:
                for variant in postings:
                    dots[variant] += square
        norms = self.norms
        closest = nlargest(_CLOSE, [(dot / norms[variant], variant) for variant, dot in dots.items()])
        for projection, variant in closest:
            cosine = min(projection / query.norm, 1.0)
            pieces = self.pieces[variant]
            if isinstance(pieces, str):
                pieces = self.pieces[variant] = self.grams.of(pieces)
            yield Match(variant, cosine, alike(query.pieces, pieces))
