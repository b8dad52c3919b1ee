"""One Bot API method, called very often: HTTP/1.1 with as little work a call as there can be.

A broadcast sends the same words to many. What a general client does for each of them (a task, a URL, headers, a
response object) costs more than sending; here a call is one write and one look at what comes back. The general
transport stays for everything else, and for what has to go through a proxy.
"""

import asyncio
import json
import re
import ssl
from collections.abc import Callable, Mapping
from typing import Any, Protocol
from urllib.parse import urlsplit

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter  # what RequestData is made of

from bot.gateway.transport import AiohttpRequest, ConnectionNotMade, ConnectionTimedOut

#: Told how a call ended: None where Telegram has done it, else what came in its way.
Told = Callable[[TelegramError | None], None]

_TAKEN = b'{"ok":true'
_LOOK = 0.5  # seconds between two looks for calls that take too long and connections that nobody uses
_LONGEST_HEAD = 65_536
_SECONDS = re.compile(r"retry after (\d{1,6})")


class Caller(Protocol):
    """Calls one method of the Bot API."""

    def call(self, body: bytes, told: Told) -> None:
        """Begin a call.

        Args:
            body: the parameters, a JSON object.
            told: called once, later, with how it ended.
        """
        ...

    async def close(self) -> None:
        """End every connection; calls that are not answered end as `TimedOut`."""
        ...


def caller_of(url: str, request: AiohttpRequest) -> Caller:
    """The way to call a method very often.

    Args:
        url: of the method, with the token in it.
        request: the general transport, for what has to go through a proxy.
    """
    try:
        return Detour(url, request) if request.goes_by_proxy(url) else Wire(url)
    except ConnectionNotMade:  # a kind of proxy that the transport does not know says so at each call
        return Detour(url, request)


class Wire:
    """Calls over connections of its own, as many as there are calls at a time.

    Args:
        url: of the method, with the token in it.
        patience: seconds until a call that is not answered ends as `TimedOut`; connecting has as many.
        keepalive: seconds that an idle connection is kept; ours closes first, see `AiohttpRequest`.
    """

    def __init__(self, url: str, *, patience: float = 10.0, keepalive: float = 15.0) -> None:
        parts = urlsplit(url)
        self._host = parts.hostname or ""
        self._tls = ssl.create_default_context() if parts.scheme == "https" else None
        self._port = parts.port or (443 if self._tls else 80)
        target = f"{parts.path}?{parts.query}" if parts.query else parts.path
        self._head = (
            f"POST {target} HTTP/1.1\r\nHost: {parts.netloc}\r\nAccept: */*\r\n"
            "Content-Type: application/json\r\nContent-Length: "
        ).encode()
        self._patience = patience
        self._keepalive = keepalive
        self._idle: list[_Line] = []
        self._lines: set[_Line] = set()
        self._connecting: set[asyncio.Task[None]] = set()
        self._watch: asyncio.TimerHandle | None = None

    def call(self, body: bytes, told: Told) -> None:
        """See `Caller`."""
        request = b"%b%d\r\n\r\n%b" % (self._head, len(body), body)
        now = asyncio.get_running_loop().time()
        if self._watch is None:
            self._watch = asyncio.get_running_loop().call_later(_LOOK, self._look)
        while self._idle:
            line = self._idle.pop()
            if line.is_open and now - line.since < self._keepalive:
                line.ask(request, told, now)
                return
            line.close()
        task = asyncio.create_task(self._connect(request, told))
        self._connecting.add(task)
        task.add_done_callback(self._connecting.discard)

    async def close(self) -> None:
        """See `Caller`."""
        if self._watch is not None:
            self._watch.cancel()
            self._watch = None
        for task in self._connecting:
            task.cancel()
        for line in set(self._lines):
            line.give_up(TimedOut("sendMessage: the bot is ending"))
        await asyncio.gather(*self._connecting, return_exceptions=True)

    async def _connect(self, request: bytes, told: Told) -> None:
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(self._patience):
                _, line = await loop.create_connection(
                    lambda: _Line(self._free, self._lines.discard), self._host, self._port, ssl=self._tls
                )
        except TimeoutError:
            failure: TelegramError = ConnectionTimedOut("sendMessage: TimeoutError")
        except (OSError, ssl.SSLError) as error:
            failure = ConnectionNotMade(f"sendMessage: {type(error).__name__}")
        except asyncio.CancelledError:
            told(ConnectionNotMade("sendMessage: the bot is ending"))
            raise
        else:
            self._lines.add(line)
            line.ask(request, told, loop.time())
            return
        told(failure)

    def _free(self, line: "_Line") -> None:
        self._idle.append(line)

    def _look(self) -> None:
        """Give up what takes too long, close what nobody uses; the last to be used is at the end."""
        now = asyncio.get_running_loop().time()
        for line in [one for one in self._lines if one.told is not None and now - one.since > self._patience]:
            line.give_up(TimedOut("sendMessage: no answer"))
        fresh = [line for line in self._idle if line.is_open and now - line.since < self._keepalive]
        for line in set(self._idle).difference(fresh):
            line.close()
        self._idle[:] = fresh
        is_used = bool(self._lines or self._connecting)
        self._watch = asyncio.get_running_loop().call_later(_LOOK, self._look) if is_used else None


