"""Intake: a row before Telegram hears that we have the update, by polling and by webhook."""

# ruff: noqa: ASYNC110 - the rows themselves are asked

import asyncio
import json
import socket
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from telegram import Bot
from telegram.error import InvalidToken

from bot.domain.clock import SystemClock
from bot.gateway.inbox import Inbox, lane_of
from bot.gateway.listener import SECRET_HEADER, Listener
from bot.gateway.lock import AlreadyRunning, only_one
from bot.gateway.polling import Poller
from bot.gateway.transport import AiohttpRequest
from bot.sandbox import Person, Sandbox
from storage import Database, DatabaseBusy
from tests.gateway.conftest import BOT, message


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as running:
        yield running
        assert running.violations == []


@pytest.fixture
def taras(sandbox: Sandbox) -> Person:
    return sandbox.add_person(2001, "Taras")


@asynccontextmanager
async def polling(
    sandbox: Sandbox, inbox: Inbox, *, token: str | None = None, **options: Any
) -> AsyncIterator[asyncio.Task[None]]:
    request, calls = AiohttpRequest(connections=2), AiohttpRequest()
    bot = Bot(token or sandbox.token, base_url=f"{sandbox.url}/bot", request=calls)
    await request.initialize()
    await calls.initialize()
    task = asyncio.create_task(Poller(bot, request, inbox, **{"first_pause": 0.01, **options}).run())
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await request.shutdown()
        await calls.shutdown()


async def taken(inbox: Inbox, count: int) -> list[int]:
    """Until so many wait in the inbox; their numbers."""
    async with asyncio.timeout(30):
        while await inbox.backlog() < count:
            await asyncio.sleep(0)
    return [json.loads(row.payload)["update_id"] for row in await inbox.waiting(after=0, limit=1000)]


async def acknowledged(sandbox: Sandbox) -> None:
    async with asyncio.timeout(30):
        while sandbox.pending_updates():
            await sandbox.world.updates.changed.wait(0.1)


async def test_updates_come_in_order_and_are_acknowledged(sandbox: Sandbox, taras: Person, inbox: Inbox):
    for number in range(250):
        await taras.send(str(number))
    first = sandbox.pending_updates()[0]["update_id"]
    async with polling(sandbox, inbox):
        assert await taken(inbox, 250) == list(range(first, first + 250))
        await acknowledged(sandbox)


