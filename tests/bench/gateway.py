"""How fast the transport is beside python-telegram-bot's own, and how much of its rate the budget uses.

Both against a Bot API server in another process that does next to nothing, in the same run, so that the ratios hold
on any machine.
"""

# ruff: noqa: T201 - figures go to the terminal

import asyncio
import contextlib
import itertools
import time
from collections.abc import Awaitable, Callable
from typing import Any

import uvloop
from telegram.error import Forbidden, RetryAfter
from telegram.ext import ExtBot
from telegram.request import BaseRequest, HTTPXRequest

from bot.gateway.budget import Budget, Priority
from bot.gateway.transport import AiohttpRequest
from tests.bench.telegram import JITTER, TOKEN, WAY, Telegram, telegram

SECONDS = 1.5


def _bot(api: Telegram, request: BaseRequest) -> ExtBot[Any]:
    return ExtBot(TOKEN, base_url=f"{api.url}/bot", request=request, get_updates_request=AiohttpRequest())


async def _per_second(call: Callable[[], Awaitable[object]], at_once: int) -> float:
    """Calls a second, with so many in flight; the connections are opened before the clock starts."""
    await asyncio.gather(*(call() for _ in range(at_once)))
    start = time.perf_counter()
    done = 0

    async def work() -> None:
        nonlocal done
        while time.perf_counter() - start < SECONDS:
            await call()
            done += 1

    await asyncio.gather(*(work() for _ in range(at_once)))
    return done / (time.perf_counter() - start)


async def _transport(api: Telegram, request: BaseRequest, at_once: int) -> dict[str, float]:
    async with _bot(api, request) as bot:
        return {
            "getMe": await _per_second(bot.get_me, at_once),
            "sendMessage": await _per_second(lambda: bot.send_message(1, "Привіт, світе!"), at_once),
        }


def _transports() -> None:
    print("transport, requests a second          aiohttp    httpx    ratio")
    with telegram(0, 0.0, 0.0) as api:
        for at_once in (1, 64, 256):
            waits: dict[str, Any] = {"read_timeout": 60, "pool_timeout": 60, "connect_timeout": 60}
            ours = uvloop.run(_transport(api, AiohttpRequest(256, **waits), at_once))
            theirs = uvloop.run(_transport(api, HTTPXRequest(256, **waits), at_once))
            for name, figure in ours.items():
                ratio = figure / theirs[name]
                print(
                    f"  {name:<12} {at_once:>4} at once      {figure:>10.0f} {theirs[name]:>8.0f} {ratio:>7.1f}x"
                )


async def _broadcast(api: Telegram, rate: int, seconds: float, at_once: int) -> tuple[float, float]:
    """Send for so long, a task a message; returns the seconds of processor used, and of waiting of the answers."""
    budget = Budget(rate=rate)
    chats = itertools.count(1)
    waited: list[float] = []
    async with _bot(api, AiohttpRequest()) as bot:
        end = time.monotonic() + seconds

        async def send(text: str, priority: Priority) -> None:
            chat = next(chats)
            departure = await budget.acquire(chat, priority=priority)
            try:
                with contextlib.suppress(Forbidden):
                    await bot.send_message(chat, text)
            except RetryAfter as error:
                budget.refused(chat, error._retry_after.total_seconds())
            finally:
                budget.answered(departure)

        async def work() -> None:
            while time.monotonic() < end:
                await send("Привіт, світе!", Priority.BROADCAST)

        async def answer() -> None:
            while time.monotonic() < end:
                start = time.monotonic()
                await send("Відповідь", Priority.ANSWER)
                waited.append(time.monotonic() - start - budget.usual)

        before = time.process_time()
        await asyncio.gather(answer(), *(work() for _ in range(at_once)))
        return time.process_time() - before, max(waited)


def _budgets() -> None:
    print(f"budget, {2000 * WAY:.0f} ms ± {2000 * JITTER:.0f} ms there and back; answers among a broadcast")
    for rate, seconds, at_once in ((30, 10.0, 16), (1000, 10.0, 128)):
        with telegram(rate) as api:
            processor, waited = uvloop.run(_broadcast(api, rate, seconds, at_once))
            record = api.take()
        print(
            f"  {rate:>4}/s: {record.share(rate):.1%} of the rate, {record.refused} refused (429), fullest second"
            f" {record.fullest}, longest wait of an answer {waited * 1000:.0f} ms,"
            f" {processor / seconds:.0%} of a processor"
        )


async def _grants(waiters: int) -> float:
    """Microseconds of processor for each of so many that wait at once."""
    budget = Budget(rate=1_000_000, burst=1)
    before = time.process_time()
    await asyncio.gather(*(budget.acquire(chat, priority=Priority.BROADCAST) for chat in range(waiters)))
    return (time.process_time() - before) / waiters * 1e6


def _costs() -> None:
    for waiters in (1_000, 10_000, 100_000):
        print(
            f"  {waiters:>6} waiting at once: {uvloop.run(_grants(waiters)):.1f} µs each, its task included"
        )


def run() -> None:
    """Some 40 seconds; prints its figures."""
    _transports()
    _budgets()
    _costs()


if __name__ == "__main__":
    run()
