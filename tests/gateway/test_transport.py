"""The transport against servers on loopback that do as Telegram does, and against servers that fail."""

import asyncio
import io
import json
import logging
import socket
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
import uvloop
from aiohttp import web
from aiohttp.test_utils import TestServer
from hypothesis import given
from hypothesis import strategies as st
from telegram import InputFile, InputMediaDocument
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.ext import ExtBot
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.gateway.forms import Progress, encode
from bot.gateway.transport import AiohttpRequest, ConnectionNotMade, ConnectionTimedOut

SECRET = "AAF-secret_secret_secret_secret_123"
TOKEN = f"4242:{SECRET}"
ME = {"id": 4242, "is_bot": True, "first_name": "Bot", "username": "bot"}
MESSAGE = {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}, "text": "x"}

Stream = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def raw_server(behave: Stream) -> AsyncIterator[str]:
    """A TCP server that behaves as told with each connection; yields its base URL."""
    tasks: set[asyncio.Task[None]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        try:
            await behave(reader, writer)
        except (asyncio.CancelledError, ConnectionError):
            pass
        finally:
            tasks.discard(task)
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        for task in list(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await server.wait_closed()


@asynccontextmanager
async def api_server(handler: Callable[[web.Request], Awaitable[web.StreamResponse]]) -> AsyncIterator[str]:
    app = web.Application(client_max_size=1 << 30)
    app.router.add_route("*", "/{path:.*}", handler)
    server = TestServer(app)
    await server.start_server(access_log=None)  # the server's own log has the path, and is not ours
    async with server:
        yield str(server.make_url("")).rstrip("/")


async def ask(
    base: str, *, method: str = "sendMessage", request: AiohttpRequest | None = None, **timeouts: Any
) -> Any:
    async with request or AiohttpRequest() as transport:
        return await transport.post(f"{base}/bot{TOKEN}/{method}", data(chat_id=1, text="x"), **timeouts)


def data(**parameters: Any) -> RequestData:
    return RequestData([RequestParameter.from_input(name, value) for name, value in parameters.items()])


def assert_tokenless(error: BaseException, caplog: pytest.LogCaptureFixture) -> None:
    seen: list[BaseException] = []
    rest: list[BaseException | None] = [error]
    while rest:
        link = rest.pop()
        if link is not None and link not in seen:
            seen.append(link)
            rest += [link.__cause__, link.__context__]
    told = [str(link) + repr(link) + repr(link.args) + repr(vars(link)) for link in seen]
    told += traceback.format_exception(error)
    told += [record.getMessage() + str(record.exc_info) + repr(record.args) for record in caplog.records]
    assert not [line for line in told if SECRET in line]


async def head_of(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    length = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    await reader.readexactly(int(length[0].split(b":")[1]) if length else 0)
    return head


def reset(writer: asyncio.StreamWriter) -> None:
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    writer.close()


async def close_at_once(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    reset(writer)


async def close_after_request(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await head_of(reader)
    writer.close()


async def reset_within_response(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await head_of(reader)
    writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"ok":')
    await writer.drain()
    reset(writer)


async def talk_nonsense(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await head_of(reader)
    writer.write(b"NONSENSE " + TOKEN.encode() + b"\r\n\r\n")
    await writer.drain()


async def hang(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
    await head_of(reader)
    await asyncio.get_running_loop().create_future()


async def hang_within_response(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await head_of(reader)
    writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"ok":')
    await asyncio.get_running_loop().create_future()


async def read_nothing(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.transport.pause_reading()  # type: ignore[attr-defined]
    await asyncio.get_running_loop().create_future()


@pytest.mark.parametrize(
    ("behave", "expected"),
    [
        (close_at_once, NetworkError),
        (close_after_request, NetworkError),
        (reset_within_response, NetworkError),
        (talk_nonsense, NetworkError),
        (hang, TimedOut),
        (hang_within_response, TimedOut),
    ],
)
async def test_failure_after_connecting_may_have_been_delivered(
    behave: Stream, expected: type[Exception], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with raw_server(behave) as base:
        with pytest.raises(NetworkError) as caught:
            await ask(base, read_timeout=0.05)
    assert type(caught.value) is expected
    assert str(caught.value).startswith("sendMessage: ")
    assert_tokenless(caught.value, caplog)


async def test_refused_connection_surely_delivered_nothing(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with socket.socket() as taken:  # bound, and listening to nobody
        taken.bind(("127.0.0.1", 0))
        with pytest.raises(ConnectionNotMade) as caught:
            await ask(f"http://127.0.0.1:{taken.getsockname()[1]}")
    assert str(caught.value) == "sendMessage: ClientConnectorError (ECONNREFUSED)"
    assert not isinstance(caught.value, TimedOut)
    assert_tokenless(caught.value, caplog)


async def test_connection_that_takes_too_long_delivered_nothing(caplog: pytest.LogCaptureFixture) -> None:
    async with raw_server(hang) as base:  # it accepts TCP and never answers the TLS handshake
        with pytest.raises(ConnectionTimedOut) as caught:
            await ask(base.replace("http:", "https:"), connect_timeout=0.05)
    assert isinstance(caught.value, TimedOut)
    assert isinstance(caught.value, ConnectionNotMade)
    assert_tokenless(caught.value, caplog)


@pytest.mark.parametrize("base", ["http://", "nonsense", "http://127.0.0.1:99999", "http://[::bad"])
async def test_impossible_url_is_an_error_without_the_token(
    base: str, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(NetworkError) as caught:
        await ask(base)
    assert_tokenless(caught.value, caplog)


async def test_pool_timeout_says_so_and_frees_nothing_of_others(caplog: pytest.LogCaptureFixture) -> None:
    go = asyncio.Event()

    async def handler(_: web.Request) -> web.Response:
        await go.wait()
        return web.json_response({"ok": True, "result": True})

    async with api_server(handler) as base, AiohttpRequest(connections=1) as transport:
        first = asyncio.create_task(transport.post(f"{base}/bot{TOKEN}/close"))
        await asyncio.sleep(0)
        with pytest.raises(ConnectionTimedOut, match="close: pool timeout") as caught:
            await transport.post(f"{base}/bot{TOKEN}/close", pool_timeout=0.02)
        go.set()
        assert await first is True
        assert await transport.post(f"{base}/bot{TOKEN}/close", pool_timeout=None) is True
    assert_tokenless(caught.value, caplog)


async def test_cancelled_request_frees_its_connection() -> None:
    async with raw_server(hang) as base, AiohttpRequest(connections=1) as transport:
        for _ in range(3):
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.02):
                    await transport.post(f"{base}/bot{TOKEN}/close", pool_timeout=0.01)


async def test_upload_that_does_not_move_times_out() -> None:
    async with raw_server(read_nothing) as base, AiohttpRequest() as transport:
        document = InputFile(b"x" * 30_000_000, filename="big.bin")
        with pytest.raises(TimedOut):
            await transport.post(
                f"{base}/bot{TOKEN}/sendDocument", data(document=document), write_timeout=0.05
            )
        with pytest.raises(TimedOut):
            await transport.post(
                f"{base}/bot{TOKEN}/sendMessage", data(text="x" * 30_000_000), write_timeout=0.05
            )


async def test_each_chunk_that_leaves_winds_the_write_timeout_up_again() -> None:
    class Timer:
        def __init__(self) -> None:
            self.deadlines: list[float | None] = []

        def reschedule(self, when: float | None) -> None:
            self.deadlines.append(when)

    timer, start = Timer(), asyncio.get_running_loop().time()
    chunks = Progress(timer, 20).watch([b"x" * 200_000, io.BytesIO(b"y" * 100_000)])  # type: ignore[arg-type]
    assert b"".join([bytes(chunk) async for chunk in chunks]) == b"x" * 200_000 + b"y" * 100_000
    assert len(timer.deadlines) == 4 + 2 + 1
    assert all(at is not None and at >= start + 20 for at in timer.deadlines[:-1])
    assert timer.deadlines[-1] is None


@pytest.mark.parametrize("status", [200, 404, 502])
@pytest.mark.parametrize("body", [f"<html>/bot{TOKEN}/sendMessage</html>", f'["{TOKEN}"]', '{"ok":', ""])
async def test_bad_json_is_an_error_that_quotes_no_token(
    status: int, body: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    async def handler(_: web.Request) -> web.Response:
        return web.Response(status=status, text=body)

    async with api_server(handler) as base:
        with pytest.raises(TelegramError) as caught:
            await ask(base)
    assert_tokenless(caught.value, caplog)
    assert not [record for record in caplog.records if "html" in record.getMessage()]


async def test_telegrams_refusals_keep_their_classes() -> None:
    answers = iter(
        [
            (400, {"ok": False, "description": "Bad Request: chat not found"}),
            (429, {"ok": False, "description": "Too Many", "parameters": {"retry_after": 3}}),
        ]
    )

    async def handler(_: web.Request) -> web.Response:
        status, body = next(answers)
        return web.json_response(body, status=status)

    async with api_server(handler) as base:
        with pytest.raises(BadRequest, match="Chat not found"):
            await ask(base)
        with pytest.raises(RetryAfter):
            await ask(base)


async def test_redirect_is_not_followed() -> None:
    async def handler(_: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": "/elsewhere"})

    async with api_server(handler) as base:
        with pytest.raises(NetworkError, match="302"):
            await ask(base)


class Recorder:
    """Answers as the Bot API does and keeps what it got: (method, fields, files)."""

    def __init__(self) -> None:
        self.got: list[tuple[str, dict[str, str], dict[str, tuple[str, bytes, str]]]] = []

    async def handle(self, request: web.Request) -> web.Response:
        name = request.path.rsplit("/", 1)[-1]
        if request.method == "GET":
            return web.Response(body=b"file " + name.encode())
        assert "chunked" not in request.headers.get("Transfer-Encoding", "")
        form = await request.post()
        files = {
            key: (part.filename, part.file.read(), part.content_type)
            for key, part in form.items()
            if isinstance(part, web.FileField)
        }
        self.got.append((name, {k: v for k, v in form.items() if isinstance(v, str)}, files))
        return web.json_response(
            {"ok": True, "result": {"getMe": ME, "sendMediaGroup": [MESSAGE]}.get(name, MESSAGE)}
        )


@asynccontextmanager
async def a_bot() -> AsyncIterator[tuple[ExtBot[None], Recorder]]:
    recorder = Recorder()
    async with api_server(recorder.handle) as base:
        bot: ExtBot[None] = ExtBot(
            TOKEN,
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            request=AiohttpRequest(),
            get_updates_request=AiohttpRequest(),
        )
        async with bot:
            yield bot, recorder


async def test_text_and_buttons_arrive() -> None:
    text = "Привіт + 50% & більше; «так»?\n/x=1#2 😀"
    async with a_bot() as (bot, recorder):
        await bot.send_message(1, text, reply_markup={"inline_keyboard": []})  # type: ignore[arg-type]
    name, fields, files = recorder.got[-1]
    assert name == "sendMessage"
    assert fields["text"] == text
    assert json.loads(fields["reply_markup"]) == {"inline_keyboard": []}
    assert files == {}


async def test_files_arrive_with_their_names(tmp_path: Path) -> None:
    big = bytes(range(256)) * 80_000
    path = tmp_path / "план.bin"
    path.write_bytes(big)
    async with a_bot() as (bot, recorder):
        await bot.send_document(1, io.BytesIO(b"abc"), filename='тест "1".txt', caption="Підпис")
        assert recorder.got[-1][1]["caption"] == "Підпис"
        assert recorder.got[-1][2] == {"document": ("тест %221%22.txt", b"abc", "text/plain")}
        with path.open("rb") as file:
            document = InputFile(file, filename=path.name, read_file_handle=False)
            for _ in range(2):  # a second time, too: a sender may have to repeat it
                await bot.send_document(1, document)
                assert recorder.got[-1][2]["document"][:2] == ("план.bin", big)
            assert not file.closed
        media = [InputMediaDocument(b"one", filename="1.txt"), InputMediaDocument(b"two", filename="2.txt")]
        await bot.send_media_group(1, media)
        assert sorted(content for _, content, _ in recorder.got[-1][2].values()) == [b"one", b"two"]


async def test_long_text_arrives() -> None:
    async with a_bot() as (bot, recorder):
        await bot.send_message(1, "ї" * 200_000)
    assert recorder.got[-1][1]["text"] == "ї" * 200_000


async def test_file_is_fetched() -> None:
    async with a_bot() as (bot, _):
        url = f"{bot.base_file_url}/documents/file_1.pdf"
        assert await bot.request.retrieve(url) == b"file file_1.pdf"


async def test_initialize_and_shutdown_may_be_repeated() -> None:
    transport = AiohttpRequest(read_timeout=7)
    assert transport.read_timeout == 7
    await transport.shutdown()
    with pytest.raises(RuntimeError, match="not initialized"):
        await transport.do_request("http://127.0.0.1/", "GET")
    async with api_server(Recorder().handle) as base:
        for _ in range(2):
            await transport.initialize()
            await transport.initialize()
            assert (await transport.retrieve(f"{base}/a")) == b"file a"
            await transport.shutdown()
            await transport.shutdown()


async def test_idle_connection_is_used_again() -> None:
    ports: set[object] = set()

    async def handler(request: web.Request) -> web.Response:
        assert request.transport is not None
        ports.add(request.transport.get_extra_info("peername"))
        return web.json_response({"ok": True, "result": True})

    async with api_server(handler) as base, AiohttpRequest() as transport:
        for _ in range(5):
            await transport.post(f"{base}/bot{TOKEN}/close")
        assert len(ports) == 1
        await asyncio.gather(*(transport.post(f"{base}/bot{TOKEN}/close") for _ in range(50)))


def test_runs_under_uvloop(caplog: pytest.LogCaptureFixture) -> None:
    async def story() -> None:
        async with a_bot() as (bot, recorder):
            await bot.send_document(1, b"x" * 1_000_000, filename="x")
            assert len(recorder.got[-1][2]["document"][1]) == 1_000_000
        async with raw_server(hang) as base:
            with pytest.raises(TimedOut) as caught:
                await ask(base, read_timeout=0.05)
        assert_tokenless(caught.value, caplog)

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(story())


async def test_proxy_of_the_environment_is_used_except_for_loopback(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    heard: list[bytes] = []

    async def proxy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append(await head_of(reader))
        body = b'{"ok":true,"result":true}'
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body))
        await writer.drain()

    async with raw_server(proxy) as proxy_url, api_server(Recorder().handle) as direct:
        monkeypatch.setenv("http_proxy", proxy_url)
        assert await ask("http://telegram.invalid") is True
        assert heard[0].startswith(b"POST http://telegram.invalid/")
        await ask(direct)
        assert len(heard) == 1
    monkeypatch.setenv("http_proxy", "socks5://127.0.0.1:1")
    with pytest.raises(ConnectionNotMade, match="socks5") as caught:
        await ask("http://telegram.invalid")
    assert_tokenless(caught.value, caplog)


@given(
    st.dictionaries(
        st.text("abc_", min_size=1), st.text(st.characters(exclude_categories=["Cs"])), max_size=4
    )
)
def test_forms_are_read_back_as_they_were_written(parameters: dict[str, str]) -> None:
    async def written() -> bytes:
        _, body = encode(data(**parameters), None, Progress(asyncio.timeout(None), None))
        assert isinstance(body, bytes)
        return body

    form = asyncio.run(written()).decode()
    assert dict(parse_qsl(form, keep_blank_values=True)) == parameters
