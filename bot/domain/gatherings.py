"""Gatherings: meetings at which people gave the secretariat proposals on paper, for it to enter."""

import re
from datetime import date, datetime, timedelta
from typing import NewType

from pydantic import BaseModel, ConfigDict

from bot.domain.draft_steps import readable
from bot.domain.errors import CivicError

GatheringId = NewType("GatheringId", int)

#: Which text on the processing of personal data people sign on paper; raise it when that text changes.
PAPER_CONSENT = 1
#: What a proposal's consent is in the chat until somebody has taken it over there.
NOT_IN_CHAT = 0
#: Characters of a gathering's name.
SHORTEST, LONGEST = 3, 150
#: How long ago one may be: beyond that a date is a slip of the pen.
OLDEST = timedelta(days=5 * 365)
#: A day at the end of what was written: `12.10.2026` or `2026-10-12`.
_DAY = re.compile(
    r"(?P<name>.*?)[\s,;:.(–—-]*"
    r"(?:(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})|(?P<iso>\d{4}-\d{2}-\d{2}))\W*",
    re.ASCII | re.DOTALL,
)


class GatheringUnclear(CivicError):
    """No name, or no day, or one to come; nothing is lost."""

    message_id = "gathering-error-unclear"


class GatheringUnknown(CivicError):
    """No such gathering."""

    message_id = "gathering-error-unknown"


class Gathering(BaseModel):
    """A meeting.

    Attributes:
        held_on: the day.
        letter_id: the letter in which it was named; the key against repeats.
        proposals: how many were entered from it.
    """

    model_config = ConfigDict(frozen=True)

    id: GatheringId = GatheringId(0)
    name: str
    held_on: date
    letter_id: int | None = None
    proposals: int = 0
    created_at: datetime


def named_in(text: str, today: date) -> tuple[str, date]:
    """The name and the day of a gathering as somebody writes them: the day at the end.

    Args:
        text: a name, then `12.10.2026` or `2026-10-12`.
        today: the last day that it can have been.

    Raises:
        GatheringUnclear: one of them is missing or cannot be.
    """
    found = _DAY.fullmatch(text.strip())
    if found is None:
        raise GatheringUnclear
    try:
        held_on = (
            date.fromisoformat(found["iso"])
            if found["iso"]
            else date(int(found["year"]), int(found["month"]), int(found["day"]))
        )
    except ValueError as error:
        raise GatheringUnclear from error
    return checked(found["name"], held_on, today)


def checked(name: str, held_on: date, today: date) -> tuple[str, date]:
    """A name as it is kept, with its day.

    Raises:
        GatheringUnclear: the name is no name, or the day is to come or too long ago.
    """
    kept = readable(name, is_one_line=True)
    if not any(c.isalnum() for c in kept) or not SHORTEST <= len(kept) <= LONGEST:
        raise GatheringUnclear
    if not today - OLDEST <= held_on <= today:
        raise GatheringUnclear
    return kept, held_on
