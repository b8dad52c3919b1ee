"""The actions on proposals from meetings. Prefixes are written down in people's chats: change none, add freely."""

from typing import Annotated

from pydantic import Field

from bot.domain.gatherings import GatheringId
from bot.domain.proposals import ProposalId
from bot.ui.action import ROW, Action
from bot.ui.actions import SeenDraft


class ShowGatherings(Action, prefix="oa"):
    """List the meetings from which proposals are entered."""


class ShowGathering(Action, prefix="ob"):
    """Show one of them."""

    gathering: Annotated[GatheringId, ROW]


class NameGathering(Action, prefix="oc"):
    """Begin to name a meeting."""


class WriteDown(Action, prefix="od"):
    """Begin to write down a proposal from a meeting."""

    gathering: Annotated[GatheringId, ROW]


class AskPaperConsent(Action, prefix="oe"):
    """Ask whether the author has signed."""

    seen: SeenDraft


class EnterProposal(Action, prefix="of"):
    """Enter what was written down: its author has signed."""

    seen: SeenDraft


class ConfirmNewCode(Action, prefix="og"):
    """Ask before another code is handed out."""

    proposal: Annotated[ProposalId, ROW]


class HandOutCode(Action, prefix="oh"):
    """Hand out another code."""

    proposal: Annotated[ProposalId, ROW]


class ConfirmPaperWithdrawal(Action, prefix="ol"):
    """Ask before a proposal is taken back at its author's word."""

    proposal: Annotated[ProposalId, ROW]


class WithdrawPaper(Action, prefix="om"):
    """Take a proposal back at its author's word."""

    proposal: Annotated[ProposalId, ROW]


class AskForCode(Action, prefix="oi"):
    """Say how a proposal is taken over with a code."""


class TakeOver(Action, prefix="oj"):
    """Become the author of what a code is for.

    Attributes:
        code: what proves the right to it; a row id would not.
    """

    code: Annotated[str, Field(pattern=r"^[0-9A-Z]{12}$")]
