"""Moments as people write them."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain.moments import MomentUnclear, example, typed, written

KYIV = ZoneInfo("Europe/Kyiv")
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("20.12.2026 18:00", "2026-12-20T18:00:00+02:00"),
        ("2026-12-20 18:00", "2026-12-20T18:00:00+02:00"),
        ("20.12.2026, 18.00", "2026-12-20T18:00:00+02:00"),
        ("20.12.2026 о 18:00", "2026-12-20T18:00:00+02:00"),
        (" 20/12/2026 ", "2026-12-20T23:59:59+02:00"),
        ("20.12", "2026-12-20T23:59:59+02:00"),
        ("20.12.", "2026-12-20T23:59:59+02:00"),
        ("3.2 09:30", "2027-02-03T09:30:00+02:00"),
        ("01.07.2027 10:00", "2027-07-01T10:00:00+03:00"),
        ("29.02.2028", "2028-02-29T23:59:59+02:00"),
    ],
)
def test_day_and_hour_are_those_of_the_zone(text, local):
    assert typed(text, KYIV, NOW).astimezone(KYIV).isoformat() == local


@pytest.mark.parametrize(
    "text",
    [
        "",
        "завтра",
        "31.02.2027",
        "29.02.2027",
        "20.13.2026",
        "20.12.2026 25:00",
        "20.12.2026 18",
        "12",
        "٢٠.١٢.2026",
    ],
)
def test_what_no_calendar_has_is_refused_with_an_example(text):
    with pytest.raises(MomentUnclear) as caught:
        typed(text, KYIV, NOW)
    assert typed(caught.value.args_of_text["example"], KYIV, NOW) > NOW


def test_hour_that_spring_leaves_out_is_none():
    with pytest.raises(MomentUnclear):
        typed("28.03.2027 03:30", KYIV, NOW)


def test_day_alone_can_mean_another_hour():
    assert typed("20.12", KYIV, NOW, by_default=time(9)).astimezone(KYIV).hour == 9


def test_example_is_one():
    assert written(example(KYIV, NOW)) == "08.12.2026 18:00"
    assert typed("08.12.2026 18:00", KYIV, NOW) == example(KYIV, NOW)
