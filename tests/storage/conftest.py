"""A real SQLite file each."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.people import Person, PersonId
from storage import Database

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "bot.sqlite3"


@pytest.fixture
async def database(file: Path) -> AsyncIterator[Database]:
    opened = await Database.open(file)
    yield opened
    await opened.close()


async def meet(database: Database, *ids: int) -> None:
    async with database.unit(bookkeeping=True) as unit:
        for one in ids:
            await unit.people.save(Person(id=PersonId(one), language_code="uk", met_at=NOW))


async def take(database: Database, *updates: tuple[int, int], payload: str = "{}") -> list[int]:
    """Put (update_id, lane) into the inbox; the row ids."""
    async with database.unit(bookkeeping=True) as unit:
        await unit.inbox.add_all(1, [(number, lane, payload) for number, lane in updates], now=NOW)
    async with database.view() as view:
        return [row.id for row in await view.inbox.waiting(1, after=0, limit=1000)]
