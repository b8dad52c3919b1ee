"""python-telegram-bot's rate limiter on our budget: whatever handlers send is counted, without their knowing."""

from collections.abc import Callable, Coroutine
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.gateway.budget import Budget, Priority
from bot.gateway.quota import is_group

_UNCOUNTED = frozenset({"sendChatAction", "sendMessageDraft"})  # shown for a moment, they leave no message
_COUNTED = ("send", "copyMessage", "forwardMessage")
#: Each leaves a service message in its group.
_TOPICS = ("createForumTopic", "editForumTopic", "closeForumTopic", "reopenForumTopic")
_EDITS = ("editMessage", "stopMessage", "stopPoll")

_Answer = bool | dict[str, Any] | list[dict[str, Any]]


class Limiter(BaseRateLimiter[int]):
    """Takes each message that is sent, copied, forwarded or edited from the budget, and what is done to a group's topics.

    `rate_limit_args` is a `Priority` (an answer unless said otherwise).

    After a `RetryAfter` for a message the call is repeated when the budget allows: Telegram has refused it, so nothing
    is sent twice. A `RetryAfter` of another method is not ours: `setMyCommands` is put off for hours at times, and that
    must stop nobody's answers.
    """

    def __init__(
        self, budget: Budget, *, attempts: int = 3, patience: float = 60.0, is_paid: bool = False
    ) -> None:
        """Bind to the budget.

        Args:
            budget: shared with the outbox sender.
            attempts: calls in all before `RetryAfter` is raised.
            patience: seconds; a longer `retry_after` is raised at once (and the budget still paused), because the
                caller holds its chat's lane.
            is_paid: whether messages go as paid broadcasts, without which Telegram takes no more than 30 a second.
        """
        self._budget = budget
        self._attempts = attempts
        self._patience = patience
        self._is_paid = is_paid

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, _Answer]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> _Answer:
        """Call Telegram when the budget allows; the arguments are `BaseRateLimiter`'s.

        Raises:
            RetryAfter: Telegram has refused every attempt, or asks for more than the patience.
        """
        edits = endpoint.startswith(_EDITS)
        chat_id = _chat_id(data)
        of_group = endpoint.startswith(_TOPICS) and chat_id is not None and is_group(chat_id)
        if not (edits or of_group) and (endpoint in _UNCOUNTED or not endpoint.startswith(_COUNTED)):
            return await callback(*args, **kwargs)
        priority = Priority(rate_limit_args or 0)
        if self._is_paid and (
            endpoint.startswith("send") or endpoint == "copyMessage"
        ):  # others know no such thing
            data["allow_paid_broadcast"] = True
        attempt = 0
        while True:
            attempt += 1
            departure = await self._budget.acquire(chat_id, priority=priority, edits=edits)
            is_taken = False
            try:
                done = await callback(*args, **kwargs)
            except RetryAfter as error:
                seconds = error._retry_after.total_seconds()  # noqa: SLF001 - the public one warns, and changes its type
                self._budget.refused(chat_id, seconds)
                if attempt >= self._attempts or seconds > self._patience:
                    raise
            else:
                is_taken = True
                return done
            finally:
                self._budget.answered(departure, is_taken=is_taken)


def _chat_id(data: dict[str, Any]) -> int | str | None:
    """The chat as the budget knows it; the library lets an id be a string of digits, too."""
    chat_id = data.get("chat_id", data.get("user_id"))
    if isinstance(chat_id, str) and chat_id.lstrip("-").isdecimal():
        return int(chat_id)
    return chat_id if isinstance(chat_id, int | str) else None
