"""The patterns of wishes, as the lists have them: words in any form, in any order."""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from bot.services.search.letters import normalise, words_of
from bot.services.search.lexicon import Lexicon
from bot.services.search.lists import Lists
from bot.services.search.words import FIRST, FUTURE, INFINITIVE, ORDER, Word

#: Before a pattern that is a wish whatever else is said.
_ALWAYS = "!"
#: Before a word that must stand as it is, in no other form.
_EXACT = "="
#: Before a pattern that gives way to every other.
_WEAK = "~"
#: Before a pattern that is a wish whatever things are named beside it, if nothing is asked or told.
_NAMED = "*"
_MARKS = f"{_ALWAYS}{_WEAK}{_NAMED} "
#: Before the name of a group of words.
_GROUP = "$"
#: Before words that must be in a form that asks for doing, in one that orders, and in one that says "I do".
_DOING, _ORDERED, _OWN = "&", "^", "+"
#: Before what a word of whatever meaning says of time, in OpenCorpora's signs; not of the person who writes.
_SIGN = "@"
_SIGNS = (FUTURE,)
_FORMS = {_DOING: (ORDER, INFINITIVE, FIRST), _ORDERED: (ORDER,), _OWN: (FIRST,)}
#: So many words' sayings are kept: few, for each takes a kilobyte.
_KEPT = 512


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
        named: whether it is a wish whatever things are named beside it, if nothing is asked or told.
        denies: whether one of its words is a "not", which must then stand before another.
    """

    intent: Intent
    slots: tuple[frozenset[str], ...]
    always: bool
    weak: bool
    named: bool
    denies: bool

    @property
    def rank(self) -> tuple[bool, bool, bool, int]:
        """The order of trying: those that are sure, then the longest."""
        return not self.always, self.weak, self.named, -len(self.slots)

    def is_in(self, words: Sequence[Word], present: frozenset[str]) -> bool:
        """Whether every slot has a word, and no two the same one.

        Args:
            words: the words.
            present: all that they may be known by.
        """
        return not any(map(present.isdisjoint, self.slots)) and sum(map(self.has, words)) >= len(self.slots)

    def begins(self, word: Word) -> bool:
        """Whether a message that begins with the word orders, for all that its language shows no such form."""
        return not word.grammar and len(self.slots) > 1 and not self.slots[0].isdisjoint(sayings(word))

    def has(self, word: Word) -> bool:
        """Whether the word is one of the pattern's."""
        said = sayings(word)
        return any(not slot.isdisjoint(said) for slot in self.slots)


@lru_cache(maxsize=_KEPT)
def sayings(word: Word) -> frozenset[str]:
    """All that a slot may know a word by."""
    grammar = word.grammar
    marks = [mark for mark, signs in _FORMS.items() if not grammar or any(sign in grammar for sign in signs)]
    return frozenset(
        (
            word.base,
            word.text,
            f"{_EXACT}{word.text}",
            *(f"{mark}{form}" for mark in marks for form in (word.base, word.text)),
            *(f"{_SIGN}{sign}" for sign in _SIGNS if sign in grammar and FIRST not in grammar),
        )
    )


def groups_in(pattern: str) -> list[str]:
    """The names of the groups of words in a pattern."""
    words = pattern.lstrip(_MARKS).replace("/", " ").split()
    named = [word.lstrip("".join(_FORMS)) for word in words]
    return [word.removeprefix(_GROUP) for word in named if word.startswith(_GROUP)]


