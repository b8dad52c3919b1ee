"""How many updates a second the whole bot answers, beside a bare echo on python-telegram-bot in the same run.

Ours: webhook-free polling, the inbox's row, a lane, a handler with its reads or its change, the reply, the settlement.
Theirs: the library's own updater and httpx, `concurrent_updates=True`, an echo and nothing else: no row is kept, no
order in a chat, nothing survives. Both against the sandbox in a process of its own, without Telegram's rate limits.
"""

# ruff: noqa: T201 - figures go to the terminal

import asyncio
import logging
import multiprocessing
import tempfile
import time
from collections.abc import Awaitable, Callable
from multiprocessing.connection import Connection
from pathlib import Path

import structlog
import uvloop
from telegram import Update
from telegram.ext import Application, ApplicationBuilder, ContextTypes, MessageHandler, filters
from telegram.request import HTTPXRequest

from bot.app import run as run_bot
from bot.gateway.budget import Budget
from bot.sandbox import Sandbox
from bot.settings import Settings

CHATS = 100
PATIENCE = 15.0

Serve = Callable[[str, str, asyncio.Event], Awaitable[None]]


def _people(pipe: Connection, texts: list[str]) -> None:
    """The sandbox with its people: each sends the texts one after another, without waiting; says when all is answered."""

    async def main() -> None:
        async with Sandbox(record=1) as sandbox:
            people = [sandbox.add_person(1000 + number, "x", language_code="en") for number in range(CHATS)]
            pipe.send((sandbox.url, sandbox.token))
            await asyncio.to_thread(pipe.recv)
            for person in people:  # the first word introduces them and warms everything up
                await person.send(texts[0])
            await _answered(people, 1)
            start = time.perf_counter()
            for text in texts:
                for person in people:
                    await person.send(text)
            await _answered(people, 1 + len(texts))
            pipe.send(len(people) * len(texts) / (time.perf_counter() - start))

    async def _answered(people: list, count: int) -> None:
        deadline = time.monotonic() + PATIENCE
        while any(sum(one.from_bot for one in person.chat.messages) < count for person in people):
            if time.monotonic() > deadline:
                raise TimeoutError
            await asyncio.sleep(0.02)

    uvloop.run(main())


async def _ours(url: str, token: str, stop: asyncio.Event) -> None:
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(
            _env_file=None, token=token, api_url=url, database=Path(folder) / "bot.sqlite3", rate=1000
        )
        await run_bot(settings, stop, budget=Budget(rate=100_000, burst=1000, chat_burst=100_000))


async def _echo(url: str, token: str, stop: asyncio.Event) -> None:
    async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message is not None
        await update.message.reply_text(update.message.text or "")

    application: Application = (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{url}/bot")
        .request(HTTPXRequest(connection_pool_size=256, pool_timeout=30))
        .concurrent_updates(True)
        .build()
    )
    application.add_handler(MessageHandler(filters.TEXT, echo))
    async with application:
        assert application.updater is not None
        await application.start()
        await application.updater.start_polling()
        await stop.wait()
        await application.updater.stop()
        await application.stop()


def _measure(name: str, serve: Serve, texts: list[str]) -> float:
    context = multiprocessing.get_context("spawn")
    pipe, theirs = context.Pipe()
    people = context.Process(target=_people, args=(theirs, texts), daemon=True)
    people.start()
    url, token = pipe.recv()

    async def main() -> float:
        stop = asyncio.Event()
        serving = asyncio.ensure_future(serve(url, token, stop))
        pipe.send("go")
        while not await asyncio.to_thread(pipe.poll, 0.2) and people.is_alive():
            pass
        rate = float(pipe.recv()) if pipe.poll() else 0.0
        stop.set()
        await serving
        return rate

    rate = uvloop.run(main())
    people.join(5)
    print(f"   {name:<58}{rate:7.0f} updates/s", flush=True)
    return rate


def run() -> None:
    """Print the figures."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    logging.getLogger("telegram").setLevel(logging.CRITICAL)
    bare = _measure("python-telegram-bot, echo, nothing kept", _echo, ["hello"] * 10)
    reads = _measure("the bot, a screen (/help), durable and in order", _ours, ["/help"] * 10)
    long = ["/propose", *(f"An answer that is long enough, number {number}" for number in range(4))]
    writes = _measure("the bot, a draft's answers, durable and in order", _ours, long)
    print(f"   beside the bare echo: {reads / bare:.2f} reading, {writes / bare:.2f} writing")
