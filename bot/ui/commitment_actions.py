"""The actions on commitments. Prefixes are written down in people's chats: change none, add freely."""

from typing import Annotated

from pydantic import Field

from bot.domain.commitments import CommitmentId, CommitmentStatus
from bot.domain.knowledge import ID_PATTERN, SHORT_ID, EntityId
from bot.domain.proposals import ProposalId
from bot.ui.action import ROW, Action

_PLAN = Field(pattern=ID_PATTERN, max_length=SHORT_ID)
_COMMITMENT = Field(pattern=ID_PATTERN, max_length=SHORT_ID)
_PAGE = Field(ge=0, le=999)


class ListCommitments(Action, prefix="kl"):
    """List the commitments of a plan.

    Attributes:
        page: from 0.
    """

    plan: Annotated[EntityId, _PLAN]
    page: Annotated[int, _PAGE] = 0


class ShowCommitment(Action, prefix="k"):
    """Read a commitment: its status, and what it came from.

    Attributes:
        page: of its text, from 0.
    """

    commitment: Annotated[CommitmentId, _COMMITMENT]
    page: Annotated[int, _PAGE] = 0


class ListOrigins(Action, prefix="kp"):
    """List the proposals that a commitment came from."""

    commitment: Annotated[CommitmentId, _COMMITMENT]
    page: Annotated[int, _PAGE] = 0


class ChooseStatus(Action, prefix="ks"):
    """Offer the levels at which a commitment may be carried out."""

    commitment: Annotated[CommitmentId, _COMMITMENT]


class StateStatus(Action, prefix="kw"):
    """Write the word on a commitment's status."""

    commitment: Annotated[CommitmentId, _COMMITMENT]
    status: CommitmentStatus


class ChooseFromPlan(Action, prefix="kc"):
    """Offer a plan's commitments, of which a proposal may have become one."""

    proposal: Annotated[ProposalId, ROW]
    plan: Annotated[EntityId, _PLAN]
    page: Annotated[int, Field(ge=0, le=99)] = 0
