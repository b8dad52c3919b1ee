"""Cases of the secretariat's: in whose hands each is, and what its members note about it for themselves."""

from datetime import datetime
from enum import StrEnum
from typing import NewType

from pydantic import BaseModel, ConfigDict

from bot.domain.errors import CivicError
from bot.domain.people import PersonId
from bot.domain.staff import MemberId

AssignmentId = NewType("AssignmentId", int)
NoteId = NewType("NoteId", int)


class CaseKind(StrEnum):
    """What a case is about. The letters are written down in people's chats: change none, add freely."""

    PROPOSAL = "p"
    QUESTION = "q"


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


class Note(BaseModel):
    """What a member of the secretariat has noted about a case. Nobody else reads it, the author of the case neither.

    Attributes:
        actor_id: Telegram's id of who wrote it; None for the operator, or once they have erased their data.
        name: what colleagues call them; "" where the bot does not know it.
        letter_id: the letter that it came from; the key against repeats.
    """

    model_config = ConfigDict(frozen=True)

    id: NoteId = NoteId(0)
    case: CaseRef
    actor_id: PersonId | None = None
    name: str = ""
    letter_id: int | None = None
    text: str
    written_at: datetime


class NoteEmpty(CivicError):
    """Nothing readable is in it."""

    message_id = "case-error-note"


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
