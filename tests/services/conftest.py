"""Open rooms over a real file, and proposals in them."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import Rooms, rooms
from bot.settings import Settings
from tests.contents import strict_content


@pytest.fixture
async def opened(tmp_path: Path) -> AsyncIterator[Rooms]:
    settings = Settings(_env_file=None, database=tmp_path / "bot.sqlite3")
    async with rooms(settings, content=strict_content()) as found:
        yield found