async def test_nothing_is_acknowledged_before_its_row_is_committed(
    sandbox: Sandbox, taras: Person, inbox: Inbox, database: Database
):
    await taras.send("kept")
    with closing(sqlite3.connect(database.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        async with polling(sandbox, inbox):
            async with asyncio.timeout(30):
                while not sandbox.calls_of("getUpdates"):
                    await sandbox.api.called.wait(0.1)
            assert len(sandbox.pending_updates()) == 1
            other.execute("ROLLBACK")
            await taken(inbox, 1)
            await acknowledged(sandbox)


async def test_update_handed_over_twice_is_one_row(sandbox: Sandbox, taras: Person, inbox: Inbox):
    await taras.send("once")
    sandbox.faults.drop("getUpdates", applied=True)
    async with polling(sandbox, inbox):
        await taken(inbox, 1)
    async with polling(sandbox, inbox):  # a new process: it asks from the beginning
        await acknowledged(sandbox)
    assert await inbox.backlog() == 1


@pytest.mark.parametrize("code", [429, 500, 502])
async def test_polling_survives_what_telegram_answers(
    sandbox: Sandbox, taras: Person, inbox: Inbox, code: int
):
    sandbox.faults.answer("getUpdates", code, times=1 if code == 429 else 3)
    await taras.send("kept")
    async with polling(sandbox, inbox):
        await taken(inbox, 1)


async def test_polling_survives_a_second_poller(
    sandbox: Sandbox, taras: Person, inbox: Inbox, tmp_path: Path
):
    other_database = await Database.open(tmp_path / "other.sqlite3")
    other = Inbox(other_database, SystemClock(), bot_id=BOT)
    async with polling(sandbox, inbox) as task:
        async with polling(sandbox, other):
            await taras.send("for one of the two")
            await acknowledged(sandbox)
        await taras.send("for the one that is left")
        async with asyncio.timeout(30):
            while await inbox.backlog() + await other.backlog() < 2:
                await asyncio.sleep(0)
        assert not task.done()
    await other_database.close()


async def test_polling_survives_a_busy_file(
    sandbox: Sandbox, taras: Person, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
):
    take, failures = inbox.take, [DatabaseBusy(path="")] * 3

    async def failing(updates: Any) -> None:
        if failures:
            raise failures.pop()
        await take(updates)

    monkeypatch.setattr(inbox, "take", failing)
    await taras.send("kept")
    async with polling(sandbox, inbox):
        await taken(inbox, 1)


async def test_webhook_set_earlier_is_left_and_what_waited_for_it_comes(
    sandbox: Sandbox, taras: Person, inbox: Inbox
):
    async with Bot(sandbox.token, base_url=f"{sandbox.url}/bot") as bot:
        await bot.set_webhook(f"{sandbox.url}/nowhere")
    await taras.send("kept")
    async with polling(sandbox, inbox):
        await taken(inbox, 1)


async def test_wrong_token_ends_polling(sandbox: Sandbox, inbox: Inbox):
    async with polling(sandbox, inbox, token="1:AAAAAAAAAAAAAAAAAAAAAA") as task:
        with pytest.raises(InvalidToken):
            await asyncio.wait_for(task, 30)


async def test_enough_is_enough(sandbox: Sandbox, taras: Person, inbox: Inbox):
    """Above the limit Telegram keeps the updates."""
    for number in range(120):
        await taras.send(str(number))
    async with polling(sandbox, inbox, backlog=100):
        await taken(inbox, 100)
        calls = len(sandbox.calls_of("getUpdates"))
        await inbox.settle((await inbox.waiting(after=0, limit=1))[0].id, None)
        await taken(inbox, 119)
    assert len(sandbox.calls_of("getUpdates")) > calls


async def test_half_a_surrogate_pair_stops_nobody(inbox: Inbox):
    await inbox.take([message(1, 1, "\ud83d half"), message(2, 1)])
    (first, _) = await inbox.waiting(after=0, limit=10)
    assert json.loads(first.payload)["message"]["text"] == "\ud83d half"


@pytest.mark.parametrize(
    ("update", "lane"),
    [
        (message(1, 5), 5),
        ({"update_id": 1, "callback_query": {"from": {"id": 7}, "message": {"chat": {"id": 5}}}}, 5),
        ({"update_id": 1, "callback_query": {"from": {"id": 7}, "inline_message_id": "x"}}, 7),
        ({"update_id": 1, "inline_query": {"from": {"id": 7}}}, 7),
        ({"update_id": 1, "my_chat_member": {"chat": {"id": -5}, "from": {"id": 7}}}, -5),
        ({"update_id": 1, "poll": {"id": "7"}}, 0),
    ],
)
def test_lane_is_the_chat_or_else_the_person(update: dict[str, Any], lane: int):
    assert lane_of(update) == lane


SECRET = "a-secret"


@pytest.fixture
async def hook(inbox: Inbox) -> AsyncIterator[str]:
    async def figures() -> dict[str, float]:
        return {"inbox_waiting": await inbox.backlog()}

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    listener = Listener(inbox, figures, webhook=("/hook", SECRET), backlog=3)
    await listener.start("127.0.0.1", port)
    yield f"http://127.0.0.1:{port}"
    await listener.stop()


async def post(hook: str, body: object, secret: str | None = SECRET) -> int:
    headers = {SECRET_HEADER: secret} if secret is not None else {}
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{hook}/hook", data=data, headers=headers) as response,
    ):
        return response.status


async def test_webhook_answers_once_the_row_is_there(hook: str, inbox: Inbox):
    assert await post(hook, message(1, 5)) == 200
    assert await inbox.backlog() == 1


async def test_repeated_webhook_is_one_row(hook: str, inbox: Inbox):
    assert [await post(hook, message(1, 5)) for _ in range(3)] == [200, 200, 200]
    assert await inbox.backlog() == 1


@pytest.mark.parametrize("secret", [None, "", "wrong", "секрет"])
async def test_wrong_secret_is_refused(hook: str, inbox: Inbox, secret: str | None):
    assert await post(hook, message(1, 5), secret) == 403
    assert await inbox.backlog() == 0


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"\xff\xfe", [], {}, "text", {"update_id": "5"}, {"update_id": True}, {"update_id": -1},
     {"update_id": 2**63}, {"update_id": 1, "message": {"chat": {}}},
     {"update_id": 1, "message": {"chat": {"id": "x"}}}],
)  # fmt: skip
async def test_body_that_is_no_update_is_refused_and_spoils_no_other(hook: str, inbox: Inbox, body: object):
    answers = await asyncio.gather(post(hook, body), post(hook, message(7, 5)))
    assert answers == [400, 200]
    assert await inbox.backlog() == 1


async def test_busy_file_is_not_acknowledged(hook: str, inbox: Inbox, monkeypatch: pytest.MonkeyPatch):
    async def failing(_: Any) -> None:
        raise DatabaseBusy(path="")

    with monkeypatch.context() as broken:
        broken.setattr(inbox, "take", failing)
        assert await post(hook, message(1, 5)) == 503
    assert await post(hook, message(1, 5)) == 200


async def test_webhook_refuses_above_the_backlog(hook: str):
    assert [await post(hook, message(number, 5)) for number in range(5)] == [200, 200, 200, 503, 503]


async def test_listener_tells_health_and_figures(hook: str):
    async with aiohttp.ClientSession() as session:
        async with session.get(f"{hook}/healthz") as response:
            assert (await response.json())["status"] == "ok"
        async with session.get(f"{hook}/metrics") as response:
            assert await response.text() == "ogp_bot_inbox_waiting 0\n"


def test_second_process_on_a_database_is_refused(tmp_path: Path):
    file = tmp_path / "bot.sqlite3"
    with only_one(file):
        with pytest.raises(AlreadyRunning) as refused, only_one(file):
            pass
        assert refused.value.args_of_text == {"path": str(file)}
    with only_one(file):
        pass


async def test_one_flooding_chat_does_not_shut_the_door_on_the_others(inbox: Inbox):
    await inbox.take([message(number, 1) for number in range(600)])
    assert not await inbox.is_full(550)
    await inbox.take([message(number, 2) for number in range(600, 700)])
    assert await inbox.is_full(600)


async def test_too_many_for_the_disk_are_too_many_whoever_sent_them(inbox: Inbox):
    await inbox.take([message(number, 1) for number in range(600)])
    assert await inbox.is_full(30)
