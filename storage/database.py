"""The database file: one writer, some read-only readers, and the way to open it safely."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Self
from urllib.parse import quote

import aiosqlite

from bot.domain.errors import CivicError
from storage import migrations
from storage.handling import handling
from storage.rows import Row, Value
from storage.unit import UnitOfWork, View

#: "OGPb" in ASCII: tells our files from any other SQLite file.
APPLICATION_ID = 0x4F475062
BUSY_TIMEOUT_MS = 5000


class DatabaseUnreadable(CivicError):
    """The file cannot be opened, or is no SQLite database."""

    message_id = "storage-error-unreadable"


class DatabaseForeign(CivicError):
    """A SQLite database, but not ours."""

    message_id = "storage-error-foreign"


class DatabaseNewer(CivicError):
    """A later version of the program wrote it."""

    message_id = "storage-error-newer"


class DatabaseBusy(CivicError):
    """Another process has held the write lock for longer than the busy timeout."""

    message_id = "storage-error-busy"


class Session:
    """A connection as repositories see it."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def one(self, sql: str, values: Mapping[str, Value] | Sequence[Value] = ()) -> Row | None:
        """The first row, or None."""
        rows = await self._connection.execute_fetchall(sql, values)
        return next(iter(rows), None)

    async def all(self, sql: str, values: Mapping[str, Value] | Sequence[Value] = ()) -> list[Row]:
        """Every row."""
        return list(await self._connection.execute_fetchall(sql, values))

    async def run(self, sql: str, values: Mapping[str, Value] | Sequence[Value] = ()) -> int:
        """Do it; the number of rows changed."""
        async with self._connection.execute(sql, values) as cursor:
            return cursor.rowcount

    async def run_many(self, sql: str, values: Iterable[Mapping[str, Value] | Sequence[Value]]) -> None:
        """Do it once for each set of values."""
        async with self._connection.executemany(sql, values):
            pass


class Database:
    """An open database file.

    Writes go one after another through one connection, each in a `BEGIN IMMEDIATE`; reads take a snapshot
    from a small pool of read-only connections and never wait for a write.
    """

    def __init__(
        self, path: Path, writer: aiosqlite.Connection, readers: Sequence[aiosqlite.Connection]
    ) -> None:
        self.path = path
        self._writer = writer
        self._all_readers = readers
        self._writing = asyncio.Lock()
        self._readers: asyncio.Queue[aiosqlite.Connection] = asyncio.Queue()
        for reader in readers:
            self._readers.put_nowait(reader)

    @classmethod
    async def open(cls, path: Path, *, readers: int = 2) -> Self:
        """Open the file, create it where there is none, and bring it up to date (after a backup).

        Args:
            path: the file; its folder is made.
            readers: how many read-only connections.

        Raises:
            DatabaseUnreadable: the file cannot be opened or is no database.
            DatabaseForeign: it belongs to another program.
            DatabaseNewer: a later version wrote it.
            DatabaseBusy: another process is writing for too long.
        """
        writer: aiosqlite.Connection | None = None
        opened: list[aiosqlite.Connection] = []
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            writer = await _connect(path)
            await _check_and_migrate(writer, path)
            for _ in range(readers):
                opened.append(await _connect(path, read_only=True))  # noqa: PERF401  (closed one by one on failure)
        except (sqlite3.DatabaseError, OSError) as error:
            for connection in (*opened, *filter(None, [writer])):
                await connection.close()
            if _is_busy(error):
                raise DatabaseBusy(path=str(path)) from error
            raise DatabaseUnreadable(path=str(path), reason=str(error)) from error
        except BaseException:
            for connection in (*opened, *filter(None, [writer])):
                await connection.close()
            raise
        return cls(path, writer, opened)

    async def close(self) -> None:
        """Close every connection; what is committed is in the file."""
        for reader in self._all_readers:
            await reader.close()
        await self._writer.close()

    @asynccontextmanager
    async def unit(self, *, bookkeeping: bool = False) -> AsyncIterator[UnitOfWork]:
        """A transaction: all of it or nothing.

        Args:
            bookkeeping: true where the change is not what the update in hand asks for (who wrote, when), so
                that the update's row is not marked as applied by it.

        Raises:
            DatabaseBusy: another process has held the write lock for too long.
            RuntimeError: the update in hand has been applied already: one update, one change.
        """
        update = None if bookkeeping else handling.get()
        async with self._writing:
            unit = UnitOfWork(Session(self._writer))
            try:
                await self._writer.execute("BEGIN IMMEDIATE")
                yield unit
                if update is not None:
                    if update.is_applied:
                        raise RuntimeError("one update, one change: it has been applied already")
                    await unit.inbox.mark_applied(update.row_id, unit.outcome)
                await self._writer.commit()
            except BaseException as error:
                await asyncio.shield(self._roll_back())
                if isinstance(error, sqlite3.OperationalError) and _is_busy(error):
                    raise DatabaseBusy(path=str(self.path)) from error
                raise
        if update is not None:
            update.is_applied = True
            update.outcome = unit.outcome

    @asynccontextmanager
    async def view(self) -> AsyncIterator[View]:
        """A consistent snapshot for reading; a write through it is an error of SQLite's."""
        reader = await self._readers.get()
        try:
            await reader.execute("BEGIN")
            yield View(Session(reader))
        finally:
            with suppress(sqlite3.OperationalError):
                await asyncio.shield(reader.rollback())
            self._readers.put_nowait(reader)

    async def back_up(self, target: Path) -> None:
        """Write a complete copy while everything goes on (SQLite's online backup).

        Raises:
            FileExistsError: the target is there already.
        """
        await _back_up(self._writer, target)

    async def forget(self) -> None:
        """Move the write-ahead log into the file and empty it, so that erased rows leave no trace in it."""
        async with self._writing:
            await self._writer.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")

    async def _roll_back(self) -> None:
        with suppress(sqlite3.OperationalError):  # no transaction is active: BEGIN failed, or COMMIT won
            await self._writer.rollback()


