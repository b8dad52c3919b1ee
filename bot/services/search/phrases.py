"""Groups of words that mean one thing: *cabinet of ministers* is one word of a question."""

from bisect import insort
from collections.abc import Container, Sequence

from bot.services.search.words import Role, Word

#: The dictionary forms of a group's words, and the concept that they mean.
_Group = tuple[tuple[str, ...], str]


class Phrases:
    """Knows groups of words by their dictionary forms."""

    def __init__(self) -> None:
        self._groups: dict[str, list[_Group]] = {}
        self._seconds: dict[str, set[str]] = {}
        self._firsts: set[str] = set()

    def add(self, bases: tuple[str, ...], concept: str) -> None:
        """Take in a group of at least two words."""
        first, second, *_ = bases
        self._firsts.add(first)
        self._seconds.setdefault(first, set()).add(second)
        insort(self._groups.setdefault(first, []), (bases, concept), key=_order)

    def joined(self, words: list[Word], known: Container[str]) -> list[Word]:
        """The words with each group made one, of groups that begin alike the longest.

        Args:
            words: the words of a question, or of a text.
            known: the concepts that the content has.
        """
        bases = [word.base for word in words]
        if self._firsts.isdisjoint(bases):
            return words
        present = set(bases)
        firsts = [first for first in self._firsts & present if not self._seconds[first].isdisjoint(present)]
        if not firsts:
            return words
        joined: list[Word] = []
        place = 0
        while place < len(words):
            first = words[place].base
            for group, concept in self._groups[first] if first in firsts else ():
                end = _end_of(group, words, place) if group[1] in present else None
                if end is not None:
                    text = " ".join(word.text for word in words[place:end])
                    joined.append(
                        Word(concept, Role.KNOWN if concept in known else Role.FOREIGN, concept, text)
                    )
                    place = end
                    break
            else:
                joined.append(words[place])
                place += 1
        return joined


def _order(group: _Group) -> tuple[int, _Group]:
    return -len(group[0]), group


def _end_of(bases: Sequence[str], words: Sequence[Word], place: int) -> int | None:
    """Where a group of words ends that starts at a place, whatever says nothing stands between them."""
    for base in bases:
        while place < len(words) and words[place].base != base and words[place].role is Role.STOP:
            place += 1
        if place == len(words) or words[place].base != base:
            return None
        place += 1
    return place
