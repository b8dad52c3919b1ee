"""`python -m tests.bench.bots KIND URL …`: a process that is measured: our bot, or a loop of another library's.

Ours is the whole bot, with its database. The loops are the way in which most bots send to many, and have none: what
they have not sent when they end is lost. Each tells on its standard output when it begins, and ends by itself.
"""

# ruff: noqa: T201 - the parent reads it

import asyncio
import signal
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import uvloop

from tests.bench.telegram import TOKEN, apart

TEXT = "<b>Нова консультація</b>\n\nВідкриті дані про дороги. " + "Що саме має бути відкрито й коли? " * 8
BUTTONS = ["Прочитати", "Запропонувати", "Вимкнути сповіщення"]

Send = Callable[[int], Awaitable[object]]


async def ours(url: str, database: str, rate: str) -> None:
    """The bot, until told to stop."""
    from bot.app import run
    from bot.settings import Settings

    settings = Settings(_env_file=None, token=TOKEN, api_url=url, database=Path(database), rate=int(rate))
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    await run(settings, stop)


async def aiogram(url: str, count: str, rate: str) -> None:
    """aiogram 3 with `asyncio.gather`, a second's messages at a time."""
    from aiogram import Bot
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

    rows = [[InlineKeyboardButton(text=label, callback_data="c:1")] for label in BUTTONS]
    markup = InlineKeyboardMarkup(inline_keyboard=rows)
    session = AiohttpSession(api=TelegramAPIServer.from_base(url), limit=1000)
    bot = Bot(TOKEN, session=session)

    async def send(chat: int) -> None:
        await bot.send_message(chat, TEXT, parse_mode="HTML", reply_markup=markup)

    await _gather(send, int(count), int(rate))
    await session.close()


async def gather(url: str, count: str, rate: str) -> None:
    """python-telegram-bot with `asyncio.gather`, a second's messages at a time."""
    send, close = await _ptb(url, limited=0)
    await _gather(send, int(count), int(rate))
    await close()


async def loop(url: str, count: str, rate: str) -> None:
    """python-telegram-bot in a plain loop with its `AIORateLimiter`."""
    send, close = await _ptb(url, limited=int(rate))
    print(time.process_time(), flush=True)
    for chat in range(1, int(count) + 1):
        await _quietly(send(chat))
    print(time.process_time(), flush=True)
    await close()


async def _ptb(url: str, *, limited: int) -> tuple[Send, Callable[[], Awaitable[None]]]:
    from telegram import InlineKeyboardButton, InlineKeyboardMarkup
    from telegram.ext import AIORateLimiter, ExtBot
    from telegram.request import HTTPXRequest

    markup = InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data="c:1")] for label in BUTTONS])
    limiter = AIORateLimiter(overall_max_rate=limited) if limited else None
    request = HTTPXRequest(256, pool_timeout=60, read_timeout=60, connect_timeout=60)
    bot: ExtBot[None] = ExtBot(TOKEN, base_url=f"{url}/bot", request=request, rate_limiter=limiter)  # type: ignore[arg-type]
    await bot.initialize()

    async def send(chat: int) -> None:
        await bot.send_message(chat, TEXT, parse_mode="HTML", reply_markup=markup)

    return send, bot.shutdown


async def _gather(send: Send, count: int, rate: int) -> None:
    await _quietly(send(1))
    print(time.process_time(), flush=True)
    for first in range(1, count + 1, rate):
        start = time.monotonic()
        chats = range(first, min(first + rate, count + 1))
        await asyncio.gather(*(_quietly(send(chat)) for chat in chats))
        await asyncio.sleep(max(0.0, 1 - (time.monotonic() - start)))
    print(time.process_time(), flush=True)


async def _quietly(sending: Awaitable[object]) -> None:
    try:
        await sending
    except Exception as error:
        if (
            "blocked" not in str(error)
            and "retry" not in str(error).lower()
            and "flood" not in str(error).lower()
        ):
            raise


def main() -> None:
    """Run the one that is asked for, apart from the server."""
    apart(0)
    kind, *arguments = sys.argv[1:]
    uvloop.run({"ours": ours, "aiogram": aiogram, "gather": gather, "loop": loop}[kind](*arguments))


if __name__ == "__main__":
    main()
