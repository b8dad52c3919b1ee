"""Blocks: somebody may not submit or support proposals for the time being, and is told why."""

from datetime import datetime
from typing import NewType

from pydantic import BaseModel, ConfigDict

from bot.domain.errors import CivicError
from bot.domain.people import PersonId

BlockId = NewType("BlockId", int)


class PersonBlocked(CivicError):
    """The secretariat has blocked this person from submitting and supporting; what they have typed is kept."""

    message_id = "block-error"


class BlockUnknown(CivicError):
    """Nobody is blocked here, or not any more."""

    message_id = "block-error-unknown"


class AlreadyAppealed(CivicError):
    """A block is contested once."""

    message_id = "block-error-appealed"


class NobodyToBlock(CivicError):
    """The author has erased their data, or it is a member of the secretariat."""

    message_id = "block-error-nobody"


class Block(BaseModel):
    """A block.

    Attributes:
        reason: what the person reads.
        blocked_by: Telegram's id of the member of staff; None for the operator.
        appeal: what the person has written against it; empty where nothing yet.
        letter_id: the letter with the reason; the key against repeats. None for the operator's.
        appeal_letter_id: the letter with the appeal; likewise.
        kept_at: when the secretariat has considered the appeal and let the block stand.
        keep_reason: why, as the person reads it.
        keep_letter_id: the letter with that; likewise.
    """

    model_config = ConfigDict(frozen=True)

    id: BlockId = BlockId(0)
    person_id: PersonId
    reason: str
    blocked_by: PersonId | None = None
    blocked_at: datetime
    appeal: str = ""
    appealed_at: datetime | None = None
    letter_id: int | None = None
    appeal_letter_id: int | None = None
    kept_at: datetime | None = None
    keep_reason: str = ""
    keep_letter_id: int | None = None

    @property
    def can_be_contested(self) -> bool:
        """Whether the person may contest it: once."""
        return self.appealed_at is None

    @property
    def awaits_decision(self) -> bool:
        """Whether the secretariat owes the person an answer to their appeal."""
        return self.appealed_at is not None and self.kept_at is None
