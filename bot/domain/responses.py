"""What the secretariat has promised and how far it has kept it: responses that are late, or will be soon."""

from datetime import datetime
from typing import NewType

from pydantic import BaseModel, ConfigDict

from bot.domain.consultations import ConsultationId
from bot.domain.errors import CivicError
from bot.domain.people import PersonId
from bot.domain.proposals import ProposalId
from bot.domain.staff import MemberId

LatenessId = NewType("LatenessId", int)
WarningId = NewType("WarningId", int)

#: From this hour on, by the clock on the wall, the secretariat is warned of what is due soon.
MORNING = 9


class Lateness(BaseModel):
    """That a promised date has passed, and which takes its place.

    Attributes:
        due_at: the date that has passed.
        next_at: the new one.
    """

    model_config = ConfigDict(frozen=True)

    id: LatenessId = LatenessId(0)
    proposal_id: ProposalId
    due_at: datetime
    next_at: datetime
    noticed_at: datetime


class DueSoon(BaseModel):
    """A response that is due soon, and whose case it is.

    Attributes:
        member: None where it is nobody's.
        person_id: Telegram's id of the same.
    """

    model_config = ConfigDict(frozen=True)

    proposal_id: ProposalId
    reply_by: datetime
    member: MemberId | None = None
    person_id: PersonId | None = None


class Tally(BaseModel):
    """How many proposals have their response, wait for it, and of these how many for too long.

    Attributes:
        answered: decided on, whatever has become of them since.
        pending: without a decision, the late ones too.
    """

    model_config = ConfigDict(frozen=True)

    answered: int = 0
    pending: int = 0
    late: int = 0


class ResponsesMissing(CivicError):
    """Proposals in the consultation wait for a response still.

    Attributes:
        consultation_id: which.
    """

    message_id = "consultation-error-responses"

    def __init__(self, *, count: int, consultation_id: ConsultationId) -> None:
        super().__init__(count=count)
        self.consultation_id = consultation_id
