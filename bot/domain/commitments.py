"""Commitments of action plans: what a proposal may become, and how far it has been carried out."""

from datetime import datetime
from enum import StrEnum
from typing import NewType

from pydantic import BaseModel, ConfigDict

from bot.domain.errors import CivicError
from bot.domain.people import PersonId

CommitmentId = NewType("CommitmentId", str)
CommitmentChangeId = NewType("CommitmentChangeId", int)


class CommitmentStatus(StrEnum):
    """How far a commitment is carried out (the IRM's levels of completion), or that it was withdrawn."""

    NOT_STARTED = "not_started"
    LIMITED = "limited"
    SUBSTANTIAL = "substantial"
    COMPLETED = "completed"
    WITHDRAWN = "withdrawn"


class CommitmentUnknown(CivicError):
    """The content has no such commitment."""

    message_id = "commitment-error-unknown"


class CommitmentChange(BaseModel):
    """A commitment's status as the secretariat has stated it.

    Attributes:
        note: what the public reads with it.
        changed_by: Telegram's id of the member of staff; None for the operator.
    """

    model_config = ConfigDict(frozen=True)

    id: CommitmentChangeId
    commitment: CommitmentId
    status: CommitmentStatus
    note: str = ""
    changed_by: PersonId | None = None
    changed_at: datetime
