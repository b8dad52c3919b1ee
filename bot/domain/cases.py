"""Cases of the secretariat's: in whose hands each is, and what its members note about it for themselves."""

from datetime import datetime
from enum import StrEnum
from typing import NewType

from pydantic import BaseModel, ConfigDict

from bot.domain.errors import CivicError
from bot.domain.people import PersonId
from bot.domain.staff import MemberId

AssignmentId = NewType("AssignmentId", int)


class CaseKind(StrEnum):
    """What a case is about. The letters are written down in people's chats: change none, add freely."""

    PROPOSAL = "p"
    QUESTION = "q"


#: Longest note, in characters: so that any page of notes fits one message.
LONGEST_NOTE = 1500


class CaseRef(BaseModel):
    """A case.

    Attributes:
        row: row id of the proposal or question.
    """

    model_config = ConfigDict(frozen=True)

    kind: CaseKind
    row: int


class Assignment(BaseModel):
    """That a case is in somebody's hands.

    Attributes:
        person_id: Telegram's id of who has it; None once they have erased their data.
        name: what colleagues call them; "" where the bot does not know it.
        given_by: None for the operator.
    """

    model_config = ConfigDict(frozen=True)

    id: AssignmentId = AssignmentId(0)
    case: CaseRef
    member: MemberId
    person_id: PersonId | None = None
    name: str = ""
    given_by: MemberId | None = None
    since: datetime
    ended_at: datetime | None = None


class Colleague(BaseModel):
    """Somebody who may have cases.

    Attributes:
        name: what colleagues call them; "" where the bot does not know it.
    """

    model_config = ConfigDict(frozen=True)

    person_id: PersonId
    name: str = ""


class ColleagueUnknown(CivicError):
    """A case can be given only to somebody who may answer it."""

    message_id = "case-error-colleague"
