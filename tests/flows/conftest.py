"""The real application over HTTP against the sandbox; the tests assert what the chat shows."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.app import Rooms, run
from bot.domain.clock import SystemClock
from bot.domain.consultations import ConsultationText, NewConsultation
from bot.domain.notices import NoticeState
from bot.domain.people import Actor
from bot.gateway.budget import Budget
from bot.sandbox import Person, Sandbox
from bot.settings import Settings
from tests.contents import strict_content

OFFICER = 1003


class MovableClock:
    """The machine's time, moved on by so much."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def now(self) -> datetime:
        return SystemClock().now() + self.ahead


@dataclass
class House:
    """A running bot and how to stop and start it.

    Attributes:
        reload: set it to have the bot look for changed content.
        rooms: the bot's own rooms, for setting a scene and for looking behind the curtain.
    """

    sandbox: Sandbox
    settings: Settings
    clock: MovableClock
    rooms: Rooms | None = None
    budget: Budget | None = None
    reload: asyncio.Event = field(default_factory=asyncio.Event)
    _stop: asyncio.Event | None = None
    _task: asyncio.Task[None] | None = None

    async def start(self, **overrides: Any) -> None:
        ready = asyncio.Event()
        self._stop = asyncio.Event()

        async def on_ready(rooms: Rooms) -> None:
            self.rooms = rooms
            ready.set()

        self._task = asyncio.create_task(
            run(
                self.settings.model_copy(update=overrides),
                self._stop,
                clock=self.clock,
                content=strict_content(self.settings.content, self.settings.language),
                budget=self.budget or Budget(rate=1000, chat_burst=1000),
                on_ready=on_ready,
                reload=self.reload,
            )
        )
        waiting = asyncio.create_task(ready.wait())
        await asyncio.wait([self._task, waiting], return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        if self._task.done():
            self._task.result()

    async def stop(self) -> None:
        if self._task is not None and self._stop is not None:
            self._stop.set()
            await self._task
            self._task = None

    @asynccontextmanager
    async def away(self) -> AsyncIterator[None]:
        """The bot is not running in here."""
        await self.stop()
        yield
        await self.start()

    @property
    def services(self) -> Any:
        assert self.rooms is not None
        return self.rooms.services

    async def told(self) -> None:
        """Until everybody has heard what they are to hear now, so that it comes between nobody's press and its answer."""
        assert self.rooms is not None
        async with asyncio.timeout(30):
            while True:
                async with self.rooms.database.view() as view:
                    under_way = (await view.notices.counts()).get(NoticeState.CLAIMED)
                    if not under_way and not await view.notices.any_due(now=self.clock.now()):
                        return
                await asyncio.sleep(0.02)

    async def consult(
        self, slug: str = "open-data", *, days: int = 10, publish: bool = True, **texts: str
    ) -> None:
        """Put a consultation there."""
        words = texts or {"uk": "Відкриті дані про дороги", "en": "Open data on roads"}
        await self.services.consultations.take_in(
            [
                NewConsultation(
                    slug=slug,
                    closes_at=datetime.now(UTC) + timedelta(days=days),
                    texts={
                        language: ConsultationText(title=title, summary=f"{title}: summary")
                        for language, title in words.items()
                    },
                )
            ],
            Actor.operator(),
        )
        if publish:
            await self.services.consultations.publish(slug, Actor.operator())


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as running:
        yield running
        assert running.violations == []


@pytest.fixture
def settings(sandbox: Sandbox, tmp_path: Path) -> Settings:
    return Settings(
        _env_file=None,
        token=sandbox.token,
        api_url=sandbox.url,
        database=tmp_path / "bot.sqlite3",
        admins=frozenset({OFFICER}),
    )


@pytest.fixture
async def house(sandbox: Sandbox, settings: Settings) -> AsyncIterator[House]:
    house = House(sandbox, settings, MovableClock())
    await house.start()
    yield house
    await house.stop()


@pytest.fixture
async def olena(house: House, sandbox: Sandbox) -> Person:
    """A citizen who has started the bot, in Ukrainian."""
    person = sandbox.add_person(1001, "Олена", language_code="uk")
    await person.send("/start")
    await person.wait_for()
    return person


@pytest.fixture
async def alex(house: House, sandbox: Sandbox) -> Person:
    """A citizen who has started the bot, in English."""
    person = sandbox.add_person(1002, "Alex", language_code="en")
    await person.send("/start")
    await person.wait_for()
    return person


@pytest.fixture
async def officer(house: House, sandbox: Sandbox) -> Person:
    """A member of the secretariat."""
    person = sandbox.add_person(OFFICER, "Марія", language_code="uk")
    await person.send("/start")
    await person.wait_for()
    return person


Away = AbstractAsyncContextManager[None]
