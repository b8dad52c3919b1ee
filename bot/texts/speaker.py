"""Speaks one language: texts with their arguments, and dates, times, numbers and sizes."""

from datetime import UTC, date, datetime
from typing import Final
from zoneinfo import ZoneInfo

import structlog
from babel.dates import get_month_names, get_timezone_location

from bot.texts.bundle import Bundle, Fraction, Whole, figures
from bot.texts.errors import TextBroken, TextMissing
from bot.texts.markup import Html, escaped, without_markup

#: What a text can be given. Strings are escaped unless they are `Html`; a datetime is written as date and
#: time, a date as a date; a bool selects `[true]` or `[false]`; numbers select plural forms.
Argument = str | int | float | date

_UNITS: Final = ("bytes", "kilobytes", "megabytes", "gigabytes")
_log = structlog.get_logger(__name__)


class Speaker:
    """Texts in one language.

    Called with a message id it gives Telegram's HTML; `plain` gives the same without markup. Whatever is
    wrong with a text raises when strict; otherwise it is logged, and the nearest readable thing is given.
    """

    def __init__(self, bundle: Bundle, fallback: Bundle, *, zone: ZoneInfo, strict: bool) -> None:
        self.language = bundle.language
        self._bundle = bundle
        self._fallback = fallback
        self._zone = zone
        self._strict = strict
        self._fixed: dict[str, Html] = {}
        self._fixed_plain: dict[str, str] = {}
        self._months = get_month_names("wide", "format", bundle.locale)
        self._months_alone = get_month_names("wide", "stand-alone", bundle.locale)
        self._city = get_timezone_location(zone, locale=bundle.locale, return_city=True)

    def __call__(self, message_id: str, /, **args: Argument) -> Html:
        """The text as Telegram's HTML; may itself be an argument of another text.

        Raises:
            TextMissing: strict, and there is no such text in this language.
            TextBroken: strict, and an argument is missing, superfluous or of a wrong type.
        """
        if not args and (fixed := self._fixed.get(message_id)) is not None:
            return fixed
        bundle = self._bundle_with(message_id)
        if bundle is None:
            return Html(escaped(message_id))
        wanted = bundle.variables[message_id]
        if superfluous := args.keys() - wanted:
            self._broken(message_id, f"superfluous arguments: {', '.join(sorted(superfluous))}")
        given = {name: self._argument(message_id, value) for name, value in args.items()}
        formatted, problems = bundle.format(message_id, given)
        if missing := wanted - args.keys():
            problems.append(f"missing arguments: {', '.join(sorted(missing))}")
        if problems:
            self._broken(message_id, "; ".join(problems))
        text = Html(formatted)
        if not wanted and not problems and bundle is self._bundle:
            self._fixed[message_id] = text
        return text

    def plain(self, message_id: str, /, **args: Argument) -> str:
        """The text without markup: for buttons, callback answers, files and command descriptions."""
        if not args and (fixed := self._fixed_plain.get(message_id)) is not None:
            return fixed
        text = without_markup(self(message_id, **args))
        if message_id in self._fixed:
            self._fixed_plain[message_id] = text
        return text

    def has(self, message_id: str) -> bool:
        """Whether this language itself has the text."""
        return message_id in self._bundle

    def date(self, value: datetime | date | str) -> str:
        """A day in words; a moment is taken in the bot's zone, a string as in `as_of`."""
        if isinstance(value, str):
            return self.as_of(value)
        day = self._local(value) if isinstance(value, datetime) else value
        return self.plain("format-date", day=str(day.day), month=self._months[day.month], year=str(day.year))

    def as_of(self, partial: str) -> str:
        """A year, a month or a day in words, as precise as the ISO 8601 string is (`2021`, `2021-01`)."""
        try:
            first = date.fromisoformat(partial + "-01" * (2 - partial.count("-")))
        except ValueError:
            self._broken("format-date", f"not a year, month or day: {partial!r}")
            return partial
        year = str(first.year)
        match partial.count("-"):
            case 0:
                return self.plain("format-year", year=year)
            case 1:
                return self.plain("format-month", month=self._months_alone[first.month], year=year)
            case _:
                return self.date(first)

    def time(self, value: datetime) -> str:
        """Hours and minutes in the bot's zone, with the zone's name."""
        local = self._local(value)
        # The key of a zone as a Fluent variant: a slash cannot stand in one.
        zone = self._zone.key.replace("/", "-")
        return self.plain("format-time", time=f"{local:%H:%M}", zone=zone, city=self._city)

    def moment(self, value: datetime) -> str:
        """Date and time in the bot's zone."""
        return self.plain("format-moment", date=self.date(value), time=self.time(value))

    def days_left(self, days: int) -> str:
        """How many whole days remain; 0 is the last day, less is over."""
        return self.plain("format-days-left", days=days) if days >= 0 else self.plain("format-days-over")

    def time_left(self, deadline: datetime, now: datetime) -> str:
        """How many days remain until a deadline as a calendar in the bot's zone counts them."""
        days = (self._local(deadline).date() - self._local(now).date()).days
        return self.days_left(max(days, 0) if now < deadline else -1)

    def number(self, value: float) -> str:
        """A number in figures, with at most three places after the decimal sign."""
        return figures(value, self._bundle.locale)

    def size(self, bytes: int) -> str:  # noqa: A002 - the word for it
        """A file's size, in units of 1024."""
        amount, unit = float(bytes), 0
        while amount >= 1024 and unit < len(_UNITS) - 1:
            amount, unit = amount / 1024, unit + 1
        shown = self.number(round(amount, 1 if amount < 10 else None))
        return self.plain("format-size", amount=shown, unit=_UNITS[unit])

    def _bundle_with(self, message_id: str) -> Bundle | None:
        if message_id in self._bundle:
            return self._bundle
        if self._strict:
            raise TextMissing(f"{self.language}: no text {message_id}")
        _log.error("text_missing", language=self.language, text=message_id)
        return self._fallback if message_id in self._fallback else None

    def _argument(self, message_id: str, value: Argument) -> str | Whole | Fraction:
        match value:
            case bool():
                return "true" if value else "false"
            case str():
                return escaped(value)
            case int():
                return Whole(value)
            case float():
                return Fraction(value)
            case date():
                return escaped(self.moment(value) if isinstance(value, datetime) else self.date(value))
        self._broken(message_id, f"cannot say a {type(value).__name__}")
        return escaped(str(value))

    def _local(self, value: datetime) -> datetime:
        if value.tzinfo is None:
            self._broken("format-time", "a moment without a zone, taken as UTC")
            value = value.replace(tzinfo=UTC)
        return value.astimezone(self._zone)

    def _broken(self, message_id: str, why: str) -> None:
        """Raise or log; never with the arguments' values, which can be personal."""
        if self._strict:
            raise TextBroken(f"{self.language}: {message_id}: {why}")
        _log.error("text_broken", language=self.language, text=message_id, why=why)
