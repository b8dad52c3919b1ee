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
from storage import DatabaseBusy

_log = structlog.get_logger(__name__)

#: Which updates are asked for: those that some handler takes.
WANTED = ("message", "callback_query", "my_chat_member")
#: Seconds that Telegram holds a request open while nothing comes.
HOLD = 30
#: Updates in one answer (Telegram's own limit).
BATCH = 100
#: Above so many unsettled updates no more are asked for; Telegram keeps them for us.
BACKLOG = 50_000
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0


async def poll(bot: Bot, request: BaseRequest, inbox: Inbox) -> None:
    """Ask Telegram for updates until cancelled.

    Args:
        bot: whose updates.
        request: a transport of its own, so that the long request holds up nobody.
        inbox: where they go.

    Raises:
        InvalidToken: Telegram does not know the token.
    """
    offset, pause = 0, FIRST_PAUSE
    await _leave_webhook(bot)
    while True:
        if await inbox.backlog() >= BACKLOG:
            _log.warning("backlog", limit=BACKLOG)
            await asyncio.sleep(1)
            continue
        try:
            updates = await _ask(bot, request, offset)
            if updates:
                await inbox.take(updates)
                offset = int(updates[-1]["update_id"]) + 1
            pause = FIRST_PAUSE
        except InvalidToken:
            raise
        except RetryAfter as error:
            await asyncio.sleep(_seconds(error))
        except (TelegramError, DatabaseBusy) as error:
            if isinstance(error, Conflict):
                _log.error("polled-elsewhere")
            elif not isinstance(error, NetworkError):
                _log.warning("polling", error=type(error).__qualname__)
            await asyncio.sleep(pause)
            pause = min(LONGEST_PAUSE, pause * 2)


async def _ask(bot: Bot, request: BaseRequest, offset: int) -> list[dict[str, Any]]:
    """One `getUpdates`, as plain JSON: what is stored is what Telegram sent."""
    query = urlencode(
        {"offset": offset, "limit": BATCH, "timeout": HOLD, "allowed_updates": json.dumps(WANTED)}
    )
    answer = await request.post(f"{bot.base_url}/getUpdates?{query}", read_timeout=HOLD + 10)
    assert isinstance(answer, list)
    return sorted(answer, key=lambda update: int(update["update_id"]))


async def _leave_webhook(bot: Bot) -> None:
    """A webhook set earlier would keep updates from us; those that wait for it come by polling instead."""
    pause = FIRST_PAUSE
    while True:
        try:
            await bot.delete_webhook(drop_pending_updates=False)
        except InvalidToken:
            raise
        except TelegramError as error:
            _log.warning("webhook-stays", error=type(error).__qualname__)
            await asyncio.sleep(pause)
            pause = min(LONGEST_PAUSE, pause * 2)
        else:
            return


def _seconds(error: RetryAfter) -> float:
    return error._retry_after.total_seconds()  # noqa: SLF001  (the public one warns, and changes its type)
