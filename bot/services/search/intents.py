"""What a person wants done, said in words instead of a button.

A wish is told from a question about the same thing: "unsubscribe me" opens a screen, "how were proposals
collected" is answered.
"""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from bot.services.search.letters import normalise, tokens
from bot.services.search.lexicon import Lexicon
from bot.services.search.lists import Lists
from bot.services.search.patterns import Intent, Pattern, Patterns, sayings
from bot.services.search.words import FIRST, INFINITIVE, ORDER, PAST, THIRD, Role, Word

#: What asks for doing; and what happened or is done by others, which is a question.
_ORDERS = (ORDER, FIRST, INFINITIVE)
_TOLD = (PAST, THIRD)
#: The concepts that ask for a number, and for a person.
_WHO = "=who"
_OF_OTHERS = frozenset({"=how-many", _WHO})
#: So many further words of weight may stand beside a wish.
_FURTHER = 2
#: And so many where people ask for the way for themselves: *how do I*.
_FURTHER_OF_ONE = 5

#: A lone word may only stand so early to ask for the way, as "how do I" may anywhere.
_LONE = 2

#: What stands between a heading and what it is over, and how long the beginning of a message is.
_HEADING_ENDS, _HEADING = re.compile(r":\s|\s-\s|\n"), 60

#: What a wish becomes where it is denied, if anything.
_DENIED = {Intent.SUBSCRIBE: Intent.UNSUBSCRIBE, Intent.PRIVACY_DELETE: None}


