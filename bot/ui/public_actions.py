"""The actions on proposals that anybody may read. Prefixes are written down in chats: change none, add freely."""

from typing import Annotated

from bot.domain.consultations import ConsultationId
from bot.domain.proposals import ProposalId
from bot.ui.action import ROW, Action


class ShowPublicList(Action, prefix="bl"):
    """List what anybody may read.

    Attributes:
        consultation: row id; 0 for all.
        by_support: the most supported first, otherwise the newest.
        page: from 0.
    """

    consultation: Annotated[ConsultationId, ROW] = ConsultationId(0)
    by_support: bool = False
    page: Annotated[int, ROW] = 0


class ReadProposal(Action, prefix="br"):
    """Read one of them.

    Attributes:
        page: from 0.
    """

    proposal: Annotated[ProposalId, ROW]
    page: Annotated[int, ROW] = 0


class SupportProposal(Action, prefix="bs"):
    """Support it."""

    proposal: Annotated[ProposalId, ROW]


class TakeSupportBack(Action, prefix="bt"):
    """Take one's support back."""

    proposal: Annotated[ProposalId, ROW]
