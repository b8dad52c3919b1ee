"""Questions: what was asked last, and what was passed on to the secretariat because the bot had no answer."""

import re
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from pydantic import BaseModel, ConfigDict

from bot.domain.errors import CivicError
from bot.domain.knowledge import EntityId, EntryId
from bot.domain.letters import LetterId
from bot.domain.people import PersonId

AskedId = NewType("AskedId", int)
QuestionId = NewType("QuestionId", int)

#: How long a question is remembered, so that a button under its answer still knows it.
REMEMBERED = timedelta(hours=48)
#: How many of a person's last questions are remembered.
REMEMBERED_AT_MOST = 10
#: For so long, a question that names nothing is about what the last answer was about.
ATTENTION = timedelta(minutes=15)
#: How many questions of one person may wait for the secretariat at a time.
OPEN_AT_MOST = 10
#: A longer text is somebody's story rather than a question: it is counted, its words are not.
LONGEST_COUNTED = 200


class Ending(StrEnum):
    """What became of a question that the bot was asked."""

    ANSWERED = "answered"
    OFFERED = "offered"
    ABSTAINED = "abstained"


class Asked(BaseModel):
    """A question as the bot was asked it; remembered for `REMEMBERED`.

    Attributes:
        text: as typed.
        entity: what the search took it to be about.
        offered: the answers of which one may have been meant.
        entry: the answer that was shown; None while there was none.
        was_helpful: what the person said of that answer.
    """

    model_config = ConfigDict(frozen=True)

    id: AskedId
    person_id: PersonId
    text: str
    language: str
    entity: EntityId | None = None
    offered: tuple[EntryId, ...] = ()
    entry: EntryId | None = None
    was_helpful: bool | None = None
    asked_at: datetime


class QuestionState(StrEnum):
    """`open → answered | closed`."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"


class Question(BaseModel):
    """A question that was passed on to the secretariat.

    Attributes:
        asker_id: None once the asker has erased their data; the texts are then empty.
        text: as typed.
        entity: what the search took it to be about, for the editors.
        asked_id: the question to the bot that it came from; passing on is idempotent by it.
        letter_id: the letter that it came from; sending is idempotent by it.
        reply_id: the letter that became its answer.
        answered_by: who answered or closed it.
        was_helpful: what the asker said of the answer.
    """

    model_config = ConfigDict(frozen=True)

    id: QuestionId
    asker_id: PersonId | None
    text: str
    language: str
    entity: EntityId | None = None
    state: QuestionState = QuestionState.OPEN
    asked_id: AskedId | None = None
    letter_id: LetterId | None = None
    asked_at: datetime
    answer: str = ""
    reply_id: LetterId | None = None
    answered_by: PersonId | None = None
    answered_at: datetime | None = None
    was_helpful: bool | None = None

    @property
    def is_open(self) -> bool:
        """Whether the secretariat may still answer it."""
        return self.state is QuestionState.OPEN


class EntryUnknown(CivicError):
    """The content has no such answer (any more)."""

    message_id = "answer-error-unknown"


class QuestionForgotten(CivicError):
    """The button belongs to a question that is not remembered any more."""

    message_id = "question-error-forgotten"


class QuestionUnknown(CivicError):
    """No such question, or not this person's."""

    message_id = "question-error-unknown"


class TooManyQuestions(CivicError):
    """So many of this person's questions wait for the secretariat already."""

    message_id = "question-error-many"


_PERSONAL = (
    re.compile(r"\b[a-z][a-z0-9+.-]*://\S+", re.IGNORECASE),
    re.compile(r"\b(?:www\.|t\.me/)\S+", re.IGNORECASE),
    re.compile(r"\S+@\S+\.\S+"),
    re.compile(r"@\w+"),
    re.compile(r"\b\w[\w-]*(?:\.[\w-]+)*\.(?:com|org|net|info|biz|ua|eu|io|me|gov)\b\S*", re.IGNORECASE),
    # A telephone number, a passport, a card: nine digits and more, whatever stands between them.
    re.compile(r"\+?\(?\d(?:[\s().\u00a0-]*\d){8,}"),
    re.compile(r"\d{5,}"),
)


def scrubbed(text: str) -> str:
    """A question as it may be counted: in lower case, without what looks like somebody's particulars.

    E-mail and web addresses, @names, telephone numbers and other long numbers are cut out; what is longer
    than `LONGEST_COUNTED`, or is nothing but such particulars, gives an empty text.
    """
    kept = text
    for pattern in _PERSONAL:
        kept = pattern.sub(" … ", kept)
    kept = " ".join(kept.casefold().split()).strip(" ?!.,;:")
    if len(kept) > LONGEST_COUNTED or not any(c.isalpha() for c in kept):
        return ""
    return kept
