"""The actions on proposals' being public. Prefixes are written down in people's chats: change none, add freely."""

from typing import Annotated

from bot.domain.hidings import Rule
from bot.domain.proposals import ProposalId
from bot.ui.action import ROW, Action


class ChooseRule(Action, prefix="gr"):
    """Offer the rules by which a proposal can be hidden."""

    proposal: Annotated[ProposalId, ROW]


class HideProposal(Action, prefix="gh"):
    """Write why a proposal is to be hidden."""

    proposal: Annotated[ProposalId, ROW]
    rule: Rule


class ContestHiding(Action, prefix="gx"):
    """Write why one's proposal should not be hidden."""

    proposal: Annotated[ProposalId, ROW]


class KeepHidden(Action, prefix="gk"):
    """Write why a proposal stays hidden."""

    proposal: Annotated[ProposalId, ROW]


class ShowAgain(Action, prefix="gs"):
    """Write why a proposal is shown again."""

    proposal: Annotated[ProposalId, ROW]
