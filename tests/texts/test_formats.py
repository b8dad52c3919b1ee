"""Dates, times, numbers and plurals, as the shipped languages write them."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.texts import TextBroken, Texts

NBSP = "\u00a0"
LOCALES = Path(__file__).parents[2] / "locales"


@pytest.mark.parametrize(
    ("days", "uk", "en"),
    [
        (-1, "строк минув", "time is over"),
        (0, "останній день", "last day"),
        (1, "залишився 1 день", "1 day left"),
        (2, "залишилося 2 дні", "2 days left"),
        (3, "залишилося 3 дні", "3 days left"),
        (5, "залишилося 5 днів", "5 days left"),
        (11, "залишилося 11 днів", "11 days left"),
        (12, "залишилося 12 днів", "12 days left"),
        (21, "залишився 21 день", "21 days left"),
        (22, "залишилося 22 дні", "22 days left"),
        (111, "залишилося 111 днів", "111 days left"),
    ],
)
def test_days_left_follow_the_plural_of_the_language(shipped, days, uk, en):
    assert shipped.speaker("uk").days_left(days) == uk
    assert shipped.speaker("en").days_left(days) == en


@pytest.mark.parametrize(
    ("count", "uk", "en"),
    [
        (0, "0 днів", "0 days"),
        (1, "1 день", "1 day"),
        (2, "2 дні", "2 days"),
        (5, "5 днів", "5 days"),
        (11, "11 днів", "11 days"),
        (21, "21 день", "21 days"),
        (22, "22 дні", "22 days"),
        (111, "111 днів", "111 days"),
        (1.5, "1,5 дня", "1.5 days"),
        (25_001, f"25{NBSP}001 день", "25,001 days"),
    ],
)
def test_counts_choose_the_plural_of_the_language(texts_of, count, uk, en):
    texts = texts_of(
        uk="d = { $n } { $n ->\n [one] день\n [few] дні\n [many] днів\n *[other] дня\n }",
        en="d = { $n } { $n ->\n [one] day\n *[other] days\n }",
    )
    assert texts.speaker("uk")("d", n=count) == uk
    assert texts.speaker("en")("d", n=count) == en


@pytest.mark.parametrize(
    ("value", "uk", "en"),
    [
        (date(2026, 11, 23), "23 листопада 2026 року", "23 November 2026"),
        (date(2021, 1, 1), "1 січня 2021 року", "1 January 2021"),
        ("2021-01-01", "1 січня 2021 року", "1 January 2021"),
        ("2021-01", "січень 2021 року", "January 2021"),
        ("2021", "2021 рік", "2021"),
        # New Year comes to Kyiv two hours before it comes to Greenwich.
        (datetime(2025, 12, 31, 22, 30, tzinfo=UTC), "1 січня 2026 року", "1 January 2026"),
    ],
)
def test_dates_are_written_in_words(shipped, value, uk, en):
    assert shipped.speaker("uk").date(value) == uk
    assert shipped.speaker("en").date(value) == en


@pytest.mark.parametrize("wrong", ["", "21", "2021-13", "2021-02-30", "23.11.2026", "2021-01-01-01"])
def test_what_is_no_date_is_refused_and_in_production_shown_as_it_is(shipped, wrong):
    with pytest.raises(TextBroken, match="not a year"):
        shipped.speaker("uk").as_of(wrong)
    lenient = Texts.load(LOCALES, languages=("uk",), zone=ZoneInfo("Europe/Kyiv"))
    assert lenient.speaker("uk").as_of(wrong) == wrong


@pytest.mark.parametrize(
    ("moment", "clock"),
    [
        (datetime(2026, 11, 23, 16, 0, tzinfo=UTC), "18:00"),
        (datetime(2026, 7, 1, 16, 0, tzinfo=UTC), "19:00"),
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), "02:59"),  # the last minute of winter time
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), "04:00"),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "03:30"),  # the hour that comes twice
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "03:30"),
    ],
)
def test_times_are_kyivs_in_summer_and_in_winter(shipped, moment, clock):
    assert shipped.speaker("uk").time(moment) == f"{clock} за Києвом"
    assert shipped.speaker("en").time(moment) == f"{clock} Kyiv time"


def test_moment_is_date_and_time(shipped):
    moment = datetime(2026, 11, 23, 16, 0, tzinfo=UTC)
    assert shipped.speaker("uk").moment(moment) == "23 листопада 2026 року, 18:00 за Києвом"
    assert shipped.speaker("en").moment(moment) == "23 November 2026, 18:00 Kyiv time"


def test_moment_without_a_zone_is_refused_and_in_production_taken_as_utc(shipped):
    naive = datetime(2026, 11, 23, 16, 0)  # noqa: DTZ001 - the mistake under test
    with pytest.raises(TextBroken, match="without a zone"):
        shipped.speaker("uk").time(naive)
    lenient = Texts.load(LOCALES, languages=("uk",), zone=ZoneInfo("Europe/Kyiv"))
    assert lenient.speaker("uk").time(naive) == "18:00 за Києвом"


@pytest.mark.parametrize(
    ("zone", "uk", "en"),
    [
        ("UTC", "16:00 за всесвітнім часом", "16:00 UTC"),
        ("America/New_York", "11:00 (Нью-Йорк)", "11:00 New York time"),
    ],
)
def test_other_zones_are_named_by_their_city(zone, uk, en):
    texts = Texts.load(LOCALES, languages=("uk", "en"), zone=ZoneInfo(zone), strict=True)
    moment = datetime(2026, 11, 23, 16, 0, tzinfo=UTC)
    assert texts.speaker("uk").time(moment) == uk
    assert texts.speaker("en").time(moment) == en


@pytest.mark.parametrize(
    ("value", "uk", "en"),
    [
        (0, "0", "0"),
        (2026, "2026", "2026"),
        (-9999, "-9999", "-9999"),
        (10_000, f"10{NBSP}000", "10,000"),
        (1_234_567.5, f"1{NBSP}234{NBSP}567,5", "1,234,567.5"),
        (0.12345, "0,123", "0.123"),
    ],
)
def test_numbers_are_grouped_from_five_digits_on(shipped, value, uk, en):
    assert shipped.speaker("uk").number(value) == uk
    assert shipped.speaker("en").number(value) == en


@pytest.mark.parametrize(
    ("size", "uk", "en"),
    [
        (0, "0 Б", "0 B"),
        (1023, "1023 Б", "1023 B"),
        (1536, "1,5 КБ", "1.5 KB"),
        (20 * 1024**2, "20 МБ", "20 MB"),
        (5000 * 1024**3, "5000 ГБ", "5000 GB"),
    ],
)
def test_sizes_are_short(shipped, size, uk, en):
    assert shipped.speaker("uk").size(size) == uk.replace(" ", NBSP)
    assert shipped.speaker("en").size(size) == en.replace(" ", NBSP)


@pytest.mark.parametrize(
    ("now", "left"),
    [
        ("2026-12-18T23:30", "залишилося 2 дні"),  # a day and a half, but two days on the calendar
        ("2026-12-19T00:30", "залишився 1 день"),
        ("2026-12-20T00:30", "останній день"),
        ("2026-12-20T18:00", "строк минув"),
        ("2027-01-01T00:00", "строк минув"),
    ],
)
def test_time_left_is_counted_on_the_calendar_of_the_zone(shipped, now, left):
    zone = ZoneInfo("Europe/Kyiv")
    deadline = datetime(2026, 12, 20, 18, 0, tzinfo=zone)
    moment = datetime.fromisoformat(now).replace(tzinfo=zone).astimezone(UTC)
    assert shipped.speaker("uk").time_left(deadline, moment) == left
