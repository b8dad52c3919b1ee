"""Working days: Monday to Friday, less the holidays that the operator names."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

#: When offices close.
END_OF_DAY = time(18)
_SATURDAY = 5


def before(day: date, *, holidays: Collection[date] = ()) -> date:
    """The working day before a day."""
    day -= timedelta(days=1)
    while not is_working(day, holidays=holidays):
        day -= timedelta(days=1)
    return day


def after(day: date, working_days: int, *, holidays: Collection[date] = ()) -> date:
    """The working day that comes so many working days after a day, which itself does not count.

    Args:
        day: any day.
        working_days: at least 1.
        holidays: days that do not count though they are no weekend.
    """
    while working_days:
        day += timedelta(days=1)
        working_days -= is_working(day, holidays=holidays)
    return day


def is_working(day: date, *, holidays: Collection[date] = ()) -> bool:
    """Whether offices are open on a day."""
    return day.weekday() < _SATURDAY and day not in holidays


@dataclass(frozen=True)
class ReplyTerm:
    """How long the secretariat has for a response.

    Attributes:
        working_days: how many, after the day of the receipt.
        zone: where days begin and end.
        holidays: days that do not count though they are no weekend.
    """

    working_days: int
    zone: ZoneInfo
    holidays: Collection[date] = ()

    def __call__(self, received_at: datetime) -> datetime:
        """The end of the last working day for a response to what came at this moment, in UTC."""
        day = after(received_at.astimezone(self.zone).date(), self.working_days, holidays=self.holidays)
        return datetime.combine(day, END_OF_DAY, self.zone).astimezone(UTC)
