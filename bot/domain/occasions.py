"""Occasions on which people are reminded of a consultation: it closes soon, or they have asked for it."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from pydantic import BaseModel, ConfigDict

from bot.domain.consultations import Consultation, ConsultationId
from bot.domain.errors import CivicError
from bot.domain.people import PersonId

OccasionId = NewType("OccasionId", int)
ReminderId = NewType("ReminderId", int)
DigestId = NewType("DigestId", int)


class Lead(StrEnum):
    """How long before the end."""

    WEEK = "week"
    DAY = "day"

    @property
    def time(self) -> timedelta:
        """The occasion comes when so much is left."""
        return timedelta(days=7 if self is Lead.WEEK else 1)

    @property
    def latest(self) -> timedelta:
        """It comes no more when less than this is left: it would say something that is not so."""
        return timedelta(days=5) if self is Lead.WEEK else timedelta(hours=1)

    def fits(self, left: timedelta) -> bool:
        """Whether one can still say so."""
        return self.latest < left <= self.time


class Occasion(BaseModel):
    """A consultation closes soon.

    Attributes:
        closes_at: the deadline that it is about; void once that has been moved.
    """

    model_config = ConfigDict(frozen=True)

    id: OccasionId = OccasionId(0)
    consultation_id: ConsultationId
    lead: Lead
    closes_at: datetime

    def is_true(self, consultation: Consultation, now: datetime) -> bool:
        """Whether it can still be said."""
        is_same = self.closes_at == consultation.closes_at
        return is_same and consultation.is_open(now) and self.lead.fits(consultation.closes_at - now)


class ReminderMoment(StrEnum):
    """When somebody wants to be reminded: the next day at this hour, or a day before the end."""

    TOMORROW = "tomorrow"
    DAY_BEFORE = "day_before"


class Reminder(BaseModel):
    """Somebody's wish to be reminded of a consultation.

    Attributes:
        due_at: when; None for "a day before the end", which goes with the deadline.
        told_at: when its message was queued.
    """

    model_config = ConfigDict(frozen=True)

    id: ReminderId = ReminderId(0)
    person_id: PersonId
    consultation_id: ConsultationId
    moment: ReminderMoment
    due_at: datetime | None = None
    created_at: datetime
    told_at: datetime | None = None


class ReminderTooLate(CivicError):
    """By then the consultation is over, or the moment has passed already."""

    message_id = "reminder-error-late"


class OccasionOver(CivicError):
    """What somebody was to be reminded of is over, done, or was moved."""

    message_id = "occasion-error-over"
