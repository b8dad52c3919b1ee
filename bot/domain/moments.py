"""Moments as people write them: a day, or a day and an hour on the clock of one zone."""

import re
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.errors import CivicError

#: `2026-12-20`, `20.12.2026`, `20.12`, each with or without `18:00` or `18.00` after it.
_TYPED = re.compile(
    r"(?:(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
    r"|(?P<day2>\d{1,2})[./](?P<month2>\d{1,2})(?:[./](?P<year2>\d{4}))?\.?)"
    r"(?:\D{1,6}(?P<hour>\d{1,2})[:.](?P<minute>\d{2}))?",
    re.ASCII,
)
#: The last second of a day: midnight would be shown with the next day's date.
LAST_SECOND = time(23, 59, 59)


class MomentUnclear(CivicError):
    """No day, or no such day or hour; the error gives an example."""

    message_id = "moment-error-unclear"


def typed(text: str, zone: ZoneInfo, now: datetime, *, by_default: time = LAST_SECOND) -> datetime:
    """The moment that somebody has written, in UTC.

    Args:
        text: day and month, perhaps a year, perhaps hours and minutes.
        zone: the zone of the clock.
        now: a day without a year is the next such day.
        by_default: the hour that is meant by a day alone.

    Raises:
        MomentUnclear: it is none, or there is no such day or hour in the zone.
    """
    found = _TYPED.fullmatch(text.strip())
    if found is None:
        raise MomentUnclear(example=written(example(zone, now)))
    day, month = int(found["day"] or found["day2"]), int(found["month"] or found["month2"])
    year = found["year"] or found["year2"]
    hour = time(int(found["hour"]), int(found["minute"])) if _is_hour(found) else by_default
    if found["hour"] and not _is_hour(found):
        raise MomentUnclear(example=written(example(zone, now)))
    today = now.astimezone(zone).date()
    for candidate in (int(year),) if year else (today.year, today.year + 1):
        moment = in_zone(candidate, month, day, hour, zone)
        if moment is not None and (year or moment.astimezone(zone).date() >= today):
            return moment
    raise MomentUnclear(example=written(example(zone, now)))


def in_zone(year: int, month: int, day: int, hour: time, zone: ZoneInfo) -> datetime | None:
    """The moment in UTC; None where the calendar or the clock of the zone has no such."""
    try:
        local = datetime(year, month, day, hour.hour, hour.minute, hour.second, tzinfo=zone)
        moment = local.astimezone(UTC)
        is_there = moment.astimezone(zone).replace(tzinfo=None) == local.replace(tzinfo=None)
    except (ValueError, OverflowError):
        return None
    return moment if is_there else None  # the hour that is left out in spring is none


def example(zone: ZoneInfo, now: datetime) -> datetime:
    """The evening two weeks on."""
    return (now + timedelta(days=14)).astimezone(zone).replace(hour=18, minute=0, second=0, microsecond=0)


def written(moment: datetime) -> str:
    """A moment as one can write it."""
    return f"{moment:%d.%m.%Y %H:%M}"


def _is_hour(found: re.Match[str]) -> bool:
    return bool(found["hour"]) and int(found["hour"]) < 24 and int(found["minute"]) < 60
