"""Receipts' rows and the chain of days. The schema refuses to change or delete either."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.receipts import Receipt, ReceiptDay
from storage.rows import Connection, Row, moment_of, text_of


@dataclass(frozen=True)
class Receipts:
    """What was received, for good."""

    connection: Connection

    async def add(
        self, reference: str, version: int, content_hash: str, *, received_at: datetime, day: date
    ) -> Receipt:
        """Write down that a version of a proposal was received."""
        row = await self.connection.one(
            """
            INSERT INTO receipts (reference, version, content_hash, received_at, day) VALUES (?, ?, ?, ?, ?)
            RETURNING number, reference, version, content_hash, received_at, day
            """,
            (reference, version, content_hash, text_of(received_at), day.isoformat()),
        )
        assert row is not None
        return _receipt(row)

    async def on(self, day: date) -> Sequence[Receipt]:
        """A day's receipts, in their order."""
        rows = await self.connection.all(
            """
            SELECT number, reference, version, content_hash, received_at, day FROM receipts
            WHERE day = ? ORDER BY number
            """,
            (day.isoformat(),),
        )
        return [_receipt(row) for row in rows]

    async def of(self, reference: str) -> Sequence[Receipt]:
        """A proposal's receipts, its first version first."""
        rows = await self.connection.all(
            """
            SELECT number, reference, version, content_hash, received_at, day FROM receipts
            WHERE reference = ? ORDER BY version
            """,
            (reference,),
        )
        return [_receipt(row) for row in rows]

    async def last_number(self) -> int:
        """The last number that was ever given out, also where its row is gone; 0 before the first."""
        row = await self.connection.one(
            "SELECT coalesce(max(seq), 0) AS last FROM sqlite_sequence WHERE name = 'receipts'"
        )
        assert row is not None
        return int(row["last"])

    async def each(self, *, chunk: int = 500) -> AsyncIterator[Receipt]:
        """Every receipt in order, without holding them all in memory."""
        last = 0
        while True:
            rows = await self.connection.all(
                """
                SELECT number, reference, version, content_hash, received_at, day FROM receipts
                WHERE number > ? ORDER BY number LIMIT ?
                """,
                (last, chunk),
            )
            for row in rows:
                yield _receipt(row)
            if len(rows) < chunk:
                return
            last = rows[-1]["number"]

    async def open_days(self, *, before: date) -> Sequence[date]:
        """Days with receipts that are over and not closed yet, the first first."""
        rows = await self.connection.all(
            """
            SELECT DISTINCT day FROM receipts WHERE day < ? AND day NOT IN (SELECT day FROM receipt_days)
            ORDER BY day
            """,
            (before.isoformat(),),
        )
        return [date.fromisoformat(row["day"]) for row in rows]

    async def close(self, day: ReceiptDay) -> None:
        """Add a day to the chain."""
        await self.connection.run(
            """
            INSERT INTO receipt_days (day, receipts, previous, digest, closed_at) VALUES (?, ?, ?, ?, ?)
            """,
            (day.day.isoformat(), day.receipts, day.previous, day.digest, text_of(day.closed_at)),
        )

    async def days(self) -> Sequence[ReceiptDay]:
        """The chain, the first day first."""
        rows = await self.connection.all(
            "SELECT day, receipts, previous, digest, closed_at FROM receipt_days ORDER BY day"
        )
        return [_day(row) for row in rows]

    async def last_day(self) -> ReceiptDay | None:
        """The last day of the chain, or None."""
        row = await self.connection.one(
            "SELECT day, receipts, previous, digest, closed_at FROM receipt_days ORDER BY day DESC LIMIT 1"
        )
        return None if row is None else _day(row)


def _receipt(row: Row) -> Receipt:
    return Receipt(
        number=row["number"],
        reference=row["reference"],
        version=row["version"],
        content_hash=row["content_hash"],
        received_at=moment_of(row["received_at"]),
        day=date.fromisoformat(row["day"]),
    )


def _day(row: Row) -> ReceiptDay:
    return ReceiptDay(
        day=date.fromisoformat(row["day"]),
        receipts=row["receipts"],
        previous=row["previous"],
        digest=row["digest"],
        closed_at=moment_of(row["closed_at"]),
    )
