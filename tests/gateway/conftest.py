"""An inbox over a real file."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.domain.clock import SystemClock
from bot.gateway.inbox import Inbox
from storage import Database

BOT = 1234567890


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(tmp_path / "bot.sqlite3")
    yield opened
    await opened.close()


@pytest.fixture
def inbox(database: Database) -> Inbox:
    return Inbox(database, SystemClock(), bot_id=BOT)


def message(number: int, chat: int, text: str = "") -> dict[str, Any]:
    return {
        "update_id": number,
        "message": {"message_id": number, "date": 0, "chat": {"id": chat, "type": "private"}, "text": text},
    }
