"""A word of a question, and what it does in it."""

from enum import IntEnum, auto
from typing import NamedTuple

#: OpenCorpora's signs of what was and of what will be; of an order, of "to do", of "I do", and of what others do.
PAST, FUTURE = "past", "futr"
ORDER, INFINITIVE, FIRST, THIRD = "impr", "infn", "1per", "3per"


class Role(IntEnum):
    """What a word does in a question; a number, for the hash of a plain member takes long."""

    STOP = auto()
    ASKING = auto()
    KNOWN = auto()  # the content has it
    FOREIGN = auto()  # a dictionary has it, the content has not
    UNKNOWN = auto()
    NUMBER = auto()
    ORDINAL = auto()


class Word(NamedTuple):
    """A word of a question.

    Attributes:
        key: what it is compared by: a concept, a dictionary form, a number.
        role: what it does.
        base: its dictionary form, before concepts.
        text: as it was written, repaired.
        grammar: OpenCorpora's signs of its likeliest reading, empty for Latin words.
    """

    key: str
    role: Role
    base: str
    text: str
    grammar: str = ""
