"""Intake by long polling: a batch is committed before the next request acknowledges it."""

import asyncio
import json
from typing import Any
from urllib.parse import urlencode

import structlog
from telegram import Bot
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.request import BaseRequest

from bot.gateway.inbox import Inbox
from storage import DatabaseUnavailable

_log = structlog.get_logger(__name__)

#: Which updates are asked for: those that some handler takes.
WANTED = ("message", "edited_message", "channel_post", "callback_query", "inline_query", "my_chat_member")
#: Seconds that Telegram holds a request open while nothing comes.
HOLD = 30
#: Updates in one answer (Telegram's own limit).
BATCH = 100
#: Above so many unsettled updates no more are asked for; Telegram keeps them for us.
BACKLOG = 50_000
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0


class Poller:
    """Asks Telegram for updates.

    Args:
        bot: whose updates.
        request: a transport of its own, so that the long request holds up nobody.
        inbox: where they go.
        backlog: how many unsettled updates are enough.
        first_pause: seconds after an error; doubles up to half a minute.
    """

    def __init__(
        self,
        bot: Bot,
        request: BaseRequest,
        inbox: Inbox,
        *,
        backlog: int = BACKLOG,
        first_pause: float = FIRST_PAUSE,
    ) -> None:
        self._bot = bot
        self._request = request
        self._inbox = inbox
        self._backlog = backlog
        self._first_pause = self._pause = first_pause
        self._trouble: str | None = None

    async def run(self) -> None:
        """Ask until cancelled.

        Raises:
            InvalidToken: Telegram does not know the token.
        """
        offset, has_left_webhook = 0, False
        while True:
            try:
                if not has_left_webhook:
                    # A webhook set earlier would keep updates from us; those that wait for it come by polling instead.
                    has_left_webhook = await self._bot.delete_webhook(drop_pending_updates=False)
                if await self._inbox.is_full(self._backlog):
                    await self._rest("backlog", seconds=1)
                    continue
                updates = await self._ask(offset)
                if updates:
                    await self._inbox.take(updates)
                    offset = int(updates[-1]["update_id"]) + 1
            except InvalidToken:
                raise
            except RetryAfter as error:
                await self._rest("slow-down", seconds=_seconds(error))
            except Conflict:
                await self._rest("polled-elsewhere")
            except (TelegramError, DatabaseUnavailable, ValueError) as error:
                is_away = isinstance(error, NetworkError)
                await self._rest("telegram-away" if is_away else type(error).__qualname__)
            else:
                self._go_on()

    async def _ask(self, offset: int) -> list[dict[str, Any]]:
        """One `getUpdates`, as plain JSON: what is stored is what Telegram sent."""
        query = urlencode(
            {"offset": offset, "limit": BATCH, "timeout": HOLD, "allowed_updates": json.dumps(WANTED)}
        )
        answer: object = await self._request.post(
            f"{self._bot.base_url}/getUpdates?{query}", read_timeout=HOLD + 10
        )
        if not isinstance(answer, list):
            raise ValueError("getUpdates without a list")  # noqa: TRY004  (their answer's fault, not a type of ours)
        return sorted(answer, key=_number)

    async def _rest(self, trouble: str, *, seconds: float | None = None) -> None:
        """Wait; the operator is told once, however long it lasts."""
        if trouble != self._trouble:
            self._trouble = trouble
            _log.warning("polling-rests", trouble=trouble)
        await asyncio.sleep(self._pause if seconds is None else seconds)
        if seconds is None:
            self._pause = min(LONGEST_PAUSE, self._pause * 2)

    def _go_on(self) -> None:
        if self._trouble is not None:
            _log.info("polling-goes-on", after=self._trouble)
        self._trouble, self._pause = None, self._first_pause


def _number(update: object) -> int:
    if not isinstance(update, dict) or type(update.get("update_id")) is not int:
        raise ValueError("not an update")
    return int(update["update_id"])


def _seconds(error: RetryAfter) -> float:
    return error._retry_after.total_seconds()  # noqa: SLF001  (the public one warns, and changes its type)
