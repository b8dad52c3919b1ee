"""The actions on many proposals at once. Prefixes are written down in people's chats: change none, add freely."""

from typing import Annotated

from pydantic import Field

from bot.domain.bulks import BulkId
from bot.domain.proposals import ProposalId, ProposalState
from bot.ui.action import ROW, Action

_Page = Annotated[int, Field(ge=0, le=99_999)]


class ShowMarking(Action, prefix="jv"):
    """Mark proposals of the list that one has left."""

    page: _Page = 0


class MarkProposal(Action, prefix="jw"):
    """Mark a proposal, or take its mark away."""

    proposal: Annotated[ProposalId, ROW]
    is_on: bool
    page: _Page


class MarkFound(Action, prefix="jx"):
    """Mark everything that is found."""


class UnmarkAll(Action, prefix="jy"):
    """Take all marks away."""


class ChooseForMarked(Action, prefix="jz"):
    """Offer what can be done with all that are marked."""


class BeginBulk(Action, prefix="jba"):
    """Prepare a step with all that are marked."""

    became: ProposalState


class SendBulk(Action, prefix="jbb"):
    """Take a step with many that needs no reason."""

    bulk: Annotated[BulkId, ROW]