class Intents:
    """Knows wishes by the patterns of the lists.

    Args:
        lists: the word lists.
        lexicon: how words are compared.
    """

    def __init__(self, lists: Lists, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._patterns = patterns = Patterns(lists, lexicon)
        self._wishes, self._knowing = patterns.words("wishes"), patterns.words("knowing")
        self._asks, self._about = patterns.words("asks"), patterns.words("about")
        self._here, self._ways = patterns.words("here"), patterns.words("ways")
        self._polite = patterns.words("polite")
        self._to_me = patterns.words("to_me")
        self._self, self._not = patterns.words("self"), patterns.words("not")
        self._manner, self._on = patterns.words("manner"), patterns.words("on")
        self._how, self._leads = patterns.begun("how"), patterns.begun("leads")
        self._own_ways = {
            first: [how for how in hows if first in self._ways and not _said(how).isdisjoint(self._self)]
            for first, hows in self._how.items()
        }
        self._headings, self._openings = frozenset(patterns.phrases("headings")), patterns.phrases("openings")
        self._may, self._rules = patterns.begun("may"), patterns.begun("rules")
        self._courtesies = patterns.phrases("courtesies")
        self._whom, self._beside = patterns.begun("whom"), {wish: patterns.beside(wish) for wish in Intent}
        patterns.settle()

    def headed(self, text: str) -> Intent | None:
        """The wish that a message begins with as with a heading: *My proposal: open the school budgets*."""
        plain = normalise(text)
        heading = tuple(tokens(_HEADING_ENDS.split(plain, 1)[0])) if _HEADING_ENDS.search(plain) else ()
        begun = tuple(tokens(plain[:_HEADING]))
        is_headed = heading in self._headings or any(
            begun[: len(opening)] == opening for opening in self._openings
        )
        return Intent.PROPOSE if is_headed else None

    def find(self, words: Sequence[Word]) -> Intent | None:
        """The wish that a message is, if it is one."""
        if self._asks_of_others(words):
            return None
        words = self._asked_politely(words)
        if self._asks_of_rules(words):
            return None
        return self._wished(words) or self._wished(self._led_to(words))

    def asks_of_rules(self, words: Sequence[Word]) -> bool:
        """Whether a message asks what is to be done and what follows, or whether somebody may, or in some manner."""
        return self._asks_of_rules(self._asked_politely(words))

    def _asks_of_rules(self, words: Sequence[Word]) -> bool:
        if _holds(words, self._rules) and not _holds(words, self._whom):
            return True
        return _holds(words, self._may) and self._any(words, self._manner)

    def led_to(self, clauses: Sequence[str]) -> Intent | None:
        """The wish that a message ends in, whatever its other clauses tell: *I am eighty, how do I vote here*."""
        *before, last = clauses or [""]
        ending = self._lexicon.question(last)
        if not ending or not (self._lexicon.asks(ending[0]) or self._wants(ending[0]) or _orders(ending[0])):
            return None
        wish = self.find(ending)
        told = self._lexicon.question(" ".join(before)) if wish is not None else []
        asks = any(map(self._lexicon.asks, told))
        return (
            None
            if asks or self._any(told, self._knowing | self._about) or _holds(told, self._rules)
            else wish
        )

    def goes_on(self, words: Sequence[Word], wish: Intent) -> bool:
        """Whether a question only goes on about the wish of another sentence: *any news of it*, or *where to*."""
        own = self._patterns.said(wish)
        asking = [word.text for word in words if word.role is Role.ASKING]
        return (wish is Intent.STATUS or self._ways >= {*asking} != set()) and all(
            word.role in {Role.STOP, Role.ASKING}
            or not own.isdisjoint(sayings(word))
            or self._is(word, self._on)
            for word in self._apart(words)
        )

    def _wished(self, words: Sequence[Word]) -> Intent | None:
        if not words or self._any(words, self._about):
            return None
        for pattern in sorted(self._patterns.matching(words), key=lambda one: one.rank):
            if (
                self._any(words, self._beside[pattern.intent])
                or self._asks_of_the_past(words, pattern)
                or (pattern.denies and not self._says_not(words, pattern))
            ):
                continue
            if pattern.always or self._is_wish(words, pattern):
                if pattern.intent not in _DENIED or not self._denies(words, pattern):
                    return pattern.intent
                denied = _DENIED[pattern.intent]
                if denied is not None:
                    return denied
        return None

    def _asked_politely(self, words: Sequence[Word]) -> Sequence[Word]:
        """The words one by one; what follows where a message begins with "could you"."""
        words = [*self._apart(words)]
        texts = tuple(word.text for word in words)
        opening = max((one for one in self._courtesies if texts[: len(one)] == one), key=len, default=())
        return words[len(opening) :]

    def _led_to(self, words: Sequence[Word]) -> Sequence[Word]:
        """What follows where people tell who they are before they say "we would like"; nothing after a question."""
        texts = tuple(word.text for word in words)
        starts = [
            start
            for start, text in enumerate(texts)
            for lead in self._leads.get(text, ())
            if start and texts[start : start + len(lead)] == lead
        ]
        place = min(starts, default=len(words))
        asks = any(word.role is Role.ASKING for word in words[:place]) or self._lexicon.whether & {*texts[:1]}
        return [] if asks else words[place:]

    def _denies(self, words: Sequence[Word], pattern: Pattern) -> bool:
        """Whether a "not" that is none of the pattern's own stands right before what is wished."""
        return any(not pattern.has(word) for word in self._denying(words, pattern))

    def _says_not(self, words: Sequence[Word], pattern: Pattern) -> bool:
        """Whether a "not" of the pattern stands right before another word of it."""
        return any(pattern.has(word) for word in self._denying(words, pattern))

    def _denying(self, words: Sequence[Word], pattern: Pattern) -> Iterator[Word]:
        """Each "not" before what is wished, whatever says nothing between them."""

        def says(word: Word) -> bool:
            return pattern.has(word) or self._wants(word)

        saying = [
            word
            for word, after in itertools.zip_longest(words, words[1:])
            if not (self._is(word, self._not) and after and self._is(after, self._polite))
            and (word.role is not Role.STOP or says(word) or self._is(word, self._not))
        ]
        return (word for word, after in pairwise(saying) if self._is(word, self._not) and says(after))

    def _apart(self, words: Sequence[Word]) -> Iterator[Word]:
        """The words one by one, for patterns know no groups that mean one thing."""
        for word in words:
            if " " in word.text:
                yield from map(self._lexicon.word, word.text.split())
            else:
                yield word

    def _is_wish(self, words: Sequence[Word], pattern: Pattern) -> bool:
        """Whether the message asks for doing, and for little else."""
        if self._any(words, self._knowing) or self._asks_what_was(words, pattern):
            return False
        further = [
            word
            for word in words
            if word.role not in {Role.STOP, Role.ASKING} and not pattern.has(word) and not self._wants(word)
        ]
        if (pattern.named and not self._asks_or_tells(words, pattern)) or (
            self._begins(words, pattern) and not (pattern.weak and further)
        ):
            return True
        most = 0 if pattern.weak else _FURTHER_OF_ONE if _holds(words, self._own_ways) else _FURTHER
        if len(further) > most or (
            most < _FURTHER_OF_ONE and any(word.role in {Role.ORDINAL, Role.NUMBER} for word in further)
        ):
            return False
        return self._is_little_else(words, pattern, further)

    def _is_little_else(self, words: Sequence[Word], pattern: Pattern, further: Sequence[Word]) -> bool:
        """Whether a message with few further words asks how to do it, or for doing it."""
        texts = tuple(word.text for word in words)
        is_over = any(
            PAST in word.grammar and not pattern.has(word) and not self._wants(word) for word in words
        )
        is_asked_when = words[0].role is Role.ASKING and words[0].text not in self._ways
        if not is_over and any(
            texts[start : start + len(how)] == how
            for start, text in enumerate(texts)
            for how in self._how.get(text, ())
            if len(how) > 1 or (start < _LONE and not is_asked_when)
        ):
            return True
        if self._any(words, self._asks) and not self._is_heading(words, pattern):
            return False
        is_here = not is_over and self._any(words, self._here)
        orders = self._orders(words) or pattern.begins(words[0])
        return is_here or not (self._tells(words, pattern) or (further and not orders))

    @staticmethod
    def _is_heading(words: Sequence[Word], pattern: Pattern) -> bool:
        """Whether the message says what is to be done as a button would: *send an idea to the government*."""
        begins = words[0].role is not Role.STOP and INFINITIVE in words[0].grammar and pattern.has(words[0])
        return begins and not any(word.role is Role.ASKING for word in words)

    def _asks_or_tells(self, words: Sequence[Word], pattern: Pattern) -> bool:
        """Whether the message is more than names of things: it asks, orders, says what is done, or which of a row."""
        return (
            any(
                word.role in {Role.ASKING, Role.ORDINAL, Role.NUMBER}
                or word.text in self._lexicon.whether
                or (word.role is not Role.STOP and ORDER in word.grammar and not pattern.has(word))
                for word in words
            )
            or self._any(words, self._asks)
            or self._tells(words, pattern)
        )

    def _tells(self, words: Sequence[Word], pattern: Pattern) -> bool:
        """Whether the message says what others do or what was done, beside what the pattern says."""
        return any(_says(word, _TOLD) for word in words if not pattern.has(word) and not self._wants(word))

    def _orders(self, words: Sequence[Word]) -> bool:
        """Whether the message has a word for what is to be done."""
        return any(
            self._wants(word) or (word.role is not Role.STOP and _says(word, _ORDERS)) for word in words
        )

    def _asks_of_others(self, words: Sequence[Word]) -> bool:
        """Whether the message asks how many there are, or who, and not of the person who writes."""
        asked = _OF_OTHERS.intersection(word.key for word in words)
        if not asked or _holds(words, self._whom):
            return False
        return not any(self._is(word, self._self) and not self._is(word, self._to_me) for word in words)

    def _asks_what_was(self, words: Sequence[Word], pattern: Pattern) -> bool:
        """Whether the message asks of what the pattern does as of something done: where people *voted*, or propose."""
        done = _TOLD if pattern.intent is Intent.PROPOSE else (PAST,)
        return any(word.role is Role.ASKING for word in words) and any(
            _says(word, done) and pattern.has(word) and not self._wants(word) for word in words
        )

    def _asks_of_the_past(self, words: Sequence[Word], pattern: Pattern) -> bool:
        """Whether the message asks how something was: of one's own proposal alone that is a wish."""
        wants_to_know = self._any(words, self._knowing)
        return (
            pattern.intent is not Intent.STATUS
            and any(map(self._lexicon.asks, words))
            and any(
                PAST in word.grammar and not self._wants(word) and (wants_to_know or not pattern.has(word))
                for word in words
            )
            and not self._any(words, self._self)
        )

    def _begins(self, words: Sequence[Word], pattern: Pattern) -> bool:
        """Whether the message begins with a wish or an order; what follows then only says which."""
        lead = next((word for word in words if word.role is not Role.STOP or self._wants(word)), None)
        if lead is None:
            return False
        if pattern.intent is Intent.STATUS and PAST in words[0].grammar and pattern.has(words[0]):
            return True  # who leaves out who did it means oneself
        if self._wants(lead) and len(pattern.slots) > 1:
            before = [*itertools.takewhile(lambda word: not self._lexicon.asks(word), words)]
            if pattern.is_in(before, frozenset().union(*map(sayings, before))):
                return True
        return (pattern.has(lead) or self._wants(lead)) and _says(lead, (ORDER, FIRST))

    def _wants(self, word: Word) -> bool:
        if _says(word, _TOLD):
            return word.text in self._wishes or f"={word.text}" in self._wishes
        return self._is(word, self._wishes)

    @classmethod
    def _any(cls, words: Sequence[Word], listed: frozenset[str]) -> bool:
        return any(cls._is(word, listed) for word in words)

    @staticmethod
    def _is(word: Word, listed: frozenset[str]) -> bool:
        return not listed.isdisjoint(sayings(word))


def _orders(word: Word) -> bool:
    """Whether a word that begins a clause may be an order; in a language without such a form, any of weight."""
    return _says(word, (ORDER,)) or (not word.grammar and word.role is not Role.STOP)


def _said(phrase: tuple[str, ...]) -> frozenset[str]:
    """The words of a phrase as a list may have them: in any form, or just so."""
    return frozenset((*phrase, *(f"={word}" for word in phrase)))


def _holds(words: Sequence[Word], phrases: Mapping[str, Sequence[tuple[str, ...]]]) -> bool:
    """Whether the words have one of the groups of words, one after the other."""
    return any(
        len(words) - start >= len(phrase)
        and all(said in (word.text, word.base) for said, word in zip(phrase, words[start:], strict=False))
        for start, word in enumerate(words)
        for form in {word.text, word.base}
        for phrase in phrases.get(form, ())
    )


def _says(word: Word, signs: tuple[str, ...]) -> bool:
    return any(sign in word.grammar for sign in signs)
