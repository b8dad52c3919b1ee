"""Groups of words that mean one thing: *cabinet of ministers* is one word of a question."""

from collections.abc import Container, Mapping, Sequence

from bot.services.search.words import Role, Word

#: The dictionary forms of a group's words, the concept that they mean, and the forms once more as a set.
_Group = tuple[tuple[str, ...], str, frozenset[str]]


class Phrases:
    """Knows groups of words by their dictionary forms."""

    def __init__(self) -> None:
        self._groups: dict[str, list[_Group]] = {}

    def add(self, bases: tuple[str, ...], concept: str, counts: Mapping[str, int]) -> None:
        """Take in a group of at least two words, under the one that the content has least."""
        rarest = min(bases, key=lambda base: counts[base])
        self._groups.setdefault(rarest, []).append((bases, concept, frozenset(bases)))

    def joined(self, words: list[Word], known: Container[str]) -> list[Word]:
        """The words with each group made one, of groups that begin alike the longest.

        Args:
            words: the words of a question, or of a text.
            known: the concepts that the content has.
        """
        bases = [word.base for word in words]
        if self._groups.keys().isdisjoint(bases):
            return words
        present = frozenset(bases)
        rarest = self._groups.keys() & present
        near = [group for base in rarest for group in self._groups[base] if group[2] <= present]
        if not near:
            return words
        near.sort(key=_order)
        joined: list[Word] = []
        place = 0
        while place < len(words):
            for group, concept, _ in near:
                end = _end_of(group, words, place) if group[0] == words[place].base else None
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


def _order(group: _Group) -> tuple[int, tuple[str, ...], str]:
    return -len(group[0]), group[0], group[1]


def _end_of(bases: Sequence[str], words: Sequence[Word], place: int) -> int | None:
    """Where a group of words ends that starts at a place, whatever says nothing stands between them."""
    for base in bases:
        while place < len(words) and words[place].base != base and words[place].role is Role.STOP:
            place += 1
        if place == len(words) or words[place].base != base:
            return None
        place += 1
    return place
