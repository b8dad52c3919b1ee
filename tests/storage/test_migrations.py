"""From an empty file to the head; and the files that are refused."""

import asyncio
import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from bot.domain.errors import CivicError
from storage import Database, DatabaseBusy, DatabaseForeign, DatabaseNewer, DatabaseUnreadable, migrations
from storage.opening import APPLICATION_ID

MORE = ("CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT",)
BROKEN = ("CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT", "CREATE TABLE half (id INTEGER) STRICT")


def version_of(file: Path) -> int:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute("PRAGMA user_version").fetchone()[0]


def tables_of(file: Path) -> set[str]:
    with closing(sqlite3.connect(file)) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def with_steps(monkeypatch: pytest.MonkeyPatch, *steps: tuple[str, ...]) -> None:
    known = (*migrations.STEPS, *steps)
    monkeypatch.setattr(migrations, "STEPS", known)
    monkeypatch.setattr(migrations, "HEAD", len(known))


async def refusal(file: Path) -> CivicError:
    with pytest.raises(CivicError) as refused:
        await Database.open(file)
    return refused.value


async def test_empty_file_becomes_the_present_schema(file: Path):
    await (await Database.open(file)).close()
    assert version_of(file) == migrations.HEAD
    assert {"people", "inbox", "notices"} <= tables_of(file)


async def test_folder_is_made(tmp_path: Path):
    await (await Database.open(tmp_path / "a" / "b" / "bot.sqlite3")).close()


async def test_opening_again_changes_nothing(file: Path):
    await (await Database.open(file)).close()
    before = file.read_bytes()
    await (await Database.open(file)).close()
    assert file.read_bytes() == before
    assert list(file.parent.glob("*.before-*")) == []


async def test_older_file_is_backed_up_and_brought_up_to_date(file: Path, monkeypatch: pytest.MonkeyPatch):
    await (await Database.open(file)).close()
    head = version_of(file)
    with_steps(monkeypatch, MORE)
    await (await Database.open(file)).close()
    assert version_of(file) == head + 1
    assert "more" in tables_of(file)
    backup = file.with_name(f"{file.name}.before-{head + 1:04d}")
    assert version_of(backup) == head
    assert "more" not in tables_of(backup)


async def test_step_that_fails_leaves_nothing_and_the_next_start_tries_again(
    file: Path, monkeypatch: pytest.MonkeyPatch
):
    await (await Database.open(file)).close()
    head = version_of(file)
    with monkeypatch.context() as broken:
        with_steps(broken, BROKEN)
        assert isinstance(await refusal(file), DatabaseUnreadable)
        assert version_of(file) == head
        assert "half" not in tables_of(file)
    with_steps(monkeypatch, MORE)
    await (await Database.open(file)).close()
    assert "more" in tables_of(file)


_DIES = """
import asyncio, os, pathlib, signal, sys
from storage import Database, migrations
class Deadly(tuple):
    def __iter__(self):
        yield "CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT"
        os.kill(os.getpid(), signal.SIGKILL)
migrations.STEPS = (*migrations.STEPS, Deadly())
migrations.HEAD += 1
asyncio.run(Database.open(pathlib.Path(sys.argv[1])))
"""


async def test_kill_between_step_and_record_leaves_neither(file: Path, monkeypatch: pytest.MonkeyPatch):
    await (await Database.open(file)).close()
    head = version_of(file)
    ended = await asyncio.to_thread(subprocess.run, [sys.executable, "-c", _DIES, file], check=False)
    assert ended.returncode == -9
    assert version_of(file) == head
    assert "half" not in tables_of(file)
    with_steps(monkeypatch, MORE)
    await (await Database.open(file)).close()
    assert version_of(file) == head + 1


async def test_newer_database_is_refused_untouched(file: Path):
    await (await Database.open(file)).close()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = file.read_bytes()
    error = await refusal(file)
    assert isinstance(error, DatabaseNewer)
    assert (error.args_of_text["version"], error.args_of_text["known"]) == (99, migrations.HEAD)
    assert file.read_bytes() == before


@pytest.mark.parametrize("application", [0, 1234])
async def test_foreign_database_is_refused_untouched(file: Path, application: int):
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE theirs (id INTEGER)")
        connection.execute(f"PRAGMA application_id = {application}")
    before = file.read_bytes()
    assert isinstance(await refusal(file), DatabaseForeign)
    assert file.read_bytes() == before
    assert sorted(path.name for path in file.parent.iterdir()) == [file.name]


@pytest.mark.parametrize("content", [b"plain text " * 500, b"SQLite format 3\0" + b"\xff" * 5000])
async def test_file_that_is_no_database_is_refused_untouched(file: Path, content: bytes):
    file.write_bytes(content)
    error = await refusal(file)
    assert isinstance(error, DatabaseUnreadable)
    assert error.args_of_text["path"] == str(file)
    assert file.read_bytes() == content


async def test_folder_in_the_place_of_the_file_is_refused(file: Path):
    file.mkdir()
    assert isinstance(await refusal(file), DatabaseUnreadable)


async def test_file_under_migration_by_another_process_is_busy(file: Path, monkeypatch: pytest.MonkeyPatch):
    await (await Database.open(file)).close()
    monkeypatch.setattr("storage.opening.BUSY_TIMEOUT_MS", 50)
    with_steps(monkeypatch, MORE)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert isinstance(await refusal(file), DatabaseBusy)


async def test_many_may_open_a_new_file_at_once(file: Path):
    opened = await asyncio.gather(*(Database.open(file) for _ in range(8)))
    for one in opened:
        await one.close()
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


async def test_backup_is_complete_and_overwrites_nothing(database: Database, file: Path):
    target = file.with_name("copy.sqlite3")
    await database.back_up(target)
    assert tables_of(target) == tables_of(file)
    with pytest.raises(FileExistsError):
        await database.back_up(target)
    assert sorted(path.name for path in file.parent.glob("copy*")) == ["copy.sqlite3"]


async def test_every_file_is_for_its_owner_alone(file: Path, monkeypatch: pytest.MonkeyPatch):
    await (await Database.open(file)).close()
    file.chmod(0o644)  # as an earlier release has left it
    with_steps(monkeypatch, MORE)
    opened = await Database.open(file)
    try:
        await opened.back_up(file.with_name("copy.sqlite3"))
        modes = {one.name: oct(one.stat().st_mode & 0o777) for one in file.parent.iterdir()}
    finally:
        await opened.close()
    assert len(modes) == 5, modes  # the file, its log and the log's index, the copy from before, the backup
    assert set(modes.values()) == {"0o600"}, modes


async def test_copy_from_before_a_migration_is_deleted_after_thirty_days(database: Database, file: Path):
    month = 30 * 24 * 3600
    kept = ["bot.sqlite3.before-0002", "other.sqlite3.before-0002", "bot.sqlite3.mine"]
    gone = ["bot.sqlite3.before-0001", "bot.sqlite3.before-0001.unfinished"]
    for name in kept + gone:
        file.with_name(name).write_bytes(b"old")
        age = month - 3600 if name == kept[0] else month + 3600
        os.utime(file.with_name(name), (time.time() - age,) * 2)
    await database.forget_copies()
    assert [name for name in kept + gone if file.with_name(name).exists()] == kept
