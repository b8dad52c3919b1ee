"""Broadcasts: how a message to many goes. The campaign's row counts; nothing here knows a recipient."""

from datetime import datetime, timedelta
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from bot.domain.errors import CivicError
from bot.domain.notices import CampaignId, NoticeKind


class BroadcastUnknown(CivicError):
    """There is no broadcast of this number."""

    message_id = "broadcast-error-unknown"


class BroadcastOver(CivicError):
    """It has ended or been cancelled: nothing of it can be changed any more."""

    message_id = "broadcast-error-over"


class BroadcastState(StrEnum):
    """`running ⇄ paused`, from both `cancelled`; `done` once nothing is left."""

    RUNNING = "running"
    PAUSED = "paused"
    CANCELLED = "cancelled"
    DONE = "done"


class Broadcast(BaseModel):
    """A message to many on its way.

    Attributes:
        subject_id: row id of what it is about.
        queued: how many recipients have their notice so far.
        sent: how many Telegram has taken.
        failed: how many it has refused, or never answered for.
        unreachable: how many have blocked the bot, or are gone.
        cancelled: how many did not want it any more, or did not get it because it was cancelled.
        pace: messages a second, as measured last; 0 before that.
        unqueued: how many are still to be looked at who have no notice yet: it may concern fewer.
        ended_at: when nothing was left of it.
    """

    model_config = ConfigDict(frozen=True)

    id: CampaignId
    kind: NoticeKind
    subject_id: int
    state: BroadcastState
    queued: int
    sent: int
    failed: int
    unreachable: int
    cancelled: int
    pace: float
    unqueued: int
    created_at: datetime
    ended_at: datetime | None

    @property
    def settled(self) -> int:
        """How many recipients are through with it, one way or another."""
        return self.sent + self.failed + self.unreachable + self.cancelled

    @property
    def waiting(self) -> int:
        """How many recipients it has still before it; nobody's once it has ended."""
        return 0 if self.ended_at else max(0, self.queued - self.settled) + self.unqueued

    @property
    def is_over(self) -> bool:
        """Whether it can be changed no more."""
        return self.state in {BroadcastState.CANCELLED, BroadcastState.DONE}

    @property
    def share(self) -> float:
        """How much of it is done, from 0 to 1."""
        total = self.settled + self.waiting
        return self.settled / total if total else 1.0

    def left(self, rate: int) -> timedelta | None:
        """How long it will still take; None where nobody can say.

        Args:
            rate: messages a second that are allowed, for as long as none has been measured.
        """
        if self.state is not BroadcastState.RUNNING:
            return None
        return timedelta(seconds=self.waiting / (self.pace or rate))


class BroadcastView(BaseModel):
    """The message in a chat that shows how a broadcast goes, as it goes."""

    model_config = ConfigDict(frozen=True)

    broadcast_id: CampaignId
    chat_id: int
    message_id: int
