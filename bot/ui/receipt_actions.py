"""What buttons about receipts and the rules do. Prefixes are written down in people's chats: change none."""

from typing import Annotated

from bot.domain.proposals import ProposalId
from bot.ui.action import ROW, Action


class ShowReceipt(Action, prefix="rc"):
    """Show the receipt of one's own proposal again."""

    proposal: Annotated[ProposalId, ROW]


class ShowProof(Action, prefix="rp"):
    """Say how to check that nothing was changed or removed."""

    proposal: Annotated[ProposalId, ROW]


class ShowRules(Action, prefix="ru"):
    """Say what is not allowed in proposals, and who decides."""
