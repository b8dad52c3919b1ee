"""The Bot API's methods and parameters, read off python-telegram-bot instead of copied by hand.

`telegram.Bot` has one coroutine a method; what it accepts beyond the Bot API are its own conveniences, which
never reach the wire and are listed here.
"""

import inspect
from functools import cache

from telegram import Bot, InlineKeyboardButton, KeyboardButton

# Arguments of python-telegram-bot that steer the library or are folded into another parameter.
_OF_THE_LIBRARY = frozenset(
    {
        "self",
        "read_timeout",
        "write_timeout",
        "connect_timeout",
        "pool_timeout",
        "api_kwargs",
        "reply_to_message_id",
        "allow_sending_without_reply",
        "disable_web_page_preview",
        "filename",
        "current_offset",
    }
)
_OF_THE_LIBRARY_IN = {"sendmediagroup": frozenset({"caption", "parse_mode", "caption_entities"})}


@cache
def parameters() -> dict[str, frozenset[str]]:
    """Parameters of each method, under the method's name in lower case (Telegram ignores its case)."""
    table: dict[str, frozenset[str]] = {}
    for name, function in inspect.getmembers(Bot, inspect.iscoroutinefunction):
        if name.startswith("_") or name in {"initialize", "shutdown", "do_api_request"}:
            continue
        key = name.replace("_", "").lower()
        accepted = frozenset(inspect.signature(function).parameters)
        table[key] = accepted - _OF_THE_LIBRARY - _OF_THE_LIBRARY_IN.get(key, frozenset())
    return table


@cache
def names() -> dict[str, str]:
    """Each method's name as Telegram writes it (`sendMessage`), under the name in lower case."""
    return {_camel(name).lower(): _camel(name) for name, _ in inspect.getmembers(Bot) if name[0] != "_"}


@cache
def inline_button_fields() -> frozenset[str]:
    """Fields that an inline keyboard button may have."""
    return frozenset(inspect.signature(InlineKeyboardButton.__init__).parameters) - {"self", "api_kwargs"}


@cache
def reply_button_fields() -> frozenset[str]:
    """Fields that a reply keyboard button may have."""
    return frozenset(inspect.signature(KeyboardButton.__init__).parameters) - {"self", "api_kwargs"}


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)
