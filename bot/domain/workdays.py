"""Working days: Monday to Friday, less the holidays that the operator names."""

from collections.abc import Collection
from datetime import date, timedelta

_SATURDAY = 5


def after(day: date, working_days: int, *, holidays: Collection[date] = ()) -> date:
    """The working day that comes so many working days after a day, which itself does not count.

    Args:
        day: any day.
        working_days: at least 1.
        holidays: days that do not count though they are no weekend.
    """
    while working_days:
        day += timedelta(days=1)
        working_days -= day.weekday() < _SATURDAY and day not in holidays
    return day
