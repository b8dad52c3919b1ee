"""Ends and refused starts of `python -m bot run`: what is in hand is finished, and one clear line says why."""

import asyncio
import os
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest

from bot.sandbox import Sandbox
from tests.crash.conftest import BAD
from tests.nursery import ROOT

pytestmark = pytest.mark.kill


@asynccontextmanager
async def bot(sandbox: Sandbox, database: Path, **settings: str) -> AsyncIterator[asyncio.subprocess.Process]:
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("OGP_BOT_")},
        "OGP_BOT_TOKEN": sandbox.token,
        "OGP_BOT_API_URL": sandbox.url,
        "OGP_BOT_DATABASE": str(database),
        **settings,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", cwd=ROOT, env=environment, stderr=asyncio.subprocess.PIPE
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def last_words(process: asyncio.subprocess.Process) -> str:
    async with asyncio.timeout(60):
        _, errors = await process.communicate()
    return errors.decode()


async def test_told_to_stop_it_finishes_what_is_in_hand(sandbox: Sandbox, tmp_path: Path):
    taras = sandbox.add_person(2001, "Taras", language_code="en")
    async with bot(sandbox, tmp_path / "bot.sqlite3") as process:
        await taras.send("/start")
        await taras.wait_for()
        await taras.wait_quiet()
        sandbox.faults.delay("sendMessage", 0.5)
        await taras.send("/propose")
        while not sandbox.api.running:
            await sandbox.world.updates.changed.wait(0.05)
        process.send_signal(signal.SIGTERM)
        errors = await last_words(process)
    assert process.returncode == 0
    assert not BAD.search(errors), errors
    assert "Step 1" in taras.chat.last.text
    with closing(sqlite3.connect(tmp_path / "bot.sqlite3")) as connection:
        assert connection.execute("SELECT DISTINCT state FROM inbox").fetchall() == [("done",)]


async def test_told_to_stop_while_telegram_is_away_it_stops(tmp_path: Path):
    nowhere = Sandbox(port=9)  # never started
    async with bot(nowhere, tmp_path / "bot.sqlite3") as process:
        assert process.stderr is not None
        while b"telegram-away" not in await process.stderr.readline():
            pass
        process.send_signal(signal.SIGTERM)
        errors = await last_words(process)
    assert process.returncode == 0
    assert not BAD.search(errors), errors


async def refused(sandbox: Sandbox, database: Path, **settings: str) -> str:
    """Status 1 and one line."""
    async with bot(sandbox, database, **settings) as process:
        errors = await last_words(process)
    assert process.returncode == 1, errors
    assert not BAD.search(errors), errors
    (line,) = errors.strip().splitlines()
    return line


async def test_wrong_token_is_one_clear_line(sandbox: Sandbox, tmp_path: Path):
    line = await refused(sandbox, tmp_path / "bot.sqlite3", OGP_BOT_TOKEN="1:AAAAAAAAAAAAAAAAAAAAAA")
    assert "OGP_BOT_TOKEN" in line
    assert "AAAA" not in line


async def test_second_process_on_the_same_database_is_one_clear_line(sandbox: Sandbox, tmp_path: Path):
    taras = sandbox.add_person(2001, "Taras", language_code="en")
    async with bot(sandbox, tmp_path / "bot.sqlite3"):
        await taras.send("/start")
        await taras.wait_for()
        assert "OGP_BOT_DATABASE" in await refused(sandbox, tmp_path / "bot.sqlite3")


@pytest.mark.parametrize(
    "content", [b"no database at all, only text. " * 200, b"SQLite format 3\0" + b"\xff" * 4096]
)
async def test_file_that_is_no_database_is_one_clear_line(sandbox: Sandbox, tmp_path: Path, content: bytes):
    file = tmp_path / "bot.sqlite3"
    file.write_bytes(content)
    assert "bot.sqlite3" in await refused(sandbox, file)
    assert file.read_bytes() == content
