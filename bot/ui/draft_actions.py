"""The actions on drafts. Prefixes are written down in people's chats: change none, add freely."""

from typing import Annotated

from pydantic import Field

from bot.domain.consultations import ConsultationId
from bot.domain.drafts import DraftId, Mode, Step
from bot.domain.proposals import OgpValue
from bot.ui.action import ROW, Action


class BeginDraft(Action, prefix="db"):
    """Begin a new proposal.

    Attributes:
        consultation: row id; 0 for "at any time".
    """

    consultation: Annotated[ConsultationId, ROW]


class OfferConsultations(Action, prefix="do"):
    """Begin a new proposal, and ask first what it answers."""


class ContinueDraft(Action, prefix="dc"):
    """Go on with a draft.

    Attributes:
        draft: row id; 0 for the one in hand, or else the one written on last.
    """

    draft: Annotated[DraftId, ROW] = DraftId(0)


class ChooseMode(Action, prefix="dm"):
    """Ask for everything, or only for what is obligatory."""

    draft: Annotated[DraftId, ROW]
    mode: Mode


class SkipOptional(Action, prefix="dq"):
    """Go on to who one is, leaving out all that is optional."""

    draft: Annotated[DraftId, ROW]


class ChooseAnswer(Action, prefix="da"):
    """Answer a step with one of several things."""

    draft: Annotated[DraftId, ROW]
    step: Step
    choice: Annotated[str, Field(pattern=r"^([A-Za-z0-9_-]{1,24}|\*)$")]


class TickValue(Action, prefix="dt"):
    """Say whether the proposal serves an OGP value."""

    draft: Annotated[DraftId, ROW]
    value: OgpValue
    is_ticked: bool


class ShowDraftPage(Action, prefix="dp"):
    """Turn to another page of a step's choices, or of the preview.

    Attributes:
        page: from 0.
    """

    draft: Annotated[DraftId, ROW]
    step: Step
    page: Annotated[int, Field(ge=0, le=999)]


class ShowExample(Action, prefix="de"):
    """Show a good answer to a step."""

    draft: Annotated[DraftId, ROW]
    step: Step


class ChooseConsultation(Action, prefix="dk"):
    """Ask which consultation the draft is to answer."""

    draft: Annotated[DraftId, ROW]
