import asyncio

import pytest
from aiohttp import web
from telegram import Bot
from telegram.error import BadRequest, Conflict

from bot.sandbox import Sandbox


@pytest.fixture
async def hook():
    """A webhook that answers with the statuses in `answers`, then 200, and keeps what it took."""

    class Hook:
        def __init__(self):
            self.answers = []
            self.taken = []
            self.secrets = set()
            self.running = self.most = 0
            self.enough = asyncio.Event()
            self.wanted = 1

        async def take(self, request):
            self.running += 1
            self.most = max(self.most, self.running)
            update = await request.json()
            await asyncio.sleep(0)
            self.running -= 1
            if self.answers:
                return web.Response(status=self.answers.pop(0))
            self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
            self.taken.append(update)
            if len(self.taken) >= self.wanted:
                self.enough.set()
            return web.Response()

        async def wait(self, wanted):
            self.wanted = wanted
            if len(self.taken) < wanted:
                self.enough.clear()
                await asyncio.wait_for(self.enough.wait(), 5)

    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


async def test_update_stays_until_a_higher_offset(bot, sandbox, olena):
    first = await bot.get_updates()
    assert await bot.get_updates() == first
    assert len(sandbox.pending_updates()) == 1
    assert await bot.get_updates(offset=first[-1].update_id + 1) == ()
    assert sandbox.pending_updates() == []


async def test_negative_offset_keeps_the_newest(bot, olena):
    await olena.send("a")
    await olena.send("b")
    assert [one.message.text for one in await bot.get_updates(offset=-1)] == ["b"]
    assert len(await bot.get_updates()) == 1


async def test_long_poll_wakes_when_somebody_writes(bot, sandbox, olena):
    offset = (await bot.get_updates())[-1].update_id + 1
    poll = asyncio.create_task(bot.get_updates(offset=offset, timeout=30))
    await sandbox.world.updates.changed.wait(5)
    await olena.send("привіт")
    assert [one.message.text for one in await poll] == ["привіт"]


async def test_second_poll_ends_the_first(bot, sandbox, olena):
    offset = (await bot.get_updates())[-1].update_id + 1
    first = asyncio.create_task(bot.get_updates(offset=offset, timeout=30))
    await sandbox.world.updates.changed.wait(5)
    async with Bot(sandbox.token, base_url=f"{sandbox.url}/bot") as rival:
        second = asyncio.create_task(rival.get_updates(offset=offset, timeout=30))
        with pytest.raises(Conflict, match="make sure that only one bot instance is running"):
            await first
        await olena.send("x")
        assert len(await second) == 1


async def test_batches_hold_at_most_the_limit_and_a_hundred(bot, olena):
    for number in range(150):
        await olena.send(str(number))
    assert len(await bot.get_updates(limit=7)) == 7
    assert len(await bot.get_updates()) == 100


async def test_unwanted_kinds_are_not_queued(bot, sandbox, olena):
    await bot.get_updates(allowed_updates=["callback_query"])
    await olena.send("nobody reads this")
    assert len(sandbox.pending_updates()) == 1


async def test_thousands_of_updates_pass_quickly(bot, olena):
    for number in range(3000):
        await olena.send(str(number))
    offset, texts = 0, []
    while batch := await bot.get_updates(offset=offset):
        offset = batch[-1].update_id + 1
        texts += [one.message.text for one in batch]
    assert texts[1:] == [str(number) for number in range(3000)]


async def test_webhook_takes_updates_with_its_secret(bot, sandbox, olena, hook):
    await bot.set_webhook(hook.url, secret_token="s_1")
    await hook.wait(1)
    await olena.wait_quiet()
    assert hook.secrets == {"s_1"}
    assert hook.taken[0]["message"]["text"] == "/start"
    info = await bot.get_webhook_info()
    assert (info.url, info.pending_update_count) == (hook.url, 0)


async def test_webhook_is_asked_again_until_it_answers_200_and_order_is_kept(bot, olena, hook):
    hook.answers = [500, 503]
    await bot.set_webhook(hook.url)
    for number in range(5):
        await olena.send(str(number))
    await hook.wait(6)
    assert [one["message"]["text"] for one in hook.taken] == ["/start", *"01234"]
    assert "503" in (await bot.get_webhook_info()).last_error_message


async def test_webhook_gets_at_most_max_connections(bot, sandbox, hook):
    for number in range(20):
        await sandbox.add_person(id=number + 1, first_name="x").send("x")
    await bot.set_webhook(hook.url, max_connections=3)
    await hook.wait(20)
    assert 1 <= hook.most <= 3


async def test_webhook_and_polling_exclude_each_other(bot, sandbox, olena, hook):
    offset = (await bot.get_updates())[-1].update_id + 1
    poll = asyncio.create_task(bot.get_updates(offset=offset, timeout=30))
    await sandbox.world.updates.changed.wait(5)
    await bot.set_webhook(hook.url)
    with pytest.raises(Conflict, match="terminated by setWebhook request"):
        await poll
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()


async def test_dropping_pending_updates_drops_them(bot, sandbox, olena):
    await bot.delete_webhook()
    assert len(sandbox.pending_updates()) == 1
    await bot.delete_webhook(drop_pending_updates=True)
    assert sandbox.pending_updates() == []


@pytest.mark.parametrize(
    ("url", "secret"),
    [("http://example.org/", None), ("https://example.org:444/", None), ("https://example.org/", "ключ")],
)
async def test_wrong_webhook_is_refused(bot, url, secret):
    with pytest.raises(BadRequest):
        await bot.set_webhook(url, secret_token=secret)


async def test_stop_does_not_wait_for_a_long_poll():
    sandbox = Sandbox()
    await sandbox.start()
    poll = asyncio.create_task(sandbox.world.updates.poll(0, 100, 50))
    await asyncio.sleep(0)
    await asyncio.wait_for(sandbox.stop(), 3)
    assert await poll == []
