"""What a message asks, apart from what it tells beforehand: who writes, and why."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.services.search.lexicon import Lexicon
from bot.services.search.words import Role, Word

#: Where a sentence ends; a dot within a number or an address is none.
_END = re.compile(r"(?<=[.?!;:…])\s+|\n+")
#: Where another sentence begins for sure: a colon may lead to what is only quoted.
_STOPS = re.compile(r"(?<=[.?!…])\s+|\n+")
#: Where a clause ends within a sentence.
_CLAUSE = re.compile(r"(?<=,)\s+|\s+[-–—]\s+")
_ASKED = "?"


class Asked(NamedTuple):
    """A part of a message that asks.

    Attributes:
        words: its words.
        is_clause: whether it is a part of a sentence, so that the rest of it may say more than why one asks.
    """

    words: Sequence[Word]
    is_clause: bool = False


def sentences_in(text: str) -> list[str]:
    """The sentences of a message that says more than one thing; none where it says but one."""
    sentences = [part for part in _STOPS.split(text.strip()) if part.strip()]
    return sentences if len(sentences) > 1 else []


def clauses_in(text: str) -> list[str]:
    """The clauses of a sentence that has more than one; none of another."""
    clauses = _CLAUSE.split(text.strip())
    return clauses if len(clauses) > 1 else []


def asks(sentence: str) -> bool:
    """Whether a sentence is marked for a question."""
    return sentence.endswith(_ASKED)


def asked_in(text: str, lexicon: Lexicon) -> Iterator[Asked]:
    """The words of what a message asks, where it leads to that with something else: the more was left out, the later.

    Args:
        text: the message.
        lexicon: how words are read.
    """
    whole = text.strip()
    sentences = [part for part in _END.split(whole) if part.strip()]
    if len(sentences) > 1:
        asking = [part for part in sentences if asks(part)] or [
            part for part in sentences if _begins(lexicon.question(part), lexicon)
        ]
        if len(asking) != 1:
            return
        yield Asked(lexicon.question(asking[0]))
        whole = asking[0]
    clauses = _CLAUSE.split(whole)
    for place, clause in enumerate(clauses):
        words = lexicon.question(clause) if len(clauses) > 1 else []
        if place and _begins(words, lexicon):
            yield Asked(lexicon.question(" ".join(clauses[place:])), is_clause=True)
            return
        if _asks(words, lexicon):
            return


def _begins(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a part of a message begins with a word that asks."""
    lead = next((word for word in words if word.role is not Role.STOP or word.text in lexicon.whether), None)
    return lead is not None and lexicon.asks(lead)


def _asks(words: Sequence[Word], lexicon: Lexicon) -> bool:
    return _begins(words, lexicon) or any(word.role is Role.ASKING for word in words)