class _Line(asyncio.Protocol):
    """A connection: one call at a time."""

    def __init__(self, free: Callable[["_Line"], None], gone: Callable[["_Line"], None]) -> None:
        self._free = free
        self._gone = gone
        self._transport: asyncio.Transport | None = None
        self._got = b""
        self.told: Told | None = None
        self.since = 0.0  # when the present call began, or the last one ended
        self.is_open = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport  # type: ignore[assignment]  # a stream's
        self.is_open = True

    def ask(self, request: bytes, told: Told, now: float) -> None:
        assert self._transport is not None
        self.told, self.since, self._got = told, now, b""
        self._transport.write(request)

    def close(self) -> None:
        self.is_open = False
        if self._transport is not None:
            self._transport.close()

    def give_up(self, failure: TelegramError) -> None:
        """The present call has failed; what comes of it later is nobody's."""
        self.is_open = False
        if self._transport is not None:
            self._transport.abort()
        self._end(failure)

    def data_received(self, data: bytes) -> None:
        self._got = self._got + data if self._got else data
        if self.told is None:  # nobody has asked
            self.close()
            return
        try:
            read = _read(self._got)
        except ValueError:
            self.give_up(NetworkError("sendMessage: no HTTP"))
            return
        if read is None:
            return
        status, body, stays = read
        told, self.told = self.told, None
        self.since = asyncio.get_running_loop().time()
        if stays and self.is_open:
            self._free(self)
        else:
            self.close()
        told(None if status == 200 and body.startswith(_TAKEN) else refusal(status, body))

    def connection_lost(self, error: Exception | None) -> None:
        self.is_open = False
        self._gone(self)
        if self.told is not None:
            head, found, body = self._got.partition(b"\r\n\r\n")
            if found and b"content-length" not in head.lower() and b"chunked" not in head.lower():
                self._end(refusal(int(head[9:12]), body))  # a body that ends with the connection
                return
        self._end(NetworkError(f"sendMessage: {type(error).__name__ if error else 'connection closed'}"))

    def _end(self, failure: TelegramError | None) -> None:
        told, self.told = self.told, None
        if told is not None:
            told(failure)


class Detour:
    """Calls by way of the general transport, for what has to go through a proxy.

    Args:
        url: of the method, with the token in it.
        request: the transport, initialized.
    """

    def __init__(self, url: str, request: AiohttpRequest) -> None:
        self._url = url
        self._request = request
        self._tasks: set[asyncio.Task[None]] = set()

    def call(self, body: bytes, told: Told) -> None:
        """See `Caller`."""
        task = asyncio.create_task(self._call(body, told))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """See `Caller`."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _call(self, body: bytes, told: Told) -> None:
        parameters = [RequestParameter.from_input(name, value) for name, value in json.loads(body).items()]
        try:
            status, answer = await self._request.do_request(self._url, "POST", RequestData(parameters))
        except TelegramError as error:
            told(error)
        except asyncio.CancelledError:
            told(TimedOut("sendMessage: the bot is ending"))
            raise
        else:
            told(None if status == 200 and answer.startswith(_TAKEN) else refusal(status, answer))


def refusal(status: int, body: bytes) -> TelegramError | None:
    """What a response says, as the library's error; None where Telegram has done it after all.

    Args:
        status: of HTTP.
        body: as it came.
    """
    try:
        answer = json.loads(body)
        if answer.get("ok"):
            return None
        return _refusal(answer.get("error_code", status), answer)
    except (ValueError, TypeError, AttributeError):  # a proxy's page, or nothing that Telegram would say
        if status == 429:
            return RetryAfter(1)
        return NetworkError(f"sendMessage: {status} without a word of Telegram's")


def _refusal(code: int, answer: Mapping[str, Any]) -> TelegramError:
    reason = str(answer.get("description", code))
    parameters = answer.get("parameters") or {}
    if (new_id := parameters.get("migrate_to_chat_id")) is not None:
        return ChatMigrated(int(new_id))
    if (seconds := parameters.get("retry_after")) is not None:
        return RetryAfter(int(seconds))
    if code == 429:  # how long to wait is said in words alone, or not at all
        said = _SECONDS.search(reason.lower())
        return RetryAfter(int(said[1]) if said else 1)
    kinds: dict[int, type[TelegramError]] = {
        400: BadRequest,
        401: InvalidToken,
        403: Forbidden,
        404: InvalidToken,
        409: Conflict,
    }
    return kinds.get(code, NetworkError)(reason)


def _read(got: bytes) -> tuple[int, bytes, bool] | None:
    """Status, body and whether the connection stays; None while there is more to come.

    Raises:
        ValueError: it is no HTTP that we know.
    """
    end = got.find(b"\r\n\r\n")
    if end < 0:
        if len(got) > _LONGEST_HEAD:
            raise ValueError("a head without an end")
        return None
    status = int(got[9:12])
    head = got[:end].lower()
    stays = got.startswith(b"HTTP/1.1") and b"\r\nconnection: close" not in head
    at = head.find(b"\r\ncontent-length:")
    if at >= 0:
        stop = head.find(b"\r\n", at + 17)
        length = int(head[at + 17 : stop if stop >= 0 else end])
        start = end + 4
        return (status, got[start : start + length], stays) if len(got) >= start + length else None
    if b"\r\ntransfer-encoding: chunked" in head:
        body = _unchunked(got, end + 4)
        return None if body is None else (status, body, stays)
    return None  # to the end of the connection


def _unchunked(got: bytes, at: int) -> bytes | None:
    """A body in chunks, whole; None while there is more to come."""
    body = b""
    while True:
        end = got.find(b"\r\n", at)
        if end < 0:
            return None
        length = int(got[at:end].partition(b";")[0], 16)
        if len(got) < end + 2 + length + 2:
            return None
        if length == 0:
            return body
        body += got[end + 2 : end + 2 + length]
        at = end + 2 + length + 2
