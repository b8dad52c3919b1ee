"""A sandbox in the test's own process, and real bots beside it that can be killed."""

import asyncio
import os
import re
import signal
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.domain.consultations import ConsultationText, NewConsultation
from bot.sandbox import ChatMessage, Person, Sandbox
from storage import Database
from tests.nursery import Nursery, nursery

OFFICER = 1003
Condition = Callable[[ChatMessage], object]
#: The steps of the quick mode by their names.
NAMED = {
    "Title": "title",
    "Problem": "problem",
    "Solution": "solution",
    "Result": "result",
    "Values": "values",
    "Signature": "identity",
    "Name": "name",
    "Contact": "contact",
}
#: What no bot may leave on its standard error, however it ends.
BAD = re.compile(r"Task was destroyed|never retrieved|never awaited|Unclosed|Traceback|incident|broken")


@dataclass
class Bots:
    """Starts, kills and waits for bots; one serves the database at a time."""

    nursery: Nursery
    sandbox: Sandbox
    folder: Path
    settings: dict[str, Any] = field(default_factory=dict)
    pid: int = 0
    kills: int = 0

    @property
    def armed(self) -> Path:
        return self.folder / "armed"

    @property
    def log(self) -> Path:
        return self.folder / "bot.log"

    @property
    def database(self) -> Path:
        return self.folder / "bot.sqlite3"

    async def start(self, die: str | None = None, **settings: Any) -> None:
        values = {
            "token": self.sandbox.token,
            "api_url": self.sandbox.url,
            "database": str(self.database),
            "admins": str(OFFICER),
            "rate": 1000,
            **self.settings,
            **settings,
        }
        self.pid = await asyncio.to_thread(
            self.nursery.start, settings=values, log=str(self.log), die=die, armed=str(self.armed)
        )

    async def kill(self) -> None:
        """`kill -9`, in the middle of whatever it does."""
        os.kill(self.pid, signal.SIGKILL)
        assert await self.end() == -signal.SIGKILL
        self.kills += 1

    async def stop(self) -> None:
        os.kill(self.pid, signal.SIGTERM)
        assert await self.end() == 0, self.log.read_text()[-2000:]

    async def end(self) -> int:
        """Wait for the end; the exit status."""
        pid, self.pid = self.pid, 0
        return await asyncio.to_thread(self.nursery.wait, pid)

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as connection:
            return connection.execute(sql, values).fetchall()

    async def settled(self) -> None:
        """Until Telegram has handed over everything and every row of both queues is at its end."""
        async with asyncio.timeout(60):
            while True:
                await self.sandbox.api.called.wait(0.1)
                if self.sandbox.pending_updates() or not self.database.exists():
                    continue
                if self.rows("SELECT count(*) FROM inbox WHERE state IN ('received', 'applied')") != [(0,)]:
                    continue
                if self.rows("SELECT count(*) FROM campaigns WHERE expanded_to < until") != [(0,)]:
                    continue
                if self.rows("SELECT count(*) FROM notices WHERE state IN ('pending', 'claimed')") == [(0,)]:
                    return


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(record=100_000) as running:
        yield running
        assert running.violations == []


@pytest.fixture(scope="session", name="nursery")
def nursery_of_bots() -> Iterator[Nursery]:
    """The process that starts bots."""
    with nursery("tests.crash.bots") as running:
        yield running


@pytest.fixture
async def bots(nursery: Nursery, sandbox: Sandbox, tmp_path: Path) -> AsyncIterator[Bots]:
    bots = Bots(nursery, sandbox, tmp_path)
    yield bots
    if bots.pid:
        await bots.kill()
    if bots.log.exists():
        assert not BAD.search(bots.log.read_text()), bots.log.read_text()[-3000:]


def data_of(message: ChatMessage) -> list[str]:
    """Callback data of a message's buttons, without the mark of those whose message stays."""
    return [(cell.data or "").removeprefix("+") for row in message.buttons for cell in row]


def step_of(message: ChatMessage) -> str | None:
    """Which step of a draft a message shows; None for any other screen."""
    if any(one.startswith("pc:") for one in data_of(message)):
        return "preview"
    heading = re.match(r"Step \d+ of \d+ · (.+)", message.text)
    if heading is None:  # where similar proposals are shown, what is typed is the solution too
        return (
            "solution" if any(re.fullmatch(r"pg:\d+:solution:0", one) for one in data_of(message)) else None
        )
    return NAMED[heading[1]]


async def walk(
    person: Person, texts: Mapping[str, str], see: Callable[[Condition], Awaitable[ChatMessage]]
) -> ChatMessage:
    """A proposal in the quick mode, from `/propose` to its preview.

    Args:
        person: who writes it.
        texts: what is written at which step.
        see: waits for a message that is as it should be.
    """

    async def press(message: ChatMessage, *words: str) -> None:
        data = next(one for one in data_of(message) if all(word in one for word in words))
        await person.press(data=data, message=message)

    await person.send("/propose")
    first = await see(lambda message: step_of(message) == "title" or "db:0" in data_of(message))
    if "db:0" in data_of(first):  # a consultation is open: this proposal is for none
        await press(first, "db:0")
        first = await see(lambda message: step_of(message) == "title")
    await press(first, "dm:", ":quick")
    await see(lambda message: step_of(message) == "title" and "of 8" in message.text)
    for step in ("title", "problem", "solution", "result"):
        await see(lambda message, step=step: step_of(message) == step)
        await person.send(texts[step])
    await press(await see(lambda message: step_of(message) == "values"), "dt:", ":access:1")
    ticked = await see(lambda message: any(":access:0" in one for one in data_of(message)))
    await press(ticked, "pg:", ":identity:0")
    await press(await see(lambda message: step_of(message) == "identity"), "da:", ":named")
    for step in ("name", "contact"):
        await see(lambda message, step=step: step_of(message) == step)
        await person.send(texts[step])
    return await see(lambda message: step_of(message) == "preview")


def is_alert(message: ChatMessage) -> bool:
    return {"c", "ps", "sn"} <= {one.partition(":")[0] for one in data_of(message)}


def is_receipt(message: ChatMessage) -> bool:
    return any(one.startswith("o:") for one in data_of(message)) and "UA-" in message.text


async def add_consultations(bots: Bots, *slugs: str) -> None:
    """As another process would, while the bot runs."""
    database = await Database.open(bots.database)
    async with database.unit() as unit:
        for slug in slugs:
            text = ConsultationText(title=f"About {slug}", summary="What do you think?")
            closes_at = datetime.now(UTC) + timedelta(days=9)
            new = NewConsultation(slug=slug, closes_at=closes_at, texts={"uk": text, "en": text})
            await unit.consultations.save(new, now=datetime.now(UTC))
    await database.close()
