"""Typed callback data: what a button does, packed into Telegram's 64 bytes.

Buttons are old by nature. An action carries row ids and no state; whoever handles it reads the state again
and checks the rights again.
"""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.domain.errors import CivicError

#: Telegram Bot API, InlineKeyboardButton.callback_data: 1 to 64 bytes.
LONGEST = 64
#: Before the prefix: the message stays as it is, the action's screen comes as a new one.
STAYS = "+"
#: SQLite's integers, as a field of an action; a forged number beyond them is no action of ours.
ROW = Field(ge=0, le=2**63 - 1)


class ActionExpired(CivicError):
    """The button is of another release, or forged."""

    message_id = "action-error-expired"


class Action(BaseModel):
    """What a button does. Subclasses name themselves with `prefix` and list their arguments as fields."""

    model_config = ConfigDict(frozen=True)

    prefix: ClassVar[str]
    known: ClassVar[dict[str, type["Action"]]] = {}

    def __init_subclass__(cls, *, prefix: str) -> None:
        """Register the subclass.

        Args:
            prefix: one to three letters that no other action has.

        Raises:
            TypeError: another action has this prefix.
        """
        if prefix in Action.known:
            raise TypeError(f"{cls.__name__} and {Action.known[prefix].__name__} share the prefix {prefix!r}")
        cls.prefix = prefix
        Action.known[prefix] = cls

    def packed(self, *, stays: bool = False) -> str:
        """The callback data.

        Args:
            stays: whether the message with the button is to stay as it is.

        Raises:
            ValueError: it would not fit Telegram's 64 bytes.
        """
        values = (getattr(self, name) for name in type(self).model_fields)
        packed = ":".join([self.prefix, *(_packed(value) for value in values)])
        data = STAYS + packed if stays else packed
        if len(data.encode()) > LONGEST:
            raise ValueError(f"callback data of {len(data.encode())} bytes: {data}")
        return data

    @staticmethod
    def unpacked(data: str) -> tuple["Action", bool]:
        """The action behind a button, and whether its message stays.

        Raises:
            ActionExpired: no such action (any more), or its arguments are of another shape.
        """
        stays = data.startswith(STAYS)
        prefix, *values = data.removeprefix(STAYS).split(":")
        kind = Action.known.get(prefix)
        if kind is None or len(values) != len(kind.model_fields):
            raise ActionExpired
        try:
            return kind.model_validate(dict(zip(kind.model_fields, values, strict=True))), stays
        except ValidationError as error:
            raise ActionExpired from error


def _packed(value: object) -> str:
    return str(int(value)) if isinstance(value, bool) else str(value)
