"""Opening the file safely: whose it is, which version wrote it, and the way up to the present schema."""

import asyncio
import os
import re
import sqlite3
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import aiosqlite

from storage import migrations
from storage.errors import DatabaseForeign, DatabaseNewer, passing

#: "OGPb" in ASCII: tells our files from any other SQLite file.
APPLICATION_ID = 0x4F475062
BUSY_TIMEOUT_MS = 5000
#: What the write-ahead log is cut back to once it has grown over it.
LOG_LIMIT = 64 * 1024 * 1024
#: For its owner alone: there are people's data in it. SQLite gives the log beside a file the same mode.
PRIVATE = 0o600
#: How long the copy from before a migration is kept; what people erase meanwhile is still in it.
COPY_KEPT_SECONDS = 30 * 24 * 3600


async def connect(path: Path, *, read_only: bool = False) -> aiosqlite.Connection:
    """A connection in autocommit mode that has changed nothing in the file yet."""
    mode = "ro" if read_only else "rwc"
    address = f"file:{quote(str(path.absolute()))}?mode={mode}"
    # What cannot be opened fails here: aiosqlite's thread would outlive its failure, and at times the event loop.
    await asyncio.to_thread(_try, path, address)
    connection = await aiosqlite.connect(address, uri=True, isolation_level=None)
    connection.row_factory = sqlite3.Row
    try:
        await connection.execute_fetchall(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        await connection.execute("PRAGMA foreign_keys = ON")
        if read_only:
            await connection.execute("PRAGMA query_only = ON")
    except BaseException:
        await connection.close()
        raise
    return connection


def connect_apart(path: Path) -> sqlite3.Connection:
    """A read-only connection of the calling thread's own."""
    connection = sqlite3.connect(
        f"file:{quote(str(path.absolute()))}?mode=ro", uri=True, isolation_level=None
    )
    connection.row_factory = sqlite3.Row
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    connection.execute("PRAGMA query_only = ON")
    return connection


async def prepare(writer: aiosqlite.Connection, path: Path) -> None:
    """See that the file is ours, set it up for writing, and bring it up to date (after a backup).

    A file that is not ours is left as it is, byte for byte.

    Raises:
        DatabaseForeign: it belongs to another program.
        DatabaseNewer: a later version wrote it.
    """
    version = await _version(writer, path)
    await asyncio.to_thread(_keep_private, path)
    await _log_ahead(writer, path)
    await writer.execute_fetchall(f"PRAGMA journal_size_limit = {LOG_LIMIT}")
    # FULL: a commit survives a power cut, and an update is acknowledged only after its commit.
    await writer.execute("PRAGMA synchronous = FULL")
    # What a person has erased is overwritten in the file, not only unlinked.
    await writer.execute("PRAGMA secure_delete = ON")
    if version == migrations.HEAD:
        return
    if version:
        # A file of this name is what an earlier attempt has left: it ended before the first step was taken.
        await copy(path, path.with_name(f"{path.name}.before-{version + 1:04d}"), replace=True)
    await migrations.run(writer, version, application_id=APPLICATION_ID)


async def copy(path: Path, target: Path, *, replace: bool = False) -> None:
    """Write a complete copy while others go on writing (SQLite's online backup of one snapshot).

    The target has its name only once it is complete.

    Raises:
        FileExistsError: the target is there already.
    """
    if target.exists() and not replace:
        raise FileExistsError(17, "already there", str(target))
    unfinished = target.with_name(f"{target.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    unfinished.touch(mode=PRIVATE)
    source = await connect(path, read_only=True)
    try:
        into = await aiosqlite.connect(unfinished)
        try:
            await source.backup(into)
        finally:
            await into.close()
        await asyncio.to_thread(_to_disk, unfinished)
        unfinished.replace(target)
    finally:
        await source.close()
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def delete_old_copies(path: Path) -> None:
    """Delete what was copied before a migration of this file, or kept when another took its place, once it is older than `COPY_KEPT_SECONDS`."""
    copies = re.compile(re.escape(path.name) + r"\.before-(\d{4,}|restore-\w+(-\w+)?)(\.unfinished)?")
    for copied in path.absolute().parent.iterdir():
        if copies.fullmatch(copied.name) and time.time() - copied.stat().st_mtime > COPY_KEPT_SECONDS:
            copied.unlink(missing_ok=True)


async def _version(writer: aiosqlite.Connection, path: Path) -> int:
    """How many steps the file has behind it; read in one snapshot, for another process may be taking them."""
    await writer.execute("BEGIN")
    try:
        version = await _pragma(writer, "user_version")
        owner = await _pragma(writer, "application_id")
        tables = next(iter(await writer.execute_fetchall("SELECT count(*) FROM sqlite_master")))[0]
    finally:
        await writer.rollback()
    if owner != APPLICATION_ID and (owner or tables or version):
        raise DatabaseForeign(path=str(path))
    if version > migrations.HEAD:
        raise DatabaseNewer(path=str(path), version=version, known=migrations.HEAD)
    return version


async def _log_ahead(writer: aiosqlite.Connection, path: Path) -> None:
    """Write-ahead logging. Two processes that make a new file at once get in each other's way here, without a wait."""
    deadline = time.monotonic() + BUSY_TIMEOUT_MS / 1000
    while True:
        try:
            await writer.execute_fetchall("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if passing(error, path) is None or time.monotonic() > deadline:
                raise
            await asyncio.sleep(0.05)
        else:
            return


async def _pragma(connection: aiosqlite.Connection, name: str) -> int:
    return int(next(iter(await connection.execute_fetchall(f"PRAGMA {name}")))[0])


def _try(path: Path, address: str) -> None:
    """Open and close the file; one that is made by it is for its owner alone before anything is in it."""
    is_new = not path.exists()
    sqlite3.connect(address, uri=True).close()
    if is_new:
        _keep_private(path)


def _keep_private(path: Path) -> None:
    # By name: closing a descriptor of the file would drop the locks that this process holds on it.
    for file in (path, *(path.with_name(f"{path.name}{suffix}") for suffix in ("-wal", "-shm"))):
        with suppress(OSError):  # not there, or another's
            file.chmod(PRIVATE)


def _to_disk(file: Path) -> None:
    descriptor = os.open(file, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
