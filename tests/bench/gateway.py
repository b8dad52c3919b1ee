"""How fast the transport is beside python-telegram-bot's own, and how much of its rate the budget uses.

Both against a Bot API server in another process that does next to nothing, in the same run, so that the ratios hold
on any machine.
"""

# ruff: noqa: T201 - figures go to the terminal

import asyncio
import itertools
import json
import multiprocessing
import random
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any, cast

import uvloop
from telegram.ext import ExtBot
from telegram.request import BaseRequest, HTTPXRequest

from bot.gateway.budget import Budget, Priority
from bot.gateway.limiter import PREPAID, Limiter
from bot.gateway.transport import AiohttpRequest

SECONDS = 1.5
WAY = 0.025  # seconds from us to the server, and as many back
JITTER = 0.005  # seconds, more or less, on each way

_ME = {"id": 1, "is_bot": True, "first_name": "Bot", "username": "bot"}
_MESSAGE = {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}, "from": _ME, "text": "Привіт"}
_BYTES = {
    name: json.dumps({"ok": True, "result": result}).encode()
    for name, result in (("getMe", _ME), ("", _MESSAGE))
}


class _Server(asyncio.Protocol):
    """Answers `getMe` and `sendMessage`; a message that is one too many in a second, or in its chat's, gets a 429."""

    rate = 0
    way = 0.0
    jitter = 0.0
    arrivals: list[float]
    chats: dict[bytes, float]
    refused = 0

    def __init__(self) -> None:
        self._got = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.WriteTransport", transport)

    def data_received(self, data: bytes) -> None:
        self._got += data
        while (end := self._got.find(b"\r\n\r\n")) >= 0:
            head = self._got[:end]
            at = head.lower().find(b"content-length:")
            length = int(head[at + 15 :].split(b"\r\n", 1)[0]) if at >= 0 else 0
            if len(self._got) < end + 4 + length:
                return
            body, self._got = self._got[end + 4 : end + 4 + length], self._got[end + 4 + length :]
            name = head.split(b" ", 2)[1].rsplit(b"/", 1)[-1]
            self._later(lambda name=name, body=body: self._arrive(name, body))  # type: ignore[misc]

    def _later(self, then: Callable[[], None]) -> None:
        if self.way:
            delay = self.way + random.uniform(-self.jitter, self.jitter)
            asyncio.get_running_loop().call_later(delay, then)
        else:
            then()

    def _arrive(self, name: bytes, body: bytes) -> None:
        cls, answer, status = type(self), _BYTES.get(name.decode(), _BYTES[""]), b"200 OK"
        if self.rate and name == b"sendMessage":
            now, chat = time.monotonic(), body.split(b"&", 1)[0]
            cls.arrivals.append(now)
            recent = cls.arrivals[-self.rate - 1 :]
            if (len(recent) > self.rate and now - recent[0] < 1) or now - cls.chats.get(chat, 0.0) < 1:
                cls.refused += 1
                status, answer = (
                    b"429 Too Many",
                    b'{"ok":false,"error_code":429,"parameters":{"retry_after":1}}',
                )
            cls.chats[chat] = now
        head = b"HTTP/1.1 %b\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % (
            status,
            len(answer),
        )
        self._later(lambda: self._transport.write(head + answer))


def _serve(pipe: Connection, rate: int, way: float, jitter: float) -> None:
    """Until told to stop; then tell when what arrived, and how many were refused."""
    _Server.rate, _Server.way, _Server.jitter, _Server.arrivals, _Server.chats = rate, way, jitter, [], {}

    async def serve() -> None:
        loop = asyncio.get_running_loop()
        server = await loop.create_server(_Server, "127.0.0.1", 0)
        pipe.send(server.sockets[0].getsockname()[1])
        await loop.run_in_executor(None, pipe.recv)
        pipe.send((_Server.arrivals, _Server.refused))
        server.close()

    uvloop.run(serve())


