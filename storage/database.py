"""The database at work: one writer, some read-only readers."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path
from typing import Any, Self

import aiosqlite

from storage import opening
from storage.errors import DatabaseUnreadable, passing
from storage.handling import handling
from storage.sessions import Reading, Result, Session, Visit, driven
from storage.unit import UnitOfWork, View

#: Milliseconds for which a checkpoint may hold up writers while it waits for readers.
CHECKPOINT_PATIENCE_MS = 200


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
    async def open(cls, path: Path, *, readers: int = 4) -> Self:
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
        opened: list[aiosqlite.Connection] = []
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            opened.append(await opening.connect(path))
            await opening.prepare(opened[0], path)
            for _ in range(readers):
                opened.append(await opening.connect(path, read_only=True))  # noqa: PERF401  (closed one by one on failure)
        except BaseException as error:
            for connection in opened:
                await connection.close()
            if not isinstance(error, sqlite3.DatabaseError | OSError):
                raise
            busy = passing(error, path)
            if busy is not None and "reason" not in busy.args_of_text:
                raise busy from error
            raise DatabaseUnreadable(path=str(path), reason=str(error)) from error
        return cls(path, opened[0], opened[1:])

    async def close(self) -> None:
        """Close every connection, once the write in hand has come to its end."""
        async with self._writing:
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
            DatabaseUnavailable: another process has held the write lock for too long (`DatabaseBusy`), or the disk
                is full; nothing is changed.
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
                if (unavailable := passing(error, self.path)) is not None:
                    raise unavailable from error
                raise
            # Still under the lock, and without an await after the commit: whoever is cancelled from here on has
            # been applied and knows it.
            if update is not None:
                update.is_applied = True
                update.outcome = unit.outcome

    async def visit(
        self, work: Callable[[UnitOfWork], Coroutine[Any, Any, Result]], *, is_hurried: bool = False
    ) -> Result:
        """A transaction of bookkeeping in one visit to the writer's thread, where each statement is a visit otherwise.

        Cancelled, it is carried out nevertheless: what it came to is lost.

        Args:
            work: awaits nothing but its rows.
            is_hurried: commit without waiting for the disk. A crash of the process loses nothing by that; a power
                cut may lose all hurried commits since the last one that was not.

        Raises:
            DatabaseUnavailable: as of `unit`.
        """
        async with self._writing:
            try:
                # What aiosqlite does for each statement, for all of them.
                visited: Result = await asyncio.shield(
                    self._writer._execute(self._visit, work, is_hurried)  # type: ignore[no-untyped-call]  # noqa: SLF001
                )
            except sqlite3.OperationalError as error:
                if (unavailable := passing(error, self.path)) is not None:
                    raise unavailable from error
                raise
        return visited

    def _visit(self, work: Callable[[UnitOfWork], Coroutine[Any, Any, Result]], is_hurried: bool) -> Result:  # noqa: FBT001
        connection = self._writer._conn  # noqa: SLF001
        if is_hurried:
            connection.execute("PRAGMA synchronous = NORMAL")
        try:
            connection.execute("BEGIN IMMEDIATE")
            came_to = driven(work(UnitOfWork(Visit(connection))))
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        finally:
            if is_hurried:
                connection.execute("PRAGMA synchronous = FULL")
        return came_to

    @asynccontextmanager
    async def view(self) -> AsyncIterator[View]:
        """A consistent snapshot for reading; a write through it is an error of SQLite's.

        Raises:
            DatabaseUnavailable: the file cannot be read just now.
        """
        reader = await self._readers.get()
        try:
            await reader.execute("BEGIN")
            yield View(Session(reader))
        except sqlite3.OperationalError as error:
            if (unavailable := passing(error, self.path)) is not None:
                raise unavailable from error
            raise
        finally:
            try:
                with suppress(sqlite3.OperationalError):
                    await asyncio.shield(reader.rollback())
            finally:  # also where a cancellation comes just now; the next to use it waits behind the rollback
                self._readers.put_nowait(reader)

    async def apart(self, work: Callable[[View], Coroutine[Any, Any, Result]]) -> Result:
        """Read a snapshot in a thread and through a connection of its own, for as long as it takes.

        Neither the event loop nor the other readers wait for it. Cancelled, it ends at its next read, and is
        waited for.

        Args:
            work: awaits nothing but its rows; it may block.

        Raises:
            DatabaseUnavailable: the file cannot be read just now.
        """
        is_over = threading.Event()
        reading = asyncio.ensure_future(asyncio.to_thread(self._read_apart, work, is_over))
        try:
            return await asyncio.shield(reading)
        except asyncio.CancelledError:
            is_over.set()
            with suppress(Exception):
                await reading
            raise

    def _read_apart(
        self, work: Callable[[View], Coroutine[Any, Any, Result]], is_over: threading.Event
    ) -> Result:
        try:
            with closing(opening.connect_apart(self.path)) as connection:
                connection.execute("BEGIN")
                return driven(work(View(Reading(connection, is_over))))
        except sqlite3.OperationalError as error:
            if (unavailable := passing(error, self.path)) is not None:
                raise unavailable from error
            raise

    async def back_up(self, target: Path) -> None:
        """Write a complete copy while everything goes on.

        Raises:
            FileExistsError: the target is there already.
        """
        await opening.copy(self.path, target)

    async def forget_copies(self) -> None:
        """Delete the copies from before migrations that have been kept long enough."""
        await asyncio.to_thread(opening.delete_old_copies, self.path)

    async def forget(self) -> bool:
        """Move the write-ahead log into the file and empty it: it keeps its size, and erased rows leave no trace.

        Returns:
            False where somebody is reading an older state (a long export): it is to be tried again.
        """
        async with self._writing:
            try:
                await self._writer.execute_fetchall(f"PRAGMA busy_timeout = {CHECKPOINT_PATIENCE_MS}")
                rows = await self._writer.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
            except sqlite3.OperationalError as error:
                if passing(error, self.path) is None:
                    raise
                return False
            finally:
                await asyncio.shield(self._be_patient())
        return not next(iter(rows))[0]

    async def _be_patient(self) -> None:
        await self._writer.execute_fetchall(f"PRAGMA busy_timeout = {opening.BUSY_TIMEOUT_MS}")

    async def _roll_back(self) -> None:
        with suppress(sqlite3.OperationalError):  # no transaction is active: BEGIN failed, or COMMIT won
            await self._writer.rollback()
