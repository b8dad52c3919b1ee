"""The actions on proposals that anybody may read. Prefixes are written down in chats: change none, add freely."""

from typing import Annotated

from pydantic import Field

from bot.domain.consultations import ConsultationId
from bot.domain.proposals import ProposalId
from bot.ui.action import Action

#: SQLite's integers; a forged number beyond them is no action of ours.
_ROW = Field(ge=0, le=2**63 - 1)


class ShowPublicList(Action, prefix="bl"):
    """List what anybody may read.

    Attributes:
        consultation: row id; 0 for all.
        by_support: the most supported first, otherwise the newest.
        page: from 0.
    """

    consultation: Annotated[ConsultationId, _ROW] = ConsultationId(0)
    by_support: bool = False
    page: Annotated[int, _ROW] = 0


class ReadProposal(Action, prefix="br"):
    """Read one of them.

    Attributes:
        page: from 0.
    """

    proposal: Annotated[ProposalId, _ROW]
    page: Annotated[int, _ROW] = 0


class SupportProposal(Action, prefix="bs"):
    """Support it."""

    proposal: Annotated[ProposalId, _ROW]


class TakeSupportBack(Action, prefix="bt"):
    """Take one's support back."""

    proposal: Annotated[ProposalId, _ROW]
