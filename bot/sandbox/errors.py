"""What the server refuses, in Telegram's own words.

The descriptions are those of Telegram's Bot API server; bots (and python-telegram-bot) match on them.
"""

from typing import Any

Json = dict[str, Any]


class ApiError(Exception):
    """A refusal that becomes `{"ok": false, …}` with the HTTP status `code`.

    Args:
        code: HTTP status and `error_code`.
        description: the sentence that Telegram would answer.
        retry_after: seconds to wait; only with 429.
        migrate_to_chat_id: the supergroup that replaced a group.
    """

    def __init__(
        self,
        code: int,
        description: str,
        *,
        retry_after: int | None = None,
        migrate_to_chat_id: int | None = None,
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters: Json = {}
        if retry_after is not None:
            self.parameters["retry_after"] = retry_after
        if migrate_to_chat_id is not None:
            self.parameters["migrate_to_chat_id"] = migrate_to_chat_id

    def body(self) -> Json:
        """The JSON object that goes over the wire."""
        answer: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


def bad_request(reason: str) -> ApiError:
    """400, with Telegram's prefix."""
    return ApiError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> ApiError:
    """403, with Telegram's prefix."""
    return ApiError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> ApiError:
    """409, with Telegram's prefix."""
    return ApiError(409, f"Conflict: {reason}")


def too_many_requests(seconds: int) -> ApiError:
    """429; `seconds` is repeated in the description, as Telegram does."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
