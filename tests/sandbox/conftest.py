from collections.abc import AsyncIterator

import pytest
from telegram import Bot

from bot.sandbox import Person, Sandbox


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as running:
        yield running


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    client = Bot(sandbox.token, base_url=f"{sandbox.url}/bot", base_file_url=f"{sandbox.url}/file/bot")
    async with client:
        yield client


@pytest.fixture
async def olena(sandbox: Sandbox) -> Person:
    person = sandbox.add_person(id=1001, first_name="Олена", username="olena")
    await person.send("/start")
    return person


@pytest.fixture(autouse=True)
def _timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    """python-telegram-bot warns on every RetryAfter until one opts in to what comes next."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
