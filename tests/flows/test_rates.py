"""Telegram's limits are kept by the whole bot, answers and alerts together, against a server that enforces them."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.gateway.budget import Budget
from bot.sandbox import Sandbox
from bot.settings import Settings
from tests.flows.conftest import House, MovableClock


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(strict_rates=True) as running:
        running.rates.chat_burst = 1
        yield running
        assert running.violations == []


@pytest.fixture
async def house(sandbox: Sandbox, settings: Settings) -> AsyncIterator[House]:
    house = House(sandbox, settings, MovableClock(), budget=Budget(rate=30))
    await house.start()
    yield house
    await house.stop()


async def test_alerts_and_answers_together_cause_no_429(house: House, sandbox: Sandbox) -> None:
    people = [sandbox.add_person(2000 + number, f"Person {number}") for number in range(45)]
    for person in people:
        await person.send("/subscribe")
    await asyncio.gather(*(person.wait_for(timeout=20) for person in people))
    await house.consult()
    asking = people[:5]
    for _ in range(3):
        await asyncio.gather(*(person.send("/plans") for person in asking))
    await asyncio.gather(*(person.wait_for("Нова консультація", timeout=20) for person in people[5:]))
    for person in asking:
        await person.wait_quiet(gap=2.5, timeout=20)
        shown = [message.text for message in person.chat.messages if message.from_bot]
        assert sum("Плани дій" in text for text in shown) == 3
        assert sum("Нова консультація" in text for text in shown) == 1
    assert sandbox.rate_errors == 0
