"""How much words tell of the proposals in which they stand."""

from collections.abc import Collection, Mapping
from math import log


def weighed(words: Collection[str], counts: Mapping[str, int], total: int) -> dict[str, float]:
    """What each word weighs: the rarer, the more; always more than nothing.

    Args:
        words: the words.
        counts: in how many proposals each stands.
        total: how many proposals there are.
    """
    return {word: log(1 + (total + 1) / (counts.get(word, 0) + 0.5)) for word in sorted(words)}
