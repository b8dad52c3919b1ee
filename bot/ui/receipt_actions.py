"""What buttons about receipts and the rules do. Prefixes are written down in people's chats: change none."""

from typing import Annotated

from pydantic import Field

from bot.domain.proposals import ProposalId
from bot.ui.action import Action

#: SQLite's integers; a forged number beyond them is no action of ours.
_ROW = Field(ge=0, le=2**63 - 1)


class ShowReceipt(Action, prefix="rc"):
    """Show the receipt of one's own proposal again."""

    proposal: Annotated[ProposalId, _ROW]


class ShowProof(Action, prefix="rp"):
    """Say how to check that nothing was changed or removed."""

    proposal: Annotated[ProposalId, _ROW]


class ShowRules(Action, prefix="ru"):
    """Say what is not allowed in proposals, and who decides."""
