"""Roles: each may do what the ones before it may. Quiet hours: by the clock on the wall."""

from datetime import UTC, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import NotAllowed
from bot.domain.people import Actor, PersonId, QuietHours, Role


@pytest.mark.parametrize(("has", "needs"), list(product(Role, Role)))
def test_role_may_do_what_lesser_ones_may(has, needs):
    order = [Role.OBSERVER, Role.OFFICER, Role.ADMINISTRATOR]
    assert Actor(person_id=PersonId(1), role=has).may(needs) is (order.index(has) >= order.index(needs))


@pytest.mark.parametrize("needs", Role)
def test_citizen_has_no_role(needs):
    citizen = Actor(person_id=PersonId(1))
    assert not citizen.may(needs)
    with pytest.raises(NotAllowed):
        citizen.require(needs)


@pytest.mark.parametrize("needs", Role)
def test_operator_may_everything(needs):
    Actor.operator().require(needs)


ZONE = ZoneInfo("Europe/Kyiv")
NIGHT = QuietHours(begins=22 * 60, ends=8 * 60)


def wall(text: str, *, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE, fold=fold)


@pytest.mark.parametrize(
    ("moment", "until"),
    [
        ("2026-11-23T21:59", None),
        ("2026-11-23T22:00", "2026-11-24T08:00"),
        ("2026-11-24T00:00", "2026-11-24T08:00"),
        ("2026-11-24T07:59", "2026-11-24T08:00"),
        ("2026-11-24T08:00", None),
        ("2026-12-31T23:30", "2027-01-01T08:00"),
        # The clock is put on in the night of 29 March 2026, and back in the night of 25 October.
        ("2026-03-28T23:00", "2026-03-29T08:00"),
        ("2026-10-24T23:00", "2026-10-25T08:00"),
    ],
)
def test_quiet_hours_hold_until_they_end_on_the_wall(moment, until):
    held = NIGHT.held_until(wall(moment).astimezone(UTC), ZONE)
    assert held == (None if until is None else wall(until).astimezone(UTC))


def test_quiet_hours_within_a_day_do_not_reach_over_midnight():
    noon = QuietHours(begins=12 * 60, ends=14 * 60)
    assert noon.held_until(wall("2026-11-23T13:00"), ZONE) == wall("2026-11-23T14:00")
    assert noon.held_until(wall("2026-11-23T14:00"), ZONE) is None
    assert noon.held_until(wall("2026-11-23T11:59"), ZONE) is None


@given(
    moment=st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001
    begins=st.integers(0, 1439),
    ends=st.integers(0, 1439),
)
def test_quiet_hours_always_end_later_and_within_a_day(moment, begins, ends):
    held = QuietHours(begins=begins, ends=ends).held_until(moment, ZONE)
    assert held is None or timedelta() < held - moment <= timedelta(hours=26)
