"""The secretariat's morning: what waits, counted once a working day."""

from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import NewType
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict

BriefingId = NewType("BriefingId", int)

#: A response is due soon where its reply-by date is so near.
SOON = timedelta(days=3)


class Item(StrEnum):
    """A line of the morning, in its order; each leads to a list."""

    NEW = "new"
    OVERDUE = "overdue"
    DUE = "due"
    QUESTIONS = "questions"
    #: What authors have written: to a question, against a refusal.
    ANSWERS = "answers"
    APPEALS = "appeals"
    HIDINGS = "hidings"
    BLOCKS = "blocks"
    #: Messages that could not be sent since the morning before.
    FAILED = "failed"


class Briefing(BaseModel):
    """A morning. A row for each working day, also for one on which there was nothing to say.

    Attributes:
        day: in the configured zone; the key against repeats.
        since: what is new has come after this moment.
    """

    model_config = ConfigDict(frozen=True)

    id: BriefingId
    day: date
    since: datetime
    created_at: datetime


def due_at(day: date, at: time, zone: ZoneInfo) -> datetime:
    """When the morning of a day begins, in UTC; an hour that the clock leaves out is the one after it."""
    return datetime.combine(day, at, zone).astimezone(UTC)
