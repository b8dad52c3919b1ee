"""Subscriptions' rows: who wants to hear about new consultations."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.people import PersonId
from storage.rows import Connection, text_of


@dataclass(frozen=True)
class Subscriptions:
    """Who wants to hear about new consultations."""

    connection: Connection

    async def has(self, person_id: PersonId) -> bool:
        """Whether this person is subscribed."""
        return (
            await self.connection.one("SELECT 1 FROM subscriptions WHERE person_id = ?", (person_id,))
        ) is not None

    async def add(self, person_id: PersonId, *, now: datetime) -> bool:
        """Subscribe; False where the person was subscribed already."""
        return bool(
            await self.connection.run(
                """
                INSERT INTO subscriptions (person_id, created_at) VALUES (?, ?)
                ON CONFLICT (person_id) DO NOTHING
                """,
                (person_id, text_of(now)),
            )
        )

    async def delete(self, person_id: PersonId) -> bool:
        """Unsubscribe; False where the person was not subscribed."""
        return bool(await self.connection.run("DELETE FROM subscriptions WHERE person_id = ?", (person_id,)))

    async def count(self) -> int:
        """How many there are whom a notice can reach."""
        row = await self.connection.one(
            """
            SELECT count(*) AS n FROM subscriptions AS s JOIN people AS p ON p.id = s.person_id
            WHERE p.is_reachable
            """
        )
        assert row is not None
        return int(row["n"])