class Patterns:
    """All patterns, and groups of words that tell a wish from a question.

    Args:
        lists: the word lists.
        lexicon: how words are compared.
    """

    def __init__(self, lists: Lists, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._lists = lists.intents
        self._forms: dict[str, frozenset[str]] = {}  # one set for all patterns that name the same words
        self._alike: dict[frozenset[str], frozenset[str]] = {}  # and one for all slots that come to the same
        self._not = self.words("not") | {f"{_EXACT}{word}" for word in self.words("not")}
        self._patterns = [
            self._pattern(Intent(name), pattern, language.get("groups", {}))
            for language in lists.intents
            for name, patterns in language.get("intents", {}).items()
            for pattern in patterns
        ]
        self._by_form: dict[str, list[int]] = {}
        self._said: dict[Intent, set[str]] = {}
        common = Counter(form for pattern in self._patterns for slot in pattern.slots for form in slot)
        for number, pattern in enumerate(self._patterns):
            self._said.setdefault(pattern.intent, set()).update(*pattern.slots)
            for form in min(pattern.slots, key=lambda slot: max(common[form] for form in slot)):
                self._by_form.setdefault(form, []).append(number)

    def settle(self) -> None:
        """Let go of what only reading the patterns needs."""
        self._forms.clear()
        self._alike.clear()

    def words(self, name: str) -> frozenset[str]:
        """The words of a list, in every language."""
        return frozenset().union(*(self._forms_of(language.get(name, "")) for language in self._lists))

    def beside(self, intent: Intent) -> frozenset[str]:
        """The words beside which a wish is none, in every language."""
        lists = (language.get("beside", {}).get(intent, "") for language in self._lists)
        return frozenset().union(*map(self._forms_of, lists))

    def begun(self, name: str) -> Mapping[str, Sequence[tuple[str, ...]]]:
        """The groups of words of a list, in every language, by their first word."""
        begun: dict[str, list[tuple[str, ...]]] = {}
        for phrase in self.phrases(name):
            begun.setdefault(phrase[0], []).append(phrase)
        return begun

    def phrases(self, name: str) -> list[tuple[str, ...]]:
        """The groups of words of a list, in every language."""
        return [tuple(words_of(phrase)) for language in self._lists for phrase in language.get(name, ())]

    def said(self, intent: Intent) -> frozenset[str]:
        """All words with which something is wished."""
        return frozenset(self._said.get(intent, ()))

    def matching(self, words: Sequence[Word]) -> Iterator[Pattern]:
        """Patterns of which every slot has a word, and no two the same one."""
        present = frozenset().union(*map(sayings, words))
        near = sorted(set().union(*map(self._by_form.__getitem__, present & self._by_form.keys())))
        for pattern in (self._patterns[number] for number in near):
            if pattern.is_in(words, present):
                yield pattern

    def _pattern(self, intent: Intent, text: str, groups: Mapping[str, str]) -> Pattern:
        always = text.startswith(_ALWAYS)
        words = text.lstrip(_MARKS).split()
        slots = tuple(self._slot(slot, groups) for slot in words)
        denies = any(slot <= self._not for slot in slots)
        return Pattern(intent, slots, always, text.startswith(_WEAK), text.startswith(_NAMED), denies)

    def _slot(self, slot: str, groups: Mapping[str, str]) -> frozenset[str]:
        """The words of a slot; all in a form that asks where it begins so, but for those that stand as they are."""
        mark = slot[0] if slot[0] in _FORMS else ""
        named = slot.removeprefix(mark).split("/")
        forms = self._forms_of(
            " ".join(groups[one.removeprefix(_GROUP)] if one.startswith(_GROUP) else one for one in named)
        )
        found = frozenset(
            form if form[0] in _EXACT + _SIGN else sys.intern(f"{mark}{form}") for form in forms
        )
        return self._alike.setdefault(found, found)

    def _forms_of(self, words: str) -> frozenset[str]:
        """Words as they stand and their dictionary forms."""
        known = self._forms.get(words)
        if known is None:
            known = self._forms[words] = self._read(words)
        return known

    def _read(self, words: str) -> frozenset[str]:
        listed = words.split()
        others = " ".join(word for word in listed if word[0] not in _EXACT + _SIGN)
        read = [self._lexicon.word(token) for token in words_of(others)]
        kept = {normalise(word) for word in listed if word[0] in _EXACT + _SIGN}
        return frozenset(form for word in read for form in (word.text, word.base)) | kept
