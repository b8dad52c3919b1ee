"""One step taken with many proposals at once: which, with what reason, and what came of each."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import NewType

from pydantic import BaseModel, ConfigDict

from bot.domain.errors import CivicError
from bot.domain.people import PersonId
from bot.domain.proposals import ChangeId, ProposalId, ProposalState

BulkId = NewType("BulkId", int)

#: So many proposals may be marked, and are changed in one transaction.
MOST = 200
#: What can be done with many.
STEPS = (
    ProposalState.UNDER_REVIEW,
    ProposalState.ACCEPTED,
    ProposalState.PARTLY_ACCEPTED,
    ProposalState.DECLINED,
    ProposalState.MERGED,
)


class BulkOutcome(StrEnum):
    """What came of the step with one of them."""

    DONE = "done"
    #: Left out: its author has taken it back.
    WITHDRAWN = "withdrawn"
    #: Left out: a colleague has decided on it.
    DECIDED = "decided"
    #: Left out: something has happened with it since it was looked at.
    CHANGED = "changed"
    #: Left out: it is the one that carries the others on, or cannot be carried on by it.
    UNFIT = "unfit"


class BulkItem(BaseModel):
    """One of the proposals.

    Attributes:
        seen: row id of its latest change when it was looked at.
        version: of its text then.
        outcome: None while nothing was done.
    """

    model_config = ConfigDict(frozen=True)

    proposal_id: ProposalId
    seen: ChangeId = ChangeId(0)
    version: int = 1
    outcome: BulkOutcome | None = None


class Bulk(BaseModel):
    """A step with many proposals.

    Attributes:
        person_id: who takes it; None for the operator, or once they have erased their data.
        became: the state that they are to go over into.
        letter_id: the letter with the reason; the key against repeats.
        sent_at: None while it is being prepared.
    """

    model_config = ConfigDict(frozen=True)

    id: BulkId = BulkId(0)
    person_id: PersonId | None
    became: ProposalState
    letter_id: int | None = None
    created_at: datetime
    sent_at: datetime | None = None
    items: Sequence[BulkItem] = ()


class NothingMarked(CivicError):
    """No proposal is marked with which this can be done."""

    message_id = "bulk-error-none"


class TooManyMarked(CivicError):
    """More are marked than can be changed at once."""

    message_id = "bulk-error-many"


class BulkUnknown(CivicError):
    """It was sent, given up, or never this person's."""

    message_id = "bulk-error-unknown"
