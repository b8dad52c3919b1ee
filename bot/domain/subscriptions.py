"""Subscriptions: what a person, a group or a channel wants to hear of, how often, and when not at all."""

from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import NewType
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict

from bot.domain.commitments import CommitmentId
from bot.domain.consultations import ConsultationId
from bot.domain.errors import CivicError

SubscriptionId = NewType("SubscriptionId", int)

#: The hour, on the clock on the wall, at which digests come; the weekly one on Mondays.
DIGEST_HOUR = 9
#: So many consultations, and so many commitments, one subscription follows.
MOST_FOLLOWED = 50
#: The longest pause, in days.
LONGEST_PAUSE = 366


class Pace(StrEnum):
    """How often one hears: of each event as it comes, or of all together."""

    AT_ONCE = "at_once"
    DAILY = "daily"
    WEEKLY = "weekly"


class Facet(StrEnum):
    """By what consultations are chosen."""

    TOPIC = "topic"
    REGION = "region"


class Subscription(BaseModel):
    """What goes to one chat.

    Attributes:
        id: row id; 0 before it is stored.
        chat_id: a person's id, or a group's or channel's, which is negative.
        is_broad: whether it is for every consultation that fits; else only for those that are followed.
        topics: of interest; none for all.
        regions: of interest; none for all. What is for the whole country or city fits every region.
        consultations: followed one by one.
        commitments: followed one by one.
        all_commitments: whether it is for the progress of every commitment.
        told_to: row id of the last campaign that is dealt with; events after it are told at once, or by the
            next digest.
        digest_at: when the next digest is due; None where events are told at once.
        paused_until: until when nothing is told; None while there is no pause.
    """

    model_config = ConfigDict(frozen=True)

    id: SubscriptionId = SubscriptionId(0)
    chat_id: int
    is_broad: bool = True
    topics: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    consultations: tuple[ConsultationId, ...] = ()
    commitments: tuple[CommitmentId, ...] = ()
    all_commitments: bool = False
    pace: Pace = Pace.AT_ONCE
    told_to: int = 0
    digest_at: datetime | None = None
    paused_until: datetime | None = None
    created_at: datetime

    def chosen(self, facet: Facet) -> tuple[str, ...]:
        """Ids of the content by which consultations are chosen; none for all."""
        return self.topics if facet is Facet.TOPIC else self.regions

    def with_chosen(self, facet: Facet, chosen: tuple[str, ...]) -> "Subscription":
        """The same with another choice; whoever chooses wants to hear of what fits."""
        name = "topics" if facet is Facet.TOPIC else "regions"
        return self.model_copy(update={name: chosen, "is_broad": True})

    @property
    def is_empty(self) -> bool:
        """Whether nothing can ever come of it."""
        return not (self.is_broad or self.all_commitments or self.consultations or self.commitments)


class FollowsFull(CivicError):
    """So many are followed already that one has to go first; `most` says how many."""

    message_id = "subscription-error-full"


class PauseTooLong(CivicError):
    """A pause that ends in the past, or later than in a year."""

    message_id = "subscription-error-pause"


def next_digest(pace: Pace, after: datetime, zone: ZoneInfo) -> datetime | None:
    """When the next digest of this pace is due.

    Args:
        pace: how often.
        after: it comes later than this.
        zone: of the clock on the wall.

    Returns:
        A moment, or None where there are no digests.
    """
    if pace is Pace.AT_ONCE:
        return None
    day = after.astimezone(zone).date()
    while True:
        due = datetime.combine(day, time(DIGEST_HOUR), zone).astimezone(after.tzinfo)
        if due > after and (pace is Pace.DAILY or day.weekday() == 0):
            return due
        day += timedelta(days=1)
