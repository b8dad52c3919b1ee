"""One language's texts, compiled: formats a message and says what went wrong, without judging it."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, lru_cache

from babel import Locale
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle
from fluent.runtime.resolver import CurrentEnvironment, ResolverEnvironment
from fluent.runtime.types import FluentFloat, FluentInt

from bot.texts.source import Place, Source

#: fluent.runtime gives up on a placeable above 2,500 characters; a person's text may have Telegram's 4,096.
#: Longer arguments than this are put in after formatting (no variant of a selector is that long).
_LONG = 500
_LATER = re.compile("\ufdd0([A-Za-z0-9_-]+)\ufdd1")


class Whole(FluentInt):
    """A whole number that chooses plural forms and is written as `figures` writes it."""

    def format(self, locale: Locale) -> str:
        """The number in figures."""
        return figures(int(self), locale)


class Fraction(FluentFloat):
    """A number with a fraction that chooses plural forms and is written as `figures` writes it."""

    def format(self, locale: Locale) -> str:
        """The number in figures."""
        return figures(float(self), locale)


class Bundle:
    """The texts of one language.

    Args:
        language: its code.
        read: reads them, once the first of them is wanted.
    """

    def __init__(self, language: str, read: Callable[[], Source]) -> None:
        self.language = language
        self.locale = Locale.parse(language, sep="-")
        self._read = read

    @cached_property
    def source(self) -> Source:
        """The parsed texts.

        Raises:
            TextBroken: they are not as `read` wants them.
        """
        return self._read()

    @property
    def variables(self) -> Mapping[str, frozenset[str]]:
        """Every id, and what it wants to be given."""
        return self.source.variables

    @property
    def places(self) -> Mapping[str, Place]:
        """Where each text stands."""
        return self.source.places

    @cached_property
    def _fluent(self) -> FluentBundle:
        compiled = FluentBundle([self.language], use_isolating=False)
        compiled.add_resource(self.source.resource)
        return compiled

    def __contains__(self, message_id: str) -> bool:
        return message_id in self.variables

    def format(self, message_id: str, args: Mapping[str, str | Whole | Fraction]) -> tuple[str, list[str]]:
        """The text, and what was wrong with it (nothing, as a rule). The id must exist."""
        name, _, attribute = message_id.partition(".")
        message = self._fluent.get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
        assert pattern is not None
        short = {key: f"\ufdd0{key}\ufdd1" if _is_long(value) else value for key, value in args.items()}
        errors: list[Exception] = []
        # FluentBundle.format_pattern would turn our numbers into its own, with its own figures.
        current = CurrentEnvironment(args=short)
        environment = ResolverEnvironment(context=self._fluent, current=current, errors=errors)
        try:
            text = str(pattern(environment))
        except ValueError as error:  # Fluent's guard against texts that blow up
            errors.append(error)
            text = message_id
        if any(map(_is_long, args.values())):
            text = _LATER.sub(lambda found: str(args.get(found[1], found[0])), text)
        return text, _described(errors)


@lru_cache(maxsize=4096)
def figures(value: float, locale: Locale) -> str:
    """A number as the language writes it; four digits stay together, so that a year stays a year."""
    return format_decimal(value, locale=locale, group_separator=abs(value) >= 10_000)


def _is_long(value: str | Whole | Fraction) -> bool:
    return isinstance(value, str) and len(value) > _LONG


def _described(errors: Iterable[Exception]) -> list[str]:
    return [f"{type(error).__name__}: {error}" for error in errors]
