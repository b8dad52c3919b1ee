"""The actions on the secretariat's queue. Prefixes are written down in people's chats: change none, add freely."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from bot.domain.consultations import ConsultationId
from bot.domain.desk import Whose
from bot.domain.proposals import ProposalId
from bot.ui.action import ROW, Action

_Choice = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{0,24}$")]


class Facet(StrEnum):
    """By what the queue is narrowed down."""

    TRAY = "t"
    CONSULTATION = "c"
    TOPIC = "p"
    REGION = "r"


class ShowQueue(Action, prefix="ja"):
    """Show the list that one has left."""


class ShowFilters(Action, prefix="jb"):
    """Say what the queue is narrowed down to, and offer to change it."""


class OfferChoices(Action, prefix="jc"):
    """Offer what it can be narrowed down to."""

    facet: Facet
    page: Annotated[int, Field(ge=0, le=9999)] = 0


class OnlyConsultation(Action, prefix="jd"):
    """Only what was submitted to a consultation.

    Attributes:
        consultation: row id; 0 for all.
    """

    consultation: Annotated[ConsultationId, ROW]


class OnlyTopic(Action, prefix="je"):
    """Only what is about a topic; the empty one means all."""

    choice: _Choice


class OnlyRegion(Action, prefix="jf"):
    """Only what is about a region; the empty one means all."""

    choice: _Choice


class OnlyOverdue(Action, prefix="jg"):
    """Only what is late, or all."""

    is_on: bool


class OnlyOf(Action, prefix="jh"):
    """Only what is in one's own hands, or in nobody's, or all."""

    whose: Whose


class ClearFilters(Action, prefix="ji"):
    """Narrow the list down to nothing."""


class SearchQueue(Action, prefix="jj"):
    """Ask for words to look for."""


class NextOverdue(Action, prefix="jk"):
    """Open the most urgent proposal.

    Attributes:
        after: the one in hand; 0 for none.
    """

    after: Annotated[ProposalId, ROW] = ProposalId(0)


class ShowMissing(Action, prefix="jl"):
    """List what of a consultation has no response yet."""

    consultation: Annotated[ConsultationId, ROW]
