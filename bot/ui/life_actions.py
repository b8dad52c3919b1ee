"""The actions on submitted proposals. Prefixes are written down in people's chats: change none, add freely."""

from typing import Annotated

from pydantic import Field

from bot.domain.desk import Tray
from bot.domain.knowledge import ID_PATTERN
from bot.domain.proposals import ProposalId, ProposalState
from bot.ui.action import ROW, Action


class ShowDesk(Action, prefix="fd"):
    """Say what waits for the secretariat."""


class ShowTray(Action, prefix="fq"):
    """List the proposals with which something is to be done.

    Attributes:
        page: from 0.
    """

    tray: Tray
    page: Annotated[int, ROW]


class ShowProposalCase(Action, prefix="fc"):
    """Read a proposal, as a member of the secretariat."""

    proposal: Annotated[ProposalId, ROW]
    page: Annotated[int, ROW] = 0


class TakeUp(Action, prefix="ft"):
    """Take a proposal under review."""

    proposal: Annotated[ProposalId, ROW]


class AskAuthor(Action, prefix="fa"):
    """Write a question to the author."""

    proposal: Annotated[ProposalId, ROW]


class ChooseDecision(Action, prefix="fs"):
    """Offer the decisions that there are."""

    proposal: Annotated[ProposalId, ROW]


class Decide(Action, prefix="fv"):
    """Write the reason of a decision."""

    proposal: Annotated[ProposalId, ROW]
    decision: ProposalState


class ChooseCommitment(Action, prefix="fm"):
    """Offer the commitments of the plans."""

    proposal: Annotated[ProposalId, ROW]
    page: Annotated[int, ROW]


class ConfirmAdoption(Action, prefix="fp"):
    """Ask whether the proposal has become this commitment.

    Attributes:
        commitment: id; a longer one than fits a button is chosen on the command line.
    """

    proposal: Annotated[ProposalId, ROW]
    commitment: Annotated[str, Field(pattern=ID_PATTERN, max_length=36)]


class AdoptProposal(Action, prefix="fo"):
    """The proposal has become this commitment."""

    proposal: Annotated[ProposalId, ROW]
    commitment: Annotated[str, Field(pattern=ID_PATTERN, max_length=36)]


class ConfirmImplemented(Action, prefix="fi"):
    """Ask whether what the proposal has become is done."""

    proposal: Annotated[ProposalId, ROW]


class MarkImplemented(Action, prefix="fj"):
    """What the proposal has become is done."""

    proposal: Annotated[ProposalId, ROW]


class ShowOwnPage(Action, prefix="fy"):
    """List one's own proposals, a page of them."""

    page: Annotated[int, ROW]


class ReadOwnProposal(Action, prefix="fr"):
    """Read one's own proposal, a page of it."""

    proposal: Annotated[ProposalId, ROW]
    page: Annotated[int, ROW]


class AnswerClarification(Action, prefix="fe"):
    """Answer the secretariat's question."""

    proposal: Annotated[ProposalId, ROW]


class ContestRefusal(Action, prefix="fk"):
    """Write why a refusal is wrong."""

    proposal: Annotated[ProposalId, ROW]


class ConfirmWithdrawal(Action, prefix="fw"):
    """Ask whether to take the proposal back."""

    proposal: Annotated[ProposalId, ROW]


class WithdrawProposal(Action, prefix="fx"):
    """Withdraw the proposal."""

    proposal: Annotated[ProposalId, ROW]


class CorrectProposal(Action, prefix="fu"):
    """Correct the proposal before anybody looks at it."""

    proposal: Annotated[ProposalId, ROW]


class ShowQuietHours(Action, prefix="fh"):
    """Say when the bot does not write."""


class ChooseQuietHours(Action, prefix="fn"):
    """Do not write in these hours.

    Attributes:
        hours: the first and the last hour, as in `22-8`; empty for none.
    """

    hours: Annotated[str, Field(pattern=r"^(([01]?\d|2[0-3])-([01]?\d|2[0-3]))?$")]
