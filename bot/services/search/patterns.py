"""The patterns of wishes, as the lists have them: words in any form, in any order."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from bot.services.search.letters import normalise, tokens
from bot.services.search.lexicon import Lexicon
from bot.services.search.lists import Lists
from bot.services.search.words import Word

#: Before a pattern that is a wish whatever else is said.
_ALWAYS = "!"
#: Before a word that must stand as it is, in no other form.
_EXACT = "="
#: Before a pattern that gives way to every other.
_WEAK = "~"
#: Before the name of a group of words.
_GROUP = "$"


class Intent(StrEnum):
    """Names that programs outside rely on; a name never changes."""

    PROPOSE = "propose"
    SUBSCRIBE = "subscribe"
    UNSUBSCRIBE = "unsubscribe"
    CONSULTATIONS = "consultations"
    VOTE = "vote"
    LANGUAGE = "language"
    PRIVACY_DELETE = "privacy_delete"
    STATUS = "status"
    CONTACT = "contact"
    HUMAN = "human"


class Pattern(NamedTuple):
    """Words that a wish has.

    Attributes:
        intent: the wish.
        slots: words of which it has one each.
        always: whether it is a wish whatever else is said.
        weak: whether it gives way to every other.
    """

    intent: Intent
    slots: tuple[frozenset[str], ...]
    always: bool
    weak: bool

    @property
    def rank(self) -> tuple[bool, bool, int]:
        """The order of trying: those that are sure, then the longest."""
        return not self.always, self.weak, -len(self.slots)

    def has(self, word: Word) -> bool:
        """Whether the word is one of the pattern's."""
        return any(word.base in slot or word.text in slot for slot in self.slots)


def groups_in(pattern: str) -> list[str]:
    """The names of the groups of words in a pattern."""
    words = pattern.lstrip(f"{_ALWAYS}{_WEAK} ").replace("/", " ").split()
    return [word.removeprefix(_GROUP) for word in words if word.startswith(_GROUP)]


class Patterns:
    """All patterns, and groups of words that tell a wish from a question.

    Args:
        lists: the word lists.
        lexicon: how words are compared.
    """

    def __init__(self, lists: Lists, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._lists = lists.intents
        self._forms = cache(self._forms_of)  # one set for all patterns that name the same words
        self._patterns = [
            self._pattern(Intent(name), pattern, language.get("groups", {}))
            for language in lists.intents
            for name, patterns in language.get("intents", {}).items()
            for pattern in patterns
        ]
        self._beginning: dict[str, list[int]] = {}
        self._said: dict[Intent, set[str]] = {}
        for number, pattern in enumerate(self._patterns):
            self._said.setdefault(pattern.intent, set()).update(*pattern.slots)
            for form in sorted(pattern.slots[0]):
                self._beginning.setdefault(form, []).append(number)

    def words(self, name: str) -> frozenset[str]:
        """The words of a list, in every language."""
        return frozenset().union(*(self._forms(language.get(name, "")) for language in self._lists))

    def phrases(self, name: str) -> list[tuple[str, ...]]:
        """The groups of words of a list, in every language."""
        return [
            tuple(tokens(normalise(phrase))) for language in self._lists for phrase in language.get(name, ())
        ]

    def said(self, intent: Intent) -> frozenset[str]:
        """All words with which something is wished."""
        return frozenset(self._said.get(intent, ()))

    def matching(self, words: Sequence[Word]) -> Iterator[Pattern]:
        """Patterns of which every slot has a word, and no two the same one."""
        present = {word.base for word in words} | {word.text for word in words}
        begun = sorted({number for form in present for number in self._beginning.get(form, ())})
        for pattern in (self._patterns[number] for number in begun):
            if all(slot & present for slot in pattern.slots) and sum(map(pattern.has, words)) >= len(
                pattern.slots
            ):
                yield pattern

    def _pattern(self, intent: Intent, text: str, groups: Mapping[str, str]) -> Pattern:
        always = text.startswith(_ALWAYS)
        words = text.lstrip(f"{_ALWAYS}{_WEAK} ").split()
        named = [
            " ".join(
                groups[one.removeprefix(_GROUP)] if one.startswith(_GROUP) else one for one in slot.split("/")
            )
            for slot in words
        ]
        slots = tuple(map(self._forms, named))
        return Pattern(intent, slots, always, text.startswith(_WEAK))

    def _forms_of(self, words: str) -> frozenset[str]:
        """Words as they stand and their dictionary forms."""
        exact = {normalise(word[1:]) for word in words.split() if word.startswith(_EXACT)}
        others = " ".join(word for word in words.split() if not word.startswith(_EXACT))
        read = [self._lexicon.word(token) for token in tokens(normalise(others))]
        return frozenset(form for word in read for form in (word.text, word.base)) | exact