async def _connect(path: Path, *, read_only: bool = False) -> aiosqlite.Connection:
    mode = "ro" if read_only else "rwc"
    connection = await aiosqlite.connect(
        f"file:{quote(str(path.absolute()))}?mode={mode}", uri=True, isolation_level=None
    )
    connection.row_factory = sqlite3.Row
    try:
        await connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        await connection.execute("PRAGMA foreign_keys = ON")
        if read_only:
            await connection.execute("PRAGMA query_only = ON")
        else:
            await connection.execute_fetchall("PRAGMA journal_mode = WAL")
            # FULL: a commit survives a power cut, and an update is acknowledged only after its commit.
            await connection.execute("PRAGMA synchronous = FULL")
            # What a person has erased is overwritten in the file, not only unlinked.
            await connection.execute("PRAGMA secure_delete = ON")
    except BaseException:
        await connection.close()
        raise
    return connection


async def _check_and_migrate(writer: aiosqlite.Connection, path: Path) -> None:
    version = await _pragma(writer, "user_version")
    owner = await _pragma(writer, "application_id")
    tables = next(iter(await writer.execute_fetchall("SELECT count(*) FROM sqlite_master")))[0]
    if owner != APPLICATION_ID and (owner or tables):
        raise DatabaseForeign(path=str(path))
    if version > migrations.HEAD:
        raise DatabaseNewer(path=str(path), version=version, known=migrations.HEAD)
    if version == migrations.HEAD and owner == APPLICATION_ID:
        return
    if version:
        await _back_up(writer, path.with_name(f"{path.name}.before-{version + 1:04d}"))
    await migrations.run(writer, version, application_id=APPLICATION_ID)


async def _back_up(connection: aiosqlite.Connection, target: Path) -> None:
    if target.exists():
        raise FileExistsError(target)
    copy = await aiosqlite.connect(target)
    try:
        await connection.backup(copy)
    finally:
        await copy.close()


async def _pragma(connection: aiosqlite.Connection, name: str) -> int:
    return int(next(iter(await connection.execute_fetchall(f"PRAGMA {name}")))[0])


def _is_busy(error: Exception) -> bool:
    return isinstance(error, sqlite3.OperationalError) and (
        getattr(error, "sqlite_errorcode", 0) & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
    )
