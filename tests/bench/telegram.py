"""A Bot API server of the benchmarks' own: fast, in a process and on a processor of its own, strict about rates.

What leaves it is the same for everybody who is measured. A message that is one too many in a second, over all chats or
in its chat, gets a 429; every 33rd chat has blocked the bot. Updates can be handed over, and the answers' times are
kept.
"""

import asyncio
import itertools
import json
import multiprocessing
import os
import random
import re
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import Any, cast

import uvloop

#: Every so many chats one has blocked the bot: 3 %.
BLOCKED = 33
#: Chats from this number on are of people who write, not of subscribers.
WRITERS = 10_000_000
WAY, JITTER = 0.025, 0.005  # seconds from the bot to the server, and as many back; more or less, on each way
TOKEN = "123456789:BENCH-not-a-secret-0123456789abcdefgh"

_ME = {"id": 1, "is_bot": True, "first_name": "Bot", "username": "bench_bot"}
_MESSAGE = {
    "message_id": 1,
    "date": 0,
    "chat": {"id": 1, "type": "private", "first_name": "Олена"},
    "from": _ME,
    "text": "Нова консультація. Відкриті дані про дороги. " * 8,
    "entities": [{"type": "bold", "offset": 0, "length": 17}],
    "reply_markup": {"inline_keyboard": [[{"text": "Прочитати", "callback_data": "c:1"}]] * 4},
}
_CHAT = re.compile(rb'chat_id(?:"?[=:]\s*"?|"\r\n(?:[^\r]+\r\n)*\r\n)(-?\d+)')


def _response(status: bytes, answer: object) -> bytes:
    body = json.dumps(answer, ensure_ascii=False).encode()
    head = b"HTTP/1.1 %b\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
    return head % (status, len(body)) + body


_TAKEN = _response(b"200 OK", {"ok": True, "result": _MESSAGE})
_DONE = _response(b"200 OK", {"ok": True, "result": True})
_WHO = _response(b"200 OK", {"ok": True, "result": _ME})
_FORBIDDEN = _response(
    b"403 Forbidden",
    {"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked by the user"},
)
_TOO_MANY = _response(
    b"429 Too Many Requests",
    {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    },
)


@dataclass
class Record:
    """What the server has seen.

    Attributes:
        arrivals: when each message came, on the clock of `time.monotonic`.
        refused: how many got a 429.
        blocked: how many went to chats that have blocked the bot.
        chats: how many messages each chat has got.
        answered: seconds from an update's handing over to its answer's arrival.
    """

    arrivals: list[float] = field(default_factory=list)
    refused: int = 0
    blocked: int = 0
    chats: Counter[int] = field(default_factory=Counter)
    answered: list[float] = field(default_factory=list)

    def share(self, rate: int) -> float:
        """How much of the allowed rate was used, from the first message to the last."""
        return (len(self.arrivals) - 1) / (self.arrivals[-1] - self.arrivals[0]) / rate

    @property
    def fullest(self) -> int:
        """The most messages in any second."""
        window: deque[float] = deque()
        most = 0
        for at in self.arrivals:
            window.append(at)
            while at - window[0] >= 1:
                window.popleft()
            most = max(most, len(window))
        return most


class _Server:
    def __init__(self, rate: int, way: float, jitter: float) -> None:
        self.rate, self.way, self.jitter = rate, way, jitter
        self.record = Record()
        self.lately: deque[float] = deque()
        self.last: dict[int, float] = {}
        self.asked: dict[int, float] = {}
        self.writers = itertools.count(WRITERS)
        self.updates: list[dict[str, Any]] = []
        self.update_ids = itertools.count(1)
        self.is_strict = True

    def message(self, chat: int) -> bytes:
        now, record = time.monotonic(), self.record
        lately = self.lately
        while lately and now - lately[0] >= 1:
            lately.popleft()
        if self.rate and self.is_strict and (len(lately) >= self.rate or now - self.last.get(chat, 0.0) < 1):
            record.refused += 1
            return _TOO_MANY
        lately.append(now)
        record.arrivals.append(now)
        if chat >= WRITERS:
            if chat in self.asked:
                record.answered.append(now - self.asked.pop(chat))
            return _TAKEN
        self.last[chat] = now
        if chat % BLOCKED == 0:
            record.blocked += 1
            return _FORBIDDEN
        record.chats[chat] += 1
        return _TAKEN

    def write(self) -> None:
        """Somebody new writes to the bot."""
        writer = next(self.writers)
        person = {"id": writer, "is_bot": False, "first_name": "Олена", "language_code": "uk"}
        chat = {"id": writer, "type": "private", "first_name": "Олена"}
        message = {"message_id": 1, "date": int(time.time()), "chat": chat, "from": person, "text": "/help"}
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": 5}]
        self.updates.append({"update_id": next(self.update_ids), "message": message})

    def poll(self) -> bytes:
        updates, self.updates = self.updates, []
        now = time.monotonic()
        self.asked.update((update["message"]["chat"]["id"], now) for update in updates)
        return _response(b"200 OK", {"ok": True, "result": updates})


