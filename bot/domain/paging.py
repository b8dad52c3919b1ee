"""A long list, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True)
class Page:
    """One page of a list.

    Attributes:
        at: which one, from 0.
        count: how many there are; a list of nothing has one.
        size: how many items are on each.
    """

    at: int
    count: int
    size: int

    @classmethod
    def of(cls, asked: int, total: int, size: int) -> "Page":
        """The page that was asked for; the last one where the list has become shorter.

        Args:
            asked: from 0.
            total: items in the list.
            size: items on a page.
        """
        count = max(1, -(-total // size))
        return cls(min(asked, count - 1), count, size)

    @property
    def start(self) -> int:
        """How many items stand before it."""
        return self.at * self.size

    def cut(self, items: Sequence[Item]) -> Sequence[Item]:
        """What of the whole list stands on it."""
        return items[self.start : self.start + self.size]
