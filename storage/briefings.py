"""Rows of the secretariat's mornings, and who of it wants none."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.briefings import Briefing, BriefingId
from bot.domain.people import PersonId
from storage.rows import Connection, Row, moment_of, text_of

_SELECT = "SELECT id, day, since, created_at FROM briefings"


@dataclass(frozen=True)
class Briefings:
    """One a day."""

    connection: Connection

    async def get(self, briefing_id: BriefingId) -> Briefing | None:
        """The briefing, or None."""
        row = await self.connection.one(f"{_SELECT} WHERE id = ?", (briefing_id,))
        return None if row is None else _briefing(row)

    async def has(self, day: date) -> bool:
        """Whether this day's has been."""
        return (
            await self.connection.one("SELECT 1 FROM briefings WHERE day = ?", (day.isoformat(),)) is not None
        )

    async def latest(self) -> Briefing | None:
        """The last one, or None."""
        row = await self.connection.one(f"{_SELECT} ORDER BY created_at DESC, id DESC LIMIT 1")
        return None if row is None else _briefing(row)

    async def add(self, day: date, *, since: datetime, now: datetime) -> BriefingId | None:
        """Begin a day's; None where that has been."""
        row = await self.connection.one(
            """
            INSERT INTO briefings (day, since, created_at) VALUES (?, ?, ?)
            ON CONFLICT (day) DO NOTHING RETURNING id
            """,
            (day.isoformat(), text_of(since), text_of(now)),
        )
        return None if row is None else BriefingId(row["id"])

    async def refusing(self) -> Collection[PersonId]:
        """Who wants none."""
        rows = await self.connection.all("SELECT person_id FROM briefing_refusals")
        return {PersonId(row["person_id"]) for row in rows}

    async def refuse(self, person_id: PersonId, *, now: datetime) -> None:
        """Send this person none any more."""
        await self.connection.run(
            "INSERT INTO briefing_refusals (person_id, since) VALUES (?, ?) ON CONFLICT DO NOTHING",
            (person_id, text_of(now)),
        )

    async def accept(self, person_id: PersonId) -> None:
        """Send this person each again."""
        await self.connection.run("DELETE FROM briefing_refusals WHERE person_id = ?", (person_id,))

    async def received_since(self, moment: datetime) -> int:
        """Proposals that have come since and that nobody has taken up yet."""
        return await self._count(
            "SELECT count(*) AS n FROM proposals WHERE state = 'received' AND submitted_at > ?",
            text_of(moment),
        )

    async def due_between(self, beginning: datetime, end: datetime) -> int:
        """Proposals to which the secretariat has promised a response by a moment between these, for the first time."""
        return await self._count(
            """
            SELECT count(*) AS n FROM proposals
            WHERE state IN ('received', 'under_review')
                AND coalesce(late_since, reply_by) >= ? AND coalesce(late_since, reply_by) < ?
            """,
            text_of(beginning),
            text_of(end),
        )

    async def failed_since(self, moment: datetime) -> int:
        """Messages that were given up since."""
        return await self._count(
            "SELECT count(*) AS n FROM notices WHERE state = 'failed' AND settled_at > ?", text_of(moment)
        )

    async def _count(self, sql: str, *values: str | None) -> int:
        row = await self.connection.one(sql, values)
        assert row is not None
        return int(row["n"])


def _briefing(row: Row) -> Briefing:
    return Briefing(
        id=BriefingId(row["id"]),
        day=date.fromisoformat(row["day"]),
        since=moment_of(row["since"]),
        created_at=moment_of(row["created_at"]),
    )
