"""What a person wants done, said in words instead of a button.

A wish is told from a question about the same thing: "unsubscribe me" opens a screen, "how were proposals
collected" is answered.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from bot.services.search.letters import normalise, tokens
from bot.services.search.lexicon import Lexicon
from bot.services.search.lists import Lists
from bot.services.search.words import Role, Word

#: Before a pattern that is a wish whatever else is said.
_ALWAYS = "!"
#: Before a word that must stand as it is, in no other form.
_EXACT = "="
#: Before a pattern that gives way to every other.
_WEAK = "~"
#: OpenCorpora's signs: an order, "I do", "to do"; and what happened or is done by others, which is a question.
_ORDERS = ("impr", "1per", "infn")
_PAST = "past"
_TOLD = (_PAST, "3per")
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
    weak: bool

    @property
    def rank(self) -> tuple[bool, bool, int]:
        """The order of trying: those that are sure, then the longest."""
        return not self.always, self.weak, -len(self.slots)

    def has(self, word: Word) -> bool:
        """Whether the word is one of the pattern's."""
        return any(word.base in slot or word.text in slot for slot in self.slots)


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
        self._knowing: set[str] = set()
        self._about: set[str] = set()
        self._how: list[tuple[str, ...]] = []
        self._patterns: list[_Pattern] = []
        for language in lists.intents:
            self._wishes |= self._forms(language.get("wishes", ""))
            self._knowing |= self._forms(language.get("knowing", ""))
            self._about |= self._forms(language.get("about", ""))
            self._asks |= self._forms(language.get("asks", ""))
            self._how += [tuple(tokens(normalise(how))) for how in language.get("how", ())]
            for name, patterns in language.get("intents", {}).items():
                self._patterns += [self._pattern(Intent(name), pattern) for pattern in patterns]

        self._beginning: dict[str, list[int]] = {}
        for number, pattern in enumerate(self._patterns):
            for form in sorted(pattern.slots[0]):
                self._beginning.setdefault(form, []).append(number)

    def find(self, words: Sequence[Word]) -> Intent | None:
        """The wish that a message is, if it is one."""
        words = [*self._apart(words)]
        if not words or self._any(words, self._about):
            return None
        for pattern in sorted(self._matching(words), key=lambda one: one.rank):
            if pattern.always or self._is_wish(words, pattern):
                return pattern.intent
        return None

    def _apart(self, words: Sequence[Word]) -> Iterator[Word]:
        """The words one by one, for patterns know no groups that mean one thing."""
        for word in words:
            if " " in word.text:
                yield from map(self._lexicon.word, word.text.split())
            else:
                yield word

    def _matching(self, words: Sequence[Word]) -> Iterator[_Pattern]:
        """Patterns of which every slot has a word, and no two the same one."""
        present = {word.base for word in words} | {word.text for word in words}
        begun = sorted({number for form in present for number in self._beginning.get(form, ())})
        for pattern in (self._patterns[number] for number in begun):
            if all(slot & present for slot in pattern.slots) and sum(map(pattern.has, words)) >= len(
                pattern.slots
            ):
                yield pattern

    def _is_wish(self, words: Sequence[Word], pattern: _Pattern) -> bool:
        """Whether the message asks for doing, and for little else."""
        if self._any(words, self._knowing) or self._asks_what_was(words, pattern):
            return False
        further = [
            word
            for word in words
            if word.role not in {Role.STOP, Role.ASKING} and not pattern.has(word) and not self._wants(word)
        ]
        if self._begins(words, pattern) and not (pattern.weak and further):
            return True
        if len(further) > (0 if pattern.weak else _FURTHER) or any(
            word.role in {Role.ORDINAL, Role.NUMBER} for word in further
        ):
            return False
        texts = tuple(word.text for word in words)
        is_over = any(
            _PAST in word.grammar and not pattern.has(word) and not self._wants(word) for word in words
        )
        if not is_over and any(
            texts[start : start + len(how)] == how for how in self._how for start in _starts(how, texts)
        ):
            return True
        if self._any(words, self._asks) or any(
            _says(word, _TOLD) for word in words if not pattern.has(word) and not self._wants(word)
        ):
            return False
        return not further or any(
            self._wants(word) or (word.role is not Role.STOP and _says(word, _ORDERS)) for word in words
        )

    def _asks_what_was(self, words: Sequence[Word], pattern: _Pattern) -> bool:
        """Whether the message asks of what the pattern does as of something done: where people *voted*."""
        return any(word.role is Role.ASKING for word in words) and any(
            _PAST in word.grammar and pattern.has(word) and not self._wants(word) for word in words
        )

    def _begins(self, words: Sequence[Word], pattern: _Pattern) -> bool:
        """Whether the message begins with a wish or an order; what follows then only says which."""
        lead = next((word for word in words if word.role is not Role.STOP or self._wants(word)), None)
        if lead is None or not lead.grammar:
            return False
        return (pattern.has(lead) or self._wants(lead)) and _says(lead, _ORDERS[:2])

    def _wants(self, word: Word) -> bool:
        return word.text in self._wishes or (word.base in self._wishes and not _says(word, _TOLD))

    @staticmethod
    def _any(words: Sequence[Word], listed: set[str]) -> bool:
        return any(word.text in listed or word.base in listed for word in words)

    def _pattern(self, intent: Intent, text: str) -> _Pattern:
        always = text.startswith(_ALWAYS)
        words = text.lstrip(f"{_ALWAYS}{_WEAK} ").split()
        slots = tuple(self._forms(slot.replace("/", " ")) for slot in words)
        return _Pattern(intent, slots, always, text.startswith(_WEAK))

    def _forms(self, words: str) -> frozenset[str]:
        """Words as they stand and their dictionary forms."""
        exact = {normalise(word[1:]) for word in words.split() if word.startswith(_EXACT)}
        others = " ".join(word for word in words.split() if not word.startswith(_EXACT))
        read = [self._lexicon.word(token) for token in tokens(normalise(others))]
        return frozenset(form for word in read for form in (word.text, word.base)) | exact


def _starts(how: tuple[str, ...], texts: tuple[str, ...]) -> range:
    """Where "how do I" may stand: anywhere, but for a lone word at the beginning only."""
    return range(len(texts) if len(how) > 1 else 2)


def _says(word: Word, signs: tuple[str, ...]) -> bool:
    return any(sign in word.grammar for sign in signs)
