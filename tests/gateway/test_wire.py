"""The wire against a server that answers in every way that HTTP allows, and in some that it does not."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.gateway.transport import AiohttpRequest, ConnectionNotMade
from bot.gateway.wire import Caller, Detour, Wire, caller_of, refusal

TAKEN = b'{"ok":true,"result":{}}'


def response(body: bytes, status: str = "200 OK", more: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\n{more}Content-Length: {len(body)}\r\n\r\n".encode() + body


@asynccontextmanager
async def serving(*pieces: bytes | None) -> AsyncIterator[tuple[str, list[bytes]]]:
    """Answers each request with the pieces, one after another; None breaks the connection."""
    asked: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                length = int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0])
                asked.append(await reader.readexactly(length))
                for piece in pieces:
                    if piece is None:
                        return
                    writer.write(piece)
                    await writer.drain()
                    await asyncio.sleep(0)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/bot1:A/sendMessage", asked
    finally:
        server.close()


async def ask(caller: Caller, body: bytes = b'{"chat_id":1}') -> TelegramError | None:
    future: asyncio.Future[TelegramError | None] = asyncio.get_running_loop().create_future()
    caller.call(body, future.set_result)
    async with asyncio.timeout(5):
        return await future


@pytest.mark.parametrize(
    "pieces",
    [
        [response(TAKEN)],
        [response(TAKEN)[:20], response(TAKEN)[20:70], response(TAKEN)[70:]],
        [b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n", TAKEN[:5] + b"\r\n",
         b"%x;a=b\r\n%b\r\n0\r\n\r\n" % (len(TAKEN) - 5, TAKEN[5:])],
        [response(TAKEN, more="Connection: close\r\n"), None],
        [b"HTTP/1.0 200 OK\r\n\r\n" + TAKEN, None],
    ],
    ids=["whole", "in pieces", "chunked", "closing", "to the end"],
)  # fmt: skip
async def test_whatever_way_telegram_says_yes_it_is_taken(pieces: list[bytes | None]) -> None:
    async with serving(*pieces) as (url, asked):
        wire = Wire(url)
        for _ in range(3):
            assert await ask(wire) is None
        await wire.close()
    assert asked == [b'{"chat_id":1}'] * 3


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (
            403,
            b'{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}',
            Forbidden,
        ),
        (400, b'{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}', BadRequest),
        (401, b'{"ok":false,"error_code":401,"description":"Unauthorized"}', InvalidToken),
        (429, b'{"ok":false,"error_code":429,"parameters":{"retry_after":7}}', RetryAfter),
        (400, b'{"ok":false,"error_code":400,"parameters":{"migrate_to_chat_id":-7}}', ChatMigrated),
        (502, b"<html>Bad Gateway</html>", NetworkError),
        (500, b'{"ok":false,"error_code":500,"description":"Internal"}', NetworkError),
        (200, b"[]", NetworkError),
        (429, b'{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 7"}', RetryAfter),
        (429, b"<html>429 Too Many Requests</html>", RetryAfter),
        (429, b'{"ok":false,"parameters":{"retry_after":"7"}}', RetryAfter),
        (400, b'{"ok":false,"parameters":["?"]}', NetworkError),
        (400, b'{"ok":false,"parameters":{"migrate_to_chat_id":"?"}}', NetworkError),
        (502, b"[1]", NetworkError),
        (500, b"null", NetworkError),
    ],
)
def test_refusals_are_the_librarys_errors(status: int, body: bytes, error: type[TelegramError]) -> None:
    assert type(refusal(status, body)) is error


async def test_connection_that_breaks_leaves_it_open_and_the_next_call_goes_on_another() -> None:
    async with serving(None) as (url, asked):
        wire = Wire(url)
        for _ in range(2):
            failure = await ask(wire)
            assert isinstance(failure, NetworkError)
            assert not isinstance(failure, ConnectionNotMade)
        await wire.close()
    assert len(asked) == 2


async def test_what_is_no_http_is_an_error_and_names_no_token() -> None:
    async with serving(b"SSH-2.0-x y z\r\n\r\n") as (url, _):
        wire = Wire(url)
        failure = await ask(wire)
        await wire.close()
    assert isinstance(failure, NetworkError)
    assert "1:A" not in str(failure)


async def test_where_nobody_listens_nothing_was_sent() -> None:
    wire = Wire("http://127.0.0.1:9/bot1:A/sendMessage")
    assert isinstance(await ask(wire), ConnectionNotMade)
    await wire.close()


async def test_call_without_an_answer_ends_in_time() -> None:
    async with serving(b"") as (url, asked):
        wire = Wire(url, patience=0.3)
        failure = await ask(wire)
        assert isinstance(failure, TimedOut)
        assert not isinstance(failure, ConnectionNotMade)
        await wire.close()
    assert len(asked) == 1


async def test_closing_answers_everybody() -> None:
    told: list[TelegramError | None] = []
    async with serving(b"") as (url, asked):
        wire = Wire(url)
        for _ in range(3):
            wire.call(b"{}", told.append)
        while len(asked) < 3:  # noqa: ASYNC110  (the server is no coroutine of ours to wait for)
            await asyncio.sleep(0.01)  # the other side's turn
        wire.call(b"{}", told.append)
        await asyncio.sleep(0)
        await wire.close()
    assert len(told) == 4
    assert all(isinstance(one, NetworkError) for one in told)


async def test_proxy_takes_the_general_transport(monkeypatch: pytest.MonkeyPatch) -> None:
    request = AiohttpRequest()
    await request.initialize()
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    far: Callable[[], Caller] = lambda: caller_of("https://api.example.org/bot1:A/sendMessage", request)  # noqa: E731
    assert isinstance(far(), Detour)
    assert isinstance(await ask(far()), ConnectionNotMade)
    monkeypatch.delenv("https_proxy")
    assert isinstance(caller_of("http://127.0.0.1:9/bot1:A/sendMessage", request), Wire)
    await request.shutdown()


async def test_detour_sends_the_same_parameters() -> None:
    async with serving(response(TAKEN)) as (url, asked):
        request = AiohttpRequest()
        await request.initialize()
        detour = Detour(url, request)
        assert await ask(detour, b'{"chat_id":1,"text":"a","reply_markup":{"inline_keyboard":[]}}') is None
        await detour.close()
        await request.shutdown()
    (form,) = asked
    assert form.startswith(b"chat_id=1&text=a&reply_markup=")