class _Api:
    def __init__(self, port: int, pipe: Connection) -> None:
        self.url = f"http://127.0.0.1:{port}/bot"
        self._pipe = pipe

    def stop(self) -> tuple[list[float], int]:
        self._pipe.send("stop")
        arrivals, refused = self._pipe.recv()
        return arrivals, refused

    def bot(self, request: BaseRequest, **options: Any) -> ExtBot[Any]:
        return ExtBot(
            "1:A", base_url=self.url, request=request, get_updates_request=AiohttpRequest(), **options
        )


@contextmanager
def _api(rate: int = 0, way: float = 0.0, jitter: float = 0.0) -> Iterator[_Api]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, rate, way, jitter), daemon=True)
    process.start()
    try:
        yield _Api(ours.recv(), ours)
    finally:
        process.terminate()
        process.join()


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


async def _transport(api: _Api, request: BaseRequest, at_once: int) -> dict[str, float]:
    async with api.bot(request) as bot:
        return {
            "getMe": await _per_second(bot.get_me, at_once),
            "sendMessage": await _per_second(lambda: bot.send_message(1, "Привіт, світе!"), at_once),
        }


def _transports() -> None:
    print("transport, requests a second          aiohttp    httpx    ratio")
    with _api() as api:
        for at_once in (1, 64, 256):
            waits: dict[str, Any] = {"read_timeout": 60, "pool_timeout": 60, "connect_timeout": 60}
            ours = uvloop.run(_transport(api, AiohttpRequest(256, **waits), at_once))
            theirs = uvloop.run(_transport(api, HTTPXRequest(256, **waits), at_once))
            for name, figure in ours.items():
                ratio = figure / theirs[name]
                print(
                    f"  {name:<12} {at_once:>4} at once      {figure:>10.0f} {theirs[name]:>8.0f} {ratio:>7.1f}x"
                )


async def _broadcast(api: _Api, rate: int, seconds: float, at_once: int) -> tuple[float, float]:
    """Send for so long, as the outbox does; returns the seconds of processor used, and of waiting of the answers."""
    budget = Budget(rate=rate)
    chats = itertools.count(1)
    waited: list[float] = []
    async with api.bot(AiohttpRequest(), rate_limiter=Limiter(budget)) as bot:
        end = time.monotonic() + seconds

        async def work() -> None:
            while time.monotonic() < end:
                chat = next(chats)
                await budget.acquire(chat, priority=Priority.BROADCAST)
                await bot.send_message(chat, "Привіт, світе!", rate_limit_args=PREPAID)

        async def answer() -> None:
            while time.monotonic() < end:
                start = time.monotonic()
                await budget.acquire(next(chats))
                waited.append(time.monotonic() - start)
                await bot.send_message(next(chats), "Відповідь", rate_limit_args=PREPAID)

        before = time.process_time()
        await asyncio.gather(answer(), *(work() for _ in range(at_once)))
        return time.process_time() - before, max(waited)


def _fullest_second(arrivals: list[float]) -> int:
    window: deque[float] = deque()
    most = 0
    for at in arrivals:
        window.append(at)
        while at - window[0] >= 1:
            window.popleft()
        most = max(most, len(window))
    return most


def _budgets() -> None:
    print(f"budget, {2000 * WAY:.0f} ms ± {2000 * JITTER:.0f} ms there and back; answers among a broadcast")
    for rate, seconds, at_once in ((30, 10.0, 16), (1000, 10.0, 128)):
        with _api(rate, WAY, JITTER) as api:
            processor, waited = uvloop.run(_broadcast(api, rate, seconds, at_once))
            arrivals, refused = api.stop()
        share = (len(arrivals) - 1) / (arrivals[-1] - arrivals[0]) / rate
        print(
            f"  {rate:>4}/s: {share:.1%} of the rate, {refused} refused (429), fullest second {_fullest_second(arrivals)},"
            f" longest wait of an answer {waited * 1000:.0f} ms, {processor / seconds:.0%} of a processor"
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
