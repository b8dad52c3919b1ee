"""python-telegram-bot's rate limiter on our budget: whatever handlers send is counted, without their knowing."""

from collections.abc import Callable, Coroutine
from typing import Any, Final

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.gateway.budget import Budget, Priority
from bot.gateway.quota import is_group

PREPAID: Final = -1
"""As `rate_limit_args`: the caller has drawn on the budget already and deals with `RetryAfter` itself."""

_SLACK = 0.1  # seconds after `retry_after`, which Telegram rounds to whole seconds
_UNCOUNTED = frozenset({"sendChatAction", "sendMessageDraft"})  # shown for a moment, they leave no message
_COUNTED = ("send", "copyMessage", "forwardMessage")
_EDITS = ("editMessage", "stopMessage", "stopPoll")

_Answer = bool | dict[str, Any] | list[dict[str, Any]]


class Limiter(BaseRateLimiter[int]):
    """Takes each message that is sent, copied, forwarded or edited from the budget; other methods pass.

    `rate_limit_args` is a `Priority` (an answer unless said otherwise) or `PREPAID`.

    A `RetryAfter` for a group or channel pauses that chat: its limits depend on more than our counting. For a private
    chat it pauses everybody, since we keep a person's limit ourselves and so it is most likely the bot's own that was
    hit; should the bot's have been hit in a group, the next private message says so. Then the call is repeated:
    Telegram has refused it, so nothing is sent twice. A `RetryAfter` of another method is not ours: `setMyCommands`
    is put off for hours at times, and that must stop nobody's answers.
    """

    def __init__(self, budget: Budget, *, attempts: int = 3, patience: float = 60.0) -> None:
        """Bind to the budget.

        Args:
            budget: shared with the outbox sender.
            attempts: calls in all before `RetryAfter` is raised.
            patience: seconds; a longer `retry_after` is raised at once (and the budget still paused), because the
                caller holds its chat's lane.
        """
        self._budget = budget
        self._attempts = attempts
        self._patience = patience

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
        if not edits and (endpoint in _UNCOUNTED or not endpoint.startswith(_COUNTED)):
            return await callback(*args, **kwargs)
        chat_id = _chat_id(data)
        prepaid = rate_limit_args == PREPAID
        priority = Priority(rate_limit_args or 0) if not prepaid else Priority.ANSWER
        attempt = 0
        while True:
            attempt += 1
            if not prepaid:
                await self._budget.acquire(chat_id, priority=priority, edits=edits)
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as error:
                seconds = error._retry_after.total_seconds()  # noqa: SLF001 - the public one warns, and changes its type
                self._pause(chat_id, seconds + _SLACK)
                if prepaid or attempt >= self._attempts or seconds > self._patience:
                    raise

    def _pause(self, chat_id: int | str | None, seconds: float) -> None:
        if chat_id is not None and is_group(chat_id):
            self._budget.pause_chat(chat_id, seconds)
        else:
            self._budget.pause(seconds)


def _chat_id(data: dict[str, Any]) -> int | str | None:
    """The chat as the budget knows it; the library lets an id be a string of digits, too."""
    chat_id = data.get("chat_id", data.get("user_id"))
    if isinstance(chat_id, str) and chat_id.lstrip("-").isdecimal():
        return int(chat_id)
    return chat_id if isinstance(chat_id, int | str) else None
