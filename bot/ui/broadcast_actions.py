"""The actions on messages to many. Prefixes are written down in people's chats: change none, add freely."""

from typing import Annotated

from bot.domain.notices import CampaignId
from bot.ui.action import ROW, Action


class ShowBroadcasts(Action, prefix="wl"):
    """List them."""


class ShowBroadcast(Action, prefix="ws"):
    """Show how one goes, as it goes."""

    broadcast: Annotated[CampaignId, ROW]


class PauseBroadcast(Action, prefix="wp"):
    """Let it wait."""

    broadcast: Annotated[CampaignId, ROW]


class ResumeBroadcast(Action, prefix="wr"):
    """Let it go on."""

    broadcast: Annotated[CampaignId, ROW]


class AskToCancelBroadcast(Action, prefix="wc"):
    """Ask whether it is to be cancelled."""

    broadcast: Annotated[CampaignId, ROW]


class CancelBroadcast(Action, prefix="wx"):
    """Stop it for good."""

    broadcast: Annotated[CampaignId, ROW]
