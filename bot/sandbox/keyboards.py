"""Reply markup: what Telegram takes under a message, and what it refuses."""

from bot.sandbox.errors import Json, bad_request
from bot.sandbox.markup import is_url
from bot.sandbox.methods import inline_button_fields, reply_button_fields

MAX_BUTTONS = 100
MAX_BUTTONS_IN_ROW = 8
MAX_CALLBACK_DATA = 64
"""Bytes, not characters."""

_DECORATION = frozenset({"text", "style", "icon_custom_emoji_id"})


def checked(markup: object) -> Json | None:
    """The markup, when Telegram would take it; None when there is none.

    An empty inline keyboard means none, as with Telegram.

    Raises:
        ApiError: the first thing that Telegram would refuse.
    """
    if markup is None or markup == "":
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        rows = _rows(markup["inline_keyboard"])
        for row in rows:
            for button in row:
                _check_inline(button)
        return {"inline_keyboard": rows} if rows else None
    if "keyboard" in markup:
        rows = _rows([[_button(cell) for cell in row] for row in markup["keyboard"]])
        for row in rows:
            for button in row:
                _check_reply(button)
        return {**markup, "keyboard": rows}
    if markup.get("remove_keyboard") or markup.get("force_reply"):
        return markup
    return None


def _rows(rows: object) -> list[list[Json]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request("can't parse inline keyboard: expected an Array of Arrays")
    kept = [row for row in rows if row]
    if sum(len(row) for row in kept) > MAX_BUTTONS:
        raise bad_request("reply markup is too long")
    if any(len(row) > MAX_BUTTONS_IN_ROW for row in kept):
        raise bad_request(f"reply markup is too wide: at most {MAX_BUTTONS_IN_ROW} buttons in a row")
    return kept


def _button(cell: object) -> object:
    return {"text": cell} if isinstance(cell, str) else cell


def _check_inline(button: object) -> None:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: expected an Object")
    if not str(button.get("text", "")).strip():
        raise bad_request("can't parse inline keyboard button: inline keyboard button text is empty")
    if unknown := button.keys() - inline_button_fields():
        raise bad_request(f"can't parse inline keyboard button: unknown field {min(unknown)}")
    actions = button.keys() - _DECORATION
    if not actions:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(actions) > 1:
        raise bad_request("can't parse inline keyboard button: exactly one action is allowed")
    if (
        "callback_data" in actions
        and not 1 <= len(str(button["callback_data"]).encode()) <= MAX_CALLBACK_DATA
    ):
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in actions and not is_url(str(button["url"])):
        raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")


def _check_reply(button: object) -> None:
    if not isinstance(button, dict):
        raise bad_request("can't parse keyboard button: expected an Object")
    if not str(button.get("text", "")).strip():
        raise bad_request("can't parse keyboard button: keyboard button text must be non-empty")
    if unknown := button.keys() - reply_button_fields():
        raise bad_request(f"can't parse keyboard button: unknown field {min(unknown)}")
