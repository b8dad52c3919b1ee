"""What a person wants done, said in words instead of a button.

A wish is told from a question about the same thing: "unsubscribe me" opens a screen, "how were proposals
collected" is answered.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from bot.services.search.letters import normalise, tokens
from bot.services.search.lexicon import Lexicon, Role, Word
from bot.services.search.lists import Lists

#: Before a pattern that is a wish whatever else is said.
_ALWAYS = "!"
#: OpenCorpora's signs: an order, "I do"; and what happened or is done by others, which is a question.
_ORDERS = ("impr", "1per")
_TOLD = ("past", "3per")
#: So many further words of weight may stand beside a wish.
_FURTHER = 2


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


class _Pattern(NamedTuple):
    intent: Intent
    slots: tuple[frozenset[str], ...]
    always: bool


class Intents:
    """Knows wishes by the patterns of the lists.

    Args:
        lists: the word lists.
        lexicon: how words are compared.
    """

    def __init__(self, lists: Lists, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._wishes: set[str] = set()
        self._asks: set[str] = set()
        self._how: list[tuple[str, ...]] = []
        self._patterns: list[_Pattern] = []
        for language in lists.intents:
            self._wishes |= self._forms(language.get("wishes", ""))
            self._asks |= self._forms(language.get("asks", ""))
            self._how += [tuple(tokens(normalise(how))) for how in language.get("how", ())]
            for name, patterns in language.get("intents", {}).items():
                self._patterns += [self._pattern(Intent(name), pattern) for pattern in patterns]

    def find(self, words: Sequence[Word]) -> Intent | None:
        """The wish that a message is, if it is one."""
        if not words:
            return None
        present = {word.base for word in words} | {word.text for word in words}
        for pattern in sorted(self._matching(present), key=lambda one: (-one.always, -len(one.slots))):
            if pattern.always or self._is_wish(words, pattern):
                return pattern.intent
        return None

    def _matching(self, present: set[str]) -> Iterator[_Pattern]:
        for pattern in self._patterns:
            if all(slot & present for slot in pattern.slots):
                yield pattern

    def _is_wish(self, words: Sequence[Word], pattern: _Pattern) -> bool:
        """Whether the message asks for doing, and for little else."""
        further = [
            word
            for word in words
            if word.role in {Role.KNOWN, Role.FOREIGN, Role.UNKNOWN, Role.ORDINAL, Role.NUMBER}
            and not any(word.base in slot or word.text in slot for slot in pattern.slots)
            and word.base not in self._wishes
            and word.text not in self._wishes
        ]
        if len(further) > _FURTHER or any(word.role in {Role.ORDINAL, Role.NUMBER} for word in further):
            return False
        texts = tuple(word.text for word in words)
        if any(texts[: len(how)] == how or texts[1 : 1 + len(how)] == how for how in self._how):
            return True
        if any(word.text in self._asks or word.base in self._asks for word in words):
            return False
        if any(
            _says(word, _TOLD)
            for word in words
            if word.role is not Role.STOP and word.text not in self._wishes
        ):
            return False
        if any(
            word.text in self._wishes or word.base in self._wishes or _says(word, _ORDERS) for word in words
        ):
            return True
        return not further

    def _pattern(self, intent: Intent, text: str) -> _Pattern:
        always = text.startswith(_ALWAYS)
        slots = tuple(self._forms(slot.replace("/", " ")) for slot in text.lstrip(f"{_ALWAYS} ").split())
        return _Pattern(intent, slots, always)

    def _forms(self, words: str) -> frozenset[str]:
        """Words as they stand and their dictionary forms."""
        read = [self._lexicon.word(token) for token in tokens(normalise(words))]
        return frozenset(form for word in read for form in (word.text, word.base))


def _says(word: Word, signs: tuple[str, ...]) -> bool:
    return any(sign in word.grammar for sign in signs)
