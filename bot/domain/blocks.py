"""Blocks: somebody may not submit or support proposals for the time being, and is told why."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict

from bot.domain.errors import CivicError
from bot.domain.people import PersonId


class PersonBlocked(CivicError):
    """The secretariat has blocked this person from submitting and supporting; what they have typed is kept."""

    message_id = "block-error"


class Block(BaseModel):
    """A block.

    Attributes:
        reason: what the person reads.
        blocked_by: Telegram's id of the member of staff; None for the operator.
        appeal: what the person has written against it; empty where nothing yet.
    """

    model_config = ConfigDict(frozen=True)

    person_id: PersonId
    reason: str
    blocked_by: PersonId | None = None
    blocked_at: datetime
    appeal: str = ""
    appealed_at: datetime | None = None
