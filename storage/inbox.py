"""The inbox's rows: every update that Telegram has handed over, until its screen has been delivered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.updates import Outcome, ReceivedUpdate, UpdateRowId, UpdateState
from storage.rows import Connection, text_of


@dataclass(frozen=True)
class Inbox:
    """Updates that came."""

    connection: Connection

    async def add_all(self, bot_id: int, updates: Iterable[tuple[int, int, str]], *, now: datetime) -> None:
        """Store a batch in its order; one that is there already is left as it is.

        Args:
            bot_id: whose updates they are.
            updates: `update_id`, lane (0 where it belongs to nobody), payload (JSON).
            now: time of receipt.
        """
        await self.connection.run_many(
            """
            INSERT INTO inbox (bot_id, update_id, lane, payload, state, received_at)
            VALUES (?, ?, ?, ?, 'received', ?) ON CONFLICT (bot_id, update_id) DO NOTHING
            """,
            [(bot_id, update_id, lane, payload, text_of(now)) for update_id, lane, payload in updates],
        )

    async def waiting(
        self,
        bot_id: int,
        *,
        after: int,
        limit: int,
        lane: int | None = None,
        up_to: int | None = None,
    ) -> Sequence[ReceivedUpdate]:
        """Updates that are not settled, in the order of intake.

        Args:
            bot_id: whose updates.
            after: only rows with a greater id.
            limit: how many at the most.
            lane: only of this lane.
            up_to: only rows up to this id.
        """
        rows = await self.connection.all(
            f"""
            SELECT id, lane, payload, state, outcome, outcome_id FROM inbox
            WHERE bot_id = :bot AND state IN ('received', 'applied') AND id > :after
                {"" if lane is None else "AND lane = :lane"} {"" if up_to is None else "AND id <= :up_to"}
            ORDER BY id LIMIT :limit
            """,  # noqa: S608  (constants)
            {"bot": bot_id, "after": after, "limit": limit, "lane": lane, "up_to": up_to},
        )
        return [
            ReceivedUpdate(
                id=row["id"],
                lane=row["lane"] or 0,
                payload=row["payload"],
                state=UpdateState(row["state"]),
                outcome=None
                if row["outcome"] is None
                else Outcome(noun=row["outcome"], id=row["outcome_id"]),
            )
            for row in rows
        ]

    async def count_waiting(self, bot_id: int) -> int:
        """How many updates are not settled."""
        row = await self.connection.one(
            "SELECT count(*) AS n FROM inbox WHERE bot_id = ? AND state IN ('received', 'applied')", (bot_id,)
        )
        assert row is not None
        return int(row["n"])

    async def count_waiting_fairly(self, bot_id: int, *, at_most: int) -> int:
        """How many updates are not settled, where no lane counts for more than so many."""
        row = await self.connection.one(
            """
            SELECT coalesce(sum(min(n, ?)), 0) AS n FROM (
                SELECT count(*) AS n FROM inbox
                WHERE bot_id = ? AND state IN ('received', 'applied') GROUP BY lane
            )
            """,
            (at_most, bot_id),
        )
        assert row is not None
        return int(row["n"])

    async def mark_applied(self, row_id: UpdateRowId, outcome: Outcome | None) -> None:
        """The update's change is part of this transaction."""
        await self.connection.run(
            "UPDATE inbox SET state = 'applied', outcome = ?, outcome_id = ? WHERE id = ?",
            (outcome.noun if outcome else None, outcome.id if outcome else 0, row_id),
        )

    async def settle(self, settled: Iterable[tuple[UpdateRowId, str | None]], *, now: datetime) -> None:
        """Nothing is left to do for these; their content is forgotten, their numbers stay against repeats.

        Args:
            settled: row id and, where handling ended in one, the number of the incident.
            now: when.
        """
        await self.connection.run_many(
            """
            UPDATE inbox SET state = CASE WHEN ?1 IS NULL THEN 'done' ELSE 'failed' END, incident = ?1,
                payload = '', lane = NULL, outcome = NULL, outcome_id = 0, settled_at = ?2
            WHERE id = ?3
            """,
            [(incident, text_of(now), row_id) for row_id, incident in settled],
        )

    async def delete_settled(self, *, before: datetime) -> int:
        """Forget what was settled before this moment; how many."""
        return await self.connection.run(
            "DELETE FROM inbox WHERE state IN ('done', 'failed') AND settled_at < ?", (text_of(before),)
        )
