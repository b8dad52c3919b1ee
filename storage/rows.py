"""How values stand in rows: times as sortable text, sets of texts as JSON."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Protocol

Row = sqlite3.Row
Value = str | int | float | bytes | None


class Connection(Protocol):
    """What a repository needs of a connection."""

    async def one(self, sql: str, values: Mapping[str, Value] | Sequence[Value] = ()) -> Row | None:
        """The first row, or None."""
        ...

    async def all(self, sql: str, values: Mapping[str, Value] | Sequence[Value] = ()) -> list[Row]:
        """Every row."""
        ...

    async def run(self, sql: str, values: Mapping[str, Value] | Sequence[Value] = ()) -> int:
        """Do it; the number of rows changed."""
        ...

    async def run_many(self, sql: str, values: Iterable[Mapping[str, Value] | Sequence[Value]]) -> int:
        """Do it once for each set of values; the number of rows changed."""
        ...


def text_of(moment: datetime | None) -> str | None:
    """A moment as it is stored: UTC, microseconds always there, so that text order is time order."""
    return None if moment is None else moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment_of(text: Any) -> datetime:
    """A stored moment, aware."""
    return datetime.fromisoformat(text)


def maybe_moment_of(text: Any) -> datetime | None:
    """A stored moment or nothing."""
    return None if text is None else datetime.fromisoformat(text)
