"""A connection as repositories see it: through its own thread, or in that thread itself."""

import sqlite3
import threading
from collections.abc import Coroutine, Iterable, Mapping, Sequence
from typing import Any, TypeVar

import aiosqlite

from storage.rows import Row, Value

Result = TypeVar("Result")


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
        # Not closed: SQLite is through with it, and each word to the connection's thread takes its time under load.
        return (await self._connection.execute(sql, values)).rowcount

    async def run_many(self, sql: str, values: Iterable[Mapping[str, Value] | Sequence[Value]]) -> int:
        """Do it once for each set of values; the number of rows changed."""
        return (await self._connection.executemany(sql, values)).rowcount


class Visit:
    """The writer's connection as repositories see it that run in its own thread: nothing waits for anything."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    async def one(self, sql: str, values: Mapping[str, Value] | Sequence[Value] = ()) -> Row | None:
        """The first row, or None."""
        row: Row | None = self._connection.execute(sql, values).fetchone()
        return row

    async def all(self, sql: str, values: Mapping[str, Value] | Sequence[Value] = ()) -> list[Row]:
        """Every row."""
        return self._connection.execute(sql, values).fetchall()

    async def run(self, sql: str, values: Mapping[str, Value] | Sequence[Value] = ()) -> int:
        """Do it; the number of rows changed."""
        return self._connection.execute(sql, values).rowcount

    async def run_many(self, sql: str, values: Iterable[Mapping[str, Value] | Sequence[Value]]) -> int:
        """Do it once for each set of values; the number of rows changed."""
        return self._connection.executemany(sql, values).rowcount


class BrokenOff(Exception):
    """Nobody waits for it any more."""


class Reading(Visit):
    """A snapshot that is read in a thread of its own, until it is to end."""

    def __init__(self, connection: sqlite3.Connection, is_over: threading.Event) -> None:
        super().__init__(connection)
        self._is_over = is_over

    async def one(self, sql: str, values: Mapping[str, Value] | Sequence[Value] = ()) -> Row | None:
        """The first row, or None."""
        self._look()
        return await super().one(sql, values)

    async def all(self, sql: str, values: Mapping[str, Value] | Sequence[Value] = ()) -> list[Row]:
        """Every row."""
        self._look()
        return await super().all(sql, values)

    def _look(self) -> None:
        if self._is_over.is_set():
            raise BrokenOff


def driven(coroutine: Coroutine[Any, Any, Result]) -> Result:
    """The result of a coroutine that never has to wait."""
    try:
        coroutine.send(None)
    except StopIteration as done:
        result: Result = done.value
        return result
    coroutine.close()
    raise RuntimeError("awaits something that is no row")
