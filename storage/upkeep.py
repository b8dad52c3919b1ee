"""What the operator does now and then, and when it was done last."""

from dataclasses import dataclass
from datetime import datetime

from storage.rows import Connection, text_of


@dataclass(frozen=True)
class Upkeep:
    """A row a chore."""

    connection: Connection

    async def done(self, name: str, *, now: datetime) -> None:
        """It was done just now."""
        await self.connection.run(
            """
            INSERT INTO upkeep (name, done_at) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET done_at = excluded.done_at
            """,
            (name, text_of(now)),
        )
