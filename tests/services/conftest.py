"""Open rooms over a real file, and proposals in them."""

from collections.abc import AsyncIterator
from functools import cache
from pathlib import Path

import pytest

from bot.app import Rooms, load_content, rooms
from bot.services.content.live import Content
from bot.settings import Settings

#: There is no such folder, so that no search is kept from one run of the tests to the next.
NOWHERE = Path(__file__).parent / "nowhere" / "bot.sqlite3"


@cache
def strict_content() -> Content:
    """The content, read once for all tests; a missing text raises."""
    return load_content(Settings(_env_file=None, database=NOWHERE), strict=True)


@pytest.fixture
async def opened(tmp_path: Path) -> AsyncIterator[Rooms]:
    settings = Settings(_env_file=None, database=tmp_path / "bot.sqlite3")
    async with rooms(settings, content=strict_content()) as found:
        yield found
