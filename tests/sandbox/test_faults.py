import asyncio

import pytest
from telegram.error import NetworkError, RetryAfter

from bot.sandbox import Sandbox
from bot.sandbox.call import Call
from bot.sandbox.errors import ApiError
from bot.sandbox.rates import Rates


def send(at, chat_id=1, **params):
    return Call("sendMessage", {"chat_id": chat_id, "text": "x", **params}, at)


async def test_next_calls_answer_429_and_take_no_effect(bot, sandbox, olena):
    sandbox.faults.answer("sendMessage", 429, retry_after=7)
    with pytest.raises(RetryAfter) as refusal:
        await bot.send_message(1001, "x")
    assert "7" in str(refusal.value)
    await bot.send_message(1001, "y")
    assert [one.text for one in olena.chat.messages if one.from_bot] == ["y"]


@pytest.mark.parametrize("code", [500, 502])
async def test_next_calls_answer_a_server_error(bot, sandbox, olena, code):
    sandbox.faults.answer("*", code, times=2)
    for _ in range(2):
        with pytest.raises(NetworkError):
            await bot.send_message(1001, "x")
    await bot.send_message(1001, "x")


@pytest.mark.parametrize("applied", [False, True])
async def test_connection_breaks_before_or_after_the_call_took_effect(bot, sandbox, olena, applied):
    sandbox.faults.drop("sendMessage", applied=applied)
    with pytest.raises(NetworkError):
        await bot.send_message(1001, "x")
    assert [one.text for one in olena.chat.messages if one.from_bot] == ["x"] * applied


async def test_calls_can_be_delayed(bot, sandbox, olena):
    sandbox.faults.delay("sendMessage", 0.05)
    started = asyncio.get_running_loop().time()
    await bot.send_message(1001, "x")
    assert asyncio.get_running_loop().time() - started >= 0.05


async def test_latency_is_added_to_every_call(bot, sandbox):
    sandbox.latency = 0.05
    started = asyncio.get_running_loop().time()
    await bot.get_me()
    assert asyncio.get_running_loop().time() - started >= 0.05


async def test_calls_are_recorded_with_decoded_parameters(bot, sandbox, olena):
    await bot.send_message(1001, "123", link_preview_options={"is_disabled": True})
    (call,) = sandbox.calls_of("sendMessage")
    assert call.params == {"chat_id": 1001, "text": "123", "link_preview_options": {"is_disabled": True}}


async def test_record_has_a_cap():
    async with Sandbox(record=3) as sandbox:
        assert sandbox.calls.maxlen == 3


async def test_strict_sandbox_refuses_a_flood():
    from telegram import Bot

    async with Sandbox(strict_rates=True) as sandbox:
        person = sandbox.add_person(id=1, first_name="x")
        await person.send("/start")
        async with Bot(sandbox.token, base_url=f"{sandbox.url}/bot") as bot:
            for _ in range(3):
                await bot.send_message(1, "x")
            with pytest.raises(RetryAfter):
                await bot.send_message(1, "x")
        assert sandbox.rate_errors == 1


def test_thirty_a_second_over_all_chats():
    rates = Rates(enforced=True)
    for number in range(30):
        rates.check(send(100.0, number))
    with pytest.raises(ApiError) as refusal:
        rates.check(send(100.5, 99))
    assert refusal.value.parameters == {"retry_after": 1}
    rates.check(send(101.0, 99))


def test_paid_broadcast_has_its_own_limit():
    rates = Rates(enforced=True)
    for number in range(1000):
        rates.check(send(100.0, number, allow_paid_broadcast=True))
    with pytest.raises(ApiError):
        rates.check(send(100.0, 2000, allow_paid_broadcast=True))


def test_private_chat_takes_a_burst_and_then_one_a_second():
    rates = Rates(enforced=True, chat_burst=2)
    rates.check(send(100.0))
    rates.check(send(100.0))
    with pytest.raises(ApiError):
        rates.check(send(100.5))
    rates.check(send(101.0))
    with pytest.raises(ApiError):
        rates.check(send(101.5))


def test_group_takes_twenty_a_minute():
    rates = Rates(enforced=True)
    for second in range(20):
        rates.check(send(100.0 + second, -5))
    with pytest.raises(ApiError) as refusal:
        rates.check(send(120.0, -5))
    assert refusal.value.parameters == {"retry_after": 40}
    rates.check(send(160.0, -5))


def test_sandbox_that_is_not_strict_counts_nothing():
    rates = Rates()
    for _ in range(1000):
        rates.check(send(100.0))
