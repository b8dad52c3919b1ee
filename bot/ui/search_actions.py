"""The actions on searches among public proposals. Prefixes are written down in chats: change none, add freely."""

from typing import Annotated

from bot.domain.consultations import ConsultationId
from bot.domain.searches import SearchId
from bot.ui.action import ROW, Action


class SearchProposals(Action, prefix="bw"):
    """Ask for the words.

    Attributes:
        consultation: row id; 0 for all.
    """

    consultation: Annotated[ConsultationId, ROW] = ConsultationId(0)


class ShowFound(Action, prefix="bf"):
    """Show what a search finds.

    Attributes:
        page: from 0.
    """

    search: Annotated[SearchId, ROW]
    page: Annotated[int, ROW] = 0
