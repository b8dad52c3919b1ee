"""The actions of officers on consultations. Prefixes are written down in chats: change none, add freely."""

from typing import Annotated

from pydantic import Field

from bot.domain.consultation_asks import Ask, Intent
from bot.domain.consultation_drafts import ConsultationDraftId
from bot.domain.consultations import ConsultationId
from bot.services.consultation_work import Outcome
from bot.ui.action import ROW, Action


class ManageConsultation(Action, prefix="um"):
    """Show what can be done with a consultation."""

    consultation: Annotated[ConsultationId, ROW]


class BeginConsultation(Action, prefix="un"):
    """Begin a new consultation."""


class WorkOn(Action, prefix="uw"):
    """Begin some work on a consultation."""

    consultation: Annotated[ConsultationId, ROW]
    intent: Intent


class PlanConsultation(Action, prefix="uq"):
    """Let a draft open by itself at its time."""

    consultation: Annotated[ConsultationId, ROW]


class UnscheduleConsultation(Action, prefix="us"):
    """Let it not open by itself."""

    consultation: Annotated[ConsultationId, ROW]


class ContinueWork(Action, prefix="uc"):
    """Go on with some work."""

    draft: Annotated[ConsultationDraftId, ROW]


class ShowWorkStep(Action, prefix="ug"):
    """Go to a step of the work."""

    draft: Annotated[ConsultationDraftId, ROW]
    step: Ask
    returns: bool


class ShowWorkPage(Action, prefix="up"):
    """Turn a page of the choices of a step, or of the preview."""

    draft: Annotated[ConsultationDraftId, ROW]
    step: Ask
    page: Annotated[int, ROW]


class ChooseForWork(Action, prefix="ua"):
    """Answer a step with one of several things."""

    draft: Annotated[ConsultationDraftId, ROW]
    step: Ask
    choice: Annotated[str, Field(pattern=r"^[a-z]{1,12}$")]


#: A choice is long: with the number of every draft that there will ever be it still fits a button.
_DRAFT = Field(ge=0, le=10**12)


class TickForWork(Action, prefix="ut"):
    """Say whether it is about a topic or a region."""

    draft: Annotated[ConsultationDraftId, _DRAFT]
    step: Ask
    choice: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,24}$")]
    is_ticked: bool


class SkipWorkStep(Action, prefix="uk"):
    """Leave a step empty."""

    draft: Annotated[ConsultationDraftId, ROW]
    step: Ask


class TakeDocumentOut(Action, prefix="ud"):
    """Take a document out of the work."""

    draft: Annotated[ConsultationDraftId, ROW]
    mark: Annotated[str, Field(pattern=r"^[0-9a-f]{8}$")]


class PreviewIn(Action, prefix="ul"):
    """Show how people of another language will see it."""

    draft: Annotated[ConsultationDraftId, ROW]
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]


class ConfirmWork(Action, prefix="uo"):
    """Do what has been looked over."""

    draft: Annotated[ConsultationDraftId, ROW]
    outcome: Outcome
    revision: Annotated[str, Field(pattern=r"^[0-9a-f]{8}$")]


class PutWorkAside(Action, prefix="uv"):
    """Save the work and leave it for now."""


class AskDiscardWork(Action, prefix="ue"):
    """Ask whether to throw the work away."""

    draft: Annotated[ConsultationDraftId, ROW]


class DiscardWork(Action, prefix="ux"):
    """Throw the work away."""

    draft: Annotated[ConsultationDraftId, ROW]