class _Line(asyncio.Protocol):
    server: _Server

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
            name = head.split(b" ", 2)[1].rsplit(b"/", 1)[-1].partition(b"?")[0].lower()
            if name == b"getupdates":
                self._poll(time.monotonic() + 1.0)
            else:
                self._later(lambda name=name, body=body: self._arrive(name, body))  # type: ignore[misc]

    def _poll(self, until: float) -> None:
        if self._transport.is_closing():
            return
        if self.server.updates or time.monotonic() > until:
            updates = self.server.poll()
            self._later(lambda: self._answer(updates))
        else:
            asyncio.get_running_loop().call_later(0.002, self._poll, until)

    def _later(self, then: Callable[[], None]) -> None:
        server = self.server
        if server.way:
            delay = server.way + random.uniform(-server.jitter, server.jitter)
            asyncio.get_running_loop().call_later(delay, then)
        else:
            then()

    def _arrive(self, name: bytes, body: bytes) -> None:
        if name == b"sendmessage":
            found = _CHAT.search(body)
            answer = self.server.message(int(found[1]) if found else 0)
        else:
            answer = _WHO if name == b"getme" else _DONE
        self._later(lambda: self._answer(answer))

    def _answer(self, answer: bytes) -> None:
        if not self._transport.is_closing():
            self._transport.write(answer)


def _serve(pipe: Connection, rate: int, way: float, jitter: float) -> None:
    """Until told to stop. `take` hands out the record and begins a new one; `write n` lets so many people write."""
    apart(1)
    server = _Line.server = _Server(rate, way, jitter)

    def told(word: str) -> None:
        if word == "write":
            server.write()
        elif word in {"strict", "lax"}:
            server.is_strict = word == "strict"
        elif word == "look":
            record = server.record
            pipe.send((len(record.arrivals), record.refused, record.arrivals[0] if record.arrivals else 0.0))
        else:
            pipe.send(server.record)
            server.record = Record()

    async def serve() -> None:
        loop = asyncio.get_running_loop()
        listening = await loop.create_server(_Line, "127.0.0.1", 0, backlog=1024)
        stopped = asyncio.Event()

        def on_word() -> None:
            while pipe.poll():
                word = pipe.recv()
                if word == "stop":
                    stopped.set()
                else:
                    told(word)

        loop.add_reader(pipe.fileno(), on_word)
        pipe.send(listening.sockets[0].getsockname()[1])
        await stopped.wait()
        loop.remove_reader(pipe.fileno())
        listening.close()

    uvloop.run(serve())


class Telegram:
    """The server, from outside its process."""

    def __init__(self, port: int, pipe: Connection) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self._pipe = pipe

    def take(self) -> Record:
        """What it has seen since the last time."""
        self._pipe.send("take")
        record: Record = self._pipe.recv()
        return record

    def look(self) -> tuple[int, int, float]:
        """How many messages came so far, how many were refused, and when the first came."""
        self._pipe.send("look")
        seen: tuple[int, int, float] = self._pipe.recv()
        return seen

    def write(self) -> None:
        """Let somebody new write to the bot."""
        self._pipe.send("write")

    def be(self, word: str) -> None:
        """`strict` refuses what is too much; `lax` takes everything, for those who keep no rate."""
        self._pipe.send(word)


@contextmanager
def telegram(rate: int = 0, way: float = WAY, jitter: float = JITTER) -> Iterator[Telegram]:
    """The server while it runs.

    Args:
        rate: messages a second that it takes; 0 for any number.
        way: seconds on each way.
        jitter: seconds more or less.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, rate, way, jitter), daemon=True)
    process.start()
    try:
        yield Telegram(ours.recv(), ours)
    finally:
        ours.send("stop")
        process.join(2)
        process.terminate()
        process.join()


def apart(number: int) -> None:
    """Keep this process on one processor: the bots on the first, the server on the second, where there are two.

    All of them go before what else runs on the machine, where that is allowed, for it is not what is measured.
    """
    with suppress(OSError, AttributeError):
        os.setpriority(os.PRIO_PROCESS, 0, -10)
    if not hasattr(os, "sched_setaffinity"):
        return
    processors = sorted(os.sched_getaffinity(0))
    if len(processors) > 1:
        os.sched_setaffinity(0, {processors[number % len(processors)]})
