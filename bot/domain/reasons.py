"""Ready reasons: texts that fit many proposals, for the secretariat to begin with."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NewType

from pydantic import BaseModel, ConfigDict, Field

from bot.domain.errors import CivicError
from bot.domain.letters import Letter, LetterId

ReasonId = NewType("ReasonId", str)


#: What an officer is to fill in stands in brackets.
BLANK = re.compile(r"\[[^\[\]]+\]")


class ReasonUnfinished(CivicError):
    """What was to be filled in of a ready reason is still there; the letter is kept.

    Attributes:
        letter_id: which letter.
    """

    message_id = "letter-error-blank"

    def __init__(self, *, blank: str, letter_id: LetterId) -> None:
        super().__init__(blank=blank)
        self.letter_id = letter_id


class Fit(StrEnum):
    """What a reason is for: a decision, or a question to the author. The names are those of the states."""

    ACCEPTED = "accepted"
    PARTLY_ACCEPTED = "partly_accepted"
    DECLINED = "declined"
    MERGED = "merged"
    CLARIFICATION = "clarification"


class ReasonText(BaseModel):
    """A ready reason in one language.

    Attributes:
        title: label of its button, at most 40 characters.
        text: what the author reads, unless the officer changes it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str = Field(min_length=1, max_length=40)
    text: str = Field(min_length=1, max_length=1500)


class Reason(BaseModel):
    """A ready reason.

    Attributes:
        id: short, because it stands in a button beside the letter.
        fits: what it is for.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: ReasonId = Field(pattern=r"^[A-Za-z0-9_-]{1,24}$")
    fits: tuple[Fit, ...] = Field(min_length=1)
    texts: Mapping[str, ReasonText]

    def blanks(self) -> frozenset[str]:
        """What is to be filled in, brackets and all, in any language."""
        return frozenset(blank for text in self.texts.values() for blank in BLANK.findall(text.text))

    def title(self, language: str) -> str:
        """What its button says in this language, or in another where this one is missing."""
        return (self.texts.get(language) or next(iter(self.texts.values()))).title


def check_filled(letter: Letter, reasons: Iterable[Reason]) -> None:
    """Whether everything that ready reasons leave open is filled in, in both languages.

    Raises:
        ReasonUnfinished: names the first that is not.
    """
    written = BLANK.findall(letter.whole)
    blanks = frozenset(blank for reason in reasons for blank in reason.blanks()) if written else frozenset()
    left = next((one for one in written if one in blanks), None)
    if left is not None:
        raise ReasonUnfinished(blank=left, letter_id=letter.id)
