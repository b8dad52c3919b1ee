"""Groups and channels that the bot was added to: one subscription each, in the hands of their administrators."""

from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from bot.domain.errors import CivicError


class GroupKind(StrEnum):
    """What Telegram calls it."""

    GROUP = "group"
    SUPERGROUP = "supergroup"
    CHANNEL = "channel"


class Group(BaseModel):
    """A group or a channel.

    Attributes:
        id: Telegram's, negative.
        title: as its administrators have named it.
        language: the one in which the bot speaks there; None for the first on offer.
        is_reachable: whether the bot may write there.
    """

    model_config = ConfigDict(frozen=True)

    id: int
    kind: GroupKind
    title: str = ""
    language: str | None = None
    is_reachable: bool = True
    met_at: datetime


class NotAdministrator(CivicError):
    """Only administrators of a group or channel choose what the bot writes there."""

    message_id = "group-error-administrator"


class GroupUnknown(CivicError):
    """The bot is in no such group or channel (any more)."""

    message_id = "group-error-unknown"
